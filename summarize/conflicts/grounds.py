"""What in the words of two sentences bears it out that they contradict each other.

A model that reads a contradiction where no figure differs, nothing is denied and no words exclude each other has mostly
read a paraphrase: "died on the way to hospital", "was pronounced dead in the ambulance". It must be the surer of it.
"""

from __future__ import annotations

from summarize.conflicts.opposites import exclusions
from summarize.conflicts.parsing import ParsedSentence
from summarize.conflicts.polarity import exclusive, opposed_sides, polarity_of
from summarize.lexical.tokens import Tokenizer
from summarize.quantities.agreement import agree
from summarize.relations import CONTRADICTS, told_by_words


def has_grounds(one: ParsedSentence, other: ParsedSentence) -> bool:
    """Whether two sentences of one language give differing figures of one dimension, deny unequally, or say what
    excludes each other.
    """
    return _figures_differ(one, other) or _deny_unequally(one, other) or _exclude(one, other)


def _figures_differ(one: ParsedSentence, other: ParsedSentence) -> bool:
    mine, yours = ([value for value in sentence.values if value.stated] for sentence in (one, other))
    return any(x.dimension == y.dimension and not agree(x, y) for x in mine for y in yours)


def _deny_unequally(one: ParsedSentence, other: ParsedSentence) -> bool:
    sentences = one, other
    negations = {len(polarity_of(sentence.words, sentence.language).negations) for sentence in sentences}
    denied = {bool(sentence.language.updates.denied.search(sentence.text)) for sentence in sentences}
    return len(negations) > 1 or len(denied) > 1


def _exclude(one: ParsedSentence, other: ParsedSentence) -> bool:
    left, right = (polarity_of(sentence.words, sentence.language) for sentence in (one, other))
    return bool(
        exclusive(left, right)
        or opposed_sides(left, right)
        or next(exclusions(one, other, [other]), None)
        or next(exclusions(other, one, [one]), None)
        or contradict_in_words(one, other)
    )


def contradict_in_words(one: ParsedSentence, other: ParsedSentence) -> bool:
    """Whether their words alone tell that two sentences contradict each other: "Kohl sued Sole", "Sole sued Kohl"."""
    language = one.language
    return told_by_words(one.text, other.text, language, Tokenizer(language.stemmer)) == CONTRADICTS
