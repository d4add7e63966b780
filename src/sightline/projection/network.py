"""The care network of each baby, and the babies whom a person or an entry touches.

Who is around a baby is told in five matters: being its parent, another relation to it, being the partner of
a parent, living or staying at its home, and caring for it. In each the latest word holds; what held before it
is kept with its end, so that an entry about somebody who has left still stands on the baby's page.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from sightline.chronology.models import Entry, EntryPerson
from sightline.core import clock
from sightline.people.models import Baby, NetworkMember
from sightline.people.queries import in_parts
from sightline.projection.keeping import BULK, Rows, by, in_force
from sightline.projection.rows import Row

PARENTS: Final = ("mother", "father", "parent")
PARTNERS: Final = ("partner", "ex_partner")
PARTNER_OF_PARENT: Final = "partner_of_parent"
MOST_BABIES: Final = 50
"""Babies around one person that are evaluated at once; beyond it, in a hostel say, they wait for the day."""


class Touched(set[uuid.UUID]):
    """Babies to evaluate now. `queued` are those around somebody with too many babies: they can wait."""

    def __init__(self, babies: Iterable[uuid.UUID] = (), queued: Iterable[uuid.UUID] = ()) -> None:
        super().__init__(babies)
        self.queued = frozenset(queued) - self


@dataclass(frozen=True, slots=True)
class Word:
    """One word on somebody's place around a baby: in which matter, which place, when, if over."""

    person: str
    matter: str
    through: str
    day: int
    order: tuple[int, int, str]
    over: bool = False


def babies_touched_by(entry_ids: Iterable[uuid.UUID]) -> Touched:
    """The babies whom these entries are about, or whose care network somebody they name is in."""
    named: set[uuid.UUID] = set()
    for some in in_parts(entry_ids):
        named.update(Entry.unscoped.filter(pk__in=some).values_list("about__person_id", flat=True))
        parts = EntryPerson.unscoped.filter(entry_id__in=some)
        named.update(parts.values_list("source_person__person_id", flat=True))
    return babies_of_people(named)


def babies_of_people(person_ids: Iterable[uuid.UUID]) -> Touched:
    """The babies who these persons are, or who have them in their care network, now or before."""
    wanted = set(person_ids)
    babies: set[uuid.UUID] = set()
    around: dict[uuid.UUID, set[uuid.UUID]] = defaultdict(set)
    for some in in_parts(wanted):
        babies.update(Baby.unscoped.filter(pk__in=some).values_list("pk", flat=True))
        places = NetworkMember.unscoped.filter(person_id__in=some)
        for person, child in places.values_list("person_id", "child_id"):
            around[person].add(child)
    crowded = {person for person, children in around.items() if len(children) > MOST_BABIES}
    near = {child for person in around.keys() - crowded for child in around[person]}
    return Touched(babies | near, (child for person in crowded for child in around[person]))


def children_concerned(rows: Rows) -> set[uuid.UUID]:
    """The babies whose care network these rows may change: their own, and those of a parent's children."""
    related = {row[side] for row in rows.get("relationship", ()) for side in ("about_id", "to_id")}
    if not related and not rows.get("stay"):
        return set()
    children = related | {row["child_id"] for row in rows.get("stay", ())}
    parents = (row for row in in_force("relationship", "about_id", related) if row["type"] in PARENTS)
    return _babies_among(children | {row["to_id"] for row in parents})


def restate_network(child_ids: Iterable[uuid.UUID]) -> None:
    """Write anew who is around each of these babies, from the relationships and stays still known."""
    for some in in_parts(set(child_ids)):
        children = sorted(map(str, _babies_among(map(str, some))))
        told = _words(children)
        NetworkMember.unscoped.filter(child_id__in=some).delete()
        members = (_members(child, told[child]) for child in children)
        NetworkMember.unscoped.bulk_create((one for each in members for one in each), batch_size=BULK)


def _babies_among(ids: Iterable[str]) -> set[uuid.UUID]:
    found: set[uuid.UUID] = set()
    for some in in_parts(map(uuid.UUID, ids)):
        found.update(Baby.unscoped.filter(pk__in=some).values_list("pk", flat=True))
    return found


def _words(children: list[str]) -> dict[str, list[Word]]:
    """Every word on each child's network."""
    words: dict[str, list[Word]] = defaultdict(list)
    relations = in_force("relationship", "to_id", children)
    for row in relations:
        words[row["to_id"]].append(_related(row))
    for row in in_force("stay", "child_id", children):
        words[row["child_id"]] += _stayed(row)
    for child, partner in _partners(relations):
        words[child].append(partner)
    return words


def _related(row: Row) -> Word:
    matter = "parent" if row["type"] in PARENTS else "relation"
    over = bool(row["ended"]) or row["type"] == "ex_partner"
    return Word(row["about_id"], matter, row["type"], _day(row), _order(row), over)


def _stayed(row: Row) -> Iterator[Word]:
    """Moving out ends living there, staying and caring."""
    place = (row["change"], _day(row), _order(row))
    if row["change"] == "moves_out":
        yield Word(row["about_id"], "home", *place, over=True)
        yield Word(row["about_id"], "care", *place, over=True)
    else:
        yield Word(row["about_id"], "care" if row["change"] == "takes_on_care" else "home", *place)


def _partners(relations: list[Row]) -> Iterator[tuple[str, Word]]:
    """The partners of each child's parents; a partnership may be written from either side."""
    children: dict[str, set[str]] = defaultdict(set)
    for row in relations:
        if row["type"] in PARENTS:
            children[row["about_id"]].add(row["to_id"])
    for side, other in (("to_id", "about_id"), ("about_id", "to_id")):
        for parent, rows in by(in_force("relationship", side, children), side).items():
            for row in (row for row in rows if row["type"] in PARTNERS):
                over = bool(row["ended"]) or row["type"] == "ex_partner"
                word = Word(row[other], "partner", PARTNER_OF_PARENT, _day(row), _order(row), over)
                yield from ((child, word) for child in children[parent] if child != row[other])


def _members(child: str, words: list[Word]) -> Iterator[NetworkMember]:
    """One member for each way in which somebody came into the network."""
    matters: dict[tuple[str, str], list[Word]] = defaultdict(list)
    for word in sorted(words, key=lambda word: word.order):
        matters[word.person, word.matter].append(word)
    for (person, _), said in sorted(matters.items()):
        for through in dict.fromkeys(word.through for word in said if word.through != "moves_out"):
            since, until = _while(through, said)
            yield NetworkMember(
                child_id=uuid.UUID(child),
                person_id=uuid.UUID(person),
                through=through,
                since=since,
                until=until,
            )


def _while(through: str, said: list[Word]) -> tuple[dt.date, dt.date | None]:
    """From when until when somebody had a place: until it was said to be over, or another took its stead."""
    mine = [word for word in said if word.through == through]
    since = min(word.day for word in mine)
    latest = said[-1]
    if latest.through == through and not latest.over:
        return clock.from_day_number(since), None
    after = [word for word in said if word.order > mine[-1].order]
    end = mine[-1] if mine[-1].over or not after else after[0]
    return clock.from_day_number(since), clock.from_day_number(max(end.day, since))


def _day(row: Row) -> int:
    day = row["recorded_day"] if row["happened_to"] is None else row["happened_to"]
    return int(day)


def _order(row: Row) -> tuple[int, int, str]:
    return (_day(row), row["known_from"], row["entry_id"])
