"""From sentences to claims: which sentences state the same fact, and how many voices state it."""

from summarize.claims.conflicts import FoundConflict, find_conflicts
from summarize.claims.finding import Claims, find_claims
from summarize.claims.offtopic import find_off_topic
from summarize.claims.screening import worth_encoding
from summarize.claims.voices import find_voices

__all__ = [
    "Claims",
    "FoundConflict",
    "find_claims",
    "find_conflicts",
    "find_off_topic",
    "find_voices",
    "worth_encoding",
]
