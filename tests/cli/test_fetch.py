"""summarize fetch, which keeps what links lead to."""

from __future__ import annotations

import hashlib
import json
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from summarize.cli import run
from tests.cli.linked import ALLOW, HTML, made, page
from tests.conftest import LATER, WIRE
from tests.fetching.web import Page, Site
from tests.reading.pdfs import Line, column, needs_pdfium, pdf


def test_a_brief_of_the_folder_is_the_brief_of_the_links_and_can_be_verified(
    site: Site, links: list[str], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    kept, brief = tmp_path / "story", tmp_path / "brief.json"
    options = [*ALLOW, "--follow", "2"]
    of_links, told = made([*links, *options], capfd)
    assert run(["fetch", *links, "-o", str(kept), *options]) == 0
    out, err = capfd.readouterr()
    assert out == ""
    assert err.splitlines() == [*told, f"summarize: {kept}: keeps 3 articles"]
    asked = len(site.asked)
    of_folder, told_again = made([str(kept)], capfd)
    assert of_folder == of_links
    assert told_again == told
    brief.write_text(of_folder, encoding="utf-8")
    assert run(["verify", str(brief), str(kept)]) == 0
    assert run(["verify", str(brief), str(kept / "texts.jsonl")]) == 0
    assert len(site.asked) == asked


@needs_pdfium
def test_pages_of_a_file_that_a_link_led_to_are_kept_and_verified(
    site: Site, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    body = pdf([Line(72, 790, "Ferry strikes pier", 20)], column("A ferry struck the pier on Tuesday, police said."))
    site.pages = {"/a.pdf": Page(body, headers={"Content-Type": "application/pdf"})}
    kept, brief = tmp_path / "story", tmp_path / "brief.json"
    assert run(["fetch", f"http://127.0.0.1:{site.port}/a.pdf", "-o", str(kept), *ALLOW]) == 0
    (line,) = (kept / "texts.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["pages"] == [0, len("Ferry strikes pier\n\n")]
    data, _ = made([str(kept)], capfd)
    assert json.loads(data)["sentences"][0]["citations"][0]["page"] == 2
    for told, status in ((data, 0), (data.replace('"page": 2', '"page": 1'), 1)):
        brief.write_text(told, encoding="utf-8")
        assert run(["verify", str(brief), str(kept)]) == status
        assert run(["verify", str(brief), str(kept / "texts.jsonl")]) == status


def test_the_folder_holds_the_bytes_as_they_came_and_what_is_known_of_them(
    site: Site, links: list[str], tmp_path: Path
) -> None:
    assert run(["fetch", *links, "-o", str(tmp_path / "story"), *ALLOW, "-q"]) == 0
    manifest = json.loads((tmp_path / "story" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["schema"] == "summarize.evidence/1"
    assert manifest["sources"] == [{"link": link, "follow": 0} for link in links]
    first = manifest["answers"][0]
    raw = (tmp_path / "story" / "raw" / first["file"]).read_bytes()
    assert raw == page(WIRE.replace("Skarra", "Skårra"), "Ferry strikes pier")
    assert first["sha256"] == hashlib.sha256(raw).hexdigest()
    assert (first["bytes"], first["content_type"], first["etag"]) == (len(raw), HTML["Content-Type"], '"1"')
    assert first["read_at"].endswith("+00:00")
    texts = [json.loads(line) for line in (tmp_path / "story" / "texts.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [text["id"] for text in texts] == [links[0], "courier"]
    assert "Maid of Skårra" in texts[0]["text"]  # in the encoding that only the header tells
    assert all(text["sha256"] == hashlib.sha256(text["text"].encode()).hexdigest() for text in texts)


def test_the_texts_tell_what_was_mended_in_them(site: Site, tmp_path: Path) -> None:
    site.pages["/later.txt"] = Page(f"{LATER}\nIt &amp; others.", headers={"Content-Type": "text/plain"})
    links = [f"http://127.0.0.1:{site.port}{path}" for path in ("/later.txt", "/wire")]
    assert run(["fetch", *links, "-o", str(tmp_path / "story"), *ALLOW, "-q"]) == 0
    lines = (tmp_path / "story" / "texts.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line).get("mended") for line in lines] == [{"character entity": 1}, None]


def test_fetched_again_only_what_has_changed_is_read_and_the_older_answer_stays(
    site: Site, links: list[str], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "story"
    site.pages["/feed.xml"] = [site.pages["/feed.xml"], Page(status=304)]  # type: ignore[list-item]
    for _ in range(2):
        assert run(["fetch", links[1], "-o", str(kept), *ALLOW, "-q"]) == 0
    assert site.headers[-1]["if-none-match"] == '"f"'
    assert run(["fetch", links[0], "-o", str(kept), *ALLOW, "-q"]) == 0
    site.pages["/wire"] = Page(page(LATER, "Later"), headers=HTML)
    assert run(["fetch", links[0], "-o", str(kept), *ALLOW, "-q"]) == 0
    answers = json.loads((kept / "manifest.json").read_text())["answers"]
    assert [answer["link"] for answer in answers] == [links[1], links[0], links[0]]
    assert answers[0]["confirmed_at"] is not None
    assert len(list((kept / "raw").iterdir())) == 3
    out, _ = made([str(kept)], capfd)
    assert [source["title"] for source in json.loads(out)["sources"]] == ["Fog ferry hits mole", "Later"]


def test_a_brief_never_takes_the_place_of_evidence(links: list[str], tmp_path: Path) -> None:
    kept = tmp_path / "story"
    assert run(["fetch", *links, "-o", str(kept), *ALLOW, "-q"]) == 0
    for name in ("manifest.json", "texts.jsonl", "raw/brief.json"):
        assert run([str(kept), "-o", str(kept / name)]) == 2
    assert run([str(kept), "-f", "json", "-o", str(kept / "brief.json")]) == 0
    assert run(["verify", str(kept / "brief.json"), str(kept)]) == 0


def test_what_fails_now_reads_as_it_was_before(site: Site, links: list[str], tmp_path: Path) -> None:
    kept = tmp_path / "story"
    assert run(["fetch", *links, "-o", str(kept), *ALLOW, "-q"]) == 0
    texts = (kept / "texts.jsonl").read_bytes()
    site.pages = {}
    assert run(["fetch", *links, "-o", str(kept), *ALLOW, "-q"]) == 0
    assert (kept / "texts.jsonl").read_bytes() == texts
    assert run(["fetch", *links, "-o", str(kept), *ALLOW, "--strict"]) == 1


def test_a_fetch_that_was_killed_before_its_manifest_is_gone_on_with(
    site: Site, links: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, kept = tmp_path / "whole", tmp_path / "kept"
    command = ["fetch", *links, *ALLOW, "-q", "-o"]
    assert run([*command, str(whole)]) == 0
    assert run([*command, str(kept)]) == 0
    for name in ("manifest.json", "texts.jsonl"):
        (kept / name).unlink()
    part = kept / "raw" / ".summarize-0123456789abcdef.part"
    part.write_bytes(b"half")
    assert run([*command, str(kept)]) == 0
    assert (kept / "texts.jsonl").read_bytes() == (whole / "texts.jsonl").read_bytes()
    assert sorted(file.name for file in (kept / "raw").iterdir()) == sorted(f.name for f in (whole / "raw").iterdir())


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("raw/notes.txt", b"mine"),
        ("raw/a.example-0123456789abcdef.html", b"changed by hand"),
        ("notes.txt", b"mine"),
        (".summarize-mine.part", b"mine"),
        ("raw/below/notes.txt", b"mine"),
    ],
)
def test_a_folder_with_what_fetch_did_not_write_is_not_taken_over(
    name: str, content: bytes, links: list[str], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "kept" / name
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    assert run(["fetch", *links, *ALLOW, "-o", str(tmp_path / "kept")]) == 2
    assert "holds other things than evidence" in capfd.readouterr().err
    assert file.read_bytes() == content


def test_wrong_usage_is_told_before_anything_is_asked(
    site: Site, links: list[str], folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for arguments, told in {
        (str(folder / "wire.txt"), "-o", "new"): "is no link",
        (links[0], "-o", str(folder)): "holds other things than evidence",
        (links[0], "-o", str(folder / "wire.txt")): "holds other things than evidence",
        (
            links[0],
            "-o",
            "new",
            "--allow-host",
            "http://127.0.0.1/",
        ): "--allow-host takes the name or address of a host",
    }.items():
        assert run(["fetch", *arguments]) == 2
        assert told in capfd.readouterr().err
    assert run(["fetch", links[0]]) == 2
    assert site.asked == []


def test_nothing_read_is_an_error(links: list[str], tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["fetch", links[0], "-o", str(tmp_path / "story")]) == 1
    assert capfd.readouterr().err.splitlines()[-1] == "summarize: no article could be read"


def test_a_folder_that_cannot_be_written_is_one_line(links: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["fetch", links[0], "-o", "/dev/null/story", *ALLOW]) in (1, 2)
    assert len(capfd.readouterr().err.splitlines()) == 1


def test_of_two_calls_at_once_neither_loses_what_the_other_keeps(site: Site, links: list[str], tmp_path: Path) -> None:
    def meanwhile(handler: BaseHTTPRequestHandler) -> None:
        if not (kept / "raw").exists():
            assert run(["fetch", links[1], "-o", str(kept), *ALLOW, "-q"]) == 0
        handler.wfile.write(page(WIRE, "Ferry strikes pier"))

    kept = tmp_path / "story"
    site.pages["/wire"] = Page(meanwhile, headers=HTML)
    assert run(["fetch", links[0], "-o", str(kept), *ALLOW, "-q"]) == 0
    manifest = json.loads((kept / "manifest.json").read_text())
    assert [source["link"] for source in manifest["sources"]] == [links[1], links[0]]
    assert [answer["link"] for answer in manifest["answers"]] == [links[1], links[0]]


def test_one_link_in_several_spellings_is_kept_once_also_later_and_under_its_first_name(
    site: Site, links: list[str], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    kept, wire, later = tmp_path / "story", links[0], links[0].replace("/wire", "/later.txt")
    given = [wire, f"{wire}#top", links[1], f"view-source:{wire}", later, "--follow", "1", *ALLOW]
    assert run(["fetch", *given, "-o", str(kept), "-q"]) == 0
    assert run(["fetch", f"{wire}#end", "-o", str(kept), "-q", *ALLOW]) == 0
    manifest = json.loads((kept / "manifest.json").read_text(encoding="utf-8"))
    assert [source["link"] for source in manifest["sources"]] == [wire, links[1], later]
    assert sorted(answer["link"] for answer in manifest["answers"]) == sorted([wire, links[1], later])
    of_links, _ = made(given, capfd)
    of_folder, _ = made([str(kept)], capfd)
    assert of_folder == of_links
    assert [source["id"] for source in json.loads(of_links)["sources"]] == [wire, "courier", later]
