"""What somebody is by office. Words of one line may be said of one holder; a word may stand in several."""

from __future__ import annotations

from summarize.languages.text import listed

_ROWS = (
    "president leader head",
    "president chief_executive ceo boss head chief",
    "prime_minister premier leader",
    "chancellor premier leader",
    "chancellor minister treasurer",
    "minister secretary",
    "chairman chairwoman chairperson chair head leader",
    "mayor",
    "governor",
    "spokesman spokeswoman spokesperson representative",
    "representative lawmaker congressman congresswoman",
    "senator lawmaker leader",
    "mp lawmaker legislator leader",
    "lawyer attorney solicitor barrister counsel",
    "prosecutor attorney",
    "attorney_general minister",
    "ambassador envoy diplomat",
    "secretary_general secretary-general head chief",
    "judge justice",
    "sheriff chief",
    "commissioner chief head",
    "director head chief boss",
    "king monarch",
    "queen monarch",
    "coach manager boss",
)


def _by_word() -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for number, row in enumerate(_ROWS):
        for word in row.split():
            found[word] = found.get(word, frozenset()) | {number}
    return found


OFFICES = _by_word()
DEPARTMENTS = frozenset(
    listed(
        "foreign interior home finance defence defense education health transport justice environment agriculture "
        "energy labour labor trade economy culture housing immigration treasury"
    )
)
"""What one minister has and another has not."""
DEPUTIES = frozenset(listed("deputy vice assistant"))
