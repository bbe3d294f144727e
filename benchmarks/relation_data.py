"""Pairs of sentences from which the relation model learns how one relates to the other, from all sources.

benchmarks/data/README.md says what each source is. Texts that are not ours to give are looked up in a folder of
.jsonl files; without it only what was written for the project is learnt from.

A pair's target is a share of each label: annotators may differ, and some sources say less than a label.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.annotated import Event, load_events
from benchmarks.corruptions import CONTRADICTING, KEEPING, STATED
from benchmarks.labels import LabelledSet, json_rows, load_labels, text_hash, texts_in
from summarize.lexical.tokens import Tokenizer

DATA = Path(__file__).with_name("data")
LABELS = ("same", "part", "contradicts", "different")
Target = tuple[float, float, float, float]
"""The share of each label, in the order of LABELS; they add up to 1."""
SAME, PART, CONTRADICTS, DIFFERENT = ((1.0, 0, 0, 0), (0, 1.0, 0, 0), (0, 0, 1.0, 0), (0, 0, 0, 1.0))

HELD_BACK_WRITER = 5
"""All pairs of this writer are measured on, not learnt from."""
HELD_BACK_FAMILIES = 10
"""One of so many families is measured on."""
HELD_BACK_FAMILY_WRITERS = frozenset({27, 45, 56})
"""All families of these writers are."""
FAMILY_SOURCES = {"families": 1, "late families": 19, "later families": 37, "last families": 51}
"""The writer with whom each source begins: families of kinds that a trained model was seen to miss have a share of
their own."""
WHOLE_IN_PART = 19
"""Up to this writer the first part of a family states the whole fact in a clause, so that what contradicts the fact
contradicts it."""
HELD_BACK_CLUSTERS = frozenset({"cluster-event-65", "cluster-event-25"})
HELD_BACK_SHARE = 15
"""Per cent of the NeuS sets whose pairs are measured on, not learnt from."""
NEGATIVES = 1.5
"""Pairs of different facts for every pair of one fact, those that share most words first."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences and how they relate."""

    a: str
    b: str
    target: Target
    source: str


def is_held_back(name: str) -> bool:
    """Whether a set of real pairs, an event, is measured on."""
    if name.startswith("cluster-"):
        return name in HELD_BACK_CLUSTERS
    return name.startswith("neus-") and int(text_hash(name), 16) % 100 < HELD_BACK_SHARE


def load_written(held_back: bool, file: Path = DATA / "relations" / "written.jsonl") -> list[Pair]:
    """Pairs written for the project, of the writer held back or of the others."""
    return [
        Pair(row["a"], row["b"], _only(row["label"]), "written")
        for row in json_rows(file)
        if (row["writer"] == HELD_BACK_WRITER) == held_back
    ]


def load_families(held_back: bool, file: Path = DATA / "relations" / "families.jsonl") -> list[Pair]:
    """Pairs out of families of sentences, of those held back or of the others.

    A family is one fact in four wordings, and sentences that relate to every one of them as their list says. As each
    sentence stands in pairs of several labels, neither it nor its words give the label away.
    """
    pairs = []
    for number, row in enumerate(json_rows(file)):
        is_measured = number % HELD_BACK_FAMILIES == 0 or row["writer"] in HELD_BACK_FAMILY_WRITERS
        if is_measured == held_back:
            base = row["base"]
            name = max(
                (n for n, first in FAMILY_SOURCES.items() if row["writer"] >= first), key=FAMILY_SOURCES.__getitem__
            )
            pairs += [Pair(a, b, SAME, name) for i, a in enumerate(base) for b in base[i + 1 :]]
            vague = _target({"part": 0.6, "different": 0.4})
            targets = [PART] * (len(row["part"]) - 1) + [PART if held_back else vague]
            related = list(zip(row["part"], targets, strict=True))
            related += [(other["text"], CONTRADICTS) for other in row["contradicts"]]
            related += [(other["text"], DIFFERENT) for other in row["different"]]
            pairs += [Pair(a, other, target, name) for a in base for other, target in related]
            if row["writer"] <= WHOLE_IN_PART:
                pairs += [Pair(row["part"][0], other["text"], CONTRADICTS, name) for other in row["contradicts"]]
    return pairs


