"""Turkish: where sentences end, and what holds in any language."""

from __future__ import annotations

from summarize.languages.base import Language
from summarize.languages.patterns import note_head
from summarize.languages.prose import Boilerplate, Negation
from summarize.languages.text import listed, read_small_words
from summarize.languages.tr.boundaries import BOUNDARIES

LANGUAGE = Language(
    code="tr",
    name="Turkish",
    splitter="tr",
    small_words=read_small_words(__package__),
    boundaries=BOUNDARIES,
    boilerplate=Boilerplate(
        note_head=note_head("Düzeltme | Tekzip | Editörün notu | Editör notu | Yazı işleri notu"),
    ),
    negation=Negation(
        negations=frozenset(
            listed("değil yok hiç hiçbir kimse asla olmadan olmadı yapmadı etmedi olmayacak olmadığını")
        ),
        undone=frozenset(listed("sadece yalnızca")),
    ),
)
