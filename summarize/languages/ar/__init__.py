"""Arabic: where sentences end, and what holds in any language."""

from __future__ import annotations

from summarize.languages.ar.boundaries import BOUNDARIES
from summarize.languages.base import Language
from summarize.languages.patterns import note_head
from summarize.languages.prose import Boilerplate, Negation
from summarize.languages.text import listed, read_page_words

LANGUAGE = Language(
    code="ar",
    name="Arabic",
    splitter="ar",
    boundaries=BOUNDARIES,
    boilerplate=Boilerplate(
        note_head=note_head("تصحيح | تصويب | توضيح | استدراك | تنويه | ملاحظة المحرر | ملاحظة التحرير"),
        page_words=read_page_words(__package__),
    ),
    negation=Negation(
        negations=frozenset(listed("لا لم لن ليس ليست بدون دون")),
        undone=frozenset(listed("فقط")),
    ),
)
