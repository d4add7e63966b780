"""A challenge is raised from any decision or silence, heard in stages, and not ended by one side alone."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from django.db import DatabaseError, transaction

from disputing import SETTLED, Dispute, a_dispute, a_referral, a_safety, proposed, raised, written
from factories import a_baby, a_partnership, a_professional, a_team, an_actor, an_agency, open_to
from sightline.access.models import Closure, Notice
from sightline.access.scope import may_open
from sightline.agencies.models import Assignment, PolicySetting, Professional
from sightline.challenge.answering import finish_safety, write_safety, write_view
from sightline.challenge.matters import find_matter
from sightline.challenge.models import Challenge, Resolution, SafetyAction, SideView, StageReached
from sightline.challenge.moving import move_on, move_overdue
from sightline.challenge.queries import desk_of, find_challenge, seen_by
from sightline.challenge.raising import raise_challenge
from sightline.challenge.resolving import confirm, decide_above, decline, propose
from sightline.challenge.sides import side_of, speaks_for
from sightline.challenge.stages import shipped, stages_on
from sightline.challenge.written import Safety
from sightline.chronology.actions import withdraw
from sightline.chronology.actions.outcomes import latest_of
from sightline.chronology.models import Entry, details_of
from sightline.clocks.models import Clock
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.core.errors import Refused, SightlineError, Unfindable
from sightline.core.models import LedgerEntry
from sightline.core.steps import Overtaken
from sightline.people.models import Baby
from sightline.prompts.actions import answer
from sightline.prompts.days import catch_up
from sightline.prompts.models import Prompt

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(a_monday: dt.date) -> Dispute:
    return a_dispute()


def entries(case: Dispute) -> list[Entry]:
    """The challenge's entries as they stand, the earliest stage first."""
    roots = Entry.unscoped.filter(kind="challenge", replaces__isnull=True).order_by("known_at", "id")
    return [latest_of(one) for one in roots]


def said(entry: Entry) -> tuple[str, str, int, dt.date | None]:
    detail = details_of([entry])[entry.pk]
    return detail.by_sector, detail.with_sector, detail.stage, detail.resolved_on


def running(rule: str) -> list[Clock]:
    return list(Clock.unscoped.filter(process="challenge", rule=rule, state="running"))


def refresh(challenge: Challenge) -> Challenge:
    return Challenge.unscoped.select_related("partnership", "from_agency", "with_agency").get(pk=challenge.pk)


# --- raising


def test_a_challenge_is_an_entry_two_clocks_and_the_raisers_first_view(case: Dispute) -> None:
    challenge = raised(case)
    assert (challenge.about, challenge.stage) == (
        f"Referral {case.referred.referral.reference}: no further action",
        1,
    )
    [entry] = entries(case)
    assert said(entry) == ("health_visiting", "social_care", 1, None)
    [stage], [whole] = running("challenge_stage"), running("challenge_resolved")
    assert str(stage.owner_professional_id) == case.door.id
    assert stage.due_at == clock.end_of(dt.date(2026, 11, 24))
    assert whole.due_at == clock.end_of(dt.date(2026, 11, 30))
    assert SideView.unscoped.get().side == "raiser"
    assert {str(one.professional_id) for one in Notice.unscoped.filter(words__contains="disagrees")} == {
        case.door.id
    }


def test_a_referral_without_a_decision_can_be_challenged_too(a_monday: dt.date) -> None:
    case = a_dispute(decision="")
    assert raised(case).about.endswith("no decision yet")


def test_the_front_door_challenges_how_a_referral_was_sent(case: Dispute) -> None:
    matter = find_matter(case.door, "referral", case.referred.pk)
    assert [one.agency.sector for one in matter.challenged] == ["health_visiting"]
    assert "as it was sent" in matter.about


