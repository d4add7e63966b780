"""Where a concern is carried on: every list of it that a role has a use for, on one page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_GET

from sightline.agencies.roles import SEES_NO_CHILD
from sightline.chronology.policy import RECORDS
from sightline.clocks.queries import due_for
from sightline.concerns.policy import FRONT_DOOR
from sightline.concerns.trend import may_see_trend
from sightline.core.actors import Actor
from sightline.exchange.exporting.lists import LISTS
from sightline.medicals.policy import COUNTS
from sightline.outbox.queries import KEEPS_THE_OUTBOX
from sightline.web.gate import signed_in
from sightline.web.looking import show

LEADS: Final = frozenset({"safeguarding_lead", "front_door_manager"})
ASKED: Final = FRONT_DOOR | {"safeguarding_lead"}
MANAGES: Final = LEADS | {"team_manager"} | SEES_NO_CHILD


@dataclass(frozen=True, slots=True)
class Way:
    """One list: its name, what is there, its address, for whom, and the processes whose clocks it holds."""

    title: str
    words: str
    name: str
    is_for: Callable[[Actor], bool]
    processes: tuple[str, ...] = ()


def _records(actor: Actor) -> bool:
    return actor.role in RECORDS


WAYS: Final = (
    Way("Referrals", "What your team sent, and what became of it; at the front door, what waits.",
        "referrals", _records, ("referral", "referral_draft")),
    Way("Asked of us", "What the front door asks your agency about a child, and what is silent.",
        "asked", lambda actor: actor.role in ASKED, ("information_request",)),
    Way("Strategy discussions", "Any agency may ask for one. What waits, is planned, and was held.",
        "strategy", _records, ("strategy_request", "strategy_discussion")),
    Way("Marks on babies not yet moving about", "Each mark, who has seen it, and what is next.",
        "marks", _records, ("mark",)),
    Way("Child protection medicals", "Asked for, accepted, examined, and the opinion.",
        "medicals", _records, ("medical",)),
    Way("Challenges", "Where colleagues differ: what is asked, by when, and how it ended.",
        "challenges", _records, ("challenge",)),
    Way("Front-door meetings", "What is overdue, challenged and stuck, with those who can move it.",
        "front_door_meetings", lambda actor: actor.role in LEADS),
    Way("What was shared", "Every sharing, and every refusal to share, by your agency.",
        "share_decisions", lambda actor: actor.role in LEADS),
    Way("Safeguarding mailboxes", "Where an agency without a sign-in is written to.",
        "mailboxes", lambda actor: actor.role in LEADS),
    Way("Counts of medicals", "Asked for, held and told, in numbers.",
        "medical_counts", lambda actor: actor.role in COUNTS),
    Way("Counts of challenges", "By agency and stage. None raised is not the same as none needed.",
        "challenge_measures", lambda actor: actor.role in MANAGES),
    Way("You may ask for a strategy discussion", "A page for every wall.",
        "strategy_you_may_ask", lambda actor: True),
    Way("How clear our referrals were", "What receivers said of them, by quarter; never by writer.",
        "referral_trend", lambda actor: bool(may_see_trend(actor))),
    Way("Letters that did not leave", "E-mail that the mail server would not take.",
        "outbox", lambda actor: actor.role == KEEPS_THE_OUTBOX),
    Way("Take a list out", "A list as a table, once you have said what it is for.",
        "take_out", lambda actor: any(one.is_for(actor) for one in LISTS.values())),
)  # fmt: skip


@require_GET
@signed_in
def concerns(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The ways, each with how much of it is due from the actor."""
    due: dict[str, int] = {}
    if actor.role in RECORDS:
        mine = due_for(actor, "mine").order_by().values_list("process").annotate(number=Count("pk"))
        due = dict(mine)
    ways = [(way, sum(due.get(one, 0) for one in way.processes)) for way in WAYS if way.is_for(actor)]
    return show(request, "pages/concerns.html", {"ways": ways})


PATHS: Final[list[URLPattern]] = [path("concerns/", concerns, name="concerns")]
