"""How the writer speaks of himself or to the reader."""

from __future__ import annotations

import re

from summarize.languages.prose import Person

# "World War I", "Queen Orla I", "I-95": a number, nobody who speaks.
NUMERAL = re.compile(
    r"\b(?:War|Phase|Part|Type|Class|Stage|Division|Category|(?:King|Queen|Emperor|Empress|Pope|Tsar) [^\W\d_]+) I\b"
    r"|\bI-(?=\d)"
)
# "Here's a look at what happened", "Q. Will the law be changed": to the reader, about the article.
ADDRESS = re.compile(
    r"\s*(?:(?:[Bb]ut|[Aa]nd|[Ss]o|[Nn]ow),? )?[Hh]ere(?:['’]s| is| are)"
    r" (?:a (?:look|closer|list|guide)|(?:(?:all|everything|some of) )?(?:what|how|why)|hoping)\b|\s*Q[.:] "
)
FIRST_OR_SECOND = re.compile(r"\b(?:I|me|[Mm]y|[Ww]e|us|[Oo]ur|[Yy]ou|[Yy]our|[Ll]et['’]s)\b")

PERSON = Person(numeral=NUMERAL, address=ADDRESS, person=FIRST_OR_SECOND)
