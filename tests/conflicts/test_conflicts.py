"""Sources that cannot both be right are reported; sources that merely put it differently are not."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.records.sentence import Sentence
from tests.conflicts.invented import claims_of, conflicts, conflicts_among, values


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("number", "The blast left at least 120 wounded.", "The blast left 84 wounded."),
        ("number", "Nine people were killed in the landslip.", "Twelve people died in the landslip, police said."),
        ("number", "The repair will cost $9.5 million.", "The repair is put at $12 million."),
        ("number", "The foundation holds 22 per cent of the shares.", "The foundation holds 24% of the shares."),
        ("number", "Broadmoor shares fell 3 percent.", "Broadmoor shares edged up 0.2%."),
        ("number", "The hole in the chute was 200 feet wide.", "The hole in the chute is 300 feet wide."),
        ("number", "An earthquake of magnitude 5.9 shook Tolmeny.", "A 6.4-magnitude earthquake shook Tolmeny."),
        ("number", "Mara Vess, 34, won the stage.", "Mara Vess, 36, won the stage."),
        ("number", "The minister took 1.4 million thalers.", "The minister took 1.6 million thalers."),
        ("number", "The government has ordered 40 million doses.", "The government has ordered 45m doses."),
        ("number", "No injuries were reported in the crash.", "Three people were injured in the crash."),
        ("number", "Nobody was killed in the crash.", "Two people were killed in the crash."),
        ("number", "STORM KILLS 12 PEOPLE IN SULUA.", "STORM KILLS 40 PEOPLE IN SULUA."),
        ("number", "So far 1,900 of its members have joined the claim.", "So far 2,300 members have joined the claim."),
        ("time", "The ferry struck the mole at 7:40 a.m.", "The ferry struck the mole at 7.55am."),
        ("time", "The shop blew up at seven o'clock.", "The shop blew up at eight o'clock."),
        ("date", "The album is due in November.", "The album is due in December."),
        ("date", "Sailings are cancelled until Thursday.", "Sailings are cancelled until Saturday."),
        (
            "date",
            "The statues were stolen from the temple in 1974.",
            "The statues were stolen from the temple in 1975.",
        ),
        ("name", "Her son called the provider Penelac.", "Her son called Penelec, the provider."),
        ("polarity", "The captain was arrested on the quay.", "The captain was not arrested on the quay."),
        ("polarity", "The bank confirmed the takeover talks.", "The bank denied the takeover talks."),
        ("other", "He broke his left collarbone in the crash.", "He broke his right collarbone in the crash."),
    ],
)
def test_sources_that_cannot_both_be_right_are_reported(kind: str, one: str, other: str) -> None:
    """Each pair is one conflict with both sentences as its sides."""
    (found,) = conflicts(one, other)
    assert found.kind == kind
    assert found.claims == (0,)
    assert [side.sentence for side in found.sides] == [0, 1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("About 200 people marched in Vaile.", "In Vaile 197 people marched."),
        ("Dozens were hurt in the crush.", "The crush left 36 hurt."),
        ("More than 100 homes were destroyed.", "The fire destroyed 142 homes."),
        ("She was billed $284 billion for power.", "She was billed $284,460,000,000 for power."),
        ("Visibility was under 50 metres.", "Visibility was below 50 metres."),
        ("The crack is 10 feet long.", "The crack is three metres long."),
        ("The town lies 20 miles from the dam.", "The town lies 32 kilometres from the dam."),
        ("It was 104 degrees Fahrenheit in Sulua.", "It was 40 degrees Celsius in Sulua."),
        ("Twenty-seven people were injured.", "27 people were injured."),
        ("A dozen crew were missing.", "Twelve crew were missing."),
        ("The ferry accident left 27 injured.", "The ferry carried 142 passengers."),
        ("Three people died in the quake.", "The quake injured 47 people."),
        ("The Act passed by 71 votes to 66.", "The Act passed with five abstentions, 71 votes to 66."),
        ("Two women and a man were killed in the bank.", "Three people were killed in the bank."),
        ("Water stood 0.7 per cent higher.", "Water stood 0.66 percent higher."),
        ("The offer is $82 a share, up from $70.", "The offer was raised from $70 to $82 a share."),
        ("The bid was raised, up from $70 a share, or $105 billion.", "The bid was raised to $121 billion."),
        ("The Acheulean tools are older.", "Older are the Acheulian tools."),
        ("The golf course owes the city $437,000.", "The golf course owes the city $437,714."),
        ("The strike began at 7 a.m.", "The strike began shortly after 7 a.m."),
        ("The mayor spoke on Monday, an aide said.", "The mayor spoke, an aide said on Tuesday."),
        ("Germany and Poland signed.", "German and Polish envoys signed."),
        ("The Defence Centre in Vaile was closed.", "The Defense Center in Vaile was closed."),
        ("Her lawyer called the witness Schroeder.", "Her lawyer called Schröder, the witness."),
        ("It was first told by the Sueddeutsche paper.", "The paper Süddeutsche first told it."),
        ("Her lawyer called the witness Sorensen.", "Her lawyer called Sørensen, the witness."),
        ("Her lawyer called the witness Michalowski.", "Her lawyer called Michałowski, the witness."),
        ("The firm gave no details of the passengers.", "The firm declined to give details of the passengers."),
        ("North Korea launched a rocket.", "South Korea launched a rocket."),
        ("The ship left on flight deck A380.", "The ship left on flight deck A320."),
        ("Route 9 is blocked.", "Route 14 is blocked."),
        ("Five toddlers were burned.", "Three girls and two boys were burned."),
        ("A case of soda costs $16.", "A case of soda costs an additional $10."),
        ("The bill passed by 71 votes to 66.", "The bill passed by 71 votes to 60 and five abstentions."),
        ("He fell from the scaffolding of the Four Seasons.", "He fell nine storeys from the scaffolding."),
        ("Police found 16 children in the house.", "Police found children in the house, ABC 7 Chicago reported."),
        ("A boat burns in Sulua, March 3, 2028.", "The boat burned on March 2 in Sulua."),
        ("Eleven swans were found dead.", "A dozen or so swans were found dead."),
        ("The tax adds nearly two cents.", "The tax adds 1.75 cents."),
        ("Nobody was seriously hurt in the crash.", "Three people were hurt in the crash."),
        ("The crash caused no further injuries.", "The crash caused three injuries."),
        ("The console maker has released its 5.50 update.", "The console maker has released its 5.0 update."),
    ],
)
def test_sources_that_put_it_differently_are_left_alone(one: str, other: str) -> None:
    """Rounding, units, number words, other things counted, former figures and spelling customs are no conflict."""
    assert conflicts(one, other) == ()
    assert conflicts(other, one) == ()


def test_a_side_shows_the_words_that_clash_and_no_more() -> None:
    """A person sees at once what is disputed."""
    found = conflicts("The blast left at least 120 wounded in Sulua.", "The blast left 84 wounded in Sulua.")
    assert values(found) == [("at least 120 wounded", "84 wounded")]


def test_a_differing_figure_is_found_even_where_it_kept_the_sentences_apart() -> None:
    """Claims that are close in meaning and alike in words are compared too."""
    one, other = "The storm killed seven people in Sulua.", "The storm killed twelve people in Sulua."
    (found,) = conflicts(one, other, same_claim=False)
    assert found.claims == (0, 1)


def test_large_numbers_of_people_are_compared_whatever_is_said_of_them() -> None:
    """Two sources say in different words how many are concerned."""
    one = "About 1.4 million people are affected, a spokeswoman said."
    other = "The hospital group has told regulators that the theft touched 1.9mn people."
    assert values(conflicts(one, other, same_claim=False)) == [("About 1.4 million people", "1.9mn people")]


def test_small_numbers_of_people_are_compared_only_where_the_same_happened_to_them() -> None:
    """Across claims, five people and seven people are different people."""
    one, other = "The boat of the pilots carries five people.", "The pilots asked seven people about the boat."
    assert conflicts(one, other, same_claim=False) == ()


@pytest.mark.parametrize(("other", "found"), [(datetime(2018, 2, 5), 1), (datetime(2018, 3, 5), 0)])
def test_last_month_is_counted_from_the_date_of_the_article(other: datetime, found: int) -> None:
    """What one article calls this month is last month for another one of the month after."""
    one = "European regulators approved the merger this month."
    late = "European regulators approved the merger last month."
    assert len(conflicts(one, late, published=[datetime(2018, 2, 6), other])) == found
    assert conflicts(one, late) == ()


def test_copies_of_one_article_are_compared_within_a_claim_only() -> None:
    """Copies share a voice: their neighbouring sentences differ because they are different sentences."""
    one, other = "The storm killed seven people in Sulua.", "The storm killed twelve people in Sulua."
    assert conflicts(one, other, same_claim=False, originals=[0, 0, 2]) == ()
    assert len(conflicts(one, other, originals=[0, 0, 2])) == 1


def test_an_earlier_disaster_is_not_the_present_one() -> None:
    """Between claims a year that only one sentence names marks another event."""
    one, other = "Cyclone Barra killed 46 people in Talavei in 2022.", "A cyclone killed twelve people in Talavei."
    assert conflicts(one, other, same_claim=False) == ()


def test_plain_figures_of_other_languages_are_compared() -> None:
    """Digits before the same word need no English."""
    (found,) = conflicts("El choque dejó 27 heridos en el puerto.", "El choque en el puerto dejó 31 heridos.")
    assert values([found]) == [("27 heridos", "31 heridos")]


def test_nothing_in_nothing_out() -> None:
    """An empty collection has no conflicts."""
    assert conflicts_among([], claims_of([])) == ()


PIECES = (
    "the storm killed 7 12 about people more than $5 million 3% at 7:40 a.m. on Friday not Penelac Penelec left right "
    "half a dozen twenty-one and 1974 - , . ½ km/h 1.500 ’s"
)
words = st.sampled_from(PIECES.split())


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(words, min_size=1, max_size=14).map(" ".join), min_size=2, max_size=5))
def test_sides_are_always_words_of_their_sentences_from_several_documents(texts: list[str]) -> None:
    """Whatever the text, a conflict quotes what is there, names its claims and has sides from different documents."""
    for conflict in conflicts(*texts):
        assert len(conflict.sides) >= 2
        assert len({side.sentence for side in conflict.sides}) >= 2
        assert len({side.value for side in conflict.sides}) >= 2
        for side in conflict.sides:
            assert side.value
            assert any(side.value in texts[other.sentence] for other in conflict.sides if other.value == side.value)


@settings(max_examples=100, deadline=None)
@given(st.lists(words, min_size=1, max_size=20).map(" ".join))
def test_a_sentence_never_contradicts_itself(text: str) -> None:
    """The same sentence in two documents agrees with itself, whatever it says."""
    assert conflicts(text, text + " ") == ()


def test_an_imputed_vector_makes_no_conflict_across_claims() -> None:
    """It is learnt from other sentences, so that it is near to some says nothing of what its sentence states."""
    texts = "The blast left at least 120 wounded.", "The blast left 84 wounded."
    sentences = [Sentence(i, 0, len(text), text) for i, text in enumerate(texts)]

    def found(claims: list[tuple[int, ...]], exact: list[bool]) -> int:
        return len(conflicts_among(sentences, claims_of(claims, 0.4), exact))

    assert found([(0,), (1,)], [True, True]) == 1
    assert found([(0,), (1,)], [True, False]) == 0
    assert found([(0, 1)], [True, False]) == 1
