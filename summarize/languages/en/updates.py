"""How a report says that something has changed since an earlier one."""

from __future__ import annotations

import re

from summarize.languages.unsettled import Updates

PIECE = r"(?:version|report|article|story|headline|post|piece|page|dispatch|caption)s?"
EARLIER = r"(?:earlier|previous|prior|original|first|initial)"
WRONG = (
    r"(?:wrong(?:ly)?|incorrect(?:ly)?|mistaken(?:ly)?|erroneous(?:ly)?|error|"
    r"mis(?:stated|reported|spelled|identified))"
)
SAID = (
    rf"(?<![\w’'-])(?:{PIECE}|we|it|{WRONG}|originally|previously|initially|first|earlier)(?:[^\w;:]++[\w’'-]{{1,40}}+){{0,7}}?"
    r"[^\w;:]++(?<!should have )"
    r"(?:said|stated|reported|gave|given|put|wrote|claimed|misstated|misreported|listed|had)\b"
)
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
    fewer=re.compile(
        r"\b(?:revis(?:es?|ed|ing|ion)|correct(?:s|ed|ing|ion)|down (?:from|to)|fewer|no longer|recount(?:ed)?|"
        r"(?:lower(?:s|ed|ing)?|reduc(?:es?|ed|ing)|cut) (?:its|the|their|to|than)|(?:dropp?(?:s|ed)|fell|fallen) "
        r"(?:to|from)|counted twice|double[- ]count\w*|(?:in|by) (?:error|mistake)|mistakenly|wrongly|rather than|"
        r"instead of|not (?:\d|as )|initial(?:ly)?|previous(?:ly)?|originally|at first|had said|"
        r"(?:earlier|first|final) (?:given|put|reported|said|reports?|counts?|figures?|estimates?|tolls?|numbers?))\b",
        re.IGNORECASE,
    ),
    notice=re.compile(
        rf"[\W_]*+(?:(?:because of an? .{{1,30}}, )?(?:an?|the|our|in an?|in our) {EARLIER} (?:\w+ )?{PIECE}"
        rf"(?: (?:of|on|in) (?:this|our) {PIECE}|(?= (?:said|stated|gave|misstated|{WRONG}))|"
        rf"(?=.{{0,120}}\b{WRONG}\b))|"
        rf"this {PIECE}(?: \w+)? (?:(?:was|has been|is) (?:amended|corrected|updated|changed|edited)|{WRONG}|"
        rf"(?:originally|previously|initially) (?:said|stated|gave))\b|corrects \w|we {WRONG}|"
        rf"we (?:said|reported|wrote|stated)\b(?=.{{0,120}}\b{WRONG}\b))",
        re.IGNORECASE,
    ),
    said=re.compile(SAID, re.IGNORECASE),
    withdrawn=re.compile(
        r"(?:\b(?:not|rather than|instead of|correct(?:s|ed)\b.{0,80}\bfrom)"
        r"(?: (?:the|an?|about|some|as many as|on|at|in|by|to))*|"
        rf"{SAID}(?:(?!\b(?:when|while|but|whereas|though|in fact|actually|rather than|should)\b)[^;—]){{0,120}})\s?$",
        re.IGNORECASE,
    ),
    event_year=re.compile(
        r"\b(?:the|that)(?: \w+)? (?P<year>(?:1[89]|20)\d\d) (?!people\b)[a-z]",
        re.IGNORECASE,
    ),
)
