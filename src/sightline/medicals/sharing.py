"""That the outcome was told to an agency, and what follows the medical."""

from __future__ import annotations

from dataclasses import dataclass

from sightline.access.keys import own_id
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.codes import SECTORS
from sightline.core.errors import SightlineError
from sightline.medicals.codes import HOW_TOLD
from sightline.medicals.entry import missing, needs, note
from sightline.medicals.models import FollowUp, Medical, Told
from sightline.medicals.policy import may_follow_up, may_tell
from sightline.medicals.rules import rules_on
from sightline.medicals.steps import OPINED, SEEN
from sightline.medicals.written import Following, Telling


@dataclass(frozen=True, slots=True)
class MustKnow:
    """One sector that must know the outcome, and the latest that it was told; None while it was not.

    `is_old` says that an opinion came after it was told.
    """

    sector: str
    told: Told | None
    is_old: bool

    @property
    def words(self) -> str:
        """The sector in words."""
        return SECTORS[self.sector]


@action("medical.told", may=may_tell)
def record_told(actor: Actor, medical: Medical, said: Telling) -> Told:
    """Record that an agency was told of the outcome. Raises SightlineError before there is an opinion."""
    if medical.state not in OPINED:
        raise SightlineError("There is no opinion to tell yet.")
    needs(
        sector="" if said.sector in SECTORS else "Choose whom you told.",
        who=missing(said.who, "Say who there was told."),
        how="" if said.how in HOW_TOLD else "Say how they were told.",
    )
    made = Told.unscoped.create(
        of=medical, sector=said.sector, who=said.who.strip(), how=said.how, by_id=own_id(actor)
    )
    note(medical)
    return made


@action("medical.follow_up_added", may=may_follow_up)
def add_follow_up(actor: Actor, medical: Medical, said: Following) -> FollowUp:
    """Add an appointment or a test that follows; the same said twice is there once.

    Raises SightlineError before the baby was examined.
    """
    if medical.state not in SEEN:
        raise SightlineError("The baby has not been examined yet.")
    needs(
        what=missing(said.what, "Say what follows."),
        who=missing(said.who, "Say who arranges it."),
        on="This day has passed." if said.on and said.on < clock.today() else "",
    )
    same = {"of": medical, "what": said.what.strip(), "who": said.who.strip(), "on": said.on}
    made = FollowUp.unscoped.filter(**same).first() or FollowUp.unscoped.create(**same, by_id=own_id(actor))
    note(medical)
    return made


def must_know(medical: Medical) -> list[MustKnow]:
    """Each sector that must know, told or not; those told besides come after."""
    rows: dict[str, Told] = {one.sector: one for one in medical.told.order_by("at", "id")}
    wanted = rules_on(medical.partnership.code, clock.today()).must_know
    last = medical.opinions.order_by("-at", "-id").first()
    sectors = [*wanted, *(sector for sector in rows if sector not in wanted)]
    return [
        MustKnow(sector, told, bool(told and last and told.at < last.at))
        for sector in sectors
        for told in [rows.get(sector)]
    ]
