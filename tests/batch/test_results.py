"""Results of a batch other than briefs: checks of drafts, and streams divided into stories."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from summarize.batch import Collection, StoriesJob, open_input
from summarize.cli import run
from tests.batch.conftest import InlineEngine, Write, collection, failures, results, run_batch
from tests.batch.jobs import WordCheckJob, WordJob
from tests.conftest import COURIER, LATER, WIRE, WordEncoder
from tests.stories.streams import stream

DRAFT = "The ferry struck the North Mole. Nobody was taken to hospital.\n"
STREAM: list[dict[str, Any]] = [
    {"id": d.id, "text": d.text, "published": d.published and d.published.isoformat()} for d in stream()
]


@pytest.fixture(autouse=True)
def _small_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarize.models.load_encoder", lambda *how: WordEncoder())
    monkeypatch.setattr("summarize.cli.batch.BriefJob", lambda *how: WordJob())
    monkeypatch.setattr("summarize.cli.batch.CheckJob", lambda *how: WordCheckJob())
    monkeypatch.setattr("summarize.batch.local.LocalEngine", lambda job, memory: InlineEngine(job))


def with_draft(identity: str, draft: Any = DRAFT) -> dict[str, Any]:
    return {**collection(identity, WIRE, COURIER), "draft": draft}


def drafts_of(given: Path) -> list[tuple[str, str | None]]:
    """The draft of each collection, or the type of its problem."""

    def told(found: Collection) -> str | None:
        if found.problem is not None:
            return found.problem.type
        draft = found.read().draft
        return None if draft is None else draft.text

    return [(found.id, told(found)) for found in open_input(str(given), drafts=True)]


def test_a_check_is_the_one_that_the_command_prints(
    write: Write, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    draft, sources = tmp_path / "draft", tmp_path / "sources.jsonl"
    draft.write_text(DRAFT, encoding="utf-8")
    sources.write_text(
        "".join(json.dumps({"id": f"ferry:{n}", "text": text}) + "\n" for n, text in ((1, WIRE), (2, COURIER)))
    )
    assert run(["batch", str(write(with_draft("ferry"))), "-o", str(tmp_path / "out"), "--result", "check"]) == 0
    made = json.loads(results(tmp_path / "out")["ferry"])
    assert made.pop("batch")["id"] == "ferry"
    assert made["schema"] == "summarize.check/1"
    capfd.readouterr()
    run(["check", str(draft), str(sources), "-f", "json"])
    assert made == json.loads(capfd.readouterr().out) | {"draft": "draft"}


def test_stories_are_those_that_the_command_prints(
    write: Write, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    given = write({"id": "monday", "documents": STREAM})
    assert run(["batch", str(given), "-o", str(tmp_path / "out"), "--result", "stories"]) == 0
    made = json.loads(results(tmp_path / "out")["monday"])
    assert made.pop("batch")["id"] == "monday"
    articles = tmp_path / "stream.jsonl"
    articles.write_text("".join(json.dumps(article) + "\n" for article in STREAM), encoding="utf-8")
    capfd.readouterr()
    assert run(["stories", str(articles), "-f", "json"]) == 0
    assert made == json.loads(capfd.readouterr().out)


def test_each_kind_of_result_goes_on_where_it_stopped_and_is_no_result_of_another_kind(
    write: Write, tmp_path: Path
) -> None:
    given, out = write(with_draft("a"), with_draft("b")), tmp_path / "out"
    for result in ("brief", "check", "stories"):
        command = ["batch", str(given), "-o", str(out), "--result", result]
        for made in ([2, 0], [0, 2]):
            assert run(command) == 0
            manifest = json.loads((out / "manifest.json").read_text())
            assert manifest["result"] == result
            assert [manifest["collections"]["made"], manifest["collections"]["kept"]] == made


def test_another_draft_makes_its_check_again_and_no_brief(write: Write, tmp_path: Path) -> None:
    for draft, made in ((DRAFT, 1), (DRAFT, 0), ("Two people died.", 1)):
        given = write(with_draft("a", draft))
        run(["batch", str(given), "-o", str(tmp_path / "checks"), "--result", "check"])
        assert json.loads((tmp_path / "checks" / "manifest.json").read_text())["collections"]["made"] == made
    briefs = [run_batch(write(with_draft("a", draft)), tmp_path / "briefs", WordJob()) for draft in (DRAFT, "Other.")]
    assert [batch.tally.made for batch in briefs] == [1, 0]


@pytest.mark.parametrize("suffix", [".jsonl", ".parquet"])
def test_checks_may_go_into_one_file(suffix: str, write: Write, tmp_path: Path) -> None:
    file = tmp_path / f"checks{suffix}"
    given = write(with_draft("a"), with_draft("b", "Two people died."))
    assert run(["batch", str(given), "-o", str(file), "--result", "check"]) == 0
    if suffix == ".jsonl":
        made = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    else:
        made = [
            json.loads(row) for row in pytest.importorskip("pyarrow.parquet").read_table(file)["result"].to_pylist()
        ]
    assert [check["batch"]["id"] for check in made] == ["a", "b"]
    assert {check["schema"] for check in made} == {"summarize.check/1"}


def test_a_collection_without_a_draft_is_told_of_and_the_others_are_checked(write: Write, tmp_path: Path) -> None:
    bad = {"none": collection("none", WIRE), "list": with_draft("list", [DRAFT]), "blank": with_draft("blank", " \n")}
    given = write(with_draft("a"), *bad.values(), '{"id": "half", "draft": "\\ud800", "documents": [{"text": "x"}]}')
    assert run(["batch", str(given), "-o", str(tmp_path / "out"), "--result", "check"]) == 3
    assert {failure["id"]: failure["type"] for failure in failures(tmp_path / "out")} == dict.fromkeys(
        [*bad, "half"], "no-draft"
    )
    assert list(results(tmp_path / "out")) == ["a"]


def test_a_draft_that_is_too_long_fails_its_collection_alone(write: Write, tmp_path: Path) -> None:
    given = write(with_draft("a"), with_draft("long", "It rained again. " * 30_000), with_draft("marks", "?! ..."))
    assert run(["batch", str(given), "-o", str(tmp_path / "out"), "--result", "check"]) == 3
    told = {failure["id"]: failure for failure in failures(tmp_path / "out")}
    assert {name: failure["type"] for name, failure in told.items()} == dict.fromkeys(
        ("long", "marks"), "invalid-document"
    )
    assert "characters" in told["long"]["error"]


def test_in_a_folder_the_draft_is_the_file_of_that_name_and_for_a_brief_an_article(tmp_path: Path) -> None:
    for name, files in {
        "a": {"draft.md": DRAFT, "wire.txt": WIRE},
        "b": {"draft.txt": "Two people died.", "wire.txt": WIRE},
        "both": {"draft.md": DRAFT, "draft.txt": DRAFT, "wire.txt": WIRE},
        "neither": {"drafts.md": DRAFT, "wire.txt": WIRE},
        "alone": {"draft.md": DRAFT},
    }.items():
        folder = tmp_path / "given" / name
        folder.mkdir(parents=True)
        for file, text in files.items():
            (folder / file).write_text(text, encoding="utf-8")
    assert drafts_of(tmp_path / "given") == [
        ("a", DRAFT),
        ("alone", "no-documents"),
        ("b", "Two people died."),
        ("both", "no-draft"),
        ("neither", "no-draft"),
    ]
    assert [len(found.read().documents) for found in open_input(str(tmp_path / "given"))] == [2, 1, 2, 3, 2]


def test_in_parquet_the_draft_is_a_column_of_each_collection(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    documents = [{"text": WIRE}, {"text": LATER}]
    rows = {"id": ["a", "none"], "draft": [DRAFT, None], "documents": [documents, documents]}
    parquet.write_table(pyarrow.table(rows), tmp_path / "nested.parquet")
    assert drafts_of(tmp_path / "nested.parquet") == [("a", DRAFT), ("none", "no-draft")]
    parquet.write_table(
        pyarrow.table(
            {
                "collection": ["all", "all", "first", "first", "two", "two", "none"],
                "draft": [DRAFT, DRAFT, DRAFT, "", DRAFT, "Other.", None],
                "text": [WIRE, LATER, WIRE, LATER, WIRE, LATER, WIRE],
            }
        ),
        tmp_path / "rows.parquet",
    )
    told = [("all", DRAFT), ("first", DRAFT), ("two", "no-draft"), ("none", "no-draft")]
    assert drafts_of(tmp_path / "rows.parquet") == told


@pytest.mark.parametrize("kind", ["list", "number"])
def test_a_draft_of_parquet_that_is_no_text_fails_its_collection(kind: str, tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    drafts = {"list": [["a"], ["b"]], "number": [1, 2]}[kind]
    table = pyarrow.table({"collection": ["x", "y"], "draft": drafts, "text": [WIRE, WIRE]})
    pytest.importorskip("pyarrow.parquet").write_table(table, tmp_path / "given.parquet")
    assert drafts_of(tmp_path / "given.parquet") == [("x", "no-draft"), ("y", "no-draft")]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--result", "check", "-w", "50"], "belong to --result brief"),
        (["--result", "stories", "-s", "2"], "belong to --result brief"),
        (["--result", "stories", "--encoder", "torch"], "for which no model is needed"),
        (["--result", "summary"], "'brief', 'stories', 'check'"),
    ],
)
def test_options_of_another_result_are_refused(
    arguments: list[str], says: str, write: Write, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["batch", str(write(with_draft("a"))), "-o", str(tmp_path / "out"), *arguments]) == 2
    assert says in capfd.readouterr().err


def test_parquet_without_a_column_of_drafts_is_refused(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    given = tmp_path / "given.parquet"
    pytest.importorskip("pyarrow.parquet").write_table(pyarrow.table({"collection": ["a"], "text": [WIRE]}), given)
    assert run(["batch", str(given), "-o", str(tmp_path / "out"), "--result", "check"]) == 2
    assert 'needs a column "draft"' in capfd.readouterr().err


def test_what_stories_depend_on_names_no_model() -> None:
    wanted, found = StoriesJob().runtime(), StoriesJob().load().runtime
    assert wanted.items() <= found.items()
    assert not wanted.keys() & {"encoder", "readers"}
