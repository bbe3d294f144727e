"""Links as sources of the command, and summarize fetch, which keeps what they lead to."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from summarize.cli import run
from tests.conftest import COURIER, LATER, WIRE
from tests.fetching.web import Page, Site, serving

HTML = {"Content-Type": "text/html; charset=iso-8859-1", "ETag": '"1"'}


def page(text: str, title: str) -> bytes:
    paragraphs = "".join(f"<p>{line}</p>" for line in text.splitlines() if line)
    return f"<html><head><title>{title}</title></head><body><article>{paragraphs}</article></body></html>".encode(
        "latin-1"
    )


FEED = f"""<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Skarra Post</title>
<item><title>Fog ferry hits mole</title><guid isPermaLink="false">courier</guid>
<content:encoded><![CDATA[{COURIER}]]></content:encoded></item>
<item><title>A day later</title><link>LATER</link><description>31 need treatment</description></item>
<item><title>Gone</title><link>GONE</link></item>
</channel></rss>"""


@pytest.fixture
def site() -> Iterator[Site]:
    """A wire's page with a name in Latin-1, and a feed with one whole article, one link, and one that leads nowhere."""
    with serving({}) as site:
        at = f"http://127.0.0.1:{site.port}"
        feed = FEED.replace("LATER", f"{at}/later.txt").replace("GONE", f"{at}/gone")
        site.pages = {
            "/wire": Page(page(WIRE.replace("Skarra", "Skårra"), "Ferry strikes pier"), headers=HTML),
            "/feed.xml": Page(feed, headers={"Content-Type": "application/rss+xml", "ETag": '"f"'}),
            "/later.txt": Page(LATER, headers={"Content-Type": "text/plain"}),
        }
        yield site


@pytest.fixture
def links(site: Site) -> list[str]:
    return [f"http://127.0.0.1:{site.port}{path}" for path in ("/wire", "/feed.xml")]


ALLOW = ["--allow-host", "127.0.0.1"]


def made(arguments: list[str], capfd: pytest.CaptureFixture[str]) -> tuple[str, list[str]]:
    """The brief in JSON, and what was said."""
    capfd.readouterr()
    assert run([*arguments, "-f", "json"]) == 0
    out, err = capfd.readouterr()
    return out, err.splitlines()


