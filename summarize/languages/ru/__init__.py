"""Russian: where sentences end, and what holds in any language."""

from __future__ import annotations

from summarize.languages import spaced
from summarize.languages.base import Language
from summarize.languages.patterns import note_head, opinion_label
from summarize.languages.prose import Boilerplate, Negation
from summarize.languages.ru.anaphora import ANAPHORA
from summarize.languages.ru.boundaries import BOUNDARIES
from summarize.languages.text import listed, read_page_words, read_small_words
from summarize.languages.unsettled import Person

LANGUAGE = Language(
    code="ru",
    name="Russian",
    splitter="ru",
    small_words=read_small_words(__package__),
    boundaries=BOUNDARIES,
    anaphora=ANAPHORA,
    person=Person(opinion_label=opinion_label("мнение|комментарий|(?:авторская )?колонка|анализ|аналитика|рецензия")),
    numbers=spaced.numbers(
        "два|две|двух|двое|двоих три|трёх|трех|трое|троих четыре|четырёх|четырех|четверо|четверых "
        "пять|пяти|пятеро|пятерых шесть|шести|шестеро семь|семи|семеро восемь|восьми девять|девяти "
        "десять|десяти одиннадцать|одиннадцати двенадцать|двенадцати тринадцать|тринадцати "
        "четырнадцать|четырнадцати пятнадцать|пятнадцати шестнадцать|шестнадцати "
        "семнадцать|семнадцати восемнадцать|восемнадцати девятнадцать|девятнадцати двадцать|двадцати",
        "сто|сот тысяча|тысячи|тысяч|тыс миллион|миллиона|миллионов|млн миллиард|миллиарда|миллиардов|млрд",
    ),
    units=spaced.units("процент|процента|процентов"),
    boilerplate=Boilerplate(
        note_head=note_head("Поправка | Исправление | Уточнение | От редакции | Примечание редакции | Прим. ред."),
        page_words=read_page_words(__package__),
    ),
    negation=Negation(
        negations=frozenset(listed("не нет никогда никто никого никаких никакой без ни ничего")),
        undone=frozenset(listed("только")),
    ),
)