def test_something_not_done_is_put_to_a_team_that_is_involved_or_to_the_front_door(case: Dispute) -> None:
    midwife = an_actor("midwifery")
    open_to(midwife, case.baby)
    matter = find_matter(case.visitor, "baby", case.baby.pk)
    assert {one.agency.sector for one in matter.challenged} == {"midwifery", "social_care"}
    whom = next(one for one in matter.challenged if one.agency.sector == "midwifery")
    challenge = raise_challenge(case.visitor, matter, whom, written(what="No visit since the birth."))
    assert (challenge.process, challenge.with_agency.sector) == ("baby", "midwifery")
    assert find_challenge(midwife, challenge.pk) == challenge


def test_a_colleagues_answer_to_a_question_can_be_challenged(case: Dispute) -> None:
    from sightline.chronology.actions import record
    from sightline.chronology.kinds import Injury

    midwife = an_actor("midwifery")
    open_to(midwife, case.baby)
    record(case.visitor, case.baby.person, Injury("bruise", "cheek"), happened_on=clock.today())
    prompt = Prompt.unscoped.filter(state="open", owner_team_id=case.visitor.team_id).first()
    given = answer(case.visitor, prompt, "already_known", "It is in the notes.")
    assert find_matter(midwife, "answer", given.pk).challenged[0].team.pk == case.visitor.team_id
    for stranger in (an_actor("gp"), an_actor("police")):
        with pytest.raises(Unfindable):
            find_matter(stranger, "answer", given.pk)
    with pytest.raises(Unfindable):
        find_matter(midwife, "answer", case.baby.pk)


@pytest.mark.parametrize("process", ["referral", "baby", "answer", "nothing"])
def test_a_stranger_cannot_tell_that_there_is_something_to_challenge(case: Dispute, process: str) -> None:
    key = case.baby.pk if process == "baby" else case.referred.pk
    for actor in (an_actor("gp"), an_actor("police", "safeguarding_lead")):
        with pytest.raises(Unfindable) as there:
            find_matter(actor, process, key)
        with pytest.raises(Unfindable) as absent:
            find_matter(actor, process, a_professional().pk)
        assert str(there.value) == str(absent.value)
    assert LedgerEntry.ledger.filter(outcome="refused", actor_id=actor.id).count() == 2


@pytest.mark.parametrize(
    ("gap", "words"),
    [
        ({"what": " "}, "what you disagree with"),
        ({"why": ""}, "Say why"),
        ({"asked": ""}, "what you ask for"),
        ({"safe_now": ""}, "safe now"),
        ({"safe_now": "no"}, "what keeps the child safe"),
        ({"safe_now": "yes", "safety": Safety(who="Me")}, "what keeps the child safe"),
    ],
)
def test_what_is_missing_is_named_and_nothing_is_half_saved(
    case: Dispute, gap: dict[str, object], words: str
) -> None:
    with pytest.raises(SightlineError, match=words):
        raised(case, **gap)
    assert not Challenge.unscoped.exists()
    assert not entries(case)


@pytest.mark.parametrize("safe", ["yes", "not_known"])
def test_a_safety_action_is_asked_for_only_where_the_child_is_not_safe(case: Dispute, safe: str) -> None:
    assert raised(case, safe_now=safe).stage == 1
    assert not SafetyAction.unscoped.exists()
    assert running("challenge_stage")[0].is_risk is (safe != "yes")


def test_a_child_who_is_not_safe_begins_with_the_leads_and_is_due_today(case: Dispute) -> None:
    challenge = raised(case, safe_now="no", safety=a_safety())
    assert challenge.stage == 3
    [due] = running("challenge_stage_urgent")
    assert due.due_at == clock.end_of(clock.today())
    assert (due.owner_role, due.owner_professional_id, due.is_risk) == ("safeguarding_lead", None, True)
    assert said(entries(case)[0])[2] == 3


@pytest.mark.parametrize(("days", "allowed"), [(-1, False), (0, True)])
def test_a_safety_action_is_due_from_today(case: Dispute, days: int, allowed: bool) -> None:
    safety = replace(a_safety(), by_on=clock.today() + dt.timedelta(days=days))
    if allowed:
        assert raised(case, safe_now="no", safety=safety)
    else:
        with pytest.raises(SightlineError, match="That day is over"):
            raised(case, safe_now="no", safety=safety)


