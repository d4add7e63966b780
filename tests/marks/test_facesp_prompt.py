"""TEN-4-FACESp is a prompt: off until it is switched on, never a score, and silent where it lists nothing."""

from __future__ import annotations

import datetime as dt

import pytest

from factories import a_partnership
from sightline.agencies.models import PolicySetting
from sightline.marks import facesp
from sightline.marks.facesp import is_on, listed
from sightline.marks.regions import by_group, mirrored, regions, views
from sightline.marks.written import SeenMark

BORN = dt.date(2026, 1, 31)


def letters(region: str, day: dt.date = dt.date(2027, 1, 1), injury: str = "bruise", **more: bool) -> str:
    return "".join(listed([SeenMark(region, injury, **more)], BORN, day))


@pytest.mark.parametrize(
    ("region", "letter"),
    [
        ("chest", "T"), ("lower_back", "T"), ("left_buttock", "T"), ("genitals", "T"), ("right_ear", "E"),
        ("neck_back", "N"), ("frenulum", "F"), ("left_jaw", "A"), ("right_cheek", "C"), ("left_eyelid", "E"),
        ("right_white_of_eye", "S"), ("forehead", ""), ("left_lower_leg", ""), ("nose", ""),
    ],
)  # fmt: skip
def test_a_listed_place_has_its_letter_and_no_other_has_one(region: str, letter: str) -> None:
    assert letters(region) == letter


def test_any_bruise_counts_until_the_day_before_five_months() -> None:
    assert letters("nose", dt.date(2026, 6, 29)) == "4"
    assert letters("nose", dt.date(2026, 6, 30)) == ""


def test_it_is_for_children_under_four_whose_day_of_birth_is_known() -> None:
    assert letters("chest", dt.date(2030, 1, 30)) == "T"
    assert letters("chest", dt.date(2030, 1, 31)) == ""
    assert listed([SeenMark("chest")], None, BORN) == ()


def test_a_pattern_counts_anywhere_and_only_when_it_was_seen() -> None:
    assert letters("nose", patterned=True) == "p"
    assert letters("nose", patterned=False) == ""


def test_only_bruises_count_and_bleeds_where_they_are_listed() -> None:
    assert letters("chest", injury="burn") == ""
    assert letters("nose", dt.date(2026, 3, 1), injury="mark") == ""
    assert letters("left_white_of_eye", injury="bleeding") == "S"
    assert letters("chest", injury="bleeding") == ""


def test_several_marks_are_told_once_each_in_the_order_of_the_name() -> None:
    marks = [SeenMark("left_cheek"), SeenMark("chest"), SeenMark("right_cheek")]
    assert listed(marks, BORN, dt.date(2027, 1, 1)) == ("T", "C")


@pytest.mark.django_db
def test_it_is_off_until_a_partnership_switches_it_on_from_a_day() -> None:
    day = dt.date(2026, 6, 1)
    assert not is_on("northshire", day)
    for value, since in (("on", day), ("off", dt.date(2026, 7, 1))):
        PolicySetting.unscoped.create(
            partnership=a_partnership(),
            name=facesp.SETTING,
            value=value,
            from_on=since,
            source="s",
            set_by="x",
        )
    assert not is_on("northshire", day - dt.timedelta(days=1))
    assert is_on("northshire", day)
    assert not is_on("northshire", dt.date(2026, 7, 1))
    assert not is_on("southshire", day)


def test_its_figures_and_limits_are_said_and_no_predictive_value_is() -> None:
    for figure in ("95.6%", "93.0 to 97.3", "87.1%", "85.4 to 88.6"):
        assert figure in facesp.FIGURES
    assert "69% and 74%" in facesp.LIMITS
    assert "bleeding disorders" in facesp.LIMITS
    for never in ("19%", "63.5", "28%", "score"):
        assert never not in facesp.FIGURES + facesp.LIMITS


def test_every_place_is_drawn_and_stands_once_in_the_list() -> None:
    places = [one.key for group in by_group().values() for one in group]
    assert sorted(places) == sorted(regions())
    assert 34 <= len(places) <= 60
    assert len({one.words for one in regions().values()}) == len(places)
    for one in regions().values():
        assert one.shapes
        assert set(one.shapes) <= set(views())


def test_left_and_right_are_the_babys_own() -> None:
    left, right = regions()["left_hand"], regions()["right_hand"]
    assert left.shapes["front"] == right.shapes["back"]
    assert left.shapes["back"] == mirrored(right.shapes["back"], 160)
    assert "head_left" in regions()["left_ear"].shapes
    assert "head_left" not in regions()["right_ear"].shapes
