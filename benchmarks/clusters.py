"""Put the annotated events of benchmarks/data/clusters together with their articles, which are not in the repository.

    python -m benchmarks.clusters TEXTS TO [--by a]

TEXTS is a folder of JSON lines that hold the articles; TO gets a file an event, in the format of tests/data/README.md.
With `--by a` those that were annotated first and are fitted on, with `--by b` the twelve that came later.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.labels import json_rows, text_hash

DATA = Path(__file__).with_name("data") / "clusters"


def annotated_clusters(texts: Path, by: str = "", folder: Path = DATA) -> list[dict[str, Any]]:
    """Every event once, of two annotators the first, whose name begins with `by`. Raises KeyError when an article is
    missing.
    """
    known = {
        text_hash(document["text"]): document
        for file in sorted(texts.glob("*.jsonl"))
        for row in json_rows(file)
        if isinstance(row, dict)
        for document in row.get("documents", ())
        if isinstance(document, dict)
    }
    events: dict[str, dict[str, Any]] = {}
    for file in sorted(folder.glob("*.json")):
        data = json.loads(file.read_text(encoding="utf-8"))
        if data["id"] not in events and data["annotator"].startswith(by):
            events[data["id"]] = _event(data, [known[digits] for digits in data["texts"]])
    return list(events.values())


def _event(data: dict[str, Any], documents: Sequence[dict[str, Any]]) -> dict[str, Any]:
    spans = [(doc, start, end) for doc, start, end in data["sentences"]]
    return {
        "id": data["id"],
        "documents": [{k: d.get(k) for k in ("id", "title", "url", "published", "text")} for d in documents],
        "sentences": [
            {"i": i, "doc": doc, "start": start, "end": end, "text": documents[doc]["text"][start:end]}
            for i, (doc, start, end) in enumerate(spans)
        ],
        "boilerplate": data["boilerplate"],
        "groups": data["groups"],
        "conflicts": [{**c, "note": "(update)" if c.get("update") else ""} for c in data["conflicts"]],
        "key_facts": data["key_facts"],
    }


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("texts", type=Path, metavar="TEXTS")
    parser.add_argument("to", type=Path, metavar="TO")
    parser.add_argument("--by", default="", metavar="NAME", help="annotators whose names begin so: a, b")
    options = parser.parse_args(arguments)
    options.to.mkdir(parents=True, exist_ok=True)
    events = annotated_clusters(options.texts, options.by)
    for event in events:
        (options.to / f"{event['id']}.json").write_text(json.dumps(event, ensure_ascii=False), encoding="utf-8")
    print(f"{len(events)} events in {options.to}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
