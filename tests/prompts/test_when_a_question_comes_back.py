"""A question is asked once: it comes back only with new evidence, and ends when its evidence does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from asked import (
    DAY,
    HARD,
    MARK,
    MOVE,
    Family,
    a_family,
    a_mark,
    a_move,
    each_day,
    on,
    pass_today,
    prompts_of,
    the_prompt,
    told_by_mother,
)

from factories import a_person, a_team, an_actor, an_agency, an_entry, open_to, received
from sightline.chronology.actions import correct, record, withdraw
from sightline.chronology.kinds import Injury, MovedArea
from sightline.core import clock
from sightline.core.actors import IMPORT
from sightline.linkage.actions import link, unlink
from sightline.people.models import SourcePerson
from sightline.prompts.actions import answer
from sightline.prompts.keeping import UNDONE, VANISHED
from sightline.prompts.models import Evidence, Prompt

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _a_monday_morning() -> Iterator[None]:
    with on(0):
        yield


@pytest.fixture
def family() -> Family:
    return a_family()


def states(family: Family, point: str = MARK) -> list[str]:
    return [prompt.state for prompt in prompts_of(family, point)]


def answered(family: Family, point: str = MARK) -> Prompt:
    prompt = prompts_of(family, point)[-1]
    answer(family.visitor, prompt, "acted_on")
    return prompt


def test_a_second_mark_adds_to_a_question_that_waits_and_asks_no_other(family: Family) -> None:
    first = a_mark(family)
    second = a_mark(family, site="ear")
    prompt = the_prompt(family, MARK)
    assert set(prompt.evidence.values_list("entry_id", flat=True)) == {first.pk, second.pk}


def test_an_answered_question_stays_answered_as_days_and_other_entries_pass(family: Family) -> None:
    a_mark(family)
    answered(family)
    a_move(family)
    each_day(1, 3)
    assert states(family) == ["answered"]


def test_a_new_mark_after_the_answer_asks_again(family: Family) -> None:
    a_mark(family)
    answered(family)
    with on(5):
        a_mark(family, site="ear")
    assert states(family) == ["answered", "open"]


def test_a_correction_of_what_was_answered_is_nothing_new(family: Family) -> None:
    entry = a_mark(family)
    answered(family)
    with on(1):
        correct(family.visitor, entry, Injury("bruise", site="left cheek", explanation_fits="yes"))
    assert states(family) == ["answered"]


def test_a_correction_while_it_waits_keeps_the_question_and_shows_the_new_version(family: Family) -> None:
    entry = a_mark(family)
    with on(1):
        right = correct(family.visitor, entry, Injury("bruise", site="right cheek"))
    prompt = the_prompt(family, MARK)
    assert prompt.state == "open"
    kept = Evidence.unscoped.filter(prompt=prompt)
    assert list(kept.filter(gone_at__isnull=True).values_list("entry_id", flat=True)) == [right.pk]
    assert list(kept.filter(gone_at__isnull=False).values_list("entry_id", flat=True)) == [entry.pk]


def test_what_vanishes_from_the_record_resolves_the_question_and_is_kept_and_dated(family: Family) -> None:
    entry = a_mark(family)
    with on(1, hour=15):
        withdraw(family.visitor, entry, "Of another baby")
        prompt = the_prompt(family, MARK)
        assert (prompt.state, prompt.ended_because, prompt.ended_at) == ("resolved", VANISHED, clock.now())
    assert Evidence.unscoped.filter(prompt=prompt).exists()


def test_an_answer_is_not_overwritten_when_its_evidence_vanishes(family: Family) -> None:
    entry = a_mark(family)
    answered(family)
    withdraw(family.visitor, entry, "Of another baby")
    assert states(family) == ["answered"]


def test_a_question_that_the_record_resolved_is_asked_when_it_stands_again(family: Family) -> None:
    entry = a_mark(family)
    right = correct(family.visitor, entry, Injury("bruise", site="left cheek", medical_cause=True))
    assert states(family) == ["resolved"]
    with on(1):
        correct(family.visitor, right, Injury("bruise", site="left cheek", medical_cause=False))
    assert states(family) == ["resolved", "open"]


def test_part_of_the_evidence_may_go_and_the_question_stays(family: Family) -> None:
    first = a_mark(family)
    second = a_mark(family, site="ear")
    withdraw(family.visitor, first, "Of another baby")
    prompt = the_prompt(family, MARK)
    assert prompt.state == "open"
    standing = prompt.evidence.filter(gone_at__isnull=True)
    assert list(standing.values_list("entry_id", flat=True)) == [second.pk]


def test_new_evidence_that_is_urgent_makes_a_waiting_question_urgent_and_never_less(family: Family) -> None:
    told_by_mother(family, "struggling")
    with on(14):
        pass_today()
        prompt = the_prompt(family, HARD)
        assert (prompt.tempo, prompt.due_on) == ("week", clock.add_working_days(clock.today(), 5))
    with on(15) as day:
        told = told_by_mother(family, "harm_disclosed")
        prompt = the_prompt(family, HARD)
        assert (prompt.tempo, prompt.due_on) == ("now", day)
    with on(16):
        withdraw(family.visitor, told, "Misheard")
    assert the_prompt(family, HARD).tempo == "now"


def another_record() -> SourcePerson:
    """A surgery's own record of a baby of the same age, with a bruise that its practitioner saw."""
    born = DAY - dt.timedelta(days=60)
    surgery = an_actor("gp", team=a_team(an_agency("gp"), "Surgery"))
    agency = an_agency("gp")
    received(agency, a_person("patient", kind="baby", given_name="Ash", born_from=born, born_to=born))
    source = SourcePerson.unscoped.get(key="patient")
    open_to(surgery, source.person.baby)
    received(agency, an_entry("patient", Injury("bruise", site="ear"), DAY))
    return source


