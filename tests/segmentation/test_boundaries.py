"""Where sentences begin and end."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize import languages
from summarize.records.document import Document
from summarize.records.sentence import SentenceRole
from summarize.segmentation import split_documents
from summarize.segmentation.boundaries import sentence_spans
from summarize.segmentation.ends import small_words
from tests.segmentation.splitting import split, texts

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


@pytest.mark.parametrize(
    "sentences",
    [
        ["Prosecutors asked for min. 12 years in prison.", "He got four."],
        ["Read ch. 4 of vol. 3, para. 9.", "It is short."],
        ["Sales were 3.1 bln vs est. $2.8 bln.", "Analysts were surprised."],
        ["The case falls under § 14-220 of the code.", "Few knew it."],
        ["He lives at No. 10 with a dog.", "The cat lives at No. 12."],
        ["Lt. Gov. Dana Crewe and Insp. Ruth Hale toured the Rte. 44 site.", "It was wet."],
        ["Cmsr. Ruth Hale left.", "Ofc. Alan Pell stayed."],
        ["The judge, R. J. Pell, ruled for the E.P.A. in 2030.", "Crewe appealed."],
        ["The ship lies off 12 N. Dane St. in Marl.", "It was sold."],
        ["The U.S. Olympic Committee and the U.S. Attorney's office agreed.", "A U.N. envoy did not."],
        ["Corvel Inc. cut 300 jobs.", "Bray & Co. did too."],
        ["The meeting begins at 10 a.m. Tuesday.", "It is the last."],
        ["Yahoo! cut 400 jobs.", "Staff were told by mail."],
        ["The house -- what a sight! -- was pink.", "Nobody lived there."],
        ["The winner – a girl of nine! – cried.", "Her father did not."],
        ["The car did 120 km/h.", "The limit is 50."],
    ],
)
def test_what_belongs_to_a_word_or_an_aside_ends_no_sentence(sentences: list[str]) -> None:
    assert texts(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["The law takes effect in May.", "Critics say that is too early."],
        ["A child got ill.", "Teachers called an ambulance."],
        ["He bowed to the Fed.", "Banks welcomed it."],
        ["The painters live for art.", "Galleries pay little."],
        ["Asked if he knew, he said no.", "Reporters laughed."],
        ["The mayor has a plan B.", "Residents have none."],
        ["The minister posted it on X.", "He deleted it at noon."],
        ["He moved to the U.S.", "His brother stayed in Marl."],
        ["The wreck belongs to Dane & Co.", "Divers found it."],
        ["The suspect, Alan Pell Sr., fled.", "Deputies found him in a barn."],
        ["He said he would go.", "3,400 fans stayed."],
        ["There were 212 cases in 2029.", "2030 will be worse."],
        ["The train left at 4 p.m.", "Passengers were cold."],
        ["They sold pens, cups, etc.", "Tourists bought them."],
    ],
)
def test_a_word_that_may_be_an_abbreviation_ends_a_sentence_where_another_begins(sentences: list[str]) -> None:
    assert texts(" ".join(sentences)) == sentences


def test_the_words_of_a_document_tell_which_of_its_words_are_no_abbreviations() -> None:
    """Kiss and Strunk's evidence: what a text writes in full elsewhere is a word."""
    text = "He sold the brod. 12 buyers came."
    assert len(list(sentence_spans(text, languages.get("en"), small_words("a brod is a bread")))) == 2
    assert len(list(sentence_spans("He sold ca. 12 of them.", languages.get("en"), small_words("a brod")))) == 1


def test_items_of_a_list_stand_without_their_numbers_also_inside_a_paragraph() -> None:
    assert texts("1. Close the bridge. 2. Open the road. 3. Tell the mayor.") == [
        "Close the bridge.",
        "Open the road.",
        "Tell the mayor.",
    ]
    assert texts("• The bridge is closed.\n• The road is open.") == ["The bridge is closed.", "The road is open."]
    assert texts("She wants three things: a) peace, b) bread, c) work.") == [
        "She wants three things: a) peace, b) bread, c) work."
    ]


def test_the_mark_of_a_note_belongs_to_no_sentence() -> None:
    assert texts("The tram opened on Monday.[^1] It was late.[2] Nobody minded.") == [
        "The tram opened on Monday.",
        "It was late.",
        "Nobody minded.",
    ]
    assert texts("“[They] knew of it,” the judge wrote.") == ["“[They] knew of it,” the judge wrote."]


def test_a_buttons_label_that_lost_its_space_is_left_out_and_a_name_is_not() -> None:
    assert texts("AdvertisementThe town looks for a buyer.") == ["The town looks for a buyer."]
    assert texts("LinkedIn said YouTube and McAllan agreed.") == ["LinkedIn said YouTube and McAllan agreed."]


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


@pytest.mark.parametrize(
    "text",
    ["Yahoo! Inc. will sell its maps to a rival.", "The court fined Hurra! Ltd. over false labels on its jam."],
)
def test_a_company_whose_name_ends_with_a_shout_keeps_what_it_is(text: str) -> None:
    assert texts(text) == [text]
    assert texts(f"Nobody bid! {text}")[1:] == [text]


@pytest.mark.timed
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
