"""Who is involved with each of the county's babies, and what stands at the top of its page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sightline.access.events import InvolvementsChanged
from sightline.access.models import Involvement
from sightline.agencies.models import Professional, Team
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import DEMO, Actor
from sightline.core.decisions import Decision, allow, refuse
from sightline.core.events import publish
from sightline.core.unit import current
from sightline.demo import names
from sightline.demo.families import Family
from sightline.people.actions import Header, state_headers
from sightline.people.models import SourcePerson

VISITORS: Final = ("ruth.adeyemi", "tom.okell", "sian.probert", "noor.haddad", "ola.brandt", "beth.larkin")
MIDWIVES: Final = ("esi.boateng", "anna.kowal", "mw.three", "esi.boateng", "mw.four")
MIDWIVES_OF: Final = ("Fernham", "Saltwick", "Marlbrook", "Fernham", "Highcombe")
SURGERIES: Final = (
    "Fern Street Surgery",
    "Saltwick Practice",
    "Marlbrook Health Centre",
    "Quay Practice",
    "Highcombe Surgery",
)
DOCTORS: Final = {"Fern Street Surgery": "joan.pike", "Quay Practice": "gp.quay"}

Teams = dict[tuple[str, str], Team]


@dataclass(frozen=True, slots=True)
class Part:
    """A team's part in a baby's care, from a day on; its lead practitioner by user name."""

    team: tuple[str, str]
    part: str
    lead: str | None
    from_on: dt.date
    to_on: dt.date | None = None


def involve_all(families: Iterable[Family], teams: Teams) -> None:
    """The midwife, health visitor and surgery of each baby's town; the social worker where a plan is open."""
    persons = dict(
        SourcePerson.unscoped.filter(kind="baby", key__startswith="county-").values_list("key", "person_id")
    )
    people = {one.username: one for one in Professional.objects.all()}
    babies = [(family, persons[key]) for family in families if (key := f"{family.id}:baby") in persons]
    involve_teams(
        DEMO,
        [
            Involvement(
                child_id=child,
                team=teams[part.team],
                part=part.part,
                professional=people[part.lead] if part.lead else None,
                from_on=part.from_on,
                to_on=part.to_on,
            )
            for family, child in babies
            for part in _parts(family)
            if part.from_on <= clock.today()
        ],
    )
    state_headers(
        DEMO,
        [
            Header(
                child,
                language="English",
                interpreter=False,
                safe_contact="Ring or text a parent between 10 and 4." if family.number % 3 else "",
                registered_gp=teams["fern-gp", SURGERIES[family.place]].agency,
                named_gp=people[doctor] if (doctor := DOCTORS.get(SURGERIES[family.place])) else None,
            )
            for family, child in babies
        ],
    )


def may_involve_teams(actor: Actor, involvements: Sequence[Involvement]) -> Decision:
    """The maker of the county only; everybody else involves one team with one baby."""
    return allow("The county is made.") if actor == DEMO else refuse("Teams are involved one by one.")


@action("county.teams_involved", may=may_involve_teams)
def involve_teams(actor: Actor, involvements: Sequence[Involvement]) -> None:
    """Involve all these teams at once, with babies whom nobody was involved with before."""
    Involvement.unscoped.bulk_create(involvements, batch_size=500)
    for made in involvements:
        current().note(f"involvement:{made.id}", str(made.child_id))
    publish(InvolvementsChanged(frozenset(made.child_id for made in involvements)))


def _parts(family: Family) -> Iterator[Part]:
    place, surgery = family.place, SURGERIES[family.place]
    pregnancy, visiting = family.born - dt.timedelta(days=200), family.born - dt.timedelta(days=84)
    discharged = family.born + dt.timedelta(days=28)
    community = ("fern-maternity", f"{MIDWIVES_OF[place]} community")
    yield Part(community, "midwife", MIDWIVES[place], pregnancy, discharged)
    yield Part(("fern-community", names.TOWNS[place]), "health_visitor", _visitor(family), visiting)
    yield Part(("fern-gp", surgery), "gp", DOCTORS.get(surgery), pregnancy)
    if _has_social_worker(family):
        team = ("fern-council", "Child protection east")
        yield Part(team, "lead_social_worker", "meera.lal", visiting)


def _visitor(family: Family) -> str:
    """Families with a question are on the first caseload, for whoever opens the demo to find them."""
    if family.life.twist:
        return VISITORS[0]
    return VISITORS[family.number % 2 if family.place == 0 else family.place + 1]


def _has_social_worker(family: Family) -> bool:
    facts = family.life.facts
    return any(fact["agency"] == "social_care" and fact["kind"] in ("plan", "assessment") for fact in facts)
