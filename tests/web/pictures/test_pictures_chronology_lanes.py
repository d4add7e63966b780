"""The lanes: signs stand apart, words never cover a sign, and silence never looks like an empty lane."""

from __future__ import annotations

import datetime as dt
from itertools import combinations
from xml.etree.ElementTree import Element

import pytest
from drawn_svg import SVG, read, size_of, symbol, text_of, words
from hypothesis import given, settings
from hypothesis import strategies as st

from sightline.web.pictures.boxes import Box
from sightline.web.pictures.chronology_lanes import (
    KINDS,
    Lane,
    Lanes,
    Sign,
    draw_lanes,
    lanes_table,
    place_lanes,
)
from sightline.web.pictures.lane_scale import LaneScale

FIRST = dt.date(2026, 5, 21)
BIRTH = dt.date(2026, 8, 21)
TODAY = dt.date(2026, 11, 24)

_LABELS = st.sampled_from(
    ["", "not brought", "weighed", "“Gran has her Thursdays”", "<i>&\"'", "said nothing at all" * 4]
)


@st.composite
def lanes_strategy(draw: st.DrawFn) -> Lanes:
    days = (TODAY - FIRST).days
    lanes = []
    for n in range(draw(st.integers(0, 5))):
        signs = [
            Sign(
                FIRST + dt.timedelta(draw(st.integers(0, days))),
                draw(st.sampled_from(sorted(KINDS))),
                draw(_LABELS),
            )
            for _ in range(draw(st.integers(0, 25)))
        ]
        silent = ((FIRST, FIRST + dt.timedelta(draw(st.integers(0, days)))),) if draw(st.booleans()) else ()
        lanes.append(Lane(f"Agency {n}", draw(st.sampled_from(["", "sends daily"])), silent, tuple(signs)))
    looked = draw(st.sampled_from([None, dt.date(2026, 11, 10)]))
    return Lanes(tuple(lanes), FIRST, TODAY, draw(st.sampled_from([None, BIRTH])), looked)


def many(count: int) -> Lanes:
    kinds = sorted(set(KINDS) - {"birth"})
    signs = [
        Sign(FIRST + dt.timedelta(days=n * 7919 % 187), kinds[n % len(kinds)], f"entry {n}", f"/entries/{n}")
        for n in range(count)
    ]
    return Lanes(
        tuple(Lane(f"Agency {n}", "", (), tuple(signs[n::5])) for n in range(5)), FIRST, TODAY, BIRTH
    )


@settings(max_examples=60, deadline=None)
@given(lanes_strategy(), st.booleans())
def test_words_never_stand_on_a_sign_or_on_other_words(lanes: Lanes, narrow: bool) -> None:
    root = read(draw_lanes(lanes, "l", narrow))
    signs = _sign_boxes(root)
    written = [box for _, box in words(root)]
    assert not any(sign.touches(box) for sign in signs for box in written)
    assert not any(one.touches(other) for one, other in combinations(written, 2))
    assert all(size_of(root).holds(box) for box in signs + written)


@settings(max_examples=60, deadline=None)
@given(lanes_strategy(), st.booleans())
def test_every_entry_is_a_sign_or_is_counted_as_left_to_the_list(lanes: Lanes, narrow: bool) -> None:
    for lane, placed in zip(lanes.lanes, place_lanes(lanes, narrow), strict=True):
        assert len(placed.signs) + placed.left_out == len(lane.signs)
        assert not any(one.box.touches(other.box) for one, other in combinations(placed.signs, 2))


@pytest.mark.parametrize("narrow", [False, True])
def test_four_hundred_entries_stay_legible_and_the_list_has_them_all(narrow: bool) -> None:
    lanes = many(400)
    root = read(draw_lanes(lanes, "l", narrow))
    left_out = sum(placed.left_out for placed in place_lanes(lanes, narrow))
    assert left_out > 0
    assert "more in the list" in text_of(root)
    assert not any(sign.touches(box) for sign in _sign_boxes(root) for _, box in words(root))
    assert len(lanes_table(lanes).rows) == 400


