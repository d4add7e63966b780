"""The county's six agencies, their forty teams, and who signs in.

Every professional is invented. The password and the authenticator secret are printed for everybody, because
the demo holds nothing that is not invented and listens to this machine alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

PARTNERSHIP: Final = ("fernshire", "Fernshire Safeguarding Children Partnership")


@dataclass(frozen=True, slots=True)
class AgencyPlan:
    """An agency, its telephone number and its teams."""

    code: str
    name: str
    sector: str
    telephone: str
    teams: tuple[str, ...]


AGENCIES: Final = (
    AgencyPlan(
        "fern-maternity",
        "Fernshire Maternity",
        "midwifery",
        "01632 960 120",
        (
            "Fernham community",
            "Saltwick community",
            "Marlbrook community",
            "Highcombe community",
            "Safeguarding",
        ),
    ),
    AgencyPlan(
        "fern-community",
        "Fernshire Community Health",
        "health_visiting",
        "01632 960 140",
        (
            "Fernham",
            "Saltwick",
            "Marlbrook",
            "Ottershaw Quay",
            "Highcombe",
            "Safeguarding",
            "Temporary staff",
        ),
    ),
    AgencyPlan(
        "fern-gp",
        "Fernshire GP Federation",
        "gp",
        "01632 960 160",
        (
            "Fern Street Surgery",
            "Quay Practice",
            "Marlbrook Health Centre",
            "Highcombe Surgery",
            "Saltwick Practice",
            "Orchard Surgery",
            "Beacon Practice",
            "Chapel Hill Surgery",
            "Out of hours",
        ),
    ),
    AgencyPlan(
        "fern-hospital",
        "Fernshire Hospital",
        "hospital",
        "01632 960 180",
        (
            "Maternity ward",
            "Children's ward",
            "Emergency department",
            "Community paediatrics",
            "Neonatal unit",
        ),
    ),
    AgencyPlan(
        "fern-council",
        "Fernshire Children's Social Care",
        "social_care",
        "01632 960 110",
        (
            "Front door",
            "Assessment east",
            "Assessment west",
            "Child protection east",
            "Child protection west",
            "Conference and review",
            "Emergency duty",
            "Safeguarding",
            "Partnership office",
        ),
    ),
    AgencyPlan(
        "fern-police",
        "Fernshire Police",
        "police",
        "01632 960 199",
        (
            "Front door",
            "Child abuse investigation",
            "Neighbourhood east",
            "Neighbourhood west",
            "Safeguarding",
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class StaffPlan:
    """One person who signs in: who, what they are, in which team and role."""

    user: str
    name: str
    profession: str
    agency: str
    team: str
    role: str
    lead_kind: str = ""


STAFF: Final = (
    StaffPlan("ruth.adeyemi", "Ruth Adeyemi", "health_visitor", "fern-community", "Fernham", "practitioner"),
    StaffPlan("tom.okell", "Tom Okell", "health_visitor", "fern-community", "Fernham", "practitioner"),
    StaffPlan("sian.probert", "Sian Probert", "health_visitor", "fern-community", "Saltwick", "practitioner"),
    StaffPlan("noor.haddad", "Noor Haddad", "health_visitor", "fern-community", "Marlbrook", "practitioner"),
    StaffPlan(
        "ola.brandt", "Ola Brandt", "health_visitor", "fern-community", "Ottershaw Quay", "practitioner"
    ),
    StaffPlan("beth.larkin", "Beth Larkin", "health_visitor", "fern-community", "Highcombe", "practitioner"),
    StaffPlan("hv.manager", "Gaynor Pike", "health_visitor", "fern-community", "Fernham", "team_manager"),
    StaffPlan(
        "hv.lead", "Miriam Stowe", "nurse", "fern-community", "Safeguarding", "safeguarding_lead", "named"
    ),
    StaffPlan("temp.hv", "Lena Voss", "health_visitor", "fern-community", "Temporary staff", "practitioner"),
    StaffPlan("esi.boateng", "Esi Boateng", "midwife", "fern-maternity", "Fernham community", "practitioner"),
    StaffPlan("anna.kowal", "Anna Kowal", "midwife", "fern-maternity", "Saltwick community", "practitioner"),
    StaffPlan("mw.three", "Carys Holt", "midwife", "fern-maternity", "Marlbrook community", "practitioner"),
    StaffPlan("mw.four", "Jean Abbot", "midwife", "fern-maternity", "Highcombe community", "practitioner"),
    StaffPlan("mw.manager", "Dawn Ferris", "midwife", "fern-maternity", "Fernham community", "team_manager"),
    StaffPlan(
        "mw.lead", "Rosalind Keane", "midwife", "fern-maternity", "Safeguarding", "safeguarding_lead", "named"
    ),
    StaffPlan("joan.pike", "Dr Joan Pike", "gp", "fern-gp", "Fern Street Surgery", "practitioner"),
    StaffPlan("gp.quay", "Dr Amir Rezai", "gp", "fern-gp", "Quay Practice", "practitioner"),
    StaffPlan("gp.nurse", "Tess Wilmot", "practice_nurse", "fern-gp", "Fern Street Surgery", "practitioner"),
    StaffPlan(
        "gp.lead", "Dr Hugh Sayer", "gp", "fern-gp", "Fern Street Surgery", "safeguarding_lead", "named"
    ),
    StaffPlan("gp.night", "Dr Paula Renn", "gp", "fern-gp", "Out of hours", "practitioner"),
    StaffPlan(
        "s.imran", "Dr Sara Imran", "paediatrician", "fern-hospital", "Community paediatrics", "examiner"
    ),
    StaffPlan("ward.nurse", "Kayode Bell", "nurse", "fern-hospital", "Children's ward", "practitioner"),
    StaffPlan("ed.doctor", "Dr Mei Tan", "doctor", "fern-hospital", "Emergency department", "practitioner"),
    StaffPlan("nnu.nurse", "Ffion Rees", "nurse", "fern-hospital", "Neonatal unit", "practitioner"),
    StaffPlan(
        "hosp.lead",
        "Dr Clive Marsh",
        "paediatrician",
        "fern-hospital",
        "Community paediatrics",
        "safeguarding_lead",
        "designated",
    ),
    StaffPlan(
        "meera.lal", "Meera Lal", "social_worker", "fern-council", "Child protection east", "practitioner"
    ),
    StaffPlan(
        "sw.west", "Jordan Pryce", "social_worker", "fern-council", "Child protection west", "practitioner"
    ),
    StaffPlan("sw.assess", "Adaeze Obi", "social_worker", "fern-council", "Assessment east", "practitioner"),
    StaffPlan(
        "sw.manager",
        "Colin Farrant",
        "social_worker",
        "fern-council",
        "Child protection east",
        "team_manager",
    ),
    StaffPlan(
        "front.door", "Nadia Clough", "social_worker", "fern-council", "Front door", "front_door_worker"
    ),
    StaffPlan(
        "front.manager", "Stephen Idle", "social_worker", "fern-council", "Front door", "front_door_manager"
    ),
    StaffPlan(
        "duty.night", "Grace Muir", "social_worker", "fern-council", "Emergency duty", "emergency_duty_worker"
    ),
    StaffPlan(
        "chair", "Patrick Lyle", "social_worker", "fern-council", "Conference and review", "conference_chair"
    ),
    StaffPlan(
        "sc.lead",
        "Wendy Ashe",
        "social_worker",
        "fern-council",
        "Safeguarding",
        "safeguarding_lead",
        "agency",
    ),
    StaffPlan("auditor", "Iona Craig", "partnership_staff", "fern-council", "Partnership office", "auditor"),
    StaffPlan(
        "officer",
        "Fola Quist",
        "partnership_staff",
        "fern-council",
        "Partnership office",
        "partnership_officer",
    ),
    StaffPlan(
        "scrutineer",
        "Lorna Day",
        "partnership_staff",
        "fern-council",
        "Partnership office",
        "independent_scrutineer",
    ),
    StaffPlan("analyst", "Tim Rowe", "partnership_staff", "fern-council", "Partnership office", "analyst"),
    StaffPlan(
        "administrator",
        "Sue Beal",
        "partnership_staff",
        "fern-council",
        "Partnership office",
        "administrator",
    ),
    StaffPlan(
        "dc.ferrier",
        "DC Mark Ferrier",
        "police_officer",
        "fern-police",
        "Child abuse investigation",
        "practitioner",
    ),
    StaffPlan(
        "police.door", "PC Lucy Hart", "police_officer", "fern-police", "Front door", "front_door_worker"
    ),
    StaffPlan(
        "police.lead",
        "DI Asha Rao",
        "police_officer",
        "fern-police",
        "Safeguarding",
        "safeguarding_lead",
        "agency",
    ),
    StaffPlan("nursery.nurse", "Kit Ashdown", "nursery_worker", "fern-community", "Fernham", "practitioner"),
)
