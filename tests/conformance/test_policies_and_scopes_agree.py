"""`may_…` and `seen_by` are written apart, so they are asked about every row of one cast and must agree."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from every_address import browser_of

from factories import a_baby, a_team, an_actor, an_agency, an_nhs_number, entry_on, open_to
from sightline.access.actions import break_glass
from sightline.access.actions.breaking_glass import may_review_break_glass
from sightline.access.models import BreakGlass, Closure, OpenMatter
from sightline.access.openings import openings_seen_by
from sightline.access.scope import babies_seen_by, may_open
from sightline.agencies.roles import ROLES, SEES_NO_CHILD
from sightline.chronology.kinds import Injury, Observation
from sightline.chronology.models import Entry
from sightline.chronology.policy import RECORDS, may_correct, may_disagree, may_record, may_withdraw
from sightline.chronology.queries import chronology_of, entry_seen_by
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.core.errors import Unfindable
from sightline.people.models import Baby
from sightline.prompts.models import Prompt
from sightline.prompts.queries import seen_by

pytestmark = pytest.mark.django_db
SECTORS = ("health_visiting", "social_care", "hospital", "police")


@dataclass
class Cast:
    """Babies in every state that the scope knows, and somebody of every role in several agencies."""

    actors: list[Actor] = field(default_factory=list)
    babies: dict[str, Baby] = field(default_factory=dict)

    def pairs(self) -> Iterator[tuple[Actor, str, Baby]]:
        """Everybody with every baby."""
        for actor in self.actors:
            for state, baby in self.babies.items():
                yield actor, state, baby


@pytest.fixture
def cast() -> Cast:
    """Everybody acts in the one team of their agency; two agencies are involved with every baby but one."""
    made = Cast()
    numbers = {}
    for state in ("plain", "concern", "sealed", "closed_on", "closed_out", "stranger"):
        numbers[state] = an_nhs_number()
        made.babies[state] = a_baby(state.title(), "Askew", nhs_number=numbers[state])
    for sector in SECTORS:
        made.actors += [an_actor(sector, role, name=f"{role} {sector}") for role in ROLES]
    involved = [one for one in made.actors if one.role == "practitioner"][:2]
    for state, baby in made.babies.items():
        for actor in involved if state != "stranger" else ():
            open_to(actor, baby)
        entry_on(baby.person, Injury("bruise", "cheek"), agency=an_agency("health_visiting"))
        entry_on(baby.person, Observation("excessive_crying"), agency=an_agency("midwifery"))
        entry_on(
            baby.person, Injury("burn", "hand"), agency=an_agency("social_care"), sensitivity="restricted"
        )
    _states(made)
    doctor = next(one for one in made.actors if (one.role, one.sector) == ("practitioner", "hospital"))
    break_glass(doctor, nhs_number=numbers["stranger"], reason="urgent_care")
    return made


def _states(made: Cast) -> None:
    Baby.unscoped.filter(pk=made.babies["sealed"].pk).update(sealed=True)
    Baby.unscoped.filter(pk=made.babies["closed_on"].pk).update(closed_on=clock.today())
    OpenMatter.unscoped.create(
        child=made.babies["concern"].person,
        level="concern",
        since=clock.today(),
        what="referral",
        entry_root=uuid.uuid4(),
    )
    shut = a_team(an_agency("health_visiting"))
    Closure.unscoped.create(
        child=made.babies["closed_out"].person, team=shut, agency=shut.agency, because="Asked."
    )


def test_the_page_opens_exactly_to_whom_the_list_names_it(cast: Cast) -> None:
    told = set()
    for actor, state, baby in cast.pairs():
        listed = babies_seen_by(actor).filter(pk=baby.pk).exists()
        assert bool(may_open(actor, baby.pk)) is listed, (actor.name, state)
        assert babies_seen_by(actor, among=[baby.pk]).exists() is listed, (actor.name, state)
        assert _reads(actor, baby) is listed, (actor.name, state)
        assert not (listed and actor.role in SEES_NO_CHILD), actor.name
        told.add((state, listed))
    assert {(state, True) for state in ("plain", "concern", "closed_out", "stranger")} <= told
    assert {(state, False) for state in cast.babies} <= told


def _reads(actor: Actor, baby: Baby) -> bool:
    try:
        chronology_of(actor, baby.pk)
    except Unfindable:
        return False
    return True


def test_the_page_itself_answers_as_the_policy_says(cast: Cast) -> None:
    for actor in cast.actors:
        if actor.sector not in ("health_visiting", "social_care"):
            continue
        client = browser_of(actor)
        for state, baby in cast.babies.items():
            wanted = 200 if may_open(actor, baby.pk) else 404
            answer = client.get(f"/babies/{baby.pk}/chronology/")
            assert answer.status_code == wanted, (actor.name, state)


def test_an_entry_is_found_exactly_where_a_page_lists_it(cast: Cast) -> None:
    seen = hidden = 0
    for actor in cast.actors:
        listed = {line.entry.pk for baby in cast.babies.values() for line in _lines(actor, baby)}
        for entry in Entry.unscoped.all():
            assert _finds(actor, entry) is (entry.pk in listed), (actor.name, str(entry))
            seen, hidden = seen + (entry.pk in listed), hidden + (entry.pk not in listed)
    assert seen
    assert hidden


def _lines(actor: Actor, baby: Baby) -> list:
    return chronology_of(actor, baby.pk) if may_open(actor, baby.pk) else []


def _finds(actor: Actor, entry: Entry) -> bool:
    try:
        entry_seen_by(actor, entry.pk)
    except Unfindable:
        return False
    return True


def test_only_who_may_open_a_page_writes_on_it_and_only_an_own_entry_is_put_right(cast: Cast) -> None:
    right = 0
    for actor, state, baby in cast.pairs():
        writes = bool(may_open(actor, baby.pk)) and actor.role in RECORDS
        assert bool(may_record(actor, baby.person, Injury("bruise"))) is writes, (actor.name, state)
        for entry in Entry.unscoped.filter(about__person=baby.person).select_related("about"):
            own = writes and entry.agency_id == actor.agency_id
            assert bool(may_correct(actor, entry)) is own, (actor.name, state)
            assert bool(may_withdraw(actor, entry, "Wrong.")) is own, (actor.name, state)
            assert bool(may_disagree(actor, entry, "No.", None)) is writes, (actor.name, state)
            right += own
    assert right


def test_who_reviews_an_opening_can_find_it_and_no_practitioner_who_opened_it_can(cast: Cast) -> None:
    [opening] = BreakGlass.unscoped.select_related("team")
    reviewers = 0
    for actor in cast.actors:
        if may_review_break_glass(actor, opening, "In order."):
            assert openings_seen_by(actor).filter(pk=opening.pk).exists(), actor.name
            reviewers += 1
        if actor.id == str(opening.professional_id):
            assert not openings_seen_by(actor).exists()
        if actor.role in SEES_NO_CHILD:
            assert not openings_seen_by(actor).exists()
    assert reviewers == 1


def test_a_question_is_seen_only_by_who_may_open_the_baby_or_holds_its_evidence(cast: Cast) -> None:
    assert Prompt.unscoped.exists()
    seen = 0
    for actor in cast.actors:
        for prompt in seen_by(actor):
            assert actor.role not in SEES_NO_CHILD
            assert may_open(actor, prompt.child_id) or actor.role == "safeguarding_lead", actor.name
            seen += 1
    assert seen
