"""Russian: where sentences end, and what holds in any language."""

from __future__ import annotations

from summarize.languages.base import Language
from summarize.languages.prose import Boilerplate
from summarize.languages.ru.boundaries import BOUNDARIES
from summarize.languages.text import listed, read_page_words

LANGUAGE = Language(
    code="ru",
    name="Russian",
    splitter="ru",
    small_words=frozenset(
        listed(
            "в и на не что с по он как из за от о для к это а у его но то все она так же был бы было их или "
            "до быть были при только который уже после года если под чтобы со когда также того"
        )
    ),
    boundaries=BOUNDARIES,
    boilerplate=Boilerplate(page_words=read_page_words(__package__)),
)
