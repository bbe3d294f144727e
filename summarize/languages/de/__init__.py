"""German: where sentences end, and what holds in any language."""

from __future__ import annotations

from summarize.languages import general, spaced
from summarize.languages.base import Language
from summarize.languages.de.anaphora import ANAPHORA
from summarize.languages.de.boundaries import BOUNDARIES
from summarize.languages.patterns import note_head, opinion_label
from summarize.languages.prose import Boilerplate, Heads, Negation
from summarize.languages.text import listed, read_page_words, read_small_words
from summarize.languages.unsettled import Person

LANGUAGE = Language(
    code="de",
    name="German",
    splitter="de",
    small_words=read_small_words(__package__),
    heads=Heads(entry=general.entry_clock("Uhr")),
    boundaries=BOUNDARIES,
    anaphora=ANAPHORA,
    person=Person(
        opinion_label=opinion_label(
            "kommentar|gastkommentar|gastbeitrag|leitartikel|kolumne|glosse|meinung|analyse|rezension|standpunkt"
        )
    ),
    numbers=spaced.numbers(
        "zwei|zweien drei|dreien vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn "
        "fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig",
        "hundert tausend million|millionen milliarde|milliarden",
    ),
    units=spaced.units("prozent"),
    boilerplate=Boilerplate(
        note_head=note_head(
            "Anmerkung der Redaktion | Anm. d. Red. | Hinweis der Redaktion | Korrektur | "
            "Korrekturhinweis | Richtigstellung | Berichtigung | Transparenzhinweis | "
            "In eigener Sache | Klarstellung | Anmerkung"
        ),
        page_words=read_page_words(__package__),
    ),
    negation=Negation(
        negations=frozenset(
            listed("nicht kein keine keinen keinem keiner keines nie niemals niemand niemanden nichts ohne weder")
        ),
        undone=frozenset(listed("nur")),
    ),
)
