"""Notes of editors are the page's, in every language whose labels are known."""

from __future__ import annotations

import pytest

from summarize.records.document import Document
from summarize.records.sentence import SentenceRole
from summarize.segmentation import split_documents
from tests.segmentation.test_boilerplate import ARTICLE, kinds

NOTES = {
    "en": ("For the record", "The article gave the number of wagons as 83."),
    "de": ("Anmerkung der Redaktion", "Zunächst war in diesem Text von fünf Bergsteigern die Rede."),
    "es": ("Fe de errores", "En la edición de ayer se publicó otro nombre."),
    "fr": ("Rectificatif", "Le nom du maire était mal orthographié."),
    "it": ("Errata corrige", "Il nome del sindaco era sbagliato."),
    "pt": ("Erramos", "O nome do prefeito estava errado."),
    "pl": ("Sprostowanie", "Nazwisko burmistrza było błędne."),
    "ru": ("Поправка", "Фамилия мэра была указана неверно."),
    "zh": ("更正", "报道把市长的名字写错了。"),
    "ja": ("訂正", "市長の名前が間違っていました。"),
    "ar": ("تصحيح", "كان اسم رئيس البلدية خاطئا."),
    "hi": ("भूल सुधार", "महापौर का नाम गलत लिखा गया था।"),
}


@pytest.mark.parametrize("language", NOTES)
@pytest.mark.parametrize("form", ["{label}: {note}", "{label}\n{note}", "{label}\n\n{note}"])
def test_a_note_of_the_editors_is_the_pages_with_its_label_and_below_it(language: str, form: str) -> None:
    label, note = NOTES[language]
    text = "\n\n".join((ARTICLE[0], ARTICLE[1], form.format(label=label, note=note)))
    roles = {s.text: s.role for s in split_documents([Document("d", text, language=language)])}
    assert not any(note in sentence for sentence, role in roles.items() if role is SentenceRole.BODY)


def test_news_about_corrections_is_the_articles_own() -> None:
    line = "The correction of the census cost the town 4 million crowns, the mayor said."
    assert kinds(*ARTICLE[:3], line, *ARTICLE[3:])[line] is SentenceRole.BODY
