"""What changes the directory of agencies."""

from __future__ import annotations

from sightline.agencies.models import Agency, Partnership
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.codes import SECTORS
from sightline.core.decisions import Decision, allow, refuse
from sightline.core.errors import SightlineError
from sightline.core.unit import current


def may_ensure_agency(actor: Actor, code: str, sector: str, partnership: Partnership) -> Decision:
    """Parts of the system may, and an administrator for their own partnership."""
    if actor.is_system:
        return allow("A part of the system brings records in.")
    if actor.role == "administrator" and actor.partnership == partnership.code:
        return allow("Administrators keep the directory of their own partnership.")
    return refuse("Only an administrator of the partnership adds an agency.")


@action("agency.ensured", may=may_ensure_agency)
def ensure_agency(actor: Actor, code: str, sector: str, partnership: Partnership) -> tuple[Agency, bool]:
    """The agency with that code, and whether it had to be made. One that exists is left as it is.

    Raises SightlineError for an empty code or a sector that is not in `core.codes.SECTORS`.
    """
    if not code.strip() or sector not in SECTORS:
        raise SightlineError(
            f"No agency can be made with the code '{code}' and the sector '{sector}'.",
            next_step=f"Give a code, and one of these sectors: {', '.join(SECTORS)}.",
        )
    name = code.replace("_", " ").replace("-", " ").title()
    agency, made = Agency.unscoped.get_or_create(
        code=code, defaults={"name": name, "sector": sector, "partnership": partnership}
    )
    if made:
        current().note(f"agency:{agency.id}")
    return agency, made
