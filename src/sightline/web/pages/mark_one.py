"""One mark: what was seen, what is due and with whom, what happens next, and all that became of it."""

from __future__ import annotations

import uuid
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_GET

from sightline.access.scope import may_open, standing
from sightline.chronology.codes import EXPLANATION_FITS
from sightline.clocks.queries import of_process
from sightline.concerns.policy import may_refer
from sightline.concerns.queries import seen_by as referrals_seen_by
from sightline.concerns.written import Written
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.core.codes import SECTORS
from sightline.marks import facesp
from sightline.marks.mobility import definitions
from sightline.marks.models import Sighting
from sightline.marks.observing import PROCESS
from sightline.marks.policy import may_add_mark
from sightline.marks.queries import Shown, birthmark_of, earlier_marks, find_sighting, shown_marks
from sightline.marks.steps import OVER
from sightline.marks.wording import mark_words, moves_words
from sightline.marks.written import SeenMark
from sightline.people.models import Baby
from sightline.web.gate import signed_in
from sightline.web.looking import show_looked
from sightline.web.pages.mark_deeds import NEXT, offered
from sightline.web.pages.whom_to_ring import whom_to_ring
from sightline.web.pictures.body_map import body_map
from sightline.web.words import span

WAITS_FOR: Final = {
    "observed": "Refer it now. You need nobody’s second opinion.",
    "referred": "A paediatrician is asked to examine the baby.",
    "requested": "The paediatrician examines the baby and records an opinion.",
    "examined": "The front door discusses it with the examiner and the agencies that know the family.",
    "discussed": "The front door decides.",
    "decided": "The parents are told, kindly, and given the leaflet; or the reason why not is written.",
    "parents_answered": "The front door tells whoever referred.",
    "referrer_told": "The front door closes it.",
}


@require_GET
@signed_in
def mark(request: HttpRequest, actor: Actor, sighting_id: uuid.UUID) -> HttpResponse:
    """The page of one sighting."""
    sighting = find_sighting(actor, sighting_id)
    shown = shown_marks(sighting)
    deeds = offered(actor, sighting)
    first = NEXT.get(sighting.state, "")
    has_page = bool(may_open(actor, standing(sighting.child)))
    context = {
        "one": sighting,
        "baby_id": standing(sighting.child) if has_page else None,
        "shown": [(each, mark_words(each), _birthmark(each)) for each in shown],
        "fits": EXPLANATION_FITS,
        "drawings": body_map([each.mark.region for each in shown], prefix="marks", only_marked=True),
        "waits_for": WAITS_FOR.get(sighting.state, ""),
        "due": of_process(PROCESS, sighting.pk),
        "deeds": deeds,
        "first": first if first in deeds else "",
        "refers": _refers(actor, sighting),
        "adds": sighting.state not in OVER and bool(may_add_mark(actor, sighting, SeenMark(""))),
        "moves": moves_words(sighting),
        "definition": next(one for one in definitions() if one.version == sighting.definition),
        "carers": list(sighting.carers.select_related("person").order_by("id")),
        "others": list(sighting.others.select_related("person").order_by("id")),
        "listed": _listed(sighting, shown),
        "numbers": whom_to_ring(actor.partnership),
        "strategy": _strategy_address(sighting) if has_page else "",
    }
    return show_looked(
        request,
        actor,
        "marks/mark.html",
        context | _became(actor, sighting) | _before(actor, sighting),
        event="mark.looked",
        children=[sighting.child_id],
        records=[f"mark:{sighting.pk}"],
    )


def _became(actor: Actor, sighting: Sighting) -> dict[str, Any]:
    """What others answered to it."""
    discussions = list(sighting.discussions.order_by("held_at"))
    referred = sighting.referred
    return {
        "referred": referred,
        "reads_referral": referred is not None and referrals_seen_by(actor).filter(pk=referred.pk).exists(),
        "opinions": list(sighting.opinions.order_by("entered_at", "id")),
        "discussions": [
            (one, ", ".join(SECTORS[key] for key in one.sectors if key in SECTORS)) for one in discussions
        ],
        "parents": list(sighting.parents_answers.order_by("at", "id")),
        "hindrances": list(sighting.hindrances.order_by("at", "id")),
    }


def _before(actor: Actor, sighting: Sighting) -> dict[str, Any]:
    lines = earlier_marks(actor, sighting)
    if lines is None:
        return {"earlier": None}
    told = [
        (line, span(line.entry.happened_from, line.entry.happened_to, line.entry.precision)) for line in lines
    ]
    return {"earlier": told}


def _refers(actor: Actor, sighting: Sighting) -> bool:
    """Whether this actor may refer it: whoever records on the page, and sits in a team."""
    if sighting.referred_id is not None or sighting.state in OVER or actor.team_id is None:
        return False
    nobody = Written((), "", "", "", "")
    return bool(may_refer(actor, nobody)) and bool(may_open(actor, standing(sighting.child)))


def _birthmark(each: Shown) -> Any:
    """The entry that makes it a birthmark, where somebody says so now."""
    return birthmark_of(each.mark, each.mark.of.seen_at) if each.mark.said_birthmark else None


def _listed(sighting: Sighting, shown: list[Shown]) -> dict[str, Any] | None:
    """TEN-4-FACESp as a prompt; nothing where it is off or lists none of the marks."""
    day = clock.day_of(sighting.seen_at)
    if not facesp.is_on(sighting.partnership.code, day):
        return None
    born_on = Baby.unscoped.filter(pk=standing(sighting.child)).values_list("born_on", flat=True).first()
    letters = facesp.listed((each.seen for each in shown if not each.taken_back), born_on, day)
    if not letters:
        return None
    words = [facesp.LETTERS[one] for one in letters]
    return {"words": words, "figures": facesp.FIGURES, "limits": facesp.LIMITS}


def _strategy_address(sighting: Sighting) -> str:
    """The page on which a strategy discussion is asked for; empty where there is none."""
    try:
        return reverse("strategy_ask", args=[standing(sighting.child)])
    except NoReverseMatch:
        return ""
