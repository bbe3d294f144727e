"""Lines that a publisher puts into all its articles, told by the articles: a page speaks of itself word for word in
several that have nothing else to do with it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from summarize.languages import Language, get
from summarize.languages.frequencies import read_frequencies
from summarize.languages.patterns import Rule
from summarize.lexical.tokens import Tokenizer
from summarize.records.document import Document
from summarize.records.links import parts_of
from summarize.records.sentence import Sentence, SentenceRole
from summarize.segmentation.roles.candidate import Candidate

FURNITURE = Rule("in unrelated articles")
MIN_HOLDERS = 3
"""Documents that hold a line of their publisher's. What two have in common one may have from the other."""
MIN_WORDS = 8
"""Nobody writes so many words alike by chance."""
MIN_TALK = -1.0
"""Least weight of its words for a page that speaks of itself against news: of ten such lines that nothing learnt from
nine have it, of eight sentences of a report none (their mean is -4)."""
MIN_OWN_SENTENCES = 2
"""Sentences that a document has beside for it to tell with what it has to do."""
MAX_TIED = 1 / 3
"""Share of the documents with a word of it from which on a line has to do with what they tell."""
MIN_LETTERS = 4
"""Of a word that tells what a text is about."""
COMMON = 0.2
"""Nor does one tell it that stands in the news of so many events, where that is known of the language."""

Line = tuple[str, ...]
"""What a sentence is known by: its tokens."""


@dataclass(slots=True)
class _Own:
    """What a document has beside such lines."""

    telling: set[str]
    """Words that tell what it is about."""
    sentences: int = 0


def mark_furniture(
    sentences: Sequence[Sentence], documents: Sequence[Document], languages: Sequence[str]
) -> list[Sentence]:
    """The sentences, with those as BOILERPLATE in whose words pages speak of themselves and that stand in several
    documents of one publisher, or of publishers that are not known, with no word to do with what most of these tell
    beside. Linear in the text.
    """
    holders = _shared(sentences, documents)
    if not holders:
        return list(sentences)
    own = _own(sentences, documents, languages, holders)
    furniture = {
        line
        for line, held in holders.items()
        if _is_apart(
            _telling(line, get(languages[held[0]])),
            held,
            own,
            is_one_publisher=all(_publisher(documents[i]) for i in held),
        )
    }
    return list(_marked(sentences, furniture))


def _shared(sentences: Sequence[Sentence], documents: Sequence[Document]) -> dict[Line, list[int]]:
    """The lines in the words of pages that several documents of one publisher have in common, and which."""
    holders: dict[Line, dict[int, Sentence]] = defaultdict(dict)
    for sentence in sentences:
        if len(sentence.tokens) >= MIN_WORDS and sentence.role is not SentenceRole.BOILERPLATE:
            holders[sentence.tokens].setdefault(sentence.document, sentence)
    several = ((line, held) for line, held in holders.items() if len(held) >= MIN_HOLDERS)
    return {
        line: list(held)
        for line, held in several
        if len({_publisher(documents[i]) for i in held} - {""}) <= 1 and _speaks_of_page(next(iter(held.values())))
    }


def _publisher(document: Document) -> str:
    return parts_of(document.url).hostname or " ".join((document.publisher or "").split()).casefold()


def _speaks_of_page(sentence: Sentence) -> bool:
    """Whether its words are rather those of a page that speaks of itself than those of news."""
    from summarize.segmentation.roles.evidence import TALK, word_scores  # numpy, which not every command needs

    weights = get(sentence.language).boilerplate.page_words
    scores = word_scores([Candidate(sentence.text, 0, sentence.tokens)], weights)
    return bool(weights) and bool(scores[0, TALK] >= MIN_TALK)


def _own(
    sentences: Sequence[Sentence],
    documents: Sequence[Document],
    languages: Sequence[str],
    holders: Mapping[Line, Sequence[int]],
) -> dict[int, _Own]:
    """What each document that holds such a line has beside."""
    own: dict[int, _Own] = {}
    for document in {document for held in holders.values() for document in held}:
        language = get(languages[document])
        title = Tokenizer(language.stemmer)(documents[document].title or "")
        own[document] = _Own(_telling(title, language))
    for sentence in sentences:
        is_own = sentence.role is not SentenceRole.BOILERPLATE and sentence.tokens not in holders
        if is_own and (found := own.get(sentence.document)):
            found.telling |= _telling(sentence.tokens, get(sentence.language))
            found.sentences += sentence.role is SentenceRole.BODY
    return own


def _telling(line: Line, language: Language) -> set[str]:
    """The words of a line that tell what it is about."""
    table = read_frequencies(language.frequencies)
    is_common = language.small_words | {word for word in line if table.of.get(word, 0) > COMMON * table.events}
    return {word for word in line if len(word) >= MIN_LETTERS and word not in is_common}


def _is_apart(telling: Set[str], held: Sequence[int], own: Mapping[int, _Own], *, is_one_publisher: bool) -> bool:
    """Whether a line has nothing to do with the documents that hold it, nor these with each other where it is not known
    that they are of one publisher.
    """
    witnesses = [own[document] for document in held if own[document].sentences >= MIN_OWN_SENTENCES]
    tied = sum(not telling.isdisjoint(witness.telling) for witness in witnesses)
    return (
        len(witnesses) >= max(MIN_HOLDERS, len(held) / 2)
        and tied < MAX_TIED * len(witnesses)
        and (is_one_publisher or not _are_of_one_matter(witnesses))
    )


def _are_of_one_matter(witnesses: Sequence[_Own]) -> bool:
    """Whether most documents have a telling word in common: then one may have a line of their report from another."""
    counts = Counter(word for witness in witnesses for word in witness.telling)
    return max(counts.values(), default=0) > len(witnesses) / 2


def _marked(sentences: Sequence[Sentence], furniture: Set[Line]) -> Iterator[Sentence]:
    """The sentences with these lines marked, and their positions counted anew."""
    position: dict[int, int] = defaultdict(int)
    for sentence in sentences:
        found = sentence
        if sentence.tokens in furniture and sentence.role is not SentenceRole.BOILERPLATE:
            found = replace(sentence, role=SentenceRole.BOILERPLATE, reason=FURNITURE.name)
        at = position[sentence.document]
        yield found if found.position == at else replace(found, position=at)
        position[sentence.document] += found.role is not SentenceRole.BOILERPLATE
