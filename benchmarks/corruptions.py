"""Changes of a sentence whose effect is certain by construction: it then contradicts what it said, or says the same.

Both kinds change few words and both may bring or take a "not", so that neither tells the label away. A change that
contradicts is also made on one of two sentences that report one fact, if the other states what is changed.

Hossain et al. (2020). An analysis of natural language inference benchmarks through the lens of negation.
Glockner et al. (2018). Breaking NLI systems with sentences that require simple lexical inferences.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

_OPPOSITES = """
    rose/fell rises/falls rise/fall increased/decreased increase/decrease gained/lost won/lost win/lose wins/loses
    approved/rejected approve/reject accepted/refused accepted/rejected opened/closed opening/closing opens/closes
    supported/opposed supports/opposes backed/opposed allowed/banned allow/ban passed/failed higher/lower
    more/fewer raised/cut raise/cut confirmed/denied confirms/denies guilty/innocent arrested/released hired/sacked
    agreed/refused widened/narrowed expanded/shrank strengthened/weakened best/worst largest/smallest before/after
    north/south east/west northern/southern eastern/western above/below alive/dead survived/died began/ended
    begins/ends included/excluded joined/left arrived/departed entered/left bought/sold buy/sell likely/unlikely
    legal/illegal possible/impossible stable/critical majority/minority success/failure profit/loss
    reopened/closed resumed/halted praised/criticised welcomed/condemned lifted/imposed
    improved/worsened faster/slower inside/outside safe/unsafe unanimously/narrowly
"""
_SYNONYMS = """
    began/started purchased/bought over/more_than about/around near/close_to attempted/tried children/youngsters
    police/officers nearly/almost per_cent/percent big/large hurt/injured physicians/doctors help/assistance
    stopped/halted showed/indicated many/numerous quickly/rapidly because/since blaze/fire firm/company
    government/authorities get/obtain need/require also/as_well_as though/although killed/dead shut/closed
"""
_DOERS_VERBS = """
    sued sue beat beaten defeated accused bought acquired attacked blamed backed criticised criticized replaced
    succeeded overtook shot praised told urged warned invited thanked banned outbid followed advised called convicted
    invaded endorsed challenged slammed asked hit joined
"""
"""Verbs of one who does something to another: exchanged, they are two different acts."""
_MONTH_NAMES = "January February March April May June July August September October November December"
_TO_NINETEEN = """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen
"""
_TO_NINETY = """
    twenty thirty forty fifty sixty seventy eighty ninety
