"""What of a draft can be checked, and where it names its sources."""

from __future__ import annotations

import time

import pytest

from summarize.checking.draft import DraftSentence, take_apart
from summarize.errors import DocumentError
from summarize.records.document import Document


def parts(text: str) -> list[DraftSentence]:
    return list(take_apart(Document(id="draft", text=text, language="en")).sentences)


def reasons(text: str) -> list[str]:
    return [part.reason for part in parts(text)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Should the captain have slowed down?", "question"),
        ("It is a scandal that nobody was warned.", "opinion"),
        ("We believe the company acted too late.", "opinion"),
        ("Here is what we know so far.", "about the text"),
        ("This newsletter sums up the week.", "about the text"),
        ("# Ferry accident at Port Ennick", "heading"),
        ("Thanks for reading!", "about the text"),
    ],
)
def test_what_states_no_fact_is_not_checkable(text: str, reason: str) -> None:
    assert reasons(text) == [reason]


@pytest.mark.parametrize(
    "text",
    [
        "The captain asked whether he should have slowed down.",
        "The union called it a scandal that nobody was warned.",
        "The minister said she believed the company had acted too late.",
        "This newsletter of the port authority said the pier would close on Friday.",
        "The report by the board sums up the accident.",
        "Thirty-one people were hurt.",
        '"We heard a bang," said Orla Finnick.',
    ],
)
def test_a_report_of_an_opinion_or_a_question_is_checkable(text: str) -> None:
    assert reasons(f"A ferry struck the mole on Tuesday.\n\n{text}")[1:] == [""]


def test_items_with_a_verb_are_checked_without_a_full_stop_and_others_are_not() -> None:
    text = "The ferry struck the mole on Tuesday.\n\n- Thirty-one people were hurt\n- Fog, radar, blame\n"
    assert reasons(text) == ["", "", "no verb"]


def test_a_list_of_sources_is_not_checked() -> None:
    text = "A ferry struck the mole [1].\n\nSources:\n\n[1] Fog ferry hits mole, https://courier.example/ferry\n"
    assert reasons(text) == ["", "no statement", "reference"]


def test_offsets_are_those_of_the_draft_whatever_its_markup() -> None:
    text = "# News\n\n* A **ferry** [struck the mole](https://a.example/1) on Tuesday [2].\n* `Nobody` was killed.\n"
    document = Document(id="draft", text=text, language="en")
    found = take_apart(document).sentences
    assert [text[p.sentence.start : p.sentence.end] for p in found] == [
        "News",
        "A **ferry** [struck the mole](https://a.example/1) on Tuesday [2].",
        "`Nobody` was killed.",
    ]
    assert "*" not in found[1].sentence.text
    assert "http" not in found[1].sentence.text


def test_citations_belong_to_the_sentence_they_stand_in_or_behind() -> None:
    first, second = parts("A ferry struck the mole. [1] Nobody was killed [2, 4-5].")
    assert [mention.numbers for mention in first.mentions] == [(1,)]
    assert [mention.numbers for mention in second.mentions] == [(2, 4, 5)]


@pytest.mark.parametrize("cited", ["[2, p. 3]", "[2, pp. 3-4]", "[2, S. 12]", "[2,p.3]"])
def test_a_page_behind_the_number_of_a_source_is_no_other_source(cited: str) -> None:
    first, second = parts(f"A ferry struck the mole {cited}. Nobody was killed {cited}[1] (2 sources).")
    assert [mention.numbers for mention in first.mentions] == [(2,)]
    assert [mention.numbers for mention in second.mentions] == [(2,), (1,)]
    assert "3" not in first.sentence.text + second.sentence.text


def test_a_sentence_without_spaces_is_checked_in_its_own_script() -> None:
    (part,) = take_apart(Document(id="draft", text="船が桟橋に衝突し、27人が負傷した。")).sentences
    assert part.reason == ""


def test_marks_between_two_sentences_are_of_one_of_them() -> None:
    one, other = parts("The ferry struck the mole in the town.**It** snowed all night in the hills.")
    assert one.sentence.end <= other.sentence.start


@pytest.mark.parametrize("text", ["", "   \n", "***", "123 456", "---\n---\n"])
def test_a_draft_without_words_is_refused(text: str) -> None:
    with pytest.raises(DocumentError, match="empty"):
        take_apart(Document(id="draft", text=text))


@pytest.mark.timed
def test_a_draft_that_is_too_long_is_refused_before_it_is_divided() -> None:
    text = "The ferry struck the pier on Tuesday, the police said. " * 29_000
    begun = time.process_time()
    with pytest.raises(DocumentError, match=r"1,595,000 characters; at most 400,000 are checked"):
        take_apart(Document(id="draft", text=text))
    assert time.process_time() - begun < 0.1


def test_a_long_draft_of_few_sentences_is_taken_apart() -> None:
    assert len(parts("The ferry struck the pier on Tuesday, the police said. " * 1_990)) == 1_990


@pytest.mark.timed
@pytest.mark.parametrize(
    "text",
    ["A ferry struck the mole. " + "[1] " * 95_000, "A ferry struck the mole. " + "https://a.example/b " * 19_000],
    ids=["numbers", "links"],
)
def test_a_draft_that_names_a_source_ten_thousand_times_is_taken_apart_soon(text: str) -> None:
    begun = time.process_time()
    (sentence,) = take_apart(Document("draft", text)).sentences
    assert len(sentence.mentions) >= 19_000
    assert time.process_time() - begun < 2


@pytest.mark.timed
@pytest.mark.parametrize("word", ["A", "A.", "A'", "A-", "A "])
def test_a_name_without_end_is_looked_at_once(word: str) -> None:
    begun = time.process_time()
    assert parts(f"The Post reports that {word * 100_000} sank.")[0].mentions[0].name == "The Post"
    assert time.process_time() - begun < 4
