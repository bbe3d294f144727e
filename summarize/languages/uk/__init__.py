"""Ukrainian: where sentences end, and what holds in any language."""

from __future__ import annotations

from summarize.languages import spaced
from summarize.languages.base import Language
from summarize.languages.patterns import note_head
from summarize.languages.prose import Boilerplate, Negation
from summarize.languages.text import listed, read_small_words
from summarize.languages.uk.boundaries import BOUNDARIES

LANGUAGE = Language(
    code="uk",
    name="Ukrainian",
    splitter="uk",
    small_words=read_small_words(__package__),
    boundaries=BOUNDARIES,
    numbers=spaced.numbers(
        "два|дві|двох|двоє три|трьох|троє чотири|чотирьох|четверо п'ять|п’ять|п'яти|п’яти|п'ятеро|п’ятеро "
        "шість|шести|шестеро сім|семи|семеро вісім|восьми дев'ять|дев’ять|дев'яти|дев’яти десять|десяти "
        "одинадцять|одинадцяти дванадцять|дванадцяти тринадцять|тринадцяти чотирнадцять|чотирнадцяти "
        "п'ятнадцять|п’ятнадцять шістнадцять|шістнадцяти сімнадцять|сімнадцяти вісімнадцять|вісімнадцяти "
        "дев'ятнадцять|дев’ятнадцять двадцять|двадцяти",
        "сто|сот тисяча|тисячі|тисяч|тис мільйон|мільйона|мільйони|мільйонів|млн "
        "мільярд|мільярда|мільярди|мільярдів|млрд",
    ),
    units=spaced.units("відсоток|відсотка|відсотки|відсотків|процент|процента|процентів"),
    boilerplate=Boilerplate(
        note_head=note_head(
            "Виправлення | Уточнення | Спростування | Від редакції | Примітка редакції | Прим. ред. | Поправка"
        ),
    ),
    negation=Negation(
        negations=frozenset(listed("не ні немає нема ніколи ніхто нікого жоден жодна жодного жодних без нічого ані")),
        undone=frozenset(listed("лише тільки")),
    ),
)
