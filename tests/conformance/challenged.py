"""A challenge of something that was not done, and a front-door meeting that looks at it."""

from __future__ import annotations

from typing import Any, Final

from factories import an_actor
from sightline.challenge.matters import BABY, find_matter
from sightline.challenge.raising import raise_challenge
from sightline.challenge.written import WrittenChallenge
from sightline.concerns.models import ReferredChild
from sightline.core import clock, ids
from sightline.core.actors import Actor
from sightline.meetings.holding import call_meeting

WRITTEN = {
    "what": "Nobody has visited.",
    "why": "He was ill a week ago.",
    "asked": "A visit today.",
    "safe_now": "yes",
}
POSTED: Final[dict[str, tuple[dict[str, Any], str]]] = {
    "challenge": ({"do": "view", "view-words": "Still nobody."}, "challenge.view_written"),
    "challenge_begin": (WRITTEN, "challenge.raised"),
    "challenge_baby": (WRITTEN, "challenge.raised"),
    "challenge_statement_read": ({}, "statement.read"),
    "front_door_meetings": (
        {"held_on-day": "1", "held_on-month": "12", "held_on-year": "2099"},
        "meeting.called",
    ),
    "front_door_meeting": ({"do": "gather"}, "meeting.gathered"),
    "front_door_item": ({"do": "note", "note-words": "Both were heard."}, "meeting.discussed"),
}
"""A form that each of these addresses takes, and the event that it leaves."""


def challenged_and_met(visitor: Actor, referred: ReferredChild) -> tuple[dict[str, Actor], dict[str, object]]:
    """Who opens these addresses, and what stands in them: something not done is challenged, and looked at."""
    matter = find_matter(visitor, BABY, referred.child_id)
    challenge = raise_challenge(
        visitor, matter, matter.challenged[0], WrittenChallenge(form_key=ids.new_id(), **WRITTEN)
    )
    manager = an_actor("social_care", "front_door_manager")
    meeting = call_meeting(manager, clock.today())
    leads = dict.fromkeys(
        ("front_door_meetings", "front_door_meeting", "front_door_item", "challenge_measures"), manager
    )
    parts: dict[str, object] = {
        "challenge_id": challenge.pk,
        "process": "referral",
        "process_id": referred.pk,
        "meeting_id": meeting.pk,
        "item_id": meeting.items.get(process_id=challenge.pk).pk,
    }
    return leads, parts
