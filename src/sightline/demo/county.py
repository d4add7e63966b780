"""Making the county: directory, sign-ins, two years of records, and who is involved with whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth.hashers import make_password
from django.db import transaction

from sightline.access.actions import involve
from sightline.agencies.models import (
    Agency,
    Assignment,
    DutyNumber,
    Partnership,
    Procedure,
    Professional,
    Team,
)
from sightline.core import clock
from sightline.core.actors import DEMO, TICK
from sightline.core.unit import unit
from sightline.demo import names, staff
from sightline.demo.families import Family, county
from sightline.demo.records import bring_in
from sightline.people.models import Baby, Person, SourcePerson
from sightline.prompts.days import pass_day

PASSWORD: Final = "keep-babies-in-sight"
TOTP_SECRET: Final = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
"""The same for everybody, and printed: the demo holds nothing that is not invented."""

PROCEDURES: Final = (
    ("not-brought", "Children who are not brought"),
    ("unexplained-injury", "Unexplained injuries to young children"),
    ("strategy-discussion", "Strategy discussions"),
    ("professional-differences", "Resolving professional differences"),
    ("child-protection-medical", "Child protection medicals"),
    ("pre-birth", "Pre-birth conferences and assessments"),
    ("referrals", "Making a referral"),
    ("lived-experience", "The lived experience of the child"),
    ("fathers-and-other-adults", "Fathers and other adults around the baby"),
    ("transfer-in", "Children who move into the area"),
    ("same-day-contact", "Contact on the day that is asked for"),
    ("perinatal-mental-health", "Perinatal mental health"),
    ("assessment", "Assessments"),
)


@dataclass(frozen=True, slots=True)
class SignIn:
    """Somebody who can sign in to the demo, and with what."""

    role: str
    agency: str
    user: str
    password: str
    totp_secret: str

    def as_json(self) -> dict[str, str]:
        """As `sightline demo --json` prints it."""
        return {
            "role": self.role,
            "agency": self.agency,
            "user": self.user,
            "password": self.password,
            "totp_secret": self.totp_secret,
        }


def ensure_county() -> list[SignIn]:
    """Make the county where it is not there yet, and say who can sign in."""
    code, name = staff.PARTNERSHIP
    if not Partnership.unscoped.filter(code=code).exists():
        with transaction.atomic():
            _make(Partnership.unscoped.create(code=code, name=name))
    return sign_ins()


def sign_ins() -> list[SignIn]:
    """Everybody who can sign in, a line each."""
    agencies = {plan.code: plan.name for plan in staff.AGENCIES}
    return [
        SignIn(plan.role, agencies[plan.agency], plan.user, PASSWORD, TOTP_SECRET) for plan in staff.STAFF
    ]


def _make(partnership: Partnership) -> None:
    teams = _directory(partnership)
    _staff(teams)
    _numbers_to_ring(partnership)
    today = clock.today()
    families = list(county(today))
    bring_in(families, today)
    _involve(families, teams)
    pass_day(TICK, today)


def _directory(partnership: Partnership) -> dict[tuple[str, str], Team]:
    teams: dict[tuple[str, str], Team] = {}
    for plan in staff.AGENCIES:
        agency = Agency.unscoped.create(
            code=plan.code,
            name=plan.name,
            sector=plan.sector,
            partnership=partnership,
            telephone=plan.telephone,
        )
        for number, name in enumerate(plan.teams):
            telephone = f"{plan.telephone[:-2]}{int(plan.telephone[-2:]) + number + 1:02d}"
            teams[plan.code, name] = Team.unscoped.create(agency=agency, name=name, telephone=telephone)
    return teams


def _staff(teams: dict[tuple[str, str], Team]) -> None:
    """Everybody has the same password, so it is hashed once."""
    hashed = make_password(PASSWORD, hasher="pbkdf2_sha256")
    for number, plan in enumerate(staff.STAFF):
        person = Professional.objects.create(
            username=plan.user,
            name=plan.name,
            profession=plan.profession,
            telephone=f"07700 900 {100 + number}",
            password=hashed,
        )
        TOTP.activate(person, TOTP_SECRET)
        ends = clock.today() + dt.timedelta(days=28) if plan.team == "Temporary staff" else None
        Assignment.unscoped.create(
            professional=person,
            team=teams[plan.agency, plan.team],
            role=plan.role,
            lead_kind=plan.lead_kind,
            from_on=clock.today() - dt.timedelta(days=900),
            to_on=ends,
        )


def _numbers_to_ring(partnership: Partnership) -> None:
    for purpose, hours, name, telephone in (
        ("mark", "day", "the front door, Fernshire Children's Social Care", "01632 960 110"),
        ("mark", "night", "the emergency duty team, nights and weekends", "01632 960 117"),
        ("worry", "day", "the front door, Fernshire Children's Social Care", "01632 960 110"),
        ("worry", "night", "the emergency duty team, nights and weekends", "01632 960 117"),
    ):
        DutyNumber.unscoped.create(
            partnership=partnership, purpose=purpose, hours=hours, name=name, telephone=telephone
        )
    for key, title in PROCEDURES:
        Procedure.unscoped.create(
            partnership=partnership,
            key=key,
            title=title,
            address="https://sussexchildprotection.procedures.org.uk/",
            review_on=clock.today() + dt.timedelta(days=200),
        )


def _involve(families: Iterable[Family], teams: dict[tuple[str, str], Team]) -> None:
    """The midwife, health visitor and surgery of each baby's town; the social worker where a plan is open."""
    babies = dict(
        SourcePerson.unscoped.filter(kind="baby", key__startswith="county-").values_list("key", "person_id")
    )
    people = Person.unscoped.in_bulk(list(babies.values()))
    professionals = {one.username: one for one in Professional.objects.all()}
    with unit():
        for family in families:
            child = people.get(babies.get(f"{family.id}:baby"))
            if child is not None:
                _involve_one(family, child, teams, professionals)


