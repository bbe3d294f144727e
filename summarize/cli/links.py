"""The options of commands that read links, and what they are read by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from summarize.cli import USAGE
from summarize.cli.console import fail
from summarize.fetching.fetcher import Fetcher
from summarize.reading.links import Answer

if TYPE_CHECKING:
    from summarize.fetching.client import Client

Follow = Annotated[
    int,
    typer.Option(
        "--follow", metavar="N", min=0, max=1_000, help="Read the first N articles that a feed only links to, too."
    ),
]
AllowedHosts = Annotated[
    list[str] | None,
    typer.Option(
        "--allow-host",
        metavar="HOST",
        help="Read links of this host though it is no public one, on any port. May be repeated.",
    ),
]
IgnoreRobots = Annotated[
    bool, typer.Option("--ignore-robots", help="Read also what a site's robots.txt bars to programs.")
]


def open_fetcher(
    allowed: Sequence[str],
    *,
    ignore_robots: bool,
    kept: Callable[[str], Answer | None] = lambda link: None,
    progress: Callable[[str], None] = lambda link: None,
) -> Fetcher:
    """What reads links; nothing is imported for it, and nothing opened, before there is one."""
    for host in allowed:
        if not host or set(host) & set("/@ "):
            fail(f"--allow-host takes the name or address of a host, such as intranet.example, not {host!r}", USAGE)

    def client() -> Client:
        from summarize.fetching.client import Client
        from summarize.fetching.guard import Guard

        return Client(Guard(allowed, hint="; --allow-host HOST allows it"), obey_robots=not ignore_robots)

    return Fetcher(client, kept, progress)