def load_real(texts: Path, held_back: bool, file: Path = DATA / "relations" / "real.jsonl") -> list[Pair]:
    """Labelled pairs of real news, of the events held back or of the others. Raises KeyError when a text is missing."""
    known = texts_in([texts])
    pairs = []
    for row in json_rows(file):
        if is_held_back(row["set"]) == held_back:
            a, b = (" ".join(known[digits][start:end].split()) for digits, start, end in (row["a"], row["b"]))
            total = sum(row["labels"].values())
            pairs.append(Pair(a, b, _target({k: n / total for k, n in row["labels"].items()}), "real"))
    return pairs


def load_public(folder: Path, rng: Random) -> list[Pair]:
    """Public pairs: Wikipedia claims with their contradictions, SNLI and its changed forms, STS, ECB+.

    A caption that follows from another states a part of it, or the same; one that does not follow adds something.
    Captions that contradict share most words here, since those that do not are of other pictures.
    """
    pairs = []
    snli = {"entailment": _target({"same": 0.3, "part": 0.7}), "neutral": _target({"part": 0.4, "different": 0.6})}
    for row in json_rows(folder / "contradictions_public.jsonl"):
        a, b, label, source = row["a"], row["b"], row["label"], row["source"]
        if source == "snli":
            overlap = _overlap(frozenset(a.lower().split()), frozenset(b.lower().split()))
            target = snli.get(label) or (CONTRADICTS if overlap > 0.4 else None)
        else:
            target = CONTRADICTS if label == "contradiction" else _only(label)
        if target is not None:
            kind = "rare" if (source == "breaking-nli" and label != "contradicts") or source == "nan-nli" else source
            pairs.append(Pair(a, b, target, kind))
    for row in json_rows(folder / "stsb_train_news.jsonl"):
        if not 1.5 < row["score"] < 4.5:
            pairs.append(Pair(row["a"], row["b"], SAME if row["score"] >= 4.5 else DIFFERENT, "sts"))
    told = (_target({"part": 0.1, "different": 0.9}), _target({"same": 0.5, "part": 0.5}))
    pairs += [
        Pair(r["a"], r["b"], told[int(r["label"])], "ecb") for r in json_rows(folder / "ecbplus_sentence_pairs.jsonl")
    ]
    rng.shuffle(pairs)
    return pairs


def from_sets(sets: Iterable[LabelledSet], rng: Random) -> list[Pair]:
    """Pairs of the labelled sets of benchmarks/data/labels.jsonl."""
    pairs = []
    for each in sets:
        same = [p for p in sorted(each.same) if each.texts[p[0]] != each.texts[p[1]]]
        part = sorted(each.overlapping)
        others = _closest(each.texts, each.same | each.overlapping)
        count = max(2, round(NEGATIVES * min(len(same), 12)))
        chosen = ((same, SAME, 12), (part, PART, 6), (others, DIFFERENT, count))
        for indices, target, most in chosen:
            taken = indices[:most] if target is DIFFERENT else rng.sample(indices, min(most, len(indices)))
            pairs += [Pair(each.texts[i], each.texts[j], target, "labelled sets") for i, j in taken]
    return pairs


def from_events(events: Iterable[Event], rng: Random) -> list[Pair]:
    """Pairs of invented events. Of a group with a conflict only that is taken: its other pairs may be either."""
    pairs = []
    for event in events:
        text = [s.text for s in event.sentences]
        document = [s.document for s in event.sentences]
        found: list[tuple[int, int, Target]] = []
        disputed = {i for pair in event.conflicts for i in pair}
        for group, partial in zip(event.groups, event.partial, strict=True):
            members = sorted(group)
            if not disputed & group:
                found += [(i, j, SAME) for i in members for j in members if i < j and document[i] != document[j]]
            found += [(i, p, PART) for i in members[:3] for p in sorted(partial) if document[i] != document[p]]
        found += [(i, j, CONTRADICTS) for i, j in event.conflicts]
        related = event.same | event.overlapping | {(min(p), max(p)) for p in event.conflicts}
        kept = [i for i in range(len(text)) if i not in event.boilerplate]
        others = _closest([text[i] for i in kept], ())
        wanted = round(NEGATIVES * sum(1 for f in found if f[2] is SAME))
        apart = [pair for i, j in others if (pair := (kept[i], kept[j])) not in related]
        found += [(i, j, DIFFERENT) for i, j in apart[:wanted]]
        pairs += [Pair(text[i], text[j], target, "events") for i, j, target in found]
    rng.shuffle(pairs)
    return pairs


