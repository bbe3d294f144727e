"""summarize fetch LINK... -o FOLDER: keeps articles as evidence."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from summarize.cli import NOTHING_SUMMARIZED, USAGE
from summarize.cli.console import Stages, fail, new_app, say, say_nothing
from summarize.cli.links import AllowedHosts, Follow, IgnoreRobots, open_fetcher
from summarize.cli.options import Quiet
from summarize.errors import SourceError
from summarize.fetching.folder import Folder
from summarize.reading.links import Links, addresses_of, is_link

app = new_app()


@app.command(no_args_is_help=True)
def command(
    links: Annotated[
        list[str], typer.Argument(metavar="LINK", help="Pages, PDFs and feeds: http:// or https:// links.")
    ],
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FOLDER", help="A new folder, or one that fetch made before.")
    ],
    follow: Follow = 0,
    allow_host: AllowedHosts = None,
    ignore_robots: IgnoreRobots = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Fail when any link cannot be read; what was read is kept.")
    ] = False,
    quiet: Quiet = False,
) -> None:
    """Keep what links lead to in a folder, as evidence.

    FOLDER gets the bytes as they came (raw/), the texts as they were read (texts.jsonl) and what is known of both
    (manifest.json): links, times, media types, hashes. `summarize FOLDER` makes the brief that the links make, and
    `summarize verify BRIEF FOLDER` checks it. Fetched into the same folder again, a link is read again only if it has
    changed, and what was kept before stays.

    Exit status: 0 done, 1 no article could be read, 2 wrong usage.
    """
    for link in links:
        if not is_link(link):
            fail(f"{link}: is no link; fetch keeps what http:// and https:// links lead to", USAGE)
    try:
        folder = Folder(output)
    except SourceError as error:
        fail(str(error), USAGE)
    except OSError as error:
        fail(f"{output}: cannot be read ({error.strerror or error})", USAGE)
    links = folder.named(links)
    with (
        Stages.of_command(quiet=quiet) as stages,
        open_fetcher(allow_host or (), ignore_robots=ignore_robots, kept=folder.kept, progress=stages.show) as fetcher,
    ):
        stages.begin("reading")
        through = Links(fetcher, follow)
        through.prepare(links)
        seen = addresses_of(links)
        problems = [item for link in links for item in through.read(link, seen) if isinstance(item, SourceError)]
    for problem in problems:
        say(str(problem))
    reading = folder.keep(dict.fromkeys(links, follow), fetcher.answers.values(), fetcher.failed)
    if not reading.documents:
        fail("no article could be read", NOTHING_SUMMARIZED)
    (say_nothing if quiet else say)(f"{output}: keeps {len(reading.documents):,} articles")
    if strict and problems:
        fail("a link could not be read, and --strict was given", NOTHING_SUMMARIZED)
