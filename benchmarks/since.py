"""How well an update brief tells what is new: the newest third of each event's articles as the later call.

    python -m benchmarks.since EVENTS [EVENTS ...] [--words N]

EVENTS is a folder of annotated events in the format of tests/data/README.md. Facts are the key facts and the groups of
sentences that state one fact. New are those that only the newest articles state; old those that older ones state too.
An old fact counts as told as new where a sentence with the status "new" states it and states nothing new; it is said
how many of these sentences contradict an older article by annotation, which makes what they say of the fact new.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence, Set
from pathlib import Path

from benchmarks.annotated import Event, load_events
from summarize import Brief, Options, summarize
from summarize.embedding import load_encoder
from summarize.models import Encoder
from summarize.records.brief import BriefSentence
from summarize.records.views import SentenceStatus


def newest_third(event: Event) -> frozenset[int]:
    """The documents published last, by index; at least one. Empty where not all are dated."""
    dates = [document.published_utc for document in event.documents]
    ranked = sorted((date, number) for number, date in enumerate(dates) if date is not None)
    if len(ranked) < len(dates) or len(dates) < 2:
        return frozenset()
    return frozenset(number for _, number in ranked[-max(1, round(len(ranked) / 3)) :])


def score(event: Event, newest: frozenset[int], brief: Brief) -> Counter[str]:
    """What was told of the facts of one event."""
    facts = {
        "key": [fact.sentences for fact in event.key_facts],
        "group": [ids | partial for ids, partial in zip(event.groups, event.partial, strict=True)],
    }
    document = [sentence.document for sentence in event.sentences]
    fresh = {i for i, number in enumerate(document) if number in newest}
    every = [ids - event.boilerplate for kind in facts.values() for ids in kind]
    new_ids = frozenset().union(*(ids for ids in every if ids <= fresh))
    told = [(sentence.status, _quoted(event, sentence)) for sentence in brief.sentences]
    counts: Counter[str] = Counter(sentences=len(told))
    for status, ids in told:
        counts[f"{status} sentences"] += 1
        if status is SentenceStatus.NEW and not ids & new_ids:
            counts["new sentences of old facts"] += any(ids & fact and not fact <= fresh for fact in every)
    as_new = frozenset().union(*(ids for status, ids in told if status is not SentenceStatus.CONFIRMED))
    wrong = frozenset().union(*(ids for status, ids in told if status is SentenceStatus.NEW and not ids & new_ids))
    otherwise = _contradicting(event, fresh)
    for kind, listed in facts.items():
        for fact in (ids - event.boilerplate for ids in listed):
            if fact and fact <= fresh:
                counts[f"{kind} new"] += 1
                counts[f"{kind} new told"] += bool(fact & as_new)
            elif fact & fresh:
                counts[f"{kind} old"] += 1
                counts[f"{kind} old told as new"] += bool(fact & wrong)
                counts[f"{kind} old told otherwise"] += bool(fact & wrong) and fact & wrong <= otherwise
    return counts


def _contradicting(event: Event, fresh: Set[int]) -> frozenset[int]:
    """The fresh sentences that contradict one of an older article, or state the fact of one that does."""

    def stating(index: int) -> frozenset[int]:
        return event.groups[event.group_of[index]] if index in event.group_of else frozenset({index})

    sides = [*event.conflicts, *((other, one) for one, other in event.conflicts)]
    return frozenset().union(*(stating(one) & fresh for one, other in sides if stating(other) - fresh))


def _quoted(event: Event, sentence: BriefSentence) -> frozenset[int]:
    cited = sentence.citations[0]
    return event.covered(cited.source - 1, cited.start, cited.end)


def later(event: Event, newest: frozenset[int], encoder: Encoder, options: Options) -> Brief:
    """The brief of all articles of an event, against that of the older ones."""
    older = [document for number, document in enumerate(event.documents) if number not in newest]
    earlier = Brief.from_dict(summarize(older, options, encoder).to_dict())
    return summarize(event.documents, options, encoder, since=earlier)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("events", type=Path, nargs="+", metavar="EVENTS")
    parser.add_argument("--words", type=int, default=200, metavar="N")
    options = parser.parse_args(arguments)
    encoder = load_encoder()
    for folder in options.events:
        counts: Counter[str] = Counter()
        for event in load_events(folder):
            if newest := newest_third(event):
                brief = later(event, newest, encoder, Options(max_words=options.words))
                counts += score(event, newest, brief) + Counter(events=1)
        print(f"{folder.name}: {counts['events']} events, {counts['sentences']} sentences told")
        for status in SentenceStatus:
            print(f"  {status}: {counts[f'{status} sentences']}")
        print(f"  new that state old facts alone: {counts['new sentences of old facts']}")
        for kind, name in (("key", "key facts"), ("group", "facts of several sentences")):
            told, there = counts[f"{kind} new told"], counts[f"{kind} new"]
            wrong, old = counts[f"{kind} old told as new"], counts[f"{kind} old"]
            print(f"  {name}: new ones told {told} of {there} ({100 * told / max(there, 1):.1f} %), ", end="")
            print(f"old ones told as new {wrong} of {old} ({100 * wrong / max(old, 1):.1f} %), ", end="")
            print(f"{counts[f'{kind} old told otherwise']} of them as an older article contradicts them")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
