"""The growth chart: UK-WHO lines as the reference package gives them, corrected points, and one hollow."""

from __future__ import annotations

import datetime as dt
from itertools import combinations, pairwise
from xml.etree.ElementTree import Element

import pytest
import rcpchgrowth
from drawn_svg import SVG, read, size_of, text_of, words
from hypothesis import given, settings
from hypothesis import strategies as st

from sightline.web.pictures.growth_chart import Growth, Measured, draw_growth, growth_table
from sightline.web.pictures.growth_lines import (
    METHODS,
    WEEKS_IN_YEAR,
    centile_at,
    centile_lines,
    centile_words,
    ordinal,
)
from sightline.web.pictures.pen import BLUE, PAPER
from sightline.web.pictures.wording import age_words

BIRTH = dt.date(2026, 8, 21)
DUE = dt.date(2026, 9, 25)
NINE = [0.4, 2.0, 9.0, 25.0, 50.0, 75.0, 91.0, 98.0, 99.6]


def measured(day: dt.date, value: float, due: dt.date = DUE, by: str = "") -> Measured:
    return Measured(day, (day - due).days / 365.25, (day - BIRTH).days / 365.25, value, by)


EARLY = Growth(
    "weight",
    "female",
    (measured(dt.date(2026, 11, 10), 4.24, by="health visiting"), measured(BIRTH, 2.3), measured(DUE, 3.1)),
    BIRTH,
)
TERM = Growth("weight", "male", (measured(BIRTH, 3.4, BIRTH), measured(DUE, 4.6, BIRTH)), BIRTH)


