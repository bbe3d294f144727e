"""Bylines, datelines and page machinery before the first word of a paragraph."""

from __future__ import annotations

import re

from summarize.languages import general
from summarize.languages.en.calendar import MONTH, WEEKDAY
from summarize.languages.prose import Dateline, Heads

DATE = rf"(?:{WEEKDAY},? )?(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? {MONTH})(?:,? \d{{4}})?"
CAPITALS = r"(?!(?:FILE|PHOTO|VIDEO|NOTE)\b)[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ.’'-]*){0,3}"
PLACE = r"[A-ZÀ-Þ][\w.’'-]*(?: (?:[A-ZÀ-Þ][\w.’'-]*|de|of|al|la|el)){0,3}"
AGENCY = r"[(\[](?=[^)\]]*[A-Z])[A-Za-z][\w .,’'&/-]{1,40}[)\]]"
NEXT = r"(?=[“\"‘'(]*[A-ZÀ-Þ0-9$€£])"
DATELINES = (
    Dateline(
        re.compile(
            rf"(?:(?:(?:{CAPITALS}|{PLACE})(?:, {PLACE}){{0,2}}(?:, {DATE})?|{DATE}) ?)?{AGENCY}"
            rf"(?:\s*(?:--?-?|–|—|―)\s*){NEXT}"
        )
    ),
    Dateline(
        re.compile(
            rf"(?:(?:{CAPITALS}|{PLACE})(?:, {PLACE}){{0,2}} ?)?"
            rf"\((?:CNN|AP|Reuters|REUTERS|AFP|UPI|CBS News|NBC News|ABC News|CNN Business|CNET)\)\s?{NEXT}"
        )
    ),
    Dateline(
        re.compile(
            rf"{CAPITALS}(?:, {PLACE}){{0,2}}(?:, {DATE})?"
            rf"(?:\s+(?:--?-?|–|—|―)\s*|\s*(?:--|–|—|―)\s+|(?<=[^\W\d_]{{4}})(?:--|–|—|―)){NEXT}"
        ),
        may_be_subject=True,
    ),
    Dateline(re.compile(rf"(?:{PLACE}, )?{DATE}(?:\s+(?:--?-?|–|—|―)\s*|\s*(?:--|–|—|―)\s+){NEXT}")),
)
MACHINERY = re.compile(
    r"(?:CLOSE\s+(?=[A-Z])|Skip (?:Twitter|Facebook|Instagram|YouTube) post by @?\w+\s+|"
    r"Advertisement\s+(?=[A-Z][a-z]+ [a-z])|Media playback is (?:un)?supported on (?:your|this) device\s+|"
    r"Video Loading Video Player\s+|View [Ii]mages?\s+(?=[A-Z])|Story [Hh]ighlights\s+(?=[A-Z])|"
    r"(?:BREAKING|UPDATED?|EXCLUSIVE|JUST IN|WATCH)(?: NEWS)?\s?[:|]\s+)"
)
# "By Ann Marsh, Science correspondent The lake", where a line end was lost. Where a byline ends can be seen only by a
# role or by a word that opens a sentence: "By New York City Council rules" is no byline.
REPORTER = r"[A-ZÀ-Þ][\w’'-]+(?: (?:[A-ZÀ-Þ][\w’'.-]*|van|von|de|der|den|del|la|le|al|bin|di|da|du)){1,3}"
ROLE = r"(?i:(?:[\w-]+ ){0,3}(?:reporter|correspondent|editor|writer|columnist|critic))"
OPENS = r"(?:The|An?|In|On|At|It|There|This|These|Two|Three|Four|Five|Six|After|When|As|For|More|Some|Police) "
BYLINE = re.compile(
    rf"By (?!{WEEKDAY}\b|{MONTH}\b)(?:(?:our {ROLE} {REPORTER}|{REPORTER}, {ROLE})\s+"
    rf"(?={OPENS}|[A-ZÀ-Þ][\w’'-]+ [a-zß-ÿ])|{REPORTER}\s+(?={OPENS}))"
)

# "Opinion:" and "Analysis:" stay: without them a headline would claim what its writer only thinks.
TITLE_LABEL = re.compile(
    r"(?:(?:RPT|CORRECTED|REFILE|EXCLUSIVE|FACTBOX|TIMELINE|NEWSMAKER|WRAPUP|UPDATE|BRIEF|FLASH|URGENT|ALERT)\s?-+\s?)+|"
    r"(?i:(?P<bracket>\[)?(?:breaking(?: news)?|just in|developing(?: story)?|exclusive|live(?: now| blog| updates?)?|"
    r"updated?|latest|watch(?: live)?|video|photos|in pictures|pictures|gallery|listen|podcast|read|explainer|urgent|"
    r"embargoed[^:]{0,40})(?(bracket)\]:?\s+|\s?(?:[:|]|\s[-–—]+)\s+))"
)
TITLE_TAIL = re.compile(
    r"(?<!\s)(?i:\s*(?:\s[-–—|]+|:|\()\s*(?:live(?:[ -]?blog| updates?| coverage)?|latest(?: updates| news)?|updates|"
    r"as it happened|as it happens|video|with video|watch|photos|in pictures|gallery)\)?)$"
)

HEADS = Heads(
    entry=general.entry_clock(r"[ap]\.?m\b\.?"),
    byline=BYLINE,
    machinery=MACHINERY,
    datelines=DATELINES,
    title_label=TITLE_LABEL,
    title_tail=TITLE_TAIL,
)
