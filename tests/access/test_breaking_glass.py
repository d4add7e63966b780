"""Opening the record of a baby who is in front of somebody not involved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from factories import a_baby, a_professional, a_team, an_actor, an_agency, an_nhs_number, open_to
from sightline.access.actions import break_glass, close_record_to, cover, read_notice, review_break_glass
from sightline.access.actions.breaking_glass import reasons_open_to
from sightline.access.levels import levels_open_to
from sightline.access.models import BreakGlass, Closure, Notice
from sightline.access.openings import openings_seen_by
from sightline.access.queries import notices_for
from sightline.access.scope import may_open
from sightline.access.table import View, view_of
from sightline.agencies.models import Assignment, Professional
from sightline.agencies.roles import ROLES
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.core.codes import SECTORS
from sightline.core.errors import Refused, SightlineError, Unfindable
from sightline.core.models import LedgerChild, LedgerEntry
from sightline.people.models import Baby

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)
BORN = dt.date(2026, 10, 14)


@pytest.fixture(autouse=True)
def _a_friday_evening() -> Iterator[None]:
    with clock.at(dt.datetime(2026, 11, 20, 19, 30, tzinfo=clock.LONDON)):
        yield


def a_number_and_baby() -> tuple[str, Baby]:
    number = an_nhs_number()
    return number, a_baby("Ash", "Example", born_on=BORN, nhs_number=number)


def who(actor: Actor) -> Professional:
    return Professional.objects.get(pk=actor.id)


def test_an_exact_nhs_number_opens_the_record_for_24_hours() -> None:
    number, baby = a_number_and_baby()
    actor = an_actor("hospital")
    opening = break_glass(actor, nhs_number=f"{number[:3]} {number[3:6]} {number[6:]}", reason="urgent_care")
    assert may_open(actor, baby.pk)
    assert opening.expires_at - opening.opened_at == dt.timedelta(hours=24)
    with clock.at(opening.expires_at - dt.timedelta(seconds=1)):
        assert may_open(actor, baby.pk)
    with clock.at(opening.expires_at):
        assert not may_open(actor, baby.pk)


def test_an_exact_name_and_date_of_birth_open_the_record() -> None:
    _, baby = a_number_and_baby()
    actor = an_actor("ambulance")
    break_glass(actor, name="ash  EXAMPLE", born_on=BORN, reason="immediate_safety")
    assert may_open(actor, baby.pk)


@pytest.mark.parametrize(
    "asked",
    [
        {"name": "Ash Exampl", "born_on": BORN},
        {"name": "As Example", "born_on": BORN},
        {"name": "Example", "born_on": BORN},
        {"name": "Ash Example", "born_on": BORN + DAY},
        {"name": "Ash Example"},
        {"nhs_number": "9990000000"},
        {"nhs_number": ""},
        {},
    ],
)
def test_an_inexact_search_finds_nothing(asked: dict[str, object]) -> None:
    a_number_and_baby()
    actor = an_actor("hospital")
    with pytest.raises(Unfindable):
        break_glass(actor, **asked, reason="urgent_care")  # type: ignore[arg-type]  # a table of faults
    assert not BreakGlass.unscoped.exists()
    assert LedgerEntry.ledger.get().outcome == "refused"


def test_two_babies_who_answer_are_nobody() -> None:
    for number in (an_nhs_number(), an_nhs_number()):
        a_baby("Ash", "Example", born_on=BORN, nhs_number=number)
    with pytest.raises(Unfindable):
        break_glass(an_actor("hospital"), name="Ash Example", born_on=BORN, reason="urgent_care")


def test_not_there_sealed_closed_and_no_longer_followed_look_alike() -> None:
    actor = an_actor("hospital")
    numbers = {case: an_nhs_number() for case in ("absent", "sealed", "closed", "grown")}
    a_baby(nhs_number=numbers["sealed"], sealed=True)
    closed = a_baby(nhs_number=numbers["closed"])
    Closure.unscoped.create(child=closed.person, professional_id=actor.id, because="His sister's.")
    a_baby(nhs_number=numbers["grown"], closed_on=clock.today())
    told = set()
    for number in numbers.values():
        with pytest.raises(Unfindable) as raised:
            break_glass(actor, nhs_number=number, reason="urgent_care")
        told.add(str(raised.value))
    assert len(told) == 1
    assert not BreakGlass.unscoped.exists()


def test_an_attempt_on_a_sealed_baby_is_in_the_ledger_under_that_baby() -> None:
    number = an_nhs_number()
    baby = a_baby(nhs_number=number, sealed=True)
    with pytest.raises(Unfindable):
        break_glass(an_actor("hospital"), nhs_number=number, reason="urgent_care")
    entry = LedgerEntry.ledger.get()
    assert (entry.event, entry.outcome) == ("glass.broken", "refused")
    assert LedgerChild.ledger.get(entry=entry).child_id == baby.pk


MAY: dict[str, set[str]] = {
    "hospital": {"urgent_care", "immediate_safety", "receiving"},
    "neonatal_unit": {"urgent_care", "immediate_safety", "receiving"},
    "gp": {"urgent_care", "immediate_safety", "receiving"},
    "ambulance": {"urgent_care", "immediate_safety"},
    "midwifery": {"receiving"},
    "health_visiting": {"receiving"},
    "social_care": {"receiving"},
    "early_help": {"receiving"},
}


def test_who_may_break_the_glass_and_why_is_as_the_policy_says() -> None:
    for sector in SECTORS:
        for role in ROLES:
            actor = an_actor(sector, role)
            wanted = MAY.get(sector, set()) if role in ("practitioner", "team_manager") else set()
            wanted |= {"immediate_safety"} if role in ("emergency_duty_worker", "examiner") else set()
            wanted |= {"urgent_care"} if role == "examiner" else set()
            assert set(reasons_open_to(actor)) == wanted, (sector, role)


def test_temporary_staff_may_and_permanent_staff_of_the_same_team_may_not() -> None:
    number, baby = a_number_and_baby()
    permanent, temporary = an_actor("police"), an_actor("police")
    Assignment.unscoped.filter(professional_id=temporary.id).update(to_on=clock.today() + 30 * DAY)
    with pytest.raises(Refused):
        break_glass(permanent, nhs_number=number, reason="temporary_staff")
    break_glass(temporary, nhs_number=number, reason="temporary_staff")
    assert may_open(temporary, baby.pk)


def test_a_role_that_may_not_is_told_the_same_whether_or_not_the_baby_exists() -> None:
    number, _ = a_number_and_baby()
    told = set()
    for asked in (number, an_nhs_number()):
        with pytest.raises(Refused) as raised:
            break_glass(an_actor("nursery"), nhs_number=asked, reason="urgent_care")
        told.add(str(raised.value))
    assert len(told) == 1


def test_a_reason_that_is_not_on_the_list_opens_nothing() -> None:
    number, _ = a_number_and_baby()
    with pytest.raises(Refused):
        break_glass(an_actor("hospital"), nhs_number=number, reason="curiosity")


def test_it_opens_to_that_professional_in_that_role_and_team_only() -> None:
    number, baby = a_number_and_baby()
    doctor = a_professional("doctor")
    team = a_team(an_agency("hospital"))
    actor = an_actor(team=team, professional=doctor)
    break_glass(actor, nhs_number=number, reason="urgent_care")
    colleague = an_actor(team=team)
    other_team = an_actor(team=a_team(an_agency("hospital"), "Ward Two"), professional=doctor)
    other_role = an_actor(team=team, professional=doctor, role="examiner")
    assert [bool(may_open(one, baby.pk)) for one in (actor, colleague, other_team, other_role)] == [
        True,
        False,
        False,
        False,
    ]


def test_what_is_seen_is_what_the_role_sees_and_never_a_sealed_entry() -> None:
    number, baby = a_number_and_baby()
    actor = an_actor("hospital")
    break_glass(actor, nhs_number=number, reason="urgent_care")
    assert levels_open_to(actor, baby.pk) == 1
    for openness in ("universal", "help", "concern"):
        for own in (True, False):
            view = view_of(
                actor,
                openness,
                holder_sector="hospital",
                about="baby",
                kind="injury",
                sensitivity="sealed",
                own_agency=own,
            )
            assert view is View.NOTHING


def test_asking_again_does_not_renew_it() -> None:
    number, _ = a_number_and_baby()
    actor = an_actor("hospital")
    first = break_glass(actor, nhs_number=number, reason="urgent_care")
    with clock.at(first.opened_at + dt.timedelta(hours=23)):
        assert break_glass(actor, nhs_number=number, reason="urgent_care").expires_at == first.expires_at
    with clock.at(first.expires_at):
        assert break_glass(actor, nhs_number=number, reason="urgent_care").pk != first.pk


def test_a_record_that_is_closed_meanwhile_closes_at_once() -> None:
    number, baby = a_number_and_baby()
    actor, lead = an_actor("hospital"), an_actor("midwifery", "safeguarding_lead")
    break_glass(actor, nhs_number=number, reason="urgent_care")
    close_record_to(lead, baby.pk, "Asked by the family.", professional=who(actor))
    assert not may_open(actor, baby.pk)


def test_the_lead_practitioner_and_whoever_covers_are_told() -> None:
    number, baby = a_number_and_baby()
    gp, visitor, worker = an_actor("gp"), an_actor(), an_actor("social_care")
    for involved in (gp, visitor, worker):
        open_to(involved, baby)
    standing_in = an_actor("social_care")
    cover(worker, who(worker), who(standing_in), clock.today())
    break_glass(an_actor("hospital", name="Dr Night"), nhs_number=number, reason="urgent_care")
    told = {str(notice.professional_id) for notice in Notice.unscoped.all()}
    assert told == {worker.id, standing_in.id}
    [notice] = notices_for(worker)
    assert notice.words.startswith("Dr Night (hospital) opened this baby's record outside an involvement")
    read_notice(worker, notice)
    assert not notices_for(worker)
    with pytest.raises(Refused):
        read_notice(worker, Notice.unscoped.get(professional_id=standing_in.id))


def test_without_a_lead_practitioner_the_safeguarding_leads_of_those_involved_are_told() -> None:
    number, baby = a_number_and_baby()
    involvement = open_to(an_actor(), baby)
    involvement.professional = None
    involvement.save()
    lead = an_actor(role="safeguarding_lead")
    break_glass(an_actor("hospital"), nhs_number=number, reason="urgent_care")
    assert str(Notice.unscoped.get().professional_id) == lead.id


def test_with_nobody_involved_the_openers_own_safeguarding_lead_is_told() -> None:
    number, _ = a_number_and_baby()
    lead = an_actor("hospital", "safeguarding_lead")
    break_glass(an_actor("hospital"), nhs_number=number, reason="urgent_care")
    assert str(Notice.unscoped.get().professional_id) == lead.id


def test_the_review_is_due_within_two_working_days_by_the_openers_safeguarding_lead() -> None:
    number, _ = a_number_and_baby()
    actor = an_actor("hospital")
    opening = break_glass(actor, nhs_number=number, reason="urgent_care")
    assert opening.review_by == dt.date(2026, 11, 24), "Friday evening, so Tuesday"
    lead = an_actor("hospital", "safeguarding_lead")
    assert list(openings_seen_by(lead)) == [opening]
    assert not openings_seen_by(an_actor("gp", "safeguarding_lead"))
    assert not openings_seen_by(an_actor("hospital", "team_manager"))


def test_the_review_is_made_once_with_a_finding_and_may_close_the_record() -> None:
    number, baby = a_number_and_baby()
    actor = an_actor("hospital")
    opening = break_glass(actor, nhs_number=number, reason="urgent_care")
    lead = an_actor("hospital", "safeguarding_lead")
    with pytest.raises(SightlineError, match="what the review found"):
        review_break_glass(lead, opening, " ")
    review_break_glass(lead, opening, "Not the baby in front of them.", end_now=True)
    assert not may_open(actor, baby.pk)
    assert openings_seen_by(lead).get().reviewed_at is not None
    with pytest.raises(SightlineError, match="already"):
        review_break_glass(lead, opening, "Again.")


def test_nobody_reviews_their_own_opening_nor_another_agencys() -> None:
    number, _ = a_number_and_baby()
    doctor = a_professional("doctor")
    opening = break_glass(an_actor("hospital", professional=doctor), nhs_number=number, reason="urgent_care")
    own = an_actor("hospital", "safeguarding_lead", professional=doctor)
    assert not openings_seen_by(own)
    for lead in (own, an_actor("gp", "safeguarding_lead"), an_actor("hospital", "team_manager")):
        with pytest.raises(Refused):
            review_break_glass(lead, opening, "Fine.")
