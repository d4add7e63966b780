"""Whose records they are: the agency, made with the first file that is stored where it is not there yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from sightline.agencies.actions import ensure_agency
from sightline.agencies.models import Agency, Partnership
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.decisions import Decision, allow, refuse
from sightline.core.errors import SightlineError
from sightline.core.unit import current

DEFAULT_PARTNERSHIP: Final = "default"


@dataclass(slots=True)
class Destination:
    """The agency whose records come in. `sector` and `partnership` count only where it has to be made.

    `own_only` brings in that agency's own facts alone, also of a file that tells those of others.
    """

    code: str
    sector: str = "other"
    partnership: str = ""
    own_only: bool = False
    made: list[str] = field(default_factory=list)

    def ensure(self, actor: Actor, code: str, sector: str) -> None:
        """Make the agency unless it is there. Raises SightlineError where its partnership is in doubt."""
        if Agency.unscoped.filter(code=code).exists():
            return
        ensure_agency(actor, code, sector, partnership_of(actor, self.partnership))
        self.made.append(code)


def partnership_of(actor: Actor, code: str) -> Partnership:
    """The partnership of that code, or the only one; the first of all is made.

    Raises SightlineError where several are there and none was named, or one was named that is not there.
    """
    known = list(Partnership.unscoped.order_by("code"))
    if not known:
        return make_first_partnership(actor, code or DEFAULT_PARTNERSHIP)
    found = [one for one in known if one.code == code] if code else known
    if len(found) == 1:
        return found[0]
    listed = ", ".join(one.code for one in known)
    raise SightlineError(
        f"There is no partnership '{code}'." if code else "There are several partnerships.",
        next_step=f"Name one with --partnership: {listed}.",
    )


def may_make_first_partnership(actor: Actor, code: str) -> Decision:
    """Parts of the system may, while there is none."""
    if not actor.is_system:
        return refuse("Only the system makes the first partnership.")
    if Partnership.unscoped.exists():
        return refuse("There is a partnership already.")
    return allow("An agency belongs to a partnership, and there is none yet.")


@action("partnership.made", may=may_make_first_partnership)
def make_first_partnership(actor: Actor, code: str) -> Partnership:
    """The first partnership, so that the first agency has one to belong to."""
    name = code.replace("_", " ").replace("-", " ").title()
    made = Partnership.unscoped.create(code=code, name=name)
    current().note(f"partnership:{made.id}")
    return made
