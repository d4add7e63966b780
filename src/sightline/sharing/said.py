"""What is asked, answered and weighed, before it is kept: plain data, and what is missing from it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from sightline.chronology.models import Entry
from sightline.core import clock
from sightline.people.models import Person
from sightline.sharing.codes import ANSWERS, CONSENTS, DECISIONS, OBJECTIONS, PARENTS, PURPOSES, WHO_RANG

SHARING_ANSWERS = ("given", "nil_known")
"""Answers that tell the front door something: each is a sharing."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What the front door asks of several agencies at once. `others` are adults in words."""

    what: str
    because: str
    is_urgent: bool = False
    adults: tuple[Person, ...] = ()
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a routine does not fill: whose data, what the parents said and know, what was weighed, and why."""

    third_party: bool = False
    objection: str = "none"
    detriment: str = ""
    because: str = ""
    parents: str = "front_door"
    parents_because: str = ""
    consent: str = "not_needed"
    consent_because: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """An answer as it is given. `referrer_too`: the team that referred may read it as well."""

    kind: str
    words: str = ""
    systems: str = ""
    looked_by: str = ""
    as_of: dt.date | None = None
    because: str = ""
    weighed: Weighed = field(default_factory=Weighed)
    referrer_too: bool = False
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Call:
    """A telephone call in which an answer was given: who rang whom, whom one spoke to, and when."""

    who_rang: str
    spoke_to: str
    at: dt.datetime | None


def missing_from(asking: Asking) -> dict[str, str]:
    """What a request must say, by field, in words."""
    found = {}
    if not asking.what.strip():
        found["what"] = "Say what you ask."
    if not asking.because.strip():
        found["because"] = "Say why you ask. The agency needs it to decide what to share."
    return found


def missing_in(said: Said) -> dict[str, str]:
    """What an answer must say, by field, in words; and what contradicts itself in it."""
    if said.kind not in ANSWERS:
        return {"kind": "Choose an answer."}
    found = {"given": _given, "nil_known": _nil, "cannot": _cannot, "refused": _refused}[said.kind](said)
    if said.as_of is not None and said.as_of > clock.today():
        found["as_of"] = "This day has not come yet."
    if said.kind in SHARING_ANSWERS:
        found |= missing_weight("shared", "protection", said.weighed, is_sealed=_carries_sealed(said))
    return found


def missing_call(call: Call) -> dict[str, str]:
    """What an answer by telephone must say of the call."""
    found = {}
    if call.who_rang not in WHO_RANG:
        found["who_rang"] = "Say who rang whom."
    if not call.spoke_to.strip():
        found["spoke_to"] = "Say to whom you spoke, and what they are."
    if call.at is None:
        found["rang_on"] = "Say when the call was."
    elif call.at > clock.now():
        found["rang_on"] = "This call has not happened yet. Check the day and the time."
    return found


def missing_weight(
    decision: str, purpose_kind: str, weighed: Weighed, *, is_sealed: bool = False
) -> dict[str, str]:
    """What a decision to share or refuse must say beyond the routine, by field, in words.

    A refusal, a third party's data, a parent's objection overridden or a sealed entry asks what detriment was
    considered, and why. Early help is with the parents' agreement; protection never waits for it.
    """
    _check_codes(decision, purpose_kind, weighed)
    found = {}
    if _needs_weighing(decision, weighed) or is_sealed:
        if not weighed.detriment.strip():
            found["detriment"] = "Say what harm to the child you considered, of sharing and of not sharing."
        if not weighed.because.strip():
            found["because"] = "Give the reason."
    if weighed.parents == "not_told" and not weighed.parents_because.strip():
        found["parents_because"] = "Say what risk telling the parents would add."
    return found | (_missing_consent(decision, weighed) if purpose_kind == "early_help" else {})


def _needs_weighing(decision: str, weighed: Weighed) -> bool:
    over = weighed.objection == "overridden" or (decision == "shared" and weighed.consent == "refused")
    return decision == "refused" or weighed.third_party or over


def _missing_consent(decision: str, weighed: Weighed) -> dict[str, str]:
    if weighed.consent == "not_needed":
        return {"consent": "Early help is with the parents’ agreement: say whether they were asked."}
    if weighed.consent == "not_asked" and not weighed.consent_because.strip():
        return {"consent_because": "Say why the parents were not asked."}
    if weighed.consent == "refused" and decision == "shared":
        return {
            "consent": "The parents said no to early help, so nothing is shared for it. If you share to "
            "protect the child, choose that: it does not wait for their agreement."
        }
    return {}


def _given(said: Said) -> dict[str, str]:
    nothing = not said.words.strip() and not said.entries
    return {"words": "Write what you share."} if nothing else {}


def _nil(said: Said) -> dict[str, str]:
    found = {}
    if said.words.strip() or said.entries:
        found["kind"] = "You chose nil known and gave information too. Choose which it is."
    if not said.systems.strip():
        found["systems"] = "Say which systems were looked in. Nil means nothing without it."
    if not said.looked_by.strip():
        found["looked_by"] = "Say who looked."
    if said.as_of is None:
        found["as_of"] = "Say as of which day."
    return found


def _cannot(said: Said) -> dict[str, str]:
    return {} if said.because.strip() else {"because": "Say why you cannot answer, and who could."}


def _refused(said: Said) -> dict[str, str]:
    return missing_weight("refused", "protection", said.weighed)


def _carries_sealed(said: Said) -> bool:
    return any(entry.sensitivity == "sealed" for entry in said.entries)


def _check_codes(decision: str, purpose_kind: str, weighed: Weighed) -> None:
    """Raises ValueError for a code that there is not: a form has refused it before."""
    pairs = (
        (decision, DECISIONS), (purpose_kind, PURPOSES), (weighed.objection, OBJECTIONS),
        (weighed.parents, PARENTS), (weighed.consent, CONSENTS),
    )  # fmt: skip
    strange = [code for code, codes in pairs if code not in codes]
    if strange:
        raise ValueError(f"There are no such codes: {', '.join(strange)}")