def test_the_same_form_sent_twice_raises_one_challenge(case: Dispute) -> None:
    form = written()
    matter = find_matter(case.visitor, "referral", case.referred.pk)
    first, second = (raise_challenge(case.visitor, matter, matter.challenged[0], form) for _ in range(2))
    assert first == second
    assert (Challenge.unscoped.count(), SideView.unscoped.count(), len(entries(case))) == (1, 1, 1)


def test_an_agency_challenges_one_decision_once_at_a_time(case: Dispute) -> None:
    challenge = raised(case)
    open_to(case.colleague, case.baby)
    with pytest.raises(SightlineError, match="already challenges this"):
        raised(case, case.colleague)
    confirm(case.visitor, proposed(case, challenge))
    assert raised(case, case.colleague).pk != challenge.pk


def test_two_colleagues_who_challenge_at_once_raise_one(
    case: Dispute, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both looked before either saved: the database keeps one."""
    open_to(case.colleague, case.baby)
    monkeypatch.setattr("sightline.challenge.raising._refuse_second", lambda made: None)
    raised(case)
    with pytest.raises(SightlineError, match="already challenges this"):
        raised(case, case.colleague)
    assert (Challenge.unscoped.count(), len(entries(case))) == (1, 1)


def test_nobody_challenges_their_own_team_or_somebody_who_is_not_offered(case: Dispute) -> None:
    matter = find_matter(case.visitor, "referral", case.referred.pk)
    own = replace(matter.challenged[0], team=case.referred.referral.from_team)
    with pytest.raises(Refused, match="your own team"):
        raise_challenge(case.visitor, matter, own, written())
    elsewhere = replace(matter.challenged[0], agency=case.baby.person.source_people.first().agency, team=None)
    with pytest.raises(SightlineError, match="Choose whom"):
        raise_challenge(case.visitor, matter, elsewhere, written())


@pytest.mark.parametrize("role", ["auditor", "partnership_officer", "analyst", "administrator"])
def test_a_role_that_records_nothing_raises_nothing(case: Dispute, role: str) -> None:
    matter = find_matter(case.visitor, "referral", case.referred.pk)
    with pytest.raises(Refused):
        raise_challenge(an_actor("health_visiting", role), matter, matter.challenged[0], written())


def test_its_entry_is_at_least_as_restricted_as_what_it_is_about(case: Dispute) -> None:
    matter = replace(find_matter(case.visitor, "referral", case.referred.pk), sensitivity="restricted")
    raise_challenge(case.visitor, matter, matter.challenged[0], written())
    assert entries(case)[0].sensitivity == "restricted"


def test_its_entry_is_not_taken_back_by_hand(case: Dispute) -> None:
    raised(case)
    with pytest.raises(Refused, match="changes with what became of it"):
        withdraw(case.visitor, entries(case)[0], "A mistake.")


# --- who reads it


def test_being_challenged_opens_the_challenge_and_never_the_page(case: Dispute) -> None:
    midwife, lead = an_actor("midwifery"), an_actor("midwifery", "safeguarding_lead")
    involvement = open_to(midwife, case.baby)
    matter = find_matter(case.visitor, "baby", case.baby.pk)
    whom = next(one for one in matter.challenged if one.agency.sector == "midwifery")
    challenge = raise_challenge(case.visitor, matter, whom, written())
    type(involvement).unscoped.filter(pk=involvement.pk).update(to_on=dt.date(2026, 1, 1))
    assert not may_open(midwife, case.baby.pk)
    assert list(seen_by(midwife)) == list(seen_by(lead)) == [challenge]
    confirm(case.visitor, propose(midwife, refresh(challenge), SETTLED))
    assert not seen_by(midwife).exists(), "the challenge is over, and with it what it opened"
    assert list(seen_by(case.visitor)) == [challenge]


def test_who_is_not_of_a_side_and_who_is_revoked_find_nothing(case: Dispute) -> None:
    challenge = raised(case)
    gone = replace(case.visitor, agency_id=an_actor("gp").agency_id, team_id=an_actor("gp").team_id)
    strangers = (an_actor("gp"), an_actor("police", "safeguarding_lead"), case.designated, gone)
    for actor in (*strangers, an_actor("social_care"), an_actor("health_visiting", "auditor")):
        with pytest.raises(Unfindable):
            find_challenge(actor, challenge.pk)


def test_a_record_closed_to_a_colleague_or_sealed_is_closed_here_too(case: Dispute) -> None:
    challenge = raised(case)
    assert list(seen_by(case.doors_lead)) == [challenge]
    Closure.unscoped.create(
        child=case.baby.person, professional_id=case.doors_lead.id, because="Her niece.",
        from_on=clock.today(),
    )  # fmt: skip
    assert not seen_by(case.doors_lead).exists()
    Baby.unscoped.filter(pk=case.baby.pk).update(sealed=True)
    for actor in (case.door, case.doors_manager, case.visitor, case.visitors_lead):
        assert not seen_by(actor).exists()


def test_it_waits_for_who_speaks_at_its_stage(case: Dispute) -> None:
    challenge = raised(case)
    assert desk_of(case.door).waiting == [challenge]
    assert desk_of(case.visitor).waiting == [challenge]
    assert (desk_of(case.colleague).waiting, desk_of(case.colleague).others) == ([], [challenge])
    move_on(case.visitor, challenge, 1, "No answer.")
    assert (desk_of(case.door).waiting, desk_of(case.door).others) == ([], [challenge])
    assert desk_of(case.doors_manager).waiting == [challenge]


# --- views, safety


def test_each_sides_view_is_kept_and_none_is_written_over(case: Dispute) -> None:
    challenge = raised(case)
    write_view(case.door, challenge, "The mother’s account fits.")
    write_view(case.door, challenge, "The mother’s account fits.")
    write_view(case.door, challenge, "On reflection it does not.")
    kept = list(challenge.views.order_by("at", "id").values_list("side", "words"))
    assert [side for side, _ in kept] == ["raiser", "challenged", "challenged"]
    for change in (
        lambda: SideView.unscoped.update(words="x"),
        lambda: SideView.unscoped.all().delete(),
        lambda: Challenge.unscoped.filter(pk=challenge.pk)._raw_delete("default"),
        lambda: StageReached.unscoped.update(because="x"),
    ):
        with pytest.raises(DatabaseError, match="neither deleted nor changed"), transaction.atomic():
            change()
    assert list(challenge.views.order_by("at", "id").values_list("side", "words")) == kept


def test_a_view_needs_words_and_a_side(case: Dispute) -> None:
    challenge = raised(case)
    with pytest.raises(SightlineError, match="how your side sees it"):
        write_view(case.door, challenge, "  ")
    for actor in (an_actor("gp"), case.designated):
        with pytest.raises(Refused):
            write_view(actor, challenge, "I think so too.")
    assert SideView.unscoped.count() == 1


def test_what_keeps_the_child_safe_is_written_and_finished_once(case: Dispute) -> None:
    challenge = raised(case)
    with pytest.raises(SightlineError, match="who does it"):
        write_safety(case.door, challenge, replace(a_safety(), who=""))
    safety = write_safety(case.door, challenge, a_safety())
    first = finish_safety(case.visitor, safety)
    second = finish_safety(case.door, safety)
    assert str(second.done_by_id) == case.visitor.id
    assert second.done_at == first.done_at
    with pytest.raises(Refused):
        finish_safety(an_actor("gp"), safety)


# --- stages


def test_either_side_takes_it_further_and_each_stage_is_kept(case: Dispute) -> None:
    challenge = raised(case)
    move_on(case.visitor, challenge, 1, "We still differ.")
    move_on(case.door, challenge, 2, "Our managers differ too.")
    assert [said(one)[2] for one in entries(case)] == [1, 2, 3]
    reached = challenge.stages.order_by("number").values_list("number", "because")
    assert list(reached) == [(1, ""), (2, "We still differ."), (3, "Our managers differ too.")]
    [stage] = running("challenge_stage")
    assert (stage.owner_role, stage.owner_agency.sector) == ("safeguarding_lead", "social_care")
    assert len(running("challenge_resolved")) == 1
    told = Notice.unscoped.filter(words__contains="stage 3").values_list("professional_id", flat=True)
    assert {str(one) for one in told} == {case.visitor.id, case.doors_lead.id}


def test_a_button_pressed_twice_takes_it_one_stage_further(case: Dispute) -> None:
    challenge = raised(case)
    hers, his = refresh(challenge), refresh(challenge)
    move_on(case.visitor, hers, 1, "We still differ.")
    with pytest.raises(Overtaken, match="at stage 2 already"):
        move_on(case.door, his, 1, "I agree that it goes further.")
    assert refresh(challenge).stage == 2
    assert len(entries(case)) == 2


def test_going_further_needs_a_reason_and_a_stage_to_go_to(case: Dispute) -> None:
    challenge = raised(case)
    with pytest.raises(SightlineError, match="why it goes further"):
        move_on(case.visitor, challenge, 1, " ")
    for stage in range(1, 5):
        move_on(case.visitor, challenge, stage, "Still.")
    with pytest.raises(SightlineError, match="last stage"):
        move_on(case.visitor, challenge, 5, "Still.")
    assert refresh(challenge).stage == 5


def test_what_runs_over_goes_further_by_itself_and_not_a_minute_before(case: Dispute) -> None:
    challenge = raised(case)
    due = running("challenge_stage")[0].due_at
    with clock.at(due):
        assert move_overdue() == 0
    with clock.at(due + dt.timedelta(microseconds=1)):
        assert move_overdue() == 1
        assert move_overdue() == 0
    assert refresh(challenge).stage == 2
    assert challenge.stages.get(number=2).by is None


def test_a_clock_that_stands_still_takes_nothing_further(case: Dispute) -> None:
    raised(case)
    Clock.unscoped.filter(rule="challenge_stage", state="running").update(state="paused")
    with clock.at(clock.now() + dt.timedelta(days=9)):
        assert move_overdue() == 0


def test_the_last_stage_runs_over_and_stays_with_whoever_decides(case: Dispute) -> None:
    challenge = raised(case)
    for stage in range(1, 5):
        move_on(case.visitor, challenge, stage, "Still.")
    with clock.at(clock.now() + dt.timedelta(days=9)):
        assert move_overdue() == 0
        [stage] = running("challenge_stage")
        assert stage.due_at < clock.now()


def test_what_waits_for_a_confirmation_goes_further_too_and_still_waits(case: Dispute) -> None:
    challenge = raised(case)
    resolution = proposed(case, challenge)
    with clock.at(clock.now() + dt.timedelta(days=3)):
        assert move_overdue() == 1
        now = refresh(challenge)
        assert (now.state, now.stage) == ("proposed", 2)
        confirm(case.visitor, Resolution.unscoped.select_related("of").get(pk=resolution.pk))


def test_a_partnership_sets_where_it_begins_and_where_it_ends(case: Dispute) -> None:
    for name, value in (("not_safe_starts_at", "2"), ("last", "3"), ("starts_at", "9")):
        PolicySetting.unscoped.create(
            partnership=a_partnership(), name=f"challenge__{name}", value=value, source="Minute 4",
            set_by="x", from_on=clock.today(),
        )  # fmt: skip
    told = stages_on("northshire")
    assert (told.last, told.starts_at, told.not_safe_starts_at) == (3, 1, 2), "nine is no stage: passed over"
    before = stages_on("northshire", clock.today() - dt.timedelta(days=1))
    assert (before.last, before.not_safe_starts_at) == (5, 3)
    assert shipped().last == 5


# --- the end


def test_one_side_writes_what_was_agreed_and_the_other_ends_it(case: Dispute) -> None:
    challenge = raised(case)
    move_on(case.visitor, challenge, 1, "We still differ.")
    resolution = proposed(case, challenge, case.doors_manager)
    assert refresh(challenge).state == "proposed"
    assert said(entries(case)[1])[3] is None
    confirm(case.visitor, resolution)
    now = refresh(challenge)
    assert (now.state, now.ended_at is not None) == ("settled", True)
    assert [said(one)[3] for one in entries(case)] == [clock.today()] * 2
    assert not Clock.unscoped.filter(process="challenge", state="running").exists()


def test_the_challenged_side_alone_ends_nothing(case: Dispute) -> None:
    challenge = raised(case)
    resolution = proposed(case, challenge)
    for actor in (case.door, case.doors_manager, case.doors_lead):
        with pytest.raises(Refused):
            confirm(actor, resolution)
        with pytest.raises(Refused):
            decide_above(actor, challenge, replace(SETTLED, because="Ours to say."))
    assert refresh(challenge).state == "proposed"


def test_the_raisers_own_agency_does_not_agree_over_the_raisers_head(case: Dispute) -> None:
    challenge = raised(case)
    resolution = proposed(case, challenge)
    for actor in (case.colleague, case.visitors_manager, case.visitors_lead):
        with pytest.raises(Refused):
            confirm(actor, resolution)
    Assignment.unscoped.filter(professional_id=case.visitor.id).update(to_on=dt.date(2026, 11, 1))
    with pytest.raises(Refused):
        confirm(case.colleague, resolution)
    confirm(case.visitors_manager, resolution)
    assert refresh(challenge).state == "settled"


def test_who_covers_the_raiser_speaks_for_the_raiser(case: Dispute) -> None:
    from sightline.agencies.models import Cover

    challenge = raised(case)
    assert speaks_for(case.colleague, challenge) == ""
    Cover.unscoped.create(
        away_id=case.visitor.id, covering_id=case.colleague.id, from_on=clock.today(), to_on=clock.today()
    )
    assert speaks_for(case.colleague, challenge) == "raiser"
    with clock.at(clock.now() + dt.timedelta(days=1)):
        assert speaks_for(case.colleague, challenge) == ""


def test_a_practitioner_does_not_end_what_is_with_the_managers(case: Dispute) -> None:
    challenge = raised(case)
    move_on(case.visitor, challenge, 1, "We still differ.")
    with pytest.raises(Refused):
        proposed(case, challenge, case.door)
    assert proposed(case, challenge, case.doors_lead).side == "challenged", "a later stage may too"


def test_what_was_not_agreed_goes_back_with_the_reason_and_is_kept(case: Dispute) -> None:
    challenge = raised(case)
    first = proposed(case, challenge)
    with pytest.raises(SightlineError, match="Say why"):
        decline(case.visitor, first, "")
    decline(case.visitor, first, "Nobody has examined him.")
    assert refresh(challenge).state == "open"
    second = proposed(case, refresh(challenge), case.visitor)
    assert second.side == "raiser"
    confirm(case.door, second)
    kept = list(challenge.resolutions.order_by("at", "id").values_list("declined_because", flat=True))
    assert kept == ["Nobody has examined him.", ""]


def test_of_two_who_answer_at_once_one_does_and_the_other_is_told(case: Dispute) -> None:
    resolution = proposed(case, raised(case))
    one, two = (Resolution.unscoped.select_related("of__partnership").get(pk=resolution.pk) for _ in "ab")
    confirm(case.visitor, one)
    with pytest.raises(Overtaken, match="answered already"):
        decline(case.visitor, two, "No.")
    assert Resolution.unscoped.get().declined_at is None


def test_of_two_who_write_the_end_at_once_one_does(case: Dispute) -> None:
    challenge = raised(case)
    hers, his = refresh(challenge), refresh(challenge)
    proposed(case, hers, case.visitor)
    with pytest.raises(Overtaken):
        proposed(case, his, case.door)
    assert Resolution.unscoped.count() == 1


@pytest.mark.parametrize(
    ("gap", "words"),
    [({"agreed": ""}, "what was agreed"), ({"changed": "x"}, "whether"), ({"effect": " "}, "for the child")],
)
def test_an_end_says_what_changed_and_what_it_means_for_the_child(
    case: Dispute, gap: dict[str, str], words: str
) -> None:
    challenge = raised(case)
    with pytest.raises(SightlineError, match=words):
        propose(case.door, challenge, replace(SETTLED, **gap))
    assert refresh(challenge).state == "open"


def test_a_designated_lead_of_neither_agency_decides_at_the_last_stage_with_reasons(case: Dispute) -> None:
    challenge = raised(case)
    reasons = replace(SETTLED, because="The mark was never examined.")
    for stage in range(1, 5):
        with pytest.raises(Refused):
            decide_above(case.designated, challenge, reasons)
        move_on(case.visitor, challenge, stage, "Still.")
    assert find_challenge(case.designated, challenge.pk) == challenge
    resolution = proposed(case, challenge, case.doors_lead)
    with pytest.raises(SightlineError, match="reasons"):
        decide_above(case.designated, challenge, SETTLED)
    ordinary = an_actor("police", "safeguarding_lead", lead_kind="named")
    for actor in (ordinary, case.doors_lead, case.visitors_lead):
        with pytest.raises(Refused):
            decide_above(actor, refresh(challenge), reasons)
    decide_above(case.designated, refresh(challenge), reasons)
    assert refresh(challenge).state == "decided"
    assert Resolution.unscoped.get(pk=resolution.pk).declined_because == "Decided above both sides."
    with pytest.raises(Overtaken):
        confirm(case.visitor, Resolution.unscoped.get(pk=resolution.pk))


def test_a_designated_lead_of_a_side_is_not_above_it(case: Dispute) -> None:
    challenge = raised(case)
    own = an_actor("social_care", "safeguarding_lead", lead_kind="designated")
    for stage in range(1, 5):
        move_on(case.visitor, challenge, stage, "Still.")
    with pytest.raises(Refused):
        decide_above(own, challenge, replace(SETTLED, because="Mine."))
    assert side_of(own, challenge) == "challenged"


def test_nothing_is_added_to_what_is_over(case: Dispute) -> None:
    challenge = raised(case)
    confirm(case.visitor, proposed(case, challenge))
    for late in (
        lambda: write_view(case.visitor, challenge, "And another thing."),
        lambda: write_safety(case.visitor, challenge, a_safety()),
        lambda: move_on(case.visitor, challenge, 1, "Still."),
        lambda: proposed(case, challenge, case.visitor),
    ):
        with pytest.raises(Overtaken):
            late()
    assert SideView.unscoped.count() == 1


def test_within_one_agency_the_two_teams_are_the_sides(a_monday: dt.date) -> None:
    case = a_dispute()
    worker = an_actor("social_care", name="So Cial")
    open_to(worker, case.baby)
    case.visitor = worker
    case.referred = a_referral(case)
    challenge = raised(case)
    assert challenge.from_agency_id == challenge.with_agency_id
    assert (side_of(worker, challenge), side_of(case.door, challenge)) == ("raiser", "challenged")
    with pytest.raises(Refused):
        confirm(case.doors_manager, proposed(case, challenge))


# --- the lesson


def pass_to(instant: dt.datetime) -> None:
    with clock.at(instant):
        list(catch_up(clock.today()))


def overdue_questions() -> list[str]:
    return list(
        Prompt.unscoped.filter(point="challenge-overdue")
        .order_by("raised_at")
        .values_list("state", flat=True)
    )


def test_the_lesson_on_challenges_asks_when_a_stage_is_left_lying_and_stops_when_it_is_settled(
    case: Dispute,
) -> None:
    """At the last stage nothing takes it further by itself: then the record asks."""
    challenge = raised(case)
    for stage in range(1, 5):
        move_on(case.visitor, challenge, stage, "Still.")
    pass_to(dt.datetime(2026, 11, 30, 9, tzinfo=clock.LONDON))
    assert overdue_questions() == []
    pass_to(dt.datetime(2026, 12, 1, 9, tzinfo=clock.LONDON))
    assert overdue_questions() == ["open"]
    with clock.at(dt.datetime(2026, 12, 1, 10, tzinfo=clock.LONDON)):
        confirm(case.visitor, propose(case.doors_lead, refresh(challenge), SETTLED))
    assert overdue_questions() == ["resolved"]


def test_the_lesson_asks_again_of_the_next_stage_though_the_first_was_answered(case: Dispute) -> None:
    challenge = raised(case)
    Clock.unscoped.filter(rule="challenge_stage", state="running").update(state="paused")
    pass_to(dt.datetime(2026, 12, 1, 9, tzinfo=clock.LONDON))
    assert overdue_questions() == ["open"]
    Prompt.unscoped.filter(point="challenge-overdue").update(state="answered")
    with clock.at(dt.datetime(2026, 12, 1, 10, tzinfo=clock.LONDON)):
        move_on(case.visitor, refresh(challenge), 1, "A week has passed.")
        Clock.unscoped.filter(rule="challenge_stage", state="running").update(state="paused")
    pass_to(dt.datetime(2026, 12, 8, 9, tzinfo=clock.LONDON))
    assert overdue_questions() == ["answered"]
    pass_to(dt.datetime(2026, 12, 9, 9, tzinfo=clock.LONDON))
    assert overdue_questions() == ["answered", "open"]


def test_a_day_that_passes_takes_what_ran_over_to_the_next_stage(case: Dispute) -> None:
    challenge = raised(case)
    pass_to(dt.datetime(2026, 11, 24, 9, tzinfo=clock.LONDON))
    assert refresh(challenge).stage == 1
    pass_to(dt.datetime(2026, 11, 25, 0, 5, tzinfo=clock.LONDON))
    assert refresh(challenge).stage == 2
    trace = LedgerEntry.ledger.filter(event="challenge.moved_on").get()
    assert trace.actor_id == "system:tick"


def test_a_challenge_of_another_baby_is_not_moved_by_hand_of_the_clock(case: Dispute) -> None:
    other = a_baby("Ash", "Example")
    open_to(case.visitor, other)
    from sightline.challenge.moving import move_by_clock

    with pytest.raises(Refused):
        move_by_clock(case.visitor, raised(case))


def test_nobody_confirms_for_the_other_side_what_they_wrote_themselves(case: Dispute) -> None:
    """The raiser leads another team of the same agency, and puts on the other hat."""
    team = a_team(an_agency("health_visiting"), "Team Two")
    other_hat = an_actor(team=team, role="team_manager", professional=professional_of(case.visitor))
    midway = an_actor(team=team, name="Mia Team Two")
    open_to(midway, case.baby)
    matter = find_matter(case.visitor, "baby", case.baby.pk)
    whom = next(one for one in matter.challenged if one.team == team)
    challenge = raise_challenge(case.visitor, matter, whom, written())
    resolution = propose(case.visitor, challenge, SETTLED)
    assert speaks_for(other_hat, refresh(challenge)) == "challenged"
    with pytest.raises(Refused):
        confirm(other_hat, resolution)
    confirm(an_actor(team=team, role="team_manager"), resolution)
    assert refresh(challenge).state == "settled"


def test_who_raised_it_stands_above_nobody_in_another_role(case: Dispute) -> None:
    challenge = raised(case)
    hospital = a_team(an_agency("hospital"))
    above = an_actor(
        role="safeguarding_lead", team=hospital, professional=professional_of(case.visitor),
        lead_kind="designated",
    )  # fmt: skip
    Challenge.unscoped.filter(pk=challenge.pk).update(stage=stages_on("northshire").last)
    with pytest.raises(Refused):
        decide_above(above, refresh(challenge), replace(SETTLED, because="I think so."))


def test_a_safety_step_pressed_twice_is_one(case: Dispute) -> None:
    challenge = raised(case)
    assert write_safety(case.visitor, challenge, a_safety()) == write_safety(
        case.visitor, challenge, a_safety()
    )
    assert SafetyAction.unscoped.count() == 1


def professional_of(actor: Actor) -> Professional:
    return Professional.objects.get(pk=actor.id)
