"""What stands around a figure and changes what it says."""

from __future__ import annotations

import re

from summarize.languages.en.calendar import MONTH_SHORT
from summarize.languages.en.numbers import SCALES, SMALL
from summarize.languages.figures import Quantities
from summarize.languages.text import listed

FORMER = re.compile(
    r"(?:\bfrom|compared (?:with|to)|previously|earlier|(?:up|down) on|against"
    r"|(?<!more )(?<!less )(?<!fewer )(?<!other )than(?: the)?|first given as"
    r"|previous \w+ of|(?:previous|initial|earlier|original|first|old)(?:\s[\w-]+){0,2}(?:\sof)?|instead of"
    r"|rather than)(?:\s(?:the|a|an|some|about|around|just))?\s*$",
    re.IGNORECASE,
)
IN_OTHER_WORDS = re.compile(r"(?:\s(?:a|per)\s\w+)?(?:,\sor\s|\s?\()(?:a total of\s|about\s|some\s)?$")
"""Between two figures that as a rule are one amount: "$70 a share, or $105 billion"."""
RELATION = re.compile(
    r"\b(by|within|every|after|last|past|next|first|include|includes|including|among them|another|additional|extra"
    r"|further|each|only)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
MORE_THAN = listed(
    "for after in within of to by at with than is was been last lasts lasted lasting take takes taking took spent "
    "served just well slightly little"
)
"""Behind these, over a time is more than that."""
DURING = re.compile(
    "".join(rf"(?<!\b{word} )" for word in MORE_THAN) + r"\bover (?:about |some )?"
    r"[\w.]{1,12}(?:[ -][\w.]{1,12})? (?:seconds|minutes|hours|days|weeks|months|years|decades)\b",
    re.IGNORECASE,
)
"""Where nothing says that it is more than so long: "examined twelve times over five years"."""
PART_OF = re.compile(r"\s*(?:\w+\s+)?of (?:the|them|whom|those|these|which|its|his|her|their|our|us)\b", re.IGNORECASE)
OTHER = re.compile(r"\s+other\s", re.IGNORECASE)
MORE_OF_THEM = re.compile(r"\s*(?:-\s*)?(?:more|further|additional|extra)\b", re.IGNORECASE)
VERSUS_BEFORE = re.compile(r"\b(?:versus|vs\.?)\s+$", re.IGNORECASE)
VERSUS_AFTER = re.compile(r"[\w\s%]{0,12}\b(?:versus|vs)\b", re.IGNORECASE)
NUMBERED = re.compile(
    r"\b(?:No\.?|UPDATE|Update|Part|Volume|Vol\.|Chapter|Top|number|Route|Flight|Highway|Room|Article|Rule|Section|Page"
    r"|Formula|Type|Phase|Category|Class|Grade|Level|Gate|Boeing|Airbus|Act|Bill|Psalm|Group|Channel|Unit|Zone|iPhone"
    r"|Windows|Galaxy|Season|Week|Day|Game|Track|Line|Ward|District|(?i:lap|turn|game|match|round|stage|stint|hole|heat"
    r"|inning|quarter|phase|chapter|article|section|paragraph|verse|page|volume|episode|flight|room|gate|platform|runway"
    r"|terminal|junction|route|highway|lane|tier|grade|category|seed|ward|bed|cell|pier|dock|berth|hangar|court|exit|stand"
    r"|block|bus|tram|train|number|line|channel|studio|no\.?))\s+$"
)
NO_COUNT = re.compile(
    r"\s*(?:in|out of|of every|to)\s+(?:every\s+)?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten)\b"
    r"|\s*(?:st|nd|rd|th)\b|\s*[-–/:]\s*\d|[A-Za-z]|-[A-Z]",
    re.IGNORECASE,
)
NO_NUMBER = re.compile(r"\b\d{1,3}\s+to\s+$|\b(?:mother|father|parent)\s+of\s+$", re.IGNORECASE)
"""Before a number alone: the second half of a vote, and children."""
ODDS = re.compile(r"\b(?:one|two|three|four|five|nine|\d+)\s+(?:in|out of)\s+(?:every\s+)?$", re.IGNORECASE)
IN_EACH = re.compile(r"\s+(?:in|out of|of|for) (?:a|one|every|each) (?:ten|hundred|thousand|1,?000?)\b", re.I)
RANGE = re.compile(r"\s*(?:-|–|—|to|or|and)\s*")
LISTED = re.compile(r"\s+[a-z-]+\s+and\s+")
"""Between two numbers that a sentence adds up, such as "three girls and two boys"."""
MAGNITUDE = re.compile(r"\bmagnitude(?: \w+)?(?: of| at| was)?(?: about| around)?\s+(?:a )?$", re.IGNORECASE)
MAGNITUDE_AFTER = re.compile(
    r"\s?-?\s?magnitude\b|\s+(?:earth)?quake\b|\s+(?:temblor|tremor)\b|\s+on the Richter scale", re.IGNORECASE
)
OLD = re.compile(r"[\s-]?years?[\s-]?old\b|\s+years? of age\b", re.IGNORECASE)
AGED = re.compile(r"\baged?(?: of)?\s$|\bthen\s$")
BEARER = re.compile(
    r"\b(?:[Ww]ho|[Hh]e|[Ss]he|[a-z]{3,20}) (?:is|was)\s$|\b(?:man|woman|boy|girl|child|youth) (?P<of>of)\s$"
    r"|\b[A-Za-z][\w'’-]{1,40}(?:,\s|\s\()$"
)
FORMER_AGE = re.compile(r"\bage(?: of)?\s$|\bthen\s$")
LAST_AGE = re.compile(
    r"\b(?:dead|died|dies|dying|passed away|passes away|killed|drowned)\b[^.;:]{0,40}$", re.IGNORECASE
)
AGE_HINT = re.compile(
    r"\byears?[\s-]old\b|\bage[ds]?\b|\byears? of age|\b(?:is|was|man|woman|boy|girl|child|youth)(?: of)? \d"
    r"|[a-z](?:,| \() ?\d{1,3}(?:\)|,|\.|$| and)",
    re.IGNORECASE,
)
PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Ww]ho) (?:is|was)\s$")
MONTH_BEFORE = re.compile(rf"\b(?:May|{MONTH_SHORT})\w*\.?,\s$")
AGE_END = re.compile(r"\s*(?:,|\.|\)|and\b|$)")
RELATIVE = re.compile(r"[\s-]?(?:ago|later|earlier|before|after)\b", re.IGNORECASE)
NOBODY = re.compile(
    r"\b(?:(?:no|zero)\s+(?:known |reported )?(?:(?=injur|death|casual|fatal|arrest))"
    r"|(?:nobody|no ?one|no people|no passengers)\s+(?:was|were|is|has been|had been|have been)\s+)(?P<role>[a-z]+)\b",
    re.IGNORECASE,
)
VOTE = re.compile(
    r"\b(?:vot(?:e[sd]?|ing)|ballots?|(?:approv|pass|adopt|reject|back)ed|upheld|decided|ruled|decision|ruling)\b",
    re.IGNORECASE,
)
_COUNT = rf"\d{{1,3}}|{SMALL}"
_AGAINST = r"\s+(?:in favou?r|for)\s+and\s+|\s+to\s+|\s?[-–]\s?|\s+votes?\s+against\s+"
VOTE_RESULT = re.compile(
    rf"(?<![\w.,:/-])(?P<result>(?P<ayes>{_COUNT})(?:\s+votes?)?(?:{_AGAINST})(?P<noes>{_COUNT}))\b"
    r"(?=[,.;:)]?$|[,.;:)]\s|\s(?:on|in|to|for|against|after|with|that|at|vote|ruling|decision|majority|margin|when|as|the"
    r"|by|late|early|yesterday|last|this)\b)",
    re.IGNORECASE,
)
FRACTION_PARTS = {
    part: number
    for number, word in enumerate(listed("third quarter fifth sixth seventh eighth ninth tenth"), 3)
    for part in (word, f"{word}s")
}
_NO_SHARE = rf"(?!\s+(?:an?\s|{'|'.join(SCALES)}))"
"""After "a quarter of": half of a million and a quarter of an hour are amounts of their own."""
FRACTION = re.compile(
    rf"\b(?:(?P<times>an?|{SMALL})[\s-](?P<part>{'|'.join(FRACTION_PARTS)})\s+"
    rf"(?:of\b{_NO_SHARE}|(?=fewer|less|more|lower|higher))"
    rf"|(?<!first )(?<!second )(?<!latter )(?<!other )(?P<half>half)\s+"
    rf"(?:of\b{_NO_SHARE}|(?=the\s(?!time|way|size|battle)|its\s|their\s|his\s|her\s|all\s)))",
    re.IGNORECASE,
)
ASPECTS = {
    "deep": "depth deep",
    "high": "height altitude high tall",
    "long": "length long",
    "wide": "width diameter wide across",
    "apart": "distance away off from north south east west northeast northwest southeast southwest",
    "gust": "gust gusts gusting",
    "sustained": "sustained",
}
"""What a length or speed is of, by the words that stand before it or behind it."""
_ASPECT_OF = {word: aspect for aspect, words in ASPECTS.items() for word in listed(words)}
ASPECT_BEFORE = re.compile(
    r"\b(depth|height|altitude|length|width|diameter|distance|gusts?|gusting|sustained)(?: (?:winds?|speeds?))?"
    r"(?: (?:of|at|was|is|reaching|reached|blowing))?"
    r"(?: (?:up to|to|at|of|about|around|some|over|more than|nearly))*\s$",
    re.IGNORECASE,
)
ASPECT_AFTER = re.compile(
    r"[\s-](deep|high|tall|long|wide|across|away|off|from|(?:north|south)(?:east|west)?|east|west)\b",
    re.IGNORECASE,
)
LIMITING = frozenset(
    listed(
        "by during every each another additional extra further other first last past next former part include includes "
        "including"
    )
) | {"among them"}
"""Relations that make a value an answer to a question of its own."""