def _involve_one(
    family: Family, child: Person, teams: dict[tuple[str, str], Team], people: dict[str, Professional]
) -> None:
    town = names.TOWNS[family.place]
    visitors = ("ruth.adeyemi", "tom.okell", "sian.probert", "noor.haddad", "ola.brandt", "beth.larkin")
    visitor = (
        visitors[0]
        if family.life.twist
        else visitors[(family.number % 2) if family.place == 0 else family.place + 1]
    )
    midwife = ("esi.boateng", "anna.kowal", "mw.three", "esi.boateng", "mw.four")[family.place]
    midwives = ("Fernham", "Saltwick", "Marlbrook", "Fernham", "Highcombe")[family.place]
    surgery = (
        "Fern Street Surgery",
        "Saltwick Practice",
        "Marlbrook Health Centre",
        "Quay Practice",
        "Highcombe Surgery",
    )
    pregnancy = family.born - dt.timedelta(days=200)
    ends = family.born + dt.timedelta(days=28)
    _involvement(
        child, teams["fern-maternity", f"{midwives} community"], "midwife", people[midwife], pregnancy, ends
    )
    visiting = family.born - dt.timedelta(days=84)
    _involvement(child, teams["fern-community", town], "health_visitor", people[visitor], visiting)
    named = {"Fern Street Surgery": "joan.pike", "Quay Practice": "gp.quay"}.get(surgery[family.place])
    doctor = people[named] if named else None
    _involvement(child, teams["fern-gp", surgery[family.place]], "gp", doctor, pregnancy)
    Baby.unscoped.filter(person=child).update(
        registered_gp=teams["fern-gp", surgery[family.place]].agency,
        named_gp=doctor,
        language="English",
        interpreter=False,
        safe_contact="Ring or text a parent between 10 and 4." if family.number % 3 else "",
    )
    if any(
        fact["agency"] == "social_care" and fact["kind"] in ("plan", "assessment")
        for fact in family.life.facts
    ):
        _involvement(
            child,
            teams["fern-council", "Child protection east"],
            "lead_social_worker",
            people["meera.lal"],
            visiting,
        )


def _involvement(
    child: Person,
    team: Team,
    part: str,
    lead: Professional | None,
    from_on: dt.date,
    to_on: dt.date | None = None,
) -> None:
    if from_on <= clock.today():
        involve(DEMO, child.pk, team, part, professional=lead, from_on=from_on, to_on=to_on)
