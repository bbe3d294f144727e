"""Figures, dates and times are read from sentences with what they can mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.conflicts.parsing import read, role
from summarize.languages import get
from summarize.quantities.agreement import agree, comparable
from summarize.quantities.numerals import find_numerals
from summarize.quantities.values import Value

ENGLISH = get("en")
INFINITY = float("inf")


def only_value(text: str, dimension: str) -> Value:
    (value,) = [value for value in read(text, ENGLISH).values if value.dimension == dimension]
    return value


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("27", 27),
        ("1,200", 1200),
        ("1.234.567", 1_234_567),
        ("1.4 million", 1_400_000),
        ("2,5", 2.5),
        ("11½", 11.5),
        ("$38bn", 38e9),
        ("twenty-seven", 27),
        ("two hundred and five", 205),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("a dozen", 12),
        ("three dozen", 36),
        ("45m doses", 45_000_000),
        ("a 3m wall", 3),
    ],
)
def test_numbers_are_read_in_digits_and_in_words(text: str, number: float) -> None:
    """English number words, grouped digits and sizes such as bn."""
    assert [numeral.value for numeral in find_numerals(text, ENGLISH)] == [number]


@pytest.mark.parametrize("text", ["several dozen", "hundreds", "two thirds", "COVID-19", "A380", "1.500"])
def test_what_is_no_plain_number_is_passed_over(text: str) -> None:
    """Vague amounts, fractions, codes, and a point that may mark thousands or decimals."""
    assert find_numerals(text, ENGLISH) == []


@given(st.integers(min_value=0, max_value=10**12))
def test_grouped_digits_mean_the_same_as_plain_ones(number: int) -> None:
    """A comma between thousands changes nothing."""
    assert [numeral.value for numeral in find_numerals(f"{number:,}", ENGLISH)] == [number]
    assert [numeral.value for numeral in find_numerals(str(number), ENGLISH)] == [number]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("84 wounded", 84, 84),
        ("about 200 wounded", 176, 224),
        ("at least 7 wounded", 7, 7.7),
        ("at least 100 wounded", 100, INFINITY),
        ("more than 100 wounded", 100, INFINITY),
        ("fewer than 100 wounded", 0, 100),
        ("nearly 100 wounded", 88, 102),
    ],
)
def test_hedges_widen_a_figure(text: str, low: float, high: float) -> None:
    """Each hedge has a reach; "at least" with an exact count means little more than that count."""
    value = only_value(text, "count")
    assert (value.low, value.high) == (pytest.approx(low), pytest.approx(high))
    assert text[value.start : value.end] == text


@pytest.mark.parametrize(
    ("text", "dimension", "low", "high"),
    [
        ("a fee of €38m was agreed", "eur", 38e6, 38e6),
        ("it costs $82 a share now", "usd/share", 82, 82),
        ("a 3km zone", "length", 3000, 3000),
        ("winds of 100 mph", "speed", 160.9, 160.9),
        ("heat of 104°F", "temperature", 40, 40),
        ("shut for six weeks", "duration", 42 * 86400, 42 * 86400),
    ],
)
def test_amounts_are_brought_to_one_unit(text: str, dimension: str, low: float, high: float) -> None:
    """Money by currency, measures by what they measure."""
    value = only_value(text, dimension)
    assert value.low <= low * 1.001
    assert value.high >= high * 0.999
    assert value.high - value.low < 0.2 * high


@pytest.mark.parametrize(
    ("text", "dimension", "number"),
    [
        ("It closed on 14 December.", "day", 1214),
        ("It closed on March 3, 2028.", "day", 303),
        ("It closed on March 3, 2028.", "year", 2028),
        ("It opened in 1974.", "year", 1974),
        ("The ferry left at 19:40 sharp.", "clock", 1180),
        ("The ferry left at 7:40 p.m. sharp.", "clock", 1180),
        ("The ferry left at 7.40pm sharp.", "clock", 1180),
        ("The ferry left at eight o'clock in the evening.", "clock", 1200),
        ("The ferry left at a quarter to 12 in the morning.", "clock", 705),
        ("The ferry left at a quarter to one at night.", "clock", 45),
        ("The ferry left at a quarter to seven in the evening.", "clock", 1125),
        ("The ferry left in November.", "month", 11),
    ],
)
def test_dates_and_times_are_read(text: str, dimension: str, number: float) -> None:
    """A day as month and day, a time as minutes after midnight."""
    value = only_value(text, dimension)
    assert value.low <= number <= value.high
    assert value.stated


@pytest.mark.parametrize(
    "text",
    ["Fares fell from a quarter to 45 percent.", "Fares fell from a quarter to 9%.", "It left at 45 in the morning."],
)
def test_a_quarter_to_a_share_and_an_hour_that_no_clock_has_are_no_times(text: str) -> None:
    assert not [value for value in read(text, ENGLISH).values if value.kind == "time"]


@pytest.mark.parametrize(
    ("text", "dimension", "number"),
    [
        ("It opened last year.", "year", 2027),
        ("It opens next year.", "year", 2029),
        ("It opened last month.", "month", 12),
    ],
)
def test_relative_dates_are_counted_from_the_date_of_the_article(text: str, dimension: str, number: float) -> None:
    """Here from January 2028; without a date they say nothing."""
    (value,) = [value for value in read(text, ENGLISH, (2028, 1)).values if value.dimension == dimension]
    assert value.low == value.high == number
    assert not read(text, ENGLISH).values


@pytest.mark.parametrize("text", ["Updated 07:12, 14 Nov 2029", "A boat burns in Sulua, Tolmeny, November 27, 2011."])
def test_a_date_stamp_and_a_caption_tell_no_date_of_an_event(text: str) -> None:
    """When a page was changed and a picture was taken cannot contradict."""
    assert not any(value.stated for value in read(text, ENGLISH).values if value.kind == "date")


@pytest.mark.parametrize("text", ["22:50 A column sealed off the square.", "The mayor said on Monday."])
def test_the_time_of_the_report_is_not_that_of_an_event(text: str) -> None:
    """Time stamps of live blogs and the day on which something was said cannot contradict."""
    assert [value.stated for value in read(text, ENGLISH).values] == [False]


def test_what_happened_tells_figures_of_one_sentence_apart() -> None:
    """The nearest word for it, within the clause."""
    text = "Three people died and at least 47 were hurt."
    reading = read(text, ENGLISH)
    assert {text[v.start : v.end]: role(reading, v) for v in reading.values} == {
        "Three people died": "dead",
        "at least 47": "hurt",
    }


@given(st.integers(min_value=1, max_value=10**9))
def test_a_hedged_figure_agrees_with_the_figure(number: int) -> None:
    """The words "about n", "nearly n" and "at least n" never exclude n."""
    plain = only_value(f"{number:,} trees fell", "count")
    for hedge in ("about", "nearly", "at least", "just over"):
        hedged = only_value(f"{hedge} {number:,} trees fell", "count")
        assert agree(hedged, plain)
        assert agree(plain, hedged)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Two-thirds of the coral has died.", 66.7),
        ("Half of the coral has died.", 50),
        ("A quarter of the staff left.", 25),
        ("Sales were a fifth lower.", 20),
        ("Nearly half its members left.", 50),
    ],
)
def test_shares_in_words_are_percentages(text: str, share: float) -> None:
    value = only_value(text, "percent")
    assert value.low - 2 <= share <= value.high + 2


@pytest.mark.parametrize(
    "text",
    [
        "The second half of the match was dull.",
        "It took half the time.",
        "A quarter of an hour passed.",
        "A third man fled.",
    ],
)
def test_other_halves_and_thirds_are_none(text: str) -> None:
    assert not [value for value in read(text, ENGLISH).values if value.dimension == "percent"]


@pytest.mark.parametrize(
    ("one", "other", "are_one_question"),
    [
        ("Winds gusted at a speed of 90 km/h.", "Gusts of 120 km/h were measured.", True),
        ("Sustained winds of 185 km/h hit Brell.", "Gusts of 230 km/h hit Brell.", False),
        ("It struck at a depth of 31 kilometres.", "The quake was 60 kilometres off the coast.", False),
        ("It struck at a depth of 31 kilometres.", "The quake was 20 kilometres deep.", True),
    ],
)
def test_depth_and_distance_and_gusts_and_winds_are_questions_of_their_own(
    one: str, other: str, are_one_question: bool
) -> None:
    (mine,), (yours,) = (
        [v for v in read(t, ENGLISH).values if v.dimension in ("length", "speed")] for t in (one, other)
    )
    assert comparable(mine, yours) is are_one_question


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("de", "Fünf Bergsteiger wurden gerettet.", "5 Bergsteiger wurden gerettet."),
        ("es", "Cuatro millones de euros.", "4 millones de euros."),
        ("fr", "Le taux monte de trois pour cent.", "Le taux monte de 3 pour cent."),
        ("it", "Due milioni di euro.", "2 milioni di euro."),
        ("pt", "Sete pescadores voltaram.", "7 pescadores voltaram."),
        ("pl", "Zginęły cztery osoby.", "Zginęły 4 osoby."),
        ("ru", "Погибли шесть человек.", "Погибли 6 человек."),
    ],
)
def test_number_words_of_other_languages_are_read(language: str, one: str, other: str) -> None:
    (word,), (digit,) = (find_numerals(text, get(language)) for text in (one, other))
    assert word.value == digit.value


@pytest.mark.parametrize(
    ("text", "how_long"),
    [
        ("Doctors examined them twelve times over five years.", False),
        ("The plant is to create 500 jobs over five years.", False),
        ("Over five years the village lost its shops.", False),
        ("The patients were followed for over five years.", True),
        ("The repair took over five years.", True),
        ("He was held for just over five years.", True),
    ],
)
def test_over_a_time_says_how_long_only_where_it_means_more_than_that(text: str, how_long: bool) -> None:
    followed = only_value("The patients were followed for 4.7 years.", "duration")
    assert comparable(only_value(text, "duration"), followed) == how_long
