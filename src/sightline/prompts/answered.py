"""What was answered before: a question comes back only with an entry that no answer to it has seen."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping

from sightline.chronology.models import Entry
from sightline.people.models import Person
from sightline.people.queries import in_parts
from sightline.prompts.evidence import renewing_codes
from sightline.prompts.finding import Found, Key
from sightline.prompts.models import Evidence


def not_answered(fresh: Mapping[Key, Found]) -> dict[Key, Found]:
    """Those with an entry among the renewing ones that no answer has seen. A correction is no new entry."""
    seen = _answered_roots({child for child, _ in fresh})
    asked_before = {key: one for key, one in fresh.items() if key in seen}
    roots = _roots(asked_before.values())
    return {
        key: one
        for key, one in fresh.items()
        if key not in seen or {roots[entry] for entry in _renewing(key[1], one)} - seen[key]
    }


def _renewing(point_id: str, one: Found) -> set[uuid.UUID]:
    codes = renewing_codes(point_id)
    return {row.entry_id for row in one.rows if not codes or row.because in codes}


def _roots(found: Iterable[Found]) -> dict[uuid.UUID, uuid.UUID]:
    """Each entry's first version."""
    wanted = {row.entry_id for one in found for row in one.rows}
    return {
        entry: root or entry
        for some in in_parts(wanted)
        for entry, root in Entry.unscoped.filter(id__in=some).values_list("id", "root_id")
    }


def _answered_roots(children: Iterable[uuid.UUID]) -> dict[Key, set[uuid.UUID]]:
    """What was seen by the answers about each baby, also under a record that was since joined to it."""
    seen: dict[Key, set[uuid.UUID]] = defaultdict(set)
    for some in in_parts(children):
        whose = {child: child for child in some} | dict(
            Person.unscoped.filter(joined_to__in=some).values_list("id", "joined_to_id")
        )
        rows = Evidence.unscoped.filter(
            prompt__state="answered", renews=True, prompt__child_id__in=list(whose)
        )
        for child, point, root in rows.values_list("prompt__child_id", "prompt__point", "root_id"):
            seen[whose[child], point].add(root)
    return dict(seen)
