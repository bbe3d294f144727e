"""summarize --since: what is new against an earlier brief, as a user meets it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from summarize.cli import run
from tests.conftest import COURIER, LATER, WIRE

NEWEST = """Ferry firm names new captain

Petra Osk becomes captain on Friday. Harbour police confirmed that four anglers on the mole ran for their lives when \
they saw the bow come out. In fog as dense as on Tuesday a Sundvik Lines ferry with 142 passengers \
passed the North Mole, Port Ennick's coastguard said on Friday. Wider doors and brass bells follow in spring.
"""


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    """The brief of three articles, in a file beside their folder."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in (("wire", WIRE), ("courier", COURIER), ("later", LATER)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    path = tmp_path / "brief.json"
    assert run([str(folder), "-f", "json", "-o", str(path)]) == 0
    return path


def update(earlier: Path, *more: str, capfd: pytest.CaptureFixture[str]) -> dict[str, Any]:
    capfd.readouterr()
    assert run([str(earlier.parent / "articles"), "--since", str(earlier), "-f", "json", *more]) == 0
    data: dict[str, Any] = json.loads(capfd.readouterr().out)
    return data


def test_a_newer_article_is_told_as_new_and_what_was_known_is_not_retold(
    earlier: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (earlier.parent / "articles" / "newest.txt").write_text(NEWEST, encoding="utf-8")
    data = update(earlier, capfd=capfd)
    told = {(sentence["status"], sentence["text"][:24]) for sentence in data["sentences"]}
    assert {("new", "Petra Osk becomes captai"), ("confirmed", "Harbour police confirmed")} <= told
    assert data["since"]["newer"] == [3]
    assert data["sentences"][0]["claim"] in data["since"]["new"]
    assert not any("injur" in sentence["text"] for sentence in data["sentences"])
    assert any("radar" in claim["text"] for claim in data["since"]["unrepeated"])


def test_claims_keep_their_ids_and_new_ones_come_behind(earlier: Path, capfd: pytest.CaptureFixture[str]) -> None:
    def ids(data: dict[str, Any]) -> dict[tuple[str, int], int]:
        names = {source["number"]: source["id"] for source in data["sources"]}
        return {(names[m["source"]], m["start"]): claim["id"] for claim in data["claims"] for m in claim["members"]}

    then = ids(json.loads(earlier.read_text(encoding="utf-8")))
    (earlier.parent / "articles" / "newest.txt").write_text(NEWEST, encoding="utf-8")
    now = ids(update(earlier, capfd=capfd))
    assert {place: id for place, id in now.items() if place in then}.items() <= then.items()
    appeared = {id for place, id in now.items() if place[0].endswith("newest.txt")} - set(then.values())
    assert appeared
    assert min(appeared) > max(then.values())


def test_nothing_new_is_an_answer_and_can_itself_be_asked_against(
    earlier: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    second = earlier.parent / "second.json"
    assert run([str(earlier.parent / "articles"), "--since", str(earlier), "-f", "json", "-o", str(second)]) == 0
    data = json.loads(second.read_text(encoding="utf-8"))
    assert data["sentences"] == data["since"]["new"] == data["since"]["unrepeated"] == []
    assert run([str(earlier.parent / "articles"), "--since", str(second)]) == 0
    out = capfd.readouterr().out
    assert "Nothing new since" in out
    assert "no newer source" in out
    assert run(["verify", str(second), str(earlier.parent / "articles")]) == 0


@pytest.mark.parametrize("form", ["markdown", "text", "html"])
def test_every_form_says_what_is_new(earlier: Path, form: str, capfd: pytest.CaptureFixture[str]) -> None:
    (earlier.parent / "articles" / "newest.txt").write_text(NEWEST, encoding="utf-8")
    capfd.readouterr()
    assert run([str(earlier.parent / "articles"), "--since", str(earlier), "-f", form]) == 0
    out = capfd.readouterr().out
    assert "New" in out
    assert "Confirmed" in out
    assert "from 1 newer source" in out
    assert "Not repeated by newer sources" in out


def test_a_brief_without_an_earlier_one_has_no_field_of_it(earlier: Path) -> None:
    data = json.loads(earlier.read_text(encoding="utf-8"))
    assert "since" not in data
    assert "status" not in data["sentences"][0]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda data: data | {"schema": "summarize.stories/1"}, "is of schema 'summarize.stories/1'"),
        (lambda data: {**data, "sentences": [{**data["sentences"][0], "text": "Nobody was hurt."}]}, "was edited"),
        (
            lambda data: {**data, "claims": [{**c, "text": "Nobody was hurt."} for c in data["claims"]]},
            "was edited or damaged: claim 1, member 1",
        ),
        (
            lambda data: {**data, "claims": [{**c, "id": 90 + (c["id"] - 1) * (c["id"] > 1)} for c in data["claims"]]},
            "was edited or damaged: claim 1 of the list",
        ),
        (
            lambda data: {**data, "sentences": [{**data["sentences"][0], "claim": 2}]},
            "was edited or damaged: sentence 1 has not the id",
        ),
    ],
)
def test_a_brief_of_another_schema_or_edited_is_refused(
    earlier: Path, change: Any, told: str, capfd: pytest.CaptureFixture[str]
) -> None:
    data = json.loads(earlier.read_text(encoding="utf-8"))
    earlier.write_text(json.dumps(change(data)), encoding="utf-8")
    assert run([str(earlier.parent / "articles"), "--since", str(earlier)]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert str(earlier) in err
    assert told in err


def test_a_brief_of_other_sources_is_refused(earlier: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Parliament voted for the budget. Ministers praised the vote in the evening.", encoding="utf-8")
    assert run([str(other), "--since", str(earlier)]) == 2
    assert "of other sources" in capfd.readouterr().err


def test_what_texts_that_changed_said_before_is_still_known(earlier: Path, capfd: pytest.CaptureFixture[str]) -> None:
    courier = earlier.parent / "articles" / "courier.txt"
    courier.write_text(f"{COURIER}\nSundvik Lines appointed Petra Osk as captain on Friday.\n", encoding="utf-8")
    assert run([str(earlier.parent / "articles"), "--since", str(earlier), "-f", "json"]) == 0
    out, err = capfd.readouterr()
    data = json.loads(out)
    assert [(s["status"], s["text"][:22]) for s in data["sentences"]] == [("new", "Sundvik Lines appointe")]
    assert data["since"]["revised"] == [1]
    assert "1 of its sources have another text" in err


def test_what_sources_said_that_are_gone_is_still_known(earlier: Path, capfd: pytest.CaptureFixture[str]) -> None:
    folder = earlier.parent / "articles"
    (folder / "wire.txt").unlink()
    (folder / "repeat.txt").write_text(
        "Nobody was killed, a coastguard spokesman said.\n\nSundvik Lines appointed Petra Osk as captain on Friday.\n",
        encoding="utf-8",
    )
    assert run([str(folder), "--since", str(earlier), "-f", "json"]) == 0
    out, err = capfd.readouterr()
    told = {sentence["text"][:13] for sentence in json.loads(out)["sentences"] if sentence["status"] == "new"}
    assert told == {"Sundvik Lines"}
    assert "1 of its sources are not given now" in err


def test_standard_input_is_the_earlier_brief_or_a_source(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["-", "--since", "-"]) == 2
    assert "not both" in capfd.readouterr().err
