"""Random histories of receiving, linking and undoing: undone is as if it had never been; twins never fuse."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from factories import a_person, an_agency, an_entry, received
from sightline.chronology.growth import restate_moved
from sightline.chronology.kinds import Contact
from sightline.chronology.models import Entry
from sightline.chronology.proposals import IdentifierProposal
from sightline.chronology.reading import recorded_of
from sightline.chronology.storing import people as storing_people
from sightline.core import clock, events
from sightline.core.actors import IMPORT
from sightline.core.errors import SightlineError
from sightline.linkage.actions import link, unlink
from sightline.linkage.events import ClaimMoved
from sightline.linkage.models import Candidate, Claim
from sightline.linkage.restating import SUMMARY
from sightline.people.models import Baby, Identifier, Person, SourcePerson

START = dt.datetime(2026, 11, 2, 9, tzinfo=dt.UTC)
BORN = dt.date(2026, 9, 1)
SECTORS = ("midwifery", "gp", "hospital")
# Whom the records are really about. Ash and Bay are twins; Col is another family's baby of the same day.
TRUTH = {
    "ash": ("Ash", "Example", "9990000018"),
    "bay": ("Bay", "Example", "9990000026"),
    "col": ("Col", "Other", "9990000034"),
}
TWINS = {"9990000018", "9990000026"}


def receive_baby(sector: str, who: str, *, named: bool, numbered: bool, contacts: int) -> None:
    given, family, number = TRUTH[who]
    numbers = (IdentifierProposal("nhs_number", number, verified=True),) if numbered else ()
    person = a_person(
        who,
        kind="baby",
        given_name=given if named else "Baby",
        family_name=family,
        born_from=BORN,
        born_to=BORN,
        identifiers=numbers,
    )
    entries = [an_entry(who, Contact(child_seen=True), BORN, source_id=f"{who}-{n}") for n in range(contacts)]
    received(an_agency(sector), person, *entries)


def label(source: SourcePerson) -> str:
    return f"{source.agency.code}:{source.key}"


def picture() -> dict[str, Any]:
    """All that is known, in terms that do not depend on ids."""
    sources = list(SourcePerson.unscoped.select_related("agency", "person").order_by("agency__code", "key"))
    by_person: dict[str, list[str]] = {}
    for source in sources:
        by_person.setdefault(str(source.person_id), []).append(label(source))
    summaries = {
        label(source): tuple(getattr(source.person, name) for name in (*SUMMARY, "joined_to_id"))
        for source in sources
    }
    said = sorted(
        (
            row.agency,
            row.kind,
            tuple(by_person.get(row.about_id, ())),
            row.known_from,
            row.known_until,
            row.about_is_baby,
        )
        for row in recorded_of(Entry.unscoped.order_by("known_at", "id"))
    )
    return {
        "together": sorted(map(tuple, by_person.values())),
        "summaries": summaries,
        "babies": Baby.unscoped.count(),
        "persons": Person.unscoped.count(),
        "said": said,
    }


class Histories(RuleBasedStateMachine):
    """Agencies send babies' records; people link and undo, rightly and wrongly."""

    def __init__(self) -> None:
        super().__init__()
        self.scope = transaction.atomic()
        self.scope.__enter__()
        self.steps = 0
        self.receipts: list[tuple[int, dict[str, Any]]] = []

    def at_next(self, act: Callable[[], Any]) -> Any:
        self.steps += 1
        with clock.at(START + dt.timedelta(hours=self.steps)):
            return act()

    @rule(
        sector=st.sampled_from(SECTORS),
        who=st.sampled_from(sorted(TRUTH)),
        named=st.booleans(),
        numbered=st.booleans(),
        contacts=st.integers(0, 2),
    )
    def receive(self, **sent: Any) -> None:
        self.at_next(lambda: receive_baby(**sent))
        self.receipts.append((self.steps, sent))

    @rule(one=st.integers(0, 8), other=st.integers(0, 8), overturn=st.booleans())
    def link_two(self, one: int, other: int, overturn: bool) -> None:
        sources = list(SourcePerson.unscoped.order_by("agency__code", "key"))
        if not sources:
            return
        source, onto = sources[one % len(sources)], sources[other % len(sources)].person
        try:
            self.at_next(lambda: link(IMPORT, source, onto, "They look alike.", overturn=overturn))
        except SightlineError:
            return

    @rule(which=st.integers(0, 20))
    def undo_one(self, which: int) -> None:
        links = self.links()
        if links:
            self.at_next(lambda: unlink(IMPORT, links[which % len(links)], "It was wrong."))

    @invariant()
    def twins_are_two(self) -> None:
        for person in Person.unscoped.all():
            held = Identifier.unscoped.filter(source_person__person=person, state="verified")
            assert not set(held.values_list("value", flat=True)) >= TWINS

    @invariant()
    def everybody_has_one_claim_in_force(self) -> None:
        for source in SourcePerson.unscoped.all():
            standing = Claim.unscoped.filter(source_person=source, voided_at__isnull=True)
            assert standing.order_by("-made_at", "-id")[0].person_id == source.person_id

    def links(self) -> list[Claim]:
        standing = Claim.unscoped.filter(voided_at__isnull=True).exclude(basis="own_record")
        return list(standing.order_by("made_at", "id"))

    def teardown(self) -> None:
        try:
            for claim in self.links():
                self.at_next(lambda claim=claim: unlink(IMPORT, claim, "All of it undone."))
            undone = picture()
        finally:
            self.roll_back()
        assert undone == self.never_linked()

    def never_linked(self) -> dict[str, Any]:
        """The same records received at the same times, where nobody and nothing ever links."""
        self.scope = transaction.atomic()
        self.scope.__enter__()
        consider, storing_people.consider = storing_people.consider, lambda actor, touched: None
        try:
            for step, sent in self.receipts:
                with clock.at(START + dt.timedelta(hours=step)):
                    receive_baby(**sent)
            return picture()
        finally:
            storing_people.consider = consider
            self.roll_back()

    def roll_back(self) -> None:
        transaction.set_rollback(True)
        self.scope.__exit__(None, None, None)


@pytest.fixture
def lower_rooms_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing above the chronology listens: what is tested here is the claims, and histories are many."""
    kept = defaultdict(list, {ClaimMoved: [restate_moved]})
    monkeypatch.setattr(events, "_subscribers", kept)


@pytest.mark.django_db
@pytest.mark.usefixtures("lower_rooms_alone")
def test_whatever_the_history_undone_is_as_never_linked_and_twins_never_fuse() -> None:
    run_state_machine_as_test(
        Histories,
        settings=settings(
            max_examples=25,
            stateful_step_count=14,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.django_db
def test_a_link_that_turns_out_to_hold_twins_is_undone_and_remembered() -> None:
    receive_baby("midwifery", "ash", named=True, numbered=True, contacts=0)
    receive_baby("gp", "bay", named=False, numbered=False, contacts=0)
    ours = SourcePerson.unscoped.get(agency__code="gp")
    link(IMPORT, ours, Person.unscoped.get(given_name="Ash"), "The only Example baby that we know.")
    receive_baby("gp", "bay", named=True, numbered=True, contacts=0)
    assert Claim.unscoped.get(basis="decided").voided_at is not None
    assert Candidate.unscoped.get().state == "not_same"
    ours.refresh_from_db()
    assert ours.person.name == "Bay Example"
