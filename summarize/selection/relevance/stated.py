"""Sentences that state outright what a plain question asks: "Captain Joren Haldane, 52" says who the captain is and his
age.

Nearness of meaning misses them, as such a question is short and such a sentence is about something else. All words of
the question have to stand in one description of a person, or right beside one figure: little is found, but that for
certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import inf

from summarize.conflicts.parsing import read
from summarize.languages import Language, get
from summarize.lexical.words import plain_words, stem
from summarize.quantities.ages import AGE
from summarize.quantities.values import FORMER, Value
from summarize.records.sentence import Sentence
from summarize.selection.introductions import described
from summarize.selection.names import is_title_case, names_in
from summarize.selection.relevance.evidence import AMOUNTS, is_of_kind
from summarize.selection.relevance.matches import Matches
from summarize.selection.relevance.question import Question


def stated(question: Question, sentence: Sentence, before: Sentence | None, matches: Matches) -> str | None:
    """What a sentence states in answer to a plain question: a surname, or a figure, by which equal answers are known.
    None where it states nothing. `before` stands right before it in its document.
    """
    if not question.is_plain or is_title_case(sentence.text):
        return None
    if question.kind in ("person", AGE):
        return next(_described(question, sentence, before), None)
    return next(_measured(question, sentence, matches), None) if question.kind in AMOUNTS else None


def _described(question: Question, sentence: Sentence, before: Sentence | None) -> Iterator[str]:
    """The surnames, or else the ages, of those in a sentence that are described as the one asked about."""
    text, language, wanted = sentence.text, get(sentence.language), question.words - question.names
    ages = [value for value in read(text, language).values if value.dimension == AGE]
    for name in names_in(text, language.names):
        start, end, is_aged = described(name, text, language.names)
        around = f"{text[start : name.start]} {text[name.end : end]}"
        own = _stems(text[name.start : name.end], language)
        if not name.is_full or language.questions.others.search(around):
            continue
        if wanted:
            rest = around, f"{text[:start]} {text[end:]}", before.text if before else ""
            is_one = wanted <= _stems(around, language) and not own & wanted and _is_of(question, rest, language)
        else:
            is_one = question.kind == AGE and bool(question.names) and question.names <= own
        if is_one and question.kind != AGE:
            yield name.surname
        elif is_one and is_aged:
            yield from (str(value.low) for value in ages if name.end <= value.start < end)
    if question.kind == AGE and not question.names:
        yield from (str(value.low) for value in ages if wanted == {value.head})


def _stems(text: str, language: Language) -> set[str]:
    return {stem(word, language) for word in plain_words(text, language)}


def _is_of(question: Question, texts: tuple[str, ...], language: Language) -> bool:
    """Whether the first of some texts that names anything names what the question does, and no other."""
    for text in texts:
        stems = set[str]()
        for name in names_in(text, language.names):
            opens = not text[: name.start].strip(" \"“'‘")
            found = {stem(word.text, language) for word in name.words if word.key not in language.words.stop}
            # What a sentence begins with has a capital in any case.
            stems |= found if not opens or found & question.names else set()
        if stems:
            return question.names == stems or not question.names
    return not question.names


def _measured(question: Question, sentence: Sentence, matches: Matches) -> Iterator[str]:
    """The figures of a sentence that are those of the thing asked about: "a fine of 412 million crowns"."""
    language, wanted, kind = get(sentence.language), question.words - question.names, question.kind
    if kind is None or len(wanted) != 1 or not question.names <= matches.within(sentence.text, sentence.language):
        return
    for value in read(sentence.text, language).values:
        is_current = is_of_kind(kind, value) and value.relation != FORMER and 0 < value.low <= value.high < inf
        if is_current and _things(sentence, value, language, matches) & wanted:
            yield str(value.low)


def _things(sentence: Sentence, value: Value, language: Language, matches: Matches) -> set[str]:
    """The words of the question of which a figure is certainly given: what a link joins to it, or it stands before."""
    text = sentence.text
    joined = language.questions.amount_link.search(text[: value.start])
    words = [joined["thing"]] if joined else []
    if behind := re.match(r"[\s-]+([\w’'-]+)", text[value.end :]):
        words.append(behind[1])
    return {found for word in words if (found := matches.of(word, sentence.language))}
