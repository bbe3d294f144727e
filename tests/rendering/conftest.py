"""Sample briefs, and golden files that `python -m pytest tests/rendering --update-golden` writes anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from summarize.records.brief import Brief
from tests.rendering.samples import SAMPLES, ferry, hostile

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files of tests/rendering anew")


@pytest.fixture(name="ferry")
def ferry_brief() -> Brief:
    """An ordinary brief: a copy, an off-topic source, conflicts beside sentences and one beside none."""
    return ferry()


@pytest.fixture(name="hostile")
def hostile_brief() -> Brief:
    """A brief whose sources hold markup, escape sequences and addresses that are no links."""
    return hostile()


@pytest.fixture(params=SAMPLES, name="sample")
def any_sample(request: pytest.FixtureRequest) -> Brief:
    """Each of the sample briefs in turn."""
    return SAMPLES[request.param]()


@pytest.fixture
def same_as_golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Asserts that a text is what the golden file of this name holds."""
    update = request.config.getoption("--update-golden", default=False)

    def check(name: str, text: str) -> None:
        path = GOLDEN / name
        if update:
            path.write_text(text, encoding="utf-8", newline="")
        # newline="" everywhere: what was written is compared, not a platform's reading of it.
        with path.open(encoding="utf-8", newline="") as file:
            assert file.read() == text

    return check
