"""From sentences to claims: which sentences state the same fact."""

from summarize.claims.grouping import Claims, find_claims
from summarize.claims.reading import budget

__all__ = ["Claims", "budget", "find_claims"]
