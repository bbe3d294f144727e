"""How a page speaks to its reader."""

from __future__ import annotations

import re

from summarize.languages.prose import CallsToAction

_I = re.IGNORECASE
IMPERATIVE = re.compile(
    r"(?:\W|now: )*(?:please |to )?(?:get|download|follow|subscribe|sign|join|listen|text|call|ring|e-?mail|write|"
    r"click|tap|watch|read|visit|turn|send|vote|refresh|share|like|donate|pick up|try|buy|save|book|order|enter|"
    r"win|see|find|check|add|tell|take|learn|discover|explore|browse|register|contact|support|comment|tune|stay|"
    r"play|shop|view|submit|search|don[’']t miss|have your)\b",
    _I,
)
SECOND_PERSON = re.compile(r"\b(?:you|yours?|you[’'](?:re|ve|ll))\b", _I)
ADDRESS = re.compile(
    r"@\w|https?:|www\.|\b\d{3,5}[ -]\d{3,4}\b|\w\.(?:com|org|net|example|co\.uk)\b|#\w|"
    r"\bextension \d|\btel\b|\bpage \d"
)
OFFER = re.compile(
    r"\b(?:free|terms apply|offer|trial|per (?:week|month)|(?:\d+ \w+|[$£€]\d+) a (?:week|month|year)|for the price of|"
    r"save \d|\d% off|over 18s|brought to you|opening hours|"
    r"open (?:from )?(?:mon|tues|wed|thu|fri|sat|sun|daily|\d)|\d ?(?:am|pm) to \d)",
    _I,
)
QUESTION = re.compile(
    r"(?:were|are|do|did|have|know|got|want|need|can|would|has|lost|not|stuck|sick|looking)\b[^?]{0,100}\?", _I
)
PAGE_SPEAKS = re.compile(r"\b(?:we|us|our|my|i|me)\b", _I)
MEDIA = re.compile(
    r"\b(?:newsletters?|apps?|news ?(?:desk|room)|inbox|subscri\w+|website|pages?|alerts?|podcasts?|e-?mail|blog|"
    r"edition|issues?|sidebar|archive|editor|readers?|listeners?|viewers?|coverage|FM|on air|online|mailing list|"
    r"comments?|bulletin|supplement|box office|tickets?|correspondent|columnist|column|magazine|press office|"
    r"media (?:line|office|desk)|reprints?|prints|polls?|updates?|photos?|pictures)\b",
    _I,
)

CALLS_TO_ACTION = CallsToAction(
    imperative=IMPERATIVE,
    second_person=SECOND_PERSON,
    address=ADDRESS,
    offer=OFFER,
    question=QUESTION,
    page_speaks=PAGE_SPEAKS,
    media=MEDIA,
)
