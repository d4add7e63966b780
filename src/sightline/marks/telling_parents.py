"""Telling the parents, kindly and with the leaflet; or why not, and when that is looked at again."""

from __future__ import annotations

from dataclasses import dataclass

from sightline.clocks.running import meet_clock, start_clock
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError
from sightline.core.steps import Overtaken, advance
from sightline.marks.models import ParentsAnswer, Sighting
from sightline.marks.observing import PROCESS, note, owner_of
from sightline.marks.policy import may_tell_parents
from sightline.marks.steps import MARK


@dataclass(frozen=True, slots=True)
class ToParents:
    """What the parents were told, and whom; `leaflet` is its version when it was given. Else why not."""

    told: bool
    whom: str = ""
    leaflet: str = ""
    words: str = ""
    because: str = ""


@action("mark.parents_answered", may=may_tell_parents)
def answer_parents(actor: Actor, sighting: Sighting, answer: ToParents) -> ParentsAnswer:
    """Say that the parents were told, or why not. It may be said at any time, and again.

    After the decision the first of them takes the mark on. A reason not to tell is looked at again on a day,
    also when the mark is closed by then. Raises SightlineError without whom, or without the reason.
    """
    if answer.told and not answer.whom.strip():
        raise SightlineError("Say whom you told.")
    if not answer.told and not answer.because.strip():
        raise SightlineError("Say what risk telling them would add.", why="It is looked at again, on a day.")
    kept = Sighting.unscoped.select_for_update(of=("self",)).select_related("child").get(pk=sighting.pk)
    _refuse_over(kept)
    made = ParentsAnswer.unscoped.create(of=kept, by=actor.name, **_said(answer))
    meet_clock(PROCESS, kept.pk, "mark_reason_review")
    if not made.told:
        _look_again(kept, made)
    if kept.state == "decided":
        advance(sighting, "answer_parents", MARK)
    note(kept)
    return made


def awaits_review(sighting: Sighting) -> bool:
    """Whether the parents were last left untold, so that the reason is to be looked at again."""
    latest = sighting.parents_answers.order_by("-at", "-id").first()
    return latest is not None and not latest.told


def _refuse_over(sighting: Sighting) -> None:
    if sighting.state == "taken_back" or (sighting.state == "closed" and not awaits_review(sighting)):
        raise Overtaken(f"This mark is already: {MARK.states[sighting.state].lower()}.")


def _said(answer: ToParents) -> dict[str, object]:
    plain = ("whom", "leaflet", "words", "because")
    return {"told": answer.told} | {name: getattr(answer, name).strip() for name in plain}


def _look_again(sighting: Sighting, made: ParentsAnswer) -> None:
    review = start_clock(
        "mark_reason_review",
        PROCESS,
        sighting.pk,
        owner_of(sighting),
        partnership=sighting.partnership,
        child=sighting.child,
    )
    made.review_on = clock.day_of(review.due_at)
    made.save(update_fields=["review_on"])
