"""A mark goes step by step to an outcome, never past an opinion, and once when two press at once."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction
from marks_world import (
    PARENTS,
    World,
    a_world,
    asked,
    discuss,
    examined,
    hospital,
    refer,
    seen,
    to_be_closed,
    with_opinion,
)

from factories import a_partnership, an_actor, an_agency
from sightline.access.models import Closure, Notice
from sightline.access.scope import may_open
from sightline.chronology.actions import correct
from sightline.chronology.actions.outcomes import latest_of
from sightline.chronology.kinds import Medical
from sightline.chronology.models import details_of
from sightline.clocks.models import Clock
from sightline.core import clock
from sightline.core.errors import Refused, SightlineError, Unfindable
from sightline.core.steps import Overtaken
from sightline.marks.deciding import close, decide, tell_referrer
from sightline.marks.examining import give_opinion, request_opinion, take_second_opinion
from sightline.marks.hindering import answer_hindrance, write_hindrance
from sightline.marks.models import Sighting
from sightline.marks.queries import find_sighting, marks_before, seen_by
from sightline.marks.telling_parents import ToParents, answer_parents
from sightline.people.models import Baby

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return a_world()


def clock_of(one: Sighting, rule: str) -> Clock:
    return Clock.unscoped.filter(process="mark", process_id=one.pk, rule=rule).latest("started_at")


def medical(one: Sighting) -> Medical:
    assert one.medical_entry is not None
    entry = latest_of(one.medical_entry)
    said = details_of([entry])[entry.pk]
    assert isinstance(said, Medical)
    return said


def test_the_whole_way_ends_closed_with_every_clock_ended(world: World) -> None:
    one = to_be_closed(world)
    close(world.door, one)
    assert one.state == "closed"
    assert not Clock.unscoped.filter(process="mark", state="running").exists()
    assert Notice.unscoped.filter(professional_id=world.visitor.id).count() >= 2


def test_asking_opens_it_to_the_examiners_of_that_agency_and_to_no_other(world: World) -> None:
    one = seen(world)
    refer(world.visitor, world.baby)
    one.refresh_from_db()
    elsewhere = an_actor("gp", "examiner")
    with pytest.raises(Unfindable):
        find_sighting(elsewhere, one.pk)
    request_opinion(world.visitor, one, hospital(world), "")
    assert find_sighting(world.examiner, one.pk) == one
    assert list(marks_before(world.examiner)) == [one]
    assert Notice.unscoped.filter(professional_id=world.examiner.id).exists()
    with pytest.raises(Unfindable):
        find_sighting(elsewhere, one.pk)
    with pytest.raises(Unfindable):
        find_sighting(an_actor("hospital"), one.pk)


def test_an_agency_of_another_partnership_is_not_asked(world: World) -> None:
    one = seen(world)
    refer(world.visitor, world.baby)
    one.refresh_from_db()
    far = an_agency("hospital", "far", a_partnership("southshire"))
    with pytest.raises(SightlineError, match="not of this partnership"):
        request_opinion(world.visitor, one, far, "")


def test_nobody_is_asked_before_it_is_referred(world: World) -> None:
    one = seen(world)
    with pytest.raises(Overtaken, match="not yet referred"):
        request_opinion(world.visitor, one, hospital(world), "")


def test_the_opinion_is_the_outcome_of_the_medical_that_was_asked_for(world: World) -> None:
    one = asked(world)
    assert medical(one) == Medical(requested_on=clock.today())
    give_opinion(world.examiner, one, examined())
    one.refresh_from_db()
    assert (medical(one).outcome, one.state) == ("inconclusive", "examined")
    assert clock_of(one, "mark_examined").state == "met"
    assert clock_of(one, "mark_discussed").state == "running"
    assert one.medical_entry is not None
    with pytest.raises(Refused):
        correct(world.visitor, latest_of(one.medical_entry), Medical(outcome="accidental"))


def test_a_medical_cause_stands_with_the_mark_and_no_other_opinion_does(world: World) -> None:
    one = with_opinion(world)
    root = one.marks.get().entry_root
    assert getattr(details_of([latest_of(root)])[latest_of(root).pk], "medical_cause", 0) is None
    give_opinion(world.examiner, one, examined(outcome="medical_cause", words="A blue-grey spot."))
    assert getattr(details_of([latest_of(root)])[latest_of(root).pk], "medical_cause", 0) is True
    assert one.opinions.count() == 2


def test_who_is_not_the_examiner_enters_it_in_that_name(world: World) -> None:
    one = asked(world)
    with pytest.raises(Refused, match="examiner"):
        give_opinion(world.visitor, one, examined())
    entered = give_opinion(world.door, one, examined())
    assert (entered.examiner, entered.entered_by, entered.by_examiner) == ("Nia Rees", "Dee Front", False)


@pytest.mark.parametrize("field", ["examiner", "grade", "findings", "outcome", "words"])
def test_an_opinion_lacks_nothing(world: World, field: str) -> None:
    one = asked(world)
    with pytest.raises(SightlineError):
        give_opinion(world.examiner, one, examined(**{field: " "}))
    one.refresh_from_db()
    assert one.state == "requested"


def test_an_examination_is_neither_before_the_mark_nor_to_come(world: World) -> None:
    one = asked(world)
    for wrong in (one.seen_at - dt.timedelta(seconds=1), clock.now() + dt.timedelta(minutes=5)):
        with pytest.raises(SightlineError, match="after the mark was seen"):
            give_opinion(world.examiner, one, examined(examined_at=wrong))
    assert give_opinion(world.examiner, one, examined(examined_at=one.seen_at)).pk


def test_a_second_opinion_is_named_reasoned_and_the_front_doors(world: World) -> None:
    one = asked(world)
    reasoned = examined(grade="other_doctor", because="No paediatrician before Monday.")
    with pytest.raises(SightlineError, match="why no paediatrician"):
        take_second_opinion(world.door, one, examined())
    with pytest.raises(Refused):
        take_second_opinion(world.visitor, one, reasoned)
    take_second_opinion(world.door, one, reasoned)
    one.refresh_from_db()
    assert one.state == "examined"
    assert medical(one).outcome is None


def test_two_opinions_at_once_are_two_opinions_and_one_step(world: World) -> None:
    one = asked(world)
    stale = Sighting.unscoped.get(pk=one.pk)
    give_opinion(world.examiner, one, examined())
    give_opinion(world.examiner, stale, examined(words="The blood tests are back."))
    one.refresh_from_db()
    assert (one.state, one.opinions.count()) == ("examined", 2)
    with pytest.raises(Overtaken):
        take_second_opinion(world.door, one, examined(because="None was free."))


@pytest.mark.parametrize(
    "said", [{"examiner": " "}, {"sectors": ["gp"]}, {"sectors": ["x", "y"]}, {"known": ""}]
)
def test_a_discussion_has_the_examiner_and_two_agencies(world: World, said: dict[str, object]) -> None:
    one = with_opinion(world)
    with pytest.raises(SightlineError):
        discuss(world, one, **said)
    one.refresh_from_db()
    assert one.state == "examined"


def test_two_who_decide_at_once_decide_once(world: World) -> None:
    one = with_opinion(world)
    discuss(world, one)
    stale = Sighting.unscoped.get(pk=one.pk)
    decide(world.door, one, "concern", "No account fits.", "A strategy discussion.")
    with pytest.raises(Overtaken, match="decided"):
        decide(world.door, stale, "no_further_action", "It seems small.", "Nothing.")
    one.refresh_from_db()
    assert one.decision == "concern"


@pytest.mark.parametrize(
    ("outcome", "decision", "stands"),
    [
        ("inconclusive", "medical_cause", False),
        ("medical_cause", "medical_cause", True),
        ("inflicted", "accident", False),
        ("inflicted", "no_further_action", False),
        ("inflicted", "concern", True),
        ("accidental", "accident", True),
        ("accidental", "concern", True),
        ("inconclusive", "no_further_action", True),
    ],
)
def test_no_decision_goes_against_the_opinion(
    world: World, outcome: str, decision: str, stands: bool
) -> None:
    one = with_opinion(world, outcome=outcome)
    discuss(world, one)
    if stands:
        assert decide(world.door, one, decision, "As discussed.", "Ruth visits.").decision == decision
        return
    with pytest.raises(SightlineError):
        decide(world.door, one, decision, "As discussed.", "Ruth visits.")


def test_only_the_front_door_to_which_it_was_referred_decides(world: World) -> None:
    one = with_opinion(world)
    discuss(world, one)
    for other in (world.visitor, world.examiner, an_actor("social_care")):
        with pytest.raises(Refused):
            decide(other, one, "concern", "No.", "No.")


def test_parents_are_told_at_any_time_and_it_goes_on_after_the_decision(world: World) -> None:
    one = seen(world)
    answer_parents(world.visitor, one, PARENTS)
    assert one.state == "observed"
    with pytest.raises(SightlineError, match="whom"):
        answer_parents(world.visitor, one, replace(PARENTS, whom=" "))
    with pytest.raises(SightlineError, match="risk"):
        answer_parents(world.visitor, one, ToParents(False))


def test_a_reason_not_to_tell_is_looked_at_again_also_after_the_end(world: World) -> None:
    one = with_opinion(world)
    discuss(world, one)
    decide(world.door, one, "concern", "No account fits.", "A discussion.")
    answer_parents(world.visitor, one, ToParents(False, because="He reads her telephone."))
    review = clock_of(one, "mark_reason_review")
    assert one.parents_answers.get().review_on == clock.day_of(review.due_at)
    tell_referrer(world.door, one, "Ruth")
    close(world.door, one)
    review.refresh_from_db()
    assert review.state == "running"
    answer_parents(world.visitor, one, PARENTS)
    review.refresh_from_db()
    assert review.state == "met"
    with pytest.raises(Overtaken):
        answer_parents(world.visitor, one, PARENTS)


def test_what_stands_in_the_way_is_a_managers_the_same_day(world: World) -> None:
    manager = an_actor("health_visiting", "team_manager")
    one = asked(world)
    first = write_hindrance(world.visitor, one, "declined", "They left the clinic.")
    second = write_hindrance(world.visitor, one, "not_found", "Nobody at home at six.")
    due = clock_of(one, "mark_hindered")
    assert (due.state, due.owner_role, clock.day_of(due.due_at)) == ("running", "team_manager", clock.today())
    assert Notice.unscoped.filter(professional_id=manager.id).exists()
    with pytest.raises(Refused):
        answer_hindrance(world.visitor, first, "I went again.")
    answer_hindrance(manager, first, "The police make a welfare check.")
    due.refresh_from_db()
    assert due.state == "running"
    answer_hindrance(manager, second, "Found at her sister’s.")
    due.refresh_from_db()
    assert due.state == "met"
    with pytest.raises(Overtaken):
        answer_hindrance(manager, second, "Again.")


def test_it_does_not_close_past_what_no_manager_has_answered(world: World) -> None:
    one = to_be_closed(world)
    write_hindrance(world.visitor, one, "declined", "A second look was declined.")
    with pytest.raises(SightlineError, match="manager"):
        close(world.door, one)


def test_the_database_itself_holds_no_end_without_an_opinion(world: World) -> None:
    one = seen(world)
    for state in ("examined", "decided", "closed"):
        with pytest.raises(IntegrityError), transaction.atomic():
            Sighting.unscoped.filter(pk=one.pk).update(state=state)


def test_whoever_loses_the_page_loses_the_mark_and_a_closed_record_shuts_out_the_examiner(
    world: World,
) -> None:
    one = asked(world)
    assert find_sighting(world.visitor, one.pk)
    with pytest.raises(Unfindable):
        find_sighting(an_actor("nursery"), one.pk)
    Closure.unscoped.create(
        child=world.baby.person, professional_id=world.examiner.id, because="Her own niece."
    )
    with pytest.raises(Unfindable):
        find_sighting(world.examiner, one.pk)
    with pytest.raises(Refused):
        give_opinion(world.examiner, one, examined())


def test_a_sealed_baby_shuts_out_whoever_was_asked(world: World) -> None:
    one = asked(world)
    Baby.unscoped.filter(pk=world.baby.pk).update(sealed=True)
    assert not seen_by(world.examiner).exists()
    with pytest.raises(Refused):
        give_opinion(world.examiner, one, examined())


def test_when_it_is_over_it_is_no_longer_the_examiners(world: World) -> None:
    one = to_be_closed(world)
    assert seen_by(world.examiner).filter(pk=one.pk).exists()
    close(world.door, one)
    still = bool(may_open(world.examiner, world.baby.pk))
    assert seen_by(world.examiner).filter(pk=one.pk).exists() is still


def test_the_entry_of_its_medical_is_as_restricted_as_that_of_any_medical(world: World) -> None:
    one = with_opinion(world, outcome="inflicted")
    assert one.medical_entry is not None
    assert latest_of(one.medical_entry).sensitivity == "restricted"
