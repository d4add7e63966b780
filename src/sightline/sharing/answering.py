"""Answering: by the agency's lead in Sightline, by its one-time link, or by telephone to the front door."""

from __future__ import annotations

from typing import Any

from sightline.access.telling import tell
from sightline.agencies.models import professional_id
from sightline.clocks.running import meet_clock
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.codes import SENSITIVITY_LEVEL
from sightline.core.errors import SightlineError
from sightline.core.steps import advance
from sightline.core.unit import current
from sightline.sharing.asking import PROCESS, RULE, URGENT_RULE
from sightline.sharing.codes import EVENT_OF
from sightline.sharing.deciding import keep_decision
from sightline.sharing.models import Answer, InformationLink, InformationRequest, ShareDecision
from sightline.sharing.passing import pass_entries, refuse_strange_entries
from sightline.sharing.policy import may_answer, may_answer_by_link, may_enter
from sightline.sharing.reaching import end_links
from sightline.sharing.said import SHARING_ANSWERS, Call, Said, missing_call, missing_in
from sightline.sharing.steps import ANSWERED, INFORMATION_REQUEST

WHAT: dict[str, str] = {
    "given": "The answer to the front door’s request of {day}.",
    "nil_known": "That nothing is known here, in answer to the front door’s request of {day}.",
    "refused": "What the front door’s request of {day} asks for.",
}


@action(ANSWERED, may=may_answer)
def answer_request(actor: Actor, asked: InformationRequest, said: Said) -> Answer:
    """Answer for the agency asked. The entries that it passes on stay its own; the chronology says so.

    Raises SightlineError that names all that is missing; Overtaken when there is an answer already.
    """
    _refuse(missing_in(said))
    refuse_strange_entries(actor, asked, said.entries)
    return _keep(actor, asked, said, via="sightline", by_name=actor.name)


@action("information_request.answered_by_link", may=may_answer_by_link)
def answer_by_link(
    actor: Actor, link: InformationLink, said: Said, by_name: str, note_of_post: str
) -> Answer:
    """Answer by the link that was sent to the agency's mailbox, once, under the name and post given.

    Raises SightlineError that names all that is missing; Overtaken when there is an answer already.
    """
    gaps = missing_in(said)
    if not by_name.strip() or not note_of_post.strip():
        gaps["by_name"] = "Give your name, and what you are."
    if said.entries:
        raise SightlineError("Entries are passed on by somebody who signs in.")
    _refuse(gaps)
    InformationLink.unscoped.filter(pk=link.pk).update(used_at=clock.now())
    name = f"{by_name.strip()}, {note_of_post.strip()}"
    return _keep(actor, link.of, said, via="link", by_name=name)


@action("information_request.answered_by_telephone", may=may_enter)
def enter_telephone_answer(actor: Actor, asked: InformationRequest, said: Said, call: Call) -> Answer:
    """Enter in the agency's name what was said on the telephone, with who rang whom, and when.

    Raises SightlineError that names all that is missing; Overtaken when there is an answer already.
    """
    _refuse(missing_in(said) | missing_call(call))
    if said.entries:
        raise SightlineError("Entries are passed on by the agency that holds them.")
    return _keep(
        actor,
        asked,
        said,
        via="telephone",
        by_name=call.spoke_to.strip(),
        who_rang=call.who_rang,
        rang_at=call.at,
    )


def _refuse(gaps: dict[str, str]) -> None:
    if gaps:
        raise SightlineError(" ".join(gaps.values()))


def _keep(
    actor: Actor, asked: InformationRequest, said: Said, *, via: str, by_name: str, **call: Any
) -> Answer:
    advance(asked, EVENT_OF[said.kind], INFORMATION_REQUEST)
    answer = Answer.unscoped.create(
        of=asked,
        kind=said.kind,
        words=said.words.strip(),
        systems=said.systems.strip(),
        looked_by=said.looked_by.strip(),
        as_of=said.as_of or clock.today(),
        because=(said.weighed.because if said.kind == "refused" else said.because).strip(),
        sensitivity=_sensitivity(said),
        via=via,
        by_id=professional_id(actor.id),
        by_name=by_name,
        **call,
    )
    meet_clock(PROCESS, asked.pk, RULE, URGENT_RULE)
    end_links(asked.pk)
    _decide(actor, answer, said)
    _tell_door(asked)
    current().note(f"information_request:{asked.pk}", str(asked.child_id))
    return answer


def _sensitivity(said: Said) -> str:
    """Restricted, or as restricted as the most restricted entry that it passes on."""
    levels = ["restricted", *(entry.sensitivity for entry in said.entries)]
    return max(levels, key=SENSITIVITY_LEVEL.__getitem__)


def _decide(actor: Actor, answer: Answer, said: Said) -> None:
    """One decision for the front door; another for the team that referred, where it may read it too."""
    if said.kind == "cannot":
        return
    door = _decision(actor, answer, said, answer.of.of.referral.to_agency)
    pass_entries(actor, door, said.entries)
    if said.referrer_too and said.kind in SHARING_ANSWERS:
        _decision(actor, answer, said, answer.of.of.referral.from_agency)


def _decision(actor: Actor, answer: Answer, said: Said, recipient: Any) -> ShareDecision:
    asked = answer.of
    day = clock.day_of(asked.asked_at)
    return keep_decision(
        said.kind,
        child=asked.child,
        holder=asked.agency,
        recipient=recipient,
        what=WHAT[said.kind].format(day=f"{day.day} {day:%B %Y}"),
        weighed=said.weighed,
        actor=actor,
        by_name="" if answer.via == "sightline" else answer.by_name,
        request=asked,
        answer=answer,
    )


def _tell_door(asked: InformationRequest) -> None:
    if asked.asked_by_id is not None:
        said = INFORMATION_REQUEST.states[asked.state].lower()
        words = f"{asked.agency.name} answered your request for information: {said}."
        tell([asked.asked_by_id], asked.child_id, words)
