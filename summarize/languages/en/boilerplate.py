"""All tables of boilerplate, put together."""

from __future__ import annotations

from summarize.languages import general
from summarize.languages.en.credits import CREDITS
from summarize.languages.en.foot import FOOT, PARAGRAPHS, TAIL, TEASER_HEAD
from summarize.languages.en.menus import MENU_WORDS
from summarize.languages.en.page import PAGE
from summarize.languages.patterns import Table, note_head
from summarize.languages.prose import Boilerplate
from summarize.languages.text import listed, read_page_words

BOILERPLATE = Boilerplate(
    sentences=Table((*PAGE, *general.BOILERPLATE, *CREDITS, *FOOT)),
    paragraphs=Table(PARAGRAPHS),
    tail=Table(TAIL),
    teaser_head=TEASER_HEAD,
    note_head=note_head(
        "Correction | Corrections | Clarification | Clarifications | Editor's note | "
        "Editor’s note | Editors' note | Editors’ note | Note from the editor | "
        "Note from the editors | Note to readers | Erratum | Corrigendum | "
        "Corrections and clarifications | For the record | Setting the record straight | "
        "Amendment | Disclosure | Full disclosure | Transparency note | Translator's note"
    ),
    page_words=read_page_words(__package__),
    menu_words=MENU_WORDS | general.MENU_WORDS,
    label_words=frozenset(listed("a an and at by de for from in of on the to von with")),
)
