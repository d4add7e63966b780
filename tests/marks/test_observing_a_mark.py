"""A mark on a baby who is not mobile is written down once, in the chronology, and its clocks run."""

from __future__ import annotations

import datetime as dt

import pytest
from marks_world import World, a_world, refer, seen, sighted

from factories import a_baby, an_actor, an_adult, open_to
from sightline.chronology.actions import record
from sightline.chronology.actions.outcomes import latest_of
from sightline.chronology.kinds import Injury, Mobility
from sightline.chronology.models import Entry, details_of
from sightline.clocks.models import Clock
from sightline.concerns.referring import withdraw_referral
from sightline.core import clock
from sightline.core.errors import Refused, SightlineError
from sightline.core.models import LedgerEntry
from sightline.core.steps import Overtaken
from sightline.marks.explaining import add_account, look_at_other, name_other
from sightline.marks.mobility import definition_on, definitions, moves_about
from sightline.marks.models import Account, Mark, Sighting
from sightline.marks.observing import add_mark, observe, take_back
from sightline.marks.queries import birthmark_of, earlier_marks, shown_marks
from sightline.marks.referred import link_referral
from sightline.marks.written import SeenMark

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return a_world()


def running(one: Sighting) -> list[str]:
    going = Clock.unscoped.filter(process="mark", process_id=one.pk, state="running")
    return sorted(going.values_list("rule", flat=True))


def injury(one: Sighting) -> Injury:
    entry = latest_of(one.marks.get().entry_root)
    said = details_of([entry])[entry.pk]
    assert isinstance(said, Injury)
    return said


def test_a_mark_is_an_entry_and_two_clocks_and_keeps_no_second_copy(world: World) -> None:
    one = seen(world)
    assert (one.state, one.definition) == ("observed", "panel-2022")
    said = injury(one)
    assert (said.injury, said.site, said.explanation) == ("bruise", "left cheek", "Maybe the cot.")
    assert running(one) == ["mark_examined", "mark_referred"]
    assert all(Clock.unscoped.filter(process="mark").values_list("is_risk", flat=True))
    own = {field.name for field in Mark._meta.get_fields()}
    assert not own & {"explanation", "site", "injury", "patterned"}
    assert Entry.unscoped.filter(kind="mobility").count() == 1
    assert LedgerEntry.ledger.filter(event="mark.observed").exists()


def test_what_is_missing_is_named_and_nothing_is_half_saved(world: World) -> None:
    with pytest.raises(SightlineError, match=r"Where|where on the body.*how much of the skin"):
        seen(world, mark__region="elbow of nobody", skin_seen="")
    assert not Sighting.unscoped.exists()
    assert not Entry.unscoped.filter(kind="injury").exists()


def test_a_stranger_writes_down_no_mark(world: World) -> None:
    with pytest.raises(Refused):
        observe(an_actor("nursery"), world.baby.person, sighted())


@pytest.mark.parametrize("skill", ["crawls", "cruises", "walks"])
def test_a_baby_who_was_seen_to_move_about_is_not_led_here(world: World, skill: str) -> None:
    with pytest.raises(SightlineError, match="moves about"):
        seen(world, mobility=Mobility(**{skill: True}))


@pytest.mark.parametrize("mobility", [Mobility(), Mobility(rolls=True, sits=True), Mobility(crawls=False)])
def test_rolling_sitting_and_not_recorded_count_as_not_moving_about(world: World, mobility: Mobility) -> None:
    assert seen(world, mobility=mobility).state == "observed"


def test_the_definition_is_that_of_the_signals_and_holds_from_a_day() -> None:
    first = definitions()[0]
    assert not moves_about(Mobility(rolls=True), first)
    assert definition_on(dt.date(2000, 1, 1)) is first
    assert definition_on(first.since) is first


def test_four_weeks_is_the_limit_and_the_future_is_refused(world: World) -> None:
    now = clock.now()
    assert seen(world, seen_at=now - dt.timedelta(days=28)).state == "observed"
    with pytest.raises(SightlineError, match="four weeks"):
        seen(world, seen_at=now - dt.timedelta(days=29))
    with pytest.raises(SightlineError, match="not come yet"):
        seen(world, seen_at=now + dt.timedelta(minutes=1))


def test_without_a_front_door_it_is_still_written_down() -> None:
    visitor, baby = an_actor("health_visiting"), a_baby()
    open_to(visitor, baby)
    one = observe(visitor, baby.person, sighted())
    assert one.front_door is None
    assert running(one) == ["mark_examined", "mark_referred"]


def test_sending_a_referral_takes_the_mark_along_and_taking_it_back_brings_it_back(world: World) -> None:
    one = seen(world)
    referred = refer(world.visitor, world.baby)
    one.refresh_from_db()
    assert (one.state, one.referred, running(one)) == ("referred", referred, ["mark_examined"])
    withdraw_referral(world.visitor, referred, "Sent twice.")
    one.refresh_from_db()
    assert (one.state, one.referred, running(one)) == ("observed", None, ["mark_examined", "mark_referred"])


def test_a_referral_of_another_baby_leaves_the_mark_where_it_is(world: World) -> None:
    one = seen(world)
    other = a_baby("Ash")
    open_to(world.visitor, other)
    referred = refer(world.visitor, other)
    one.refresh_from_db()
    assert one.state == "observed"
    with pytest.raises(SightlineError, match="not about this baby"):
        link_referral(world.visitor, one, referred)


