"""What can go wrong, as a tree.

SummarizeError
├── OptionsError         an option is out of its range
├── DocumentError        a document cannot be used as given; the message names it
│   └── TooManySentences the documents hold more sentences than one brief is made of
├── BriefError           what is given as a brief is none, or damaged
├── StateError           the file that keeps stories from call to call cannot be used
├── SourceError          a file, folder or line cannot be read; the message names it
│   └── BriefAsSource    a file holds what summarize wrote itself, such as the brief before
├── BatchError           a batch of collections cannot go on
├── ModelError           the embedding model is missing, damaged or of a kind that cannot be used
└── NothingToSummarize   no sentence of any document can go into a brief
"""

from __future__ import annotations


class SummarizeError(Exception):
    """Base of every error this package raises on purpose. The message is written for people."""


class OptionsError(SummarizeError, ValueError):
    """An option is out of its range."""


class DocumentError(SummarizeError, ValueError):
    """A document cannot be used as given; the message names it."""


class TooManySentences(DocumentError):
    """The documents hold more sentences than one brief is made of."""


class BriefError(SummarizeError, ValueError):
    """What is given as a brief is none, or damaged; the message says what it is."""


class StateError(SummarizeError):
    """The file that keeps stories from call to call cannot be used; the message says why."""


class SourceError(SummarizeError):
    """A file, folder or line cannot be read; the message names it and says why."""


class BriefAsSource(SourceError):
    """A file holds what summarize wrote itself, such as a brief made before; the message names it."""


class BatchError(SummarizeError):
    """A batch of collections cannot go on; the message says why."""


class ModelError(SummarizeError):
    """The embedding model is missing, damaged or of a kind that cannot be used."""


class NothingToSummarize(SummarizeError):
    """No sentence of any document can go into a brief."""