AMOUNT_OF = re.compile(
    r"(?<![\w’'-])"
    r"(?P<thing>(?!(?:instead|out|made|consist\w*|because|total|sum|amount|average|record|tune|value|worth|excess|"
    r"maximum|minimum|most|much|half|\w+ed|\w+ing)\b)[a-z][a-z’'-]{2,40}) of (?:a )?$"
)
SHARE_OF = re.compile(
    r" of (?:(?:all|the|its|their|his|her|our|those|these) )*(?!value\b|price\b)"
    r"(?P<thing>[a-z][a-z’'-]+(?: [a-z][a-z’'-]+){0,3})"
)

QUANTITIES = Quantities(
    amount_of=AMOUNT_OF,
    share_of=SHARE_OF,
    former=FORMER,
    in_other_words=IN_OTHER_WORDS,
    relation=RELATION,
    during=DURING,
    in_each=IN_EACH,
    part_of=PART_OF,
    other=OTHER,
    more_of_them=MORE_OF_THEM,
    versus_before=VERSUS_BEFORE,
    versus_after=VERSUS_AFTER,
    numbered=NUMBERED,
    no_count=NO_COUNT,
    no_number=NO_NUMBER,
    odds=ODDS,
    range=RANGE,
    listed=LISTED,
    magnitude=MAGNITUDE,
    magnitude_after=MAGNITUDE_AFTER,
    old=OLD,
    aged=AGED,
    bearer=BEARER,
    former_age=FORMER_AGE,
    last_age=LAST_AGE,
    pronoun=PRONOUN,
    age_hint=AGE_HINT,
    definite=frozenset({"the"}),
    age_words=frozenset(listed("age aged")),
    month_before=MONTH_BEFORE,
    age_end=AGE_END,
    relative=RELATIVE,
    nobody=NOBODY,
    vote=VOTE,
    vote_result=VOTE_RESULT,
    aspect_before=ASPECT_BEFORE,
    aspect_after=ASPECT_AFTER,
    aspects=_ASPECT_OF,
    fraction=FRACTION,
    fraction_parts=FRACTION_PARTS,
    one="one",
    limiting=LIMITING,
)
