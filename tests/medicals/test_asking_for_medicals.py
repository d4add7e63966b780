"""A medical is asked of a role, once, with an entry and a clock; and who may ask and read it."""

from __future__ import annotations

import datetime as dt

import pytest
from medical_world import Place, accepting, clock_of, entry_of, said_of

from factories import a_baby, a_partnership, a_team, an_actor, an_adult, an_agency, open_to
from sightline.access.models import Closure, Notice
from sightline.access.scope import babies_seen_by
from sightline.agencies.models import Assignment
from sightline.chronology.actions import correct, withdraw
from sightline.chronology.actions.recording import next_version, store
from sightline.clocks.queries import due_for
from sightline.concerns.referring import send_referral
from sightline.concerns.written import Written, WrittenChild
from sightline.core import clock
from sightline.core.errors import Refused, SightlineError, Unfindable
from sightline.core.steps import Overtaken
from sightline.core.unit import unit
from sightline.medicals.accepting import accept_medical, decline_medical
from sightline.medicals.asking import request_medical, withdraw_medical
from sightline.medicals.models import Medical, MedicalAdult
from sightline.medicals.queries import (
    examining_agencies,
    find_medical,
    of_child,
    over,
    seen_by,
    sees_request,
    waiting,
)
from sightline.people.models import Baby

pytestmark = pytest.mark.django_db


def test_a_request_is_an_entry_and_a_clock_of_the_examiners_at_once(place: Place) -> None:
    medical = place.asked()
    said, entry, due = said_of(medical), entry_of(medical), clock_of(medical, "medical_accepted")
    assert (said.requested_on, said.outcome, said.police_present) == (clock.today(), None, None)
    assert (entry.sensitivity, entry.happened_to, entry.agency_id) == (
        "restricted", None, place.worker.agency_id,
    )  # fmt: skip
    assert (due.owner_role, due.owner_agency_id, due.owner_professional_id) == (
        "examiner", place.examiner.agency_id, None,
    )  # fmt: skip
    assert due.due_at - due.started_at == dt.timedelta(hours=4)
    assert due.is_risk
    assert list(due_for(place.examiner, "mine")) == [due]
    assert Notice.unscoped.filter(professional_id=place.examiner.id).count() == 1


def test_only_what_cannot_wait_is_a_risk_tonight(place: Place) -> None:
    assert not clock_of(place.asked(urgency="planned"), "medical_accepted").is_risk


@pytest.mark.parametrize(
    ("gap", "fault"),
    [
        ("why", "Say why you ask"),
        ("questions", "which questions"),
        ("urgency", "how soon"),
        ("where_now", "where the child is"),
        ("who_may_consent", "who may consent"),
        ("call_back", "rung back"),
    ],
)
def test_what_is_missing_is_named_and_nothing_is_sent(place: Place, gap: str, fault: str) -> None:
    with pytest.raises(SightlineError, match=fault):
        place.asked(**{gap: " "})
    assert not Medical.unscoped.exists()


def test_an_agency_without_an_examiner_today_is_not_asked(place: Place) -> None:
    Assignment.unscoped.filter(role="examiner").update(to_on=clock.today() - dt.timedelta(days=1))
    assert not examining_agencies(place.baby.partnership).exists()
    with pytest.raises(SightlineError, match="Nobody is an examiner"):
        place.asked()
    Assignment.unscoped.filter(role="examiner").update(to_on=clock.today())
    assert place.asked().state == "asked"


def test_an_agency_of_another_partnership_is_not_asked(place: Place) -> None:
    far = an_agency("hospital", "far-hospital", a_partnership("farshire"))
    an_actor("hospital", "examiner", team=a_team(far))
    with pytest.raises(SightlineError, match="another partnership"):
        place.asked(to_agency=far)


def test_pressed_twice_it_is_asked_once_and_another_request_is_told_of_it(place: Place) -> None:
    first = place.asked()
    assert place.asked() == first
    assert Medical.unscoped.count() == 1
    with pytest.raises(Overtaken, match="already asked"):
        place.asked(why="Something else.")


def test_after_it_is_declined_it_may_be_asked_again(place: Place) -> None:
    first = place.asked()
    decline_medical(place.examiner, first, "No examiner is free before Friday.")
    assert place.asked() != first


def test_adults_are_named_from_the_record_and_in_words(place: Place) -> None:
    lee = an_adult("Lee", "Askew")
    medical = place.asked(adults=(lee,), somebody_else="A man called Dan")
    rows = MedicalAdult.unscoped.filter(of=medical).order_by("id")
    assert [(row.person, row.words) for row in rows] == [(lee, ""), (None, "A man called Dan")]


@pytest.mark.parametrize(
    ("sector", "role", "asks"),
    [
        ("social_care", "practitioner", True),
        ("social_care", "front_door_worker", True),
        ("social_care", "emergency_duty_worker", True),
        ("police", "safeguarding_lead", True),
        ("health_visiting", "practitioner", False),
        ("social_care", "auditor", False),
        ("social_care", "conference_chair", False),
    ],
)
def test_whose_role_asks_is_in_the_policy(place: Place, sector: str, role: str, asks: bool) -> None:
    actor = an_actor(sector, role, team=a_team(an_agency(sector)))
    open_to(actor, place.baby)
    if asks:
        assert request_medical(actor, place.asking()).state == "asked"
    else:
        with pytest.raises(Refused):
            request_medical(actor, place.asking())


