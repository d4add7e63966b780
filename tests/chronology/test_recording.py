"""Recording on a baby's page, putting it right, taking it back, disagreeing."""

from __future__ import annotations

import datetime as dt

import pytest

from factories import a_baby, a_mother, an_actor, an_adult, an_agency, entry_on, open_to
from sightline.chronology.actions import correct, disagree, name_person, record, withdraw
from sightline.chronology.kinds import Contact, Disagreement, Injury, StrategyDiscussion
from sightline.chronology.models import Entry, details_of
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.core.errors import Refused, SightlineError
from sightline.core.models import LedgerEntry
from sightline.linkage.models import Claim
from sightline.people.models import Baby, NetworkMember, SourcePerson

pytestmark = pytest.mark.django_db

BRUISE = Injury(injury="bruise", site="cheek", explanation_fits="unclear")


@pytest.fixture
def baby() -> Baby:
    return a_baby()


@pytest.fixture
def visitor(baby: Baby) -> Actor:
    actor = an_actor("health_visiting", name="Sam Example")
    open_to(actor, baby)
    return actor


def test_a_professional_records_on_a_page_that_is_open_to_them(baby: Baby, visitor: Actor) -> None:
    entry = record(visitor, baby.person, BRUISE, happened_on=clock.today(), note="Seen at home.")
    kept = Entry.unscoped.get(pk=entry.pk)
    assert (kept.kind, kept.agency_id, kept.team_id) == ("injury", visitor.agency_id, visitor.team_id)
    assert (str(kept.author_id), kept.author_name) == (visitor.id, "Sam Example")
    assert details_of([kept])[kept.pk] == BRUISE
    assert kept.about.person_id == baby.pk


def test_the_recording_agency_gets_a_record_of_its_own_for_the_baby_once(baby: Baby, visitor: Actor) -> None:
    record(visitor, baby.person, BRUISE)
    record(visitor, baby.person, Contact(child_seen=True))
    own = SourcePerson.unscoped.get(agency_id=visitor.agency_id)
    assert (own.source_system, own.key) == ("sightline", str(baby.pk))
    claim = Claim.unscoped.get(source_person=own)
    assert (claim.basis, claim.person_id) == ("decided", baby.pk)
    baby.person.refresh_from_db()
    assert baby.person.name == "Ash Example"


def test_an_agency_that_holds_a_record_records_on_that(baby: Baby) -> None:
    midwife = an_actor("midwifery")
    open_to(midwife, baby)
    record(midwife, baby.person, BRUISE)
    assert SourcePerson.unscoped.filter(person=baby.person).count() == 1


def test_a_stranger_records_nothing(baby: Baby) -> None:
    with pytest.raises(Refused):
        record(an_actor("gp"), baby.person, BRUISE)
    assert not Entry.unscoped.exists()
    assert LedgerEntry.ledger.get(event="entry.recorded").outcome == "refused"


@pytest.mark.parametrize("role", ["analyst", "partnership_officer", "auditor", "administrator"])
def test_roles_that_only_read_record_nothing(baby: Baby, role: str) -> None:
    actor = an_actor("health_visiting", role)
    open_to(actor, baby)
    with pytest.raises(Refused):
        record(actor, baby.person, BRUISE)


def test_people_and_services_are_named_in_their_parts(baby: Baby, visitor: Actor) -> None:
    mother = a_mother(baby)
    NetworkMember.unscoped.get_or_create(child=baby.person, person=mother, through="mother")
    spoke = record(visitor, baby.person, Contact(child_seen=True), people=[("spoke_to", mother)])
    assert [row.source_person.person_id for row in spoke.people.all()] == [mother.pk]
    held = record(visitor, baby.person, StrategyDiscussion(), sectors=[("present", "police")])
    assert [row.sector for row in held.sectors.all()] == ["police"]


def test_somebody_outside_the_care_network_cannot_be_named(baby: Baby, visitor: Actor) -> None:
    with pytest.raises(Refused, match="care network"):
        record(visitor, baby.person, Contact(), people=[("spoke_to", an_adult())])
    with pytest.raises(Refused, match="care network"):
        record(visitor, baby.person, Contact(), about=a_baby(given_name="Other").person)


def test_somebody_new_is_named_first_and_recorded_then(baby: Baby, visitor: Actor) -> None:
    man = name_person(visitor, baby.person, given_name="Lee")
    entry = record(visitor, baby.person, Contact(), people=[("spoke_to", man)])
    assert entry.people.get().source_person.person == man
    assert man.source_people.get().agency_id == visitor.agency_id


