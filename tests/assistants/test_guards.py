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
    limits = {"MAX_DOCUMENTS": "3", "MAX_CHARACTERS": "2000", "MAX_SENTENCES": "20", "REQUEST_TIMEOUT": "2"}
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


def test_a_folder_with_a_link_in_it_is_refused_and_the_link_named(assistant: Assistant, folder: Path) -> None:
    refusal = assistant.refused("brief", files=[str(folder)])
    assert "way-out.txt" in refusal
    assert "Nobody may read" not in refusal


def test_without_a_root_no_file_is_read(strict: Assistant) -> None:
    assert "without --root" in strict.refused("brief", files=[str(ROOT / "README.md")])
    assert not strict.call("brief", documents=[{"text": WIRE}]).is_error


def test_without_allow_links_no_link_is_read(strict: Assistant) -> None:
    assert "does not read links" in strict.refused("brief", documents=[{"url": "https://example.com/article"}])


def test_with_allow_links_no_link_leads_inside() -> None:
    with asking("--allow-links") as assistant:
        assert assistant.tools()["brief"].annotations.open_world_hint
        refusal = assistant.refused("brief", documents=[{"id": "inside", "url": "http://127.0.0.1:9/article"}])
    assert "document 1 (inside), url: leads to no public web page" in refusal


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ({"documents": [{"text": "One."}] * 4}, "4 documents are more than the 3 allowed"),
        ({"documents": [{"text": "A word. " * 300}]}, "more than the 2,000 characters"),
        ({"documents": [{"text": "The ferry struck the pier on day one. " * 30}]}, "more than 20 sentences"),
        ({"documents": [{"text": "SLOW-60 The ferry struck the pier in thick fog on Tuesday."}]}, "longer than the 2 s"),
        ({"documents": [{"text": "CRASH- The ferry struck the pier in thick fog on Tuesday."}]}, "worker ended"),
        ({"documents": [{"text": "FAULT- The ferry struck the pier in thick fog on Tuesday."}]}, "ZeroDivisionError"),
    ],
)
def test_the_limits_and_guards_are_the_service_s(strict: Assistant, arguments: dict[str, Any], told: str) -> None:
    assert told in strict.refused("brief", **arguments)
    assert not strict.call("brief", documents=[{"text": WIRE}]).is_error


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
    asked = [
        "this is no JSON",
        '{"jsonrpc": "2.0", "id": 1}',
        json.dumps({"jsonrpc": "2.0", "id": 2, "method": "initialize", "params": {}}),
        json.dumps({"jsonrpc": "2.0", "id": 3, "method": "ping"}),
    ]
    done = subprocess.run(
        [sys.executable, "-m", "tests.assistants.fake"],
        input="\n".join(asked) + "\n",
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        timeout=60,
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert 3 in {answer.get("id") for answer in answers}
    assert all(answer["jsonrpc"] == "2.0" for answer in answers)
    assert "Traceback" not in done.stderr
    assert done.returncode == 0
