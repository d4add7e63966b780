"""Involving teams, handing over, covering."""

from __future__ import annotations

import datetime as dt

import pytest

from factories import a_baby, a_professional, a_team, an_actor, an_agency, an_nhs_number, open_to
from sightline.access.actions import break_glass, cover, end_involvement, hand_over_caseload, involve
from sightline.access.models import Closure, Handover, Involvement, Notice
from sightline.access.queries import involved_with
from sightline.access.scope import may_open
from sightline.agencies.models import Professional, Team
from sightline.core import clock
from sightline.core.actors import IMPORT, Actor
from sightline.core.errors import Refused, SightlineError
from sightline.core.models import LedgerChild, LedgerEntry

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def who(actor: Actor) -> Professional:
    return Professional.objects.get(pk=actor.id)


def team_of(actor: Actor) -> Team:
    return Team.unscoped.get(pk=actor.team_id)


def test_a_team_that_is_involved_opens_the_record_and_the_ledger_has_it() -> None:
    midwife, visitor, baby = an_actor("midwifery"), an_actor("health_visiting"), a_baby()
    open_to(midwife, baby)
    involve(midwife, baby.pk, team_of(visitor), "health_visitor", professional=who(visitor))
    assert may_open(visitor, baby.pk)
    entry = LedgerEntry.ledger.get(event="team.involved")
    assert LedgerChild.ledger.get(entry=entry).child_id == baby.pk


def test_a_stranger_an_auditor_and_somebody_who_broke_the_glass_involve_nobody() -> None:
    stranger, baby = an_actor("hospital"), a_baby(nhs_number=(number := an_nhs_number()))
    with pytest.raises(Refused):
        involve(stranger, baby.pk, team_of(stranger), "hospital")
    break_glass(stranger, nhs_number=number, reason="urgent_care")
    assert may_open(stranger, baby.pk)
    with pytest.raises(Refused):
        involve(stranger, baby.pk, team_of(stranger), "hospital")
    open_to(an_actor("midwifery"), baby)
    auditor = an_actor("midwifery", "auditor")
    assert may_open(auditor, baby.pk)
    with pytest.raises(Refused):
        involve(auditor, baby.pk, team_of(auditor), "midwife")
    assert LedgerEntry.ledger.filter(event="team.involved", outcome="refused").count() == 3


def test_an_import_involves_the_team_that_the_records_name() -> None:
    baby = a_baby()
    assert involve(IMPORT, baby.pk, a_team(), "health_visitor").from_on == clock.today()


def test_a_team_is_not_involved_twice_nor_in_a_part_that_there_is_not_nor_backwards() -> None:
    baby, team, today = a_baby(), a_team(), clock.today()
    outsider = a_professional()
    for fault in (
        {"part": "astronaut"},
        {"part": "gp", "to_on": today - DAY},
        {"part": "gp", "professional": outsider},
    ):
        with pytest.raises(SightlineError):
            involve(IMPORT, baby.pk, team, fault.pop("part"), **fault)
    involve(IMPORT, baby.pk, team, "health_visitor")
    with pytest.raises(SightlineError, match="already"):
        involve(IMPORT, baby.pk, team, "health_visitor")
    assert Involvement.unscoped.count() == 1


def test_an_ended_involvement_closes_the_record_at_once() -> None:
    actor, baby = an_actor(), a_baby()
    ended = end_involvement(actor, open_to(actor, baby), "Moved to another team.")
    assert not may_open(actor, baby.pk)
    assert (ended.to_on, ended.because) == (clock.today(), "Moved to another team.")


def test_an_involvement_with_a_last_day_to_come_stays_open_through_it() -> None:
    actor, baby = an_actor(), a_baby()
    last = clock.today() + 2 * DAY
    end_involvement(actor, open_to(actor, baby), "Care ends.", last_day=last)
    with clock.at(clock.end_of(last)):
        assert may_open(actor, baby.pk)
    with clock.at(clock.start_of(last + DAY)):
        assert not may_open(actor, baby.pk)


def test_an_involvement_is_ended_by_its_team_or_its_agencys_lead_and_only_once_and_with_a_reason() -> None:
    actor, other, baby = an_actor(), an_actor("gp"), a_baby()
    involvement = open_to(actor, baby)
    open_to(other, baby)
    with pytest.raises(Refused):
        end_involvement(other, involvement, "Not ours.")
    with pytest.raises(SightlineError, match="why"):
        end_involvement(actor, involvement, "  ")
    with pytest.raises(SightlineError, match="before it began"):
        end_involvement(actor, involvement, "Long ago.", last_day=dt.date(2019, 12, 31))
    end_involvement(an_actor(role="safeguarding_lead"), involvement, "Agreed.")
    with pytest.raises(SightlineError, match="already"):
        end_involvement(IMPORT, involvement, "Again.")


