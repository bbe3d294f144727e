"""A sentence on its way to a role."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TypeAlias

from summarize.languages.patterns import Rule
from summarize.records.document import BlockRole
from summarize.records.sentence import SentenceRole

_FULL_STOP = re.compile(r"[.!?…。．！？।۔؟։።။។།][\"'”’»)\]]*$|[\u0e00-\u0eff]$")
LINE_WORDS = 25
"""A line of more words is no headline and no label."""
TAIL = 3
"""Paragraphs at the end of a document that may be no part of it."""


@dataclass(slots=True)
class Candidate:
    """A sentence before it is known what it is good for."""

    text: str
    block: int
    """Number of the block it stands in."""
    tokens: tuple[str, ...]
    block_role: BlockRole = BlockRole.PARAGRAPH
    """What the paragraph is, where the format of the document tells."""
    role: SentenceRole = SentenceRole.BODY
    rule: Rule | None = None
    """What gave it its role; None while it is BODY."""
    words: int = field(init=False)
    finished: bool = field(init=False)
    """Whether it ends as a sentence does, with a full stop or the like; Thai and Lao have none."""

    def __post_init__(self) -> None:
        self.words = len(self.text.split())
        self.finished = bool(_FULL_STOP.search(self.text[-6:]))

    @property
    def body(self) -> bool:
        return self.role is SentenceRole.BODY

    @property
    def boilerplate(self) -> bool:
        return self.role is SentenceRole.BOILERPLATE

    @property
    def reason(self) -> str:
        """Name of the rule that gave it its role."""
        return self.rule.name if self.rule else ""

    def mark(self, role: SentenceRole, rule: Rule) -> None:
        self.role, self.rule = role, rule


TITLE = Rule("title")
CAPTION = Rule("caption")
CONTROL_CHARACTER = Rule("control character", inside_articles=True)
NO_WORDS = Rule("no words", inside_articles=True)

Paragraph: TypeAlias = list[Candidate]
"""The sentences of one block."""


def is_line(block: Paragraph) -> bool:
    """Whether a paragraph is one line without a full stop, as headlines and labels are."""
    return len(block) == 1 and block[0].words <= LINE_WORDS and not block[0].finished


def tail(blocks: list[Paragraph]) -> list[Paragraph]:
    """The last paragraphs, from the end up to three that hold content, never more than half of the document's."""
    content = [index for index, block in enumerate(blocks) if any(candidate.body for candidate in block)]
    size = min(TAIL, len(content) // 2)
    return blocks[content[-size] :] if size else []