@pytest.mark.parametrize("sex", ["female", "male"])
@pytest.mark.parametrize("method", sorted(METHODS))
def test_the_nine_lines_are_the_reference_packages_own(method: str, sex: str) -> None:
    lines = centile_lines(method, sex)
    assert sorted({line.centile for line in lines}) == NINE
    for line in lines:
        week, value = line.points[len(line.points) // 2]
        expected = rcpchgrowth.measurement_from_sds(
            "uk-who", _z(line.centile), METHODS[method], sex, week / WEEKS_IN_YEAR
        )
        assert value == pytest.approx(expected, rel=0.002)


def _z(centile: float) -> float:
    """The nine centiles lie two thirds of a standard deviation apart."""
    return (NINE.index(centile) - 4) * 2 / 3


def test_a_reference_is_not_joined_to_the_next() -> None:
    for centile in NINE:
        preterm, who = (
            next(
                line
                for line in centile_lines("weight", "female")
                if (line.reference, line.centile) == (name, centile)
            )
            for name in ("uk90_preterm", "uk_who_infant")
        )
        assert preterm.points[-1][0] < who.points[0][0]


def test_lines_are_worked_out_once_for_each_sex_and_measurement() -> None:
    assert centile_lines("weight", "female") is centile_lines("weight", "female")
    assert centile_lines("weight", "female") != centile_lines("weight", "male")


def test_working_out_lines_prints_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    centile_lines.cache_clear()
    centile_lines("head", "male")
    assert capsys.readouterr().out == ""


def test_an_early_baby_has_filled_points_joined_and_one_hollow_point_at_age_from_birth() -> None:
    root = read(draw_growth(EARLY, "g"))
    filled, hollow = _points(root)
    assert len(filled) == 3
    assert len(hollow) == 1
    assert hollow[0][0] > max(x for x, _ in filled)
    assert hollow[0][1] == filled[-1][1]
    joined = root.find(f"{SVG}path[@id='g-measured']")
    assert joined is not None
    assert all(f"{x:g} {y:g}" in joined.attrib["d"] for x, y in filled)


def test_a_baby_born_at_term_has_no_hollow_point_and_is_not_called_corrected() -> None:
    root = read(draw_growth(TERM, "g"))
    assert not _points(root)[1]
    assert "weeks old" in text_of(root)
    assert "corrected age" not in text_of(root)


def _points(root: Element) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    found: dict[str, list[tuple[float, float]]] = {BLUE: [], PAPER: []}
    for circle in root.findall(f"{SVG}circle"):
        found[circle.attrib["fill"]].append((float(circle.attrib["cx"]), float(circle.attrib["cy"])))
    return found[BLUE], found[PAPER]


@settings(max_examples=50, deadline=None)
@given(
    st.sampled_from(sorted(METHODS)),
    st.sampled_from(["female", "male"]),
    st.lists(st.integers(0, 700), max_size=12, unique=True),
    st.integers(0, 110),
    st.booleans(),
)
def test_no_words_overlap_and_none_leave_the_page(
    method: str, sex: str, days: list[int], early: int, narrow: bool
) -> None:
    middle = {"weight": 6.0, "length": 60.0, "head": 40.0}[method]
    due = BIRTH + dt.timedelta(early)
    taken = tuple(measured(BIRTH + dt.timedelta(day), middle + day / 200, due) for day in days)
    root = read(draw_growth(Growth(method, sex, taken, BIRTH), "g", narrow))
    written = [box for _, box in words(root)]
    assert not any(one.touches(other) for one, other in combinations(written, 2))
    assert all(size_of(root).holds(box) for box in written)


@pytest.mark.parametrize("narrow", [False, True])
def test_every_centile_is_named_at_its_end(narrow: bool) -> None:
    shown = {text for text, _ in words(read(draw_growth(EARLY, "g", narrow)))}
    assert {ordinal(centile) for centile in NINE} <= shown


def test_the_table_has_the_same_points_latest_first() -> None:
    table = growth_table(EARLY)
    assert [cells[1].text for cells in table.rows] == ["4.24", "3.10", "2.30"]
    assert [cells[4].text for cells in table.rows] == ["health visiting", "", ""]
    assert [cells[2].text for cells in table.rows] == [
        centile_words(centile_at("weight", "female", one.corrected, one.value))
        for one in reversed(EARLY.in_order())
    ]


def test_the_median_is_the_50th_and_more_is_always_higher() -> None:
    median = next(
        line for line in centile_lines("weight", "female") if line.centile == 50 and "who" in line.reference
    )
    week, value = median.points[5]
    assert centile_words(centile_at("weight", "female", week / WEEKS_IN_YEAR, value)) == "50th"
    rising = [centile_at("weight", "female", 0.5, value / 2) for value in range(10, 20)]
    assert all(one is not None and other is not None and one < other for one, other in pairwise(rising))


def test_where_there_is_no_reference_the_centile_cannot_be_computed() -> None:
    assert centile_at("length", "female", -0.33, 28) is None
    assert centile_words(None) == "cannot be computed"


@pytest.mark.parametrize(
    ("centile", "said"),
    [
        (0.1, "below the 0.4th"),
        (0.4, "0.4th"),
        (2, "2nd"),
        (11.2, "11th"),
        (21.9, "22nd"),
        (99.9, "above the 99.6th"),
    ],
)
def test_centiles_are_said_as_they_are_read_aloud(centile: float, said: str) -> None:
    assert centile_words(centile) == said


def test_an_age_before_the_due_date_says_so() -> None:
    assert age_words(-35 / 365.25) == "5 weeks before the due date"
    assert age_words(46 / 365.25) == "6 weeks 4 days"


@pytest.mark.parametrize(("method", "sex"), [("weight", "unknown"), ("waist", "female")])
def test_a_chart_that_does_not_exist_is_refused(method: str, sex: str) -> None:
    with pytest.raises(ValueError, match=r"sex must be known|not 'waist'"):
        draw_growth(Growth(method, sex, ()), "g")


def test_a_baby_never_measured_has_the_lines_and_is_told_so() -> None:
    root = read(draw_growth(Growth("head", "male", ()), "g"))
    assert "No head circumference is recorded" in text_of(root)
    assert root.attrib["role"] == "img"


def test_two_pictures_on_one_page_share_no_id() -> None:
    one, other = (
        {
            element.attrib["id"]
            for element in read(draw_growth(EARLY, prefix)).iter()
            if "id" in element.attrib
        }
        for prefix in ("a", "b")
    )
    assert one
    assert not one & other
    with pytest.raises(ValueError, match="prefix"):
        draw_growth(EARLY, 'x" onload="')
