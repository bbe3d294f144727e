"""What the adapter learnt from is what the repository says, and none of it is measured."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest
from safetensors import safe_open

from benchmarks.adapter_data import batch_of, batches_of
from benchmarks.annotated import corpus_digest, load_events
from benchmarks.labels import LabelledSet, load_labels, text_hash
from summarize.models import adapter

LEARNT = Path(__file__).parent.parent / "benchmarks" / "data"
MEASURED = Path(__file__).parent / "data" / "events"


def header() -> dict[str, str]:
    with safe_open(Path(adapter.__file__).with_name(adapter.FILE), framework="np") as file:  # type: ignore[no-untyped-call]
        return dict(file.metadata())


def test_no_event_that_is_measured_was_learnt_from() -> None:
    measured = {event.id for event in load_events(MEASURED)}
    assert measured
    assert not measured & set(header()["events"].split())
    texts = {document.text for event in load_events(LEARNT / "events") for document in event.documents}
    assert not texts & {document.text for event in load_events(MEASURED) for document in event.documents}


def test_the_adapter_names_the_data_that_lies_beside_its_training() -> None:
    learnt = load_events(LEARNT / "events")
    assert header()["events"].split() == [event.id for event in learnt]
    assert header()["data_sha256"] == hashlib.sha256(corpus_digest(LEARNT / "events").encode()).hexdigest()
    assert header()["labels_sha256"] == hashlib.sha256((LEARNT / "labels.jsonl").read_bytes()).hexdigest()


def test_every_annotated_sentence_stands_in_its_article() -> None:
    for event in [*load_events(LEARNT / "events"), *load_events(MEASURED)]:
        for s in event.sentences:
            assert event.documents[s.document].text[s.start : s.end] == s.text, f"{event.id}: {s.text}"
        assert not event.boilerplate & frozenset().union(*event.groups), event.id


def test_the_labels_hold_no_text() -> None:
    for line in (LEARNT / "labels.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert set(row) == {"set", "sentences", "groups"}
        assert re.fullmatch(r"(neus-val|ecb)-[\d-]+", row["set"])
        for text, start, end in row["sentences"]:
            assert re.fullmatch(r"[0-9a-f]{12}", text)
            assert 0 <= start < end
        for group in row["groups"]:
            assert set(group) == {"ids", "partial"}
            assert all(0 <= i < len(row["sentences"]) for i in [*group["ids"], *group["partial"]])


def write_set(folder: Path, text: str) -> Path:
    first, second = (0, 9), (10, len(text))
    row = {
        "set": "one",
        "sentences": [[text_hash(text), *first], [text_hash(text), *second]],
        "groups": [{"ids": [0, 1], "partial": []}],
    }
    (folder / "labels.json").write_text(json.dumps(row) + "\n", encoding="utf-8")
    return folder / "labels.json"


def test_labelled_sentences_are_found_again_in_texts_wherever_they_lie(tmp_path: Path) -> None:
    text = "It burnt. A fire broke out."
    labels = write_set(tmp_path, text)
    (tmp_path / "texts.jsonl").write_text(json.dumps({"any": [{"field": text}]}) + "\n", encoding="utf-8")
    (found,) = load_labels(labels, tmp_path)
    assert found.texts == ("It burnt.", "A fire broke out.")
    assert found.same == {(0, 1)}


def test_texts_that_are_missing_are_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="lacks texts of 1 of 1 sets, the first of them one"):
        load_labels(write_set(tmp_path, "It burnt. A fire broke out."), tmp_path)


def test_a_batch_compares_sentences_of_one_set_only_and_not_those_that_share_a_part() -> None:
    three = LabelledSet(("a", "b", "c"), same=frozenset({(0, 1)}), overlapping=frozenset({(1, 2)}))
    (batch,) = batches_of([three, LabelledSet(("d", "e"), frozenset(), frozenset())])
    assert batch.texts == ["a", "b", "c", "d", "e"]
    pairs = zip(batch.left.tolist(), batch.right.tolist(), batch.same.tolist(), strict=True)
    assert sorted(pairs) == [(0, 1, 1.0), (0, 2, 0.0), (3, 4, 0.0)]


def test_sentences_of_the_same_words_are_learnt_once() -> None:
    for event in load_events(MEASURED):
        batch = batch_of(event)
        assert len({text.casefold() for text in batch.texts}) == len(batch.texts)
        assert 0 < batch.same.sum() < len(batch.same) / 4
