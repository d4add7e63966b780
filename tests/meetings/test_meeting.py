"""Front-door managers and leads meet: each reads of the agenda only what they may open."""

from __future__ import annotations

import datetime as dt

import pytest

from disputing import Dispute, a_dispute, a_referral, raised
from factories import a_baby, a_partnership, a_team, an_actor, an_agency, open_to
from sightline.access.models import Closure, Notice
from sightline.agencies.models import Assignment, PolicySetting
from sightline.chronology.actions.outcomes import latest_of
from sightline.chronology.actions.recording import next_version, store
from sightline.chronology.kinds import Mobility
from sightline.clocks.models import Clock
from sightline.concerns.drafting import begin_draft, keep_typed
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.core.errors import Refused, SightlineError, Unfindable
from sightline.core.steps import Overtaken
from sightline.core.unit import unit
from sightline.marks.observing import observe
from sightline.marks.written import SeenMark, Sighted
from sightline.meetings.agenda import found_in
from sightline.meetings.discussing import discuss, finish, pin, set_action
from sightline.meetings.figures import figures_on
from sightline.meetings.holding import call_meeting, close_meeting, gather, note_attendance
from sightline.meetings.models import Attendance, Discussion, Item, Meeting, MeetingAction
from sightline.meetings.owners import Holder, holders_in
from sightline.meetings.queries import (
    actions_of,
    agenda_of,
    earlier_actions,
    find_action,
    find_item,
    find_meeting,
    seen_by,
)
from sightline.meetings.sight import opened
from sightline.people.models import Baby

pytestmark = pytest.mark.django_db
MONDAY = dt.date(2026, 11, 23)


@pytest.fixture
def case(a_monday: dt.date) -> Dispute:
    made = a_dispute(decision="")
    Clock.unscoped.filter(rule="referral_completion").update(state="stopped")
    return made


@pytest.fixture
def meeting(case: Dispute) -> Meeting:
    """Three weeks later: the referral was never decided."""
    with at(21):
        return call_meeting(case.doors_manager, clock.today())


def at(days: int) -> object:
    return clock.at(dt.datetime(2026, 11, 23, 10, tzinfo=clock.LONDON) + dt.timedelta(days=days))


def kinds() -> list[tuple[str, str]]:
    return [(one.kind, one.process) for one in found_in("northshire")]


def owner(actor: Actor) -> Holder:
    return next(
        one for one in holders_in("northshire") if (one.agency.pk, one.role) == (actor.agency_id, actor.role)
    )


def the_item(meeting: Meeting) -> Item:
    return meeting.items.select_related("meeting__partnership", "agency", "child").get()


def test_overdue_work_is_on_the_agenda_and_what_is_in_time_is_not(case: Dispute) -> None:
    assert kinds() == []
    due = Clock.unscoped.get(rule="referral_decision").due_at
    with clock.at(due):
        assert kinds() == []
    with clock.at(due + dt.timedelta(microseconds=1)):
        assert kinds() == [("overdue", "referral")]


def test_an_open_challenge_is_on_the_agenda_once_though_its_clocks_are_overdue(case: Dispute) -> None:
    Clock.unscoped.all().update(state="stopped")
    one = raised(case)
    assert kinds() == [("challenge", "challenge")]
    with at(30):
        assert kinds() == [("challenge", "challenge")]
    type(one).unscoped.filter(pk=one.pk).update(state="settled")
    assert kinds() == []


def test_work_is_stuck_when_nothing_moved_for_the_partnerships_time(case: Dispute) -> None:
    """Ten working days from Monday 23 November end with Monday 7 December."""
    Clock.unscoped.exclude(rule="referral_decision").update(state="stopped", ended_at=clock.now())
    Clock.unscoped.filter(rule="referral_decision").update(state="paused")
    with at(14):
        assert kinds() == []
    with at(15):
        assert kinds() == [("stuck", "referral")]
    PolicySetting.unscoped.create(
        partnership=a_partnership(), name="meeting__stuck_after", value="20", source="Minute 4", set_by="x",
        from_on=MONDAY,
    )  # fmt: skip
    with at(15):
        assert kinds() == []
    with at(30):
        assert kinds() == [("stuck", "referral")]