def test_a_day_that_has_not_come_is_refused(baby: Baby, visitor: Actor) -> None:
    with pytest.raises(SightlineError, match="not come"):
        record(visitor, baby.person, BRUISE, happened_on=clock.today() + dt.timedelta(days=1))
    today = clock.today()
    with pytest.raises(SightlineError, match="before it began"):
        record(visitor, baby.person, BRUISE, happened_from=today, happened_to=today - dt.timedelta(days=1))


@pytest.mark.parametrize(("precision", "days"), [("exact", 1), ("week", 7), ("month", 31), ("year", 366)])
def test_an_imprecise_day_reaches_back(baby: Baby, visitor: Actor, precision: str, days: int) -> None:
    entry = record(visitor, baby.person, BRUISE, happened_on=clock.today(), precision=precision)
    assert entry.happened_from is not None
    assert entry.happened_to == clock.today()
    assert (entry.happened_to - entry.happened_from).days == days - 1


def test_without_a_day_only_the_order_is_known(baby: Baby, visitor: Actor) -> None:
    entry = record(visitor, baby.person, BRUISE)
    assert (entry.happened_to, entry.precision) == (None, "order_only")


def test_what_is_recorded_here_is_restricted_by_the_same_list(baby: Baby, visitor: Actor) -> None:
    assert record(visitor, baby.person, BRUISE, note="Mother has HIV").sensitivity == "restricted"


def test_a_correction_replaces_and_leaves_the_rest_as_it_was(baby: Baby, visitor: Actor) -> None:
    first = record(visitor, baby.person, BRUISE, happened_on=clock.today(), note="Left.")
    second = correct(visitor, first, Injury(injury="mark", site="cheek"))
    third = correct(visitor, second, note="Right.")
    assert (third.replaces_id, third.root_id) == (second.pk, first.pk)
    assert (third.note, third.happened_to) == ("Right.", clock.today())
    assert details_of([third])[third.pk] == Injury(injury="mark", site="cheek")
    with pytest.raises(SightlineError, match="already"):
        correct(visitor, first, note="Too late.")


def test_a_correction_can_move_the_day(baby: Baby, visitor: Actor) -> None:
    first = record(visitor, baby.person, BRUISE, happened_on=clock.today())
    second = correct(visitor, first, happened_on=clock.today() - dt.timedelta(days=3))
    assert second.happened_from == second.happened_to == clock.today() - dt.timedelta(days=3)


def test_a_correction_makes_no_other_kind_of_it(baby: Baby, visitor: Actor) -> None:
    first = record(visitor, baby.person, BRUISE)
    with pytest.raises(SightlineError, match="kind"):
        correct(visitor, first, Contact())


def test_only_the_agency_that_recorded_an_entry_replaces_it(baby: Baby, visitor: Actor) -> None:
    theirs = entry_on(baby.person, BRUISE, agency=an_agency("hospital"))
    for act in (lambda: correct(visitor, theirs, note="No."), lambda: withdraw(visitor, theirs, "No.")):
        with pytest.raises(Refused, match="disagreement"):
            act()
    assert Entry.unscoped.count() == 1


def test_a_withdrawal_says_why_and_stays_in_the_history(baby: Baby, visitor: Actor) -> None:
    first = record(visitor, baby.person, BRUISE)
    with pytest.raises(SightlineError, match="why"):
        withdraw(visitor, first, "  ")
    taken_back = withdraw(visitor, first, "It was the other twin.")
    assert (taken_back.withdrawn, taken_back.replaces_id, taken_back.note) == (
        True,
        first.pk,
        "It was the other twin.",
    )


def test_a_disagreement_stands_beside_another_agencys_entry(baby: Baby, visitor: Actor) -> None:
    mother = a_mother(baby)
    theirs = entry_on(baby.person, BRUISE, agency=an_agency("hospital"), sensitivity="restricted")
    beside = disagree(visitor, theirs, "That was there at birth.", mother)
    assert (beside.ref_id, beside.sensitivity) == (theirs.pk, "restricted")
    assert details_of([beside])[beside.pk] == Disagreement(words="That was there at birth.")
    assert beside.people.get().source_person.person_id == mother.pk


def test_recording_leaves_a_trace_with_the_entry_and_the_baby(baby: Baby, visitor: Actor) -> None:
    entry = record(visitor, baby.person, BRUISE)
    trace = LedgerEntry.ledger.get(event="entry.recorded")
    assert (trace.actor_id, trace.records) == (visitor.id, [f"entry:{entry.pk}"])
    assert trace.children.get().child_id == baby.pk
