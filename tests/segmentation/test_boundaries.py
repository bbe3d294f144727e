"""Where sentences begin and end."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.records.document import Document
from summarize.records.sentence import Sentence, SentenceRole
from summarize.segmentation import split_documents

any_text = st.text(
    alphabet=st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from(list("aB. !?\"'“”()\n\r\t:,—-…")),
        st.sampled_from(["\x00", "\u2028", "\u0301", "\u200f", "\u202e", "\ufeff", "😀", "。", "ש", "م"]),
    ),
    max_size=400,
)
article_like = st.lists(
    st.sampled_from(
        ["The bridge fell.", "Dr. Orme left.", "“We ran,” she said.", "BREN (NWA) -", "Read more:", "\r\n", "\n\n", " "]
    ),
    max_size=40,
).map("".join)


def split(text: str, title: str | None = None) -> list[Sentence]:
    return split_documents([Document(id="d", text=text, title=title)])


def texts(text: str) -> list[str]:
    return [sentence.text for sentence in split(text)]


@given(st.lists(st.one_of(any_text, article_like), max_size=3))
@settings(max_examples=200, deadline=None)
def test_every_sentence_is_a_span_of_its_document(contents: list[str]) -> None:
    """Offsets count characters, spans do not overlap, and no sentence begins or ends with white space."""
    documents = [Document(id=str(i), text=text) for i, text in enumerate(contents)]
    end = (0, 0)
    for sentence in split_documents(documents):
        assert sentence.text == contents[sentence.document][sentence.start : sentence.end]
        assert sentence.text == sentence.text.strip() != ""
        assert (sentence.document, sentence.start) >= (end if sentence.document == end[0] else (sentence.document, 0))
        end = (sentence.document, sentence.end)


@given(any_text)
@settings(max_examples=100, deadline=None)
def test_no_sentence_crosses_a_blank_line_or_quotes_a_control_character(text: str) -> None:
    for sentence in split(text):
        assert "\n\n" not in sentence.text
        if "\x00" in sentence.text:
            assert sentence.role is SentenceRole.BOILERPLATE


@given(st.one_of(any_text, article_like))
@settings(max_examples=50, deadline=None)
def test_positions_count_the_sentences_that_are_no_boilerplate(text: str) -> None:
    sentences = split(text)
    for i, sentence in enumerate(sentences):
        assert sentence.position == sum(before.role is not SentenceRole.BOILERPLATE for before in sentences[:i])
    assert [s.paragraph for s in sentences] == sorted(s.paragraph for s in sentences)


@pytest.mark.parametrize(
    "sentences",
    [
        ["The U.S. President met Mr. Orme at 5 a.m. on Monday.", "They talked for an hour."],
        ["She left at 5 p.m. Wednesday.", "Nobody saw Ms. Hallam again."],
        ["Work began on Nov. 14 in the north.", "It cost 7.8 million."],
        ["“We are closing,” the owner said.", "The doors shut at noon."],
        ["The mayor said, “It is over.”", "The crowd cheered loudly."],
        ["The line is shut (it flooded in June.)", "Buses run instead."],
        ['He asked, "Who pays?"', "Nobody answered him."],
        ["他们在北京见面。", "会谈持续了三个小时。"],
        ["يوم جديد في المدينة.", "هل انتهى الاجتماع؟"],
        ["यह एक वाक्य है।", "यह दूसरा वाक्य है।"],
        ["Die Brücke wird am 3. Oktober von der Stadt gesperrt.", "Das ist für den Ort nicht neu."],
        ["The score was 😀 good.", "Then 𝒳 came 👩‍👩‍👧 along."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(sentences: list[str]) -> None:
    joint = "" if sentences[0].endswith("。") else " "
    assert texts(joint.join(sentences)) == sentences


def test_a_lost_space_between_sentences_does_not_hide_their_border() -> None:
    assert texts("The strike ended.Trains run again. See example.org/News.Archive today.") == [
        "The strike ended.",
        "Trains run again.",
        "See example.org/News.Archive today.",
    ]


def test_a_short_quotation_of_two_sentences_stays_whole_and_a_long_one_is_split() -> None:
    short = "“We ran. We hid in the barn,” the farmer said."
    long = "“" + "We ran to the barn and waited for the water to fall again. " * 8 + "It took days,” he said."
    assert texts(short) == [short]
    assert len(texts(long)) == 9


def test_each_line_of_web_text_is_a_paragraph_of_its_own() -> None:
    sentences = split("The dam held.\nThe town did not.\r\n\r\nRain goes on.")
    assert [(s.text, s.paragraph) for s in sentences] == [
        ("The dam held.", 0),
        ("The town did not.", 1),
        ("Rain goes on.", 2),
    ]


def test_hard_wrapped_lines_are_read_as_one_paragraph() -> None:
    text = (
        "The old bridge over the Marl was closed on Monday after an\n"
        "inspection found cracks in two of its piers. The county said\n"
        "repairs would take until June.\n\n"
        "Drivers are sent over the northern bridge, which adds about\n"
        "twelve minutes to the trip, according to the county. The\n"
        "ferry expects more passengers.\n"
    )
    sentences = split(text)
    assert [" ".join(s.text.split()) for s in sentences] == [
        "The old bridge over the Marl was closed on Monday after an inspection found cracks in two of its piers.",
        "The county said repairs would take until June.",
        "Drivers are sent over the northern bridge, which adds about twelve minutes to the trip, according to the "
        "county.",
        "The ferry expects more passengers.",
    ]
    assert sentences[1].text == "The county said\nrepairs would take until June."


@pytest.mark.parametrize(
    "dateline",
    [
        "Sep 15 – ",
        "VARNHOLM (Newswire) - ",
        "VARNHOLM, Dec 29 (Foundation Press) - ",
        "PORT ALDER — ",
        "(CNN) — ",
        "WEST ALDER BAY, Fla., Jan 1 (NWA) -- ",
        "Varnholm City, Aug. 5 (Newswire) -- ",
        "SKIP (AP) — ",
        "Dec 17 (Newswire) - ",
    ],
)
def test_a_dateline_is_kept_out_of_its_sentence(dateline: str) -> None:
    sentence = "The ferry struck the pier at dawn."
    found = split(dateline + sentence + " Nobody was hurt.")
    assert [s.text for s in found] == [sentence, "Nobody was hurt."]
    assert found[0].start == len(dateline)


@pytest.mark.parametrize(
    "byline",
    [
        "By Ada Quill ",
        "By Ada Mary Quill ",
        "By Ada J. van Quill, Chief Reporter ",
        "By our harbour correspondent Ada Quill ",
        "By Ada Quill VARNHOLM (Newswire) - ",
    ],
)
def test_a_byline_that_lost_its_line_end_is_kept_out_of_the_first_sentence(byline: str) -> None:
    sentence = "The divers found the ferry at dawn."
    assert texts(byline + sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "By Monday Morning Post readers had sent 900 letters.",
        "By New York City Council rules the vote was void.",
        "By World War II Berlin had four million residents.",
        "By Prime Minister Merz's own count the coalition has two votes.",
        "By September Quill had left the paper.",
        "By Ada Quill’s own account the ferry was late.",
        "By then the ferry had sunk.",
    ],
)
def test_by_alone_makes_no_byline(sentence: str) -> None:
    assert texts(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "NAVA — America’s ferry agency — said on Monday that it would buy boats.",
        "NAVA – the ferry agency – said on Monday that it would buy boats.",
        "The ferry - a small one - struck the pier.",
    ],
)
def test_a_dash_alone_makes_no_dateline(sentence: str) -> None:
    assert texts(sentence) == [sentence]


@pytest.mark.parametrize(
    "text",
    [
        "word " * 100_000,
        "“Ab cd. " * 30_000,
        "他说。" * 60_000,
        "A-" * 200_000,
        '"A. ' * 50_000,
        "!" * 500_000,
        "Ab\n" * 30_000,
    ],
    ids=["no full stop", "open quotations", "Chinese", "dashes", "straight quotations", "marks", "short lines"],
)
def test_hostile_texts_take_linear_time(text: str) -> None:
    """Twice the text takes about twice the time; a quadratic step would take four times."""

    def seconds(part: str) -> float:
        begun = time.process_time()
        split(part)
        return time.process_time() - begun

    half, whole = seconds(text[: len(text) // 2]), seconds(text)
    assert whole < 3.2 * half + 0.5


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = (
        "import sys; sys.modules['summarize'] = m = type(sys)('summarize'); m.__path__ = [sys.argv[1]];"
        "import summarize.segmentation; print([n for n in ('numpy', 'torch', 'scipy', 'sklearn') if n in sys.modules])"
    )
    package = __import__("summarize").__path__[0]
    run = subprocess.run([sys.executable, "-c", code, package], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
