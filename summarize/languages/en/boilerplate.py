"""All tables of boilerplate, put together."""

from __future__ import annotations

import json
from importlib.resources import files

from summarize.languages import general
from summarize.languages.en.credits import CREDITS
from summarize.languages.en.foot import FOOT, PARAGRAPHS, TAIL, TEASER_HEAD
from summarize.languages.en.menus import MENU_WORDS
from summarize.languages.en.page import PAGE
from summarize.languages.patterns import Table
from summarize.languages.prose import Boilerplate
from summarize.languages.text import listed

WEIGHTS = "page_words.json"
"""Fitted by `python -m benchmarks.fit_roles`, whose figures stand beside the model of roles."""

BOILERPLATE = Boilerplate(
    sentences=Table((*PAGE, *general.BOILERPLATE, *CREDITS, *FOOT)),
    paragraphs=Table(PARAGRAPHS),
    tail=Table(TAIL),
    teaser_head=TEASER_HEAD,
    page_words=json.loads(files(__package__).joinpath(WEIGHTS).read_text(encoding="utf-8")),
    menu_words=MENU_WORDS | general.MENU_WORDS,
    label_words=frozenset(listed("a an and at by de for from in of on the to von with")),
)
