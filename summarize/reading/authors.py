"""Who wrote an article, out of what its format says of that: the names of people, and nothing that is none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import takewhile

from summarize.languages.general import CREDIT, CREDIT_JOINT, NAME_PARTICLES, NEWSROOM

MAX_AUTHORS = 20
"""People of one article; what names more is no byline."""
_MOST_PARTS = 200
_NAME_WORDS = 5
_LONG_WORD = 3
"""Letters of a word of a publisher's name that tells its desks from people: Courier Sport."""
_PART = re.compile(r"\s*[,;|/&\n•·]\s*")
_IN_BRACKETS = re.compile(r"\S+@\S+\s*\(([^()]{3,80})\)")
"""As the standard of RSS has it: ann@courier.example (Ann Marsh)."""
_BEHIND_NAME = re.compile(r"\s*[(\[<].*|(?<=\w{3})\.\s.*|\s+[-–—]\s.*|\s*\S*@\S+.*", re.DOTALL)
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-])*$")


def read_authors(given: object, publisher: str | None = None) -> str | None:
    """The people that a value names as authors, separated by commas, each once: of a text such as "By Ann Marsh and
    Joe Roe, staff writers", of an object with a name, or of a list of these. None where it names nobody: accounts such
    as "admin", desks, agencies, links, and the publisher itself are no people.
    """
    site = {word for word in (publisher or "").lower().split() if len(word) >= _LONG_WORD}
    names = dict.fromkeys(
        name
        for text in _texts(given)
        for part in _PART.split(_IN_BRACKETS.sub(r"\1", text))
        for each in CREDIT_JOINT.split(CREDIT.sub("", part.strip()))
        if (name := _name(each)) and not site & set(name.lower().split())
    )
    return ", ".join(names) if len(names) <= MAX_AUTHORS and names else None


def _texts(given: object) -> Iterator[str]:
    """The texts in a value, what an object is called among them."""
    left = [given]
    for _ in range(_MOST_PARTS):
        if not left:
            return
        value = left.pop(0)
        if isinstance(value, str):
            yield value[:1_000]
        elif isinstance(value, Mapping):
            left.append(value.get("name"))
        elif isinstance(value, list | tuple):
            left += value[:_MOST_PARTS]


def _name(text: str) -> str | None:
    """A text, if it is the name of a person: two words or more, each beginning as names do where letters have cases."""
    words = _BEHIND_NAME.sub("", text).split()
    name = list(takewhile(lambda word: word in NAME_PARTICLES or not word[0].islower(), words))
    if not name or not all(map(_WORD.match, name)) or len(name) > _NAME_WORDS or name[-1] in NAME_PARTICLES:
        return None
    if {word.lower().rstrip(".") for word in words[: len(name) + 1]} & NEWSROOM:
        return None
    has_cases = any(word.lower() != word.upper() for word in name)
    return " ".join(name) if len(name) > 1 or (not has_cases and len(name[0]) > 1) else None
