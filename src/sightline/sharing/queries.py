"""The requests, answers and decisions that an actor may read; whom the front door asks as a rule."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.db.models import OuterRef, Q, QuerySet, Subquery

from sightline.access.addresses import address_words_of
from sightline.access.doors import in_force
from sightline.access.keys import NOBODY, agency_of
from sightline.access.models import Involvement
from sightline.access.scope import about_babies_seen_by, as_id, not_closed_to, standing, unfindable
from sightline.agencies.models import Agency
from sightline.chronology.policy import RECORDS
from sightline.clocks.models import Clock
from sightline.concerns.models import ReferredChild
from sightline.concerns.policy import FRONT_DOOR
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.people.models import Address, Baby, Person, SourcePerson
from sightline.sharing.asking import PROCESS
from sightline.sharing.models import Answer, InformationRequest, Mailbox, ShareDecision
from sightline.sharing.policy import KEEPS_MAILBOXES, LEAD, speaks_for_agency
from sightline.sharing.routine import policy


@dataclass(frozen=True, slots=True)
class Identity:
    """As much of a child as an agency needs to look in its records. No address where it is confidential."""

    name: str
    born: str
    nhs_number: str
    address: str = ""


def seen_by(actor: Actor) -> QuerySet[InformationRequest]:
    """The requests that the actor's front door sent, and those that the actor answers for their agency."""
    both = _sent_by(actor) | _asked_of(actor)
    return InformationRequest.unscoped.filter(both).select_related(
        "of__referral__to_agency", "of__referral__from_agency", "of__referral__partnership", "of__child",
        "child__joined_to", "agency", "asked_by", "answer",
    )  # fmt: skip


def asked_of(actor: Actor) -> QuerySet[InformationRequest]:
    """What the actor answers, or answered, for their agency, with `due_at`; the soonest due first."""
    due = Clock.unscoped.filter(process=PROCESS, process_id=OuterRef("pk")).values("due_at")[:1]
    return seen_by(actor).filter(_asked_of(actor)).annotate(due_at=Subquery(due)).order_by("due_at", "id")


def waited_for(actor: Actor) -> QuerySet[InformationRequest]:
    """What the actor's front door asked and has no answer to, the soonest due first, with `due_at`."""
    due = Clock.unscoped.filter(process=PROCESS, process_id=OuterRef("pk")).values("due_at")[:1]
    waiting = seen_by(actor).filter(_sent_by(actor), state="asked")
    return waiting.annotate(due_at=Subquery(due)).order_by("due_at", "id")


def find_request(actor: Actor, key: uuid.UUID | str) -> InformationRequest:
    """One request. Raises Unfindable, absent and not permitted alike."""
    found = seen_by(actor).filter(pk=as_id(key) or NOBODY).first()
    if found is None:
        raise unfindable(actor, "information_request.looked")
    return found


def find_answer(actor: Actor, key: uuid.UUID | str) -> Answer:
    """One answer, of a request that the actor sees. Raises Unfindable, absent and not permitted alike."""
    asked = seen_by(actor).filter(answer__pk=as_id(key) or NOBODY).first()
    if asked is None:
        raise unfindable(actor, "information_request.looked")
    return asked.answer


def decisions_seen_by(actor: Actor) -> QuerySet[ShareDecision]:
    """Decisions of the actor's agency about babies open to them; a lead reads all that their agency took.

    The front door reads besides those about the requests that it sent.
    """
    here = Q(holder_id=agency_of(actor))
    mine = here & about_babies_seen_by(actor) if actor.role in RECORDS else Q(pk__in=[])
    if speaks_for_agency(actor):
        mine |= here & not_closed_to(actor)
    if actor.role in FRONT_DOOR:
        mine |= Q(request__of__referral__to_agency_id=agency_of(actor)) & about_babies_seen_by(actor)
    decided = ShareDecision.unscoped.filter(mine)
    return decided.select_related("child", "holder", "recipient", "request").order_by("-at", "-id")


def answers_told_to(actor: Actor, referred: ReferredChild) -> QuerySet[Answer]:
    """The answers that were shared with the agency that referred, for whoever of it reads the referral."""
    if actor.agency_id != referred.referral.from_agency_id:
        return Answer.unscoped.none()
    told = Q(share_decisions__recipient_id=agency_of(actor), share_decisions__decision="shared")
    answers = Answer.unscoped.filter(told, of__of=referred).select_related("of__agency")
    return answers.distinct().order_by("answered_at")


