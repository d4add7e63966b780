"""A question is answered once, in one of four ways, by those whom it is put to; and the answer is traced."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from asked import MARK, MOVE, Family, a_family, a_mark, a_move, on, pass_today, prompts_of, the_prompt

from factories import a_team, an_actor, an_agency, entry_on, open_to
from sightline.access.actions import end_involvement
from sightline.agencies.models import Cover, Professional
from sightline.chronology.actions import correct
from sightline.chronology.kinds import Injury, Observation
from sightline.core import clock
from sightline.core.actors import TICK, Actor
from sightline.core.errors import Refused, SightlineError
from sightline.core.models import LedgerChild, LedgerEntry
from sightline.prompts.actions import answer
from sightline.prompts.answering_policy import may_answer
from sightline.prompts.models import ANSWERS, Answer, Evidence, Prompt
from sightline.prompts.queries import waiting_for

pytestmark = pytest.mark.django_db
NEED_WORDS = ("already_known", "does_not_fit")


@pytest.fixture(autouse=True)
def _a_monday_morning() -> Iterator[None]:
    with on(0):
        yield


@pytest.fixture
def family() -> Family:
    return a_family()


@pytest.fixture
def prompt(family: Family) -> Prompt:
    a_mark(family)
    return the_prompt(family, MARK)


def stored(prompt: Prompt) -> Prompt:
    return Prompt.unscoped.get(pk=prompt.pk)


@pytest.mark.parametrize("given", ANSWERS)
def test_each_of_the_four_answers_ends_the_question(given: str, family: Family, prompt: Prompt) -> None:
    said = answer(family.visitor, prompt, given, " Rang the front door. ")
    assert (said.answer, said.words) == (given, "Rang the front door.")
    assert (str(said.by_id), said.team_id, said.role) == (
        str(family.visitor.id),
        family.visitor.team_id,
        "practitioner",
    )
    assert said.at == clock.now()
    assert stored(prompt).state == "answered"
    assert waiting_for(family.visitor) == []


@pytest.mark.parametrize("given", ANSWERS)
@pytest.mark.parametrize("words", ["", "   "])
def test_where_it_is_known_and_why_it_does_not_fit_are_said_in_words(
    given: str, words: str, family: Family, prompt: Prompt
) -> None:
    decision = may_answer(family.visitor, prompt, given, words)
    assert bool(decision) is (given not in NEED_WORDS)
    if not decision:
        with pytest.raises(Refused, match="Say in a few words"):
            answer(family.visitor, prompt, given, words)
        assert stored(prompt).state == "open"


def test_there_is_no_fifth_answer(family: Family, prompt: Prompt) -> None:
    with pytest.raises(Refused, match="not one of the four"):
        answer(family.visitor, prompt, "ignored")
    assert not Answer.unscoped.exists()


def test_a_colleague_of_the_team_may_answer_and_another_service_with_the_page_open_may_not(
    family: Family, prompt: Prompt
) -> None:
    surgery = an_actor("gp")
    open_to(surgery, family.baby)
    with pytest.raises(Refused, match="asked of somebody else"):
        answer(surgery, prompt, "acted_on")
    colleague = an_actor(team=a_team())
    assert answer(colleague, prompt, "acted_on").by_id != family.visitor.id


def test_an_auditor_of_the_team_reads_and_answers_nothing(family: Family, prompt: Prompt) -> None:
    auditor = an_actor(role="auditor", team=a_team())
    assert not may_answer(auditor, prompt, "acted_on")


def test_a_stranger_is_told_no_more_than_of_a_question_that_is_not_there(prompt: Prompt) -> None:
    stranger = an_actor("police")
    refusal = may_answer(stranger, prompt, "acted_on")
    assert refusal.because == "There is no such record, or none that you may open."


def test_no_part_of_the_system_answers(prompt: Prompt) -> None:
    assert not may_answer(TICK, prompt, "acted_on")


def a_cover(away: Actor, covering: Actor, days: int) -> None:
    Cover.unscoped.create(
        away=Professional.objects.get(pk=away.id),
        covering=Professional.objects.get(pk=covering.id),
        from_on=clock.today(),
        to_on=clock.today().replace(day=clock.today().day + days),
    )


@pytest.mark.parametrize(("days_later", "may"), [(0, True), (2, True), (3, False)])
def test_who_covers_a_colleague_is_asked_until_the_last_day_of_the_cover(
    family: Family, prompt: Prompt, days_later: int, may: bool
) -> None:
    stand_in = an_actor(team=a_team(an_agency("health_visiting"), "Team Two"))
    a_cover(family.visitor, stand_in, days=2)
    with on(days_later):
        assert bool(may_answer(stand_in, prompt, "acted_on")) is may
        assert (prompt in waiting_for(stand_in)) is may


def test_a_team_that_is_involved_no_more_answers_no_more(family: Family, prompt: Prompt) -> None:
    end_involvement(family.visitor, family.involved, "Moved away")
    assert not may_answer(family.visitor, prompt, "acted_on")


@pytest.mark.parametrize(("sector", "may"), [("midwifery", True), ("police", False)])
def test_a_question_is_not_answered_by_somebody_who_may_not_read_what_it_stands_on(
    family: Family, sector: str, may: bool
) -> None:
    entry = entry_on(family.mother, Observation("domestic_abuse_victim"), agency=an_agency(sector))
    prompt = Prompt.unscoped.create(
        child=family.child,
        point="known-to-one-agency",
        tempo="week",
        raised_on=clock.today(),
        owner_part="health_visitor",
        owner_team=a_team(),
    )
    Evidence.unscoped.create(prompt=prompt, entry=entry, root_id=entry.id, because="violence_now")
    assert bool(may_answer(family.visitor, prompt, "acted_on")) is may


def test_of_two_who_answer_one_after_the_other_the_second_is_told_that_it_waits_no_more(
    family: Family, prompt: Prompt
) -> None:
    answer(family.visitor, stored(prompt), "acted_on")
    with pytest.raises(Refused, match="no longer waiting"):
        answer(family.visitor, stored(prompt), "acted_on")


def test_of_two_who_opened_the_question_before_either_answered_one_answers_and_one_is_told(
    family: Family, prompt: Prompt
) -> None:
    mine, theirs = stored(prompt), stored(prompt)
    answer(family.visitor, mine, "acted_on", "First")
    with pytest.raises(SightlineError, match="answered a moment ago"):
        answer(an_actor(team=a_team()), theirs, "does_not_fit", "Second")
    assert Answer.unscoped.get().words == "First"


def test_who_answers_while_the_record_settles_it_is_told_so_and_not_that_another_answered(
    family: Family,
) -> None:
    entry = a_mark(family)
    opened = the_prompt(family, MARK)
    correct(family.visitor, entry, Injury("bruise", site="left cheek", medical_cause=True))
    with pytest.raises(SightlineError, match="ended a moment ago") as told:
        answer(family.visitor, opened, "acted_on")
    assert "answered it first" not in str(told.value)
    assert not Answer.unscoped.exists()


def test_answering_leaves_one_trace_that_names_the_question_and_the_baby(
    family: Family, prompt: Prompt
) -> None:
    answer(family.visitor, prompt, "acted_on")
    (trace,) = LedgerEntry.ledger.filter(event="prompt.answered")
    assert f"prompt:{prompt.pk}" in str(trace.records)
    assert LedgerChild.ledger.filter(entry=trace, child_id=family.child.pk).exists()


def test_a_refused_answer_is_traced_too_and_changes_nothing(family: Family, prompt: Prompt) -> None:
    with pytest.raises(Refused):
        answer(family.visitor, prompt, "does_not_fit", "")
    (trace,) = LedgerEntry.ledger.filter(event="prompt.answered")
    assert trace.outcome == "refused"
    assert stored(prompt).state == "open"


def test_not_safe_to_ask_now_ends_the_question_until_there_is_something_new(family: Family) -> None:
    a_move(family)
    with on(28):
        pass_today()
        prompt = the_prompt(family, MOVE)
        answer(family.visitor, prompt, "not_safe_to_ask")
    for later in (29, 90):
        with on(later):
            pass_today()
    assert [one.state for one in prompts_of(family, MOVE)] == ["answered"]
    with on(91):
        a_move(family)
    with on(119):
        pass_today()
    assert [one.state for one in prompts_of(family, MOVE)] == ["answered", "open"]
