"""Sentences that lean on the one before them: a pronoun or a connective at their head, or a quotation cut loose.

Such a sentence says little, or something else, when its antecedent is missing. Judged here is a sentence alone; what a
brief has told before it is known to `notes`. In a language without a pack only quotations are held to
lean.
"""

from __future__ import annotations

import re

from summarize.languages import Language

_QUOTED = re.compile(r"^\W*[\"“«„'‘].*[\"”»'’]\W*\w", re.DOTALL)
_QUOTED_WORDS = re.compile(r"“[^“”]*”|\"[^\"]*\"")
_SINGLE = re.compile(r"\s*['‘](?=[^\W\d_]{2}|[^\W\d_] )")
_SINGLE_CLOSED = re.compile(r"['’](?!\w)")
_DASH = re.compile(r"\s*[-–—]{1,2}\s")
_NUMBERED = re.compile(r"\s*[(\[]?\d{1,2}[.)]\s")
"""What follows a dash or a number is the rest of a sentence or an item of a list."""
_CLOCK = re.compile(r"\s*\d\d?[:.]\d\d(?:\s?[ap]\.?m\.?)?\s*[-–—:]\s*")
"""The time before an entry of a running report."""
_CAPITAL = re.compile(r"(?<![\w.])[^\W\d_a-z][\w’'-]*")
_POSSESSIVE = re.compile(r"['’]s?$")
_WORD = re.compile(r"[^\W\d_][\w-]*")
OPENING = '“„«"'
"""Marks that open a quotation."""
_CLOSING = {'"': '"', "“": "”", "„": "“”", "”": "”", "«": "»", "»": "«", "'": "'’", "‘": "'’"}


def is_context_dependent(text: str, language: Language) -> bool:
    """Whether a sentence needs the one before it to be understood."""
    if clock := _CLOCK.match(text):
        text = text[clock.end() :]
    return (
        bool(language.anaphora.head.match(text))
        or bool(
            language.anaphora.late_pronoun.match(text)
            or language.anaphora.late_possessive.match(text)
            or language.anaphora.early_subject.match(text)
            or language.anaphora.said_of_group.match(text)
        )
        or bool(language.anaphora.spoken_for.match(text) and not _QUOTED.match(text))
        or bool(language.anaphora.pronoun_speaker.search(text))
        or bool(language.anaphora.pronoun_added.search(text))
        or _lacks_time(text, language)
        or _is_speech_alone(text.strip())
        or is_half_quoted(text)
        or _opens_alone(text, language)
        or _lacks_person(text, language)
        or _lacks_person(_QUOTED_WORDS.sub(_blank, text), language)
    )


def is_cut_off(text: str, language: Language) -> bool:
    """Whether a sentence is an item of a list or what follows a dash: it stands nowhere but in its place.

    Where a figure with a full stop is an ordinal ("1. FC Köln"), it begins no item.
    """
    return bool(_DASH.match(text) or (_NUMBERED.match(text) and not language.boundaries.ordinals))


def is_contrastive(text: str, language: Language) -> bool:
    """Whether a sentence limits what the one before it says: "But nobody has seen the plan"."""
    return bool(language.anaphora.contrast.match(text))


def is_retraction(text: str, language: Language) -> bool:
    """Whether a sentence says that the one before it is untrue, or no longer so, as "Or so it seemed" does."""
    return bool(language.anaphora.retraction.match(text))


def _lacks_person(text: str, language: Language) -> bool:
    """Whether it says he or she, his or her, and nobody stands before that who could be meant.

    Anybody with a name could, and whoever is called by what he is: a captain, but not officials. A name behind a comma
    after the pronoun could too: "After his speech, Rade left".
    """
    pronoun = language.anaphora.person_pronoun.search(text)
    if not pronoun:
        return False
    before = text[: pronoun.start()]
    if language.anaphora.persons.search(before) or re.match(
        r"[^.;]*?, (?:[\w-]+ ){0,4}?[^\W\d_a-z]", text[pronoun.end() :]
    ):
        return False
    if any(word.lower() in language.names.roles for word in _WORD.findall(before)):
        return False
    return not any(_is_somebody(name, before, language) for name in _CAPITAL.finditer(before))


def _lacks_time(text: str, language: Language) -> bool:
    """Whether it counts from a day, "later that day", that it does not name before."""
    same = language.anaphora.same_time.search(text)
    return same is not None and not language.anaphora.time_named.search(text, 0, same.start())


def _blank(match: re.Match[str]) -> str:
    """As many blanks: nobody whom somebody else speaks of is meant by a pronoun outside the quotation."""
    return " " * len(match[0])


def _is_somebody(name: re.Match[str], text: str, language: Language) -> bool:
    """Whether a word with a capital may be a name: no first word of other use, no day, nobody's calling, no place."""
    word = _POSSESSIVE.sub("", name[0].lower())
    if word in language.names.calendar or word in language.names.openers:
        return False
    if word.removesuffix("s") in language.names.roles or word in language.names.no_persons:
        return False
    return not language.names.place_before.search(text[: name.start()])


def _is_speech_alone(text: str) -> bool:
    """Whether all of it is said by somebody it does not name."""
    closing = _CLOSING.get(text[:1])
    inner = text[1:].rstrip(".!?")
    if not closing or not inner.endswith(tuple(closing)):
        return False
    return not re.search(rf"[{closing}],?\s+\w", inner[:-1])


def is_left_open(text: str, language: Language) -> bool:
    """Whether it is the first sentence of a longer quotation: who says it stands behind the last."""
    return _opens_alone(text, language) or (text.lstrip().startswith(tuple(OPENING)) and is_half_quoted(text))


def _opens_alone(text: str, language: Language) -> bool:
    """Whether it begins with a single quotation mark that nothing in it closes: an apostrophe in a word does not, nor
    one at its head.
    """
    opened = _SINGLE.match(text)
    if opened is None or language.anaphora.elided.match(text, opened.end()):
        return False
    return not _SINGLE_CLOSED.search(text, opened.end())


def is_half_quoted(text: str) -> bool:
    """Whether one of two quotation marks is missing. A mark that opens in one language closes in another."""
    low, high, closing = text.count("„"), text.count("“"), text.count("”")
    opened, closed = (low, high + closing) if low else (high, closing)
    balanced = opened == closed or (opened == 0 and closed % 2 == 0)
    return not balanced or text.count("«") != text.count("»") or text.count('"') % 2 == 1
