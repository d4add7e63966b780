"""The front door asks several agencies at once: a role, not a person; each with its own clock."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from sharing_world import ASKING, GIVEN, Place, address, clock_of

from factories import a_partnership, a_team, an_actor, an_agency
from sightline.access.models import Closure, Notice
from sightline.access.scope import babies_seen_by
from sightline.agencies.models import Assignment, Cover, Professional
from sightline.clocks.climbing import climb
from sightline.concerns.referring import withdraw_referral
from sightline.core import clock
from sightline.core.actors import TICK
from sightline.core.errors import Refused, SightlineError, Unfindable
from sightline.core.steps import Overtaken
from sightline.people.models import Address, Baby, SourcePerson
from sightline.sharing.answering import answer_request
from sightline.sharing.asking import ask_agencies, chase, stop_request
from sightline.sharing.models import AskedAdult, Chase, InformationRequest, ShareDecision
from sightline.sharing.queries import asked_by_rule, asked_of, find_request, identity_of, waited_for

pytestmark = pytest.mark.django_db


def test_six_agencies_are_asked_at_once_each_with_its_own_clock(place: Place) -> None:
    sectors = ("midwifery", "gp", "hospital", "police", "housing", "probation")
    leads = [place.lead(sector) for sector in sectors]
    every = place.ask(*(an_agency(sector) for sector in sectors))
    assert [one.state for one in every] == ["asked"] * 6
    for lead, one in zip(leads, every, strict=True):
        due = clock_of(one)
        assert (due.owner_agency_id, due.owner_role) == (lead.agency_id, "safeguarding_lead")
        assert due.due_at == clock.end_of(clock.add_working_days(clock.today(), 1))
        assert list(asked_of(lead)) == [one]
        assert Notice.unscoped.filter(professional_id=lead.id).count() == 1
    assert ShareDecision.unscoped.filter(decision="shared", holder_id=place.door.agency_id).count() == 6
    assert waited_for(place.door).count() == 6


def test_an_urgent_request_is_due_in_hours_and_is_a_risk_tonight(place: Place) -> None:
    _, asked = place.asked("police", replace(ASKING, is_urgent=True))
    due = clock_of(asked)
    assert (due.rule, due.is_risk) == ("information_request_urgent", True)
    assert due.due_at - due.started_at == dt.timedelta(hours=4)


def test_pressed_twice_an_agency_is_asked_once(place: Place) -> None:
    _, first = place.asked("police")
    [again] = place.ask(an_agency("police"))
    assert again == first
    assert (InformationRequest.unscoped.count(), ShareDecision.unscoped.count()) == (1, 1)


def test_after_an_answer_the_agency_may_be_asked_again(place: Place) -> None:
    lead, first = place.asked("police")
    answer_request(lead, first, GIVEN)
    [second] = place.ask(an_agency("police"))
    assert second != first


@pytest.mark.parametrize(("gap", "fault"), [("what", "Say what you ask"), ("because", "Say why you ask")])
def test_what_and_why_are_said(place: Place, gap: str, fault: str) -> None:
    with pytest.raises(SightlineError, match=fault):
        place.ask(an_agency("police"), asking=replace(ASKING, **{gap: " "}))
    assert not InformationRequest.unscoped.exists()


def test_nobody_is_asked_without_an_agency_or_in_another_partnership(place: Place) -> None:
    with pytest.raises(SightlineError, match="at least one"):
        place.ask()
    elsewhere = an_agency("police", "far-police", a_partnership("farshire"))
    with pytest.raises(SightlineError, match="another partnership"):
        place.ask(elsewhere)


def test_only_the_front_door_that_was_referred_to_asks(place: Place) -> None:
    police = [an_agency("police")]
    for actor in (
        place.visitor,
        an_actor("police", "front_door_worker"),
        an_actor("social_care"),
        place.lead("social_care"),
    ):
        with pytest.raises(Refused):
            ask_agencies(actor, place.referred, police, ASKING, address)


def test_nobody_is_asked_about_a_referral_that_was_taken_back(place: Place) -> None:
    withdraw_referral(place.visitor, place.referred, "The wrong baby.")
    with pytest.raises(Refused, match="taken back"):
        place.ask(an_agency("police"))


def test_adults_are_named_by_the_record_or_in_words(place: Place) -> None:
    adults = replace(ASKING, adults=(place.baby.person,), others=("A lodger called Kit", " "))
    place.ask(an_agency("police"), asking=adults)
    assert set(AskedAdult.unscoped.values_list("words", flat=True)) == {"", "A lodger called Kit"}


def test_being_asked_opens_the_request_and_not_the_babys_page(place: Place) -> None:
    lead, asked = place.asked("housing")
    assert find_request(lead, asked.pk) == asked
    assert not babies_seen_by(lead, among=[place.baby.pk]).exists()


def test_the_wrong_agency_role_and_a_stranger_find_nothing(place: Place) -> None:
    _, asked = place.asked("housing")
    for actor in (
        place.lead("probation"),
        an_actor("housing"),
        an_actor("housing", "administrator"),
        place.visitor,
        an_actor("gp"),
    ):
        with pytest.raises(Unfindable):
            find_request(actor, asked.pk)
    with pytest.raises(Unfindable):
        find_request(place.door, place.baby.pk)


def test_a_temporary_lead_and_who_covers_the_lead_answer_too(place: Place) -> None:
    lead, asked = place.asked("police")
    locum = place.lead("police")
    Assignment.unscoped.filter(professional_id=locum.id).update(to_on=clock.today())
    colleague = an_actor("police", team=a_team(an_agency("police")))
    with pytest.raises(Unfindable):
        find_request(colleague, asked.pk)
    cover = Cover.unscoped.create(away_id=lead.id, covering_id=colleague.id, to_on=clock.today())
    for actor in (locum, colleague):
        assert find_request(actor, asked.pk) == asked
    answer_request(colleague, asked, GIVEN)
    Cover.unscoped.filter(pk=cover.pk).update(
        from_on=clock.today() - dt.timedelta(days=2), to_on=clock.today() - dt.timedelta(days=1)
    )
    with pytest.raises(Unfindable):
        find_request(colleague, asked.pk)


def test_who_covers_a_lead_of_another_agency_does_not_answer_for_it(place: Place) -> None:
    lead, asked = place.asked("police")
    outsider = an_actor("gp")
    Cover.unscoped.create(away_id=lead.id, covering_id=outsider.id, to_on=clock.today())
    with pytest.raises(Unfindable):
        find_request(outsider, asked.pk)


def test_a_lead_to_whom_the_record_is_closed_is_neither_told_nor_let_in(place: Place) -> None:
    lead, other = place.lead("police"), place.lead("police")
    Closure.unscoped.create(child=place.baby.person, professional_id=lead.id, because="Her sister.")
    [asked] = place.ask(an_agency("police"))
    assert asked.reached_by == "sightline"
    assert set(Notice.unscoped.values_list("professional_id", flat=True)) == {
        Professional.objects.get(pk=other.id).pk
    }
    with pytest.raises(Unfindable):
        find_request(lead, asked.pk)
    with pytest.raises(Refused):
        answer_request(lead, asked, GIVEN)


def test_a_sealed_baby_is_shown_to_nobody_who_was_asked(place: Place) -> None:
    lead, asked = place.asked("police")
    Baby.unscoped.filter(pk=place.baby.pk).update(sealed=True)
    with pytest.raises(Unfindable):
        find_request(lead, asked.pk)


def test_a_confidential_address_is_not_told_and_another_is(place: Place) -> None:
    lead, asked = place.asked("housing")
    source = SourcePerson.unscoped.filter(person=place.baby.person).first()
    assert source is not None
    home = Address.unscoped.create(source_person=source, lines="1 Fern Street", postcode="FE1 1AA")
    assert "1 Fern Street" in identity_of(lead, asked.child).address
    Address.unscoped.filter(pk=home.pk).update(confidential=True)
    assert identity_of(lead, asked.child).address == ""


def test_a_chase_is_kept_and_told_once_however_often_it_is_pressed(place: Place) -> None:
    lead, asked = place.asked("police")
    first = chase(place.door, asked, "We meet at three.", address)
    assert chase(place.door, asked, "We meet at three.", address) == first
    assert Notice.unscoped.filter(professional_id=lead.id).count() == 2
    with clock.at(clock.now() + dt.timedelta(hours=1)):
        chase(place.door, asked, "", address)
    assert Chase.unscoped.count() == 2
    with pytest.raises(Refused):
        chase(lead, asked, "", address)


def test_what_was_answered_is_not_chased(place: Place) -> None:
    lead, asked = place.asked("police")
    answer_request(lead, asked, GIVEN)
    with pytest.raises(Overtaken, match="already: information given"):
        chase(place.door, asked, "", address)


def test_silence_climbs_to_whoever_leads_there(place: Place) -> None:
    lead, asked = place.asked("police")
    with clock.at(clock_of(asked).due_at + dt.timedelta(minutes=1)):
        climb(TICK)
        told = Notice.unscoped.filter(professional_id=lead.id, words__startswith="Overdue")
        assert told.count() == 1


def test_a_request_is_taken_back_with_a_reason_and_only_once(place: Place) -> None:
    lead, asked = place.asked("police")
    with pytest.raises(SightlineError, match="Say why"):
        stop_request(place.door, asked, "")
    stop_request(place.door, asked, "They rang and told us.")
    assert clock_of(asked).state == "stopped"
    with pytest.raises(Overtaken):
        answer_request(lead, InformationRequest.unscoped.get(), GIVEN)
    with pytest.raises(Refused):
        stop_request(lead, asked, "Ours.")


def test_the_rule_asks_the_registered_surgery_and_who_knows_the_baby(place: Place) -> None:
    own, other = an_agency("gp", "own-gp"), an_agency("gp", "other-gp")
    nursery, stranger = an_agency("nursery", "her-nursery"), an_agency("nursery", "far-nursery")
    minds, police = an_agency("mental_health"), an_agency("police")
    SourcePerson.unscoped.create(
        agency=nursery, source_system="x", key="1", kind="baby", person=place.baby.person
    )
    Baby.unscoped.filter(pk=place.baby.pk).update(registered_gp=own)
    asked = set(asked_by_rule(place.referred))
    assert {own, nursery, police} <= asked
    assert not {other, stranger, minds} & asked
    place.ask(police)
    assert police not in asked_by_rule(place.referred)
