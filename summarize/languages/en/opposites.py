"""Words that exclude each other where two sentences speak of one thing.

A line is two sides, divided by a bar; a line that is indented goes on with the one before it. What stands on one side
says much the same, so that its denial speaks against it too: "did not exclude" for "ruled out". Two words that say it
together are joined by an underscore.
"""

from __future__ import annotations

import re

OPPOSITES = """
rose rises rise rising risen increased increases increase up gained grew climbed higher jumped soared | fell falls fall
    falling fallen decreased decreases decrease down dropped shrank lower declined decline plunged slumped
called_off cancelled canceled scrapped | as_planned go_ahead goes_ahead going_ahead went_ahead took_place take_place
positive | negative
failed fails | negative passed passes
approved approves approve backed accepted accepts agreed allowed cleared | rejected rejects reject refused refuses
    blocked banned
confirmed confirms admitted admits conceded concedes acknowledged acknowledges | denied denies deny rejected rejects
    dismissed dismisses disputes
welcomed welcomes praised praises supports supported backs endorses endorsed | criticised criticized criticises
    condemned opposed opposes
    dismissed dismisses
guilty convicted | acquitted cleared innocent
arrested detained jailed custody | freed released bail liberty
admitted_to hospitalised hospitalized | released_from discharged discharged_from
opened open opens reopened resumed resume continue continues | closed close closes shut halted suspended cancelled
    stopped postponed
won wins victory | lost loses defeat
alive survived unhurt | dead died dies killed fatal
before earlier | after later
voluntary voluntarily | forced compulsory
first | last
more over above exceeded most majority | less under below fewer minority
stable | critical
best | worst
largest biggest highest | smallest lowest
raised raises raise | cut cuts lowered reduced
include included includes | excluded excludes except
ruled_out rules_out rule_out ruling_out excluded excludes exclude | considered considers left_open leaves_open
never | always often
alone | together
profit | loss
ended ends end | began begins begin started starts
son | daughter
brother | sister
father | mother
husband | wife
man men | woman women
north northern | south southern
east eastern | west western
good | poor bad
safe | unsafe dangerous
unanimously unanimous | narrowly divided
with | without
hired hires appointed appoints | dismissed dismisses sacked fired
joined joins joining | left quit quits leaving
bought buys buy acquired acquires | sold sells sell
lifted lifts lift eased eases | imposed imposes impose tightened tightens
strengthened strengthens stronger | weakened weakens weaker
widened widens wider | narrowed narrows narrower
accelerated accelerates faster | slowed slows slower
upheld upholds | overturned overturns quashed quashes
signed signs | vetoed vetoes
legal lawful | illegal unlawful
true | false
likely | unlikely
possible | impossible
successful succeeded succeeds | unsuccessful failed fails
attended attends | boycotted boycotts skipped skips missed
married | divorced
inside indoors | outside outdoors
oldest eldest older | youngest younger
temporary temporarily | permanent permanently
conscious | unconscious
injured injury ill sick unwell | fit_again fully_fit match_fit declared_fit healthy_again well_again has_recovered
    have_recovered had_recovered recovered_from recovered_in
armed | unarmed
mild minor slight slightly | severe serious severely seriously
low | high
rich wealthy | poor
remembered | forgot
empty | full
known identified | unknown unidentified
related linked connected | unrelated unconnected
"""


def by_word(rows: str) -> dict[str, frozenset[str]]:
    """For every word those on the other side of its line."""
    found: dict[str, frozenset[str]] = {}
    for side, other in _sides(rows):
        found.update({word: found.get(word, frozenset()) | other for word in side})
    return found


def alike(rows: str) -> dict[str, frozenset[str]]:
    """For every word those on its own side of a line, itself among them."""
    found: dict[str, frozenset[str]] = {}
    for side, _ in _sides(rows):
        found.update({word: found.get(word, frozenset()) | side for word in side})
    return found


def _sides(rows: str) -> list[tuple[frozenset[str], frozenset[str]]]:
    """Each side of each line, with the other one."""
    found = []
    for row in re.sub(r"\n\s+", " ", rows).strip().splitlines():
        left, right = (frozenset(side.split()) for side in row.split("|"))
        found += [(left, right), (right, left)]
    return found
