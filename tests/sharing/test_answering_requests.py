"""An answer says what was looked in, by whom and when; a refusal says why; silence is shown as silence."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from sharing_world import GIVEN, WEIGHED, Place, address, clock_of, nil

from factories import an_actor, an_adult, an_agency, entry_on, open_to
from sightline.access.models import Notice
from sightline.chronology.actions import withdraw
from sightline.chronology.kinds import Observation
from sightline.chronology.models import Entry, EntrySector
from sightline.concerns.models import ReferredChild
from sightline.core import clock
from sightline.core.errors import Refused, SightlineError
from sightline.core.steps import Overtaken
from sightline.sharing.answering import answer_request, enter_telephone_answer
from sightline.sharing.asking import chase
from sightline.sharing.concluding import decide_knowing
from sightline.sharing.models import Answer, InformationRequest, PassedOn, ShareDecision, StandingKept
from sightline.sharing.passing import offered_entries
from sightline.sharing.said import Call, Said, missing_in
from sightline.sharing.standing import standing_of

pytestmark = pytest.mark.django_db


def test_a_routine_answer_is_kept_with_its_purpose_and_basis_in_one_press(place: Place) -> None:
    lead, asked = place.asked("police")
    answer = answer_request(lead, asked, GIVEN)
    assert (answer.sensitivity, answer.via, answer.as_of) == ("restricted", "sightline", clock.today())
    assert clock_of(asked).state == "met"
    kept = ShareDecision.unscoped.get(answer=answer)
    assert (kept.holder_id, kept.recipient_id) == (lead.agency_id, place.door.agency_id)
    assert (kept.decision, kept.consent, kept.parents) == ("shared", "not_needed", "front_door")
    assert "article 10" in kept.basis
    assert kept.purpose
    assert kept.policy_version
    assert Notice.unscoped.filter(professional_id=place.door.id, words__contains="information given").exists()


@pytest.mark.parametrize("gap", ["systems", "looked_by", "as_of"])
def test_nil_known_says_which_systems_who_and_as_of_when(place: Place, gap: str) -> None:
    lead, asked = place.asked("police")
    lacking = nil(**{gap: None if gap == "as_of" else ""})
    assert list(missing_in(lacking)) == [gap]
    with pytest.raises(SightlineError):
        answer_request(lead, asked, lacking)
    answer_request(lead, asked, nil())
    [line] = standing_of(place.referred).asked
    assert "nil known" in line.words
    assert "looked in: Crime and incident records, by PC Hart" in line.words


def test_nil_known_with_information_is_neither(place: Place) -> None:
    assert "kind" in missing_in(nil(words="He was arrested in May."))


def test_an_answer_says_something_on_a_day_that_has_come() -> None:
    assert list(missing_in(Said("given", words=" "))) == ["words"]
    assert list(missing_in(Said("given", words="x", as_of=clock.today()))) == []
    tomorrow = clock.today() + dt.timedelta(days=1)
    assert list(missing_in(Said("given", words="x", as_of=tomorrow))) == ["as_of"]
    assert list(missing_in(Said("no concerns"))) == ["kind"]


def test_who_cannot_answer_says_why_and_nothing_is_kept_as_shared(place: Place) -> None:
    lead, asked = place.asked("police")
    with pytest.raises(SightlineError, match="why you cannot"):
        answer_request(lead, asked, Said("cannot"))
    answer_request(lead, asked, Said("cannot", because="The system is down until Monday."))
    assert not ShareDecision.unscoped.filter(holder_id=lead.agency_id).exists()
    known = standing_of(place.referred)
    assert [one.request.state for one in known.told_nothing] == ["cannot"]
    assert "The system is down until Monday." in known.asked[0].words


def test_a_refusal_needs_the_detriment_considered_and_the_reason(place: Place) -> None:
    lead, asked = place.asked("police")
    assert set(missing_in(Said("refused"))) == {"detriment", "because"}
    answer_request(lead, asked, Said("refused", weighed=replace(WEIGHED, third_party=False)))
    kept = ShareDecision.unscoped.get(holder_id=lead.agency_id)
    assert (kept.decision, kept.because) == ("refused", WEIGHED.because)
    assert kept.detriment == WEIGHED.detriment


@pytest.mark.parametrize("weight", [{"third_party": True}, {"objection": "overridden"}])
def test_third_party_data_and_an_objection_overridden_are_weighed(place: Place, weight: dict) -> None:
    bare = replace(GIVEN, weighed=replace(GIVEN.weighed, **weight))
    assert set(missing_in(bare)) == {"detriment", "because"}
    assert missing_in(replace(GIVEN, weighed=replace(WEIGHED, **weight))) == {}


def test_not_telling_the_parents_needs_the_risk() -> None:
    bare = replace(GIVEN, weighed=replace(GIVEN.weighed, parents="not_told"))
    assert list(missing_in(bare)) == ["parents_because"]
    told = replace(bare.weighed, parents_because="He reads her messages.")
    assert missing_in(replace(bare, weighed=told)) == {}


def test_of_two_who_answer_at_once_one_answers_and_the_other_is_told(place: Place) -> None:
    lead, asked = place.asked("police")
    hers, his = (InformationRequest.unscoped.get(pk=asked.pk) for _ in range(2))
    answer_request(lead, hers, GIVEN)
    with pytest.raises(Overtaken, match="already: information given"):
        answer_request(place.lead("police"), his, nil())
    assert Answer.unscoped.get().kind == "given"
    assert ShareDecision.unscoped.filter(holder_id=lead.agency_id).count() == 1


def test_nobody_else_answers_for_the_agency(place: Place) -> None:
    lead, asked = place.asked("police")
    for actor in (place.door, place.visitor, place.lead("gp"), an_actor("police")):
        with pytest.raises(Refused):
            answer_request(actor, asked, GIVEN)
    assert lead.agency_id == asked.agency_id


def test_an_entry_passed_on_stays_the_agencys_and_the_chronology_says_so(place: Place) -> None:
    lead = place.lead("police")
    entry = entry_on(place.baby.person, Observation("domestic_abuse_victim"), agency=an_agency("police"))
    [asked] = place.ask(an_agency("police"))
    assert [line.entry.pk for line in offered_entries(lead, asked)] == [entry.pk]
    answer = answer_request(lead, asked, Said("given", entries=(entry,)))
    [passed] = PassedOn.unscoped.filter(decision__answer=answer)
    told = Entry.unscoped.get(pk=passed.entry_root_id)
    assert (told.kind, told.ref_id, told.agency_id) == ("shared", entry.pk, lead.agency_id)
    assert told.sensitivity == entry.sensitivity
    assert list(EntrySector.unscoped.filter(entry=told).values_list("part", "sector")) == [
        ("with", "social_care")
    ]
    with pytest.raises(Refused, match="changes with what became of it"):
        withdraw(lead, told, "A mistake.")


def test_an_entry_of_another_agency_is_not_passed_on(place: Place) -> None:
    lead = place.lead("police")
    entry_on(place.baby.person, Observation("domestic_abuse_victim"), agency=an_agency("police"))
    [asked] = place.ask(an_agency("police"))
    theirs = entry_on(place.baby.person, Observation("substance_misuse"), agency=an_agency("midwifery"))
    with pytest.raises(SightlineError, match="not yours to pass on"):
        answer_request(lead, asked, Said("given", entries=(theirs,)))
    assert InformationRequest.unscoped.get(pk=asked.pk).state == "asked"


def test_who_may_not_open_the_page_is_offered_no_entry(place: Place) -> None:
    lead, asked = place.asked("housing")
    assert offered_entries(lead, asked) == []


def test_a_sealed_entry_is_weighed_and_seals_the_answer(place: Place) -> None:
    lead = place.lead("police")
    sealed = entry_on(
        place.baby.person,
        Observation("domestic_abuse_victim"),
        agency=an_agency("police"),
        sensitivity="sealed",
    )
    [asked] = place.ask(an_agency("police"))
    said = Said("given", entries=(sealed,))
    assert set(missing_in(said)) == {"detriment", "because"}
    answer = answer_request(lead, asked, replace(said, weighed=WEIGHED))
    assert answer.sensitivity == "sealed"
    assert Entry.unscoped.get(kind="shared").sensitivity == "sealed"


def test_a_telephone_answer_is_in_the_agencys_name_and_says_so(place: Place) -> None:
    [asked] = place.ask(an_agency("housing"))
    rang = clock.now() - dt.timedelta(minutes=5)
    call = Call("we", "Jo Reed, housing manager", rang)
    answer = enter_telephone_answer(place.door, asked, GIVEN, call)
    assert (answer.via, answer.by_name, answer.who_rang) == ("telephone", "Jo Reed, housing manager", "we")
    assert (answer.rang_at, str(answer.by_id)) == (rang, place.door.id)
    kept = ShareDecision.unscoped.get(holder=asked.agency)
    assert (kept.by_name, kept.by_id) == ("Jo Reed, housing manager", None)


@pytest.mark.parametrize(
    ("call", "fault"),
    [
        (Call("", "Jo Reed", clock.now()), "who rang whom"),
        (Call("we", " ", clock.now()), "whom you spoke"),
        (Call("we", "Jo Reed", None), "when the call was"),
        (Call("we", "Jo Reed", clock.now() + dt.timedelta(days=1)), "not happened yet"),
    ],
)
def test_a_call_says_who_rang_whom_and_when(place: Place, call: Call, fault: str) -> None:
    [asked] = place.ask(an_agency("housing"))
    with pytest.raises(SightlineError, match=fault):
        enter_telephone_answer(place.door, asked, GIVEN, call)


def test_the_front_door_alone_enters_a_telephone_answer(place: Place) -> None:
    lead, asked = place.asked("housing")
    with pytest.raises(Refused):
        enter_telephone_answer(lead, asked, GIVEN, Call("we", "Jo", clock.now()))


def test_the_standing_says_who_is_silent_who_is_overdue_and_who_was_not_asked(place: Place) -> None:
    assert standing_of(place.referred).headline == "Nobody has been asked about this child."
    lead, first = place.asked("police")
    place.lead("gp")
    [second] = place.ask(an_agency("gp"))
    an_agency("housing")
    answer_request(lead, first, replace(GIVEN, as_of=clock.today() - dt.timedelta(days=3)))
    chase(place.door, second, "", address)
    with clock.at(clock_of(second).due_at + dt.timedelta(seconds=1)):
        known = standing_of(place.referred)
        assert [one.request.agency.sector for one in known.overdue] == ["gp"]
        assert "overdue since" in known.silent[0].words
        assert "chased once" in known.silent[0].words
    known = standing_of(place.referred)
    assert not known.overdue
    assert "3 days old" in known.asked[1].words
    assert "Housing" in known.not_asked
    assert "Probation" in known.not_here
    assert "no concern" not in " ".join(known.in_words).lower()


def test_an_answer_at_its_very_limit_is_not_overdue(place: Place) -> None:
    _, asked = place.asked("police")
    with clock.at(clock_of(asked).due_at):
        assert not standing_of(place.referred).overdue


def test_a_sector_no_longer_asked_counts_as_not_asked(place: Place) -> None:
    from sightline.sharing.asking import stop_request

    _, asked = place.asked("police")
    stop_request(place.door, asked, "They hold nothing electronically.")
    known = standing_of(place.referred)
    assert "Police" in known.not_asked
    assert "no longer asked" in known.asked[0].words


def test_a_decision_keeps_who_was_silent_at_that_moment(place: Place) -> None:
    place.asked("police")
    decide_knowing(place.door, place.referred, "no_further_action", "Explained.", "None.")
    kept = StandingKept.unscoped.get()
    assert kept.was_silent
    assert any("not answered" in line for line in kept.lines)
    assert ReferredChild.unscoped.get().decision == "no_further_action"


def test_of_two_who_decide_at_once_one_standing_is_kept(place: Place) -> None:
    hers, his = (ReferredChild.unscoped.get() for _ in range(2))
    decide_knowing(place.door, hers, "advice", "Within a visitor’s work.", "Ring on Monday.")
    with pytest.raises(Overtaken):
        decide_knowing(place.door, his, "no_further_action", "No.", "None.")
    assert StandingKept.unscoped.count() == 1


def test_the_standing_asks_the_database_no_more_for_more_agencies(
    place: Place, django_assert_num_queries: object
) -> None:
    place.ask(*(an_agency(sector) for sector in ("police", "gp", "housing", "probation", "nursery")))
    referred = ReferredChild.unscoped.select_related("referral").get()
    with django_assert_num_queries(3):  # type: ignore[operator]  # pytest-django's own fixture
        standing_of(referred)


def test_an_adults_entry_is_passed_on_about_the_adult(place: Place) -> None:
    from sightline.people.models import NetworkMember

    lead = place.lead("police")
    father = an_adult("Lee", "Askew")
    NetworkMember.unscoped.create(child=place.baby.person, person=father, through="relationship")
    open_to(lead, place.baby)
    entry = entry_on(father, Observation("domestic_abuse_victim"), agency=an_agency("police"))
    [asked] = place.ask(an_agency("police"))
    answer_request(lead, asked, Said("given", entries=(entry,)))
    assert Entry.unscoped.get(kind="shared").about.person_id == father.pk
