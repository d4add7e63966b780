"""One referred baby, its front door, and the agencies that are asked about it."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings

from factories import a_baby, a_team, an_actor, an_agency, open_to
from sightline.agencies.models import Agency
from sightline.clocks.models import Clock
from sightline.concerns.models import ReferredChild
from sightline.concerns.referring import send_referral
from sightline.concerns.written import Written, WrittenChild
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.people.models import Baby
from sightline.sharing.asking import ask_agencies
from sightline.sharing.models import InformationRequest
from sightline.sharing.said import Asking, Said, Weighed

ASKING = Asking(what="What do you hold?", because="A bruise on a baby who does not roll.")
GIVEN = Said("given", words="Seen on Tuesday, well.")
NIL = Said("nil_known", systems="Crime and incident records", looked_by="PC Hart", as_of=None)
WEIGHED = Weighed(
    third_party=True,
    detriment="He may learn who told; not telling leaves her alone with him.",
    because="She is not safe while nobody knows.",
)


def nil(**said: object) -> Said:
    """Nil known, as of today."""
    known = {"systems": "Crime and incident records", "looked_by": "PC Hart", "as_of": clock.today()}
    return Said("nil_known", **(known | said))


def address(token: str) -> str:
    """Where a link opens."""
    return f"{settings.SITE_ADDRESS}answer/{token}/"


@dataclass
class Place:
    """The people and the agencies."""

    visitor: Actor
    door: Actor
    baby: Baby
    referred: ReferredChild

    def ask(self, *agencies: Agency, asking: Asking = ASKING) -> list[InformationRequest]:
        """The front door asks."""
        return ask_agencies(self.door, self.referred, agencies, asking, address)

    def lead(self, sector: str, **more: object) -> Actor:
        """A new safeguarding lead of the sector's agency."""
        return an_actor(sector, "safeguarding_lead", team=a_team(an_agency(sector)), **more)

    def asked(self, sector: str, asking: Asking = ASKING) -> tuple[Actor, InformationRequest]:
        """A lead, and what their agency was asked."""
        lead = self.lead(sector)
        return lead, self.ask(an_agency(sector), asking=asking)[0]


def a_place() -> Place:
    """A health visitor has referred a baby to the front door."""
    visitor = an_actor("health_visiting", name="Ruth Adeyemi")
    door = an_actor("social_care", "front_door_worker", name="Dee Front")
    baby = a_baby("Marnie", "Askew")
    open_to(visitor, baby)
    written = Written(
        (WrittenChild(baby.person),),
        worry="A round bruise.",
        safe_now="no",
        where_now="At home",
        call_back="01632 960 200",
        is_urgent=True,
    )
    return Place(visitor, door, baby, send_referral(visitor, written).children.get())


def clock_of(asked: InformationRequest) -> Clock:
    """The request's own clock."""
    return Clock.unscoped.get(process="information_request", process_id=asked.pk)
