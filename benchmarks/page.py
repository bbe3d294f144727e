"""docs/quality.md, written from what a run found."""

from __future__ import annotations

from benchmarks.results import EventResults, Results
from benchmarks.tables import (
    case_table,
    conflict_line,
    event_margins,
    event_table,
    pair_table,
    rouge_margins,
    rouge_table,
    where_a_peer_is_better,
)

HEAD = """# How good the briefs are

![Our figures beside those of peers](quality.svg)

All systems ran in one run on the same texts. Peers were given our sentences with the clutter we found already removed,
the vectors of our model where they use any, and the same budget of words. So grouping and choice of sentences are
compared; how well a peer would split and clean raw pages itself is not. Systems and figures are explained below.

    make bench-quality                          the eighteen events that come with the project
    make bench-quality DATA=folder WRITE=docs   a folder with more data; writes this page and its picture
"""

SYSTEMS = """## The systems

| | what it is |
|---|---|
| summarize | this project, default model, default options but for the budget |
| lead | the first sentence of every article, then every second one, and so on |
| LexRank | Erkan and Radev (2004) over TF-IDF of scikit-learn, threshold .1; passes over sentences \
nearer than cosine .5 to one already taken |
| sumy LexRank, sumy LSA | the two summarizers of [sumy](https://github.com/miso-belica/sumy), with its stemmer and \
stop words |
| community_detection | of [sentence-transformers](https://sbert.net), the default model as published (without our \
adapter), cosine .75, its default |
| semhash | [semhash](https://github.com/MinishLab/semhash) with the same model as published, cosine .8; its \
default of .9 finds fewer claims |
| TF-IDF linkage | average linkage of TF-IDF vectors over stems, cosine .3: the strongest grouping that needs no model |

The last three group sentences but write no brief. Theirs takes the largest group first, of equal ones the earliest,
and quotes one sentence of each; the other documents of the group are cited. Their thresholds are those at which their
claims reach the highest F1 on the real events. On the invented events, which reword more, lower ones would serve them
better; like ours, they have one setting for both.
"""

FIGURES = """## The figures

- **claims**: pairs of sentences put into one claim, against the pairs that state the same fact. Pairs that share only
  part of a fact count neither way. Precision, recall and their harmonic mean F1, per cent.
- **citations**: of the sources cited in support of a sentence, those that do state its fact or part of it (precision);
  of the other sources that state it, those cited (recall).
- **key facts**: weight of the key facts told in the brief, of the weight of all.
- **redundant pairs**: pairs of sentences in one brief that state the same fact, over all briefs.
- **clutter**: sentences in a brief that are no article content, over all briefs.
- **words**: length of a brief in the mean.

Counts are added up over events before they are divided. The best of each column is bold; – means that a system has
nothing of the kind. Margins are ours less the peer's, with 95 % intervals of a paired bootstrap over events or
clusters; for redundant pairs less than zero is better. A margin whose interval holds zero may be chance.
"""

REAL = """## Real events, {max_words} words

{events} news events, {articles} articles, {sentences} sentences as they were published on the web, clutter included.
Text: [Giveme5W1H](https://github.com/fhamborg/Giveme5W1H) (Hamborg et al. 2019), an Apache-2.0 repository;
the articles themselves are their publishers' and no part of this project. Annotation by hand, ours; a second annotator
agreed on the claims of three of the events with F1 .91 to 1.00.
"""

INVENTED = """## Invented events, {max_words} words

{events} invented events, {articles} articles, {sentences} sentences, written for this project (Apache-2.0) and labelled
as they were written. They reword more than real news does and copy less. The adapter of the model has not seen them;
the weights of the classifier have. `tests/test_quality.py` keeps their figures from falling.
"""

ROUGE = """## ROUGE, {max_words} words

{clusters} clusters, {articles} articles of Multi-News (Fabbri et al. 2019), full and cased, each with a summary
written by a person; research use only, no part of this project, and no weight of it was fitted on them. F1 in per cent
with stemming, by rouge-score. About one document in six does not belong to its cluster; no system is told which.
Lead does better here than in other reports, because it too is given sentences without the clutter.
"""

CASES = """## Cases

Small invented collections, each with one fault that was seen once and what is right instead. Whole: nothing of a case
is wrong.
"""

PAIRS = """## Pairs of sentences

Invented pairs with a known relation, each in three short articles. A sentence that contradicts another, or states
something else, must never be cited for it; what contradicts it is a conflict. Per cent of the pairs of a label.
"""

CAUTION = """## Read with care

- The classifier that groups sentences into claims was fitted on annotated events, these among them, so its figures
  here are not those of texts it has never seen. `summarize/claims/classifier.json` holds what it reaches on real events
  left out of the fit. The thresholds of the peers that group were chosen on the real events too.
- With few real events the intervals are wide. Redundant pairs and clutter are counts over all briefs, not rates.
- ROUGE counts shared words. It sees neither a repeated fact nor a missing source.
"""


def page(results: Results) -> str:
    """The whole page."""
    ahead = where_a_peer_is_better(results)
    better = "\n".join(f"- {line}." for line in ahead) if ahead else "In no column above."
    return "\n".join(
        [HEAD, tables(results), f"## Where a peer is better\n\n{better}\n", CAUTION, SYSTEMS, FIGURES.rstrip() + "\n"]
    )


def tables(results: Results) -> str:
    """The measured part of the page."""
    parts = [_events(events) for events in results.events]
    if results.rouge:
        head = ROUGE.format(
            max_words=results.rouge.max_words, clusters=results.rouge.clusters, articles=results.rouge.articles
        )
        parts.append("\n".join([head, rouge_table(results.rouge), "", rouge_margins(results.rouge), ""]))
    if results.cases:
        parts.append("\n".join([CASES, case_table(results.cases), ""]))
    if results.pairs:
        parts.append("\n".join([PAIRS, pair_table(results.pairs), ""]))
    return "\n".join(parts)


def _events(events: EventResults) -> str:
    head = (INVENTED if events.invented else REAL).format(
        events=events.events, articles=events.articles, sentences=events.sentences, max_words=events.max_words
    )
    return "\n".join([head, event_table(events), "", event_margins(events), "", conflict_line(events), ""])
