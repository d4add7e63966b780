"""Where each process has its page, and what it tells the night: the one register that due lists read.

A clock names a process by a code and an id. The page module of a process registers it with one line, after
its views and before `PATHS`:

    leads_to("medical", "medical")

where the first is the process' code (its `PROCESS`) and the second the name of an address whose only part is
the process' id. Where that is not so simple (another id, a page that not everybody may open), give a function
instead, of the actor and the clock, that answers with an address, or None where the actor has no page:

    leads_to("mark", _page_of)                    # def _page_of(actor: Actor, one: Clock) -> str | None

What the emergency duty team should read of an open risk is a second function. It is asked once for all the
clocks of the process on the page, so it makes one query, through the room's own `seen_by(actor)`; it answers
by the clock's id, and leaves out what the actor may not read:

    leads_to("mark", _page_of, tells=_for_the_night)
    # def _for_the_night(actor: Actor, clocks: Sequence[Clock]) -> dict[uuid.UUID, Worry]

A process that registered nothing leads to the baby's page where the actor may open it, and the night reads
the rule's own words and whom to ring.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from django.urls import reverse

from sightline.clocks.models import Clock
from sightline.core.actors import Actor
from sightline.people.models import Person


@dataclass(frozen=True, slots=True)
class Worry:
    """A process in a few lines for the night: what is worrying, where the child is, what to do till morning.

    `numbers` are who and telephone, besides the holder's. An empty line is said to be not written.
    """

    line: str
    where: str = ""
    before_morning: str = ""
    numbers: tuple[tuple[str, str], ...] = field(default=())


Page = Callable[[Actor, Clock], str | None]
Tells = Callable[[Actor, Sequence[Clock]], Mapping[uuid.UUID, Worry]]

_pages: Final[dict[str, Page]] = {}
_tells: Final[dict[str, Tells]] = {}


def leads_to(process: str, page: str | Page, *, tells: Tells | None = None) -> None:
    """Register the page of a process, and what it tells the night. The same code again takes its place."""
    _pages[process] = _named(page) if isinstance(page, str) else page
    if tells is not None:
        _tells[process] = tells


def page_of(actor: Actor, one: Clock, child: Person | None) -> str | None:
    """Where a clock leads the actor: its process' page, else the page of `child`, else nowhere."""
    own = _pages[one.process](actor, one) if one.process in _pages else None
    return own or (reverse("baby", args=[child.pk]) if child else None)


def worries(actor: Actor, clocks: Sequence[Clock]) -> dict[uuid.UUID, Worry]:
    """What each process tells the night of its clocks, by the clock's id; what tells nothing is left out."""
    found: dict[uuid.UUID, Worry] = {}
    for process in {one.process for one in clocks} & _tells.keys():
        found |= _tells[process](actor, [one for one in clocks if one.process == process])
    return found


def _named(name: str) -> Page:
    """The address of that name, with the process' id as its only part."""
    return lambda actor, one: reverse(name, args=[one.process_id])
