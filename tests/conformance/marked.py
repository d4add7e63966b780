"""A mark on the world's baby, not yet referred, and what its addresses take."""

from __future__ import annotations

from typing import Any, Final

from sightline.core import clock
from sightline.core.actors import Actor
from sightline.marks.observing import observe
from sightline.marks.written import SeenMark, Sighted
from sightline.people.models import Baby

_MARK: Final = {"region": "left_cheek", "injury": "bruise"}


def _today() -> dict[str, Any]:
    day = clock.today()
    return {"on-day": day.day, "on-month": day.month, "on-year": day.year}


POSTED: Final[dict[str, tuple[dict[str, Any], str]]] = {
    "mark_begin": (_MARK | {"skin_seen": "all"} | _today(), "mark.observed"),
    "mark_another": (_MARK, "mark.added"),
    "mark_refer": (
        {
            "worry": "A bruise.",
            "safe_now": "no",
            "where_now": "At home",
            "call_back": "01632 960 200",
            "speed": "urgent",
        },
        "referral_draft.kept",
    ),
    "mark_step": ({"kind": "declined", "words": "They left the clinic."}, "mark.hindered"),
}
"""A form that each address takes, and the event that it leaves in the ledger."""


def marked(visitor: Actor, baby: Baby) -> dict[str, object]:
    """A mark that waits to be referred, and a step that anybody who follows it may take."""
    seen = Sighted(SeenMark("left_cheek"), seen_at=clock.now(), skin_seen="all")
    return {"sighting_id": observe(visitor, baby.person, seen).pk, "deed": "hindrance"}
