"""An assistant: the protocol's own client on a server in a process of its own, for the length of a `with`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from anyio.from_thread import BlockingPortal, start_blocking_portal
from mcp import Client, StdioServerParameters, stdio_client
from mcp.types import CallToolResult, Tool

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Assistant:
    """Calls tools, one after another."""

    portal: BlockingPortal
    client: Client

    def tools(self) -> dict[str, Tool]:
        return {tool.name: tool for tool in self.portal.call(self.client.list_tools).tools}

    def call(self, tool: str, **arguments: Any) -> CallToolResult:
        """The answer, which the client has held against the tool's schema."""
        return self.portal.call(self.client.call_tool, tool, arguments)

    def told(self, tool: str, **arguments: Any) -> tuple[dict[str, Any], str]:
        """The data and the text of an answer that is none of an error."""
        answer = self.call(tool, **arguments)
        assert not answer.is_error, answer.content
        return answer.structured_content, answer.content[0].text

    def refused(self, tool: str, **arguments: Any) -> str:
        """The text of an answer that is an error."""
        answer = self.call(tool, **arguments)
        assert answer.is_error
        assert answer.structured_content is None
        text: str = answer.content[0].text
        assert "Traceback" not in text
        return text


@contextmanager
def asking(
    *options: str,
    settings: Mapping[str, str] = MappingProxyType({}),
    environment: Mapping[str, str] = MappingProxyType({}),
    module: str = "tests.assistants.fake",
) -> Iterator[Assistant]:
    """An assistant of a server with these options, settings of the service, and other variables."""
    variables = {**environment, **{f"SUMMARIZE_API_{name}": value for name, value in settings.items()}}
    server = StdioServerParameters(command=sys.executable, args=["-m", module, *options], cwd=ROOT, env=variables)
    client = Client(stdio_client(server))
    with start_blocking_portal() as portal, portal.wrap_async_context_manager(client):
        yield Assistant(portal, client)
