"""How a report says that something has changed since an earlier one."""

from __future__ import annotations

import re

from summarize.languages.unsettled import Updates

UPDATES = Updates(
    changed=re.compile(
        r"\b(?:now|since|ris(?:en|es|ing)|rose|rais(?:es?|ed|ing)|lower(?:s|ed|ing)|revis(?:es?|ed|ing|ion)|"
        r"correct(?:s|ed|ing|ion)|revers(?:es?|ed|ing|al)|latest|updated (?:its|the|their)|postpon(?:es?|ed|ing)|"
        r"cancel(?:s|led|ed|ling|ing)|call(?:s|ed|ing) off|no longer|instead|in place of|later|climb(?:s|ed|ing)|"
        r"(?:up|down) from|grown|increased to|initially|previously|had said|at first|first (?:given|put|reported|said)|"
        r"originally|final(?:ly| (?:report|results?|count|figures?|tally))|abandon(?:s|ed|ing)|dropp?(?:s|ed|ing)|"
        r"withdr(?:ew|awn|aw|awing)|delay(?:s|ed|ing)|(?:put|puts|putting) (?:off|back)|"
        r"(?:than|as) (?:first |previously |originally )?"
        r"(?:announced|planned|promised|forecast|reported|stated|expected)|"
        r"admit(?:s|ted|ting)|acknowledg(?:es?|ed|ing)|after (?:saying|having said)|ruled out)\b",
        re.IGNORECASE,
    ),
    replaces=re.compile(
        r"\b(?:(?:up|down) from|(?:ris(?:en|es|ing)|rose|climb(?:s|ed|ing)|grown|increased|jumped|raised|lowered|"
        r"revised)(?: \w+){0,3} to\b|revis(?:es?|ed|ing|ion)|corrected|"
        r"(?:than|as) (?:first |previously |originally |initially )"
        r"(?:announced|planned|promised|forecast|reported|stated|thought|feared|believed)|"
        r"(?:first|earlier) (?:reported|estimates?|reports?|counts?|figures?))\b",
        re.IGNORECASE,
    ),
    provisional=re.compile(
        r"\b(?:so far|as yet|preliminar(?:y|ily)|provisional(?:ly)?|early (?:reports?|figures?|results?|estimates?)|"
        r"first (?:reports?|figures?|results?|estimates?|reading)|unconfirmed|is understood to|"
        r"(?:is|are|it is) thought)\b",
        re.IGNORECASE,
    ),
    counted=re.compile(
        r"\b(?:kill|dead\b|died|death|toll\b|injur|wound|missing\b|hospital|arrest|detain|evacuat|rescued|displaced|"
        r"homeless|cases\b|bodies|survivors|unaccounted)",
        re.IGNORECASE,
    ),
    denied=re.compile(
        r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es|ed|ing)|disput(?:es|ed|ing)|"
        r"untrue|false(?:ly)?|no plans?)\b",
        re.IGNORECASE,
    ),
    toll=re.compile(
        r"\b(?:death toll|toll(?! road| booth| bridge)|(?:number|count) of (?:(?:people|those|confirmed) )?"
        r"(?:dead|deaths|killed|fatalities))\b",
        re.IGNORECASE,
    ),
    toll_count=re.compile(
        r"\b(?:ris(?:en|es|ing)|rose|climb(?:s|ed|ing)|gr(?:ew|own|ows)|increased|reache[sd]|stands|stood|jump(?:s|ed)|"
        r"revised|is|was|at|up|put)(?: (?:thus|now|since|again|up|down|to|at|least|stands))* "
        r"(?P<count>\d|(?!the\b|an?\b)[a-z]+\b)",
        re.IGNORECASE,
    ),
    event_year=re.compile(
        r"\b(?:the|that)(?: \w+)? (?P<year>(?:1[89]|20)\d\d) (?!people\b)[a-z]",
        re.IGNORECASE,
    ),
)
