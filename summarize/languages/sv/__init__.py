"""Swedish: where sentences end, and what holds in any language."""

from __future__ import annotations

from summarize.languages import spaced
from summarize.languages.base import Language
from summarize.languages.patterns import note_head
from summarize.languages.prose import Boilerplate, Negation
from summarize.languages.sv.boundaries import BOUNDARIES
from summarize.languages.text import listed, read_small_words

LANGUAGE = Language(
    code="sv",
    name="Swedish",
    splitter="sv",
    small_words=read_small_words(__package__),
    boundaries=BOUNDARIES,
    numbers=spaced.numbers(
        "två|tvenne tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton "
        "nitton tjugo",
        "hundra tusen|tusentals miljon|miljoner|milj|mn miljard|miljarder|md",
    ),
    units=spaced.units("procent"),
    boilerplate=Boilerplate(
        note_head=note_head("Rättelse | Rättelser | Korrigering | Förtydligande | Redaktionens anmärkning | Red. anm."),
    ),
    negation=Negation(
        negations=frozenset(listed("inte ej icke ingen inget inga aldrig ingenting varken utan")),
        undone=frozenset(listed("bara endast enbart")),
    ),
)
