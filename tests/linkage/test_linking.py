"""Linking by number and birth, candidates for everything else, and undoing."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories import (
    a_baby,
    a_person,
    a_source_person,
    an_actor,
    an_agency,
    an_entry,
    an_nhs_number,
    received,
)
from sightline.chronology.kinds import Contact
from sightline.chronology.models import Entry
from sightline.chronology.proposals import AddressProposal, IdentifierProposal, PersonProposal
from sightline.core import events
from sightline.core.actors import IMPORT
from sightline.core.errors import Refused, SightlineError
from sightline.linkage.actions import decide, link, unlink
from sightline.linkage.events import ClaimMoved
from sightline.linkage.models import Candidate, Claim
from sightline.linkage.queries import candidates_seen_by, evidence_of
from sightline.people.models import Baby, NetworkMember, Person, SourcePerson

pytestmark = pytest.mark.django_db
BORN = dt.date(2026, 9, 1)


def sent(key: str, number: str = "", *, verified: bool = True, **fields: Any) -> PersonProposal:
    numbers = (IdentifierProposal("nhs_number", number, verified=verified),) if number else ()
    born = fields.pop("born", BORN)
    known = {"kind": "baby", "given_name": "Ash", "family_name": "Example", "sex": "female"}
    return a_person(key, identifiers=numbers, born_from=born, born_to=born, **(known | fields))


def arrive(sector: str, *people: PersonProposal) -> None:
    received(an_agency(sector), *people)


def source(sector: str, key: str = "b1") -> SourcePerson:
    return SourcePerson.unscoped.select_related("person").get(agency__code=sector, key=key)


def are_one(*sectors: str) -> bool:
    return len({source(sector).person_id for sector in sectors}) == 1


def test_a_verified_number_with_an_agreeing_birth_links_on_arrival() -> None:
    number = an_nhs_number()
    arrive("midwifery", sent("b1", number))
    arrive("gp", sent("b1", number))
    assert are_one("midwifery", "gp")
    claim = Claim.unscoped.get(basis="nhs_number_and_birth")
    assert claim.source_person == source("gp")
    assert not Candidate.unscoped.exists()


@pytest.mark.parametrize(
    "other",
    [
        {"verified": False},
        {"born": dt.date(2026, 9, 2)},
        {"born": None},
        {"given_name": "Rowan"},
        {"sex": "male"},
        {"withdrawn": True},
    ],
    ids=str,
)
def test_the_same_number_with_any_doubt_waits_for_a_person(other: dict[str, Any]) -> None:
    number = an_nhs_number()
    arrive("midwifery", sent("b1", number))
    arrive("gp", sent("b1", number, **other))
    assert not are_one("midwifery", "gp")
    assert Candidate.unscoped.get().state == "open"


def test_an_inexact_birth_never_links_by_itself() -> None:
    number = an_nhs_number()
    arrive("midwifery", sent("b1", number))
    loose = sent("b1", number)
    received(an_agency("gp"), a_person("b1", identifiers=loose.identifiers, born_from=BORN, born_to=None))
    assert not are_one("midwifery", "gp")


def test_a_number_that_fails_its_check_links_nobody_and_proposes_nobody() -> None:
    for sector in ("midwifery", "gp"):
        arrive(sector, sent("b1", "9990000001", given_name="", family_name=""))
    assert not are_one("midwifery", "gp")
    assert not Candidate.unscoped.exists()


def test_one_agencys_two_records_are_never_linked_by_themselves() -> None:
    number = an_nhs_number()
    arrive("midwifery", sent("b1", number), sent("b2", number))
    assert source("midwifery", "b1").person_id != source("midwifery", "b2").person_id
    assert Candidate.unscoped.get().state == "open"


def test_a_third_record_does_not_bring_an_agencys_two_together() -> None:
    number = an_nhs_number()
    arrive("midwifery", sent("b1", number), sent("b2", number))
    arrive("gp", sent("b1", number))
    assert source("midwifery", "b1").person_id != source("midwifery", "b2").person_id


def test_a_baby_known_to_have_a_twin_is_not_linked_without_a_name() -> None:
    one, other = an_nhs_number(), an_nhs_number()
    arrive("midwifery", sent("b1", one, given_name="Ash"), sent("b2", other, given_name="Bay"))
    arrive("gp", sent("b1", one, given_name="Baby"))
    assert not are_one("midwifery", "gp")
    arrive("hospital", sent("b1", one, given_name="Ash"))
    assert are_one("midwifery", "hospital")


def test_a_twin_known_through_the_mother_alone_counts_as_well() -> None:
    number = an_nhs_number()
    arrive("midwifery", sent("b1", number, given_name=""))
    twin = a_baby(born_on=BORN, given_name="")
    mother = Person.unscoped.create()
    for child in (source("midwifery").person, twin.person):
        NetworkMember.unscoped.create(child=child, person=mother, through="mother")
    arrive("gp", sent("b1", number))
    assert not are_one("midwifery", "gp")


def test_twins_sent_by_two_agencies_stay_two_and_each_joins_its_own() -> None:
    one, other = an_nhs_number(), an_nhs_number()
    twins = (sent("b1", one, given_name="Ash"), sent("b2", other, given_name="Bay"))
    arrive("midwifery", *twins)
    arrive("gp", *twins)
    assert source("midwifery", "b1").person_id == source("gp", "b1").person_id
    assert source("midwifery", "b2").person_id == source("gp", "b2").person_id
    assert source("gp", "b1").person_id != source("gp", "b2").person_id
    assert not Candidate.unscoped.exists()


def test_twins_are_not_linked_by_anybody() -> None:
    arrive("midwifery", sent("b1", given_name="Ash"), sent("b2", given_name="Bay"))
    with pytest.raises(Refused, match="two babies"):
        link(IMPORT, source("midwifery", "b2"), source("midwifery", "b1").person, "They look alike.")


@pytest.mark.parametrize(
    "other",
    [
        {"given_name": "Rowan"},
        {"born": None},
        {"born": dt.date(2026, 9, 20)},
        {"born": dt.date(2026, 1, 9)},
        {"given_name": "ÁSH", "family_name": "Éx-ample"},
    ],
    ids=str,
)
def test_what_plausibly_matches_becomes_a_candidate(other: dict[str, Any]) -> None:
    arrive("midwifery", sent("b1"))
    arrive("gp", sent("b1", **other))
    assert not are_one("midwifery", "gp")
    assert Candidate.unscoped.get().state == "open"


def test_what_does_not_match_becomes_none() -> None:
    arrive("midwifery", sent("b1"))
    arrive("gp", sent("b1", family_name="Other", given_name="Rowan"))
    arrive("hospital", sent("b1", born=dt.date(2025, 2, 3)))
    arrive("police", sent("b1", given_name="", family_name=""))
    assert not Candidate.unscoped.exists()


def test_not_the_same_is_remembered_for_ever_after_a_new_version_too() -> None:
    number = an_nhs_number()
    arrive("midwifery", sent("b1", number))
    arrive("gp", sent("b1", number, verified=False))
    lead = an_actor("gp", "safeguarding_lead")
    [candidate] = candidates_seen_by(lead)
    decide(lead, candidate, same=False, because="Different mothers.")
    arrive("gp", sent("b1", number, telephone="1"))
    arrive("midwifery", sent("b1", number, telephone="2"))
    assert not are_one("midwifery", "gp")
    assert Candidate.unscoped.get().state == "not_same"
    assert not candidates_seen_by(lead).exists()
    with pytest.raises(Refused, match="not the same"):
        link(IMPORT, source("gp"), source("midwifery").person, "They are.")
    link(IMPORT, source("gp"), source("midwifery").person, "Both mothers asked.", overturn=True)
    assert are_one("midwifery", "gp")


def test_a_not_the_same_bars_a_third_record_from_bridging_the_two() -> None:
    number = an_nhs_number()
    arrive("midwifery", sent("b1", number))
    arrive("gp", sent("b1", number, verified=False))
    decide(IMPORT, Candidate.unscoped.get(), same=False, because="Different mothers.")
    arrive("hospital", sent("b1", number))
    arrive("gp", sent("b1", number))
    assert are_one("midwifery", "hospital")
    assert not are_one("midwifery", "gp")


def test_deciding_that_two_are_the_same_joins_all_their_records() -> None:
    arrive("midwifery", sent("b1"))
    arrive("gp", sent("b1", born=None))
    arrive("hospital", sent("b1", an_nhs_number(), given_name="Unlike", family_name="Other"))
    link(IMPORT, source("hospital"), source("gp").person, "Same house.")
    lead = an_actor("gp", "safeguarding_lead")
    [candidate] = [
        one
        for one in candidates_seen_by(lead)
        if {one.left.agency.code, one.right.agency.code} == {"gp", "midwifery"}
    ]
    decide(lead, candidate, same=True, because="Asked both.")
    assert are_one("midwifery", "gp", "hospital")
    assert Candidate.unscoped.get(pk=candidate.pk).state == "same"


def test_the_person_left_without_records_says_whom_it_is_joined_to_until_it_is_undone() -> None:
    arrive("midwifery", sent("b1"))
    arrive("gp", sent("b1", born=None))
    left = source("gp").person
    claim = link(IMPORT, source("gp"), source("midwifery").person, "Same house.")
    left.refresh_from_db()
    assert left.joined_to_id == source("midwifery").person_id
    unlink(IMPORT, claim, "No.")
    left.refresh_from_db()
    assert left.joined_to_id is None


def test_a_persons_summary_comes_from_the_record_with_a_verified_number() -> None:
    number = an_nhs_number()
    arrive("midwifery", sent("b1", number, given_name="Ash"))
    arrive("gp", sent("b1", given_name="Ashley", telephone="1", sex="unknown"))
    link(IMPORT, source("gp"), source("midwifery").person, "Same house.")
    person = source("midwifery").person
    assert (person.name, person.sex, person.nhs_number) == ("Ash Example", "female", number)


def test_unlinking_restores_and_is_never_linked_back() -> None:
    number = an_nhs_number()
    arrive("midwifery", sent("b1", number))
    arrive("gp", sent("b1", number))
    claim = Claim.unscoped.get(basis="nhs_number_and_birth")
    unlink(IMPORT, claim, "Wrong number.")
    assert not are_one("midwifery", "gp")
    arrive("gp", sent("b1", number, telephone="1"))
    assert not are_one("midwifery", "gp")
    with pytest.raises(SightlineError, match="already"):
        unlink(IMPORT, claim, "Again.")


def test_an_agencys_own_record_is_no_link_to_undo() -> None:
    arrive("midwifery", sent("b1"))
    with pytest.raises(SightlineError, match="own record"):
        unlink(IMPORT, Claim.unscoped.get(), "No.")


def test_entries_never_move() -> None:
    arrive("midwifery", sent("b1"))
    received(an_agency("gp"), sent("b1", born=None), an_entry("b1", Contact()))
    before = Entry.unscoped.values_list("id", "about_id").get()
    claim = link(IMPORT, source("gp"), source("midwifery").person, "Same house.")
    assert Entry.unscoped.values_list("id", "about_id").get() == before
    unlink(IMPORT, claim, "No.")
    assert Entry.unscoped.values_list("id", "about_id").get() == before


def test_every_move_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[ClaimMoved] = []
    monkeypatch.setitem(events._subscribers, ClaimMoved, [told.append])
    arrive("midwifery", sent("b1"))
    arrive("gp", sent("b1", born=None))
    here, there = source("gp").person_id, source("midwifery").person_id
    claim = link(IMPORT, source("gp"), source("midwifery").person, "Same house.")
    unlink(IMPORT, claim, "No.")
    gp = source("gp").pk
    assert told == [ClaimMoved(gp, here, there), ClaimMoved(gp, there, here, undone=True)]


def test_undoing_an_earlier_link_is_told_though_a_later_one_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    for agency in ("midwifery", "gp", "health_visiting"):
        arrive(agency, sent("b1", born=None))
    own = source("gp").person_id
    earlier = link(IMPORT, source("gp"), source("midwifery").person, "Same house.")
    link(IMPORT, source("gp"), source("health_visiting").person, "Same name.")
    told: list[ClaimMoved] = []
    monkeypatch.setitem(events._subscribers, ClaimMoved, [told.append])
    unlink(IMPORT, earlier, "No.")
    assert told == [ClaimMoved(source("gp").pk, earlier.person_id, own, undone=True)]
    assert source("gp").person_id == source("health_visiting").person_id


def test_a_babys_record_does_not_become_part_of_an_adult() -> None:
    adult = a_source_person(an_agency("gp")).person
    arrive("midwifery", sent("b1"))
    with pytest.raises(Refused, match="no baby"):
        link(IMPORT, source("midwifery"), adult, "Same name.")


def test_a_sibling_record_joins_the_baby_that_it_is() -> None:
    number = an_nhs_number()
    arrive("gp", sent("b1", number, kind="person"))
    arrive("midwifery", sent("b1", number))
    assert are_one("midwifery", "gp")
    assert Baby.unscoped.get(person__joined_to__isnull=True).pk == source("gp").person_id


def test_a_decision_needs_a_reason() -> None:
    arrive("midwifery", sent("b1"))
    arrive("gp", sent("b1", born=None))
    for act in (
        lambda: link(IMPORT, source("gp"), source("midwifery").person, " "),
        lambda: decide(IMPORT, Candidate.unscoped.get(), same=True, because=""),
    ):
        with pytest.raises(SightlineError, match="why"):
            act()


@pytest.mark.parametrize(
    ("sector", "role", "may"),
    [
        ("gp", "safeguarding_lead", True),
        ("midwifery", "team_manager", True),
        ("gp", "practitioner", False),
        ("police", "safeguarding_lead", False),
        ("gp", "analyst", False),
        ("gp", "administrator", False),
    ],
)
def test_only_deciding_roles_of_an_agency_that_holds_a_side_see_and_decide(
    sector: str, role: str, may: bool
) -> None:
    arrive("midwifery", sent("b1"))
    arrive("gp", sent("b1", born=None))
    actor = an_actor(sector, role)
    assert candidates_seen_by(actor).exists() == may
    candidate = Candidate.unscoped.get()
    if may:
        decide(actor, candidate, same=True, because="Asked both.")
    else:
        with pytest.raises(Refused):
            decide(actor, candidate, same=True, because="Asked both.")
    assert are_one("midwifery", "gp") == may


def test_evidence_is_given_field_by_field() -> None:
    number = an_nhs_number()
    arrive("midwifery", sent("b1", number, telephone="01"))
    arrive(
        "gp", sent("b1", number, verified=False, born=dt.date(2026, 1, 9), given_name="Ashley", sex="male")
    )
    found = {row.label: row for row in evidence_of(Candidate.unscoped.get())}
    assert {label: row.agreement for label, row in found.items()} == {
        "NHS number": "agrees",
        "Given name": "close",
        "Family name": "agrees",
        "Date of birth": "close",
        "Sex": "differs",
        "Birth order": "not_recorded",
        "Telephone": "not_recorded",
        "Postcode": "not_recorded",
    }
    assert "Not verified" in found["NHS number"].left + found["NHS number"].right


def test_a_confidential_address_takes_no_part_in_evidence() -> None:
    home = AddressProposal(lines=("1 Quiet Row",), postcode="ZZ1 1ZZ", confidential=True)
    arrive("midwifery", sent("b1", addresses=(home,)))
    arrive("gp", sent("b1", born=None, addresses=(home,)))
    assert "ZZ1" not in repr(evidence_of(Candidate.unscoped.get()))


def test_finding_pairs_takes_no_query_a_person() -> None:
    def queries(count: int, sector: str) -> int:
        people = [
            sent(f"p{n}", an_nhs_number(), given_name=f"G{n}", family_name=f"F{n}") for n in range(count)
        ]
        with CaptureQueriesContext(connection) as captured:
            arrive(sector, *people)
        return len(captured)

    arrive("midwifery", *[sent(f"p{n}", given_name=f"G{n}", family_name=f"F{n}") for n in range(150)])
    few = queries(10, "gp")
    assert queries(150, "hospital") < few + 60
