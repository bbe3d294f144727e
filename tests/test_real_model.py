"""The packaged model, end to end: the one test that pays for loading it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from summarize import Document, Options, summarize
from summarize.embedding.embed import encode_sentences
from summarize.errors import ModelError
from summarize.models import default_model, load_encoder
from summarize.models.encoder import Encoder

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def model() -> Encoder:
    return load_encoder()


def test_vectors_are_normalised_float32_and_near_for_near_meanings(model: Encoder) -> None:
    vectors = encode_sentences(
        model,
        ["A ferry struck the pier.", "The boat hit the jetty.", "Shares fell on Monday.", "A ferry struck the pier."],
    )
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert vectors[0] @ vectors[1] > 0.5 > vectors[0] @ vectors[2]
    assert np.array_equal(vectors[0], vectors[3])


def test_reworded_reports_of_one_fact_become_one_cited_sentence(articles: list[Document], model: Encoder) -> None:
    brief = summarize(articles, Options(max_words=80), model)
    crash = [s for s in brief.sentences if "struck the North Mole" in s.text and "Tuesday" in s.text]
    assert len(crash) == 1
    assert {brief.source(c.source).id for c in crash[0].citations} >= {"wire", "courier"}
    assert brief.model == "sentence-transformers/all-MiniLM-L6-v2"


def test_of_two_events_mixed_half_and_half_neither_is_an_outlier(articles: list[Document], model: Encoder) -> None:
    bank = [
        "The Bank of Tarvel raised its key rate to five per cent. Governor Ilka Renn said prices rose too fast.",
        "Tarvel's central bank lifted interest rates to five per cent. Mortgage holders will pay more, brokers said.",
        "Rates in Tarvel go up to five per cent, the central bank decided. Shares of lenders fell by two per cent.",
    ]
    brief = summarize(
        articles + [Document(id=f"bank-{k}", text=text) for k, text in enumerate(bank)], Options(max_words=120), model
    )
    assert not any(source.off_topic for source in brief.sources)


def test_the_installed_command_prints_nothing_but_the_brief(articles: list[Document], tmp_path: Path) -> None:
    for document in articles:
        (tmp_path / f"{document.id}.txt").write_text(document.text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "summarize", str(tmp_path), "-f", "json"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert done.stderr == ""
    assert json.loads(done.stdout)["schema"] == "summarize.brief/1"


def test_a_damaged_model_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(default_model.SHA256, "tokenizer.json", "0" * 64)
    with pytest.raises(ModelError, match=r"tokenizer\.json.*SHA-256"):
        load_encoder()


def test_a_missing_model_package_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SUMMARIZE_CACHE_DIR", str(tmp_path))  # compiled, the model needs its package no more
    monkeypatch.setattr(default_model, "PACKAGE", "gt-no-such-model")
    with pytest.raises(ModelError, match="pip install"):
        load_encoder()


DENIALS = {
    "de": (
        "Norvex wird das Werk in Ahlfeld im Herbst {}schließen.",
        "nicht ",
        "Das teilte der Vorstand am Montag mit.",
    ),
    "es": ("El alcalde de Punta Rasa {}ha dimitido tras el escándalo.", "no ", "La oposición pide elecciones."),
    "fr": ("Le maire de Sarlonne {} démissionné mardi soir.", "a|n'a pas", "Une élection aura lieu en juin."),
    "it": ("Il sindaco di Lorna {}si è dimesso martedì sera.", "non ", "Si voterà di nuovo in giugno."),
    "pt": ("O prefeito de Alvora {}renunciou na noite de terça.", "não ", "Haverá eleições em junho."),
    "pl": ("Burmistrz Leorna {}podał się do dymisji we wtorek.", "nie ", "Wybory odbędą się w czerwcu."),
    "ru": ("Мэр города Орск {}подал в отставку во вторник.", "не ", "Выборы пройдут в июне."),
    "ar": ("رئيس بلدية لورنا {} مساء الثلاثاء بعد الفضيحة.", "استقال|لم يستقل", "وستجرى الانتخابات في حزيران."),
    "hi": ("लोर्ना के महापौर ने मंगलवार को इस्तीफा {}दिया।", "नहीं ", "चुनाव जून में होंगे।"),
}
"""What is said, the words that deny it (with what they stand for, if anything), and another sentence of the report."""


@pytest.mark.parametrize("language", DENIALS)
def test_a_denial_is_cited_in_support_in_no_language(language: str, model: Encoder) -> None:
    said, denial, further = DENIALS[language]
    plain, _, no = denial.rpartition("|")
    documents = [
        Document("plain", f"{said.format(plain)} {further}", language=language),
        Document("copy", f"{said.format(plain)}", language=language),
        Document("denial", f"{said.format(no)} {further}", language=language),
    ]
    brief = summarize(documents, Options(), model)
    (told,) = [s for s in brief.sentences if s.text in (said.format(plain), said.format(no))]
    cited = {brief.source(citation.source).id for citation in told.citations}
    assert cited == ({"denial"} if told.text == said.format(no) else {"plain", "copy"})


NOTES = (
    "A photo caption that went with this story misidentified the man beside the engine. He is a neighbour, Tom Reed, "
    "and not a fireman. We apologise to both.",
    "An earlier report in this paper gave the wrong age for the school's caretaker. He is 52. The paper is sorry for "
    "the mistake.",
)
NEWS_LIKE_A_NOTE = (
    "The city put the wrong name below a picture of the fire on its website. The man beside the engine is a neighbour, "
    "mayor Ida Pell said. She apologised to him."
)


@pytest.mark.parametrize(("last", "is_told"), [*((note, False) for note in NOTES), (NEWS_LIKE_A_NOTE, True)])
def test_what_a_paper_says_of_its_own_text_is_no_news_and_news_of_a_mistake_is(
    last: str, is_told: bool, model: Encoder
) -> None:
    lead = "A fire destroyed the gym of a school in Torvale on Monday night, the fire service said."
    more = (
        "Nobody was hurt, and lessons will go on in the town hall from Wednesday. Forty firefighters fought the flames "
        "until morning. The cause is not known, a spokeswoman said."
    )
    documents = [
        Document(id="courier", text=f"{lead}\n\n{more}\n\n{last}"),
        Document(id="radio", text=f"{lead} Pupils of Linden Hall watched from the street."),
    ]
    brief = summarize(documents, Options(max_words=300), model)
    told = [sentence.text for sentence in brief.sentences if sentence.text in last]
    assert len(told) == (3 if is_told else 0), told