def test_a_caseload_moves_whole_with_one_note() -> None:
    giving, taking = an_actor(), an_actor(team=a_team(name="Team Two"))
    babies = [a_baby(f"Ash{number}") for number in range(3)]
    for baby in babies:
        open_to(giving, baby)
    handover = hand_over_caseload(giving, who(giving), who(taking), "All are well.", team=team_of(taking))
    assert handover.note == "All are well."
    assert all(may_open(taking, baby.pk) and not may_open(giving, baby.pk) for baby in babies)
    assert Involvement.unscoped.filter(handover=handover, professional=who(taking)).count() == 3
    entry = LedgerEntry.ledger.get(event="caseload.handed_over")
    assert set(LedgerChild.ledger.filter(entry=entry).values_list("child_id", flat=True)) == {
        baby.pk for baby in babies
    }


def test_a_caseload_does_not_move_without_a_note_or_to_somebody_of_another_team_or_to_oneself() -> None:
    giving, taking = an_actor(), an_actor(team=a_team(name="Team Two"))
    open_to(giving, a_baby())
    own, theirs = team_of(giving), team_of(taking)
    for to, note, team in ((taking, " ", theirs), (taking, "Note.", own), (giving, "Note.", own)):
        with pytest.raises(SightlineError):
            hand_over_caseload(giving, who(giving), who(to), note, team=team)
    with pytest.raises(SightlineError, match="leads no baby"):
        hand_over_caseload(taking, who(taking), who(giving), "Note.", team=own)
    assert not Handover.unscoped.exists()


def test_a_caseload_is_handed_over_by_its_holder_a_manager_or_a_lead_within_the_agency() -> None:
    giving, taking = an_actor(), an_actor()
    open_to(giving, a_baby())
    for actor in (taking, an_actor("gp", "team_manager")):
        with pytest.raises(Refused):
            hand_over_caseload(actor, who(giving), who(taking), "Note.", team=team_of(taking))
    hand_over_caseload(an_actor(role="team_manager"), who(giving), who(taking), "Note.", team=team_of(taking))


def test_a_baby_that_is_closed_to_the_taker_stays_with_the_team_and_the_lead_is_told() -> None:
    giving, taking = an_actor(), an_actor()
    lead = an_actor(role="safeguarding_lead")
    closed, open_baby = a_baby(), a_baby("Sky")
    open_to(giving, closed)
    open_to(giving, open_baby)
    Closure.unscoped.create(child=closed.person, professional_id=taking.id, because="A neighbour.")
    hand_over_caseload(giving, who(giving), who(taking), "Note.", team=team_of(taking))
    new = Involvement.unscoped.filter(ended_at__isnull=True)
    assert new.get(child=closed.person).professional is None
    assert str(new.get(child=open_baby.person).professional_id) == taking.id
    assert not may_open(taking, closed.pk)
    notice = Notice.unscoped.get()
    assert (str(notice.professional_id), notice.child_id) == (lead.id, closed.pk)


def test_cover_opens_the_absent_colleagues_babies_and_is_within_the_agency() -> None:
    away, covering = an_actor(team=a_team(name="Near")), an_actor(team=a_team(name="Far"))
    stranger, baby, today = an_actor("gp"), a_baby(), clock.today()
    open_to(away, baby)
    with pytest.raises(Refused):
        cover(covering, who(away), who(covering), today)
    with pytest.raises(Refused):
        cover(away, who(away), who(stranger), today)
    with pytest.raises(SightlineError):
        cover(away, who(away), who(away), today)
    with pytest.raises(SightlineError):
        cover(away, who(away), who(covering), today - DAY)
    cover(away, who(away), who(covering), today + DAY, "On leave.")
    assert may_open(covering, baby.pk)


def test_who_is_involved_has_telephone_numbers_and_cover() -> None:
    actor, baby = an_actor(name="Morgan Away"), a_baby()
    Professional.objects.filter(pk=actor.id).update(telephone="01632 960001")
    open_to(actor, baby)
    standing_in = an_actor(name="Sam Cover")
    Professional.objects.filter(pk=standing_in.id).update(telephone="01632 960002")
    cover(actor, who(actor), who(standing_in), clock.today() + DAY)
    [row] = involved_with(actor, baby.pk)
    assert (row.part, row.name, row.telephone) == ("Health visitor", "Morgan Away", "01632 960001")
    assert (row.covered_by, row.covered_telephone) == ("Sam Cover", "01632 960002")


def test_a_team_without_a_named_practitioner_is_rung_by_its_own_number_or_its_agencys() -> None:
    baby, agency = a_baby(), an_agency()
    agency.telephone = "01632 960009"
    agency.save()
    involve(IMPORT, baby.pk, a_team(agency), "health_visitor")
    reader = an_actor("health_visiting")
    assert involved_with(reader, baby.pk)[0].telephone == "01632 960009"
    Team.unscoped.update(telephone="01632 960008")
    assert involved_with(reader, baby.pk)[0].telephone == "01632 960008"


def test_a_team_whose_name_would_disclose_is_listed_only_where_its_entries_are_shown() -> None:
    visitor, baby = an_actor(), a_baby()
    open_to(visitor, baby)
    clinic = an_actor("substance_service")
    open_to(clinic, baby)
    assert [row.sector for row in involved_with(visitor, baby.pk)] == ["health_visiting"]
    assert [row.sector for row in involved_with(visitor, baby.pk, "help")] == ["health_visiting"]
    assert len(involved_with(visitor, baby.pk, "concern")) == 2
    assert len(involved_with(clinic, baby.pk)) == 2
