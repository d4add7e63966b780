"""Who holds a clock today, what the night knows and hands back, and the digest of the morning."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator

import pytest

from factories import a_baby, a_partnership, a_team, an_actor, an_agency, open_to
from sightline.access.models import Closure
from sightline.agencies.models import Assignment, Cover, DutyNumber, PolicySetting, Professional
from sightline.cli import working
from sightline.clocks.actions import explain_late, pause_clock
from sightline.clocks.digest import Digest, digest_of, send_digests
from sightline.clocks.handing_back import hand_back, handed_back_to, read_hand_back
from sightline.clocks.holding import held_by
from sightline.clocks.models import Clock, DigestDay, HandBack
from sightline.clocks.nights import front_doors, morning_after, on_duty_tonight, safeguarding_leads
from sightline.clocks.queries import due_for, named_to, seen_by, tonight
from sightline.clocks.running import Owner, start_clock, stop_clock
from sightline.core import clock, events
from sightline.core.actors import TICK, Actor
from sightline.core.errors import Refused, SightlineError
from sightline.core.events import DigestDue
from sightline.core.models import LedgerEntry
from sightline.core.steps import Overtaken
from sightline.core.unit import unit
from sightline.people.models import Baby

pytestmark = pytest.mark.django_db
MONDAY = dt.datetime(2026, 11, 23, 10, tzinfo=dt.UTC)


@pytest.fixture
def door() -> Actor:
    return an_actor("social_care", "front_door_worker", name="Dee Front")


@pytest.fixture
def night() -> Actor:
    team = a_team(an_agency("social_care"), "Emergency duty")
    return an_actor("social_care", "emergency_duty_worker", team=team, name="Grace Muir")


@pytest.fixture
def baby(door: Actor) -> Baby:
    found = a_baby("Marnie", "Askew")
    open_to(door, found)
    return found


def of_role(baby: Baby, role: str, *, rule: str = "referral_decision", **fields: object) -> Clock:
    """A clock of a role in social care, since ten on a Monday."""
    agency = an_agency(str(fields.pop("sector", "social_care")))
    known = {"partnership": baby.partnership, "child": baby.person, "started": MONDAY} | fields
    with unit():
        return start_clock(rule, "request", uuid.uuid4(), Owner(agency, role=role), **known)


def of_person(baby: Baby, actor: Actor) -> Clock:
    person = Professional.objects.get(pk=actor.id)
    team = a_team(an_agency(actor.sector))
    with unit():
        return start_clock(
            "strategy_request_reply", "request", uuid.uuid4(), Owner(team.agency, team, professional=person),
            partnership=baby.partnership, child=baby.person, started=MONDAY,
        )  # fmt: skip


def at(hours: float) -> object:
    return clock.at(MONDAY + dt.timedelta(hours=hours))


# Who holds it


def test_a_role_is_named_with_who_holds_it_today(baby: Baby, door: Actor) -> None:
    with at(1):
        assert held_by(of_role(baby, "front_door_worker")) == (
            "Front-door worker, Social Care (today Dee Front)"
        )
        for name in ("Eli Front", "Fay Front", "Gus Front"):
            an_actor("social_care", "front_door_worker", name=name)
        assert "today Dee Front, Eli Front and 2 others" in held_by(of_role(baby, "front_door_worker"))


def test_a_role_that_nobody_holds_says_so(baby: Baby) -> None:
    assert held_by(of_role(baby, "conference_chair")) == (
        "Conference chair, Social Care (today nobody holds this role)"
    )


def test_what_the_front_door_holds_is_the_nights_outside_working_hours(
    baby: Baby, door: Actor, night: Actor
) -> None:
    held = of_role(baby, "front_door_worker")
    with at(1):
        assert "Dee Front" in held_by(held)
    with at(10):
        assert held_by(held) == ("Front-door worker, Social Care (now the emergency duty team: Grace Muir)")


def test_cover_is_named_and_somebody_who_left_is_not_said_to_hold_anything(baby: Baby, door: Actor) -> None:
    held = of_person(baby, door)
    colleague = an_actor("social_care", name="Lin Farrow")
    with at(1):
        assert held_by(held) == "Dee Front, Team One"
        Cover.unscoped.create(
            away_id=door.id, covering_id=colleague.id, from_on=MONDAY.date(), to_on=dt.date(2026, 11, 27)
        )
        assert held_by(held) == "Lin Farrow, covering for Dee Front until 27 November, Team One"
        Cover.unscoped.all().delete()
        Assignment.unscoped.filter(professional_id=door.id).update(to_on=dt.date(2026, 11, 22))
        assert held_by(held) == "Team One: nobody by name, Dee Front holds no role there today"


# An agency that is asked without having the page


def test_what_is_asked_of_a_role_is_on_its_list_though_the_page_is_not_open(baby: Baby) -> None:
    lead = an_actor("police", "safeguarding_lead")
    asked = of_role(baby, "safeguarding_lead", sector="police", rule="information_request")
    assert list(due_for(lead, "mine")) == [asked]
    assert named_to(lead, [asked]) == {}
    assert not seen_by(an_actor("police", "practitioner")).exists()
    with unit():
        stop_clock("request", asked.process_id, because="Answered by telephone.")
    assert not seen_by(lead).exists()


def test_a_record_that_is_closed_to_somebody_is_on_no_list_of_theirs(baby: Baby, night: Actor) -> None:
    lead = an_actor("police", "safeguarding_lead")
    asked = of_role(baby, "safeguarding_lead", sector="police", is_risk=True)
    assert list(tonight(night)) == [asked]
    for actor in (lead, night):
        Closure.unscoped.create(
            child=baby.person, professional_id=actor.id, because="Family", from_on=dt.date(2020, 1, 1)
        )
    assert not due_for(lead, "mine").exists()
    assert not tonight(night).exists()


def test_a_manager_of_an_asked_agency_answers_for_its_clock(baby: Baby) -> None:
    lead = an_actor("police", "safeguarding_lead")
    asked = of_role(baby, "safeguarding_lead", sector="police", rule="information_request")
    with at(72):
        explain_late(lead, asked, "The archive was closed.")
    assert Clock.unscoped.get().late_because == "The archive was closed."


# The night


def test_the_night_is_for_the_duty_team_and_the_front_door_of_the_partnership(
    baby: Baby, night: Actor, door: Actor
) -> None:
    risk = of_role(baby, "front_door_worker", is_risk=True)
    elsewhere = a_partnership("farshire")
    far = an_actor(team=a_team(an_agency("social_care", "far", elsewhere)), role="emergency_duty_worker")
    assert list(tonight(night)) == [risk] == list(tonight(door))
    for other in (far, an_actor("social_care"), an_actor("social_care", "safeguarding_lead")):
        assert not tonight(other).exists()


def test_the_morning_is_when_the_day_team_is_next_back(baby: Baby) -> None:
    def begins(instant: dt.datetime) -> str:
        return f"{morning_after('northshire', instant).astimezone(clock.LONDON):%a %d %H:%M}"

    friday_night = dt.datetime(2026, 11, 27, 23, tzinfo=dt.UTC)
    assert begins(friday_night) == "Mon 30 08:30"
    assert begins(dt.datetime(2026, 11, 24, 3, tzinfo=dt.UTC)) == "Tue 24 08:30"
    assert begins(MONDAY) == "Tue 24 08:30"
    PolicySetting.unscoped.create(
        partnership=baby.partnership, name="duty_day_begins", value="09:00", from_on=dt.date(2026, 11, 28),
        source="Our board", set_by="system:test",
    )  # fmt: skip
    assert begins(friday_night) == "Mon 30 09:00"


def test_every_number_of_the_night_is_there_and_an_agency_without_a_lead_is_named(
    door: Actor, night: Actor
) -> None:
    DutyNumber.unscoped.create(
        partnership=a_partnership(), purpose="mark", hours="night", name="the ward", telephone="01632 960 001"
    )
    Professional.objects.filter(pk=night.id).update(telephone="01632 960 002")
    lead = an_actor("police", "safeguarding_lead", name="Pat Lead")
    Professional.objects.filter(pk=lead.id).update(telephone="01632 960 003")
    assert [(one.name, one.telephone) for one in on_duty_tonight("northshire")] == [
        ("Grace Muir", "01632 960 002")
    ]
    assert "01632 960 001" in {one.telephone for one in front_doors("northshire")}
    leads = {one.of: (one.name, one.telephone) for one in safeguarding_leads("northshire")}
    assert leads["Police"] == ("Pat Lead", "01632 960 003")
    assert leads["Social Care"][0] == "No safeguarding lead today"


def test_what_the_night_hands_back_is_on_the_days_list_until_it_is_read(
    baby: Baby, night: Actor, door: Actor
) -> None:
    risk = of_role(baby, "front_door_worker", is_risk=True)
    with pytest.raises(SightlineError, match="Say what the day team must know"):
        hand_back(night, risk, " ")
    note = hand_back(night, risk, "Seen at home at two, asleep. Ring the aunt.")
    assert hand_back(night, risk, "Seen at home at two, asleep. Ring the aunt.") == note
    manager = an_actor("social_care", "front_door_manager")
    with unit():
        stop_clock("request", risk.process_id, because="Decided in the night.")
    assert handed_back_to(door) == [note] == handed_back_to(manager)
    assert not handed_back_to(an_actor("social_care"))
    assert not handed_back_to(an_actor("police", "safeguarding_lead"))
    read_hand_back(door, note)
    assert not handed_back_to(manager)
    with pytest.raises(Overtaken, match="colleague has read"):
        read_hand_back(manager, note)
    assert str(HandBack.unscoped.get().read_by_id) == door.id


def test_only_the_duty_team_hands_back_and_only_what_is_a_risk(baby: Baby, night: Actor, door: Actor) -> None:
    calm, risk = of_role(baby, "front_door_worker"), of_role(baby, "front_door_worker", is_risk=True)
    with pytest.raises(Refused, match="emergency duty team"):
        hand_back(door, risk, "Done.")
    with pytest.raises(Refused, match="not among"):
        hand_back(night, calm, "Done.")
    note = hand_back(night, risk, "Done.")
    with pytest.raises(Refused, match="somebody else"):
        read_hand_back(an_actor("police", "team_manager"), note)


# The digest


@pytest.fixture
def told() -> Iterator[list[DigestDue]]:
    heard: list[DigestDue] = []
    events.subscribe(DigestDue, heard.append)
    yield heard
    events._subscribers[DigestDue].remove(heard.append)


def test_a_digest_counts_what_stands_on_the_persons_own_list(baby: Baby, door: Actor) -> None:
    person = Professional.objects.get(pk=door.id)
    assert not digest_of(person)
    late = of_role(baby, "front_door_worker", started=MONDAY - dt.timedelta(days=10))
    of_role(baby, "front_door_worker", started=MONDAY - dt.timedelta(days=3))
    of_role(baby, "front_door_worker")
    of_role(baby, "front_door_worker", rule="conference")
    of_role(a_baby("Not", "Open"), "conference_chair")
    manager = an_actor("social_care", "front_door_manager")
    with at(0.1):
        assert digest_of(person) == Digest(overdue=1, today=1, week=1)
        pause_clock(manager, late, "Abroad.")
        assert digest_of(person) == Digest(overdue=0, today=1, week=1)


def test_a_clock_counts_once_for_a_person_of_two_roles(baby: Baby, door: Actor) -> None:
    person = Professional.objects.get(pk=door.id)
    an_actor("social_care", professional=person, team=a_team(an_agency("social_care"), "Team Two"))
    of_person(baby, door)
    with at(0.1):
        assert digest_of(person) == Digest(week=1)


def test_digests_are_told_once_a_working_day_when_the_day_has_begun(
    baby: Baby, door: Actor, told: list[DigestDue]
) -> None:
    an_actor("social_care", "conference_chair")
    of_role(baby, "front_door_worker")
    for hours, heard in ((-3, 0), (0.1, 1), (1, 1), (24, 2), (24 * 5, 2), (24 * 7, 3)):
        with at(hours):
            working._send_digests()
        assert len(told) == heard, hours
    assert told[0] == DigestDue(uuid.UUID(door.id), overdue=0, today=0, week=1)
    assert (told[1].today, told[2].overdue) == (1, 1)
    assert DigestDay.unscoped.count() == 3
    assert LedgerEntry.ledger.filter(event="digests.sent").count() == 3


def test_a_digest_that_cannot_be_told_is_told_the_next_time(
    baby: Baby, door: Actor, told: list[DigestDue]
) -> None:
    of_role(baby, "front_door_worker")

    def fails(event: DigestDue) -> None:
        raise SightlineError("No room.")

    events.subscribe(DigestDue, fails)
    with at(0.1), pytest.raises(SightlineError):
        send_digests(TICK)
    events._subscribers[DigestDue].remove(fails)
    assert not DigestDay.unscoped.exists()
    told.clear()
    with at(0.2):
        assert send_digests(TICK) == 1 == len(told)


def test_only_the_system_sends_digests(door: Actor) -> None:
    with at(0.1), pytest.raises(Refused):
        send_digests(door)
