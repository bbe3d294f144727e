"""A text that a tokeniser took apart is read as its writer had it; every other text stays as it is."""

from __future__ import annotations

import pytest

from summarize.reading.tokenised import put_together
from summarize.records.document import Damage, Mend
from tests.reading.conftest import ReadBytes, only


@pytest.mark.parametrize(
    ("apart", "whole"),
    [
        (
            "The ferry , he said , was `` fine '' and did n't sink .",
            'The ferry, he said, was "fine" and didn\'t sink.',
        ),
        (
            "It 's over , says Una , too ; the owners ' dock ( a ` relic ' ) cost $ 5 , or 40 % more : why ?",
            "It's over, says Una, too; the owners' dock (a 'relic') cost $5, or 40% more: why?",
        ),
        (
            'She asked : " Whose ? " Then , on May 4 , 2031 , it burned .\nNobody , she said , was " inside .',
            'She asked: "Whose?" Then, on May 4, 2031, it burned.\nNobody, she said, was " inside.',
        ),
        (
            "The hut -LRB- once a well @-@ kept mill -RRB- fell , at 10 : 30 . It was on 3 . 5 acres , no more .",
            "The hut (once a well-kept mill) fell, at 10 : 30. It was on 3 . 5 acres, no more.",
        ),
        (
            "It didn ' t burn , the ferry ' s mate said , though “ warm ” , wait . . . then , oddly , it did .",
            "It didn't burn, the ferry's mate said, though “warm”, wait . . . then, oddly, it did.",
        ),
        (
            "Die Fähre , sagte der Kapitän , ist nicht gesunken , und 5 % der Gäste gingen .",
            "Die Fähre, sagte der Kapitän, ist nicht gesunken, und 5 % der Gäste gingen.",
        ),
    ],
)
def test_marks_and_parts_of_words_go_back_to_where_writers_put_them(apart: str, whole: str) -> None:
    assert put_together(apart)[0] == whole


@pytest.mark.parametrize(
    "text",
    [
        "« Quoi ? » dit la femme. Non ! Oui ; et voici : il est parti, dans le port, et sans bruit.",
        "Le bateau , dit la femme , est parti dans le port , et il est arrivé .",
        "He waited . . . and waited . . . and , in the end . . . left.",
        "The ferry sank , he said, and so did the tug , which is odd. They were old , both, as he put it.",
        "Run `ls .` , then `cp a .`. It works, mostly, and it is quick. Nobody minds, he said.",
        "The .com boom, and a .22 rifle. Prices rose .5 percent, he said.",
        "Oil , coal .",
        "",
    ],
)
def test_a_text_that_was_not_taken_apart_or_whose_language_sets_marks_apart_stays_as_it_is(text: str) -> None:
    assert put_together(text) == (text, 0)


def test_what_was_put_together_is_what_offsets_count_and_is_put_together_once(read_bytes: ReadBytes) -> None:
    document = only(read_bytes("The pier , they said , fell &amp; sank .", "a.txt"))
    assert document.text == "The pier, they said, fell & sank."
    assert document.mends == (Mend(Damage.ENTITY, 1), Mend(Damage.TOKENS, 3))
    assert only(read_bytes(document.text, "b.txt")).mends == ()
