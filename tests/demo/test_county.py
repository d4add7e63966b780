"""The invented county, made small: every lesson in it, true to its record, the same every time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from small_county import SMALL, made

from sightline.access.models import Involvement, OpenMatter
from sightline.agencies.models import Agency, Assignment, Team
from sightline.agencies.roles import ROLES
from sightline.core import clock
from sightline.core.models import LedgerEntry
from sightline.demo import staff
from sightline.demo.county import sign_ins
from sightline.demo.twists import AGE, TWISTS
from sightline.learning.catalogue import catalogue
from sightline.people.models import Baby, NetworkMember, SourcePerson
from sightline.people.queries import standing_babies
from sightline.projection.models import SIGNAL_MODELS
from sightline.projection.rebuilding import rebuild
from sightline.prompts.evaluating import evaluate_everyone
from sightline.prompts.models import Prompt

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def small_county(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), made():
        yield


def baby_of(number: int) -> Baby:
    source = SourcePerson.unscoped.filter(kind="baby", key=f"county-{number:03d}:baby").first()
    assert source is not None
    return Baby.unscoped.get(pk=source.person_id)


def kept() -> dict[str, Counter[str]]:
    """All that the projection keeps."""
    tables: dict[str, Any] = {name: model.unscoped.values() for name, model in SIGNAL_MODELS.items()}
    tables["network"] = NetworkMember.unscoped.values()
    tables["matters"] = OpenMatter.unscoped.values()
    return {
        name: Counter(repr(sorted((key, one) for key, one in row.items() if key != "id")) for row in rows)
        for name, rows in tables.items()
    }


def test_every_lesson_has_its_family() -> None:
    computed = {point.id for point in catalogue()}
    assert TWISTS.keys() == AGE.keys() == computed
    assert len(TWISTS) == 30


@pytest.mark.parametrize("point", TWISTS)
def test_the_question_of_each_lesson_waits_for_the_family_made_for_it(point: str) -> None:
    child = baby_of(list(TWISTS).index(point)).pk
    assert Prompt.unscoped.filter(child_id=child, point=point, state="open").exists()


def test_ordinary_families_are_asked_nothing_today() -> None:
    ordinary = [baby_of(number).pk for number in range(len(TWISTS), SMALL)]
    assert not Prompt.unscoped.filter(child_id__in=ordinary, tempo__in=("now", "week")).exists()


def test_what_is_kept_is_what_a_rebuilding_gives() -> None:
    before = kept()
    rebuild()
    assert kept() == before


def test_evaluating_everyone_again_finds_nothing_new() -> None:
    again = evaluate_everyone(clock.today())
    assert (again.raised, again.resolved) == (0, 0)


def test_the_records_of_one_person_are_one_person() -> None:
    assert standing_babies().count() == SMALL
    apart = SourcePerson.unscoped.values_list("key", "person_id").distinct()
    assert len({key for key, _ in apart}) == apart.count()


def test_every_change_is_in_the_ledger_with_the_babies_it_concerns() -> None:
    events = set(LedgerEntry.ledger.values_list("event", flat=True))
    assert {"batch.received", "county.teams_involved", "headers.stated", "day.passed"} <= events
    for event in ("county.teams_involved", "headers.stated"):
        entry = LedgerEntry.ledger.get(event=event)
        assert entry.children.values("child_id").distinct().count() == SMALL


def test_every_baby_has_a_surgery_a_language_and_a_team() -> None:
    babies = standing_babies()
    assert not babies.filter(registered_gp__isnull=True).exists()
    assert not babies.filter(language="").exists()
    involved = Involvement.unscoped.values_list("child_id", flat=True)
    assert set(babies.values_list("pk", flat=True)) <= set(involved)


def test_six_agencies_have_forty_teams() -> None:
    assert (Agency.unscoped.count(), Team.unscoped.count()) == (6, 40)


def test_somebody_signs_in_for_every_role_in_several_agencies() -> None:
    assert {one.role for one in sign_ins()} == set(ROLES)
    assert {one.agency for one in sign_ins()} == {plan.name for plan in staff.AGENCIES}
    for one in sign_ins():
        assert Assignment.unscoped.filter(professional__username=one.user, role=one.role).exists()