"""
_SMALL = dict(enumerate(_TO_NINETEEN.split(), start=2))
_TENS = dict(enumerate(_TO_NINETY.split(), start=2))
_NUMBER_WORDS = {word: str(n) for n, word in _SMALL.items()} | {
    ten + (f"-{_SMALL[one]}" if one > 1 else "-one" if one else ""): str(10 * n + one)
    for n, ten in _TENS.items()
    for one in range(10)
}
_NUMBER_WORD = "|".join(sorted(_NUMBER_WORDS, key=len, reverse=True))
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = tuple(_MONTH_NAMES.split())
_LEFT_OUT = re.compile(
    r"(?<=[a-z,] )(?:also|still|just|really|very|already|however|simply|actually|indeed|now|currently|recently"
    r"|reportedly|then|there|again|further|later|earlier|certainly|clearly|quickly|immediately|officially"
    r"|apparently),? (?=[a-z])"
)
"""Words without which a sentence says the same, or hardly less."""
_AUXILIARY = re.compile(r"\b(is|are|was|were|has|have|had|will|would|can|could|should|must)\b(?! not\b)")
_SUBORDINATE = re.compile(
    r"\b(that|who|whom|which|whose|if|because|when|where|while|as|after|before|what|how)\b|[\"“”:;]"
)
_NEGATED = re.compile(r"\b(is|are|was|were|has|have|had|will|would|can|could|should|did|does|do|must) not |n't\b")
_NUMBER = re.compile(r"(?<![\w.,])\d[\d,.]*\d|(?<![\w.,-])\d(?![\w-])")
_SAID = re.compile(r"\bsaid (?:that )?(?=(?:he|she|it|they|the|a|an|its|their|there)\b)")
_NAME = r"(?:[A-Z][\w'’-]+(?: (?:of )?[A-Z][\w'’-]+)*)"
_ROLES = re.compile(
    rf"(?P<a>{_NAME}) (?P<verb>(?:has |had |will )?(?:{'|'.join(_DOERS_VERBS.split())})) (?P<b>(?:the )?{_NAME})\b"
)
_PLACE = re.compile(rf"\b(?:in|at|near|from) ({_NAME})")

Change = Callable[[str, str, Random], "tuple[str, str] | None"]
"""A sentence and all text on its event to the sentence changed and the words that were replaced, or None."""


def _exchange(pairs: str, both_ways: bool) -> Change:
    """One word for another, out of a list of pairs; an underscore stands for a space."""
    table: dict[str, list[str]] = {}
    for left, right in (pair.replace("_", " ").split("/") for pair in pairs.split()):
        table.setdefault(left, []).append(right)
        if both_ways:
            table.setdefault(right, []).append(left)
    pattern = re.compile(rf"\b({'|'.join(sorted(table, key=len, reverse=True))})\b")

    def exchange(text: str, _event: str, rng: Random) -> tuple[str, str] | None:
        found = list(pattern.finditer(text))
        if not found:
            return None
        match = rng.choice(found)
        return _replaced(text, match, rng.choice(table[match[0]]))

    return exchange


def _replaced(text: str, match: re.Match[str], new: str) -> tuple[str, str]:
    return text[: match.start()] + new + text[match.end() :], match[0]


def _from_list(values: Sequence[str]) -> Change:
    def change(text: str, event: str, rng: Random) -> tuple[str, str] | None:
        found = list(re.finditer(rf"\b({'|'.join(values)})\b", text))
        if not found:
            return None
        match = rng.choice(found)
        others = [v for v in values if v != match[0]]
        near = [v for v in others if v in event]
        return _replaced(text, match, rng.choice(near or others))

    return change


def negate(text: str, _event: str, _rng: Random) -> tuple[str, str] | None:
    """Denies the main clause, or takes its denial back."""
    if (match := _NEGATED.search(text)) and not _SUBORDINATE.search(text[: match.start()]):
        if match[0] == "n't":
            return (
                (text[: match.start()] + text[match.end() :], "")
                if "can't" not in text and "won't" not in text
                else None
            )
        return text[: match.start()] + match[1] + " " + text[match.end() :], ""
    match = _AUXILIARY.search(text)
    if match is None or _SUBORDINATE.search(text[: match.start()]):
        return None
    return text[: match.end()] + " not" + text[match.end() :], ""


def deny(text: str, _event: str, rng: Random) -> tuple[str, str] | None:
    """Turns what somebody said into what they denied."""
    match = _SAID.search(text)
    return match and _replaced(
        text, match, rng.choice(["denied that ", "rejected reports that ", "denied claims that "])
    )


def other_figure(text: str, event: str, rng: Random) -> tuple[str, str] | None:
    """Another figure of the event, or one of the same size."""
    found = [m for m in _NUMBER.finditer(text) if m[0].strip(".,")]
    words = list(re.finditer(rf"\b({_NUMBER_WORD})\b", text))
    if not found and not words:
        return None
    if not found:
        match = rng.choice(words)
        return _replaced(text, match, rng.choice([w for w in _NUMBER_WORDS if w != match[0]]))
    match = rng.choice(found)
    near = {m[0] for m in _NUMBER.finditer(event) if len(m[0]) == len(match[0]) and m[0] != match[0]}
    if near and rng.random() < 0.6:
        return _replaced(text, match, rng.choice(sorted(near)))
    digits = [i for i, c in enumerate(match[0]) if c.isdigit()]
    place = rng.choice(digits[:2])
    new = rng.choice([d for d in "123456789" if d != match[0][place]])
    return _replaced(text, match, match[0][:place] + new + match[0][place + 1 :])


def exchange_roles(text: str, _event: str, _rng: Random) -> tuple[str, str] | None:
    """Who did it and to whom it was done change places."""
    match = _ROLES.search(text)
    if match is None or match["a"].split()[0] in {*_WEEKDAYS, *_MONTHS, "The", "In", "On", "He", "She", "They", "It"}:
        return None
    a, b = match["a"], match["b"].removeprefix("the ")
    return _replaced(text, match, f"{b} {match['verb']} {a}")


def other_place(text: str, event: str, rng: Random) -> tuple[str, str] | None:
    """Another place of the event."""
    skip = {*_WEEKDAYS, *_MONTHS, "The"}
    found = [m for m in _PLACE.finditer(text) if m[1].split()[0] not in skip]
    others = sorted({m[1] for m in _PLACE.finditer(event) if m[1].split()[0] not in skip and m[1] not in text})
    if not found or not others:
        return None
    match = rng.choice(found)
    new = rng.choice(others)
    return text[: match.start(1)] + new + text[match.end(1) :], match[1]


CONTRADICTING: dict[str, Change] = {
    "negate": negate,
    "deny": deny,
    "figure": other_figure,
    "roles": exchange_roles,
    "place": other_place,
    "weekday": _from_list(_WEEKDAYS),
    "month": _from_list(_MONTHS),
    "antonym": _exchange(_OPPOSITES, both_ways=True),
}
STATED = frozenset({"figure", "place", "weekday", "month", "antonym"})
"""Changes of a value: a sentence that states the value replaced is contradicted too."""


def _number_form(text: str, _event: str, rng: Random) -> tuple[str, str] | None:
    """A number word as digits, digits as a word."""
    table = {**_NUMBER_WORDS, **{digits: word for word, digits in _NUMBER_WORDS.items()}}
    forms = "|".join(sorted(table, key=len, reverse=True))
    found = list(re.finditer(rf"(?<![\w.,/:$£€-])({forms})(?![\w,:/%-]|\.\d)", text, re.IGNORECASE))
    if not found:
        return None
    match = rng.choice(found)
    new = table[match[0].lower()]
    return _replaced(text, match, new[0].upper() + new[1:] if match[0][0].isupper() or not match.start() else new)


def _date_form(text: str, _event: str, _rng: Random) -> tuple[str, str] | None:
    """16 June as June 16 and the other way round."""
    months = "|".join(_MONTHS)
    if match := re.search(rf"\b(\d\d?) ({months})\b", text):
        return _replaced(text, match, f"{match[2]} {match[1]}")
    match = re.search(rf"\b({months}) (\d\d?)\b(?!,? \d)", text)
    return match and _replaced(text, match, f"{match[2]} {match[1]}")


def _contraction(text: str, _event: str, _rng: Random) -> tuple[str, str] | None:
    if match := re.search(r"\b(did|does|do|is|are|was|were|has|have|had|would|could|should) not\b", text):
        return _replaced(text, match, match[1] + "n't")
    match = re.search(r"\b(did|does|do|is|are|was|were|has|have|had|would|could|should)n't\b", text)
    return match and _replaced(text, match, match[1] + " not")


def _adverb(text: str, _event: str, rng: Random) -> tuple[str, str] | None:
    match = _AUXILIARY.search(text)
    return match and _replaced(
        text, match, f"{match[0]} {rng.choice(['now', 'also', 'indeed', 'reportedly', 'already'])}"
    )


def _attribution(text: str, _event: str, rng: Random) -> tuple[str, str] | None:
    if re.search(r"\b(said|told|says|according)\b|[\"“]", text) or not text.endswith("."):
        return None
    who = rng.choice(["officials said", "it was reported", "according to a statement", "sources confirmed"])
    if rng.random() < 0.5 or not re.match(r"(The|A|An|It|He|She|They|There|In|On|At) ", text):
        return f"{text[:-1]}, {who}.", ""
    return f"{who[0].upper()}{who[1:]}{',' if who.startswith('acc') else ' that'} {text[0].lower()}{text[1:]}", ""


def _left_out(text: str, _event: str, rng: Random) -> tuple[str, str] | None:
    """A word fewer that says little."""
    found = list(_LEFT_OUT.finditer(text))
    return _replaced(text, rng.choice(found), "") if found else None


def _not_untrue(text: str, _event: str, rng: Random) -> tuple[str, str] | None:
    """What somebody said, as what they did not deny: a "not" that changes nothing."""
    match = _SAID.search(text)
    return match and _replaced(text, match, rng.choice(["did not deny that ", "did not dispute that "]))


KEEPING: dict[str, Change] = {
    "number": _number_form,
    "date": _date_form,
    "contraction": _contraction,
    "adverb": _adverb,
    "attribution": _attribution,
    "left out": _left_out,
    "synonym": _exchange(_SYNONYMS, both_ways=False),
    "not untrue": _not_untrue,
}
