"""How a sentence says no, and which words exclude each other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarize.languages.prose import Negation
from summarize.languages.text import listed

NEGATIONS = frozenset(listed("not never no without neither nor nobody nothing none cannot"))
UNDONE = frozenset(listed("only necessarily just yet sure merely least doubt later less more fewer matter but"))
"""Words after a negation that make it something else than a no."""
UNTIL = frozenset(listed("until till before"))
EXCEPTIONS = frozenset(
    listed(
        "first only except unless until barely hardly without lack lacks lacked unable declined declines refused "
        "refuses failed fails denied denies rejected prohibits prohibited banned bans barred prevented avoided "
        "stopped ruled rules"
    )
)
"""Words that make the sentence without a negation say much the same as the one with it."""
AUXILIARIES = frozenset(listed("been have being immediately longer than"))
HELPERS = frozenset(listed("do does did longer"))
JOINING = frozenset(
    listed(
        "and or but with between both met meets meet married marry versus vs drew tied while as when faces face faced "
        "plays played play fought fights collided merged said says told added"
    )
)
MUTUAL = frozenset(
    listed(
        "accused accuses accuse accusing blamed blames blame criticised criticized criticises criticizes denounced "
        "mocked insulted thanked congratulated"
    )
)
"""What two may well do to each other at once: in the very same words, turned round, it is no contradiction, as it is
where one sued the other.
"""
LIMITING = (
    NEGATIONS
    | EXCEPTIONS
    | frozenset(
        listed(
            "deny denying reject rejects rejecting dismissed dismisses disputed disputes untrue false falsely fake "
            "alleged allegedly withdrew withdrawn retracted cancelled canceled postponed reversed overturned half all "
            "every some most former ex anti non almost nearly baseless unfounded groundless lie lies lied hoax myth "
            "rumour rumor rumours rumors rumoured rumored invented invention fabricated nonsense accused accuses "
            "suspected charged cleared acquitted doubt doubts doubted doubtful wrong wrongly mistaken mistakenly "
            "erroneously incorrect purported purportedly supposed supposedly unproven unconfirmed disproved debunked "
            "refuted refutes"
        )
    )
)
EQUATING = frozenset(listed("is are was were be been became remains remained the a an"))
ADJUNCTS = frozenset(
    listed(
        "in on at by from to for after before during since until over under near around amid despite following with "
        "without about against according where when while as if although though because monday tuesday wednesday "
        "thursday friday saturday sunday yesterday today tomorrow last next this earlier later meanwhile however also"
    )
)
UNFULFILLED = re.compile(
    r"\b(?:(?:is|are|was|were|had been|has been|have been) )?(?:also )?(?:try|tries|trying|tried|attempt(?:s|ed|ing)?|"
    r"threaten(?:s|ed|ing)?|hop(?:e|es|ed|ing)|expect(?:s|ed)|plan(?:s|ned|ning)?|intend(?:s|ed)?|want(?:s|ed)?|"
    r"prepar(?:es|ed|ing)|poised|set|due|scheduled|supposed|likely|unlikely|about) to\b(?: be\b| have\b)?|"
    r"\b(?:almost|nearly|narrowly)\b(?! (?:\d|all\b|every|half\b|an?\b|one|two|three|four|five|six|seven|eight|nine|"
    r"ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|certainly|the\b))|"
    r"\b(?:will|shall|would|can|cannot|could|might|may(?! \d)|should|must|probably|going to)\b(?: have\b| be\b)?|"
    r"\b(?:wo|ca|would|could|should|might|must)n[’']t\b|(?<=\w)[’'](?:ll|d)\b|"
    r"\b(?:once|long|initially|previously) (?:believed|thought|said|reported) to (?:be|have)\b|"
    r"\b(?:too early to say|no evidence|not clear|unclear|whether|if|unless)\b(?: that\b)?|"
    r"\bin (?:the|a|his|her) (?:novel|film|movie|play|series|book|drill|exercise)\b|"
    r"\?\s*[\"”’']*$",
    re.IGNORECASE,
)
FAILED = re.compile(
    r"\b(?:fail(?:s|ed)?|refus(?:es?|ed)|declin(?:es?|ed)|(?:is|are|was|were|been) unable|did not manage|"
    r"neglect(?:s|ed)?)(?: (?:on |last |this )?(?:\w+day|week|month|year))? to\b",
    re.IGNORECASE,
)
UNTRUE = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)|reject(?:s|ed|ing))\s+(?:as \w+ )?"
    r"(?:that|reports?|rumou?rs|claims?|allegations?|suggestions?|accusations?)\b"
    r"|\b(?:untrue|false|baseless|unfounded|fabricated|invented)\b",
    re.IGNORECASE,
)
VERBS = (
    "confirmed confirms confirm|denied denies deny",
    "won wins win|lost loses lose",
    "accepted accepts accept|rejected rejects reject refused",
    "approved approves approve|rejected rejects reject vetoed",
    "rose risen climbed increased gained|fell fallen dropped declined slid slipped decreased",
    "opened opens reopened|closed closes",
    "survived survives|died dies perished",
    "guilty convicted|innocent acquitted cleared",
    "convicted|acquitted",
    "supported supports backed backs|opposed opposes",
    "succeeded|failed",
    "alive|dead",
    "arrested detained|released freed",
    "raised raises raise|cut cuts lowered lowers lower reduced reduces reduce",
    "rise|fall",
    "rises|falls",
    "higher|lower",
    "gained gains gain|lost loses lose",
    "lifted lifts lift|imposed imposes impose",
    "allowed allows allow|banned bans ban",
    "strengthened|weakened",
    "widened|narrowed",
    "largest biggest|smallest",
    "before|after",
    "buy buys bought|sell sells sold",
    "hired hires|fired fires sacked sacks",
    "won|drew",
    "unanimously|narrowly",
)
SIDES = (
    "left|right",
    "northern north|southern south",
    "eastern east|western west",
    "inbound|outbound",
    "northbound|southbound",
    "eastbound|westbound",
)
# Not what two may do to each other, such as to sue, to attack, to hit and to score.
CONVERSES = (
    "beat beats beaten defeated defeats overcame thrashed edged|lost loses",
    "sold sells sell|bought buys buy acquired acquires purchased",
    "lent lends loaned|borrowed borrows",
    "succeeded succeeds replaced replaces|",
    "overtook overtakes overtake overtaken surpassed surpasses outstripped|",
    "ousted ousts unseated unseats toppled topples deposed dethroned|",
    "outbid outbids outvoted outscored outnumbered outnumber|",
    "inherited inherits|bequeathed bequeaths",
    "employs employed hired hires|",
)
RECIPROCAL = (
    "sued sues|",
    "accused accuses blamed blames|",
    "attacked attacks assaulted|",
    "hit struck rammed|",
    "shot stabbed punched|",
    "rescued saved|",
    "invited invites hosted|",
    "criticised criticized criticises condemned|",
    "praised praises thanked|",
    "called phoned|",
    "gave gives donated donates handed|got gets received receives",
    "killed murdered|",
    "expelled expels evicted evicts|",
)
SOLE = frozenset(listed("won wins win elected"))


def _table(rows: Sequence[str]) -> dict[str, dict[str, int]]:
    """For every word the rows it stands in and on which side."""
    table: dict[str, dict[str, int]] = {}
    for row in rows:
        for side, words in enumerate(row.split("|")):
            for word in words.split():
                table.setdefault(word, {})[row] = side
    return table


NEGATION = Negation(
    negations=NEGATIONS,
    contraction="n't",
    undone=UNDONE,
    until=UNTIL,
    exceptions=EXCEPTIONS,
    auxiliaries=AUXILIARIES,
    verbs=_table(VERBS),
    sides=_table(SIDES),
    converses=_table(CONVERSES),
    reciprocal=_table(RECIPROCAL),
    agent_words=frozenset({"by"}),
    infinitive=frozenset({"to"}),
    sole=SOLE,
    helpers=HELPERS,
    joining=JOINING,
    mutual=MUTUAL,
    limiting=LIMITING,
    equating=EQUATING,
    adjuncts=ADJUNCTS,
    untrue=UNTRUE,
    failed=FAILED,
    unfulfilled=UNFULFILLED,
)
