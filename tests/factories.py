"""Small makers of what a test needs: `from factories import a_baby, an_actor`.

Everything made here is invented. Each maker gives back a stored row (or an actor); what a test does not name
is filled in with something plain. Nothing here goes round the rules of the record: a baby has its source
person and its claim, as after an import.
"""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

import nhs_number

from sightline.access.models import Involvement
from sightline.agencies.acting import actor_of
from sightline.agencies.models import Agency, Assignment, Partnership, Professional, Team
from sightline.chronology.actions import Receipt, receive
from sightline.chronology.kinds import Detail, Relationship
from sightline.chronology.models import Entry
from sightline.chronology.proposals import Batch, EntryProposal, KeptAside, PersonProposal
from sightline.core import clock
from sightline.core.actors import IMPORT, Actor
from sightline.linkage.models import Claim
from sightline.people.models import Baby, Identifier, Person, SourcePerson

_numbers = itertools.count(1)

PROFESSION_OF = {
    "midwifery": "midwife",
    "health_visiting": "health_visitor",
    "gp": "gp",
    "hospital": "doctor",
    "neonatal_unit": "nurse",
    "ambulance": "paramedic",
    "social_care": "social_worker",
    "police": "police_officer",
    "probation": "probation_officer",
    "mental_health": "mental_health_worker",
    "substance_service": "substance_worker",
    "early_help": "early_help_worker",
    "nursery": "nursery_worker",
    "housing": "housing_officer",
}
PART_OF = {
    "midwifery": "midwife",
    "health_visiting": "health_visitor",
    "gp": "gp",
    "hospital": "hospital",
    "neonatal_unit": "neonatal_unit",
    "social_care": "lead_social_worker",
    "police": "police",
    "early_help": "early_help",
    "nursery": "nursery",
}


def a_partnership(code: str = "northshire") -> Partnership:
    """The partnership with that code, made when first asked for."""
    made, _ = Partnership.unscoped.get_or_create(code=code, defaults={"name": code.title()})
    return made


def an_agency(
    sector: str = "health_visiting", code: str | None = None, partnership: Partnership | None = None
) -> Agency:
    """The agency with that code (its sector's name when none is given), made when first asked for."""
    name = code or sector
    defaults = {
        "name": name.replace("_", " ").title(),
        "sector": sector,
        "partnership": partnership or a_partnership(),
    }
    made, _ = Agency.unscoped.get_or_create(code=name, defaults=defaults)
    return made


def a_team(agency: Agency | None = None, name: str = "Team One") -> Team:
    """The agency's team of that name, made when first asked for."""
    made, _ = Team.unscoped.get_or_create(agency=agency or an_agency(), name=name)
    return made


def a_professional(profession: str = "health_visitor", name: str = "Morgan Example") -> Professional:
    """A new professional who cannot sign in with a password."""
    username = f"user{next(_numbers)}"
    made = Professional.objects.create_user(username, name=name, profession=profession)
    assert isinstance(made, Professional)
    return made


def an_actor(
    sector: str = "health_visiting",
    role: str = "practitioner",
    *,
    team: Team | None = None,
    professional: Professional | None = None,
    name: str = "Morgan Example",
    lead_kind: str = "",
) -> Actor:
    """A professional acting in a role in a team of that sector; a new professional each time."""
    place = team or a_team(an_agency(sector))
    person = professional or a_professional(PROFESSION_OF.get(place.agency.sector, "other"), name)
    held = Assignment.unscoped.create(
        professional=person, team=place, role=role, lead_kind=lead_kind, from_on=dt.date(2020, 1, 1)
    )
    return actor_of(Assignment.unscoped.select_related("team__agency__partnership").get(pk=held.pk))


def an_nhs_number() -> str:
    """A new invented NHS number (999…) whose check digit is right."""
    while True:
        nine = f"999{next(_numbers):06d}"
        for check in "0123456789":
            if nhs_number.is_valid(nine + check):
                return nine + check


def a_source_person(
    agency: Agency | None = None, *, person: Person | None = None, **fields: Any
) -> SourcePerson:
    """One agency's record of somebody, claimed to `person` (a new one when none is given)."""
    known = {name: fields[name] for name in _SUMMARY if name in fields}
    whom = person or Person.unscoped.create(**known)
    number = fields.pop("nhs_number", "")
    fields = {"source_system": "factory", "key": f"key-{next(_numbers)}"} | fields
    made = SourcePerson.unscoped.create(agency=agency or an_agency("midwifery"), person=whom, **fields)
    Claim.unscoped.create(source_person=made, person=whom, basis="own_record", made_by="system:test")
    if number:
        Identifier.unscoped.create(source_person=made, type="nhs_number", value=number, state="verified")
        Person.unscoped.filter(pk=whom.pk).update(nhs_number=number)
        whom.nhs_number = number
    return made


