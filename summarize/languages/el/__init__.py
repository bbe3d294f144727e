"""Greek: where sentences end, and what holds in any language."""

from __future__ import annotations

from summarize.languages import spaced
from summarize.languages.base import Language
from summarize.languages.el.boundaries import BOUNDARIES
from summarize.languages.patterns import note_head
from summarize.languages.prose import Boilerplate, Negation
from summarize.languages.text import listed

LANGUAGE = Language(
    code="el",
    name="Greek",
    splitter="el",
    boundaries=BOUNDARIES,
    numbers=spaced.numbers(
        "δύο|δυο τρεις|τρία|τριών τέσσερις|τέσσερα|τεσσάρων πέντε έξι επτά|εφτά οκτώ|οχτώ εννέα|εννιά δέκα "
        "ένδεκα|έντεκα δώδεκα δεκατρείς|δεκατρία δεκατέσσερις|δεκατέσσερα δεκαπέντε δεκαέξι δεκαεπτά|δεκαεφτά "
        "δεκαοκτώ|δεκαοχτώ δεκαεννέα|δεκαεννιά είκοσι",
        "εκατό χίλιοι|χίλιες|χίλια|χιλιάδες|χιλιάδων|χιλ εκατομμύριο|εκατομμύρια|εκατομμυρίων|εκατ "
        "δισεκατομμύριο|δισεκατομμύρια|δισεκατομμυρίων|δισ",
    ),
    units=spaced.units("τοις εκατό"),
    boilerplate=Boilerplate(
        note_head=note_head(
            "Διόρθωση | Διορθώσεις | Διευκρίνιση | Σημείωση της σύνταξης | Σημείωση του συντάκτη | Σ.τ.Σ. | "
            "Σημείωση σύνταξης | Επανόρθωση"
        ),
    ),
    negation=Negation(
        negations=frozenset(listed("δεν μη μην όχι κανείς κανένας καμία κανένα ποτέ τίποτα χωρίς ούτε δε")),
        undone=frozenset(listed("μόνο")),
    ),
)
