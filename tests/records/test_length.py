"""The budget counts words, also where nobody puts spaces between them."""

from __future__ import annotations

import pytest

from summarize import Document, Options, summarize
from summarize.records.length import count_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("The dam held, engineers said.", 5),
        ("Der Damm hält – vorerst.", 5),
        ("댐은 버텼다고 기술자들이 말했다", 4),
        ("大坝守住了", 3),
        ("ダムは持ちこたえた", 5),
        ("เขื่อนยังอยู่", 7),
        ("大坝 held 守住了", 4),
    ],
)
def test_words_stand_between_spaces_or_are_two_characters_long(text: str, words: int) -> None:
    assert count_words(text) == words


def test_a_brief_of_chinese_articles_keeps_its_length() -> None:
    articles = [
        "周一晚上,维尔河上的一座大坝决口,三个村庄被淹。救援人员用小船疏散了四百名居民。市长说没有人死亡。",
        "维尔河大坝周一夜间决口,洪水淹没了三个村庄。约四百名居民乘船撤离。工程师正在检查另外两座大坝。",
    ]
    for most in (20, 30, 60):
        brief = summarize([Document(str(n), text) for n, text in enumerate(articles)], Options(max_words=most))
        assert 0 < brief.words <= most
        assert brief.words == sum(count_words(sentence.text) for sentence in brief.sentences)
