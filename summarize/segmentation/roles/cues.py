"""How strongly a sentence speaks to the reader in the name of the page: a sum of small pieces of evidence."""

from __future__ import annotations

import re

CALL_TO_ACTION = 4.0
"""The lowest sum that makes a sentence clutter; set on authored events and 180 hand-made article texts."""

_MAX_WORDS = 40
_I = re.IGNORECASE

_IMPERATIVE = re.compile(
    r"(?:\W|now: )*(?:please |to )?(?:get|download|follow|subscribe|sign|join|listen|text|call|ring|e-?mail|write|"
    r"click|tap|watch|read|visit|turn|send|vote|refresh|share|like|donate|pick up|try|buy|save|book|order|enter|"
    r"win|see|find|check|add|tell|take|learn|discover|explore|browse|register|contact|support|comment|tune|stay|"
    r"play|shop|view|submit|search|don[’']t miss|have your)\b",
    _I,
)
_SECOND_PERSON = re.compile(r"\b(?:you|yours?|you[’'](?:re|ve|ll))\b", _I)
_ADDRESS = re.compile(
    r"@\w|https?:|www\.|\b\d{3,5}[ -]\d{3,4}\b|\w\.(?:com|org|net|example|co\.uk)\b|#\w|"
    r"\bextension \d|\btel\b|\bpage \d"
)
_OFFER = re.compile(
    r"\b(?:free|terms apply|offer|trial|per (?:week|month)|(?:\d+ \w+|[$£€]\d+) a (?:week|month|year)|for the price of|"
    r"save \d|\d% off|over 18s|brought to you|opening hours|"
    r"open (?:from )?(?:mon|tues|wed|thu|fri|sat|sun|daily|\d)|\d ?(?:am|pm) to \d)",
    _I,
)
_QUESTION = re.compile(
    r"(?:were|are|do|did|have|know|got|want|need|can|would|has|lost|not|stuck|sick|looking)\b[^?]{0,100}\?", _I
)
_PAGE_SPEAKS = re.compile(r"\b(?:we|us|our|my|i|me)\b", _I)
_MEDIA = re.compile(
    r"\b(?:newsletters?|apps?|news ?(?:desk|room)|inbox|subscri\w+|website|pages?|alerts?|podcasts?|e-?mail|blog|"
    r"edition|issues?|sidebar|archive|editor|readers?|listeners?|viewers?|coverage|FM|on air|online|mailing list|"
    r"comments?|bulletin|supplement|box office|tickets?|correspondent|columnist|column|magazine|press office|"
    r"media (?:line|office|desk)|reprints?|prints|polls?|updates?|photos?|pictures)\b",
    _I,
)
_SHOUTING = re.compile(r"(?:[A-Z]{3,}[ :,!?-]+){2,}")


def call_to_action_score(text: str, words: int, *, tail: bool, beside: bool) -> float:
    """Sum of the evidence, 0 to about 9; CALL_TO_ACTION and more is clutter.

    `tail`: among the last paragraphs; `beside`: next to clutter.
    """
    if words > _MAX_WORDS:
        return 0.0
    score = 2.0 * bool(_IMPERATIVE.match(text)) + bool(_SECOND_PERSON.search(text))
    score += 1.5 * bool(_ADDRESS.search(text)) + 1.5 * bool(_OFFER.search(text))
    if not score:
        return 0.0
    score += bool(_QUESTION.match(text)) + bool(_MEDIA.search(text))
    score += 0.5 * (bool(_PAGE_SPEAKS.search(text)) + bool(_SHOUTING.search(text)) + text.endswith("!"))
    if any(mark in text for mark in '“”"'):
        score -= 2.0
    return score + tail + 0.5 * beside + 0.5 * (words <= 14)
