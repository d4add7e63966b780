"""What stands round every page: the word mark, the places to go, who is signed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from sightline.access.openings import reviews_openings
from sightline.agencies.models import Assignment, Professional
from sightline.agencies.roles import PROFESSIONS, ROLES, SEES_NO_CHILD
from sightline.chronology.policy import RECORDS
from sightline.clocks.queries import KEEPS_THE_NIGHT
from sightline.core.actors import Actor
from sightline.exchange.importing.uploads import UPLOADS
from sightline.linkage.policy import DECIDES


@dataclass(frozen=True, slots=True)
class Place:
    """A page in the header."""

    name: str
    address: str
    here: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """The header's words for this request."""

    who: str
    places: tuple[Place, ...]
    home: str
    can_change_role: bool
    idle_minutes: int
    signed_in: bool
    looked_address: str


_BABIES: Final = (("My babies", "my_babies"), ("Find a baby", "find"))
_CANDIDATES: Final = (("Same person?", "candidates"),)
_BRING_IN: Final = (("Bring in", "bring_in"),)
_OPENED: Final = (("Opened records", "opened_records"),)
_CONCERNS: Final = (("Concerns", "concerns"),)
_DUE: Final = (("Due", "due"),)
_TONIGHT: Final = (("Tonight", "tonight"),)
_LESSONS: Final = (("Lessons", "lessons"),)


def places_of(actor: Actor) -> tuple[tuple[str, str], ...]:
    """The places that a role has any use for: a name and a page each."""
    babies = () if actor.role in SEES_NO_CHILD else _BABIES
    candidates = _CANDIDATES if actor.role in DECIDES else ()
    bring_in = _BRING_IN if actor.role in UPLOADS else ()
    opened = _OPENED if reviews_openings(actor) else ()
    due = _DUE if actor.role in RECORDS else ()
    tonight = _TONIGHT if actor.role in KEEPS_THE_NIGHT else ()
    return babies + due + tonight + _CONCERNS + candidates + opened + bring_in + _LESSONS


def frame(request: HttpRequest, child: object = None) -> Frame:
    """The frame of this request's page; `child` when the page is one baby's."""
    actor: Actor | None = getattr(request, "actor", None)
    listed = places_of(actor) if actor else ()
    here = request.path
    return Frame(
        who=_who(request, actor),
        places=tuple(_place(name, page, here) for name, page in listed),
        home=reverse(listed[0][1]) if listed else reverse("account_login"),
        can_change_role=bool(getattr(request, "roles_held", 0) > 1),
        idle_minutes=settings.IDLE_MINUTES if actor else 0,
        signed_in=actor is not None,
        looked_address=reverse("who_looked_at", args=[child]) if child else reverse("who_looked"),
    )


def _place(name: str, page: str, here: str) -> Place:
    address = reverse(page)
    return Place(name=name, address=address, here=here == address)


def _who(request: HttpRequest, actor: Actor | None) -> str:
    if actor is None:
        return request.user.name if isinstance(request.user, Professional) else ""
    part = ROLES.get(actor.role, actor.role)
    if actor.role == "practitioner":
        part = PROFESSIONS.get(actor.profession, part)
    assignment: Assignment | None = getattr(request, "assignment", None)
    team = assignment.team.name if assignment else ""
    return " · ".join(piece for piece in (f"{actor.name}, {part.lower()}", team) if piece)


SIGNED_OUT: Final = Frame(
    who="", places=(), home="/", can_change_role=False, idle_minutes=0, signed_in=False, looked_address=""
)
"""For pages that are drawn without a request: something went wrong before there was one."""
