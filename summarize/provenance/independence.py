"""Which documents are one voice because of who wrote them: the agency they credit, the publisher they are of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from summarize.languages import Language, get
from summarize.records.corpus import Corpus
from summarize.records.document import Document
from summarize.records.links import parts_of

HEAD_CHARACTERS = 600
"""Of a text, in which a dateline stands."""
MAX_ACRONYM = 6
"""Letters of an agency's name in a dateline that no table knows."""
HOSTS = frozenset(
    {
        *("archive.org", "archive.is", "blogspot.com", "facebook.com", "feedburner.com", "github.io", "google.com"),
        *("livejournal.com", "medium.com", "msn.com", "newsbreak.com", "reddit.com", "substack.com", "tumblr.com"),
        *("twitter.com", "wordpress.com", "x.com", "yahoo.com", "youtube.com"),
    }
)
"""Domains under which many publish."""
_SHARED_SUFFIXES = frozenset({"ac", "co", "com", "edu", "gov", "net", "or", "org"})
"""Second-level domains under which others are registered, as in bbc.co.uk."""


def agency_groups(corpus: Corpus) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The name of each agency that several documents on topic credit, and these."""
    yield from _several(corpus, lambda index: credited(corpus.documents[index].text, get(corpus.language(index))))


def publisher_groups(corpus: Corpus) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The domain or name of each publisher of several documents on topic, and these."""
    yield from _several(corpus, lambda index: domain(corpus.documents[index].url))
    yield from _several(corpus, lambda index: _publisher(corpus.documents[index]))


def _several(corpus: Corpus, name_of: Callable[[int], str | None]) -> Iterator[tuple[str, tuple[int, ...]]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for index in range(len(corpus.documents)):
        if index not in corpus.outliers and (name := name_of(index)):
            groups[name].append(index)
    yield from ((name, tuple(group)) for name, group in sorted(groups.items()) if len(group) > 1)


def credited(text: str, language: Language) -> str | None:
    """The agency that a text says it is from, in its dateline or in a credit; None where it names none."""
    agencies = language.agencies
    if match := agencies.dateline.search(text[:HEAD_CHARACTERS]):
        written = match["agency"]
        known = agencies.names.get(written.lower())
        if known or (written.isupper() and len(written) <= MAX_ACRONYM):
            return known or written
    found = (match for credit in agencies.credits if (match := credit.search(text)))
    first = min(found, key=lambda match: match.start(), default=None)
    return agencies.names[first["agency"].lower()] if first else None


def domain(url: str | None) -> str | None:
    """The domain that somebody registered, such as bbc.co.uk; None for one under which many publish."""
    labels = (parts_of(url).hostname or "").rstrip(".").split(".")
    if len(labels) < 2 or labels[-1].isdigit():
        return None
    is_shared = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SHARED_SUFFIXES
    registered = ".".join(labels[-3 if is_shared else -2 :])
    return None if registered in HOSTS else registered


def _publisher(document: Document) -> str | None:
    return " ".join((document.publisher or "").split()).casefold() or None
