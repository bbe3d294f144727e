"""Sentences that lean on the one before them: a pronoun or a connective at their head, or a quotation cut loose.

Such a sentence says little, or something else, when its antecedent is missing. The words are English; in other
languages nothing is held to lean.
"""

from __future__ import annotations

import re

_PRONOUN = r"(?:he|she|they|him|her|his|hers|their|theirs|its|them|this|that|these|those|such)"
_SPEAKER = r"(?:we|us|our|i|i['’]m|my|you|your)"
_CONNECTIVE = (
    r"(?:but|and|or|so|yet|nor|however|also|still|then|thus|hence|therefore|meanwhile|instead|moreover|furthermore|"
    r"besides|likewise|similarly|nevertheless|nonetheless|otherwise|consequently|accordingly|afterwards?|"
    r"(?:later|earlier)(?= on|,)|elsewhere|here|"
    r"there(?! (?:is|are|was|were|has|have|had|will|would|could|may|might|can)\b)|"
    r"the (?:former|latter|same|other|others|two|three|pair|duo|couple)|another|others|one of them|"
    r"(?:both|neither|either)(?= (?:of|men|women|sides|are|were|have|had|say|said)\b)|"
    r"in addition|in response|in contrast|by contrast|as a result|as such|for (?:example|instance)|on the other hand|"
    r"at the time|at that (?:time|point)|at the same time|after that|before that|since then|until then|by then|"
    r"in turn|in fact|indeed|of course|too|only then|now|because of (?:this|that)|"
    r"\w+ of (?:them|these|those|which|whom))"
)
# "It was the first ..." stands alone more often than not; "It said ...", "It has ..." do not.
_EMPTY_IT = (
    r"it(?:['’]s| is| was| will be| has been| would be)? (?:the first|not (?:clear|known|yet)|(?:un)?clear|expected)"
)
_HEAD = re.compile(rf"^[\W_]*(?!{_EMPTY_IT}\b)(?:{_PRONOUN}|{_CONNECTIVE}|it|it['’]s)\b(?!-)", re.IGNORECASE)
# "On the bright side, she had a year to pay": what opens the sentence names nobody that "she" could be.
_LATE_PRONOUN = re.compile(r"^[\W_]*\w+(?: [^\WA-Z][\w'’-]*){0,7}, (?:he|she|they|his|her|their)\b")

_SPOKEN_FOR = re.compile(rf"^[\W_]*{_SPEAKER}\b", re.IGNORECASE)
_QUOTED = re.compile(r"^\W*[\"“«„'‘].*[\"”»'’]\W*\w", re.DOTALL)
_PRONOUN_SPEAKER = re.compile(
    r"[,?!.…][\"”’'»]\s*(?:(?:he|she|they|it|we|i)\s+\w+|(?:said|says|added|told|asked|replied|wrote)\s+(?:he|she|they)\b)",
    re.IGNORECASE,
)
_PRONOUN_ADDED = re.compile(r",\s+(?:he|she|they|it) (?:said|says|added|adds|noted|explained|wrote)\b", re.IGNORECASE)
_OPENING, _CLOSING = "“«„", "”»"
_SPEECH = re.compile(r"^\s*[\"“«„'‘].*[\"”»'’][.!?]?\s*$", re.DOTALL)


def leans(text: str) -> bool:
    """Whether a sentence needs the one before it to be understood."""
    return (
        bool(_HEAD.match(text))
        or bool(_LATE_PRONOUN.match(text))
        or bool(_SPOKEN_FOR.match(text) and not _QUOTED.match(text))
        or bool(_PRONOUN_SPEAKER.search(text))
        or bool(_PRONOUN_ADDED.search(text))
        or _is_loose_speech(text)
    )


def _is_loose_speech(text: str) -> bool:
    """Speech without its speaker, or with only one of its two quotation marks."""
    if _SPEECH.match(text) and not re.search(r"[\"”»’'],?\s+\w", text.strip()[1:-1]):
        return True
    opened = sum(text.count(mark) for mark in _OPENING)
    closed = sum(text.count(mark) for mark in _CLOSING)
    return opened != closed or text.count('"') % 2 == 1
