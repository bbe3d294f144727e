"""Sentences in which the writer speaks as a person, or to the reader: an opinion, an aside, a question.

They may matter, but what happened is better told by a sentence that reports. The words are English; in other
languages only questions are seen.
"""

from __future__ import annotations

import re

from summarize.languages import Language

_QUOTATION = re.compile(r"\"[^\"]*\"?|[“«„][^”»]*[”»]?|(?<!\w)['‘][^'‘’]{3,400}['’](?!\w)")


def is_personal(text: str, language: Language) -> bool:
    """Whether the writer, not someone quoted, says I, we or you, asks, or tells what the article will tell."""
    own_words = language.person.numeral.sub(" ", _QUOTATION.sub(" ", text))
    return bool(
        language.person.person.search(own_words) or language.person.address.match(own_words)
    ) or own_words.rstrip().endswith(("?", "？", "؟"))
