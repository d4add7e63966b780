"""A draft whose writer cannot go on with it is thrown away by their manager, unread and with a reason."""

from __future__ import annotations

import datetime as dt

import pytest

from factories import a_baby, an_actor, open_to
from sightline.access.models import Involvement
from sightline.agencies.models import Assignment
from sightline.clocks.models import Clock
from sightline.concerns.drafting import begin_draft, drafts_of, find_draft, keep_typed
from sightline.concerns.left_drafts import discard_left_draft, find_left_draft, left_drafts
from sightline.concerns.models import ReferralDraft
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.core.errors import Refused, SightlineError, Unfindable
from sightline.core.models import LedgerEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def visitor() -> Actor:
    return an_actor("health_visiting", name="Ruth Adeyemi")


@pytest.fixture
def manager() -> Actor:
    return an_actor("health_visiting", "team_manager", name="May Manager")


@pytest.fixture
def draft(visitor: Actor) -> ReferralDraft:
    baby = a_baby("Marnie", "Askew")
    open_to(visitor, baby)
    begun = begin_draft(visitor, baby.person)
    return keep_typed(visitor, begun, "worry", {"worry": ["Secret words"]}, True)


def leave(visitor: Actor) -> None:
    gone = clock.today() - dt.timedelta(days=1)
    Assignment.unscoped.filter(professional_id=visitor.id).update(to_on=gone)


def test_a_draft_that_its_writer_can_go_on_with_is_nobody_elses(draft: ReferralDraft, manager: Actor) -> None:
    assert left_drafts(manager) == []
    with pytest.raises(Refused, match="ask them"):
        discard_left_draft(manager, draft, "Tidying.")
    with pytest.raises(Unfindable):
        find_left_draft(manager, draft.pk)


def test_the_manager_of_a_writer_who_left_discards_it_with_a_reason(
    draft: ReferralDraft, visitor: Actor, manager: Actor
) -> None:
    leave(visitor)
    assert [one.draft for one in left_drafts(manager)] == [draft]
    with pytest.raises(SightlineError, match="Say why"):
        discard_left_draft(manager, draft, " ")
    discard_left_draft(manager, draft, "Referred by Cora on Monday.")
    kept = ReferralDraft.unscoped.get()
    assert (kept.typed, kept.discarded_because) == ({}, "Referred by Cora on Monday.")
    assert kept.discarded_by is not None
    assert kept.discarded_by.name == "May Manager"
    assert not Clock.unscoped.filter(process="referral_draft", state="running").exists()
    assert LedgerEntry.ledger.filter(event="referral_draft.discarded", outcome="allowed").count() == 1
    assert left_drafts(manager) == []
    assert not drafts_of(visitor).exists()
    with pytest.raises(SightlineError, match="already"):
        discard_left_draft(manager, draft, "Again.")


def test_a_writer_who_may_no_longer_open_the_baby_has_left_it_too(
    draft: ReferralDraft, visitor: Actor, manager: Actor
) -> None:
    Involvement.unscoped.all().delete()
    with pytest.raises(Unfindable):
        find_draft(visitor, draft.pk)
    assert [(one.draft, one.child_name) for one in left_drafts(manager)] == [(draft, "")]


def test_no_other_manager_colleague_or_lead_sees_a_draft_that_was_left(
    draft: ReferralDraft, visitor: Actor
) -> None:
    leave(visitor)
    others = (
        an_actor("health_visiting"),
        an_actor("health_visiting", "safeguarding_lead"),
        an_actor("gp", "team_manager"),
    )
    for other in others:
        assert left_drafts(other) == []
        with pytest.raises(Refused):
            discard_left_draft(other, draft, "Not ours.")
