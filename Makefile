# Everything a newcomer needs: Python 3.11 or newer and make. Each target installs what it uses into .venv first.
#   make demo     the brief of examples/ferry
#   make serve    the web page and the API on http://127.0.0.1:8000/
#   make test     all tests: two at a time, then those that measure time, alone
#   make check    format, lint, types, import layers
#   make bench-batch     what a batch makes a second, and what it survives; WRITE=docs for docs/scale.md
#   make briefs   the briefs shown in examples/ and the README, made again
#   make bench-quality DATA=folder WRITE=docs    docs/quality.md; without DATA on the events in tests/data
# On Linux PyPI's torch brings several GB of GPU libraries. To take the small CPU build instead:
#   make demo TORCH_INDEX=https://download.pytorch.org/whl/cpu

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt $(if $(TORCH_INDEX),--extra-index-url $(TORCH_INDEX))

.PHONY: demo serve test check format bench-quality bench-speed bench-batch briefs clean
.DEFAULT_GOAL := demo

demo: .venv/run
	$(BIN)/summarize examples/ferry

test: .venv/dev
	$(BIN)/python -m pytest -m "not timed" --numprocesses 2 --dist loadfile
	$(BIN)/python -m pytest -m timed

check: .venv/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

serve: .venv/api
	$(BIN)/summarize-api

bench-quality: .venv/bench
	$(BIN)/python -m benchmarks.quality $(or $(DATA),tests/data) $(if $(WRITE),--write $(WRITE))

bench-speed: .venv/bench
	$(BIN)/python -m benchmarks.speed --write docs
	$(BIN)/python -m benchmarks.scale --write docs
	$(BIN)/python -m benchmarks.neighbours --write docs
	$(BIN)/python -m benchmarks.imputation --write docs

bench-batch: .venv/bench
	$(BIN)/python -m benchmarks.batch $(if $(WRITE),--write $(WRITE))
	$(BIN)/python -m benchmarks.scale_simulation $(if $(WRITE),--write $(WRITE))

briefs: .venv/run
	for event in ferry breach antitrust; do $(BIN)/summarize examples/$$event -o examples/briefs/$$event.md || exit 1; done
	$(BIN)/python -m tests.test_readme

clean:
	rm -rf .venv

.venv/run: pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "summarize needs Python 3.11 or newer")'
	$(PYTHON) -m venv .venv
	@echo "Installing into .venv; the first time this takes a few minutes ..."
	$(PIP) --editable .
	@touch $@

.venv/api: .venv/run
	$(PIP) --editable '.[api]'
	@touch $@

.venv/bench: .venv/run
	$(PIP) --editable '.[bench,ray]'
	@touch $@

.venv/dev: .venv/run
	$(PIP) --editable '.[dev]'
	@touch $@
