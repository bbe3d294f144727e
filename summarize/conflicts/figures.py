"""Conflicts about figures, dates and times: one for each quantity, however many sources give it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from summarize.conflicts.clashes import accounts_for, clashes
from summarize.conflicts.classifier import Weights
from summarize.conflicts.comparison import Comparison
from summarize.conflicts.parsing import act
from summarize.conflicts.records import FoundConflict, Side
from summarize.languages import Language
from summarize.lexical.words import Word
from summarize.quantities.agreement import agree
from summarize.quantities.values import Value
from summarize.quantities.votes import VOTES

VAGUE_WIDTH = 0.07
"""Share of a value that its span is wider than when it names another value only where no exact one is given."""
MAX_TOLD_APART = 500
"""Sentences of one conflict that are told apart pair by pair: where thousands take part, their pairs are millions."""

Statement = tuple[int, Value]
"""A sentence and a value it gives."""


def figure_conflicts(comparison: Comparison, weights: Weights) -> Iterator[FoundConflict]:
    """Contradictions about one quantity put together, so that a toll that three sources give in three ways is one."""
    shared = _dimensions(comparison)
    found: list[tuple[float, Statement, Statement]] = []
    for pair in comparison.pairs.where(lambda left, right: np.any(shared[left] & shared[right], axis=1)):
        for clash in clashes(comparison, pair, weights):
            if not _reports(comparison, pair.left, clash.right) and not _reports(comparison, pair.right, clash.left):
                sure = round(weights.certainty(clash.evidence), 9)
                found.append((sure, (pair.left, clash.left), (pair.right, clash.right)))
    found.sort(key=lambda item: (-item[0], _order(item[1]), _order(item[2])))
    for quantity in _quantities(comparison, [(left, right) for _, left, right in found]):
        statements = sorted(quantity.statements, key=_order)
        claims = comparison.claims_of(*(sentence for sentence, _ in statements))
        sides = _sides(comparison, statements)
        if len({side.value for side in sides}) > 1 and len({comparison.document(side.sentence) for side in sides}) > 1:
            language = comparison.parsed[statements[0][0]].language
            acts = _acts(comparison, statements) if statements[0][1].kind == "date" else []
            if acts and all(_are_opposite(*verbs, language) for verbs in acts):
                continue
            apart = [*combinations(statements[:MAX_TOLD_APART], 2), *quantity.left_over]
            yield FoundConflict(
                statements[0][1].kind,
                claims,
                tuple(sides),
                frozenset(
                    (min(i, j), max(i, j)) for (i, value), (j, other) in apart if i != j and not agree(value, other)
                ),
                is_certain=statements[0][1].dimension == VOTES,
                of_two_acts=bool(acts) and all(one.stem != other.stem for one, other in acts),
            )


def _acts(comparison: Comparison, statements: Sequence[Statement]) -> list[tuple[Word, Word]]:
    """The verbs that each two differing days stand with; nothing where any day stands with none."""
    acts = [(value, act(comparison.parsed[sentence], value)) for sentence, value in statements[:MAX_TOLD_APART]]
    if not all(verb for _, verb in acts):
        return []
    return [(x, y) for (value, x), (other, y) in combinations(acts, 2) if x and y and not agree(value, other)]


def _are_opposite(one: Word, other: Word, language: Language) -> bool:
    """Whether two verbs are of two steps that follow each other: began, ended."""
    return other.text.lower() in language.checks.opposites.get(one.text.lower(), ())


class _Quantity:
    """Statements on one quantity, the values that each document gives for it, and the contradicting pairs with a
    statement on another one.
    """

    def __init__(self, document: int, statement: Statement) -> None:
        self.statements = [statement]
        self.given = {document: [statement[1]]}
        self.left_over: list[tuple[Statement, Statement]] = []

    def agrees(self, other: _Quantity) -> bool:
        """Whether no document would give two values if both were one quantity."""
        small, large = sorted((self.given, other.given), key=len)
        return all(
            agree(value, another)
            for document, values in small.items()
            for value in values
            for another in large.get(document, ())
        )

    def take(self, other: _Quantity) -> None:
        """Takes the statements of the other quantity, and what it gives, for its own."""
        self.statements += other.statements
        self.left_over += other.left_over
        for document, values in other.given.items():
            known = self.given.setdefault(document, [])
            spans = {(value.low, value.high, value.unit) for value in known}
            known += [value for value in values if (value.low, value.high, value.unit) not in spans]


def _quantities(comparison: Comparison, pairs: Sequence[tuple[Statement, Statement]]) -> list[_Quantity]:
    """Contradicting statements put together by quantity, pair by pair in the order given.

    A document gives one value for a quantity: where joining two would give it two, they are of different things, such
    as the shares of two companies, and stay apart.
    """
    quantity_of: dict[Statement, _Quantity] = {}
    for left, right in pairs:
        mine, yours = (quantity_of.setdefault(x, _Quantity(comparison.document(x[0]), x)) for x in (left, right))
        if mine is yours:
            continue
        if not mine.agrees(yours):
            mine.left_over.append((left, right))
            yours.left_over.append((left, right))
            continue
        small, large = sorted((mine, yours), key=lambda quantity: len(quantity.statements))
        large.take(small)
        quantity_of.update(dict.fromkeys(small.statements, large))
    quantities = {id(quantity): quantity for quantity in quantity_of.values()}.values()
    return sorted(quantities, key=lambda quantity: min(map(_order, quantity.statements)))


def _reports(comparison: Comparison, sentence: int, value: Value) -> bool:
    """Whether the sentence's document gives this value too, in any sentence of the claim: then it tells both sides."""
    return any(
        accounts_for(other, value)
        for i in comparison.of_same_claim_and_document(sentence)
        for other in comparison.parsed[i].values
    )


