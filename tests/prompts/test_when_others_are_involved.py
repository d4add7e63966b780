"""A question that waits goes with the baby: to whoever is involved now, in the transaction that says so."""

from __future__ import annotations

import pytest
from asked import MARK, MOVE, Family, a_family, a_mark, a_move, on, pass_today, the_prompt

from factories import an_actor, open_to
from sightline.access.actions import end_involvement, hand_over_caseload, involve
from sightline.agencies.models import Professional, Team
from sightline.core.actors import DEMO, Actor
from sightline.core.errors import SightlineError

pytestmark = pytest.mark.django_db


def a_family_with_a_question() -> Family:
    """Who came without their history, and whose health visitor is asked for it, today."""
    family = a_family()
    with on(0):
        a_move(family)
    with on(30):
        pass_today()
    return family


def team_of(actor: Actor) -> Team:
    return Team.unscoped.get(pk=actor.team_id)


def test_a_question_of_a_team_that_leaves_goes_to_whom_is_there() -> None:
    family = a_family_with_a_question()
    with on(30):
        midwife = an_actor("midwifery")
        open_to(midwife, family.baby)
        assert the_prompt(family, MOVE).owner_team_id == family.visitor.team_id
        end_involvement(DEMO, family.involved, "Moved to another service.")
        assert the_prompt(family, MOVE).owner_team_id == midwife.team_id


def test_a_question_left_to_a_lead_goes_to_the_team_that_becomes_involved() -> None:
    with on(0):
        family = a_family()
        a_mark(family)
        end_involvement(DEMO, family.involved, "Moved to another service.")
        left = the_prompt(family, MARK)
        assert (left.owner_team_id, left.owner_role) == (None, "safeguarding_lead")
        new = an_actor("health_visiting", team=team_of(family.visitor))
        involve(DEMO, family.child.pk, team_of(new), "health_visitor")
        assert the_prompt(family, MARK).owner_team_id == new.team_id


def test_a_question_goes_with_a_caseload_that_is_handed_over() -> None:
    family = a_family_with_a_question()
    with on(30):
        taker = an_actor("health_visiting", team=team_of(family.visitor))
        giving, taking = (Professional.objects.get(pk=one.id) for one in (family.visitor, taker))
        hand_over_caseload(family.visitor, giving, taking, "All well known to me.", team=team_of(taker))
        assert str(the_prompt(family, MOVE).owner_professional_id) == taker.id


def test_a_change_that_fails_leaves_the_question_where_it_was() -> None:
    family = a_family_with_a_question()
    with on(30):
        with pytest.raises(SightlineError):
            end_involvement(DEMO, family.involved, " ")
        assert the_prompt(family, MOVE).owner_team_id == family.visitor.team_id
