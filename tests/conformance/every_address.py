"""Every address of the site, filled in for one small world. A new address must find its place here.

An address whose parts name a record (`child_id`, `prompt_id` …) is that record's, and is walked as a
stranger by itself. One that names none is listed below, by who may ask for it.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from asked_for_information import asked_for_information
from challenged import challenged_and_met
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from due_tonight import due_tonight
from letters_kept import a_letter_given_up
from marked import marked
from medicals_held import medicals_held
from strategy_held import strategy_held

from factories import a_baby, a_mother, a_source_person, an_actor, an_agency, an_nhs_number, open_to
from sightline.access.actions import break_glass
from sightline.access.models import BreakGlass, Notice
from sightline.agencies.models import Assignment, Professional
from sightline.chronology.actions import record
from sightline.chronology.kinds import Injury, Measurement
from sightline.chronology.models import Entry
from sightline.concerns.drafting import begin_draft, keep_typed
from sightline.concerns.models import ReferralDraft, ReferredChild
from sightline.concerns.referring import send_referral
from sightline.concerns.written import Written, WrittenChild
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.exchange.exporting.asking import ask_for
from sightline.exchange.exporting.tasks import write_list
from sightline.exchange.importing.uploads import submit
from sightline.exchange.models import Export, Upload
from sightline.exchange.tabular.templates import templates
from sightline.linkage.models import Candidate
from sightline.people.models import Baby
from sightline.prompts.models import Prompt
from sightline.web.forms.record_kinds import RECORDS

RECORDS_OF: Final = frozenset(
    {
        "child_id", "entry_id", "prompt_id", "candidate_id", "opening_id", "notice_id", "draft_id",
        "referral_id", "referred_id", "asked_id", "answer_id", "clock_id", "hand_back_id",
        "challenge_id", "process_id", "item_id", "sighting_id", "medical_id", "sampled_id",
        "request_id", "discussion_id", "action_id",
    }
)  # fmt: skip
"""Parts of an address that name a record about a child."""
OF_NO_CHILD: Final = frozenset(
    {
        "upload_id", "export_id", "kind", "name", "point_id", "step_name", "token",
        "meeting_id", "process", "deed", "act_name", "answer_name",
        "step_of_it",
    }
)  # fmt: skip
"""Parts that name nothing about one child."""

URGENT: Final = {
    "worry": "A bruise.",
    "safe_now": "no",
    "where_now": "At home",
    "call_back": "01632 960 200",
}
"""What an urgent referral says."""
ANYBODY: Final = {
    "help": "whom to ring stands here",
    "families": "families have no account",
    "accessibility": "a statement for everybody",
    "health": "for whoever runs it",
    "still_here": "answers nothing but that it was heard",
    "mark_leaflet": "parents read it; it tells of no child",
    "information_link": "for whoever holds the link; it names no child before it is opened",
}
"""Addresses that ask nobody to sign in, and why."""
SIGNED_IN: Final = frozenset(
    {
        "outbox", "email_choice",
        "home", "choose_role", "no_role", "locked", "my_babies", "find", "open_record", "who_looked",
        "opened_records", "candidates", "bring_in", "bring_in_template", "bring_in_progress", "lessons",
        "lesson", "referrals", "marks", "asked", "share_decisions", "mailboxes", "take_out",
        "take_out_progress", "take_out_table", "due", "tonight", "tonight_sheet",
        "challenges", "challenge_measures", "challenge_statement", "front_door_meetings",
        "front_door_meeting", "strategy", "strategy_you_may_ask", "medicals",
        "medical_quality", "medical_counts", "concerns",
        "referral_trend",
    }
)  # fmt: skip
"""Addresses of no one child, for whoever is signed in."""
OF_THE_ACCOUNT: Final = ("account_", "mfa_")
"""How the names begin of what django-allauth answers: signing in, the second step, passwords."""


@dataclass(frozen=True, slots=True)
class Address:
    """One pattern of the site, by its name."""

    name: str
    parts: tuple[str, ...]

    @property
    def is_of_a_record(self) -> bool:
        """Whether it is about one child, or something about one child."""
        return bool(RECORDS_OF & set(self.parts))

    @property
    def is_of_the_account(self) -> bool:
        """Whether it only signs somebody in or out."""
        return self.name.startswith(OF_THE_ACCOUNT)

    def filled(self, world: World, **other: object) -> str:
        """The path, with what the world holds (or `other`) in its parts."""
        return reverse(self.name, kwargs={part: other.get(part, world.parts[part]) for part in self.parts})


@dataclass(frozen=True, slots=True)
class World:
    """One baby with something at every address, and who may open what."""

    baby: Baby
    visitor: Actor
    leads: dict[str, Actor]
    parts: dict[str, object]

    def who_may(self, address: Address) -> Actor:
        """Somebody to whom the address opens."""
        return self.leads.get(address.name, self.visitor)


def addresses() -> list[Address]:
    """Every pattern of the site, by name. Raises AssertionError for one without a name."""
    found = [_address(pattern) for pattern in _patterns(get_resolver())]
    assert len({one.name for one in found}) == len(found), "Two addresses have one name."
    return found


def _address(pattern: URLPattern) -> Address:
    assert pattern.name, f"The address {pattern.pattern} has no name."
    return Address(pattern.name, tuple(pattern.pattern.regex.groupindex))


def _patterns(resolver: URLResolver) -> Iterator[URLPattern]:
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from _patterns(one)
        else:
            yield one


def a_world() -> World:
    """A baby of a health visitor's with a question, a record opened in an emergency, a pair of records."""
    visitor = an_actor("health_visiting", name="Ruth Adeyemi")
    number = an_nhs_number()
    baby = a_baby("Marnie", "Askew", born_days_ago=60, nhs_number=number)
    a_mother(baby, "Jodie", "Askew")
    open_to(visitor, baby)
    record(visitor, baby.person, Injury("bruise", site="left cheek"), happened_on=clock.today())
    entry = record(visitor, baby.person, Measurement(weight_kg=Decimal("4.2")), happened_on=clock.today())
    opening = break_glass(an_actor("hospital"), nhs_number=number, reason="urgent_care")
    reviewer = an_actor("hospital", "safeguarding_lead")
    decider, pair = _a_pair(baby)
    door = an_actor("social_care", "front_door_worker")
    referred = _a_referral(visitor, baby)
    askers, asked = asked_for_information(door, referred)
    answering, due = due_tonight(door, referred)
    differing, challenged = challenged_and_met(visitor, referred)
    examining, medicals = medicals_held(baby)
    discussing, strategy = strategy_held(baby)
    administrator = an_actor("health_visiting", "administrator")
    a_letter_given_up()
    upload = submit(administrator, "babies.json", b'{"resourceType": "Bundle"}', True)
    return World(
        baby,
        visitor,
        leads={
            "opened_record": reviewer,
            "outbox": administrator,
            "opened_records": reviewer,
            "candidate": decider,
            "referral": door,
            "referral_read": door,
            "referral_rate": door,
            "referral_pdf": door,
            "referral_word": door,
            "bring_in": administrator,
            "bring_in_progress": administrator,
            "take_out": door,
            "take_out_progress": door,
            "take_out_table": door,
        }
        | askers
        | answering
        | differing
        | examining
        | discussing,
        parts=asked
        | due
        | challenged
        | medicals
        | strategy
        | marked(visitor, baby)
        | _parts(baby, entry, opening, pair, upload)
        | {"export_id": _a_list(door).pk}
        | {
            "draft_id": _a_draft(visitor, baby).pk,
            "referral_id": referred.referral_id,
            "referred_id": referred.pk,
        },
    )


