"""The role of every sentence of a document, rule after rule."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from summarize.languages import Language
from summarize.segmentation.roles.boilerplate import mark_boilerplate
from summarize.segmentation.roles.calls_to_action import mark_calls_to_action
from summarize.segmentation.roles.candidate import Candidate
from summarize.segmentation.roles.captions import mark_captions, mark_repeated
from summarize.segmentation.roles.headings import mark_fragments, mark_headlines, mark_trailing


def mark_roles(candidates: Sequence[Candidate], title: str | None, language: Language) -> None:
    """Sets the role of every sentence of one document, and the rule that gave it, where it is not BODY.

    Order matters: later rules read the marks of earlier ones.
    """
    blocks = [list(group) for _, group in groupby(candidates, key=lambda candidate: candidate.block)]
    mark_boilerplate(blocks, language)
    mark_captions(blocks, language)
    mark_repeated(blocks)
    mark_headlines(blocks, title, language)
    mark_calls_to_action(blocks, language)
    mark_fragments(blocks, language)
    mark_trailing(blocks)
