"""What holds for every format."""

from __future__ import annotations

import dataclasses
import json
import re
import subprocess
import sys
from collections.abc import Callable

import pytest

from summarize.records.brief import Brief
from summarize.records.views import Coverage, Precision, Quotation, Tie, Tied, TimelineEntry
from summarize.rendering import Format, render
from tests.rendering.samples import SAMPLES

SUFFIX = {Format.MARKDOWN: "md", Format.TEXT: "txt", Format.JSON: "json", Format.HTML: "html"}
PROSE = [Format.MARKDOWN, Format.TEXT, Format.HTML]


@pytest.mark.parametrize("format", Format)
@pytest.mark.parametrize("name", SAMPLES)
def test_a_brief_reads_as_in_its_golden_file(
    name: str, format: Format, same_as_golden: Callable[[str, str], None]
) -> None:
    """The style sheet stands in its own file and is left out of the comparison."""
    page = re.sub(r"(?<=<style>\n).*?(?=\n</style>)", "...", render(SAMPLES[name](), format), flags=re.DOTALL)
    same_as_golden(f"{name}.{SUFFIX[format]}", page)


@pytest.mark.parametrize("format", Format)
def test_a_brief_ends_with_exactly_one_newline(sample: Brief, format: Format) -> None:
    assert re.search(r"\S\n\Z", render(sample, format))


@pytest.mark.parametrize("format", Format)
def test_equal_briefs_give_equal_text(format: Format) -> None:
    assert render(SAMPLES["ferry"](), format) == render(SAMPLES["ferry"](), format)


@pytest.mark.parametrize("format", Format)
def test_a_format_may_be_given_by_its_name(ferry: Brief, format: Format) -> None:
    assert render(ferry, format.value) == render(ferry, format)  # type: ignore[arg-type]


def test_a_name_that_is_no_format_is_refused(ferry: Brief) -> None:
    with pytest.raises(ValueError, match="pdf"):
        render(ferry, "pdf")  # type: ignore[arg-type]


@pytest.mark.parametrize("format", Format)
def test_no_control_character_of_a_source_comes_through(hostile: Brief, format: Format) -> None:
    """Neither escape sequences for a terminal nor invisible marks that turn the direction of the text after them."""
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", render(hostile, format))


@pytest.mark.parametrize("format", PROSE)
@pytest.mark.parametrize("tie", Tie)
def test_the_name_that_sources_share_is_cleaned_too(ferry: Brief, format: Format, tie: Tie) -> None:
    shared = (Tied((1, 2), tie, "\x1b]0;Fog\x07The\n\u202ePost\x9b31m"),)
    written = render(dataclasses.replace(ferry, coverage=Coverage((), shared)), format)
    assert not re.search("[\x07\x1b\x9b\u202e]", written)
    assert ("The Post" in written) == (tie is not Tie.COPY)


@pytest.mark.parametrize("format", PROSE)
def test_a_hard_wrapped_quotation_flows(ferry: Brief, format: Format) -> None:
    assert "a clean bill of health only two months ago." in render(ferry, format)


@pytest.mark.parametrize("format", PROSE)
def test_a_brief_without_a_title_is_called_brief(ferry: Brief, format: Format) -> None:
    untitled = dataclasses.replace(ferry, title=" \n")
    assert "Brief" in render(untitled, format)
    assert "Brief" not in render(ferry, format)


@pytest.mark.parametrize("format", Format)
def test_a_brief_of_nothing_can_be_written(ferry: Brief, format: Format) -> None:
    nothing = dataclasses.replace(ferry, title=None, sentences=(), conflicts=(), sources=(), claims=())
    assert render(nothing, format).endswith("\n")


def test_json_gives_the_brief_back_exactly(sample: Brief) -> None:
    assert Brief.from_dict(json.loads(render(sample, Format.JSON))) == sample


def test_json_keeps_letters_of_all_scripts_readable(hostile: Brief) -> None:
    assert "أعلنت السلطات" in render(hostile, Format.JSON)


def test_json_keeps_the_order_of_the_record(ferry: Brief) -> None:
    assert list(json.loads(render(ferry, Format.JSON))) == [*ferry.to_dict(), "wording"]


def test_json_says_in_words_what_every_other_format_says(ferry: Brief) -> None:
    told = json.loads(render(ferry, Format.JSON))["wording"]
    text = render(ferry, Format.TEXT)
    assert f"{told['extent']} {told['left_out']}" in text
    assert all(f"({said})" in text for said in told["sentences"] if said != "1 source")
    assert [(said["label"], said["sentence"]) for said in told["conflicts"]] == [
        ("Since updated", 1),
        ("Sources disagree", 2),
        ("Sources also disagree", None),
    ]


def test_json_says_in_words_what_is_said_of_a_view_in_its_order(ferry: Brief) -> None:
    assert "sections" not in json.loads(render(ferry, Format.JSON))["wording"]
    entries = (
        TimelineEntry("2019", Precision.YEAR, 1, (Quotation(1, 0, 5, "Ferry"),)),
        TimelineEntry("2029-11-13", Precision.DAY, 2, (Quotation(2, 0, 5, "Ferry"),)),
    )
    (section,) = json.loads(render(dataclasses.replace(ferry, timeline=entries), Format.JSON))["wording"]["sections"]
    assert (section["name"], section["columns"]) == ("timeline", ["Date", "What"])
    assert section["rows"] == [["2019", ""], ["13 November 2029", ""]]


def test_rendering_loads_the_terminal_library_only_to_print() -> None:
    code = "import sys, summarize.rendering; sys.exit('rich' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