def _dimensions(comparison: Comparison) -> NDArray[np.uint8]:
    """A bit for every dimension in which a value of another sentence may clash with one of each. *Shape:* (n, bytes)"""
    found: dict[int, set[str]] = {}
    for i in comparison.pairs.compared:
        stated = [value for value in comparison.parsed[i].values if value.stated]
        found[i] = {value.dimension for value in stated}
        if any(value.scaled or value.is_money for value in stated):
            found[i].add("money")  # a bare "five million" may be an amount of it
    column = {dimension: k for k, dimension in enumerate(sorted(set().union(*found.values())))}
    dimensions = np.zeros((len(comparison.corpus.sentences), max(1, len(column))), dtype=bool)
    for i, named in found.items():
        dimensions[i, [column[dimension] for dimension in named]] = True
    return np.packbits(dimensions, axis=1)


def _sides(comparison: Comparison, statements: list[Statement]) -> list[Side]:
    """For each distinct value one statement of every document that gives it, named by the words of the first; exact
    values first, then those of the largest claim; the same ones in any order of documents.
    """

    def precedence(statement: Statement) -> tuple[bool, int, str, int]:
        sentence, value = statement
        is_vague = value.high - value.low > VAGUE_WIDTH * abs(value.low)
        shared_by = len(comparison.claims[comparison.claim_of[sentence]])
        return is_vague, -shared_by, comparison.text(sentence), value.start

    groups: list[tuple[Value, str, dict[int, int]]] = []
    for sentence, value in sorted(statements, key=precedence):
        document = comparison.document(sentence)
        meant = [group for group in groups if agree(value, group[0])]
        if not meant:
            groups.append((value, comparison.text(sentence)[value.start : value.end], {document: sentence}))
        elif len(meant) == 1:
            meant[0][2].setdefault(document, sentence)
    groups.sort(key=lambda group: min(group[2].values()))
    return [Side(sentence, words) for _, words, given in groups for sentence in sorted(given.values())]


def _order(statement: Statement) -> tuple[int, int, str]:
    return statement[0], statement[1].start, statement[1].dimension