def test_a_referral_that_was_sent_before_is_linked_once(world: World) -> None:
    referred = refer(world.visitor, world.baby)
    one = seen(world)
    assert one.state == "observed"
    link_referral(world.visitor, one, referred)
    one.refresh_from_db()
    assert one.state == "referred"
    with pytest.raises(SightlineError, match="already"):
        link_referral(world.visitor, one, referred)


def test_another_mark_seen_at_the_same_time_is_an_entry_of_its_own(world: World) -> None:
    one = seen(world)
    add_mark(world.visitor, one, SeenMark("right_ear", "mark"))
    assert [shown.detail.site for shown in shown_marks(one)] == ["left cheek", "right ear, front or back"]
    with pytest.raises(SightlineError, match="what you saw"):
        add_mark(world.visitor, one, SeenMark("right_ear", "a bruise, I think"))


def test_a_change_of_the_account_is_added_and_the_first_stays(world: World) -> None:
    one = seen(world)
    add_account(world.visitor, one.marks.get(), "She rolled on a toy.", "Her mother", clock.now(), "yes")
    told = [account.words for account in shown_marks(one)[0].accounts]
    assert told == ["Maybe the cot.", "She rolled on a toy."]
    assert injury(one).explanation_fits == "changed"
    with pytest.raises(SightlineError, match="already"):
        add_account(world.visitor, one.marks.get(), "She rolled on a toy.", "Her mother", None, "")
    with pytest.raises(SightlineError, match="not come yet"):
        add_account(world.visitor, one.marks.get(), "Later.", "", clock.now() + dt.timedelta(hours=1), "")


def test_the_first_account_given_later_is_no_change(world: World) -> None:
    one = seen(world, mark__explanation="")
    assert not Account.unscoped.exists()
    add_account(world.visitor, one.marks.get(), "The cot.", "Her mother", None, "unclear")
    assert injury(one).explanation_fits == "unclear"


def test_other_children_are_listed_until_somebody_has_looked_once(world: World) -> None:
    one = seen(world, others=(an_adult("Kit", "Askew"),), other_words=("A twin, with an aunt", " "))
    name_other(world.visitor, one, "A cousin who stays")
    first, *rest = one.others.order_by("id")
    assert len(rest) == 2
    look_at_other(world.visitor, first, "Ruth", clock.now(), "Nothing seen; all of the skin.")
    with pytest.raises(SightlineError, match="already"):
        look_at_other(world.visitor, first, "Ruth", clock.now(), "Again.")
    assert one.others.filter(looked_at__isnull=True).count() == 2


def birthmark(world: World, **said: object) -> Entry:
    detail = Injury(**{"injury": "mark", "site": "left cheek", "medical_cause": True} | said)
    return record(world.visitor, world.baby.person, detail, happened_on=clock.today())


def test_a_birthmark_counts_only_where_it_was_recorded_before(world: World) -> None:
    before = clock.now()
    assert birthmark_of(seen(world).marks.get(), clock.now()) is None
    held = birthmark(world)
    mark = Mark.unscoped.get()
    assert birthmark_of(mark, clock.now()) == held
    assert birthmark_of(mark, before) is None
    assert birthmark_of(mark, held.known_at) is None


@pytest.mark.parametrize("said", [{"medical_cause": None}, {"site": "right cheek"}, {"injury": "bruise"}])
def test_what_is_not_a_cause_of_a_mark_at_this_place_is_no_birthmark(
    world: World, said: dict[str, object]
) -> None:
    birthmark(world, **said)
    assert birthmark_of(seen(world).marks.get(), clock.now()) is None


def test_earlier_marks_stand_beside_and_this_one_does_not(world: World) -> None:
    earlier = record(
        world.visitor, world.baby.person, Injury("bruise", site="chin"), happened_on=clock.today()
    )
    one = seen(world)
    record(world.visitor, world.baby.person, Injury("bruise", site="nose"), happened_on=clock.today())
    lines = earlier_marks(world.visitor, one)
    assert lines is not None
    assert [line.entry.pk for line in lines] == [earlier.pk]
    assert earlier_marks(world.examiner, one) is None


def test_the_wrong_baby_is_taken_back_by_a_manager_and_only_before_it_is_referred(world: World) -> None:
    manager = an_actor("health_visiting", "team_manager")
    one = seen(world)
    with pytest.raises(Refused):
        take_back(world.visitor, one, "The wrong baby.")
    with pytest.raises(SightlineError, match="why"):
        take_back(manager, one, " ")
    take_back(manager, one, "The wrong baby.")
    assert latest_of(one.marks.get().entry_root).withdrawn
    assert running(one) == []
    two = seen(world)
    refer(world.visitor, world.baby)
    two.refresh_from_db()
    with pytest.raises(Overtaken):
        take_back(manager, two, "The wrong baby.")


def test_a_manager_does_not_take_back_what_they_wrote_down_themselves(world: World) -> None:
    manager = an_actor("health_visiting", "team_manager")
    one = observe(manager, world.baby.person, sighted())
    with pytest.raises(Refused):
        take_back(manager, one, "No mark.")
    take_back(an_actor("health_visiting", "safeguarding_lead"), one, "No mark.")
