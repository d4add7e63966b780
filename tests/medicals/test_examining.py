"""From accepting to the final opinion: the order, the clocks, the words that are never written over."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from medical_world import (
    CONSENT,
    LAST,
    OPINION,
    Place,
    accepting,
    clock_of,
    entry_of,
    examined,
    said_of,
)

from factories import an_actor
from sightline.access.models import Notice
from sightline.agencies.models import PolicySetting
from sightline.core import clock
from sightline.core.errors import Refused, SightlineError
from sightline.core.steps import Overtaken
from sightline.medicals.accepting import (
    accept_medical,
    call_off_medical,
    consent_of,
    decline_medical,
    record_consent,
)
from sightline.medicals.codes import NOT_A_CLEARANCE, OUTCOMES
from sightline.medicals.examining import (
    add_addendum,
    finish_medical,
    give_opinion,
    is_same_day,
    opinion_of,
    record_examination,
)
from sightline.medicals.models import Consent, FollowUp, Medical, Opinion, Told
from sightline.medicals.sharing import add_follow_up, must_know, record_told
from sightline.medicals.steps import MEDICAL
from sightline.medicals.written import CallingOff, Consenting, Following, Opined, Telling

pytestmark = pytest.mark.django_db
REFUSED = Consenting("refused", "Tess Askew, mother", because="She wants to ask a solicitor first.")


def test_it_is_accepted_with_where_and_when_and_the_asker_is_told(place: Place) -> None:
    medical = accept_medical(place.examiner, place.asked(), accepting())
    assert (medical.state, medical.place, medical.police) == ("accepted", "Children’s ward, room 4", "asked")
    assert clock_of(medical, "medical_accepted").state == "met"
    told = Notice.unscoped.get(professional_id=place.worker.id)
    assert "accepted" in told.words
    assert "ward" not in told.words


def test_not_asking_the_police_needs_its_reason(place: Place) -> None:
    medical = place.asked()
    with pytest.raises(SightlineError, match="why the police are not asked"):
        accept_medical(place.examiner, medical, accepting(police="not_asked"))
    kept = accept_medical(
        place.examiner, medical, accepting(police="not_asked", police_because="Planned with them by phone.")
    )
    assert kept.police_because == "Planned with them by phone."


@pytest.mark.parametrize("police", ["", "came", "perhaps"])
def test_whether_the_police_are_asked_is_said(place: Place, police: str) -> None:
    with pytest.raises(SightlineError, match="whether the police"):
        accept_medical(place.examiner, place.asked(), accepting(police=police))


def test_it_is_not_booked_for_before_it_was_asked(place: Place) -> None:
    medical = place.asked()
    with pytest.raises(SightlineError, match="before the medical was asked"):
        accept_medical(
            place.examiner, medical, accepting(booked_for=medical.asked_at - dt.timedelta(seconds=1))
        )
    assert accept_medical(place.examiner, medical, accepting(booked_for=medical.asked_at)).booked_for


def test_it_is_declined_with_a_reason_that_the_asker_reads(place: Place) -> None:
    medical = place.asked()
    with pytest.raises(SightlineError, match="why it is declined"):
        decline_medical(place.examiner, medical, "")
    decline_medical(place.examiner, medical, "No examiner is free before Friday.")
    assert (medical.state, entry_of(medical).withdrawn) == ("declined", True)
    assert "challenge" in Notice.unscoped.get(professional_id=place.worker.id).words


def test_two_who_accept_at_once_accept_once(place: Place) -> None:
    medical = place.asked()
    mine, theirs = Medical.unscoped.get(pk=medical.pk), Medical.unscoped.get(pk=medical.pk)
    accept_medical(place.examiner, mine, accepting(place="Room 1"))
    with pytest.raises(Overtaken, match="already: accepted"):
        accept_medical(place.another_examiner(), theirs, accepting(place="Room 2"))
    assert Medical.unscoped.get(pk=medical.pk).place == "Room 1"
    assert Notice.unscoped.filter(professional_id=place.worker.id).count() == 1


def test_one_who_declines_while_another_accepts_changes_nothing(place: Place) -> None:
    medical = place.asked()
    stale = Medical.unscoped.get(pk=medical.pk)
    accept_medical(place.examiner, medical, accepting())
    with pytest.raises(Overtaken):
        decline_medical(place.another_examiner(), stale, "No room.")
    assert not entry_of(medical).withdrawn


def test_the_order_is_the_tables_and_no_other() -> None:
    allowed = {(step.state, step.event): step.to for step in MEDICAL.steps}
    assert allowed == {
        ("asked", "accept"): "accepted",
        ("asked", "decline"): "declined",
        ("asked", "withdraw"): "withdrawn",
        ("accepted", "examine"): "examined",
        ("accepted", "call_off"): "called_off",
        ("examined", "give_opinion"): "opinion",
        ("opinion", "finish"): "final",
    }
    events = {event for _, event in allowed}
    for state, event in itertools.product(MEDICAL.states, events):
        assert bool(MEDICAL.may(state, event)) == ((state, event) in allowed)


@pytest.mark.parametrize("state", sorted(MEDICAL.states))
def test_each_act_is_done_in_its_state_alone(place: Place, state: str) -> None:
    medical = place.accepted()
    if state not in ("examined", "opinion", "final"):
        Medical.unscoped.filter(pk=medical.pk).update(state=state)
    else:
        record_examination(place.examiner, medical, examined())
        Medical.unscoped.filter(pk=medical.pk).update(state=state)
    acts = {
        "accept": lambda one: accept_medical(place.examiner, one, accepting()),
        "decline": lambda one: decline_medical(place.examiner, one, "No."),
        "examine": lambda one: record_examination(place.examiner, one, examined()),
        "call_off": lambda one: call_off_medical(place.examiner, one, CallingOff("elsewhere", "At home.")),
        "give_opinion": lambda one: give_opinion(place.examiner, one, OPINION),
        "finish": lambda one: finish_medical(place.examiner, one, LAST),
    }
    for event, do in acts.items():
        if MEDICAL.may(state, event):
            continue
        with pytest.raises(Overtaken):
            do(Medical.unscoped.get(pk=medical.pk))
    assert Medical.unscoped.get(pk=medical.pk).state == state


@pytest.mark.parametrize("sector", ["hospital", "police"])
def test_nobody_else_examines_or_opines(place: Place, sector: str) -> None:
    medical = place.accepted()
    other = an_actor(sector, "safeguarding_lead")
    for do in (
        lambda: record_examination(other, medical, examined()),
        lambda: give_opinion(other, medical, OPINION),
        lambda: record_examination(place.worker, medical, examined()),
    ):
        with pytest.raises(Refused):
            do()


def test_nothing_is_examined_without_consent(place: Place) -> None:
    medical = accept_medical(place.examiner, place.asked(), accepting())
    with pytest.raises(SightlineError, match="No consent is recorded"):
        record_examination(place.examiner, medical, examined())
    record_consent(place.worker, medical, REFUSED)
    with pytest.raises(SightlineError, match="refused"):
        record_examination(place.examiner, medical, examined())
    assert Medical.unscoped.get(pk=medical.pk).state == "accepted"


@pytest.mark.parametrize("answer", ["court", "emergency"])
def test_after_a_refusal_a_court_or_an_emergency_allows_it(place: Place, answer: str) -> None:
    medical = accept_medical(place.examiner, place.asked(), accepting())
    record_consent(place.examiner, medical, REFUSED)
    record_consent(place.examiner, medical, Consenting(answer, "Dr Okafor", because="Head injury."))
    record_examination(place.examiner, medical, examined())
    assert Consent.unscoped.filter(of=medical).count() == 2


def test_consent_taken_back_stands(place: Place) -> None:
    medical = place.accepted()
    record_consent(place.examiner, medical, REFUSED)
    standing = consent_of(medical)
    assert standing is not None
    assert standing.answer == "refused"
    with pytest.raises(SightlineError, match="refused"):
        record_examination(place.examiner, medical, examined())


def test_a_refusal_tells_who_asked_and_consent_does_not(place: Place) -> None:
    medical = place.asked()
    record_consent(place.examiner, medical, CONSENT)
    assert not Notice.unscoped.filter(professional_id=place.worker.id).exists()
    record_consent(place.examiner, medical, REFUSED)
    assert Notice.unscoped.filter(professional_id=place.worker.id).count() == 1


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        (Consenting("given", "Tess Askew"), "how it is known"),
        (Consenting("refused", "Tess Askew"), "what was said"),
        (Consenting("given", "", "On the record"), "who was asked"),
        (Consenting("perhaps", "Tess Askew", "On the record", "x"), "Choose what was said"),
    ],
)
def test_consent_has_its_person_and_its_ground(place: Place, said: Consenting, fault: str) -> None:
    with pytest.raises(SightlineError, match=fault):
        record_consent(place.examiner, place.asked(), said)


def test_consent_is_settled_before_the_examination(place: Place) -> None:
    with pytest.raises(SightlineError, match="has been examined"):
        record_consent(place.examiner, place.examined(), CONSENT)


def test_an_examination_gives_the_entry_its_day_and_starts_both_clocks(place: Place) -> None:
    medical = place.examined()
    said = said_of(medical)
    assert (said.police_present, said.outcome, entry_of(medical).happened_to) == (True, None, clock.today())
    assert entry_of(medical).sensitivity == "restricted"
    assert clock_of(medical, "medical_opinion").due_at == clock.end_of(clock.today())
    final = clock_of(medical, "medical_final")
    assert final.due_at == clock.end_of(clock.add_working_days(clock.today(), 10))
    assert (final.owner_role, final.owner_professional_id) == ("examiner", None)


@pytest.mark.parametrize(
    ("gap", "fault"),
    [
        ("place", "where the baby was"),
        ("grade", "grade"),
        ("skin_seen", "how much of the skin"),
        ("findings", "Write the findings"),
        ("differential", "other causes"),
    ],
)
def test_what_an_examination_must_say(place: Place, gap: str, fault: str) -> None:
    medical = place.accepted()
    with pytest.raises(SightlineError, match=fault):
        record_examination(place.examiner, medical, examined(**{gap: ""}))
    assert Medical.unscoped.get(pk=medical.pk).state == "accepted"


@pytest.mark.parametrize("police", ["declined", "did_not_come"])
def test_police_who_were_not_there_are_said_with_why(place: Place, police: str) -> None:
    medical = place.accepted()
    with pytest.raises(SightlineError, match="why the police were not there"):
        record_examination(place.examiner, medical, examined(police=police))
    record_examination(place.examiner, medical, examined(police=police, police_because="No officer free."))
    assert said_of(medical).police_present is False


def test_police_who_were_asked_are_not_later_said_not_to_have_been(place: Place) -> None:
    with pytest.raises(SightlineError, match="were asked when it was accepted"):
        record_examination(
            place.examiner, place.accepted(), examined(police="not_asked", police_because="Forgot.")
        )


def test_an_examination_is_neither_to_come_nor_before_it_was_asked_for(place: Place) -> None:
    medical = place.accepted()
    ahead = clock.now() + dt.timedelta(minutes=1)
    with pytest.raises(SightlineError, match="not come yet"):
        record_examination(place.examiner, medical, examined(examined_at=ahead))
    day = clock.start_of(clock.today())
    with pytest.raises(SightlineError, match="before the medical was asked"):
        record_examination(place.examiner, medical, examined(examined_at=day - dt.timedelta(microseconds=1)))
    assert record_examination(place.examiner, medical, examined(examined_at=day)).examined_at == day


@pytest.mark.parametrize(
    ("hour", "minute", "day", "same"), [(23, 59, 23, True), (0, 0, 24, False)], ids=["23:59", "midnight"]
)
def test_the_same_day_ends_at_midnight_in_london(
    place: Place, hour: int, minute: int, day: int, same: bool
) -> None:
    medical = place.examined()
    at = dt.datetime(2026, 11, day, hour, minute, 0, tzinfo=clock.LONDON)
    with clock.at(at):
        given = give_opinion(place.examiner, medical, OPINION)
    due = clock_of(medical, "medical_opinion")
    assert is_same_day(medical.examination, given) is same
    assert (due.ended_at is not None and due.ended_at <= due.due_at) is same
    assert due.state == "met"


def test_in_summer_the_day_is_londons_and_not_utcs(place: Place) -> None:
    with clock.at(dt.datetime(2027, 7, 5, 23, 30, tzinfo=clock.LONDON)):
        medical = place.examined()
        assert clock_of(medical, "medical_opinion").due_at == dt.datetime(
            2027, 7, 5, 22, 59, 59, 999999, tzinfo=dt.UTC
        )
    with clock.at(dt.datetime(2027, 7, 5, 23, 15, tzinfo=dt.UTC)):
        given = give_opinion(place.examiner, medical, OPINION)
    assert not is_same_day(medical.examination, given)


def test_inconclusive_is_an_opinion_and_no_clearance(place: Place) -> None:
    medical = place.opined()
    said = said_of(medical)
    assert (said.outcome, said.outcome_on) == ("inconclusive", clock.today())
    assert "not a clearance" in NOT_A_CLEARANCE


@pytest.mark.parametrize("outcome", ["not_recorded", "", "clear"])
def test_an_opinion_says_something(place: Place, outcome: str) -> None:
    assert outcome not in OUTCOMES
    medical = place.examined()
    with pytest.raises(SightlineError, match="Choose what the opinion is"):
        give_opinion(place.examiner, medical, Opined(outcome, "Words."))
    with pytest.raises(SightlineError, match="own words"):
        give_opinion(place.examiner, medical, Opined("accidental", " "))


def test_opinions_are_added_and_never_written_over(place: Place) -> None:
    medical = place.finished()
    add_addendum(place.examiner, medical, Opined("inflicted", "The film shows a healing rib."))
    rows = Opinion.unscoped.filter(of=medical).order_by("at", "id")
    assert [(row.kind, row.outcome) for row in rows] == [
        ("preliminary", "inconclusive"),
        ("final", "accidental"),
        ("addendum", "inflicted"),
    ]
    assert rows[0].words == OPINION.words
    assert said_of(medical).outcome == "inflicted"
    assert Medical.unscoped.get(pk=medical.pk).state == "final"
    assert clock_of(medical, "medical_final").state == "met"


def test_the_same_addendum_pressed_twice_is_added_once(place: Place) -> None:
    medical = place.opined()
    again = Opined("medical_cause", "The clotting result is low.")
    assert add_addendum(place.examiner, medical, again) == add_addendum(place.examiner, medical, again)
    assert opinion_of(medical) == Opinion.unscoped.get(kind="addendum")


def test_there_is_no_addendum_before_an_opinion(place: Place) -> None:
    with pytest.raises(SightlineError, match="no opinion to add to"):
        add_addendum(place.examiner, place.examined(), OPINION)


def test_a_colleague_gives_the_opinion_when_the_examiner_is_away(place: Place) -> None:
    other = place.another_examiner(name="Dr Ana Reyes")
    assert give_opinion(other, place.examined(), OPINION).by.name == "Dr Ana Reyes"


@pytest.mark.parametrize(("why", "stands"), [("not_brought", True), ("not_needed", False)])
def test_called_off_the_request_stands_unless_it_is_not_needed(place: Place, why: str, stands: bool) -> None:
    medical = place.accepted()
    with pytest.raises(SightlineError, match="what is done instead"):
        call_off_medical(place.examiner, medical, CallingOff(why, ""))
    call_off_medical(place.examiner, medical, CallingOff(why, "A visit today."))
    assert entry_of(medical).withdrawn is not stands


def test_each_agency_that_must_know_is_told_or_seen_not_to_be(place: Place) -> None:
    medical = place.opined()
    assert {one.sector: one.told for one in must_know(medical)} == dict.fromkeys(
        ("social_care", "police", "gp", "health_visiting", "midwifery")
    )
    record_told(place.examiner, medical, Telling("gp", "Dr Moss", "letter"))
    record_told(place.worker, medical, Telling("nursery", "The manager", "telephone"))
    by_sector = {one.sector: one for one in must_know(medical)}
    assert by_sector["gp"].told is not None
    assert not by_sector["gp"].is_old
    assert by_sector["nursery"].told is not None
    assert by_sector["police"].told is None


def test_an_opinion_after_the_telling_makes_the_telling_old(place: Place) -> None:
    medical = place.opined()
    record_told(place.examiner, medical, Telling("gp", "Dr Moss", "letter"))
    with clock.at(clock.now() + dt.timedelta(days=1)):
        finish_medical(place.examiner, medical, LAST)
        assert next(one for one in must_know(medical) if one.sector == "gp").is_old
        record_told(place.examiner, medical, Telling("gp", "Dr Moss", "letter"))
        assert not next(one for one in must_know(medical) if one.sector == "gp").is_old


def test_nothing_is_told_before_there_is_an_opinion(place: Place) -> None:
    with pytest.raises(SightlineError, match="no opinion to tell"):
        record_told(place.examiner, place.examined(), Telling("gp", "Dr Moss", "letter"))
    assert not Told.unscoped.exists()


def test_what_follows_is_listed_also_while_no_day_is_booked(place: Place) -> None:
    medical = place.examined()
    add_follow_up(place.examiner, medical, Following("Second film", "The ward"))
    with pytest.raises(SightlineError, match="has passed"):
        add_follow_up(
            place.examiner, medical, Following("Clinic", "Us", clock.today() - dt.timedelta(days=1))
        )
    for _ in ("pressed", "pressed again"):
        add_follow_up(place.examiner, medical, Following("Clinic", "Us", clock.today()))
    assert FollowUp.unscoped.filter(of=medical).count() == 2
    with pytest.raises(Refused):
        add_follow_up(place.worker, medical, Following("Clinic", "Us"))


def test_a_partnership_sets_its_own_limit(place: Place) -> None:
    PolicySetting.unscoped.create(
        partnership=place.baby.partnership,
        name="clock__medical_final",
        value="5",
        from_on=clock.today(),
        source="Board, November 2026",
        set_by="test",
    )
    final = clock_of(place.examined(), "medical_final")
    assert final.due_at == clock.end_of(clock.add_working_days(clock.today(), 5))
