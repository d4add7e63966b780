"""How an agency is reached: its safeguarding lead in Sightline, a link to its mailbox, or the telephone."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
import uuid
from typing import Final

from django.conf import settings

from sightline.access.scope import not_closed_to
from sightline.access.staff import held_on
from sightline.access.telling import tell
from sightline.agencies.acting import actor_of
from sightline.agencies.models import Agency, Assignment
from sightline.concerns.models import ReferredChild
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.unit import current
from sightline.outbox.posting import post
from sightline.sharing.models import InformationLink, InformationRequest, Mailbox
from sightline.sharing.policy import LEAD, Address, is_shut_to, may_keep_mailbox, may_open_link
from sightline.sharing.routine import link_hours

TOKEN_BYTES: Final = 32
"""256 bits, drawn from the system: nobody guesses one."""


def way_to(agency: Agency, referred: ReferredChild) -> str:
    """By which way a request reaches the agency now (`codes.REACHED_BY`).

    An agency whose every lead is shut out of this child's record is rung: a mailbox would go round it.
    """
    leads = _leads(agency)
    if any(_may_read(one, referred) for one in leads):
        return "sightline"
    if not leads and takes_links(agency) and not is_shut_to(agency, referred.child):
        return "link"
    return "telephone"


def takes_links(agency: Agency) -> bool:
    """Whether a link can be sent to the agency's mailbox: it has one, and there is a mail server."""
    return bool(settings.EMAIL_IS_SET) and Mailbox.unscoped.filter(agency=agency).exists()


def tell_leads(asked: InformationRequest, words: str) -> int:
    """A notice to everybody who holds the lead's role there tonight, and to who covers them. How many."""
    leads = [one.professional_id for one in _leads(asked.agency) if _may_read(one, asked.of)]
    return tell(leads, asked.child_id, words)


def send_link(asked: InformationRequest, address: Address) -> InformationLink:
    """Send a new link to the agency's mailbox, within an action. Links that were sent before end."""
    mailbox = Mailbox.unscoped.get(agency_id=asked.agency_id)
    end_links(asked.pk)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    now = clock.now()
    hours = link_hours(asked.of.referral.partnership.code, clock.day_of(now))
    link = InformationLink.unscoped.create(
        of=asked,
        sent_to=mailbox.address,
        token_hash=_hash(token),
        sent_at=now,
        expires_at=now + dt.timedelta(hours=hours),
    )
    post(mailbox.address, "information_link", {"link": address(token)})
    current().note(f"information_link:{link.pk}", str(asked.child_id))
    return link


def end_links(asked: uuid.UUID) -> None:
    """No link of the request opens any longer, but for the one that was used."""
    going = InformationLink.unscoped.filter(of_id=asked, used_at__isnull=True, replaced_at__isnull=True)
    going.update(replaced_at=clock.now())


def find_link(token: str) -> InformationLink | None:
    """The link with that token, live or not; None when there never was one."""
    rows = InformationLink.unscoped.filter(token_hash=_hash(token))
    return rows.select_related("of__of__referral__to_agency", "of__child", "of__agency").first()


@action("information_link.opened", may=may_open_link)
def open_link(actor: Actor, link: InformationLink) -> InformationLink:
    """Open what the link asks. Every opening is in the ledger; the first one is kept beside the link."""
    InformationLink.unscoped.filter(pk=link.pk, opened_at__isnull=True).update(opened_at=clock.now())
    current().note(f"information_link:{link.pk}", str(link.of.child_id))
    return link


@action("mailbox.kept", may=may_keep_mailbox)
def keep_mailbox(actor: Actor, agency: Agency, address: str) -> Mailbox:
    """Keep the agency's safeguarding mailbox, in place of the one before."""
    kept, _ = Mailbox.unscoped.update_or_create(
        agency=agency, defaults={"address": address, "kept_at": clock.now(), "kept_by": actor.id}
    )
    current().note(f"mailbox:{kept.pk}")
    return kept


def _leads(agency: Agency) -> list[Assignment]:
    """The assignments of the agency's safeguarding leads today, of people who can sign in."""
    held = Assignment.unscoped.filter(held_on(clock.today()), role=LEAD, team__agency=agency)
    signing_in = held.filter(professional__is_active=True).order_by("from_on", "id")
    return list(signing_in.select_related("team__agency__partnership", "professional"))


def _may_read(lead: Assignment, referred: ReferredChild) -> bool:
    rows = ReferredChild.unscoped.filter(not_closed_to(actor_of(lead)), pk=referred.pk)
    return rows.exists()


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
