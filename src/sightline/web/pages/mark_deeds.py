"""What may be done about a mark, each with its form: from the steps' table and the policy, in one list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.http import QueryDict

from sightline.core.actors import Actor
from sightline.core.errors import SightlineError
from sightline.marks import policy
from sightline.marks.deciding import close, decide, record_discussion, tell_referrer
from sightline.marks.examining import Examined, give_opinion, request_opinion, take_second_opinion
from sightline.marks.explaining import add_account, look_at_other, name_other
from sightline.marks.hindering import answer_hindrance, write_hindrance
from sightline.marks.leaflets import leaflet
from sightline.marks.models import Sighting
from sightline.marks.observing import take_back
from sightline.marks.queries import examining_agencies, referrals_to_link, shown_marks
from sightline.marks.referred import link_referral
from sightline.marks.steps import MARK, OVER
from sightline.marks.telling_parents import ToParents, answer_parents, awaits_review
from sightline.marks.wording import mark_words
from sightline.web.forms import mark_steps as forms
from sightline.web.forms.form import Form
from sightline.web.words import moment

Made = Callable[[Actor, Sighting, QueryDict | None], Form]
Done = Callable[[Actor, Sighting, Any], object]
May = Callable[[Actor, Sighting], bool]


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing to do: its name on a button, its form, what saving does, and when it is offered."""

    title: str
    form: Made
    done: Done
    may: May
    button: str = "Save"
    hint: str = ""


NO_EXAMINED: Final = Examined("", "", "", dt.datetime(1970, 1, 1, tzinfo=dt.UTC), "", "", "")


def _by(event: str, decision: Callable[[Actor, Sighting], Any]) -> May:
    """When the table has the step and the policy allows it."""
    return lambda actor, one: bool(MARK.may(one.state, event)) and bool(decision(actor, one))


def _open(decision: Callable[[Actor, Sighting], Any]) -> May:
    return lambda actor, one: one.state not in OVER and bool(decision(actor, one))


def _plain(form: type[Form]) -> Made:
    return lambda actor, one, said: form(said)


def _marks(one: Sighting) -> Mapping[str, str]:
    return {str(each.mark.pk): mark_words(each) for each in shown_marks(one) if not each.taken_back}


def _unseen(one: Sighting) -> dict[str, str]:
    unseen = one.others.filter(looked_at__isnull=True).select_related("person").order_by("id")
    return {str(each.pk): each.name for each in unseen}


def _to_link(actor: Actor, one: Sighting) -> dict[str, str]:
    return {
        str(each.pk): f"{each.referral.reference}, sent {moment(each.referral.sent_at)}"
        for each in referrals_to_link(actor, one)
    }


def _opining(form: type[forms.Opining]) -> Made:
    def made(actor: Actor, one: Sighting, said: QueryDict | None) -> Form:
        known = {"examiner": actor.name} if actor.role == "examiner" else {}
        return form(said, initial=known)

    return made


def _ask(actor: Actor, one: Sighting, form: Any) -> None:
    asked = {str(each.pk): each for each in examining_agencies(one)}
    request_opinion(actor, one, asked[form.cleaned_data["of"]], form.cleaned_data["words"])


def _discuss(actor: Actor, one: Sighting, form: Any) -> None:
    said = {name: value for name, value in form.cleaned_data.items() if name not in ("on", "at")}
    held_at = form.instant("on", "at")
    record_discussion(actor, one, held_at, **said)


def _explain(actor: Actor, one: Sighting, form: Any) -> None:
    said = form.cleaned_data
    add_account(
        actor,
        one.marks.get(pk=said["mark"]),
        said["words"],
        said["said_by"],
        form.instant("on", "at"),
        said["fits"],
    )


def _look(actor: Actor, one: Sighting, form: Any) -> None:
    said = form.cleaned_data
    other = one.others.get(pk=said["other"])
    look_at_other(actor, other, said["looked_by"], form.instant("on", "at"), said["found"])


def _answer(actor: Actor, one: Sighting, form: Any) -> None:
    waiting = one.hindrances.filter(answered_at__isnull=True).order_by("at").first()
    if waiting is None:
        raise SightlineError("This was answered already.", next_step="Open the mark again to see by whom.")
    answer_hindrance(actor, waiting, form.cleaned_data["answer"])


def _parents(actor: Actor, one: Sighting) -> bool:
    may_still = one.state not in OVER or (one.state == "closed" and awaits_review(one))
    return may_still and bool(policy.may_tell_parents(actor, one, ToParents(True)))


def _link(actor: Actor, one: Sighting, form: Any) -> None:
    known = {str(each.pk): each for each in referrals_to_link(actor, one)}
    link_referral(actor, one, known[form.cleaned_data["referral"]])


def _may_link(actor: Actor, one: Sighting) -> bool:
    return one.referred_id is None and one.state not in OVER and bool(referrals_to_link(actor, one))


def _may_hear_answer(actor: Actor, one: Sighting) -> bool:
    waiting = one.hindrances.filter(answered_at__isnull=True).first()
    return waiting is not None and bool(policy.may_answer_hindrance(actor, waiting, ""))


