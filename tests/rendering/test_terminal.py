"""What a person sees on a terminal."""

from __future__ import annotations

import dataclasses
import io
import re
from collections.abc import Callable

import pytest
from rich.console import Console

from summarize.records.brief import Brief
from summarize.rendering import print_brief
from summarize.rendering.terminal import MEASURE
from tests.rendering.samples import SAMPLES

COLOUR = re.compile(r"\x1b\[[\d;]*m")
HYPERLINK = re.compile(r"\x1b\]8;[^;\x1b]*;(https?://[^\s\x1b]*)?\x1b\\")


def printed(brief: Brief, *, width: int = 80, colour: bool = False) -> str:
    file = io.StringIO()
    print_brief(
        brief,
        Console(
            file=file, width=width, force_terminal=colour, color_system="standard" if colour else None, _environ={}
        ),
    )
    return file.getvalue()


@pytest.mark.parametrize("name", SAMPLES)
def test_a_brief_reads_on_a_terminal_as_in_its_golden_file(
    name: str, same_as_golden: Callable[[str, str], None]
) -> None:
    same_as_golden(f"{name}.terminal.txt", printed(SAMPLES[name]()))


@pytest.mark.parametrize(("width", "longest"), [(40, 40), (80, 80), (200, MEASURE)])
def test_lines_are_folded_to_a_readable_width(ferry: Brief, width: int, longest: int) -> None:
    lines = [line for line in printed(ferry, width=width).splitlines() if "https://" not in line]
    assert longest - 12 <= max(map(len, lines)) <= longest


def test_an_address_stays_in_one_piece(ferry: Brief) -> None:
    assert "    https://npa.example/2029/11/13/skarra-ferry\n" in printed(ferry, width=20)


def test_a_terminal_no_wider_than_the_indent_is_no_error(ferry: Brief) -> None:
    assert printed(ferry, width=1).startswith("F\ne\nr\nr\ny\n")


def test_square_brackets_and_emoji_codes_of_a_source_are_text(hostile: Brief) -> None:
    shown = printed(hostile, width=MEASURE)
    assert "[bold red]Not bold[/bold red] :smile: [/] and [link=https://evil.example]no link[/link]." in shown
    assert "<script>alert(1)</script> [bold]*News*[/bold]" in shown


def test_only_colours_and_links_of_our_own_reach_the_terminal(sample: Brief) -> None:
    plain = HYPERLINK.sub("", COLOUR.sub("", printed(sample, colour=True)))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", plain)
    assert plain == printed(sample)


def test_only_web_addresses_can_be_clicked(ferry: Brief, hostile: Brief) -> None:
    def links(brief: Brief) -> list[str]:
        return [link for link in HYPERLINK.findall(printed(brief, colour=True)) if link]

    assert links(ferry) == [source.url for source in ferry.sources if source.url]
    assert links(hostile) == ["https://example.org/a%20b%22%3E%3Cscript%3E(1)&copy;"]


def test_a_brief_without_a_title_is_called_brief(ferry: Brief) -> None:
    assert printed(dataclasses.replace(ferry, title=None)).startswith("Brief\n")
