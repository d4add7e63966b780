"""A sample that can be drawn again, a reviewer who is never the examiner; counts tell no small number."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest
from medical_world import LAST, OPINION, Place

from factories import a_baby, a_team, an_actor, an_agency, open_to
from sightline.agencies.models import PolicySetting
from sightline.core import clock
from sightline.core.errors import Refused, SightlineError
from sightline.core.steps import Overtaken
from sightline.medicals.examining import finish_medical, give_opinion
from sightline.medicals.measures import Measures, measure
from sightline.medicals.models import Medical, Sample, Sampled
from sightline.medicals.queries import find_sampled, sampled_seen_by, samples_seen_by
from sightline.medicals.rules import rules_on
from sightline.medicals.sampling import agreement, draw_sample, drawn_from, frame_of, review_medical
from sightline.medicals.written import Reviewed
from sightline.people.models import Baby

pytestmark = pytest.mark.django_db
NOVEMBER, DECEMBER = dt.date(2026, 11, 1), dt.datetime(2026, 12, 1, 9, tzinfo=clock.LONDON)
ANSWERS = Reviewed("yes", "partly", "yes", "no", "yes", "Say in what light you looked.")


def drawn(place: Place) -> Sampled:
    """One finished medical, sampled in December."""
    place.finished()
    with clock.at(DECEMBER):
        return draw_sample(place.examiner, an_agency("hospital"), NOVEMBER).sampled.get()


def several(place: Place, number: int, *, final: bool = True) -> list[Medical]:
    """That many medicals of as many babies."""
    made = []
    for _ in range(number):
        place.baby = a_baby("Noor", "Hale")
        open_to(place.worker, place.baby)
        made.append(place.finished() if final else place.asked())
    return made


def test_the_same_seed_draws_the_same_in_whatever_order() -> None:
    keys = [uuid.UUID(int=number) for number in range(23)]
    first = drawn_from("seed", keys, 5)
    assert len(first) == 5
    assert drawn_from("seed", reversed(keys), 5) == first
    assert drawn_from("another", keys, 5) != first


@pytest.mark.parametrize(("number", "chosen"), [(0, 0), (1, 1), (5, 1), (6, 2), (10, 2)])
def test_one_in_five_is_rounded_up(number: int, chosen: int) -> None:
    assert len(drawn_from("seed", [uuid.UUID(int=one) for one in range(number)], 5)) == chosen


def test_what_is_kept_of_a_sample_draws_it_again(place: Place) -> None:
    several(place, 6)
    with clock.at(DECEMBER):
        sample = draw_sample(place.examiner, an_agency("hospital"), NOVEMBER)
        assert draw_sample(place.examiner, an_agency("hospital"), NOVEMBER) == sample
    keys = frame_of(an_agency("hospital"), NOVEMBER).values_list("pk", flat=True)
    chosen = set(sample.sampled.values_list("medical_id", flat=True))
    assert chosen == set(drawn_from(sample.seed, keys, sample.one_in))
    assert (sample.frame, sample.one_in, len(chosen)) == (6, 5, 2)


def test_a_month_is_drawn_when_it_is_over(place: Place) -> None:
    place.finished()
    for instant in (clock.now(), dt.datetime(2026, 11, 30, 23, 59, tzinfo=clock.LONDON)):
        with clock.at(instant), pytest.raises(SightlineError, match="not over"):
            draw_sample(place.examiner, an_agency("hospital"), NOVEMBER)
    with clock.at(dt.datetime(2026, 12, 1, 0, 0, tzinfo=clock.LONDON)):
        assert draw_sample(place.examiner, an_agency("hospital"), NOVEMBER).frame == 1


def test_a_month_without_a_finished_medical_has_no_sample(place: Place) -> None:
    place.opined()
    with clock.at(DECEMBER), pytest.raises(SightlineError, match="No medical was finished"):
        draw_sample(place.examiner, an_agency("hospital"), NOVEMBER)
    assert not Sample.unscoped.exists()


def test_the_month_ends_at_midnight_in_london(place: Place) -> None:
    medical = place.finished()
    end = clock.start_of(dt.date(2026, 12, 1))
    Medical.unscoped.filter(pk=medical.pk).update(finished_at=end - dt.timedelta(microseconds=1))
    assert frame_of(an_agency("hospital"), NOVEMBER).exists()
    Medical.unscoped.filter(pk=medical.pk).update(finished_at=end)
    assert not frame_of(an_agency("hospital"), NOVEMBER).exists()


def test_only_the_agency_draws_and_reads_its_sample(place: Place) -> None:
    sampled = drawn(place)
    for other in (place.worker, an_actor("police", "safeguarding_lead")):
        with clock.at(DECEMBER), pytest.raises(Refused):
            draw_sample(other, an_agency("hospital"), NOVEMBER)
        assert not samples_seen_by(other).exists()
        assert not sampled_seen_by(other).exists()
    lead = an_actor("hospital", "safeguarding_lead")
    assert samples_seen_by(lead).exists()
    assert not sampled_seen_by(lead).exists()
    assert find_sampled(place.examiner, sampled.pk) == sampled


def test_nobody_reviews_their_own(place: Place) -> None:
    sampled = drawn(place)
    with pytest.raises(Refused, match="their own"):
        review_medical(place.examiner, sampled, ANSWERS)
    assert review_medical(place.another_examiner(), sampled, ANSWERS).line == ANSWERS.line


def test_whoever_gave_an_opinion_is_no_second_paediatrician(place: Place) -> None:
    colleague = place.another_examiner()
    medical = place.examined()
    give_opinion(place.examiner, medical, OPINION)
    finish_medical(colleague, medical, LAST)
    with clock.at(DECEMBER):
        sampled = draw_sample(place.examiner, an_agency("hospital"), NOVEMBER).sampled.get()
    with pytest.raises(Refused, match="their own"):
        review_medical(colleague, sampled, ANSWERS)


def test_one_review_stands_and_agreement_is_counted(place: Place) -> None:
    sampled = drawn(place)
    review_medical(place.another_examiner(), sampled, ANSWERS)
    with pytest.raises(Overtaken, match="reviewed already"):
        review_medical(place.another_examiner(), sampled, ANSWERS)
    assert agreement(sampled.sample)["agrees"] == {"yes": 1, "partly": 0, "no": 0}
    assert agreement(sampled.sample)["shared"] == {"yes": 0, "partly": 0, "no": 1}


@pytest.mark.parametrize("answers", [Reviewed("", *["yes"] * 4, "x"), Reviewed(*["yes"] * 5, " ")])
def test_a_review_answers_every_question_with_a_line(place: Place, answers: Reviewed) -> None:
    with pytest.raises(SightlineError):
        review_medical(place.another_examiner(), drawn(place), answers)


def test_a_partnership_sets_how_many_are_read_again(place: Place) -> None:
    PolicySetting.unscoped.create(
        partnership=place.baby.partnership,
        name="medicals__sample_one_in",
        value="2",
        from_on=NOVEMBER,
        source="Board",
        set_by="test",
    )
    assert rules_on("northshire", NOVEMBER).sample_one_in == 2
    assert rules_on("northshire", NOVEMBER - dt.timedelta(days=1)).sample_one_in == 5


def counted(measured: Measures) -> dict[str, int | None]:
    return {one.words: one.number for one in measured.counts}


def test_small_numbers_are_suppressed_and_never_nought(place: Place) -> None:
    several(place, 4)
    measured = measure(place.baby.partnership, 2026)
    assert set(counted(measured).values()) == {None}
    assert [one.hours for one in measured.medians] == [None] * 3


def test_five_are_counted_with_their_middle_time(place: Place) -> None:
    several(place, 5)
    measured = measure(place.baby.partnership, 2026)
    numbers = counted(measured)
    assert (numbers["Asked for"], numbers["Examined"], numbers["Examined, and the police came"]) == (5, 5, 5)
    assert numbers["Declined"] == 0
    assert [one.hours for one in measured.medians] == [0.0, 0.0, 0.0]
    assert counted(measure(place.baby.partnership, 2025))["Asked for"] == 0


def test_a_number_that_tells_a_small_one_is_suppressed_too(place: Place) -> None:
    several(place, 6)
    several(place, 2, final=False)
    numbers = counted(measure(place.baby.partnership, 2026))
    assert numbers["Asked for"] == 8
    assert numbers["Examined"] is None


def test_one_agencys_counts_do_not_tell_anothers_small_ones(place: Place) -> None:
    hospital, partnership = an_agency("hospital"), place.baby.partnership
    several(place, 5)
    assert counted(measure(partnership, 2026, hospital))["Asked for"] == 5
    other = an_agency("hospital", "small-hospital")
    an_actor("hospital", "examiner", team=a_team(other))
    baby: Baby = a_baby("Ivy", "Lane")
    open_to(place.worker, baby)
    place.asked(child=baby.person, to_agency=other)
    assert counted(measure(partnership, 2026))["Asked for"] == 6
    assert counted(measure(partnership, 2026, hospital))["Asked for"] is None
    assert counted(measure(partnership, 2026, other))["Asked for"] is None


def test_what_is_not_the_same_day_is_not_counted_as_such(place: Place) -> None:
    several(place, 5)
    for medical in Medical.unscoped.all():
        medical.opinions.filter(kind="preliminary").update(at=clock.now() + dt.timedelta(days=1))
    numbers = counted(measure(place.baby.partnership, 2026))
    assert (numbers["Outcome recorded"], numbers["Preliminary opinion on the same day"]) == (5, 0)


def test_police_who_were_asked_and_did_not_come_count_as_asked_alone(place: Place) -> None:
    for medical in several(place, 5):
        Medical.unscoped.filter(pk=medical.pk).update(police="did_not_come")
    numbers = counted(measure(place.baby.partnership, 2026))
    assert numbers["Examined, and the police were asked"] == 5
    assert numbers["Examined, and the police came"] == 0
