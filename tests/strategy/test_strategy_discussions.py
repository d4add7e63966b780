"""Any agency asks for a strategy discussion; social care answers, holds it, and decides for itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest

from factories import a_baby, a_partnership, a_professional, a_team, an_actor, an_agency, open_to
from sightline.access.models import Closure, Notice, OpenMatter
from sightline.agencies.models import Assignment
from sightline.chronology.actions import correct
from sightline.chronology.actions.outcomes import latest_of
from sightline.chronology.actions.recording import next_version, store
from sightline.chronology.models import Entry, details_of
from sightline.clocks.models import Clock
from sightline.concerns.models import ReferredChild
from sightline.concerns.referring import send_referral
from sightline.concerns.written import Written, WrittenChild
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.core.errors import Refused, SightlineError, Unfindable
from sightline.core.steps import Overtaken
from sightline.core.unit import unit
from sightline.people.models import Baby
from sightline.prompts.days import catch_up
from sightline.prompts.models import Prompt
from sightline.strategy.answering import agree, call_off, plan, refuse_request
from sightline.strategy.holding import add_action, close_action, decide_enquiry, hold, invite, write_shared
from sightline.strategy.minimum import minimum
from sightline.strategy.models import Discussion, SharedThere, StrategyAction, StrategyRequest
from sightline.strategy.queries import (
    actions_of_agency,
    asked_by_team,
    discussions_seen_by,
    find_discussion,
    find_request,
    waiting,
)
from sightline.strategy.requesting import request_discussion, withdraw_request
from sightline.strategy.written import Agreed, Asking, Held, Invited, Planning

pytestmark = pytest.mark.django_db
MONDAY = dt.datetime(2026, 11, 23, 10, tzinfo=clock.LONDON)
HOUR = dt.timedelta(hours=1)


@pytest.fixture(autouse=True)
def _a_monday_morning() -> Iterator[None]:
    with clock.at(MONDAY):
        yield


@pytest.fixture
def nursery() -> Actor:
    return an_actor("nursery", name="Nell Nursery")


@pytest.fixture
def door() -> Actor:
    return an_actor("social_care", "front_door_manager", name="Dee Front")


@pytest.fixture
def baby(nursery: Actor, door: Actor) -> Baby:
    found = a_baby("Marnie", "Askew", born_days_ago=120)
    open_to(nursery, found)
    return found


def asking(baby: Baby, **other: Any) -> Asking:
    said = {"why": "Two bruises in a week.", "safe_now": "not_known", "call_back": "01632 960 300"} | other
    return Asking(baby.person, **said)


def a_plan(hours: int = 3, *cases: str) -> Planning:
    return Planning(clock.now() + hours * HOUR, "By video", cases)


def agreed(nursery: Actor, door: Actor, baby: Baby, *cases: str) -> Discussion:
    return agree(door, request_discussion(nursery, asking(baby)), a_plan(3, *cases))


def everybody(door: Actor, discussion: Discussion, *without: str) -> None:
    who = {"social_worker": "social_care", "health_visitor": "health_visiting", "police": "police"}
    for part, sector in who.items():
        if part not in without:
            invite(door, discussion, Invited(f"A {part}", part, an_agency(sector)))


def came(discussion: Discussion, **other: Any) -> Held:
    there = {str(one.pk): "present" for one in discussion.attendees.all()}
    return Held(clock.now(), there, "A medical today; visit tonight.", **other)


def held(nursery: Actor, door: Actor, baby: Baby) -> Discussion:
    discussion = agreed(nursery, door, baby)
    everybody(door, discussion)
    return hold(door, discussion, came(discussion))


def outcome(request: StrategyRequest) -> str:
    entry = latest_of(Entry.unscoped.get(pk=request.entry_root_id))
    return str(details_of([entry])[entry.pk].outcome)


def due(rule: str) -> Clock:
    return Clock.unscoped.get(rule=rule)


def test_a_nursery_asks_and_social_care_has_a_working_day(nursery: Actor, door: Actor, baby: Baby) -> None:
    made = request_discussion(nursery, asking(baby))
    assert (made.state, made.to_agency.sector, outcome(made)) == ("asked", "social_care", "unanswered")
    assert due("strategy_request_reply").due_at > MONDAY + 24 * HOUR
    assert list(waiting(door)) == [made]
    assert list(asked_by_team(nursery)) == [made]


@pytest.mark.parametrize(
    ("lacking", "words"), [("why", "Say why"), ("safe_now", "safe now"), ("call_back", "rung back")]
)
def test_a_request_that_lacks_an_answer_names_it(
    nursery: Actor, baby: Baby, lacking: str, words: str
) -> None:
    with pytest.raises(SightlineError, match=words):
        request_discussion(nursery, asking(baby, **{lacking: " "}))
    assert not StrategyRequest.unscoped.exists()


def test_pressed_twice_it_is_sent_once(nursery: Actor, baby: Baby) -> None:
    first = request_discussion(nursery, asking(baby))
    assert request_discussion(nursery, asking(baby)).pk == first.pk
    with pytest.raises(Overtaken, match="already asked"):
        request_discussion(nursery, asking(baby, why="Something new."))
    assert Entry.unscoped.filter(kind="strategy_request").count() == 1


def test_who_may_not_open_the_page_does_not_ask(door: Actor, baby: Baby) -> None:
    with pytest.raises(Refused):
        request_discussion(an_actor("gp"), asking(baby))
    with pytest.raises(Refused):
        request_discussion(an_actor("nursery", "partnership_officer"), asking(baby))


def test_a_refusal_has_reasons_is_told_and_offers_a_challenge(
    nursery: Actor, door: Actor, baby: Baby
) -> None:
    made = request_discussion(nursery, asking(baby))
    for because, instead in ((" ", "A visit."), ("No bruise seen.", " ")):
        with pytest.raises(SightlineError):
            refuse_request(door, made, because, instead)
    refuse_request(door, made, "The bruises are explained.", "A visit on Tuesday.")
    kept = StrategyRequest.unscoped.get(pk=made.pk)
    assert (kept.state, kept.challenge_offered_at, outcome(kept)) == ("refused", clock.now(), "refused")
    assert "you may challenge it" in Notice.unscoped.get(professional_id=nursery.id).words
    assert due("strategy_request_reply").state == "met"


def test_of_two_who_answer_at_once_one_answers(nursery: Actor, door: Actor, baby: Baby) -> None:
    made = request_discussion(nursery, asking(baby))
    same = StrategyRequest.unscoped.get(pk=made.pk)
    agree(door, made, a_plan())
    with pytest.raises(Overtaken):
        refuse_request(door, same, "No.", "A visit.")
    assert Discussion.unscoped.count() == 1


def test_what_is_agreed_is_not_refused_afterwards_but_called_off(
    nursery: Actor, door: Actor, baby: Baby
) -> None:
    agreed(nursery, door, baby)
    with pytest.raises(Overtaken):
        refuse_request(door, StrategyRequest.unscoped.get(), "No.", "A visit.")
    assert Discussion.unscoped.get().state == "planned"


def test_a_refusal_may_still_be_agreed_to_after_a_challenge(nursery: Actor, door: Actor, baby: Baby) -> None:
    made = request_discussion(nursery, asking(baby))
    refuse_request(door, made, "The bruises are explained.", "A visit on Tuesday.")
    discussion = agree(door, made, a_plan())
    assert discussion.attendees.get().name == "Nell Nursery"
    assert outcome(made) == "agreed"


def test_only_social_care_answers_and_only_the_askers_team_takes_it_back(
    nursery: Actor, door: Actor, baby: Baby
) -> None:
    made = request_discussion(nursery, asking(baby))
    for stranger in (nursery, an_actor("health_visiting", "team_manager"), an_actor("social_care")):
        with pytest.raises(Refused):
            agree(stranger, made, a_plan())
    with pytest.raises(Refused):
        withdraw_request(door, made, "Not needed.")
    withdraw_request(nursery, made, "It was another child.")
    assert latest_of(Entry.unscoped.get(pk=made.entry_root_id)).withdrawn


def test_its_entry_is_restricted_and_changes_with_the_request_alone(
    nursery: Actor, door: Actor, baby: Baby
) -> None:
    made = request_discussion(nursery, asking(baby))
    entry = latest_of(Entry.unscoped.get(pk=made.entry_root_id))
    assert entry.sensitivity == "restricted"
    with pytest.raises(Refused):
        correct(nursery, entry, note="Otherwise.")


def test_below_the_minimum_it_is_not_held_without_a_name_and_a_reason(
    nursery: Actor, door: Actor, baby: Baby
) -> None:
    discussion = agreed(nursery, door, baby)
    everybody(door, discussion, "police")
    with pytest.raises(SightlineError, match="without the police"):
        hold(door, discussion, came(discussion))
    with pytest.raises(SightlineError, match="without the police"):
        hold(door, discussion, came(discussion, missing_because="No officer was free."))
    hold(
        door, discussion, came(discussion, missing_because="No officer was free.", missing_approved_by="Dee")
    )
    assert Discussion.unscoped.get(pk=discussion.pk).missing == ["the police"]


@pytest.mark.parametrize(
    ("case", "lacking"),
    [
        ("unborn", "a midwife, because the baby is not born yet"),
        ("in_hospital", "the hospital consultant"),
        ("medical_possible", "a senior doctor, because a medical is possible"),
    ],
)
def test_a_case_makes_others_needed(case: str, lacking: str) -> None:
    present = ["social_worker", "health_visitor", "police"]
    assert minimum().missing(present, []) == []
    assert lacking in minimum().missing(present, [case])


def test_somebody_who_is_absent_does_not_count(nursery: Actor, door: Actor, baby: Baby) -> None:
    discussion = agreed(nursery, door, baby)
    everybody(door, discussion)
    said = came(discussion)
    police = discussion.attendees.get(part="police")
    with pytest.raises(SightlineError, match="without the police"):
        hold(door, discussion, Held(said.held_at, said.came | {str(police.pk): "apologies"}, said.decided))


def test_it_is_held_when_everybody_is_accounted_for(nursery: Actor, door: Actor, baby: Baby) -> None:
    discussion = agreed(nursery, door, baby)
    everybody(door, discussion)
    said = came(discussion)
    with pytest.raises(SightlineError, match="whether they came"):
        hold(door, discussion, Held(said.held_at, {}, said.decided))
    with pytest.raises(SightlineError, match="not come yet"):
        hold(door, discussion, Held(said.held_at + HOUR, said.came, said.decided))
    hold(door, discussion, said)
    entry = Entry.unscoped.get(kind="strategy_discussion")
    assert set(entry.sectors.values_list("sector", flat=True)) == {
        "health_visiting", "nursery", "police", "social_care",
    }  # fmt: skip
    assert outcome(StrategyRequest.unscoped.get()) == "held"
    assert due("strategy_discussion_held").state == "met"


def test_no_enquiry_starts_by_itself_and_starting_one_starts_the_conference_clock(
    nursery: Actor, door: Actor, baby: Baby
) -> None:
    discussion = held(nursery, door, baby)
    assert not Clock.unscoped.filter(rule="conference").exists()
    with pytest.raises(Refused):
        decide_enquiry(an_actor("social_care", "front_door_worker"), discussion, "start", "Harm is likely.")
    with pytest.raises(SightlineError):
        decide_enquiry(door, discussion, "start", " ")
    decide_enquiry(door, discussion, "start", "Harm is likely.")
    # Fifteen working days after Monday 23 November.
    assert clock.day_of(due("conference").due_at) == dt.date(2026, 12, 14)
    assert OpenMatter.unscoped.filter(child=baby.person, what="Section 47 enquiry").exists()
    with pytest.raises(Overtaken):
        decide_enquiry(door, discussion, "do_not_start", "Otherwise.")


def test_not_starting_one_is_a_decision_too(nursery: Actor, door: Actor, baby: Baby) -> None:
    discussion = decide_enquiry(door, held(nursery, door, baby), "do_not_start", "An accident.")
    assert discussion.state == "no_enquiry"
    assert not Clock.unscoped.filter(rule="conference").exists()


def test_what_is_called_off_counts_as_refused(nursery: Actor, door: Actor, baby: Baby) -> None:
    discussion = agreed(nursery, door, baby)
    call_off(door, discussion, "The family has moved.", "Her new area holds it.")
    kept = StrategyRequest.unscoped.get()
    assert (kept.state, outcome(kept), bool(kept.challenge_offered_at)) == ("refused", "refused", True)
    with pytest.raises(Overtaken):
        invite(door, discussion, Invited("PC Late", "police", an_agency("police")))


def test_social_care_plans_one_that_nobody_asked_for(nursery: Actor, door: Actor, baby: Baby) -> None:
    open_to(door, baby)
    care = an_agency("social_care")
    assert plan(door, baby.person, care, "Three referrals in a month.", a_plan()).state == "planned"
    with pytest.raises(SightlineError, match="past"):
        plan(door, baby.person, care, "Again.", a_plan(-2))


def test_an_action_is_done_by_who_took_it_on(nursery: Actor, door: Actor, baby: Baby) -> None:
    discussion = held(nursery, door, baby)
    visiting = an_agency("health_visiting")
    tomorrow = clock.today() + dt.timedelta(days=1)
    made = add_action(door, discussion, Agreed("Weigh her", visiting, "The health visitor", tomorrow))
    lead = an_actor("health_visiting", "safeguarding_lead")
    assert list(actions_of_agency(lead)) == [made]
    with pytest.raises(Refused):
        close_action(nursery, made, "done", "Weighed.")
    close_action(lead, made, "done", "5.1 kg.")
    with pytest.raises(Overtaken):
        close_action(lead, made, "not_done", "Not at home.")
    with pytest.raises(SightlineError, match="past"):
        add_action(door, discussion, Agreed("Ring", visiting, "Her", tomorrow - dt.timedelta(days=2)))


def test_those_asked_read_it_without_the_childs_page_and_nobody_else_does(
    nursery: Actor, door: Actor, baby: Baby
) -> None:
    discussion = held(nursery, door, baby)
    write_shared(door, discussion, "Police", "Called twice in June.")
    lead = an_actor("police", "safeguarding_lead", name="Pat Lead")
    assert find_discussion(lead, discussion.pk).shared.get().words == "Called twice in June."
    assert find_discussion(nursery, discussion.pk)
    other_nursery = an_actor("nursery", team=a_team(an_agency("nursery"), "Team Two"), name="Nora Other")
    for stranger in (other_nursery, an_actor("gp", "safeguarding_lead"), an_actor("police")):
        with pytest.raises(Unfindable):
            find_discussion(stranger, discussion.pk)
    elsewhere = an_actor(
        "social_care", "front_door_manager",
        team=a_team(an_agency("social_care", "far-care", a_partnership("farshire"))),
    )  # fmt: skip
    with pytest.raises(Unfindable):
        find_request(elsewhere, StrategyRequest.unscoped.get().pk)


def test_those_asked_read_it_for_a_time_after(nursery: Actor, door: Actor, baby: Baby) -> None:
    discussion = held(nursery, door, baby)
    lead = an_actor("police", "safeguarding_lead", name="Pat Lead")
    last = MONDAY.astimezone(dt.UTC) + dt.timedelta(days=minimum().readable_days)
    with clock.at(last):
        assert discussions_seen_by(lead).filter(pk=discussion.pk).exists()
    with clock.at(last + dt.timedelta(seconds=1)):
        assert not discussions_seen_by(lead).filter(pk=discussion.pk).exists()


def test_a_record_that_is_closed_to_somebody_stays_closed(nursery: Actor, door: Actor, baby: Baby) -> None:
    made = request_discussion(nursery, asking(baby))
    Closure.unscoped.create(child=baby.person, professional_id=door.id, because="Her niece.")
    with pytest.raises(Unfindable):
        find_request(door, made.pk)
    with pytest.raises(Refused):
        refuse_request(door, made, "No.", "A visit.")


def questions() -> list[str]:
    found = Prompt.unscoped.filter(point="strategy-request-unanswered")
    return [one.state for one in found]


def let_days_pass(until: dt.date) -> None:
    with clock.at(dt.datetime.combine(until, dt.time(9), clock.LONDON)):
        for _ in catch_up(clock.today()):
            pass


def test_silence_is_asked_about_when_the_working_day_has_passed(
    nursery: Actor, door: Actor, baby: Baby
) -> None:
    request_discussion(nursery, asking(baby))
    let_days_pass(dt.date(2026, 11, 24))
    assert questions() == []
    let_days_pass(dt.date(2026, 11, 25))
    assert questions() == ["open"]


@pytest.mark.parametrize("answer", ["agree", "refuse"])
def test_an_answer_in_time_raises_no_question(nursery: Actor, door: Actor, baby: Baby, answer: str) -> None:
    made = request_discussion(nursery, asking(baby))
    if answer == "agree":
        agree(door, made, a_plan(72))
    else:
        refuse_request(door, made, "Explained.", "A visit.")
    let_days_pass(dt.date(2026, 11, 25))
    assert questions() == []


def test_an_answer_that_comes_late_resolves_the_question(nursery: Actor, door: Actor, baby: Baby) -> None:
    made = request_discussion(nursery, asking(baby))
    let_days_pass(dt.date(2026, 11, 25))
    with clock.at(MONDAY + dt.timedelta(days=2)):
        refuse_request(door, made, "Explained.", "A visit.")
    assert questions() == ["resolved"]


# --- nothing is reached, opened or closed by another record's address, state or name


def referred(actor: Actor, baby: Baby) -> ReferredChild:
    child = WrittenChild(baby.person)
    short = Written((child,), "A bruise.", "no", "At home", "01632 960 200", is_urgent=True)
    return send_referral(actor, short).children.get()


def test_a_referral_of_another_child_is_not_carried_along(nursery: Actor, door: Actor, baby: Baby) -> None:
    other = a_baby("Otto", "Bray")
    open_to(nursery, other)
    theirs, own = referred(nursery, other), referred(nursery, baby)
    with pytest.raises(Refused):
        request_discussion(nursery, asking(baby, referral=theirs))
    assert request_discussion(nursery, asking(baby, referral=own)).referral == own


def test_who_works_elsewhere_since_reads_it_no_longer(nursery: Actor, door: Actor, baby: Baby) -> None:
    discussion = held(nursery, door, baby)
    assert find_discussion(nursery, discussion.pk)
    moved = an_actor(
        "gp",
        team=a_team(an_agency("gp", "far-gp", a_partnership("farshire"))),
        professional=discussion.attendees.get(agency__sector="nursery").professional,
    )
    with pytest.raises(Unfindable):
        find_discussion(moved, discussion.pk)


def test_who_did_not_come_does_not_read_what_was_said_and_their_lead_does(
    nursery: Actor, door: Actor, baby: Baby
) -> None:
    discussion = agreed(nursery, door, baby)
    everybody(door, discussion)
    said, nell = came(discussion), discussion.attendees.get(agency__sector="nursery")
    hold(door, discussion, Held(said.held_at, said.came | {str(nell.pk): "did_not_come"}, said.decided))
    with pytest.raises(Unfindable):
        find_discussion(nursery, discussion.pk)
    assert find_discussion(an_actor("nursery", "safeguarding_lead"), discussion.pk)


def test_nobody_is_asked_to_what_was_held_already(nursery: Actor, door: Actor, baby: Baby) -> None:
    discussion = held(nursery, door, baby)
    with pytest.raises(Overtaken):
        invite(door, discussion, Invited("PC Late", "police", an_agency("police")))
    assert not discussion.attendees.filter(attendance="invited").exists()


def test_an_action_is_closed_only_by_who_may_read_the_discussion(
    nursery: Actor, door: Actor, baby: Baby
) -> None:
    discussion = held(nursery, door, baby)
    made = add_action(door, discussion, Agreed("Ring her", an_agency("gp"), "The GP", clock.today()))
    with pytest.raises(Refused):
        close_action(an_actor("gp"), made, "done", "Rang.")


def test_a_name_finds_only_who_works_there_today(nursery: Actor, door: Actor, baby: Baby) -> None:
    discussion = agreed(nursery, door, baby)
    police = an_agency("police")
    gone = a_professional("police_officer", "PC Hart")
    yesterday = clock.today() - dt.timedelta(days=1)
    Assignment.unscoped.create(
        professional=gone, team=a_team(police), role="practitioner",
        from_on=dt.date(2020, 1, 1), to_on=yesterday,
    )  # fmt: skip
    assert invite(door, discussion, Invited("PC Hart", "police", police)).professional is None
    here = an_actor("police", name="PC Hart")
    found = invite(door, discussion, Invited("PC Hart", "other", police)).professional
    assert str(found and found.pk) == here.id


def test_what_came_from_a_sealed_entry_stays_sealed(nursery: Actor, door: Actor, baby: Baby) -> None:
    discussion = agreed(nursery, door, baby)
    request = StrategyRequest.unscoped.get()
    with unit():
        store(next_version(nursery, latest_of(request.entry_root), None, None, "sealed"))
    everybody(door, discussion)
    hold(door, discussion, came(discussion))
    decide_enquiry(door, discussion, "start", "Harm is likely.")
    made = Entry.unscoped.filter(kind__in=("strategy_discussion", "assessment"))
    assert set(made.values_list("kind", "sensitivity")) == {
        ("strategy_discussion", "sealed"), ("assessment", "sealed"),
    }  # fmt: skip


def test_pressed_twice_nothing_is_doubled(nursery: Actor, door: Actor, baby: Baby) -> None:
    open_to(door, baby)
    care, when = an_agency("social_care"), a_plan()
    discussion = plan(door, baby.person, care, "Three referrals in a month.", when)
    assert plan(door, baby.person, care, "Three referrals in a month.", when) == discussion
    assert Clock.unscoped.filter(rule="strategy_discussion_held").count() == 1
    for _ in range(2):
        write_shared(door, discussion, "Police", "Called twice in June.")
        add_action(door, discussion, Agreed("Weigh her", care, "Dee", clock.today()))
    assert (SharedThere.unscoped.count(), StrategyAction.unscoped.count()) == (1, 1)


def test_why_it_was_refused_stays_when_it_is_agreed_to_after_all(
    nursery: Actor, door: Actor, baby: Baby
) -> None:
    made = request_discussion(nursery, asking(baby))
    refuse_request(door, made, "The bruises are explained.", "A visit on Tuesday.")
    agree(door, made, a_plan())
    kept = StrategyRequest.unscoped.get()
    assert (kept.because, kept.instead) == ("The bruises are explained.", "A visit on Tuesday.")
