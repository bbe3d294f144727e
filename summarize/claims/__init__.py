"""From sentences to claims: which sentences state the same fact."""

from summarize.claims.grouping import Claims, find_claims

__all__ = ["Claims", "find_claims"]
