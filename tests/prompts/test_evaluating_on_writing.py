"""What is written about a baby or its network is evaluated with it: all of it is saved, or none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from asked import (
    DAY,
    MARK,
    Family,
    a_family,
    a_mark,
    each_day,
    on,
    pass_today,
    prompts_of,
    the_prompt,
)

from factories import a_baby, a_person, a_source_person, an_actor, an_agency, an_entry, received
from sightline.chronology.kinds import Injury, Observation, Relationship
from sightline.chronology.models import Entry
from sightline.linkage.actions import link, unlink
from sightline.linkage.models import Claim
from sightline.people.models import Baby, SourcePerson
from sightline.projection.network import MOST_BABIES
from sightline.prompts import evaluating, keeping
from sightline.prompts.models import Postponed, Prompt
from sightline.prompts.queries import is_postponed

pytestmark = pytest.mark.django_db
REMOVED = "fresh-start"


@pytest.fixture(autouse=True)
def _a_monday_morning() -> Iterator[None]:
    with on(0):
        yield


@pytest.fixture
def family() -> Family:
    return a_family()


def test_a_question_is_there_when_what_raises_it_is_saved(family: Family) -> None:
    a_mark(family)
    prompt = the_prompt(family, MARK)
    assert (prompt.state, prompt.tempo, prompt.raised_on, prompt.due_on) == ("open", "now", DAY, DAY)
    assert prompt.policy == {
        "non_mobile_injury__birthmark_by": "default",
        "non_mobile_injury__new_within": "default",
    }


def test_an_entry_that_raises_nothing_asks_nothing(family: Family) -> None:
    a_mark(family, medical_cause=True)
    assert not Prompt.unscoped.exists()


def test_an_evaluation_that_fails_leaves_neither_the_entry_nor_a_question(
    family: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("The statement failed.")

    monkeypatch.setattr(keeping, "raise_prompts", broken)
    with pytest.raises(RuntimeError):
        a_mark(family)
    assert not Entry.unscoped.filter(kind="injury").exists()
    assert not Prompt.unscoped.exists()


def test_a_batch_with_many_entries_about_a_baby_evaluates_it_once(
    family: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[set[object]] = []
    find = evaluating.find_for_babies
    monkeypatch.setattr(
        evaluating,
        "find_for_babies",
        lambda babies, *more: (asked.append(set(babies)), find(babies, *more))[1],
    )
    marks = [an_entry("b", Injury("bruise", site=site), DAY) for site in ("ear", "shin", "back")]
    received(an_agency("gp"), a_person("b", kind="baby", given_name="Bo", born_from=DAY, born_to=DAY), *marks)
    assert [len(babies) for babies in asked] == [1]


def a_father_of(*babies: Baby) -> SourcePerson:
    """One surgery's record of a man who is the father of them all."""
    surgery = an_agency("gp")
    father = a_source_person(surgery, given_name="Lee", sex="male")
    for baby in babies:
        own = a_source_person(surgery, person=baby.person, kind="baby")
        told = an_entry(father.key, Relationship(type="father"), people=(("to", own.key),))
        received(surgery, told, source_system=own.source_system)
    return father


def a_child_removed(father: SourcePerson) -> None:
    observed = an_entry(father.key, Observation("previous_child_removed", past=True))
    received(father.agency, observed, source_system=father.source_system)


def asked_about_removal() -> set[object]:
    return set(Prompt.unscoped.filter(point=REMOVED, state="open").values_list("child_id", flat=True))


def some_babies(number: int) -> list[Baby]:
    return [a_baby(f"Baby {one}", born_on=DAY - dt.timedelta(days=60)) for one in range(number)]


def test_what_is_written_about_a_parent_is_asked_about_each_of_their_babies_at_once() -> None:
    babies = some_babies(2)
    another = a_baby("Another", born_on=DAY - dt.timedelta(days=60))
    with on(-40):
        father = a_father_of(*babies)
        a_child_removed(father)
    each_day(0, 0)
    assert asked_about_removal() == {baby.pk for baby in babies}
    assert another.pk not in asked_about_removal()


