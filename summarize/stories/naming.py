"""Which ids the groups of a call have: those of the stories that they continue, and new ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from summarize.records.stories import Change, ChangeKind
from summarize.stories.groups import Groups
from summarize.stories.stream import Known

_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Named:
    """The id of every group, and what became of earlier stories."""

    ids: dict[int, str]
    changes: tuple[Change, ...]


def name_groups(groups: Groups, known: Sequence[Known], taken: set[str]) -> Named:
    """A group continues the story that most of its articles were in; a story goes on in the group that has most of it.

    Any other group has the id of its first article, made of its text, so that it is the same whatever else is there.
    """
    shared: Counter[tuple[int, str]] = Counter()
    for number, group in groups.all.items():
        shared.update((number, story) for i in group.members if (story := known[i].story) is not None)
    ids: dict[int, str] = {}
    continued: dict[str, int] = {}
    for (number, story), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if number not in ids and story not in continued:
            ids[number], continued[story] = story, number
    taken = taken | set(continued)
    for number, group in sorted(groups.all.items(), key=lambda item: min(known[i].order for i in item[1].members)):
        if number not in ids:
            ids[number] = _new_id(sorted(group.members, key=lambda i: known[i].order), known, taken)
            taken.add(ids[number])
    return Named(ids, tuple(_changes(groups, known, ids, continued)))


def _new_id(members: Sequence[int], known: Sequence[Known], taken: set[str]) -> str:
    for member in members:
        name = f"story-{known[member].documents[0].sha256[:_DIGITS]}"
        if name not in taken:
            return name
    count = 2
    while f"{name}-{count}" in taken:
        count += 1
    return f"{name}-{count}"


def _changes(groups: Groups, known: Sequence[Known], ids: dict[int, str], continued: dict[str, int]) -> list[Change]:
    """What happened to stories of earlier calls, by story and by what their articles are in now."""
    went: dict[tuple[str, str], list[str]] = {}
    for number, group in groups.all.items():
        for member in group.members:
            before = known[member].story
            if before is not None and before != ids[number]:
                names = (document.id for document in known[member].documents)
                went.setdefault((before, ids[number]), []).extend(names)
    older = {known_text.story for known_text in known}
    changes = []
    for (before, now), documents in sorted(went.items()):
        kind = ChangeKind.MOVED if now in older else ChangeKind.SPLIT
        if before not in continued:
            kind = ChangeKind.MERGED
        changes.append(Change(kind, before, now, tuple(sorted(documents))))
    return changes
