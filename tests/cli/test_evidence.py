"""A folder of evidence that was changed, damaged or planted is found out, and leads nowhere."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from summarize.cli import run
from tests.cli.linked import ALLOW, made


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


def test_a_link_that_is_written_in_the_folder_as_browsers_show_its_source_is_read(
    links: list[str], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "story"
    assert run(["fetch", *links, "-o", str(kept), *ALLOW, "-q"]) == 0
    brief, _ = made([str(kept)], capfd)
    manifest, each = kept / "manifest.json", '"link": "http://'
    assert each in manifest.read_text(encoding="utf-8")
    manifest.write_text(manifest.read_text(encoding="utf-8").replace(each, '"link": "view-source:http://'), "utf-8")
    assert made([str(kept)], capfd)[0] == brief
    assert run(["fetch", *links, "-o", str(kept), *ALLOW, "-q"]) == 0
    assert "view-source" not in manifest.read_text(encoding="utf-8")


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
