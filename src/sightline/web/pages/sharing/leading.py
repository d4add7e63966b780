"""Where the clock of a request leads, and what a request that nobody answered tells the night."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Final

from django.urls import reverse

from sightline.clocks.models import Clock
from sightline.concerns.policy import FRONT_DOOR
from sightline.core.actors import Actor
from sightline.sharing.asking import PROCESS
from sightline.sharing.models import InformationRequest
from sightline.sharing.policy import speaks_for_agency
from sightline.sharing.queries import seen_by
from sightline.web.pages.places import Worry, leads_to

_BEFORE_MORNING: Final = "Ring them. What they say is entered in their name, with who rang whom and when."


def _request(actor: Actor, one: Clock) -> str | None:
    """The front door that asked, and whoever answers for the agency, have its page."""
    asked = actor.role in FRONT_DOOR and actor.sector == "social_care"
    answers = one.owner_agency_id == actor.agency_id and speaks_for_agency(actor)
    return reverse("information_request", args=[one.process_id]) if asked or answers else None


def _told(actor: Actor, clocks: Sequence[Clock]) -> dict[uuid.UUID, Worry]:
    asked = {one.pk: one for one in seen_by(actor).filter(pk__in=[each.process_id for each in clocks])}
    return {each.pk: _worry(asked[each.process_id]) for each in clocks if each.process_id in asked}


def _worry(asked: InformationRequest) -> Worry:
    agency = asked.agency
    numbers = ((agency.name, agency.telephone),) if agency.telephone else ()
    line = f"{agency.name} was asked for information and has not answered. Asked because: {asked.because}"
    return Worry(line, "", _BEFORE_MORNING, numbers)


leads_to(PROCESS, _request, tells=_told)