def crowd(father_of: int) -> tuple[SourcePerson, list[Baby]]:
    babies = some_babies(father_of)
    return a_father_of(*babies), babies


@pytest.mark.parametrize(("many", "waits"), [(MOST_BABIES, False), (MOST_BABIES + 1, True)])
def test_babies_around_somebody_with_more_than_fifty_wait_for_the_day(many: int, waits: bool) -> None:
    father, babies = crowd(many)
    Postponed.unscoped.all().delete()
    a_child_removed(father)
    assert {is_postponed(baby.pk) for baby in babies} == {waits}
    pass_today()
    assert not any(is_postponed(baby.pk) for baby in babies)


def test_a_baby_that_waits_is_asked_about_when_the_day_passes() -> None:
    with on(-40):
        father, babies = crowd(MOST_BABIES + 1)
    each_day(-1, -1)
    a_child_removed(father)
    assert asked_about_removal() == set()
    pass_today()
    with on(28):
        pass_today()
        assert asked_about_removal() == {baby.pk for baby in babies}


def test_a_baby_that_waits_already_goes_on_waiting_since_then() -> None:
    father, babies = crowd(MOST_BABIES + 1)
    a_child_removed(father)
    first = Postponed.unscoped.get(child=babies[0].pk, evaluated_at__isnull=True).since
    with on(0, hour=12):
        a_child_removed(father)
    assert Postponed.unscoped.get(child=babies[0].pk, evaluated_at__isnull=True).since == first


def test_what_is_written_about_one_that_waits_evaluates_it_alone() -> None:
    father, babies = crowd(MOST_BABIES + 1)
    a_child_removed(father)
    own = babies[0].person.source_people.order_by("id")[0]
    received(own.agency, an_entry(own.key, Injury("bruise"), DAY), source_system=own.source_system)
    assert not is_postponed(babies[0].pk)
    assert is_postponed(babies[1].pk)


def test_what_is_asked_of_a_baby_that_is_followed_no_more_is_closed(family: Family) -> None:
    a_mark(family)
    open_one = the_prompt(family, MARK)
    Baby.unscoped.filter(pk=family.child.pk).update(born_on=DAY - dt.timedelta(days=800))
    with on(1):
        pass_today()
    open_one.refresh_from_db()
    assert (open_one.state, open_one.ended_because) == ("closed", "The baby is no longer followed.")
    with on(2):
        pass_today()
    assert [one.state for one in prompts_of(family, MARK)] == ["closed"]


def test_a_question_about_another_baby_stays_when_one_is_followed_no_more(family: Family) -> None:
    other = a_family()
    a_mark(other)
    Baby.unscoped.filter(pk=family.child.pk).update(born_on=DAY - dt.timedelta(days=800))
    with on(1):
        pass_today()
    assert the_prompt(other, MARK).state == "open"


@pytest.mark.parametrize("many", [1, MOST_BABIES + 1])
def test_a_question_that_stood_on_an_undone_link_is_withdrawn_also_where_its_baby_waited(many: int) -> None:
    with on(-40):
        father, _ = crowd(many)
        other = a_source_person(an_agency("probation"), given_name="Lee", sex="male")
        a_child_removed(other)
        decider = an_actor("probation", "team_manager")
        link(decider, other, father.person, "The same man.")
    each_day(0, 0)
    assert len(asked_about_removal()) == many
    made = Claim.unscoped.filter(source_person=other, voided_at__isnull=True).latest("id")
    unlink(decider, made, "Another man of that name.")
    assert len(asked_about_removal()) == (0 if many == 1 else many)
    each_day(1, 1)
    assert asked_about_removal() == set()
    ended = Prompt.unscoped.filter(point=REMOVED).values_list("state", "ended_because")
    assert set(ended) == {("withdrawn", keeping.UNDONE)}