def test_a_clock_that_ended_lately_is_movement(case: Dispute) -> None:
    running = Clock.unscoped.filter(rule="referral_decision")
    running.update(state="paused")
    other = Clock.unscoped.get(rule="referral_decision")
    other.pk, other.rule, other.state = a_partnership().pk, "assessment_complete", "met"
    other.ended_at = clock.now() + dt.timedelta(days=7)
    other.save(force_insert=True)
    with at(15):
        assert kinds() == []
    with at(22):
        assert kinds() == [("stuck", "referral")]


def test_a_figure_that_is_no_number_is_passed_over(case: Dispute) -> None:
    PolicySetting.unscoped.create(
        partnership=a_partnership(), name="meeting__stuck_after", value="soon", source="x", set_by="x",
        from_on=MONDAY,
    )  # fmt: skip
    assert figures_on("northshire").stuck_after == 10


def test_drafts_and_sealed_children_are_on_no_agenda(case: Dispute) -> None:
    Clock.unscoped.all().update(state="stopped")
    draft = begin_draft(case.visitor, case.baby.person)
    keep_typed(case.visitor, draft, "worry", {"worry": ["x"]}, True)
    raised(case)
    with at(21):
        assert kinds() == [("challenge", "challenge")]
        Baby.unscoped.filter(pk=case.baby.pk).update(sealed=True)
        assert kinds() == []


def test_each_reads_only_what_they_may_open_and_the_rest_as_a_case_of_its_agency(
    case: Dispute, meeting: Meeting
) -> None:
    police = an_actor("police", "safeguarding_lead")
    with at(21):
        item = the_item(meeting)
        discuss(case.doors_manager, item, "Marnie was seen on Friday.")
        set_action(case.doors_manager, item, "Ring the surgery.", owner(case.doors_lead), clock.today())
        [mine] = agenda_of(case.doors_manager, meeting)
        [theirs] = agenda_of(police, find_meeting(police, meeting.pk))
        assert (mine.is_open, len(mine.discussions), len(mine.actions)) == (True, 1, 1)
        assert (theirs.is_open, theirs.discussions, theirs.actions) == (False, [], [])
        with pytest.raises(Unfindable):
            find_item(police, item.pk)
        for write in (
            lambda: discuss(police, item, "And I say."),
            lambda: pin(police, item, True),
            lambda: set_action(police, item, "x", owner(police), clock.today()),
        ):
            with pytest.raises(Refused):
                write()
        assert find_item(case.visitors_lead, item.pk) == item


def test_only_managers_and_leads_of_the_partnership_meet(case: Dispute, meeting: Meeting) -> None:
    area = a_partnership("farshire")
    elsewhere = a_team(an_agency("social_care", "farshire_care", area))
    for actor in (
        case.visitor, case.door, case.visitors_manager, an_actor("gp", "partnership_officer"),
        an_actor("social_care", "front_door_manager", team=elsewhere),
    ):  # fmt: skip
        with pytest.raises(Unfindable):
            find_meeting(actor, meeting.pk)
        assert not seen_by(actor).exists()
        with pytest.raises(Refused), at(21):
            gather(actor, meeting)
    with pytest.raises(Refused), at(21):
        call_meeting(case.door, clock.today())


def test_the_same_day_is_one_meeting_and_no_meeting_is_called_for_a_day_that_is_over(
    case: Dispute, meeting: Meeting
) -> None:
    with at(21):
        assert call_meeting(case.doors_lead, clock.today()) == meeting
        with pytest.raises(SightlineError, match="That day is over"):
            call_meeting(case.doors_lead, clock.today() - dt.timedelta(days=1))


