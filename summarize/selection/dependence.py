"""Sentences that lean on the one before them: a pronoun or a connective at their head, or a quotation cut loose.

Such a sentence says little, or something else, when its antecedent is missing. The words are English; in other
languages only such quotations are held to lean.
"""

from __future__ import annotations

import re

from summarize.languages import Language

_QUOTED = re.compile(r"^\W*[\"“«„'‘].*[\"”»'’]\W*\w", re.DOTALL)
_CLOSING = {'"': '"', "“": "”", "„": "“”", "”": "”", "«": "»", "»": "«", "'": "'’", "‘": "'’"}


def is_context_dependent(text: str, language: Language) -> bool:
    """Whether a sentence needs the one before it to be understood."""
    return (
        bool(language.anaphora.head.match(text))
        or bool(
            language.anaphora.late_pronoun.match(text)
            or language.anaphora.late_possessive.match(text)
            or language.anaphora.early_subject.match(text)
        )
        or bool(language.anaphora.spoken_for.match(text) and not _QUOTED.match(text))
        or bool(language.anaphora.pronoun_speaker.search(text))
        or bool(language.anaphora.pronoun_added.search(text))
        or _is_speech_alone(text.strip())
        or _is_half_quoted(text)
    )


def is_contrastive(text: str, language: Language) -> bool:
    """Whether a sentence limits what the one before it says: "But nobody has seen the plan"."""
    return bool(language.anaphora.contrast.match(text))


def _is_speech_alone(text: str) -> bool:
    """Whether all of it is said by somebody it does not name."""
    closing = _CLOSING.get(text[:1])
    inner = text[1:].rstrip(".!?")
    if not closing or not inner.endswith(tuple(closing)):
        return False
    return not re.search(rf"[{closing}],?\s+\w", inner[:-1])


def _is_half_quoted(text: str) -> bool:
    """Whether one of two quotation marks is missing. A mark that opens in one language closes in another."""
    low, high, closing = text.count("„"), text.count("“"), text.count("”")
    opened, closed = (low, high + closing) if low else (high, closing)
    balanced = opened == closed or (opened == 0 and closed % 2 == 0)
    return not balanced or text.count("«") != text.count("»") or text.count('"') % 2 == 1
