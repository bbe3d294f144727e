"""Sentences in which the writer speaks as a person, or to the reader: an opinion, an aside, a question.

They may matter, but what happened is better told by a sentence that reports. The words are English; in other
languages only questions are seen.
"""

from __future__ import annotations

import re

_QUOTATION = re.compile(r"\"[^\"]*\"?|[“«„][^”»]*[”»]?|(?<!\w)['‘][^'’]{3,}['’](?!\w)")
# "World War I", "Queen Orla I", "I-95": a number, nobody who speaks.
_NUMERAL = re.compile(
    r"\b(?:War|Phase|Part|Type|Class|Stage|Division|Category|(?:King|Queen|Emperor|Empress|Pope|Tsar) [^\W\d_]+) I\b"
    r"|\bI-(?=\d)"
)
# "Here's a look at what happened", "Q. Will the law be changed": to the reader, about the article.
_ADDRESS = re.compile(
    r"\s*(?:(?:[Bb]ut|[Aa]nd|[Ss]o|[Nn]ow),? )?[Hh]ere(?:['’]s| is| are)"
    r" (?:a (?:look|closer|list|guide)|(?:(?:all|everything|some of) )?(?:what|how|why)|hoping)\b|\s*Q[.:] "
)
_PERSON = re.compile(r"\b(?:I|me|[Mm]y|[Ww]e|us|[Oo]ur|[Yy]ou|[Yy]our|[Ll]et['’]s)\b")


def is_personal(text: str) -> bool:
    """Whether the writer, not someone quoted, says I, we or you, asks, or tells what the article will tell."""
    own_words = _NUMERAL.sub(" ", _QUOTATION.sub(" ", text))
    return bool(_PERSON.search(own_words) or _ADDRESS.match(own_words)) or own_words.rstrip().endswith(("?", "？", "؟"))
