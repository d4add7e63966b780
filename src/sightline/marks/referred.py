"""How a mark and a referral of the same baby find each other, whoever sent the referral and from where."""

from __future__ import annotations

from sightline.access.scope import standing
from sightline.clocks.running import Owner, is_running, meet_clock, start_clock
from sightline.concerns.events import ReferralMoved
from sightline.concerns.models import ReferredChild
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError
from sightline.core.steps import advance
from sightline.marks.models import Sighting
from sightline.marks.observing import PROCESS, note, still_open
from sightline.marks.policy import may_link
from sightline.marks.steps import MARK, OVER


@action("mark.referred", may=may_link)
def link_referral(actor: Actor, sighting: Sighting, referred: ReferredChild) -> Sighting:
    """Say that a referral sent before, or by somebody else, is the referral of this mark.

    Raises SightlineError for another child's, one taken back, or when there is one already.
    """
    kept = still_open(sighting)
    if standing(referred.child) != standing(kept.child):
        raise SightlineError("That referral is not about this baby.")
    if referred.state == "withdrawn":
        raise SightlineError("That referral was taken back.", next_step="Send another one.")
    if kept.referred_id is not None:
        raise SightlineError("This mark has its referral already.")
    _join(kept, referred)
    return kept


def referral_moved(event: ReferralMoved) -> None:
    """Take a mark along with a referral of its baby: sent, it is the mark's; taken back, it has none."""
    referred = ReferredChild.unscoped.select_related("child").get(pk=event.referred_id)
    if event.what == "sent":
        for sighting in _waiting(referred):
            _join(sighting, referred)
    elif event.what == "withdrawn":
        for sighting in Sighting.unscoped.filter(referred=referred).exclude(state__in=OVER):
            _part(sighting)


def _waiting(referred: ReferredChild) -> list[Sighting]:
    baby = standing(referred.child)
    waiting = Sighting.unscoped.filter(referred__isnull=True).exclude(state__in=OVER)
    about = waiting.filter(child_id=baby) | waiting.filter(child__joined_to=baby)
    return list(about.select_for_update(of=("self",)).order_by("id"))


def _join(sighting: Sighting, referred: ReferredChild) -> None:
    front_door = referred.referral.to_agency
    if sighting.state == "observed":
        advance(sighting, "refer", MARK, referred=referred, front_door=front_door)
    else:
        sighting.referred, sighting.front_door = referred, front_door
        sighting.save(update_fields=["referred", "front_door"])
    meet_clock(PROCESS, sighting.pk, "mark_referred")
    note(sighting)


def _part(sighting: Sighting) -> None:
    """The mark is without a referral again, and its clock runs from when the mark was seen."""
    if sighting.state == "referred":
        advance(sighting, "lose_referral", MARK, referred=None)
    else:
        sighting.referred = None
        sighting.save(update_fields=["referred"])
    if not is_running(PROCESS, sighting.pk, "mark_referred"):
        start_clock(
            "mark_referred",
            PROCESS,
            sighting.pk,
            _seer(sighting),
            partnership=sighting.partnership,
            child=sighting.child,
            started=sighting.seen_at,
            is_risk=True,
        )
    note(sighting)


def _seer(sighting: Sighting) -> Owner:
    return Owner(sighting.by_agency, sighting.by_team, professional=sighting.by)