def _may_look(actor: Actor, one: Sighting) -> bool:
    return one.state not in OVER and bool(_unseen(one)) and bool(policy.may_follow(actor, one))


def _may_examine(actor: Actor, one: Sighting) -> bool:
    placed = one.opinion_id is not None or bool(MARK.may(one.state, "examine"))
    return one.state not in OVER and placed and bool(policy.may_examine(actor, one, NO_EXAMINED))


DEEDS: Final[dict[str, Deed]] = {
    "link": Deed(
        "It was referred already",
        lambda actor, one, said: forms.Linking(said, referrals=_to_link(actor, one)),
        _link,
        _may_link,
        "This is the referral",
    ),
    "ask-examiner": Deed(
        "Ask a paediatrician",
        lambda actor, one, said: forms.AskingExaminer(
            said, agencies={str(each.pk): each.name for each in examining_agencies(one)}
        ),
        _ask,
        _by("request_opinion", policy.may_follow),
        "Ask them",
        "Ring them as well: this page alone wakes nobody.",
    ),
    "examined": Deed(
        "Record the examiner’s opinion",
        _opining(forms.Opining),
        lambda actor, one, form: give_opinion(actor, one, form.examined()),
        _may_examine,
        "Save the opinion",
        "If you are not the examiner, the page says that you entered it in the examiner’s name.",
    ),
    "discussed": Deed(
        "Record the discussion with the examiner",
        _plain(forms.Discussing),
        _discuss,
        _by("discuss", policy.may_discuss),
        "Save the discussion",
    ),
    "decision": Deed(
        "Decide",
        _plain(forms.DecidingMark),
        lambda actor, one, form: decide(actor, one, **form.cleaned_data),
        _by("decide", lambda a, s: policy.may_decide(a, s, "", "", "")),
        "Decide",
    ),
    "parents": Deed(
        "Say what the parents were told",
        _plain(forms.ToldParents),
        lambda actor, one, form: answer_parents(actor, one, form.answer(leaflet().version)),
        _parents,
    ),
    "referrer": Deed(
        "Tell the referrer",
        _plain(forms.ToldReferrer),
        lambda actor, one, form: tell_referrer(actor, one, form.cleaned_data["how"]),
        _by("tell_referrer", lambda a, s: policy.may_tell_referrer(a, s, "")),
        "Save, and tell them here too",
    ),
    "close": Deed(
        "Close it",
        _plain(forms.Closing),
        lambda actor, one, form: close(actor, one),
        _by("close", policy.may_close),
        "Close it",
        "It has an opinion, a decision and its answers. It stays on the record.",
    ),
    "account": Deed(
        "Add what somebody says about it",
        lambda actor, one, said: forms.Accounting(said, marks=_marks(one)),
        _explain,
        _open(policy.may_follow),
        hint="What was said before stays. If it is different now, it is kept as a change.",
    ),
    "hindrance": Deed(
        "Parents decline, or cannot be found",
        _plain(forms.Hindering),
        lambda actor, one, form: write_hindrance(actor, one, **form.cleaned_data),
        _open(policy.may_follow),
        "Save, and tell a manager",
        "A manager is told now and answers today. Ring yours as well. If the baby is in danger, ring 999.",
    ),
    "hindrance-answer": Deed(
        "Answer what stands in the way", _plain(forms.AnsweringHindrance), _answer, _may_hear_answer
    ),
    "other-child": Deed(
        "Say who looked at another child",
        lambda actor, one, said: forms.LookingAtOther(said, others=_unseen(one)),
        _look,
        _may_look,
    ),
    "name-child": Deed(
        "Name another young child of the home",
        _plain(forms.NamingOther),
        lambda actor, one, form: name_other(actor, one, form.cleaned_data["words"]),
        _open(policy.may_follow),
    ),
    "second-opinion": Deed(
        "Go on with a named second opinion",
        _opining(forms.SecondOpinion),
        lambda actor, one, form: take_second_opinion(actor, one, form.examined()),
        _by("take_second_opinion", lambda a, s: policy.may_take_second_opinion(a, s, NO_EXAMINED)),
        "Save the second opinion",
        "Only when no paediatrician examines the baby. The reason stands with your name.",
    ),
    "take-back": Deed(
        "Take it back",
        _plain(forms.TakingMarkBack),
        lambda actor, one, form: take_back(actor, one, form.cleaned_data["because"]),
        _by("take_back", lambda a, s: policy.may_take_back(a, s, "")),
        "Take it back",
    ),
}
"""By the last part of the address."""
NEXT: Final = {
    "referred": "ask-examiner",
    "requested": "examined",
    "examined": "discussed",
    "discussed": "decision",
    "decided": "parents",
    "parents_answered": "referrer",
    "referrer_told": "close",
}
"""What comes next in each state, whoever does it."""


def offered(actor: Actor, sighting: Sighting) -> dict[str, Deed]:
    """What this actor may do about it now."""
    return {key: deed for key, deed in DEEDS.items() if deed.may(actor, sighting)}
