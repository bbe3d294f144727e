"""Tolls of Chinese and Japanese reports: figures are read without spaces, and held against their like."""

from __future__ import annotations

import numpy as np
import pytest

from summarize.claims import Claims
from summarize.conflicts import find_conflicts
from summarize.conflicts.parsing import read, role
from summarize.languages import get
from summarize.records.sentence import Sentence
from tests.conflicts.invented import claims_of
from tests.corpora import corpus_of, no_copies


def _values(code: str, *texts: str) -> list[tuple[str, ...]]:
    """What clashes in sentences of as many documents, whose vectors say nothing."""
    sentences = [Sentence(i, 0, len(text), text, language=code) for i, text in enumerate(texts)]
    vectors = np.eye(len(texts), dtype=np.float32)
    claims: Claims = claims_of([(i,) for i in range(len(texts))], same=0.01)
    corpus = corpus_of(sentences, vectors)
    return [
        tuple(side.value for side in conflict.sides) for conflict in find_conflicts(corpus, claims, no_copies(corpus))
    ]


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("zh", "造成12人死亡、38人受伤。", [(12, "dead"), (38, "hurt")]),
        ("zh", "死亡人数升至14人。", [(14, "dead")]),
        ("zh", "十三人遇难，五名工人失踪。", [(13, "dead"), (5, "missing")]),
        ("zh", "1.2万人被疏散。", [(12_000, "evacuated")]),
        ("ja", "12人が死亡し、4人が行方不明になっている。", [(12, "dead"), (4, "missing")]),
        ("ja", "死者は14人になった。", [(14, "dead")]),
        ("ja", "三人がけがをした。", [(3, "hurt")]),
    ],
)
def test_people_are_counted_by_what_happened_to_them(code: str, text: str, told: list[tuple[float, str]]) -> None:
    """The word for it may stand before or behind the figure."""
    sentence = read(text, get(code))
    found = [(value.high, role(sentence, value)) for value in sentence.values]
    assert [(number, what) for number, (_, what) in zip([n for n, _ in told], found, strict=True)] == told
    assert all(value.low <= number <= value.high for value, (number, _) in zip(sentence.values, told, strict=True))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ja", "3万5千人が避難した。"),
        ("zh", "1万2千人死亡。"),
        ("zh", "3万5人被疏散。"),
        ("zh", "一百一十五人死亡。"),
        ("ja", "三百五人が死亡した。"),
    ],
)
def test_the_rest_of_a_number_is_no_number(code: str, text: str) -> None:
    """One of several sizes is not read at all rather than by half."""
    assert read(text, get(code)).values == ()


@pytest.mark.parametrize(
    ("code", "text"),
    [("zh", "该厂去年产值为13.81亿元。"), ("zh", "5月6日，第三工厂停产。"), ("ja", "台風8号は5日朝に上陸した。")],
)
def test_what_no_counter_follows_counts_nothing(code: str, text: str) -> None:
    """Days, sums and numbers that are names."""
    assert read(text, get(code)).values == ()


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        ("zh", "临江县化工厂爆炸，12人遇难，38人受伤。", "临江县化工厂爆炸死亡人数升至14人。"),
        ("zh", "渔船在东湾沉没，3人失踪。", "东湾沉船事故已有5人失踪。"),
        ("ja", "台風8号は東海岸に上陸し、12人が死亡した。", "台風8号の死者は14人になったと県が発表した。"),
    ],
)
def test_two_tolls_contradict_each_other(code: str, one: str, other: str) -> None:
    """Though the vectors of such sentences say nothing."""
    assert len(_values(code, one, other)) == 1


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        ("zh", "化工厂爆炸造成12人死亡。", "化工厂爆炸造成38人受伤。"),
        ("zh", "化工厂爆炸造成12人死亡。", "化工厂爆炸，12人遇难。"),
        ("zh", "桥上车祸造成8人死亡。", "桥上去年也有车祸，当时5人死亡。"),
        ("ja", "台風で12人が死亡した。", "台風で4人が行方不明になっている。"),
        ("ja", "トンネル事故で少なくとも10人が死亡した。", "トンネル事故の死者は10人だった。"),
    ],
)
def test_the_dead_are_not_the_hurt_nor_the_missing(code: str, one: str, other: str) -> None:
    """Nor does one toll in two ways, or that of last year, contradict another."""
    assert _values(code, one, other) == []
