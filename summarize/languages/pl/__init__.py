"""Polish: where sentences end, and what holds in any language."""

from __future__ import annotations

from summarize.languages import spaced
from summarize.languages.base import Language
from summarize.languages.patterns import note_head, opinion_label
from summarize.languages.pl.anaphora import ANAPHORA
from summarize.languages.pl.boundaries import BOUNDARIES
from summarize.languages.prose import Boilerplate, Negation
from summarize.languages.text import listed, read_page_words, read_small_words
from summarize.languages.unsettled import Person

LANGUAGE = Language(
    code="pl",
    name="Polish",
    splitter="pl",
    small_words=read_small_words(__package__),
    boundaries=BOUNDARIES,
    anaphora=ANAPHORA,
    person=Person(opinion_label=opinion_label("opinia|komentarz|felieton|analiza|recenzja|punkt widzenia")),
    numbers=spaced.numbers(
        "dwa|dwie|dwóch|dwoje|dwaj|dwiema|dwóm trzy|trzech|trzej|troje cztery|czterech|czterej|czworo "
        "pięć|pięciu|pięcioro sześć|sześciu|sześcioro siedem|siedmiu osiem|ośmiu dziewięć|dziewięciu "
        "dziesięć|dziesięciu jedenaście|jedenastu dwanaście|dwunastu trzynaście|trzynastu "
        "czternaście|czternastu piętnaście|piętnastu szesnaście|szesnastu siedemnaście|siedemnastu "
        "osiemnaście|osiemnastu dziewiętnaście|dziewiętnastu dwadzieścia|dwudziestu",
        "sto|set tysiąc|tysiące|tysięcy|tys milion|miliony|milionów|mln miliard|miliardy|miliardów|mld",
    ),
    units=spaced.units("procent|procenta|proc"),
    boilerplate=Boilerplate(
        note_head=note_head(
            "Sprostowanie | Errata | Korekta | Od redakcji | Przypis redakcji | Uwaga redakcji | Wyjaśnienie"
        ),
        page_words=read_page_words(__package__),
    ),
    negation=Negation(
        negations=frozenset(listed("nie nigdy nikt nikogo żaden żadna żadne żadnych bez ani")),
        undone=frozenset(listed("tylko")),
    ),
)
