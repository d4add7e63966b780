"""Every sharing and every refusal is kept. Consent never gates protection; early help asks for it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sharing_world import GIVEN, WEIGHED, Place, nil

from factories import an_actor, an_agency
from sightline.access.models import Closure
from sightline.core import clock
from sightline.core.codes import SECTORS
from sightline.core.errors import Refused, SightlineError
from sightline.sharing.answering import answer_request
from sightline.sharing.concluding import say_parents_told
from sightline.sharing.deciding import record_sharing
from sightline.sharing.models import ParentsTold, ShareDecision
from sightline.sharing.passing import pass_to_referrer
from sightline.sharing.queries import answers_told_to, decisions_seen_by
from sightline.sharing.routine import policy, read, routine_for
from sightline.sharing.said import Said, Weighed, missing_weight

pytestmark = pytest.mark.django_db
TOLD = Weighed(parents="told")
HELP = replace(TOLD, consent="given")


def shared(
    place: Place, decision: str = "shared", purpose: str = "protection", **more: object
) -> ShareDecision:
    weighed = replace(TOLD, **more)
    return record_sharing(
        place.visitor, place.baby.person, an_agency("nursery"), decision, "The plan", purpose, weighed
    )


def test_protection_is_shared_without_consent_and_over_an_objection_with_a_reason(place: Place) -> None:
    kept = shared(place)
    assert (kept.consent, kept.decision, kept.holder_id) == ("not_needed", "shared", place.visitor.agency_id)
    with pytest.raises(SightlineError, match="what harm"):
        shared(place, consent="refused")
    over = shared(place, consent="refused", detriment=WEIGHED.detriment, because=WEIGHED.because)
    assert (over.consent, over.because) == ("refused", WEIGHED.because)


@pytest.mark.parametrize(
    ("weighed", "lacking"),
    [
        (TOLD, ["consent"]),
        (HELP, []),
        (replace(TOLD, consent="not_asked"), ["consent_because"]),
        (replace(TOLD, consent="not_asked", consent_because="They asked for it."), []),
        (replace(WEIGHED, consent="refused"), ["consent"]),
    ],
)
def test_early_help_is_shared_with_the_parents_or_not_at_all(weighed: Weighed, lacking: list[str]) -> None:
    assert list(missing_weight("shared", "early_help", weighed)) == lacking


def test_early_help_that_the_parents_refused_may_be_kept_as_refused() -> None:
    assert missing_weight("refused", "early_help", replace(WEIGHED, consent="refused")) == {}


def test_a_code_that_there_is_not_is_no_answer() -> None:
    with pytest.raises(ValueError, match="no such codes"):
        missing_weight("shared", "protection", Weighed(consent="implied"))


@pytest.mark.parametrize("fault", ["what", "own", "parents"])
def test_a_sharing_says_what_with_whom_and_what_the_parents_know(place: Place, fault: str) -> None:
    what = " " if fault == "what" else "The plan"
    recipient = an_agency("health_visiting") if fault == "own" else an_agency("nursery")
    weighed = Weighed() if fault == "parents" else TOLD
    with pytest.raises(SightlineError):
        record_sharing(place.visitor, place.baby.person, recipient, "shared", what, "protection", weighed)
    assert not ShareDecision.unscoped.exists()


def test_nobody_keeps_a_sharing_of_a_baby_that_is_not_open_to_them(place: Place) -> None:
    for actor in (an_actor("gp"), an_actor("health_visiting", "auditor")):
        with pytest.raises(Refused):
            record_sharing(actor, place.baby.person, an_agency("nursery"), "shared", "x", "protection", TOLD)


def test_the_holders_lead_reads_all_its_decisions_and_nobody_elses(place: Place) -> None:
    lead, asked = place.asked("police")
    answer_request(lead, asked, GIVEN)
    mine = shared(place)
    assert {one.holder_id for one in decisions_seen_by(lead)} == {lead.agency_id}
    assert mine in decisions_seen_by(place.lead("health_visiting"))
    assert mine in decisions_seen_by(place.visitor)
    assert mine not in decisions_seen_by(place.door)
    assert decisions_seen_by(place.door).count() == 2
    for actor in (place.lead("gp"), an_actor("police"), an_actor("gp")):
        assert not decisions_seen_by(actor).exists()


def test_a_decision_about_a_baby_closed_to_the_lead_is_not_listed(place: Place) -> None:
    lead, asked = place.asked("police")
    answer_request(lead, asked, GIVEN)
    Closure.unscoped.create(child=place.baby.person, professional_id=lead.id, because="Her sister.")
    assert not decisions_seen_by(lead).exists()


def test_the_referrer_reads_an_answer_only_when_it_was_passed_on(place: Place) -> None:
    lead, asked = place.asked("police")
    answer = answer_request(lead, asked, GIVEN)
    assert not answers_told_to(place.visitor, place.referred).exists()
    with pytest.raises(SightlineError, match="what harm"):
        pass_to_referrer(place.door, answer, Weighed(third_party=True))
    first = pass_to_referrer(place.door, answer, WEIGHED)
    assert pass_to_referrer(place.door, answer, WEIGHED) == first
    assert list(answers_told_to(place.visitor, place.referred)) == [answer]
    assert not answers_told_to(an_actor("gp"), place.referred).exists()
    with pytest.raises(Refused):
        pass_to_referrer(place.visitor, answer, WEIGHED)


def test_the_agency_that_answers_may_let_the_referrer_read_it(place: Place) -> None:
    lead, asked = place.asked("police")
    answer = answer_request(lead, asked, replace(nil(), referrer_too=True))
    assert list(answers_told_to(place.visitor, place.referred)) == [answer]
    assert ShareDecision.unscoped.filter(answer=answer).count() == 2


def test_a_refusal_is_not_told_to_the_referrer(place: Place) -> None:
    lead, asked = place.asked("police")
    answer_request(lead, asked, Said("refused", weighed=WEIGHED, referrer_too=True))
    assert not answers_told_to(place.visitor, place.referred).exists()


def test_a_sealed_answer_is_not_passed_on_by_the_front_door(place: Place) -> None:
    lead, asked = place.asked("police")
    answer = answer_request(lead, asked, GIVEN)
    answer.sensitivity = "sealed"
    answer.save()
    with pytest.raises(Refused, match="sealed"):
        pass_to_referrer(place.door, answer, WEIGHED)


def test_whether_the_parents_were_told_is_said_by_the_front_door(place: Place) -> None:
    with pytest.raises(SightlineError, match="what risk"):
        say_parents_told(place.door, place.referred, "not_told", "")
    with pytest.raises(SightlineError):
        say_parents_told(place.door, place.referred, "front_door", "")
    say_parents_told(place.door, place.referred, "not_told", "He reads her messages.")
    say_parents_told(place.door, place.referred, "told", "")
    assert list(ParentsTold.unscoped.order_by("at").values_list("told", flat=True)) == ["not_told", "told"]
    with pytest.raises(Refused):
        say_parents_told(place.visitor, place.referred, "told", "")


def test_every_sector_has_a_source_and_every_kind_a_routine() -> None:
    for sector in SECTORS:
        assert policy().sources[sector].systems
        for kind in ("ask", "given", "nil_known", "passed", "refused", "protection", "early_help"):
            assert routine_for(kind, sector, clock.today()).basis
    assert "confidence" in routine_for("given", "gp", clock.today()).basis
    with pytest.raises(LookupError):
        routine_for("gossip", "gp", clock.today())


def test_a_policy_that_contradicts_itself_is_refused() -> None:
    import yaml

    from sightline.sharing.routine import FILE

    for spoil in (
        lambda said: said["sources"].pop("police"),
        lambda said: said["sources"]["police"].update(by_rule="sometimes"),
        lambda said: said["routine"][0].update(sectors=["spies"]),
    ):
        said = yaml.safe_load(FILE.read_text(encoding="utf-8"))
        spoil(said)
        with pytest.raises(ValueError, match=r"sector|asked"):
            read(said)


def test_a_refusal_is_not_passed_on_as_if_it_were_an_answer(place: Place) -> None:
    lead, asked = place.asked("police")
    answer = answer_request(lead, asked, Said("refused", weighed=WEIGHED))
    with pytest.raises(Refused):
        pass_to_referrer(place.door, answer, WEIGHED)
    assert not answers_told_to(place.visitor, place.referred).exists()
