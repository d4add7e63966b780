"""What follows a referral is challenged by whom it concerns, and by nobody who may not see it."""

from __future__ import annotations

import datetime as dt

import pytest

from disputing import Dispute, a_dispute, written
from factories import an_actor, an_agency, open_to
from sightline.challenge.matters import find_matter
from sightline.challenge.queries import find_challenge
from sightline.challenge.raising import raise_challenge
from sightline.core.errors import Refused, Unfindable
from sightline.medicals.asking import request_medical
from sightline.medicals.written import Asking as AskingMedical
from sightline.sharing.asking import ask_agencies
from sightline.sharing.said import Asking as AskingAgencies
from sightline.strategy.answering import refuse_request
from sightline.strategy.requesting import request_discussion
from sightline.strategy.written import Asking

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(a_monday: dt.date) -> Dispute:
    return a_dispute(decision="")


def test_a_nursery_challenges_the_refusal_of_a_strategy_discussion(case: Dispute) -> None:
    nursery = an_actor("nursery")
    open_to(nursery, case.baby)
    asked = request_discussion(nursery, Asking(case.baby.person, "A second mark.", "not_known", "01632"))
    assert find_matter(nursery, "strategy_request", asked.pk).about.endswith("asked for, not answered")
    refuse_request(case.doors_manager, asked, "The account fits.", "A visit.")
    matter = find_matter(nursery, "strategy_request", asked.pk)
    assert matter.about == f"Request {asked.reference} for a strategy discussion: refused"
    challenge = raise_challenge(nursery, matter, matter.challenged[0], written())
    assert challenge.with_agency.sector == "social_care"
    assert str(challenge.with_professional_id) == case.doors_manager.id
    assert find_challenge(case.doors_manager, challenge.pk) == challenge
    theirs = find_matter(case.doors_manager, "strategy_request", asked.pk)
    assert theirs.challenged[0].agency.sector == "nursery"
    with pytest.raises(Unfindable):
        find_matter(an_actor("nursery", team=None), "strategy_request", case.baby.pk)


def test_silence_about_a_request_for_information_is_challenged_by_the_front_door(case: Dispute) -> None:
    lead = an_actor("gp", "safeguarding_lead")
    [asked] = ask_agencies(
        case.door,
        case.referred,
        [an_agency("gp")],
        AskingAgencies("What do you hold?", "A bruise."),
        lambda token: token,
    )
    matter = find_matter(case.door, "information_request", asked.pk)
    assert matter.challenged[0].agency.sector == "gp"
    challenge = raise_challenge(case.door, matter, matter.challenged[0], written())
    assert find_challenge(lead, challenge.pk) == challenge
    theirs = find_matter(lead, "information_request", asked.pk)
    assert theirs.challenged[0].agency.sector == "social_care"
    with pytest.raises(Refused):
        raise_challenge(lead, theirs, theirs.challenged[0], written())
    with pytest.raises(Unfindable):
        find_matter(an_actor("police", "safeguarding_lead"), "information_request", asked.pk)


def test_a_medical_is_challenged_and_its_challenge_is_as_restricted(case: Dispute) -> None:
    worker, examiner = an_actor("social_care"), an_actor("hospital", "examiner")
    open_to(worker, case.baby)
    asking = AskingMedical(
        child=case.baby.person,
        to_agency=an_agency("hospital"),
        why="A round bruise.",
        questions="Does the explanation fit?",
        urgency="today",
        where_now="At home.",
        who_may_consent="Her mother.",
        call_back="01632 960 300",
    )
    asked = request_medical(worker, asking)
    matter = find_matter(worker, "medical", asked.pk)
    assert (matter.challenged[0].agency.sector, matter.sensitivity) == ("hospital", asked.sensitivity)
    challenge = raise_challenge(worker, matter, matter.challenged[0], written())
    assert find_challenge(examiner, challenge.pk) == challenge
    assert challenge.stages.get().entry_root.sensitivity == asked.sensitivity
    with pytest.raises(Unfindable):
        find_matter(an_actor("police"), "medical", asked.pk)


@pytest.mark.parametrize(
    "process", ["strategy_request", "strategy_discussion", "medical", "information_request", "mark"]
)
def test_what_is_not_there_is_not_found(case: Dispute, process: str) -> None:
    for actor in (case.visitor, case.door, an_actor("gp")):
        with pytest.raises(Unfindable):
            find_matter(actor, process, case.baby.pk)