def mailboxes_seen_by(actor: Actor) -> QuerySet[Mailbox]:
    """The mailboxes of the partnership's agencies for a front-door manager; a lead sees their own."""
    if actor.role not in KEEPS_MAILBOXES:
        return Mailbox.unscoped.none()
    kept = Mailbox.unscoped.filter(agency__partnership__code=actor.partnership).select_related("agency")
    return kept.filter(agency_id=agency_of(actor)) if actor.role == LEAD else kept


def keeps_mailbox_of(actor: Actor) -> QuerySet[Agency]:
    """The agencies whose mailbox the actor keeps."""
    if actor.role not in KEEPS_MAILBOXES:
        return Agency.unscoped.none()
    here = Agency.unscoped.filter(partnership__code=actor.partnership).order_by("name")
    return here.filter(pk=agency_of(actor)) if actor.role == LEAD else here


def may_be_asked(referred: ReferredChild) -> QuerySet[Agency]:
    """The agencies of the partnership, but for the front door's own and those that have not answered yet."""
    sent = referred.referral
    waiting = referred.information_requests.filter(state="asked").values("agency_id")
    agencies = Agency.unscoped.filter(partnership_id=sent.partnership_id).exclude(pk=sent.to_agency_id)
    return agencies.exclude(pk__in=waiting).order_by("name")


def asked_by_rule(referred: ReferredChild) -> list[Agency]:
    """Those of `may_be_asked` whom the policy asks as a rule for this child."""
    agencies = list(may_be_asked(referred))
    knows = _know({standing(referred.child), referred.child_id})
    gp = Baby.unscoped.filter(pk=standing(referred.child)).values_list("registered_gp_id", flat=True).first()
    return [one for one in agencies if _is_asked(one, knows, gp)]


def identity_of(actor: Actor, child: Person) -> Identity:
    """Who the child is, for an agency that is asked."""
    whom = Person.unscoped.select_related("baby").get(pk=standing(child))
    return Identity(whom.name, _born(whom), whom.nhs_number, _home(actor, whom.pk))


def _sent_by(actor: Actor) -> Q:
    if actor.role not in FRONT_DOOR:
        return Q(pk__in=[])
    return Q(of__referral__to_agency_id=agency_of(actor)) & about_babies_seen_by(actor)


def _asked_of(actor: Actor) -> Q:
    if not speaks_for_agency(actor):
        return Q(pk__in=[])
    return Q(agency_id=agency_of(actor)) & not_closed_to(actor)


def _know(children: set[uuid.UUID]) -> set[uuid.UUID]:
    """The agencies that are involved with the child, or hold a record of it."""
    held = SourcePerson.unscoped.filter(person_id__in=children, withdrawn=False)
    involved = Involvement.unscoped.filter(in_force(), child_id__in=children)
    return {
        *held.values_list("agency_id", flat=True),
        *involved.values_list("team__agency_id", flat=True),
    }


def _is_asked(agency: Agency, knows: set[uuid.UUID], gp: uuid.UUID | None) -> bool:
    rule = policy().sources[agency.sector].by_rule
    if rule == "registered":
        return agency.pk == gp if gp else agency.pk in knows
    return rule == "all" or (rule == "knows" and agency.pk in knows)


def _born(whom: Person) -> str:
    born = whom.born_from if whom.born_from == whom.born_to else None
    if born is not None:
        return f"born {born.day} {born:%B %Y}"
    baby: Baby | None = getattr(whom, "baby", None)
    due = baby.due_on if baby else None
    return f"not born yet, due {due.day} {due:%B %Y}" if due else "date of birth not recorded"


def _home(actor: Actor, person: uuid.UUID) -> str:
    today = clock.today()
    held = Address.unscoped.filter(source_person__person_id=person, source_person__withdrawn=False)
    listed = [
        one
        for one in held.select_related("source_person").order_by("-valid_from", "-id")
        if one.valid_to is None or one.valid_to >= today
    ]
    said = address_words_of(actor, listed)
    return next((words for one in listed if (words := said[one.pk])), "")