_SUMMARY = ("kind", "given_name", "family_name", "sex", "born_from", "born_to", "died_on")


def a_baby(
    given_name: str = "Ash",
    family_name: str = "Example",
    *,
    born_on: dt.date | None = None,
    born_days_ago: int = 40,
    unborn: bool = False,
    sex: str = "female",
    nhs_number: str | None = None,
    gestation_days: int | None = 280,
    agency: Agency | None = None,
    **header: Any,
) -> Baby:
    """A followed baby, born 40 days ago at term unless told otherwise, with a verified NHS number."""
    holder = agency or an_agency("midwifery")
    born = None if unborn else born_on or clock.today() - dt.timedelta(days=born_days_ago)
    source = a_source_person(
        holder,
        kind="baby",
        given_name=given_name,
        family_name=family_name,
        sex=sex,
        born_from=born,
        born_to=born,
        nhs_number="" if unborn else an_nhs_number() if nhs_number is None else nhs_number,
    )
    facts = {"born_on": born, "gestation_days": None if unborn else gestation_days}
    followed = (born or clock.today()) - dt.timedelta(days=150)
    facts |= {"partnership": holder.partnership, "followed_from": followed} | header
    return Baby.unscoped.create(person=source.person, **facts)


def an_adult(given_name: str = "Robin", family_name: str = "Example", **fields: Any) -> Person:
    """A person who is not a followed baby, known to one agency."""
    return a_source_person(given_name=given_name, family_name=family_name, **fields).person


def open_to(actor: Actor, baby: Baby, from_on: dt.date = dt.date(2020, 1, 1)) -> Involvement:
    """Involve the actor's team with the baby, the actor as its lead practitioner."""
    return Involvement.unscoped.create(
        child=baby.person,
        team_id=actor.team_id,
        professional_id=None if actor.is_system else actor.id,
        part=PART_OF.get(actor.sector, "other"),
        from_on=from_on,
    )


def a_person(key: str, **fields: Any) -> PersonProposal:
    """A person as an agency sends one."""
    return PersonProposal(key=key, **fields)


def an_entry(about: str, detail: Detail, happened_on: dt.date | None = None, **fields: Any) -> EntryProposal:
    """An entry as an agency sends one: it happened on a day (today), and was written down at noon of it."""
    day = happened_on or clock.today()
    known = {
        "source_id": f"entry-{next(_numbers)}",
        "happened_from": day,
        "happened_to": day,
        "recorded_at": dt.datetime.combine(day, dt.time(12), dt.UTC),
    }
    return EntryProposal(about=about, detail=detail, **(known | fields))


def a_batch(
    agency: Agency,
    *what: PersonProposal | EntryProposal | KeptAside,
    source_system: str = "factory",
    **fields: Any,
) -> Batch:
    """People, entries and records without a place in one batch of the agency."""
    return Batch(
        agency_code=agency.code,
        source_system=source_system,
        people=tuple(one for one in what if isinstance(one, PersonProposal)),
        entries=tuple(one for one in what if isinstance(one, EntryProposal)),
        kept_aside=tuple(one for one in what if isinstance(one, KeptAside)),
        **fields,
    )


def received(agency: Agency, *what: PersonProposal | EntryProposal | KeptAside, **fields: Any) -> Receipt:
    """What came of receiving these from the agency, by the system's own import."""
    return receive(IMPORT, a_batch(agency, *what, **fields))


def entry_on(
    person: Person,
    detail: Detail,
    happened_on: dt.date | None = None,
    *,
    agency: Agency | None = None,
    **fields: Any,
) -> Entry:
    """A stored entry about somebody, recorded by an agency (any that knows them) and received now.

    An agency that holds none yet gets a record of its own, claimed to the person.
    """
    held = SourcePerson.unscoped.filter(person=person, **({"agency": agency} if agency else {})).first()
    source = held or a_source_person(agency, person=person, kind=person.kind)
    proposal = an_entry(source.key, detail, happened_on, **fields)
    receipt = received(source.agency, proposal, source_system=source.source_system)
    return Entry.unscoped.get(pk=receipt.entry_ids[0])


def a_mother(baby: Baby, given_name: str = "Robin", family_name: str = "Example", **fields: Any) -> Person:
    """A person recorded as the baby's mother, by the agency that first recorded the baby."""
    source = baby.person.source_people.order_by("id")[0]
    mother = a_source_person(
        source.agency, given_name=given_name, family_name=family_name, sex="female", **fields
    )
    entry = an_entry(mother.key, Relationship(type="mother"), people=(("to", source.key),))
    received(source.agency, entry, source_system=source.source_system)
    return mother.person