def test_gathering_again_adds_what_is_new_takes_what_is_settled_and_keeps_what_was_said(
    case: Dispute, meeting: Meeting
) -> None:
    with at(21):
        case.baby = a_baby("Piran", "Askew")
        from factories import open_to

        open_to(case.visitor, case.baby)
        second = a_referral(case)
        Clock.unscoped.filter(rule="referral_completion").update(state="stopped")
        Clock.unscoped.filter(process_id=second.pk).update(due_at=clock.now() - dt.timedelta(hours=1))
        gather(case.doors_manager, meeting)
        gather(case.doors_manager, meeting)
        assert meeting.items.count() == 2
        first = meeting.items.exclude(process_id=second.pk).get()
        discuss(case.doors_manager, find_item(case.doors_manager, first.pk), "Seen.")
        Clock.unscoped.all().update(state="met")
        gather(case.doors_manager, meeting)
        assert [one.pk for one in meeting.items.all()] == [first.pk]


def test_what_is_pinned_comes_to_the_next_meeting_whatever_moved(case: Dispute, meeting: Meeting) -> None:
    with at(21):
        pin(case.doors_manager, the_item(meeting), True)
        Clock.unscoped.all().update(state="met")
    with at(35):
        following = call_meeting(case.doors_manager, clock.today())
        assert following.items.get().process_id == case.referred.pk
        assert not following.items.get().pinned
    with at(49):
        assert not call_meeting(case.doors_manager, clock.today()).items.exists()


def test_who_came_is_kept_by_role_and_can_be_put_right(case: Dispute, meeting: Meeting) -> None:
    from sightline.access.keys import own_id

    people = [own_id(one) for one in (case.doors_manager, case.visitors_lead, case.visitor)]
    with at(21):
        note_attendance(case.doors_manager, meeting, people)
        note_attendance(case.doors_manager, meeting, people)
        roles = Attendance.unscoped.values_list("role", "agency__sector")
        assert set(roles) == {("front_door_manager", "social_care"), ("safeguarding_lead", "health_visiting")}
        note_attendance(case.doors_manager, meeting, people[:1])
        assert Attendance.unscoped.count() == 1


def test_closed_minutes_are_not_written_in_and_what_was_given_out_is_finished_after(
    case: Dispute, meeting: Meeting
) -> None:
    from sightline.access.keys import own_id

    with at(21):
        item = the_item(meeting)
        todo = set_action(case.doors_manager, item, "Ring.", owner(case.doors_lead), clock.today())
        with pytest.raises(SightlineError, match="who came"):
            close_meeting(case.doors_manager, meeting)
        note_attendance(case.doors_manager, meeting, [own_id(case.doors_manager)])
        close_meeting(case.doors_manager, meeting)
        for late in (
            lambda: discuss(case.doors_manager, item, "One more thing."),
            lambda: pin(case.doors_manager, item, True),
            lambda: gather(case.doors_manager, meeting),
            lambda: close_meeting(case.doors_manager, meeting),
            lambda: set_action(case.doors_manager, item, "x", owner(case.doors_lead), clock.today()),
        ):
            with pytest.raises(Overtaken, match="minutes"):
                late()
        assert finish(case.doors_lead, todo).done_by is not None
    assert Discussion.unscoped.count() == 0


def test_an_action_has_a_role_that_somebody_holds_and_a_day_to_come(case: Dispute, meeting: Meeting) -> None:
    with at(21):
        item, lead = the_item(meeting), owner(case.doors_lead)
        yesterday = clock.today() - dt.timedelta(days=1)
        for what, whom, day in (
            (" ", lead, clock.today()),
            ("x", lead, yesterday),
            ("x", lead, None),
            ("x", Holder(lead.agency, "examiner"), clock.today()),
        ):
            with pytest.raises(SightlineError):
                set_action(case.doors_manager, item, what, whom, day)
        for _ in "twice":
            set_action(case.doors_manager, item, "Ring.", lead, clock.today())
        assert MeetingAction.unscoped.count() == 1
        told = Notice.unscoped.filter(words__contains="front-door meeting")
        assert {str(one.professional_id) for one in told} == {case.doors_lead.id}


