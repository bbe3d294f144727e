"""Portuguese: where sentences end, and what holds in any language."""

from __future__ import annotations

from summarize.languages import spaced
from summarize.languages.base import Language
from summarize.languages.patterns import note_head, opinion_label
from summarize.languages.prose import Boilerplate, Negation
from summarize.languages.pt.anaphora import ANAPHORA
from summarize.languages.pt.boundaries import BOUNDARIES
from summarize.languages.text import listed, read_page_words, read_small_words
from summarize.languages.unsettled import Person

LANGUAGE = Language(
    code="pt",
    name="Portuguese",
    splitter="pt",
    small_words=read_small_words(__package__),
    boundaries=BOUNDARIES,
    anaphora=ANAPHORA,
    person=Person(
        opinion_label=opinion_label(
            "opinião|artigo de opinião|editorial|coluna|análise|comentário|crítica|resenha|ponto de vista"
        )
    ),
    numbers=spaced.numbers(
        "dois|duas três quatro cinco seis sete oito nove dez onze doze treze catorze|quatorze quinze "
        "dezesseis|dezasseis dezessete|dezassete dezoito dezenove|dezanove vinte",
        "centos mil milhão|milhões bilhão|bilhões",
    ),
    units=spaced.units("por cento"),
    boilerplate=Boilerplate(
        note_head=note_head(
            "Errata | Erramos | Correção | Correcção | Retificação | Esclarecimento | "
            "Nota da redação | Nota da redacção | Nota do editor"
        ),
        page_words=read_page_words(__package__),
    ),
    negation=Negation(
        negations=frozenset(listed("não nunca jamais ninguém nenhum nenhuma sem nem")),
        undone=frozenset(listed("só apenas")),
    ),
)
