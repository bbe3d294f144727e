"""The documents of one brief with everything that is found out about them before any claim is made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from summarize.errors import DocumentError, NothingToSummarize
from summarize.records.document import DEFAULT_LANGUAGE, Document
from summarize.records.sentence import Sentence, SentenceRole

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def _no_vectors() -> NDArray[np.float32]:
    import numpy as np

    return np.zeros((0, 0), dtype=np.float32)


def _none_exact() -> NDArray[np.bool_]:
    import numpy as np

    return np.zeros(0, dtype=bool)


@dataclass(frozen=True, slots=True)
class ReportDay:
    """When a document was published."""

    day: datetime
    span: tuple[int, int] | None = None
    """Where its text says so; None where it is known from elsewhere."""
    is_usual: bool = True
    """Whether it appeared about when the others did; if not, its page may be dated late."""


@dataclass(frozen=True, slots=True, eq=False)
class Corpus:
    """Documents in an order of their own, each text once, and their sentences; n of these are compared and quoted.

    The brief must not depend on the order in which the sources were given, and an article given twice must change
    nothing. So the stages work on the distinct documents in a canonical order, and only the finished brief speaks of
    source numbers. Each stage gives a corpus of its own and leaves the one it was given as it is.
    """

    given: tuple[Document, ...]
    """As given; the source number of `given[k]` is k + 1."""
    documents: tuple[Document, ...]
    """One for each distinct text, in canonical order."""
    numbers: tuple[tuple[int, ...], ...]
    """Source numbers of every document with the text of `documents[i]`."""
    languages: tuple[str, ...] = ()
    """ISO 639 code of the language of each document, once it is segmented."""
    sentences: tuple[Sentence, ...] = field(default=(), repr=False)
    """What there is to compare and quote, by document and place: no boilerplate, nothing of outliers. n of them."""
    boilerplate: tuple[Sentence, ...] = field(default=(), repr=False)
    headlines: Mapping[int, str] = field(default_factory=dict)
    """The headline of each document that has one."""
    reports: Mapping[int, ReportDay] = field(default_factory=dict)
    """When each document was published of which that is known, once it is segmented."""
    vectors: NDArray[np.float32] = field(default_factory=_no_vectors, repr=False)
    """*Shape:* (n, d), unit rows, row i to sentence i; (0, 0) before the corpus is embedded."""
    exact: NDArray[np.bool_] = field(default_factory=_none_exact, repr=False)
    """*Shape:* (n,); which vectors were encoded. The others are imputed: too vague to find a contradiction with."""
    headline_vectors: Mapping[int, NDArray[np.float32]] = field(default_factory=dict, repr=False)
    """For each document with a headline. *Shape:* each (d,), unit length"""
    outliers: frozenset[int] = frozenset()
    """Documents that do not belong with the others."""
    outlying: tuple[Sentence, ...] = field(default=(), repr=False)
    """The content of outliers."""

    @property
    def quotable(self) -> bool:
        """Whether any sentence could stand in a brief."""
        return any(sentence.role is SentenceRole.BODY for sentence in self.sentences)

    @property
    def document_of(self) -> NDArray[np.int64]:
        """*Shape:* (n,); the document of every sentence."""
        import numpy as np

        return np.array([sentence.document for sentence in self.sentences], dtype=np.int64)

    def language(self, document: int) -> str:
        """The code of a document's language, the default before it is known."""
        return self.languages[document] if self.languages else DEFAULT_LANGUAGE

    def page(self, number: int, place: int) -> int | None:
        """The page of the source with this number on which a character of its text stands; None without pages."""
        return self.given[number - 1].page_of(place)

    def without(self, documents: Set[int]) -> Corpus:
        """The corpus with these documents set aside as outliers; itself when there are none."""
        if not documents:
            return self
        kept = [index for index, sentence in enumerate(self.sentences) if sentence.document not in documents]
        embedded = len(self.vectors) > 0
        return replace(
            self,
            sentences=tuple(self.sentences[index] for index in kept),
            vectors=self.vectors[kept] if embedded else self.vectors,
            exact=self.exact[kept] if embedded else self.exact,
            outliers=self.outliers | documents,
            outlying=(*self.outlying, *(s for s in self.sentences if s.document in documents)),
        )


def collect(documents: Iterable[Document]) -> Corpus:
    """A corpus of documents: put into canonical order, those with the same text folded into one.

    Raises DocumentError when something is no Document or two different documents share an id, NothingToSummarize
    when there are none.
    """
    if isinstance(documents, Document) or not isinstance(documents, Iterable):
        raise DocumentError(f"documents must be several summarize.Documents, not {type(documents).__name__}")
    given = tuple(documents)
    if not given:
        raise NothingToSummarize("there is no document to summarize")
    by_id: dict[str, Document] = {}
    for document in given:
        if not isinstance(document, Document):
            raise DocumentError(f"every document must be a summarize.Document, not {type(document).__name__}")
        if by_id.setdefault(document.id, document) != document:
            raise DocumentError(f"two different documents have the id {document.id!r}; ids must be unique")
    same_text: dict[str, list[int]] = {}
    for number in sorted(range(1, len(given) + 1), key=lambda number: (_key(given[number - 1]), number)):
        same_text.setdefault(given[number - 1].text, []).append(number)
    return Corpus(
        given=given,
        documents=tuple(given[numbers[0] - 1] for numbers in same_text.values()),
        numbers=tuple(tuple(numbers) for numbers in same_text.values()),
    )


def _key(document: Document) -> tuple[datetime, str, str, str, str, str]:
    return (
        document.published_utc or datetime.max.replace(tzinfo=UTC),
        document.text,
        document.id,
        document.title or "",
        document.url or "",
        document.publisher or "",
    )