def _a_list(door: Actor) -> Export:
    """One that is written and can be taken."""
    asked = ask_for(door, "referrals-waiting", "The weekly meeting")
    write_list.func(str(asked.pk))
    return asked


def _a_draft(visitor: Actor, baby: Baby) -> ReferralDraft:
    """One that can be sent as it stands."""
    said = URGENT | {"speed": "urgent"}
    typed = {name: [words] for name, words in said.items()}
    return keep_typed(visitor, begin_draft(visitor, baby.person), "worry", typed, True)


def _a_referral(visitor: Actor, baby: Baby) -> ReferredChild:
    """One that the front door has not read yet."""
    sent = send_referral(visitor, Written((WrittenChild(baby.person),), is_urgent=True, **URGENT))
    return sent.children.get()


def _a_pair(baby: Baby) -> tuple[Actor, Candidate]:
    """Two records that may be the baby's, and somebody who decides."""
    clinic = an_agency("health_visiting")
    left, right = baby.person.source_people.order_by("id")[0], a_source_person(clinic, given_name="Marny")
    pair = Candidate.unscoped.create(left=min(left, right, key=_id), right=max(left, right, key=_id))
    return an_actor("health_visiting", "team_manager"), pair


def _id(row: Any) -> uuid.UUID:
    key: uuid.UUID = row.pk
    return key


def _parts(
    baby: Baby, entry: Entry, opening: BreakGlass, pair: Candidate, upload: Upload
) -> dict[str, object]:
    return {
        "child_id": baby.pk,
        "entry_id": entry.pk,
        "prompt_id": Prompt.unscoped.get(child=baby.person, point="non-mobile-injury").pk,
        "candidate_id": pair.pk,
        "opening_id": opening.pk,
        "notice_id": Notice.unscoped.get(break_glass=opening).pk,
        "upload_id": upload.pk,
        "kind": next(iter(RECORDS)),
        "name": next(iter(templates())),
        "step_name": "worry",
        "point_id": "non-mobile-injury",
    }


def browser_of(actor: Actor) -> Client:
    """Django's test browser, signed in as the actor in the actor's role, the second step done.

    A fault is answered as a page, as outside tests: what is looked for is that there is none.
    """
    client = Client(raise_request_exception=False)
    client.force_login(Professional.objects.get(pk=actor.id))
    held = Assignment.unscoped.get(professional_id=actor.id, team_id=actor.team_id, role=actor.role)
    session = client.session
    session["second_step"], session["assignment"] = True, str(held.pk)
    session.save()
    return client
