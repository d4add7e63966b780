"""Whose page may be opened, and that nobody else can tell that there is one."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories import a_baby, a_professional, a_source_person, a_team, an_actor, an_adult, an_agency, open_to
from sightline.access.doors import DOORS
from sightline.access.levels import level_at, levels_open_to
from sightline.access.models import Closure, Involvement, OpenMatter, StaffPerson
from sightline.access.openness import openness_of, openness_of_each
from sightline.access.policy import policy
from sightline.access.scope import babies_seen_by, find_open, may_open
from sightline.agencies.models import Cover
from sightline.agencies.roles import ROLES, SEES_NO_CHILD
from sightline.core import clock
from sightline.core.actors import IMPORT, Actor
from sightline.core.errors import Unfindable
from sightline.core.models import LedgerChild, LedgerEntry
from sightline.people.models import Baby, NetworkMember, Person

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def an_open_matter(
    baby: Baby, level: str = "concern", since: int = 10, until: int | None = None
) -> OpenMatter:
    today = clock.today()
    return OpenMatter.unscoped.create(
        child=baby.person,
        level=level,
        what="referral",
        entry_root=uuid.uuid4(),
        since=today - since * DAY,
        until=None if until is None else today - until * DAY,
    )


def sees(actor: Actor, baby: Baby) -> bool:
    """The four ways to ask give one answer."""
    among = babies_seen_by(actor, among=[baby.pk, uuid.uuid4()]).exists()
    listed = babies_seen_by(actor).filter(pk=baby.pk).exists()
    nested = Baby.unscoped.filter(person__in=babies_seen_by(actor).values("person_id"), pk=baby.pk).exists()
    assert among == listed == nested == bool(may_open(actor, baby.pk))
    return listed


def test_every_door_of_the_policy_table_is_built_and_named_there() -> None:
    assert set(DOORS) == set(policy().doors)


def test_a_practitioner_opens_a_baby_through_an_open_involvement_of_the_team() -> None:
    actor, baby = an_actor("midwifery"), a_baby()
    assert not sees(actor, baby)
    open_to(actor, baby)
    assert sees(actor, baby)
    assert find_open(actor, baby.pk) == baby


def test_every_colleague_of_the_team_opens_it_and_nobody_of_another_team() -> None:
    baby, team = a_baby(), a_team()
    open_to(an_actor(team=team), baby)
    assert sees(an_actor(team=team), baby)
    assert not sees(an_actor(team=a_team(name="Team Two")), baby)


@pytest.mark.parametrize(
    ("first", "last", "opens"), [(0, None, True), (-1, None, False), (9, 0, True), (9, 1, False)]
)
def test_an_involvement_opens_from_its_first_day_to_its_last(
    first: int, last: int | None, opens: bool
) -> None:
    actor, baby, today = an_actor(), a_baby(), clock.today()
    involvement = open_to(actor, baby, from_on=today - first * DAY)
    involvement.to_on = None if last is None else today - last * DAY
    involvement.save()
    assert sees(actor, baby) is opens


def test_an_involvement_that_was_ended_opens_nothing_from_that_instant() -> None:
    actor, baby = an_actor(), a_baby()
    open_to(actor, baby)
    Involvement.unscoped.update(to_on=clock.today(), ended_at=clock.now())
    assert not sees(actor, baby)


def test_a_colleague_who_covers_opens_the_babies_of_whoever_is_away_and_only_those_days() -> None:
    away = a_professional()
    leading = an_actor(team=a_team(name="Near"), professional=away)
    covering = an_actor(team=a_team(name="Far"))
    baby = a_baby()
    open_to(leading, baby)
    today = clock.today()
    cover = Cover.unscoped.create(away=away, covering_id=covering.id, from_on=today, to_on=today)
    assert sees(covering, baby)
    Cover.unscoped.filter(pk=cover.pk).update(from_on=today - 2 * DAY, to_on=today - DAY)
    assert not sees(covering, baby)


@pytest.mark.parametrize("role", sorted(SEES_NO_CHILD))
def test_who_sees_no_identifiable_child_opens_none_even_with_an_involvement(role: str) -> None:
    actor, baby = an_actor(role=role), a_baby()
    open_to(actor, baby)
    an_open_matter(baby)
    assert not sees(actor, baby)
    assert levels_open_to(actor, baby.pk) == -1


def test_part_of_the_system_opens_none() -> None:
    assert not sees(IMPORT, a_baby())


@pytest.mark.parametrize("role", ["front_door_worker", "front_door_manager", "emergency_duty_worker"])
def test_the_front_door_opens_a_baby_with_a_concern_in_its_own_partnership(role: str) -> None:
    baby = a_baby()
    actor = an_actor("social_care", role)
    assert not sees(actor, baby)
    an_open_matter(baby)
    assert sees(actor, baby)
    elsewhere = Actor(**{name: getattr(actor, name) for name in Actor.__slots__} | {"partnership": "far"})
    assert not sees(elsewhere, baby)


@pytest.mark.parametrize(("ended", "opens"), [(1, True), (366, True), (367, False)])
def test_the_front_door_opens_a_concern_that_ended_within_366_days(ended: int, opens: bool) -> None:
    baby = a_baby()
    an_open_matter(baby, since=500, until=ended)
    assert sees(an_actor("social_care", "front_door_manager"), baby) is opens
    assert not sees(an_actor("social_care", "emergency_duty_worker"), baby)


def test_agreed_help_opens_nothing_to_the_front_door() -> None:
    baby = a_baby()
    an_open_matter(baby, "help")
    assert not sees(an_actor("social_care", "front_door_worker"), baby)


def test_a_safeguarding_lead_opens_what_any_team_of_the_agency_is_involved_with() -> None:
    baby, agency = a_baby(), an_agency("health_visiting")
    open_to(an_actor(team=a_team(agency, "Team Two")), baby)
    assert sees(an_actor("health_visiting", "safeguarding_lead"), baby)
    assert not sees(an_actor("gp", "safeguarding_lead"), baby)


def test_a_safeguarding_lead_opens_the_baby_around_whom_the_agency_holds_a_record() -> None:
    baby, father = a_baby(), an_adult()
    a_source_person(an_agency("police"), person=father)
    lead = an_actor("police", "safeguarding_lead")
    assert not sees(lead, baby)
    NetworkMember.unscoped.create(child=baby.person, person=father, through="father")
    assert sees(lead, baby)
    assert not sees(an_actor("police"), baby)
    NetworkMember.unscoped.update(until=clock.today() - DAY)
    assert not sees(lead, baby)


def test_an_auditor_opens_what_the_agency_was_once_involved_with() -> None:
    baby = a_baby()
    open_to(an_actor("midwifery"), baby)
    Involvement.unscoped.update(to_on=clock.today() - 5 * DAY)
    assert sees(an_actor("midwifery", "auditor"), baby)
    assert not sees(an_actor("gp", "auditor"), baby)


def test_a_closed_record_is_not_there_for_the_one_the_office_or_the_agency_it_is_closed_to() -> None:
    baby = a_baby()
    actor = an_actor("social_care")
    open_to(actor, baby)
    colleague = an_actor("social_care")
    for whom in ({"professional_id": actor.id}, {"team_id": actor.team_id}, {"agency_id": actor.agency_id}):
        closure = Closure.unscoped.create(child=baby.person, because="A neighbour.", **whom)
        assert not sees(actor, baby), whom
        assert sees(colleague, baby) is ("professional_id" in whom), whom
        closure.delete()
    assert sees(actor, baby)


def test_an_office_that_is_closed_out_is_one_team_and_not_its_agency() -> None:
    baby = a_baby()
    near, far = (an_actor(team=a_team(an_agency("social_care"), name)) for name in ("Near", "Far"))
    open_to(near, baby)
    open_to(far, baby)
    Closure.unscoped.create(
        child=baby.person, because="An office.", team_id=near.team_id, agency_id=near.agency_id
    )
    assert (sees(near, baby), sees(far, baby)) == (False, True)


def test_a_closure_that_has_ended_or_was_lifted_closes_nothing() -> None:
    actor, baby = an_actor(), a_baby()
    open_to(actor, baby)
    closure = Closure.unscoped.create(
        child=baby.person, professional_id=actor.id, because="Was.", to_on=clock.today() - DAY
    )
    assert sees(actor, baby)
    Closure.unscoped.filter(pk=closure.pk).update(to_on=None, reopened_at=clock.now())
    assert sees(actor, baby)


def test_a_closure_holds_in_every_role_of_the_professional() -> None:
    baby, person = a_baby(), a_professional()
    worker = an_actor("social_care", professional=person)
    lead = an_actor("social_care", "safeguarding_lead", professional=person)
    open_to(worker, baby)
    Closure.unscoped.create(child=baby.person, professional=person, because="Sister of the mother.")
    assert not sees(worker, baby)
    assert not sees(lead, baby)


def test_staff_cannot_open_their_own_familys_record_nor_a_baby_that_comes_later() -> None:
    actor, me, baby, later = an_actor(), an_adult(), a_baby(), a_baby("Sky")
    open_to(actor, baby)
    open_to(actor, later)
    StaffPerson.unscoped.create(professional_id=actor.id, person=me, recorded_by="test")
    assert sees(actor, baby)
    NetworkMember.unscoped.create(
        child=baby.person, person=me, through="grandparent", until=clock.today() - DAY
    )
    assert not sees(actor, baby)
    assert sees(actor, later)
    NetworkMember.unscoped.create(child=later.person, person=me, through="mother")
    assert not sees(actor, later)


def test_a_sealed_baby_opens_to_the_lead_social_workers_team_and_to_nobody_else() -> None:
    baby = a_baby(sealed=True)
    an_open_matter(baby)
    for sector in ("midwifery", "health_visiting"):
        involved = an_actor(sector)
        open_to(involved, baby)
        assert not sees(involved, baby), sector
    holding = an_actor("social_care")
    open_to(holding, baby)
    assert sees(holding, baby)
    assert sees(an_actor("social_care", "team_manager"), baby)
    for role in set(ROLES) - {"practitioner", "team_manager"}:
        assert not sees(an_actor("social_care", role), baby), role


def test_another_part_than_the_lead_social_workers_does_not_open_a_sealed_baby() -> None:
    baby, actor = a_baby(sealed=True), an_actor("social_care")
    open_to(actor, baby)
    Involvement.unscoped.update(part="other")
    assert not sees(actor, baby)


def test_a_baby_closed_to_daily_view_opens_to_leads_and_auditors_only() -> None:
    baby = a_baby(closed_on=clock.today())
    actor = an_actor()
    open_to(actor, baby)
    assert not sees(actor, baby)
    assert sees(an_actor(role="safeguarding_lead"), baby)
    assert sees(an_actor(role="auditor"), baby)


def test_a_baby_whose_records_were_joined_to_anothers_has_no_page_of_its_own() -> None:
    actor, baby, twin = an_actor(), a_baby(), a_baby("Sky")
    open_to(actor, baby)
    Person.unscoped.filter(pk=baby.pk).update(joined_to=twin.person)
    assert not sees(actor, baby)


def test_a_stranger_cannot_tell_the_baby_exists() -> None:
    actor, baby = an_actor(), a_baby()
    told = []
    for child in (baby.pk, uuid.uuid4(), str(baby.pk), "not-an-id"):
        with (
            CaptureQueriesContext(
                connection,
            ) as queries,
            pytest.raises(Unfindable) as raised,
        ):
            find_open(actor, child)
        reads = [query["sql"] for query in queries if query["sql"].startswith("SELECT")]
        told.append((str(raised.value), raised.value.what, raised.value.next_step))
        assert len(reads) <= 1
    assert len(set(told)) == 1
    assert {str(may_open(actor, child).because) for child in (baby.pk, uuid.uuid4())} == {told[0][1]}


def test_a_refused_attempt_is_in_the_ledger_with_the_child_that_was_asked_for() -> None:
    actor, baby = an_actor(), a_baby()
    with pytest.raises(Unfindable):
        find_open(actor, baby.pk)
    entry = LedgerEntry.ledger.get(outcome="refused")
    assert (entry.event, entry.actor_id) == ("baby.looked", actor.id)
    assert LedgerChild.ledger.get(entry=entry).child_id == baby.pk


@pytest.mark.parametrize("role", [role for role in ROLES if role not in SEES_NO_CHILD])
def test_the_scope_is_one_query_however_many_babies(role: str) -> None:
    actor = an_actor("social_care", role)
    for number in range(7):
        baby = a_baby(f"Ash{number}")
        open_to(actor, baby)
        an_open_matter(baby)
    with CaptureQueriesContext(connection) as queries:
        assert len(list(babies_seen_by(actor))) == 7
    assert len(queries) == 1


def test_what_is_open_on_a_baby_is_the_widest_matter_of_the_day() -> None:
    baby = a_baby()
    assert openness_of(baby.pk) == "universal"
    an_open_matter(baby, "help", since=20)
    assert openness_of(baby.pk) == "help"
    an_open_matter(baby, "concern", since=10, until=2)
    today = clock.today()
    assert openness_of(baby.pk) == "help"
    assert openness_of(str(baby.pk), today - 2 * DAY) == "concern"
    assert openness_of(baby.pk, today - 10 * DAY) == "concern"
    assert openness_of(baby.pk, today - 11 * DAY) == "help"
    assert openness_of(baby.pk, today - 21 * DAY) == "universal"


def test_the_openness_of_many_babies_is_one_query() -> None:
    babies = [a_baby(f"Ash{number}") for number in range(5)]
    an_open_matter(babies[3])
    with CaptureQueriesContext(connection) as queries:
        found = openness_of_each(baby.pk for baby in babies)
    assert len(queries) == 1
    assert [found[baby.pk] for baby in babies] == ["universal"] * 3 + ["concern", "universal"]


def test_a_lead_may_open_sealed_entries_of_the_agency_and_a_practitioner_restricted_ones() -> None:
    baby = a_baby()
    worker, lead = an_actor(), an_actor(role="safeguarding_lead")
    assert levels_open_to(worker, baby.pk) == -1
    open_to(worker, baby)
    assert levels_open_to(worker, baby.pk) == 1
    assert levels_open_to(lead, baby.pk) == 2
    assert level_at(IMPORT, "concern") == -1
