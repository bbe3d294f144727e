"""Sentences in which the writer speaks as a person, or to the reader: an opinion, an aside, a question; and texts that
are opinions as a whole.

They may matter, but what happened is better told by a sentence that reports. Languages without such words show only
questions and exclamations.
"""

from __future__ import annotations

import re
from collections import Counter

from summarize.languages import Language, get
from summarize.languages.general import ASKED
from summarize.records.corpus import Corpus
from summarize.records.document import Document
from summarize.records.links import parts_of

_QUOTATION = re.compile(r"\"[^\"]*\"?|[“«„][^”»]*[”»]?|(?<!\w)['‘][^'‘’]{3,400}['’](?!\w)")
_MARK = re.compile(r"[\"“”«»„‘]|(?<!\w)['’]|['’](?!\w)")
_FEW = 5
MIN_TIMES, MIN_SHARE = 4, 0.12
"""A column says I in so many sentences without quotation marks, and in such a share of all: of 268 articles of 48
real events that holds of one review, of 274 of Multi-News of a travel piece, two conversations and a post."""


def is_personal(text: str, language: Language) -> bool:
    """Whether the writer, not someone quoted, says I, we or you, asks, exclaims, guesses or announces what follows."""
    own_words = language.person.numeral.sub(" ", _QUOTATION.sub(" ", text))
    return bool(
        language.person.person.search(own_words)
        or language.person.address.match(own_words)
        or (language.person.stance.search(own_words) and not language.person.reported.search(own_words))
    ) or own_words.rstrip().endswith(("?", "？", "؟", "!", "！"))


def is_attributed(text: str, language: Language) -> bool:
    """Whether, in a column, a sentence tells what somebody else says, and not what its writer thinks of it."""
    return bool(language.reported.search(_QUOTATION.sub(" ", text))) and not is_personal(text, language)


def is_bare_question(text: str, words: int) -> bool:
    """Whether all of a sentence of so many words asks, and these are few: "And the heirs?", "You don't think so?".

    None of the 62 in 126 annotated events is part of a key fact.
    """
    return words <= _FEW and ASKED.search(text[-4:]) is not None


def opinions(corpus: Corpus) -> frozenset[int]:
    """The documents that are opinions as a whole: columns, editorials, reviews.

    By their headline, first line or link, by a note on whose opinion it is, or since the writer says I throughout.
    """
    spoken: Counter[int] = Counter()
    counts = Counter(sentence.document for sentence in corpus.sentences)
    for sentence in corpus.sentences:
        himself = get(sentence.language).person.himself.search(sentence.text)
        spoken[sentence.document] += bool(himself) and not _MARK.search(sentence.text)
    said = {number for number, times in spoken.items() if times >= max(MIN_TIMES, MIN_SHARE * counts[number])}
    return labelled_opinions(corpus) | said


def labelled_opinions(corpus: Corpus) -> frozenset[int]:
    """Those of them that say so. Who says I throughout may as well report what he saw."""
    return frozenset(
        number
        for number, document in enumerate(corpus.documents)
        if _is_labelled(document, get(corpus.language(number)))
    )


def _is_labelled(document: Document, language: Language) -> bool:
    person = language.person
    first_line = document.text.lstrip().partition("\n")[0]
    sections = parts_of(document.url).path.lower().split("/")[:-1]
    return (
        any(person.opinion_label.search(line) for line in (document.title or "", first_line))
        or bool(person.opinion_note.search(document.text))
        or not person.opinion_paths.isdisjoint(sections)
    )