def test_nobody_asks_about_a_baby_whose_page_is_not_open(place: Place) -> None:
    stranger = an_actor("social_care", team=a_team(an_agency("social_care", "other-care")))
    with pytest.raises(Refused):
        request_medical(stranger, place.asking())


def _referred(place: Place, baby: Baby) -> Written:
    return Written(
        (WrittenChild(baby.person),), "A bruise.", "no", "At home", "01632 960 200", is_urgent=True
    )


def test_a_referral_of_another_child_is_not_where_it_comes_from(place: Place) -> None:
    an_actor("social_care", "front_door_worker")
    other = a_baby("Noor", "Hale")
    open_to(place.worker, other)
    referral = send_referral(place.worker, _referred(place, other)).children.get()
    with pytest.raises(Refused):
        place.asked(referral=referral)
    own = send_referral(place.worker, _referred(place, place.baby)).children.get()
    assert place.asked(referral=own).sensitivity == "restricted"


def test_it_is_never_less_restricted_than_the_referral_that_it_comes_from(place: Place) -> None:
    an_actor("social_care", "front_door_worker")
    referral = send_referral(place.worker, _referred(place, place.baby)).children.get()
    with unit():
        store(next_version(place.worker, referral.entry_root, None, None, "sealed"))
    assert place.asked(referral=referral).sensitivity == "sealed"


def test_the_request_gives_the_examiners_itself_and_never_the_page(place: Place) -> None:
    medical = place.asked()
    assert find_medical(place.examiner, medical.pk) == medical
    assert list(waiting(place.examiner)) == [medical]
    assert sees_request(place.examiner, medical)
    assert not babies_seen_by(place.examiner, among=[place.baby.pk]).exists()
    assert of_child(place.examiner, place.baby.pk) == []


@pytest.mark.parametrize(
    ("sector", "role", "code"),
    [
        ("hospital", "practitioner", "hospital"),
        ("hospital", "safeguarding_lead", "hospital"),
        ("hospital", "examiner", "other-hospital"),
        ("health_visiting", "practitioner", "health_visiting"),
        ("social_care", "partnership_officer", "social_care"),
        ("social_care", "administrator", "social_care"),
    ],
)
def test_others_cannot_tell_that_there_is_one(place: Place, sector: str, role: str, code: str) -> None:
    medical = place.asked()
    other = an_actor(sector, role, team=a_team(an_agency(sector, code), "Elsewhere"))
    assert not seen_by(other).exists()
    with pytest.raises(Unfindable):
        find_medical(other, medical.pk)


def test_whoever_may_read_what_is_restricted_on_the_page_reads_it(place: Place) -> None:
    medical = place.asked()
    officer = an_actor("health_visiting", name="Ruth Adeyemi")
    open_to(officer, place.baby)
    with pytest.raises(Unfindable):
        find_medical(officer, medical.pk)
    auditor = an_actor("social_care", "auditor", team=a_team(an_agency("social_care")))
    open_to(auditor, place.baby)
    assert bool(of_child(auditor, place.baby.pk)) == babies_seen_by(auditor, among=[place.baby.pk]).exists()


def test_a_record_closed_to_an_examiner_is_not_opened_by_the_request(place: Place) -> None:
    medical = place.asked()
    Closure.unscoped.create(
        child=place.baby.person,
        professional_id=place.examiner.id,
        because="A relative.",
        closed_by="test",
    )
    with pytest.raises(Unfindable):
        find_medical(place.examiner, medical.pk)
    with pytest.raises(Refused):
        accept_medical(place.examiner, medical, accepting())


def test_a_sealed_baby_is_not_opened_by_the_request(place: Place) -> None:
    medical = place.asked()
    Baby.unscoped.filter(pk=place.baby.pk).update(sealed=True)
    assert not seen_by(place.examiner).exists()
    with pytest.raises(Unfindable):
        find_medical(place.examiner, medical.pk)


def test_after_it_is_over_the_examiners_keep_their_own_record_and_not_the_request(place: Place) -> None:
    medical = place.finished()
    assert list(over(place.examiner)) == [medical]
    assert not sees_request(place.examiner, medical)
    assert sees_request(place.worker, medical)


def test_a_request_taken_back_is_no_longer_the_examiners(place: Place) -> None:
    medical = withdraw_medical(place.worker, place.asked(), "Seen by the ward already.")
    with pytest.raises(Unfindable):
        find_medical(place.examiner, medical.pk)
    assert find_medical(place.worker, medical.pk).because == "Seen by the ward already."
    assert entry_of(medical).withdrawn
    assert clock_of(medical, "medical_accepted").state == "stopped"


def test_it_is_not_taken_back_without_a_reason_or_by_the_examiners(place: Place) -> None:
    medical = place.asked()
    with pytest.raises(SightlineError, match="why you take it back"):
        withdraw_medical(place.worker, medical, " ")
    with pytest.raises(Refused):
        withdraw_medical(place.examiner, medical, "Not ours.")


def test_the_entry_changes_with_the_medical_and_not_by_hand(place: Place) -> None:
    entry = entry_of(place.asked())
    with pytest.raises(Refused):
        correct(place.worker, entry, note="Something else.")
    with pytest.raises(Refused):
        withdraw(place.worker, entry, "A mistake.")
