"""Two states of one story, with the packaged models: what the later report changes is told, and never as confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from summarize import Brief, Document, summarize
from summarize.models import load_encoder
from summarize.models.encoder import Encoder
from summarize.records.views import SentenceStatus
from summarize.rendering import wording

pytestmark = pytest.mark.model

MONDAY, WEDNESDAY = (datetime(2028, 5, day, 8, tzinfo=UTC) for day in (1, 3))
WIRE = (
    "A fire broke out in a furniture warehouse in Tolm early on Monday, injuring 14 people, the fire service said. "
    "Nobody is missing, a spokeswoman said. About 80 firefighters were at the scene by noon.\n\n"
    "The warehouse belongs to Brask & Sons, which employs 120 people in the town. The company said its sprinklers had "
    "been tested in May. Police have arrested a night watchman.\n\n"
    "A gas test in the cellar was negative, chief inspector Nils Ravn told reporters. Smoke drifted over the harbour "
    "and closed the coast road."
)
LATER_WIRE = (
    WIRE.replace("injuring 14", "injuring 19")
    .replace("Nobody is missing", "One worker is missing")
    .replace("have arrested", "have released")
    .replace("was negative", "was positive")
)
CHANGED_WIRE = ("injuring 19 people", "One worker is missing", "have released", "was positive")


@dataclass(frozen=True, slots=True)
class Story:
    """An earlier report, a later one, and what the later one tells."""

    before: str
    after: str
    told: tuple[str, ...]
    """Words of what is told as new or changed."""
    confirmed: tuple[str, ...] = ()
    """Words of what is told as confirmed; of nothing else."""


STORIES = {
    "a wire runs again with other figures and states": Story(WIRE, LATER_WIRE, CHANGED_WIRE),
    "a wire runs again with a sum put right": Story(
        "Mayor Lise Hamm was paid 48,000 crowns by the builder Tverra in 2025, the Herald has learned. Hamm declined "
        "to comment. Tverra built the town's new library.",
        "Mayor Lise Hamm was paid 4,800 crowns by the builder Tverra in 2025, the Herald has learned. Hamm declined to "
        "comment. Tverra built the town's new library.",
        ("4,800 crowns",),
    ),
    "a minister changes her mind": Story(
        "Finance minister Tora Vik backs the tax on sugar. The bill goes to parliament in April. Nurses like the plan.",
        "Finance minister Tora Vik no longer supports the tax on sugar, she told reporters. The bill will not go to "
        "parliament in April.",
        ("no longer supports", "will not go"),
    ),
    "a suspect goes free, and the repair has a price": Story(
        "The Orva bridge is open to traffic, the town said. Police arrested a 34-year-old engineer over the cracks. "
        "The trial of builder Jon Vell will begin on Monday.",
        "The engineer, 34, who was held last week has been released without charge, according to police. A judge put "
        "off Jon Vell's trial until autumn. Drivers must take the northern road, since the bridge at Orva has been "
        "closed. The repair will cost 4 million euros.",
        ("released without charge", "put off", "has been closed", "4 million euros"),
    ),
    "the missing are found": Story(
        "Three climbers are missing on Mount Karsk after an avalanche on Saturday. Rescuers search with dogs.",
        "Three climbers missing on Mount Karsk since Saturday's avalanche were found alive on Monday, rescuers said. "
        "They had dug a cave into the snow and lived on chocolate. One of them has a broken leg.",
        ("found alive", "dug a cave", "broken leg"),
    ),
    "the trapped are rescued": Story(
        "Nine miners are trapped in the Velm mine, its owner said on Monday. Rescuers have not reached them.",
        "All nine miners who were trapped in the Velm mine have been rescued, its owner said on Wednesday.",
        ("have been rescued",),
    ),
    "one who lived has died": Story(
        "At least 12 people were killed when a bus fell into a ravine near Oresta, police said. The driver survived "
        "the crash. The bus was carrying pilgrims from Lund.",
        "The death toll of the bus crash near Oresta rose to 17 on Tuesday, police said. The driver died in hospital "
        "overnight. The bus was carrying pilgrims from Lund.",
        ("rose to 17", "driver died"),
        ("carrying pilgrims",),
    ),
    "a rate is cut that had been kept": Story(
        "The central bank of Orland kept its key rate at 4 per cent on Monday. Inflation was 2.9 per cent in April. "
        "Economists expect a cut in June.",
        "The central bank of Orland cut its key rate to 3.75 per cent on Wednesday. Inflation was 2.9 per cent in "
        "April. The crown fell by 1 per cent.",
        ("3.75 per cent", "crown fell"),
    ),
    "the man they looked for is arrested": Story(
        "Police are looking for a man of about 30 after the robbery of a jeweller in Pell. He fled on a red "
        "motorcycle.",
        "Police have arrested a man of 31 over the robbery of a jeweller in Pell. The red motorcycle was found in a "
        "canal.",
        ("have arrested", "found in a canal"),
    ),
    "another one is captain": Story(
        "Kai Berg will captain Norland at the world cup, coach Ida Moll said. The first match is on Friday. Goalkeeper "
        "Tom Reed is injured.",
        "Per Lund will captain Norland at the world cup, coach Ida Moll said. The first match is on Friday.",
        ("Per Lund",),
        ("first match",),
    ),
    "what was denied is admitted": Story(
        "Head teacher Runa Dahl denies that pupils were locked in the gym. The school has 410 pupils. Parents will "
        "meet on Thursday.",
        "Head teacher Runa Dahl has admitted that pupils were locked in the gym. The meeting of parents on Thursday "
        "has been called off.",
        ("has admitted", "called off"),
    ),
    "work begins again": Story(
        "A cyber attack shut down the hospital of Merin on Tuesday, its director said. No patient data were stolen. "
        "Operations have been postponed.",
        "Data of 60,000 patients were stolen in the attack on the hospital of Merin, its director admitted on Friday. "
        "Operations resumed on Thursday.",
        ("60,000 patients", "resumed"),
    ),
    "what is new depends on what was known": Story(
        "Brewer Halmar has agreed to buy rival Stenbock for 2.1 billion crowns, both companies said. The deal needs "
        "the approval of regulators. No jobs will be cut, Halmar said.",
        "Regulators have blocked the purchase of Stenbock by rival brewer Halmar. Halmar said it would not appeal. It "
        "has to pay Stenbock a fee of 90 million crowns.",
        ("have blocked", "90 million crowns"),
    ),
    "one who was hurt plays again": Story(
        "Goalkeeper Tom Reed of Norland is injured, coach Ida Moll said. The team flies to Velm on Monday.",
        "Goalkeeper Tom Reed of Norland is fit again, coach Ida Moll said. The team flies to Velm on Monday.",
        ("fit again",),
        ("flies to Velm",),
    ),
    "what was counted so far is counted": Story(
        "At least 27 people were hurt when a ferry struck a pier in Ennick, the coastguard said. The pier is closed.",
        "29 people were hurt when a ferry struck a pier in Ennick, the coastguard said. The pier is closed.",
        ("29 people",),
        ("pier is closed",),
    ),
    "the same figure beside another one": Story(
        "The economy of Orland is projected to grow by 0.9 per cent this year (March projection: 1.6 per cent). Rents "
        "are rising.",
        "Output in Orland is now seen growing by just 0.9 per cent this year, little more than half the pace foreseen "
        "in March.",
        (),
        ("now seen growing",),
    ),
    "opposite words that say the same": Story(
        "President Hana Moll said in her New Year's address that she was ready to talk without conditions. The border "
        "has been shut since May.",
        "It was Hana Moll who offered in her speech on New Year's Day to talk with no strings attached.",
        (),
        ("no strings attached",),
    ),
    "the same again in other words": Story(
        "A tram hit a van on Tull Street on Monday, injuring four passengers. The driver of the van was not hurt. The "
        "line reopened at noon.",
        "Four passengers were injured on Monday when a tram hit a van on Tull Street, police said. The van's driver "
        "escaped unhurt. Trams began to run again at noon.",
        (),
    ),
    "a copy in slightly other words": Story(
        WIRE, WIRE.replace("early on Monday", "on Monday morning").replace("told reporters", "said"), ()
    ),
}


@pytest.fixture(scope="module")
def model() -> Encoder:
    return load_encoder()


def update(story: Story, model: Encoder) -> Brief:
    first, later = (
        Document("first", story.before, published=MONDAY),
        Document("later", story.after, published=WEDNESDAY),
    )
    return summarize([first, later], None, model, since=summarize([first], None, model))


def of_status(brief: Brief, *statuses: SentenceStatus) -> list[str]:
    return [sentence.text for sentence in brief.sentences if sentence.status in statuses]


@pytest.mark.parametrize("name", STORIES)
def test_what_a_later_report_changes_is_told_and_what_is_confirmed_says_the_same(name: str, model: Encoder) -> None:
    story, brief = STORIES[name], update(STORIES[name], model)
    fresh = of_status(brief, SentenceStatus.NEW, SentenceStatus.CHANGED)
    for words in story.told:
        assert any(words in text for text in fresh), (words, fresh)
    assert len(fresh) == len(story.told), fresh
    confirmed = of_status(brief, SentenceStatus.CONFIRMED)
    assert all(any(words in text for words in story.confirmed) for text in confirmed), confirmed
    assert ("Nothing new" in wording.since(brief)) is not bool(story.told)


@pytest.mark.parametrize("name", STORIES)
def test_an_older_report_is_not_cited_for_what_it_denies(name: str, model: Encoder) -> None:
    for sentence in update(STORIES[name], model).sentences:
        if sentence.status is not SentenceStatus.CONFIRMED:
            assert 1 not in wording.cited(sentence), sentence.text


def test_the_line_at_the_head_counts_what_is_told_below_it(model: Encoder) -> None:
    undated = Document("first", STORIES["a minister changes her mind"].before)
    later = Document("later", STORIES["a minister changes her mind"].after)
    brief = summarize([undated, later], None, model, since=summarize([undated], None, model))
    assert of_status(brief, SentenceStatus.NEW)
    assert wording.since(brief) == "2 new claims, 2 disputes since the earlier brief, from 1 newer source."


def test_a_known_sentence_that_a_new_one_depends_on_is_told_before_it_without_a_status(model: Encoder) -> None:
    brief = update(STORIES["what is new depends on what was known"], model)
    before = next(k for k, sentence in enumerate(brief.sentences) if "would not appeal" in sentence.text)
    assert brief.sentences[before].status is None
    assert "90 million" in brief.sentences[before + 1].text


def test_a_later_version_of_a_report_replaces_the_earlier_one(model: Encoder) -> None:
    brief = update(STORIES["a wire runs again with other figures and states"], model)
    assert brief.since is not None
    assert {sentence.status for sentence in brief.sentences} == {SentenceStatus.CHANGED}
    assert ("negative", "positive") in {(change.earlier.value, change.newer.value) for change in brief.since.changed}
    assert {conflict.status for conflict in brief.conflicts} == {"update"}


def test_a_text_in_which_a_count_was_put_up_is_told(model: Encoder) -> None:
    story = STORIES["what was counted so far is counted"]
    earlier = summarize([Document("wire", story.before, published=MONDAY)], None, model)
    brief = summarize([Document("wire", story.after, published=WEDNESDAY)], None, model, since=earlier)
    told = of_status(brief, SentenceStatus.NEW)
    assert len(told) == 1
    assert "29 people" in told[0]


def test_a_text_that_was_changed_is_told_where_it_says_otherwise(model: Encoder) -> None:
    earlier = summarize([Document("wire", WIRE, published=MONDAY)], None, model)
    brief = summarize([Document("wire", LATER_WIRE, published=WEDNESDAY)], None, model, since=earlier)
    told = of_status(brief, SentenceStatus.NEW)
    assert all(any(words in text for text in told) for words in CHANGED_WIRE), told
    assert len(told) == len(CHANGED_WIRE)
