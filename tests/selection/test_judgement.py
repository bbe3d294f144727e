"""What was read in its place decides what may be quoted, and how."""

from __future__ import annotations

import numpy as np

from summarize import Document, Options, summarize
from summarize.quotability import Judged, QuotabilityModel
from summarize.records.corpus import collect
from summarize.segmentation import segment
from summarize.selection.judgement import Judgement
from summarize.selection.optimizer import Candidates
from tests.conftest import WordEncoder
from tests.quotability.saying import Says

CRASH = "The ferry Aurora struck the north pier of Varnholm in thick fog on Friday morning, the harbour office said."
FOG = "The harbour stays closed to all larger ships until the fog has lifted, and divers will look at the hull."
RIBS = "Nine passengers of the ferry were brought to the hospital of Lund with broken ribs, a nurse told the paper."
TEARS = "The crash of the ferry in the fog of Varnholm harbour is what every child on this coast has feared at night."
OWNER = "The captain of the ship in question had been given a fine for the speed of a ferry in the fog last winter."


def told(model: QuotabilityModel | None, *texts: str, most: int = 200) -> list[str]:
    documents = [Document("one", "\n\n".join(texts)), Document("two", f"{CRASH}\n\n{FOG}")]
    brief = summarize(documents, Options(max_words=most), WordEncoder(), quotability=lambda encoder: model)
    return [sentence.text for sentence in brief.sentences]


def test_what_is_no_part_of_the_article_is_not_told() -> None:
    assert RIBS in told(None, CRASH, RIBS)
    assert RIBS not in told(Says(furniture="ribs"), CRASH, RIBS)


def test_where_nothing_else_is_there_it_is_told_as_it_was() -> None:
    assert told(Says(furniture="e"), CRASH, RIBS) == told(None, CRASH, RIBS)


def candidates(n: int, usable: list[bool] | None = None) -> Candidates:
    return Candidates(
        words=np.full(n, 20),
        usable=np.array(usable or [True] * n),
        antecedent=np.full(n, -1),
        salience=np.ones(n),
        fitness=np.ones(n),
        concepts=(),
    )


def read(model: QuotabilityModel, *texts: str, usable: list[bool] | None = None) -> Candidates:
    """Equal candidates, as reading all of a document of these sentences makes them."""
    corpus = segment(collect([Document("one", "\n\n".join(texts))]))
    assert [sentence.text for sentence in corpus.sentences] == [*texts]
    given = candidates(len(texts), usable)
    judgement = Judgement(Judged(model, corpus), corpus.sentences, given.usable)
    assert judgement.of(given).fitness.tolist() == given.fitness.tolist()
    assert judgement.reads(range(len(texts)))
    return judgement.of(given)


def test_what_needs_the_sentence_before_it_may_follow_that_sentence_alone() -> None:
    assert read(Says(leaning="in question"), CRASH, FOG, OWNER).antecedent.tolist() == [-1, -1, 1]
    assert read(Says(), CRASH, FOG, OWNER).antecedent.tolist() == [-1, -1, -1]


def test_what_opens_its_article_and_may_need_a_sentence_before_it_counts_little() -> None:
    left = read(Says(leaning="ferry", leans=0.6), CRASH, FOG)
    crash, fog = left.fitness.tolist()
    assert crash < 0.5 < fog
    assert left.usable.all()


def test_a_scene_at_the_head_that_names_nothing_and_surely_leans_is_not_told() -> None:
    assert read(Says(leaning="captain"), OWNER, FOG).usable.tolist() == [False, True]


def test_a_lead_that_names_what_it_is_about_is_told_however_surely_it_is_said_to_lean() -> None:
    assert read(Says(leaning="ferry"), CRASH, FOG).usable.tolist() == [True, True]


def test_an_opinion_counts_less_than_a_report() -> None:
    crash, tears, fog = read(Says(opinion="every child"), CRASH, TEARS, FOG).fitness.tolist()
    assert tears < crash == fog == 1


def test_what_does_not_answer_is_not_told_because_what_does_is_furniture() -> None:
    left = read(Says(furniture="ribs"), CRASH, RIBS, usable=[True, True]).usable.tolist()
    assert left == [True, False]


def test_what_is_chosen_was_read_however_much_there_is_to_choose_from() -> None:
    model = Says()
    many = [
        f"A boat of the coastguard took {n} people of the ferry {n * 3} to the town of Nord{n}." for n in range(300)
    ]
    order = told(model, CRASH, *many, most=400)
    read = {text for text, _ in model.asked}
    assert set(order) <= read
    assert len(read) < 200


def test_furniture_is_found_however_much_of_it_there_is() -> None:
    many = [
        f"A boat of the coastguard took {n} people of the ferry {n * 3} to the town of Nord{n}." for n in range(300)
    ]
    assert any("coastguard" in text for text in told(None, CRASH, *many, most=400))
    assert not any("coastguard" in text for text in told(Says(furniture="coastguard"), CRASH, *many, most=400))