def test_what_was_missed_or_worrying_is_named_before_what_was_not() -> None:
    day = dt.date(2026, 10, 1)
    near = day + dt.timedelta(days=1)
    signs = (Sign(day, "seen", "weighed in clinic"), Sign(near, "not_brought", "not brought to clinic"))
    placed = place_lanes(Lanes((Lane("Physiotherapy", signs=signs),), FIRST, TODAY, BIRTH), narrow=True)[0]
    assert placed.signs[0].sign.kind == "not_brought"
    assert placed.words[0].words == "not brought to clinic"


def test_nothing_sent_is_hatched_and_an_empty_lane_is_not() -> None:
    silent = Lanes((Lane("Housing", nothing_sent=((FIRST, BIRTH),)),), FIRST, TODAY, BIRTH)
    empty = Lanes((Lane("Housing"),), FIRST, TODAY, BIRTH)
    assert "url(#l-hatching)" in draw_lanes(silent, "l")
    assert "nothing sent" in text_of(read(draw_lanes(silent, "l")))
    assert "url(#l-hatching)" not in draw_lanes(empty, "l")
    assert [cells[2].text for cells in lanes_table(silent).rows] == ["nothing sent"]


@given(st.integers(1, 280), st.integers(1, 800))
def test_a_day_of_pregnancy_is_narrower_than_a_day_of_life(before: int, after: int) -> None:
    birth = dt.date(2026, 8, 21)
    scale = LaneScale(birth - dt.timedelta(before), birth + dt.timedelta(after), birth, 0, 1000)
    pregnant = scale.before / before
    assert 0 < pregnant < (1000 - scale.before) / after
    assert scale.x(scale.first) == 0
    assert scale.x(scale.last) == pytest.approx(1000)


def test_every_kind_of_sign_has_a_shape_of_its_own() -> None:
    signs = tuple(Sign(BIRTH + dt.timedelta(days=9 * n), kind) for n, kind in enumerate(KINDS))
    root = read(draw_lanes(Lanes((Lane("Hospital", signs=signs),), FIRST, TODAY, BIRTH), "l"))
    groups = root.findall(f"{SVG}g")
    shapes = {
        tuple((shape.tag, shape.get("fill"), shape.get("r")) for shape in group[1:]) for group in groups
    }
    assert len(shapes) == len(KINDS)


def test_no_colour_alone_carries_meaning_and_nothing_can_be_reached_by_keyboard() -> None:
    svg = draw_lanes(many(30), "l")
    assert "<a " not in svg
    assert "style=" not in svg
    assert [child.tag for child in read(svg)][:2] == [f"{SVG}title", f"{SVG}desc"]


def test_a_hostile_label_stays_words() -> None:
    signs = (Sign(BIRTH, "worry", "</text><script>x</script>"),)
    root = read(draw_lanes(Lanes((Lane("<b>GP</b>", signs=signs),), FIRST, TODAY, BIRTH), "l"))
    assert root.find(f".//{SVG}script") is None
    assert "<b>GP</b>" in text_of(root)


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "https://example.invalid/", "//example.invalid", "/\\x"]
)
def test_an_address_that_leaves_the_site_is_refused(href: str) -> None:
    with pytest.raises(ValueError, match="stay on this site"):
        Sign(BIRTH, "seen", "", href)


def test_the_list_links_each_entry() -> None:
    lanes = Lanes(
        (Lane("GP surgery", signs=(Sign(BIRTH, "worry", "harsh word", "/entries/7"),)),), FIRST, TODAY
    )
    assert lanes_table(lanes).rows[0][2] == ("worry: harsh word", "/entries/7")


def test_an_unborn_baby_has_no_birth_on_the_picture() -> None:
    root = read(draw_lanes(Lanes((Lane("Midwifery"),), FIRST, TODAY), "l"))
    assert not [text for text, _ in words(root) if "born" in text or text == "birth"]
    assert "not yet born" in text_of(root)


def _sign_boxes(root: Element) -> list[Box]:
    return [symbol(root, group.attrib["id"]) for group in root.findall(f"{SVG}g")]