def corrupted(pairs: Sequence[Pair], background: Mapping[str, str], rng: Random) -> list[Pair]:
    """Changed sentences beside the sentence itself, and beside another that reports the same fact.

    `background` has, for a sentence, all text on its event, from which other names and figures are taken.
    """
    made = []
    for pair in pairs:
        event = background.get(pair.a, pair.a)
        same = pair.target == SAME
        for name, change in CONTRADICTING.items():
            done = change(pair.a, event, rng)
            if done is None or done[0] == pair.a:
                continue
            new, replaced = done
            if same and (_carries(name, replaced, pair.b)):
                made.append(Pair(new, pair.b, CONTRADICTS, "corrupted paraphrase"))
            elif rng.random() < (0.8 if name in {"roles", "deny"} else 0.3):
                made.append(Pair(new, _kept(pair.a, rng), CONTRADICTS, "corrupted"))
        copy = _kept(_kept(pair.a, rng), rng)
        if copy != pair.a:
            made.append(Pair(copy, pair.a, SAME, "near copy"))
    made += _joined(pairs, rng)
    rng.shuffle(made)
    return made


def load_events_and_sets(texts: Path | None, rng: Random) -> dict[str, list[Pair]]:
    """What invented events and labelled sets teach, and what their changed sentences do."""
    events = load_events(DATA / "events")
    background = {s.text: event_text for event in events for event_text in [_all(event)] for s in event.sentences}
    sources = {"events": from_events(events, rng)}
    if texts is not None:
        rows = [row["set"] for row in json_rows(DATA / "labels.jsonl")]
        named = zip(rows, load_labels(DATA / "labels.jsonl", texts), strict=True)
        sets = [each for name, each in named if not is_held_back(name)]
        background |= {text: " ".join(each.texts) for each in sets for text in each.texts}
        sources["labelled sets"] = from_sets(sets, rng)
    base = [pair for pairs in sources.values() for pair in pairs]
    for pair in corrupted(base, background, rng):
        sources.setdefault(pair.source, []).append(pair)
    return sources


def _carries(change: str, replaced: str, other: str) -> bool:
    """Whether a change of one sentence contradicts another of the same fact too."""
    return replaced in other if change in STATED else change in {"negate", "roles"} and len(other) < 110


def varied(pairs: Iterable[Pair], rng: Random) -> list[Pair]:
    """The pairs with something changed in both sentences that changes no label."""
    return [Pair(_kept(pair.a, rng), _kept(pair.b, rng), pair.target, pair.source) for pair in pairs]


def _joined(pairs: Sequence[Pair], rng: Random) -> list[Pair]:
    """Two facts in one sentence, beside one of them: a part; and sentences beside themselves."""
    joined = []
    for pair in pairs:
        if pair.target == DIFFERENT and rng.random() < 0.15 and pair.a.endswith(".") and len(pair.a + pair.b) < 260:
            whole = f"{pair.a[:-1]}{rng.choice([', and ', '; ', ', while ', ', as '])}{pair.b}"
            joined.append(Pair(whole, rng.choice([pair.a, pair.b]), PART, "joined"))
        elif rng.random() < 0.02:
            joined.append(Pair(pair.a, pair.a, SAME, "near copy"))
    return joined


def _kept(text: str, rng: Random) -> str:
    """The sentence with something changed that changes nothing, or as it was."""
    changes = list(KEEPING.values())
    rng.shuffle(changes)
    for change in changes[:4]:
        if done := change(text, text, rng):
            return done[0]
    return text


def _closest(texts: Sequence[str], without: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pairs by falling share of words in common, the lower index first; without those given and sure copies."""
    tokenizer = Tokenizer("english")
    words = [frozenset(tokenizer(text)) for text in texts]
    skip = frozenset(without)
    scored = [
        (-_overlap(words[i], words[j]), i, j)
        for i in range(len(texts))
        for j in range(i + 1, len(texts))
        if (i, j) not in skip and words[i] != words[j] and len(words[i]) > 3 and len(words[j]) > 3
    ]
    return [(i, j) for _, i, j in sorted(scored)]


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Jaccard's share of words in common, 0 to 1."""
    return len(a & b) / max(1, len(a | b))


def _only(label: str) -> Target:
    return _target({label: 1.0})


def _target(shares: Mapping[str, float]) -> Target:
    same, part, contradicts, different = (float(shares.get(label, 0)) for label in LABELS)
    return same, part, contradicts, different


def _all(event: Event) -> str:
    return " ".join(s.text for s in event.sentences)