def test_a_brief_is_made_of_links_beside_files(
    links: list[str], folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    out, err = made([links[0], str(folder / "later.txt"), *ALLOW], capfd)
    sources = json.loads(out)["sources"]
    assert [source["id"] for source in sources] == [links[0], str(folder / "later.txt")]
    assert sources[0]["url"] == links[0]
    assert (sources[0]["title"], sources[0]["media_type"]) == ("Ferry strikes pier", "text/html")
    assert err == []


def test_a_link_that_is_not_public_is_one_line_and_the_rest_goes_on(
    site: Site, links: list[str], folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    by_name = f"http://localhost:{site.port}/wire"
    out, err = made([links[0], by_name, "http://127.0.0.1/", "file:///etc/passwd", str(folder / "wire.txt")], capfd)
    assert len(json.loads(out)["sources"]) == 1
    asks = f"asks for port {site.port}; web pages are on 80 and 443; --allow-host HOST allows it"
    assert err == [
        f"summarize: {links[0]}: {asks}",
        f"summarize: {by_name}: {asks}",
        "summarize: http://127.0.0.1/: leads to an address that is not public (loopback); --allow-host HOST allows it",
        "summarize: file:///etc/passwd: is no http or https link",
    ]
    assert site.asked == []
    assert run([links[0], str(folder), "--strict"]) == 1


def test_a_page_without_an_article_is_named(site: Site, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    site.pages["/wall"] = Page(
        "<html><title>Log in</title><body><form>Log in to read</form></body></html>", headers=HTML
    )
    wall = f"http://127.0.0.1:{site.port}/wall"
    _, err = made([wall, str(folder / "wire.txt"), *ALLOW], capfd)
    assert len(err) == 1
    assert err[0].startswith(f"summarize: {wall}: ")


def test_articles_of_a_feed_are_followed_when_asked(
    site: Site, links: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    out, err = made([links[1], *ALLOW], capfd)
    assert [source["id"] for source in json.loads(out)["sources"]] == ["courier"]
    assert err == [f"summarize: {links[1]}: links to 2 articles without the text; --follow 2 reads them"]
    out, err = made([links[1], *ALLOW, "--follow", "2"], capfd)
    assert [source["publisher"] for source in json.loads(out)["sources"]] == ["Skarra Post"] * 2
    assert err == [f"summarize: http://127.0.0.1:{site.port}/gone: is not there (404)"]


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


def test_what_was_changed_in_the_folder_is_found(
    links: list[str], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "story"
    assert run(["fetch", *links, "-o", str(kept), *ALLOW, "-q"]) == 0
    (raw,) = (kept / "raw").glob("*.html")
    raw.write_bytes(raw.read_bytes().replace(b"27", b"72"))
    _, err = made([str(kept)], capfd)
    assert err[0].endswith(f"/wire: raw/{raw.name} is not what was kept: it has another SHA-256")
    raw.unlink()
    _, err = made([str(kept)], capfd)
    assert err[0].endswith(f"/wire: raw/{raw.name} cannot be read (No such file or directory)")
    assert run(["fetch", *links, "-o", str(kept), *ALLOW, "-q"]) == 0
    assert raw.exists()


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


DAMAGED = [
    "summarize.evidence",
    '{"schema": "summarize.evidence/2"}',
    '{"schema": "summarize.evidence/1"}',
    '{"schema": "summarize.evidence/1", "sources": [{"link": 1, "follow": 0}], "answers": [], "failed": []}',
    '{"schema": "summarize.evidence/1", "sources": [], "answers": [{"link": "a", "final_link": "a", "file": "../../b", '
    '"sha256": "", "bytes": 1}], "failed": []}',
    '{"schema": "summarize.evidence/1", "sources": [], "answers": [{"link": "a", "final_link": "a", "file": "..\\\\b", '
    '"sha256": "", "bytes": 1}], "failed": []}',
    '{"schema": "summarize.evidence/1", "sources": [], "answers": [{"link": "a", "final_link": "a", "file": "b", '
    '"sha256": "", "bytes": 1000000000000}], "failed": []}',
    '{"schema": "summarize.evidence/1", "a": ' + "[" * 100_000,
]


@pytest.mark.parametrize("manifest", DAMAGED, ids=range(len(DAMAGED)))
def test_a_damaged_manifest_is_one_line(
    manifest: str, tmp_path: Path, folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    story = tmp_path / "story"
    story.mkdir()
    (story / "manifest.json").write_text(manifest)
    _, err = made([str(story), str(folder / "wire.txt")], capfd)
    assert len(err) == 1
    assert err[0].startswith(f"summarize: {story}: its manifest.json is ")
    assert run(["fetch", "http://127.0.0.1/", "-o", str(story)]) == 2


@pytest.mark.timeout(60)
def test_what_lies_in_the_folder_leads_nowhere(
    links: list[str], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    kept, outside = tmp_path / "story", tmp_path / "outside"
    assert run(["fetch", *links, "-o", str(kept), *ALLOW, "-q"]) == 0
    outside.write_text("mine")
    (raw,) = (kept / "raw").glob("*.html")
    (kept / "texts.jsonl").unlink()
    (kept / "texts.jsonl").symlink_to(outside)
    for planted in (lambda: os.mkfifo(raw), lambda: raw.symlink_to("/dev/zero"), lambda: raw.symlink_to(outside)):
        raw.unlink()
        planted()
        _, err = made([str(kept)], capfd)
        assert err[0].endswith(f"/wire: raw/{raw.name} is not what was kept: it has another size")
        assert run(["fetch", *links, "-o", str(kept), *ALLOW, "-q"]) == 0
        assert raw.is_file()
        assert not raw.is_symlink()
    assert outside.read_text() == "mine"
    for name in ("raw", "manifest.json"):
        (kept / name).rename(tmp_path / name)
    (kept / "raw").symlink_to(tmp_path / "raw")
    os.mkfifo(kept / "manifest.json")
    assert run(["fetch", *links, "-o", str(kept), *ALLOW, "-q"]) == 2
    (kept / "manifest.json").unlink()
    (tmp_path / "manifest.json").rename(kept / "manifest.json")
    assert run(["fetch", *links, "-o", str(kept), *ALLOW, "-q"]) == 2
    assert "its raw is a link" in capfd.readouterr().err


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
