"""What a reader sees of an entry: a pure look-up in the printed policy table (docs/reference/access.md)."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, Literal

from sightline.access.policy import holder_group, kind_group, policy, reader_group
from sightline.core.actors import Actor

About = Literal["baby", "adult"]
ELSEWHERE_WORDS: Final = "Recorded elsewhere: ask your safeguarding lead."


class View(StrEnum):
    """Shown; elsewhere (its existence, not its holder); or nothing at all."""

    SHOWN = "shown"
    ELSEWHERE = "elsewhere"
    NOTHING = "nothing"


def view_of(
    actor: Actor,
    openness: str,
    *,
    holder_sector: str,
    about: About,
    kind: str,
    sensitivity: str,
    own_agency: bool,
) -> View:
    """What the actor sees of an entry on a baby whose page they may open (`access.scope`).

    `about` is `adult` for anybody but the baby itself. `own_agency` says that the actor's agency recorded it.
    A reader or holder that the table does not know sees, and gives, nothing.
    """
    reader = reader_group(actor)
    holder = "own_agency" if own_agency else holder_group(holder_sector)
    if reader is None or holder is None:
        return View.NOTHING
    return View(policy().cells[reader, openness, holder, kind_group(kind), about, sensitivity].view)


def names_holder(actor: Actor) -> bool:
    """Whether an entry that is elsewhere names its holder to this actor: one lead rings another."""
    return actor.role in policy().names_holder
