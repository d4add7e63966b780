"""Recording on a baby's page, putting it right, taking it back, and disagreeing with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db import transaction

from sightline.agencies.models import professional_id
from sightline.chronology.kinds import KIND_OF, Detail, Disagreement
from sightline.chronology.models import Entry, EntryPerson, EntrySector, details_of
from sightline.chronology.policy import Named, may_correct, may_disagree, may_record, may_withdraw, own_agency
from sightline.chronology.sensitivity import level_on_arrival
from sightline.chronology.storing import digests
from sightline.chronology.writing import Draft, write_entries
from sightline.core import clock, ids
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.codes import PRECISION_DAYS
from sightline.core.errors import SightlineError
from sightline.linkage.claims import claim_own
from sightline.linkage.known import PAGE_SYSTEM
from sightline.people.models import Person, SourcePerson


@action("entry.recorded", may=may_record)
def record(
    actor: Actor,
    child: Person,
    detail: Detail,
    *,
    about: Person | None = None,
    happened_on: dt.date | None = None,
    happened_from: dt.date | None = None,
    happened_to: dt.date | None = None,
    happened_at: dt.datetime | None = None,
    precision: str = "exact",
    people: Named = (),
    sectors: Iterable[tuple[str, str]] = (),
    note: str = "",
    sensitivity: str = "shared",
) -> Entry:
    """Record what the detail says about the child, or about somebody of its care network (`about`).

    It happened on a day, between two days, or, by its precision, in the week, month or year that ends on the
    day; without a day only the order is known. Raises SightlineError when the days do not fit together.
    """
    since, until = _happened(happened_on or _day_of(happened_at), happened_from, happened_to, precision)
    entry = new_entry(actor, own_source(actor, about or child), detail, note, sensitivity)
    entry.happened_from, entry.happened_to, entry.happened_at = since, until, happened_at
    entry.precision = precision if until is not None else "order_only"
    named = tuple((part, own_source(actor, person)) for part, person in people)
    return store(Draft(entry, detail, named, tuple(sectors)))


@action("entry.corrected", may=may_correct)
def correct(
    actor: Actor,
    entry: Entry,
    detail: Detail | None = None,
    *,
    happened_on: dt.date | None = None,
    happened_from: dt.date | None = None,
    happened_to: dt.date | None = None,
    happened_at: dt.datetime | None = None,
    precision: str | None = None,
    note: str | None = None,
    sensitivity: str | None = None,
) -> Entry:
    """Put an entry right: a new one that replaces it, the same but for what is given here.

    Raises SightlineError when the entry was replaced already, or would become another kind.
    """
    draft = next_version(actor, entry, detail, note, sensitivity)
    made = draft.entry
    if any((happened_on, happened_from, happened_to, happened_at, precision)):
        made.precision = precision or made.precision
        last = happened_on or happened_to or _day_of(happened_at) or made.happened_to
        made.happened_from, made.happened_to = _happened(last, happened_from, happened_to, made.precision)
        made.happened_at = happened_at
    return store(draft)


@action("entry.withdrawn", may=may_withdraw)
def withdraw(actor: Actor, entry: Entry, because: str) -> Entry:
    """Take an entry back, and say why. It stays in the history; nothing counts it from now on."""
    if not because.strip():
        raise SightlineError(
            "Say why the entry is taken back.", why="It stays in the history with the reason."
        )
    draft = next_version(actor, entry, None, because, None)
    draft.entry.withdrawn = True
    return store(draft)


@action("entry.disagreed", may=may_disagree)
def disagree(actor: Actor, entry: Entry, words: str, by: Person | None) -> Entry:
    """Put somebody's correction or disagreement beside an entry, which stays as it is.

    `by` is somebody around the baby; None when it is the recording agency's own view. It is as sensitive as
    the entry. Raises SightlineError without words.
    """
    if not words.strip():
        raise SightlineError("Write what they said, in their words.")
    detail = Disagreement(words=words)
    about = own_source(actor, entry.about.person)
    beside = new_entry(actor, about, detail, "", entry.sensitivity)
    beside.happened_from = beside.happened_to = clock.today()
    beside.ref = entry
    whose = (("by", own_source(actor, by)),) if by else ()
    return store(Draft(beside, detail, whose))


def own_source(actor: Actor, person: Person) -> SourcePerson:
    """The recording agency's own source person for somebody: the one it has, else a stand-in made now."""
    held = SourcePerson.unscoped.filter(agency_id=own_agency(actor), person=person, withdrawn=False)
    own = held.order_by("received_at", "id").first()
    return own or _stand_in(actor, person)