def test_a_link_brings_the_question_with_it_and_undoing_it_withdraws_it_with_the_reason(
    family: Family,
) -> None:
    claim = link(IMPORT, another_record(), family.child, "The same number")
    assert states(family) == ["open"]
    with on(1):
        unlink(IMPORT, claim, "Two families")
        prompt = the_prompt(family, MARK)
        assert (prompt.state, prompt.ended_because, prompt.ended_at) == ("withdrawn", UNDONE, clock.now())


def test_undoing_a_link_leaves_what_stands_without_it(family: Family) -> None:
    a_mark(family)
    claim = link(IMPORT, another_record(), family.child, "The same number")
    unlink(IMPORT, claim, "Two families")
    prompt = the_prompt(family, MARK)
    assert prompt.state == "open"
    assert prompt.evidence.filter(gone_at__isnull=True).count() == 1


def test_an_answer_given_before_two_records_were_joined_holds_after_it(family: Family) -> None:
    source = another_record()
    surgery = an_actor(team=a_team(an_agency("gp"), "Surgery"))
    other = Prompt.unscoped.get(child=source.person, point=MARK)
    answer(surgery, other, "acted_on")
    link(IMPORT, source, family.child, "The same number")
    assert states(family) == []
    a_mark(family)
    assert states(family) == ["open"]


def test_a_question_waits_from_its_boundary_on_and_not_a_day_before(family: Family) -> None:
    a_move(family)
    each_day(27, 27)
    assert states(family, MOVE) == []
    each_day(28, 29)
    assert states(family, MOVE) == ["open"]


def test_where_nobody_says_whether_the_history_came_nothing_is_asked(family: Family) -> None:
    record(family.visitor, family.child, MovedArea(from_area="another county"), happened_on=DAY)
    each_day(28, 28)
    assert states(family, MOVE) == []


def test_what_answers_a_waiting_question_in_the_record_resolves_it(family: Family) -> None:
    a_move(family)
    each_day(28, 28)
    with on(30):
        came = MovedArea(from_area="another county", history_received=True)
        record(family.visitor, family.child, came, happened_on=clock.today())
    assert states(family, MOVE) == ["resolved"]
