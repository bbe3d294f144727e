"""What single words mean to whoever compares figures."""

from __future__ import annotations

import re

from summarize.languages.prose import Words
from summarize.languages.text import listed

STOP = frozenset(
    listed(
        "a an the of in on at to for from by with and or but as is are was were be been being am it its he she they "
        "them his her their this that these those which who whom whose what when where there here had has have having "
        "do does did will would could should may might can must not no nor so than then too very also just only some "
        "any all each both either neither about around after before during into onto over under up down out off "
        "between through i you we us our your my me him himself herself itself themselves if while because since until "
        "till per such say says said saying tell tells told according added adds reported reports report statement"
    )
)
"""Words that say nothing about what a value is of."""
CONCEPTS = {
    "dead": "dead die died dies dying death deaths killed kill kills killing fatal fatality fatalities toll perished "
    "lives drowned slain bodies fatally deceased",
    "hurt": "hurt injured injure injures injuring injury injuries wounded wound wounds wounding casualty casualties",
    "arrested": "arrested arrest arrests arresting detained detain detains detaining detention custody",
    "missing": "missing unaccounted disappeared",
    "evacuated": "evacuated evacuate evacuation evacuees fled flee fleeing displaced",
    "rescued": "rescued rescue rescuing rescues",
    "infected": "infected infection infections cases",
    "charged": "charged charges indicted",
    "marched": "marched demonstrators protesters demonstrated protested marchers demonstration",
    "people": "people persons person residents inhabitants victims others individuals",
    "woman": "woman women",
    "man": "man men",
    "home": "homes home houses house residences buildings residence",
    "child": "children child kids boys girls pupils youngsters",
    "soldier": "soldiers soldier troops servicemen",
    "police": "police officers officer policemen cops",
    "fall": "fell fall falls fallen falling dropped drop drops slid slumped lost decline declined down tumbled lower",
    "rise": "rose rise rises risen rising climbed gained gain gains jumped surged edged increased increase up higher",
    "offer": "offer offers offered bid bids proposal proposed deal acquisition takeover transaction acquire acquiring",
    "cost": "cost costs bill price priced",
    "quake": "earthquake quake tremor magnitude",
    "plane": "plane jet aircraft airliner aeroplane airplane",
    "car": "car cars vehicle vehicles automobile",
    "firm": "firm company corporation group",
    "stolen": "stolen theft stole vanished robbed",
    "sacked": "jobs layoffs redundancies laid",
}
CONCEPT_OF = {word: concept for concept, members in CONCEPTS.items() for word in members.split()}
GENERIC = frozenset({"people"})
"""What is counted but says nothing about which of the figures it is."""
ROLES = frozenset({"dead", "hurt", "arrested", "missing", "evacuated", "rescued", "infected", "charged"})
"""What happened to those counted: figures of different roles never clash."""
LIGHT = frozenset(
    listed(
        "other others new local young old separate different known confirmed commercial senior former civilian single"
    )
)
AXES = {
    "height": "altitude height high tall elevation apogee",
    "distance": "distance range far away travelled traveled travels flew fly flown flying east west north south",
    "width": "wide width across diameter",
    "depth": "deep depth underground",
    "length": "long length",
}
PERSONS = ROLES | {"people", "man", "woman", "child", "home"}
WITHOUT_S = listed(
    "people men women children police staff crew personnel aircraft spacecraft infantry clergy military livestock "
    "cattle sheep deer fish feet teeth dead wounded injured missing others homeless more data media taxis menus buses"
)
PLURAL = re.compile(rf"\w+[^\Wsui]s|\w*(?:{'|'.join(WITHOUT_S)})")
"""Not bonus, class and basis."""

WORDS = Words(
    stop=STOP,
    concept_of=CONCEPT_OF,
    suffixes=(
        *(("ies", "y", 5), ("sses", "ss", 5), ("ings", "", 7), ("ing", "", 6), ("ied", "y", 5), ("ed", "", 5)),
        *(("es", "e", 5), ("s", "", 4)),
    ),
    final_vowel="e",
    possessive="'s",
    generic=GENERIC,
    roles=ROLES,
    fatal="dead",
    axes={word: axis for axis, members in AXES.items() for word in members.split()},
    light=LIGHT,
    persons=PERSONS,
    clause=re.compile(r"[,;:]\s|\band\b"),
    plural=PLURAL,
)
