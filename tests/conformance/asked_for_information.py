"""What the walk of the addresses needs of the room `sharing`: a request that waits, one answered, a link."""

from __future__ import annotations

from typing import Any, Final

from django.conf import settings
from django.test import override_settings

from factories import an_actor, an_agency
from sightline.concerns.models import ReferredChild
from sightline.core.actors import Actor
from sightline.sharing.answering import answer_request
from sightline.sharing.asking import ask_agencies
from sightline.sharing.models import Mailbox
from sightline.sharing.said import Asking, Said

ASKING: Final = Asking("What do you hold?", "A bruise.")
ANSWER: Final = {"kind": "given", "words": "Seen on Tuesday.", "as_of-day": "1", "as_of-month": "1"}
POSTED: Final[dict[str, tuple[dict[str, Any], str]]] = {
    "ask_agencies": (
        {"agencies": ["gp"], "speed": "usual", "what": "What do you hold?", "because": "A bruise."},
        "information_request.sent",
    ),
    "referral_sharing": ({"told": "told"}, "sharing.parents_told"),
    "information_request": (ANSWER | {"as_of-year": "2026"}, "information_request.answered"),
    "request_chase": ({}, "information_request.chased"),
    "request_stop": ({"because": "They rang."}, "information_request.stopped"),
    "request_telephone": (
        ANSWER
        | {"as_of-year": "2026", "who_rang": "we", "spoke_to": "Jo Reed", "rang_time": "10:30"}
        | {"rang_on-day": "1", "rang_on-month": "1", "rang_on-year": "2026"},
        "information_request.answered_by_telephone",
    ),
    "answer_pass_on": (
        {"detriment": "None that outweighs it.", "because": "She visits tomorrow."},
        "sharing.passed_on",
    ),
    "baby_sharing": (
        {
            "recipient": "police", "decision": "shared", "what": "The bruise", "purpose_kind": "protection",
            "consent": "not_needed", "parents": "told", "third_party": "no",
        },
        "sharing.decided",
    ),
    "mailboxes": ({"agency": "gp", "address": "safe@gp.example"}, "mailbox.kept"),
}  # fmt: skip
"""A form that each changing address takes, and the event that it leaves in the ledger."""
BY_LINK: Final = "what whoever holds the link answers: under the link's own name, walked in tests/web"


def asked_for_information(door: Actor, referred: ReferredChild) -> tuple[dict[str, Actor], dict[str, object]]:
    """Who may ask for each address, and what stands in its parts."""
    lead = an_actor("police", "safeguarding_lead")
    other = an_actor("midwifery", "safeguarding_lead")
    Mailbox.unscoped.create(agency=an_agency("housing"), address="safe@housing.example", kept_by="test")
    an_agency("gp")
    tokens: list[str] = []

    def address(token: str) -> str:
        tokens.append(token)
        return f"{settings.SITE_ADDRESS}answer/{token}/"

    agencies = [an_agency(sector) for sector in ("police", "midwifery", "housing")]
    with override_settings(EMAIL_IS_SET=True):
        waits, answered, _ = ask_agencies(door, referred, agencies, ASKING, address)
    answer = answer_request(other, answered, Said("given", words="Booked late."))
    at_the_door = ("ask_agencies", "referral_sharing", "request_chase", "request_stop", "request_telephone")
    leads = dict.fromkeys((*at_the_door, "answer_pass_on"), door) | {
        "information_request": lead,
        "asked": lead,
        "share_decisions": lead,
        "mailboxes": an_actor("social_care", "front_door_manager"),
    }
    return leads, {"asked_id": waits.pk, "answer_id": answer.pk, "token": tokens[-1]}
