"""What an assistant may not do, and how it is told."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from mcp import MCPError

from tests.assistants.asking import ROOT, Assistant, asking
from tests.conftest import WIRE


@pytest.fixture(scope="module")
def strict() -> Any:
    """A server that reads no files, with low limits."""
    limits = {"MAX_DOCUMENTS": "3", "MAX_CHARACTERS": "2000", "MAX_SENTENCES": "20"}
    with asking(settings=limits) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("../secret.txt", "leads out"),
        ("inner/../../secret.txt", "leads out"),
        ("/etc/hostname", "leads out"),
        ("way-out.txt", "link"),
        ("inner/up/secret.txt", "link"),
        ("missing.txt", "no such file"),
        ("pipe.txt", "is no file"),
        ("inner/up", "link"),
        ("wire.txt\0.md", "leads out"),
        ("~/secret.txt", "no such file"),
    ],
)
def test_no_path_leads_out_of_the_root(assistant: Assistant, path: str, told: str) -> None:
    for tool, arguments in (
        ("brief", {"files": [path]}),
        ("check", {"draft_file": path, "files": ["wire.txt"]}),
        ("verify", {"brief_file": path, "files": ["wire.txt"]}),
    ):
        assert told in assistant.refused(tool, **arguments)


def test_links_and_pipes_in_a_folder_are_passed_over(assistant: Assistant, folder: Path) -> None:
    data, _ = assistant.told("brief", files=[str(folder)])
    assert {Path(source["id"]).name for source in data["sources"]} == {"wire.txt", "courier.txt", "later.txt"}


def test_a_file_that_is_no_article_is_told_and_the_rest_goes_on(assistant: Assistant, folder: Path) -> None:
    (folder / "inner" / "empty.txt").write_text("")
    assert "inner/empty.txt" in assistant.told("brief", files=["wire.txt", "inner/empty.txt"])[1]
    assert "inner/empty.txt" in assistant.refused("brief", files=["inner/empty.txt"])


def test_files_together_are_bounded_as_a_request_is(folder: Path) -> None:
    with asking("--root", str(folder), settings={"MAX_BODY_BYTES": "1024", "MAX_DOCUMENTS": "2"}) as assistant:
        assert "courier.txt: more than" in assistant.refused("brief", files=["courier.txt"] * 2)
        assert "3 files are more than the 2 allowed" in assistant.refused("brief", files=[str(folder)])
        long = {"text": "The ferry struck the pier in thick fog. " * 30}
        assert "longer than the 1,024" in assistant.refused("brief", documents=[long])


def test_without_a_root_no_file_is_read(strict: Assistant) -> None:
    assert "without --root" in strict.refused("brief", files=[str(ROOT / "README.md")])
    assert not strict.call("brief", documents=[{"text": WIRE}]).is_error


def test_without_allow_links_no_link_is_read(strict: Assistant) -> None:
    assert "does not read links" in strict.refused("brief", documents=[{"url": "https://example.com/article"}])


def test_with_allow_links_no_link_leads_inside() -> None:
    with asking("--allow-links") as assistant:
        assert assistant.tools()["brief"].annotations.open_world_hint
        refusal = assistant.refused("brief", documents=[{"id": "inside", "url": "http://127.0.0.1:9/article"}])
    assert "document 1, url: leads to no public web page" in refusal


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ({"documents": [{"text": "One."}] * 4}, "4 documents are more than the 3 allowed"),
        ({"documents": [{"text": "A word. " * 300}]}, "more than the 2,000 characters"),
        ({"documents": [{"text": "The ferry struck the pier on day one. " * 30}]}, "more than 20 sentences"),
        ({"documents": [{"text": "CRASH- The ferry struck the pier in thick fog on Tuesday."}]}, "worker ended"),
        ({"documents": [{"text": "FAULT- The ferry struck the pier in thick fog on Tuesday."}]}, "ZeroDivisionError"),
    ],
)
def test_the_limits_are_the_service_s_and_the_next_call_is_answered(
    strict: Assistant, arguments: dict[str, Any], told: str
) -> None:
    assert told in strict.refused("brief", **arguments)
    assert not strict.call("brief", documents=[{"text": f"{WIRE}\n\nIt {told}."}]).is_error


def test_what_takes_too_long_is_given_up() -> None:
    with asking(settings={"REQUEST_TIMEOUT": "1"}) as assistant:
        slow = {"text": "SLOW-60 The ferry struck the pier in thick fog on Tuesday."}
        assert "longer than the 1 seconds" in assistant.refused("brief", documents=[slow])


@pytest.mark.parametrize(
    ("tool", "arguments", "told"),
    [
        ("brief", {}, "Articles are needed"),
        ("brief", {"documents": []}, "Articles are needed"),
        ("brief", {"documents": "wire"}, "documents: "),
        ("brief", {"documents": [{"id": "wire"}]}, "document 1 (wire), text: Field required"),
        ("brief", {"documents": [{"text": "Hello"}]}, "quoted"),
        ("brief", {"documents": [{"text": WIRE}], "option": 1}, "option: "),
        ("brief", {"documents": [{"text": WIRE}], "options": {"max_words": 0}}, "options.max_words: "),
        ("brief", {"documents": [{"text": WIRE}], "views": ["maps"]}, "views.0: "),
        ("brief", {"documents": [{"text": WIRE}], "since": {}}, "The earlier brief cannot be used"),
        ("brief", {"documents": [{"id": "a", "text": WIRE}, {"id": "a", "text": "Other."}]}, "a"),
        ("check", {"documents": [{"text": WIRE}]}, "draft, draft_file: one of the two"),
        ("check", {"documents": [{"text": WIRE}], "draft": ""}, "draft: "),
        ("check", {"documents": [{"text": WIRE}], "draft": "One.", "draft_file": "a.md"}, "one of the two"),
        ("verify", {"documents": [{"text": WIRE}]}, "brief, brief_file: one of the two"),
        ("verify", {"documents": [{"text": WIRE}], "brief": {"schema": "other/1"}}, "The brief cannot be used"),
        ("stories", {"documents": [{"text": WIRE}], "briefs": "yes"}, "briefs: "),
    ],
)
def test_a_wrong_call_is_told_what_is_wrong(
    assistant: Assistant, tool: str, arguments: dict[str, Any], told: str
) -> None:
    assert told in assistant.refused(tool, **arguments)


def test_a_tool_that_there_is_none_of_is_an_error_of_the_protocol(assistant: Assistant) -> None:
    with pytest.raises(MCPError, match=r"there is no tool 'translate'"):
        assistant.call("translate", documents=[{"text": WIRE}])


def test_stdout_carries_the_protocol_alone_and_broken_lines_end_nothing() -> None:
    me = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}
    asked = [
        "this is no JSON",
        '{"jsonrpc": "2.0", "id": 1}',
        json.dumps({"jsonrpc": "2.0", "id": 2, "method": "initialize", "params": me}),
        json.dumps({"jsonrpc": "2.0", "id": 3, "method": "ping"}),
    ]
    command = [sys.executable, "-m", "tests.assistants.fake"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, text=True, cwd=ROOT, **pipes) as server:
        server.stdin.write("".join(f"{line}\n" for line in asked))
        server.stdin.flush()
        answers = [json.loads(server.stdout.readline())]
        while answers[-1].get("id") != 3:
            answers.append(json.loads(server.stdout.readline()))
        rest, said = server.communicate(timeout=60)
    assert all(answer["jsonrpc"] == "2.0" for answer in answers)
    assert not rest
    assert "Traceback" not in said
    assert server.returncode == 0