def _stand_in(actor: Actor, person: Person) -> SourcePerson:
    """A record of the agency's own under the person's id. It says nothing of its own."""
    source = SourcePerson.unscoped.filter(
        agency_id=own_agency(actor), source_system=PAGE_SYSTEM, key=str(person.id)
    ).first()
    if source is not None:
        raise SightlineError(
            "The record of this person was linked to another just now.", next_step="Open the page again."
        )
    made = SourcePerson.unscoped.create(
        agency_id=own_agency(actor),
        source_system=PAGE_SYSTEM,
        key=str(person.id),
        kind=person.kind,
        person=person,
    )
    claim_own([made], actor.id, basis="decided", because="Recorded by this agency on the person's page.")
    return made


def new_entry(actor: Actor, about: SourcePerson, detail: Detail, note: str, sensitivity: str) -> Entry:
    """An entry by the actor, not stored yet, without the day on which it happened."""
    key = ids.new_id()
    now = clock.now()
    return Entry(
        id=key,
        kind=KIND_OF[type(detail)],
        agency_id=own_agency(actor),
        team_id=actor.team_id,
        author_id=professional_id(actor.id),
        author_name=actor.name,
        about=about,
        recorded_at=now,
        known_at=now,
        source_system=PAGE_SYSTEM,
        source_id=str(key),
        sensitivity=level_on_arrival(sensitivity, detail, note, clock.today()),
        note=note,
    )


def next_version(
    actor: Actor, entry: Entry, detail: Detail | None, note: str | None, sensitivity: str | None
) -> Draft:
    """The entry's next version, by the actor. Raises SightlineError when another has replaced it."""
    with transaction.atomic():
        held = Entry.unscoped.select_for_update().get(pk=entry.pk)
    if Entry.unscoped.filter(replaces=held).exists():
        raise SightlineError(
            "This entry was put right or taken back already.", next_step="Open its latest version."
        )
    said = detail if detail is not None else details_of([held])[held.pk]
    words = held.note if note is None else note
    made = new_entry(actor, held.about, said, words, sensitivity or held.sensitivity)
    if made.kind != held.kind:
        raise SightlineError("A correction cannot make another kind of entry of it: take it back instead.")
    made.source_system, made.source_id = held.source_system, held.source_id
    made.replaces, made.root_id, made.ref_id = held, held.root_id or held.id, held.ref_id
    for name in ("happened_from", "happened_to", "happened_at", "precision"):
        setattr(made, name, getattr(held, name))
    people = tuple(
        (named.part, named.source_person)
        for named in EntryPerson.unscoped.filter(entry=held).select_related("source_person")
    )
    sectors = tuple(EntrySector.unscoped.filter(entry=held).values_list("part", "sector"))
    return Draft(made, said, people, sectors)


def store(draft: Draft) -> Entry:
    """Write what the draft says, and tell the rooms above."""
    entry = draft.entry
    said = repr((draft.detail, entry.note, entry.happened_from, entry.happened_to, entry.withdrawn))
    entry.digest = digests.of_bytes(said.encode())
    write_entries([draft])
    return entry


def _happened(
    on: dt.date | None, since: dt.date | None, until: dt.date | None, precision: str
) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day on which it can have happened."""
    last = until or on
    if last is None or precision == "order_only":
        return None, None
    first = since or last - dt.timedelta(days=PRECISION_DAYS[precision] - 1)
    if first > last:
        raise SightlineError(
            "It cannot have ended before it began.", next_step="Correct one of the two days."
        )
    if last > clock.today():
        raise SightlineError("This day has not come yet.", next_step="Correct the day.")
    return first, last


def _day_of(instant: dt.datetime | None) -> dt.date | None:
    return None if instant is None else clock.day_of(instant)
