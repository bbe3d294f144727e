"""Words of a sentence with their places, cut to rough stems that bring related news words together."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")


def listed(words: str) -> list[str]:
    """Words of a list kept as one line of text, which reads better than a column of quoted words."""
    return words.split()


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

_CONCEPTS = {
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
_CONCEPT = {word: concept for concept, members in _CONCEPTS.items() for word in members.split()}
GENERIC = frozenset({"people"})
"""What is counted but says nothing about which of the figures it is."""
ROLES = frozenset({"dead", "hurt", "arrested", "missing", "evacuated", "rescued", "infected", "charged"})
"""What happened to those counted: figures of different roles never clash."""


class Word(NamedTuple):
    """A word, number or contraction of a sentence."""

    start: int
    end: int
    text: str
    stem: str


def plain_words(text: str) -> list[str]:
    """The texts of `find_words`, which take a third of the time."""
    return _WORD.findall(text)


def find_words(text: str) -> list[Word]:
    return [Word(m.start(), m.end(), m[0], stem(m[0])) for m in _WORD.finditer(text)]


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A rough stem, or the name of the idea shared by words such as "killed" and "deaths"."""
    word = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    if word in _CONCEPT:
        return _CONCEPT[word]
    for suffix, instead, least in (
        ("ies", "y", 5), ("sses", "ss", 5), ("ings", "", 7), ("ing", "", 6), ("ied", "y", 5), ("ed", "", 5),
        ("es", "e", 5), ("s", "", 4),
    ):  # fmt: skip
        if word.endswith(suffix) and len(word) >= least and not word.endswith("ss"):
            word = word[: -len(suffix)] + instead
            break
    return word.removesuffix("e") if len(word) > 4 else word
