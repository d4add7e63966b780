"""Making the county: directory, sign-ins, two years of records, and who is involved with whom."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth.hashers import make_password
from django.db import transaction

from sightline.agencies.models import (
    Agency,
    Assignment,
    DutyNumber,
    Partnership,
    Procedure,
    Professional,
    Team,
)
from sightline.agencies.roles import PROFESSIONS, ROLES
from sightline.core import clock
from sightline.core.actors import TICK
from sightline.demo import staff
from sightline.demo.concerns import carry_concerns
from sightline.demo.families import county
from sightline.demo.involving import involve_all
from sightline.demo.records import bring_in
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
        with transaction.atomic(), _collecting_seldom():
            _make(Partnership.unscoped.create(code=code, name=name))
    return sign_ins()


@contextmanager
def _collecting_seldom() -> Iterator[None]:
    """Look for garbage cycles seldom: the making holds many objects and makes few cycles.

    The usual looking takes a third of its time.
    """
    usual = gc.get_threshold()
    gc.set_threshold(200_000, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def sign_ins() -> list[SignIn]:
    """Everybody who can sign in, a line each."""
    agencies = {plan.code: plan.name for plan in staff.AGENCIES}
    return [
        SignIn(plan.role, agencies[plan.agency], plan.user, PASSWORD, TOTP_SECRET) for plan in staff.STAFF
    ]


def role_words() -> dict[str, str]:
    """What each user is called: `Team manager`; a practitioner by profession, `Health visitor`, says more."""
    return {
        plan.user: PROFESSIONS.get(plan.profession, ROLES[plan.role])
        if plan.role == "practitioner"
        else ROLES[plan.role]
        for plan in staff.STAFF
    }


def _make(partnership: Partnership) -> None:
    teams = _directory(partnership)
    _staff(teams)
    _numbers_to_ring(partnership)
    today = clock.today()
    families = list(county(today))
    bring_in(families, today)
    involve_all(families, teams)
    carry_concerns()
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
    hashed = make_password(PASSWORD)
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