def test_its_owner_reads_and_finishes_what_is_theirs_without_the_record(
    case: Dispute, meeting: Meeting
) -> None:
    police, other = an_actor("police", "safeguarding_lead"), an_actor("probation", "safeguarding_lead")
    with at(21):
        todo = set_action(case.doors_manager, the_item(meeting), "Look it up.", owner(police), clock.today())
        [line] = agenda_of(police, meeting)
        assert (line.is_open, line.actions) == (False, [todo])
        assert list(actions_of(police)) == [todo]
        assert find_action(other, meeting, todo.pk) is None
        with pytest.raises(Refused):
            finish(other, todo)
        first, second = finish(police, todo), finish(case.doors_manager, todo)
        assert str(second.done_by_id) == police.id
        assert first.done_at == second.done_at
        assert not actions_of(police).exists()


def test_what_earlier_meetings_gave_out_is_shown_until_it_is_done_and_a_while_after(
    case: Dispute, meeting: Meeting
) -> None:
    police, other = an_actor("police", "safeguarding_lead"), an_actor("probation", "safeguarding_lead")
    with at(21):
        todo = set_action(case.doors_manager, the_item(meeting), "Look it up.", owner(police), clock.today())
    with at(35):
        following = call_meeting(case.doors_manager, clock.today())
        assert earlier_actions(police, following) == [todo]
        assert earlier_actions(other, following) == []
        finish(police, todo)
        assert earlier_actions(police, following) == [todo]
    with at(95):
        assert earlier_actions(police, call_meeting(case.doors_manager, clock.today())) == []


def test_a_role_that_nobody_holds_any_more_is_not_offered(case: Dispute, meeting: Meeting) -> None:
    Assignment.unscoped.filter(professional_id=case.doors_lead.id).update(to_on=MONDAY)
    with at(21):
        offered = {(one.agency.sector, one.role) for one in holders_in("northshire")}
        assert ("social_care", "safeguarding_lead") not in offered
        assert ("health_visiting", "safeguarding_lead") in offered


def test_what_was_given_out_of_a_child_closed_to_somebody_is_not_shown_to_them(
    case: Dispute, meeting: Meeting
) -> None:
    with at(21):
        todo = set_action(
            case.doors_manager, the_item(meeting), "See the mother.", owner(case.visitors_lead), clock.today()
        )
        assert list(actions_of(case.visitors_lead)) == [todo]
        Closure.unscoped.create(
            child=case.baby.person, professional_id=case.visitors_lead.id, because="Her sister."
        )
        assert not actions_of(case.visitors_lead).exists()
        assert [line.actions for line in agenda_of(case.visitors_lead, meeting)] == [[]]
        assert find_action(case.visitors_lead, meeting, todo.pk) is None
        with pytest.raises(Refused):
            finish(case.visitors_lead, todo)


def test_a_restricted_mark_is_opened_by_nobody_through_the_agenda(case: Dispute) -> None:
    Clock.unscoped.all().update(state="stopped", ended_at=clock.now())
    front = case.doors_lead
    open_to(front, case.baby)
    seen = Sighted(
        SeenMark("left_cheek"), seen_at=clock.now(), skin_seen="all", mobility=Mobility(rolls=False)
    )
    one = observe(case.visitor, case.baby.person, seen)
    with unit():
        for each in one.marks.all():
            store(next_version(case.visitor, latest_of(each.entry_root), None, None, "sealed"))
    with at(21):
        held = call_meeting(case.doors_manager, clock.today())
        [item] = held.items.filter(process="mark")
        assert not opened(front, [item])
