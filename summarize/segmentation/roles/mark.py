"""The role of every sentence of a document, rule after rule."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from summarize.languages import Language
from summarize.segmentation.roles.boilerplate import mark_boilerplate
from summarize.segmentation.roles.candidate import Candidate, Paragraph
from summarize.segmentation.roles.captions import mark_captions, mark_repeated
from summarize.segmentation.roles.headings import mark_fragments, mark_headlines


def mark_roles(candidates: Sequence[Candidate], title: str | None, language: Language) -> None:
    """Sets the role of every sentence of one document, and what gave it, where it is not BODY.

    The rules come first; what they find is evidence for the learned model, which decides where they are not certain.
    """
    if not candidates:
        return
    from summarize.segmentation.roles.learned import mark_learned  # numpy, which not every command needs

    blocks = mark_rules(candidates, title, language)
    mark_learned(candidates, language)
    mark_fragments(blocks, language)


def mark_rules(candidates: Sequence[Candidate], title: str | None, language: Language) -> list[Paragraph]:
    """What single rules make of the sentences. Order matters: later rules read the marks of earlier ones."""
    blocks = [list(group) for _, group in groupby(candidates, key=lambda candidate: candidate.block)]
    mark_boilerplate(blocks, language)
    mark_captions(blocks, language)
    mark_repeated(blocks)
    mark_headlines(blocks, title, language)
    return blocks
