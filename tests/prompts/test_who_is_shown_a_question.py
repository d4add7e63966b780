"""A question is put to somebody only with evidence that they may read."""

from __future__ import annotations

import datetime as dt

import pytest

from factories import a_baby, a_mother, an_actor, an_agency, entry_on, open_to
from sightline.agencies.models import Team
from sightline.chronology.kinds import Observation
from sightline.people.models import Baby, Person
from sightline.prompts.models import Evidence, Prompt
from sightline.prompts.queries import waiting_for

pytestmark = pytest.mark.django_db


def asked_on(baby: Baby, mother: Person, sector: str, team_id: object) -> Prompt:
    """A question to the team that stands on one observation of the mother by an agency of the sector."""
    entry = entry_on(mother, Observation("domestic_abuse_perpetrator"), agency=an_agency(sector))
    prompt = Prompt.unscoped.create(
        child=baby.person,
        point="challenge-overdue",
        tempo="week",
        raised_on=dt.date(2026, 11, 20),
        owner_part="health_visitor",
        owner_team=Team.unscoped.get(pk=team_id),
    )
    Evidence.unscoped.create(prompt=prompt, entry=entry, root_id=entry.id, because="differs", renews=True)
    return prompt


@pytest.mark.parametrize(("sector", "is_listed"), [("midwifery", True), ("police", False)])
def test_a_question_on_what_the_reader_may_not_see_is_not_listed(sector: str, is_listed: bool) -> None:
    actor = an_actor("health_visiting")
    baby = a_baby()
    open_to(actor, baby)
    prompt = asked_on(baby, a_mother(baby), sector, actor.team_id)
    assert (prompt in waiting_for(actor)) is is_listed
