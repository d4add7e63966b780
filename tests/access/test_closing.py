"""Closing records, staff's own families, confidential addresses, and who has looked."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories import a_baby, a_source_person, a_team, an_actor, an_adult, an_agency, open_to
from sightline.access.actions import (
    close_record_to,
    keep_address_confidential,
    record_staff_person,
    reopen,
)
from sightline.access.addresses import address_words, address_words_of, telephone_words
from sightline.access.models import Closure, OpenMatter
from sightline.access.queries import looks_at, who_has_looked
from sightline.access.scope import may_open
from sightline.agencies.models import Agency, Professional, Team
from sightline.core import clock, ledger
from sightline.core.actors import Actor
from sightline.core.errors import Refused, SightlineError
from sightline.core.ids import new_id
from sightline.people.models import Address, Baby, NetworkMember, Person, SourcePerson

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def who(actor: Actor) -> Professional:
    return Professional.objects.get(pk=actor.id)


def a_lead_and_worker(baby: Baby) -> tuple[Actor, Actor]:
    worker = an_actor(team=a_team(an_agency("social_care"), "The office"))
    open_to(worker, baby)
    return an_actor("social_care", "safeguarding_lead"), worker


def test_a_lead_closes_a_record_to_a_colleague_and_opens_it_again() -> None:
    baby = a_baby()
    lead, worker = a_lead_and_worker(baby)
    closure = close_record_to(lead, baby.pk, "Lives next door.", professional=who(worker))
    assert not may_open(worker, baby.pk)
    with pytest.raises(SightlineError, match="why"):
        reopen(lead, closure, "")
    reopen(lead, closure, "Has moved away.")
    assert may_open(worker, baby.pk)
    with pytest.raises(SightlineError, match="already"):
        reopen(lead, closure, "Again.")


def test_a_record_is_closed_to_an_office_and_to_an_agency() -> None:
    baby = a_baby()
    lead, worker = a_lead_and_worker(baby)
    midwife = an_actor("midwifery")
    open_to(midwife, baby)
    close_record_to(lead, baby.pk, "Works there.", team=Team.unscoped.get(pk=worker.team_id))
    close_record_to(lead, baby.pk, "Works there.", agency=Agency.unscoped.get(code="midwifery"))
    assert not may_open(worker, baby.pk)
    assert not may_open(midwife, baby.pk)
    assert may_open(lead, baby.pk)


def test_the_lead_who_closed_it_to_the_whole_agency_can_still_open_it_again() -> None:
    baby = a_baby()
    lead, worker = a_lead_and_worker(baby)
    closure = close_record_to(lead, baby.pk, "All of us.", agency=Agency.unscoped.get(code="social_care"))
    assert not may_open(lead, baby.pk)
    with pytest.raises(Refused):
        reopen(an_actor("social_care", "safeguarding_lead"), closure, "Please.")
    reopen(lead, closure, "It was too wide.")
    assert may_open(worker, baby.pk)


def test_only_a_lead_who_may_open_the_record_closes_it_and_names_one() -> None:
    baby = a_baby()
    lead, worker = a_lead_and_worker(baby)
    for actor in (worker, an_actor("gp", "safeguarding_lead")):
        with pytest.raises(Refused):
            close_record_to(actor, baby.pk, "Because.", professional=who(worker))
    with pytest.raises(SightlineError, match="Name one"):
        close_record_to(lead, baby.pk, "Because.")
    with pytest.raises(SightlineError, match="Name one"):
        close_record_to(lead, baby.pk, "Because.", professional=who(worker), team=a_team())
    with pytest.raises(SightlineError, match="why"):
        close_record_to(lead, baby.pk, " ", professional=who(worker))
    assert not Closure.unscoped.exists()


def test_staff_who_are_in_the_family_are_kept_out_by_themselves_or_their_lead_only() -> None:
    baby, aunt = a_baby(), an_adult()
    lead, worker = a_lead_and_worker(baby)
    NetworkMember.unscoped.create(child=baby.person, person=aunt, through="relative")
    for actor in (an_actor("social_care"), an_actor("gp", "safeguarding_lead")):
        with pytest.raises(Refused):
            record_staff_person(actor, who(worker), aunt)
    record_staff_person(worker, who(worker), aunt)
    record_staff_person(lead, who(worker), aunt)
    assert not may_open(worker, baby.pk)


# Addresses


def an_address(holder: SourcePerson, lines: str = "1 Invented Way\nNowhere", **fields: object) -> Address:
    return Address.unscoped.create(source_person=holder, lines=lines, postcode="ZZ99 1AA", **fields)


def a_mother(baby: Baby, sector: str = "midwifery", person: Person | None = None) -> SourcePerson:
    held = a_source_person(an_agency(sector), person=person or an_adult("Robin"), telephone="01632 960100")
    NetworkMember.unscoped.get_or_create(child=baby.person, person=held.person, through="mother")
    return held


def test_an_address_is_read_by_whoever_reads_the_page() -> None:
    baby, actor = a_baby(), an_actor()
    open_to(actor, baby)
    assert address_words(actor, an_address(a_mother(baby))) == "1 Invented Way, Nowhere, ZZ99 1AA"


def test_a_confidential_address_is_read_by_the_agency_that_holds_it_and_by_nobody_else_at_universal() -> None:
    baby = a_baby()
    address = an_address(a_mother(baby), confidential=True)
    midwife, stranger = an_actor("midwifery"), an_actor("midwifery", team=a_team(an_agency("midwifery"), "B"))
    readers = [an_actor(sector) for sector in ("health_visiting", "gp", "social_care", "police", "hospital")]
    for actor in (midwife, *readers):
        open_to(actor, baby)
    assert address_words(midwife, address)
    assert address_words(stranger, address) is None
    assert [address_words(actor, address) for actor in readers] == [None] * len(readers)
    assert address_words(an_actor("midwifery", "safeguarding_lead"), address)


def test_while_a_concern_is_open_social_care_reads_a_confidential_address() -> None:
    baby = a_baby()
    address = an_address(a_mother(baby), confidential=True)
    worker, visitor = an_actor("social_care"), an_actor()
    open_to(worker, baby)
    open_to(visitor, baby)
    OpenMatter.unscoped.create(
        child=baby.person, level="concern", what="referral", entry_root=new_id(), since=clock.today()
    )
    assert address_words(worker, address)
    assert address_words(an_actor("social_care", "front_door_manager"), address)
    assert address_words(an_actor("social_care", "emergency_duty_worker"), address)
    assert address_words(an_actor("social_care", "front_door_worker"), address) is None
    assert address_words(an_actor("social_care", "conference_chair"), address) is None
    assert address_words(visitor, address) is None


def test_one_agencys_flag_keeps_the_address_that_another_agency_holds() -> None:
    baby, visitor = a_baby(), an_actor()
    open_to(visitor, baby)
    marked = a_mother(baby)
    an_address(marked, confidential=True)
    same_person = an_address(a_mother(baby, "gp", marked.person), "Flat 2, 9 Other Street")
    same_place = an_address(a_mother(baby, "gp"), "1 INVENTED Way, Nowhere")
    babys_own = an_address(baby.person.source_people.get(), "9 Other Street")
    unrelated = an_address(a_mother(baby, "gp"), "Far away")
    found = address_words_of(visitor, [same_person, same_place, babys_own, unrelated])
    assert [found[one.pk] for one in (same_person, same_place, babys_own)] == [None] * 3
    assert found[unrelated.pk] == "Far away, ZZ99 1AA"


def test_a_confidential_address_keeps_the_telephone_number_too() -> None:
    baby, visitor, midwife = a_baby(), an_actor(), an_actor("midwifery")
    for actor in (visitor, midwife):
        open_to(actor, baby)
    mother = a_mother(baby)
    assert telephone_words(visitor, mother) == "01632 960100"
    an_address(mother, confidential=True)
    assert telephone_words(visitor, mother) is None
    assert telephone_words(midwife, mother) == "01632 960100"
    assert telephone_words(visitor, SourcePerson(person=mother.person)) is None


def test_a_closed_record_keeps_the_confidential_address_from_a_colleague_of_the_holder() -> None:
    baby, midwife = a_baby(), an_actor("midwifery")
    open_to(midwife, baby)
    address = an_address(a_mother(baby), confidential=True)
    Closure.unscoped.create(child=baby.person, professional_id=midwife.id, because="His cousin.")
    assert address_words(midwife, address) is None


def test_many_addresses_take_a_fixed_number_of_queries() -> None:
    counts = []
    for size in (2, 9):
        baby, visitor = a_baby(), an_actor()
        open_to(visitor, baby)
        addresses = [an_address(a_mother(baby), f"{n} Row", confidential=n % 2 == 0) for n in range(size)]
        loaded = Address.unscoped.select_related("source_person").filter(pk__in=[a.pk for a in addresses])
        asked = list(loaded)
        with CaptureQueriesContext(connection) as queries:
            address_words_of(visitor, asked)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_the_holder_marks_an_address_and_only_its_lead_lifts_the_mark() -> None:
    baby, visitor, midwife = a_baby(), an_actor(), an_actor("midwifery")
    for actor in (visitor, midwife):
        open_to(actor, baby)
    address = an_address(a_mother(baby))
    with pytest.raises(Refused):
        keep_address_confidential(visitor, address, "She asked.")
    with pytest.raises(SightlineError, match="why"):
        keep_address_confidential(midwife, address, "")
    keep_address_confidential(midwife, address, "She asked.")
    assert address_words(visitor, address) is None
    with pytest.raises(Refused):
        keep_address_confidential(midwife, address, "A mistake.", confidential=False)
    lead = an_actor("midwifery", "safeguarding_lead")
    keep_address_confidential(lead, address, "A mistake.", confidential=False)
    assert address_words(visitor, address)


# Who has looked


def test_who_has_looked_is_the_whole_list_newest_first() -> None:
    baby, visitor = a_baby(), an_actor(name="Morgan Visitor")
    open_to(visitor, baby)
    for hour in range(3):
        with clock.at(clock.start_of(clock.today()) + dt.timedelta(hours=hour)):
            ledger.looked(visitor, f"page.{hour}", [], [str(baby.pk)])
    ledger.looked(visitor, "page.other", [], [str(a_baby("Sky").pk)])
    looks = who_has_looked(visitor, baby.pk)
    assert [look.event for look in looks] == ["page.2", "page.1", "page.0"]
    assert (looks[0].name, looks[0].role, looks[0].agency) == (
        "Morgan Visitor",
        "Practitioner",
        "Health Visiting",
    )
    assert len(who_has_looked(visitor, baby.pk, newest=2)) == 2


def test_refused_attempts_are_listed_to_leads_and_auditors_only() -> None:
    baby, visitor = a_baby(), an_actor()
    open_to(visitor, baby)
    ledger.refused(an_actor("gp"), "baby.looked", "No.", [str(baby.pk)])
    assert not who_has_looked(visitor, baby.pk)
    for role in ("safeguarding_lead", "auditor"):
        [look] = who_has_looked(an_actor(role=role), baby.pk)
        assert not look.allowed


def test_a_look_from_an_agency_whose_name_would_disclose_has_no_name() -> None:
    baby, visitor = a_baby(), an_actor()
    clinic = an_actor("substance_service", name="Kim Clinic")
    for actor in (visitor, clinic):
        open_to(actor, baby)
    ledger.looked(clinic, "baby.looked", [], [str(baby.pk)])
    [look] = who_has_looked(visitor, baby.pk)
    assert (look.name, look.role, look.agency) == ("Somebody in another agency", "", "")
    assert who_has_looked(clinic, baby.pk)[0].name == "Kim Clinic"
    assert who_has_looked(an_actor(role="safeguarding_lead"), baby.pk)[0].name == "Kim Clinic"
    OpenMatter.unscoped.create(
        child=baby.person, level="concern", what="referral", entry_root=new_id(), since=clock.today()
    )
    assert who_has_looked(visitor, baby.pk)[0].name == "Kim Clinic"


def test_who_has_looked_takes_the_same_queries_for_one_look_and_for_many() -> None:
    baby, visitor = a_baby(), an_actor()
    open_to(visitor, baby)
    counts = []
    for number in (1, 30):
        for _ in range(number):
            ledger.looked(visitor, "baby.looked", [], [str(baby.pk)])
        with CaptureQueriesContext(connection) as queries:
            assert len(who_has_looked(visitor, baby.pk)) >= number
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 3
    assert looks_at(visitor, baby.pk).count() == 31
