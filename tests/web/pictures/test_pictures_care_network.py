"""The care network: homes hold exactly who lives in them, nothing is written on anything else."""

from __future__ import annotations

from itertools import combinations

import pytest
from drawn_svg import SVG, crosses, distance, hull, plain_lines, read, size_of, symbol, text_of, words
from families import families
from hypothesis import given, settings
from hypothesis import strategies as st

from sightline.web.pictures.boxes import Box
from sightline.web.pictures.care_network import (
    Couple,
    Descent,
    Family,
    Household,
    Person,
    Sleeping,
    draw_network,
    network_sheet,
    network_table,
)
from sightline.web.pictures.network_words import NO_OUTLINE
from sightline.web.pictures.seats import levels, seated_placed

# A rounded corner's radius in the narrow drawing: a line nearer than this would run into the bend.
CORNER = 8.0


def person(ident: str, **given: object) -> Person:
    usual: dict[str, object] = {"label": (ident.title(),)}
    return Person(ident, **{**usual, **given})


BABY = person("iris", kind="baby", sex="female", generation=0)
MOTHER = person("leah", sex="female", relation="mother", met="met")
FATHER = person("dev", sex="male", relation="father")


@settings(max_examples=60, deadline=None)
@given(families(), st.booleans())
def test_every_member_is_inside_the_home_and_everyone_else_outside(family: Family, narrow: bool) -> None:
    root = read(draw_network(family, "n", narrow))
    for place, home in enumerate(family.households):
        told, whole = hull(root, f"n-home{place}"), hull(root, f"n-placed{place}")
        lodgers = set(home.members) | set(seated_placed(family, home))
        for n, one in enumerate(family.people):
            box = symbol(root, f"n-person{n}")
            if told:
                assert told.holds(box) if one.id in home.members else told.avoids(box)
            if whole:
                assert whole.holds(box) if one.id in lodgers else whole.avoids(box)


@settings(max_examples=60, deadline=None)
@given(families(), st.booleans())
def test_a_home_without_an_outline_is_named_under_each_who_lives_there(family: Family, narrow: bool) -> None:
    root = read(draw_network(family, "n", narrow))
    for place, home in enumerate(family.households):
        if home.members and hull(root, f"n-home{place}") is None:
            sheet = network_sheet(family, narrow)
            assert any(text.startswith("No outline can hold") for text, _ in words(root))
            for member in home.members:
                under = "".join(line.text.removesuffix("-") for line in sheet.label(member))
                assert home.name.replace(" ", "") in under.replace(" ", "")


@settings(max_examples=60, deadline=None)
@given(families(), st.booleans())
def test_no_symbol_and_no_words_overlap(family: Family, narrow: bool) -> None:
    root = read(draw_network(family, "n", narrow))
    symbols = [symbol(root, f"n-person{n}") for n in range(len(family.people))]
    written = [box for _, box in words(root)]
    assert not any(one.touches(other) for one, other in combinations(symbols + written, 2))
    assert all(_grown(size_of(root)).holds(box) for box in symbols + written)


def _grown(box: Box) -> Box:
    return Box(box.left - 1, box.top - 1, box.right + 1, box.bottom + 1)


@settings(max_examples=60, deadline=None)
@given(families(), st.booleans())
def test_no_line_of_kinship_runs_through_words_or_through_a_homes_corner(
    family: Family, narrow: bool
) -> None:
    root = read(draw_network(family, "n", narrow))
    hulls = [
        found
        for place in range(len(family.households))
        for kind in ("home", "placed")
        for found in [hull(root, f"n-{kind}{place}")]
        if found
    ]
    corners = [corner for found in hulls for corner in found.corners]
    written = [box for _, box in words(root)]
    for one, other in plain_lines(root):
        assert not any(crosses(box, one, other) for box in written)
        assert all(distance(corner, one, other) >= CORNER for corner in corners)


@settings(max_examples=40, deadline=None)
@given(families(), st.booleans())
def test_hostile_names_never_become_markup_and_every_drawing_says_what_it_is(
    family: Family, narrow: bool
) -> None:
    svg = draw_network(family, "n", narrow)
    root = read(svg)
    assert root.attrib["role"] == "img"
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert root.attrib["aria-labelledby"] == "n-title n-desc"
    assert root.find(f".//{SVG}b") is None
    assert "style=" not in svg
    assert "<script" not in svg


@settings(max_examples=40, deadline=None)
@given(families())
def test_the_table_has_everyone_the_picture_has(family: Family) -> None:
    table = network_table(family)
    assert [cells[0].text.split(",")[0] for cells in table.rows] == [
        one.name.split(",")[0] for one in family.people
    ]
    assert all(len(cells) == len(table.header) for cells in table.rows)


def test_a_name_that_closes_the_picture_stays_a_name() -> None:
    name = '</text></svg><script>alert("1")</script>\x00'
    root = read(draw_network(Family((person("iris", label=(name,), kind="baby", generation=0),)), "n"))
    assert "script" in text_of(root)
    assert root.find(f".//{SVG}script") is None


@pytest.mark.parametrize("narrow", [False, True])
def test_twelve_people_keep_their_homes(narrow: bool) -> None:
    sheet = network_sheet(TWELVE, narrow)
    assert not sheet.homes.broken
    assert not sheet.homes.loose
    assert sheet.right <= sheet.width + 0.01


def test_two_mothers_and_their_twins_hang_from_one_line() -> None:
    family = Family(
        (
            person("a", sex="female"),
            person("b", sex="female"),
            BABY,
            person("c", generation=0, kind="sibling"),
        ),
        (Couple("a", "b"),),
        (Descent("iris", ("a", "b")), Descent("c", ("b", "a"))),
    )
    sheet = network_sheet(family)
    assert [set(way.children) for way in sheet.plan.ways] == [{"iris", "c"}]
    assert sheet.plan.ways[0].start == "between"


def test_half_siblings_hang_from_the_parent_they_share() -> None:
    family = Family(
        (person("craig"), MOTHER, FATHER, BABY, person("mia", generation=0)),
        (Couple("craig", "leah", True), Couple("leah", "dev")),
        (Descent("mia", ("craig", "leah")), Descent("iris", ("leah", "dev"))),
    )
    sheet = network_sheet(family)
    assert {way.start for way in sheet.plan.ways} == {"between"}
    assert sheet.seating.seats["leah"].column - sheet.seating.seats["craig"].column in (1, -1)


def test_a_mother_alone_has_a_line_straight_down_and_her_words_beside_her() -> None:
    sheet = network_sheet(Family((MOTHER, BABY), (), (Descent("iris", ("leah",)),)))
    assert "leah" in sheet.lent
    assert not sheet.placed_label("leah")[0].middle


def test_no_known_adult_leaves_the_baby_alone_and_no_one_at_all_is_said() -> None:
    root = read(draw_network(Family((BABY,)), "n"))
    assert not plain_lines(root)
    assert "Nobody is recorded." in text_of(read(draw_network(Family(()), "n")))


def test_no_second_parent_has_no_symbol_and_says_so() -> None:
    nobody = Person("n", identity="no_second_parent")
    svg = draw_network(Family((MOTHER, nobody, BABY), (), (Descent("iris", ("leah", "n")),)), "n")
    group = read(svg).find(f".//{SVG}g[@id='n-person1']")
    assert group is not None
    assert {child.tag for child in group} == {f"{SVG}title", f"{SVG}path"}
    assert "No second parent" in svg


def test_someone_not_safe_to_ask_about_is_told_from_unknown_only_by_what_the_caller_passes() -> None:
    unknown = Family((Person("x", identity="unknown"), BABY))
    kept_back = draw_network(unknown, "n")
    assert "safe" not in kept_back
    assert "Not safe to ask" in draw_network(Family((Person("x", identity="not_safe_to_ask"), BABY)), "n")


def test_no_contact_permitted_cuts_the_line_with_a_bar() -> None:
    barred = person("dev", sex="male", identity="no_contact_permitted")
    free = draw_network(Family((MOTHER, FATHER, BABY), (), (Descent("iris", ("leah", "dev")),)), "n")
    cut = draw_network(Family((MOTHER, barred, BABY), (), (Descent("iris", ("leah", "dev")),)), "n")
    assert len(plain_lines(read(cut))) == len(plain_lines(read(free))) + 1
    assert "no contact" in text_of(read(cut))


def test_a_confidential_address_is_an_outline_without_an_address() -> None:
    root = read(draw_network(Family((MOTHER, BABY), (), (), (Household("h", (), ("leah", "iris")),)), "n"))
    assert hull(root, "n-home0") is not None
    assert {text for text, _ in words(root)} == {"Leah", "mother · met", "Iris"}


@pytest.mark.parametrize("narrow", [False, True])
def test_a_home_that_no_outline_can_hold_is_named_under_each_and_the_picture_says_so(narrow: bool) -> None:
    between = tuple(person(f"p{n}", generation=1) for n in range(6 if not narrow else 4))
    homes = (Household("g", ("9 Fell Road",), ("gran", "iris")),)
    root = read(
        draw_network(Family((person("gran", generation=2), *between, BABY), (), (), homes), "n", narrow)
    )
    lines = [text for text, _ in words(root)]
    assert hull(root, "n-home0") is None
    assert lines.count("9 Fell Road") == 2
    assert f"{NO_OUTLINE}: 9 Fell Road." in " ".join(lines)


def test_a_child_who_sleeps_in_two_homes_is_written_in_the_second() -> None:
    family = Family(
        (person("denise", generation=2), MOTHER, BABY),
        (),
        (Descent("leah", ("denise",)), Descent("iris", ("leah",))),
        (
            Household("q", ("14 Quarry Lane",), ("leah", "iris")),
            Household("f", ("9 Fell Road",), ("denise",)),
        ),
        (Sleeping("iris", "f", "Iris sleeps here"),),
    )
    root = read(draw_network(family, "n"))
    second = hull(root, "n-home1")
    box = next(box for text, box in words(root) if text == "Iris sleeps here")
    assert second is not None
    assert second.holds(box)


def test_parents_stand_above_their_children_even_when_the_generations_given_disagree() -> None:
    family = Family((person("leah", generation=0), BABY), (), (Descent("iris", ("leah",)),))
    assert levels(family) == {"leah": 1, "iris": 0}


def test_someone_given_as_their_own_ancestor_is_refused() -> None:
    family = Family((MOTHER, BABY), (), (Descent("iris", ("leah",)), Descent("leah", ("iris",))))
    with pytest.raises(ValueError, match="own ancestor"):
        draw_network(family, "n")


@pytest.mark.parametrize(
    ("family", "said"),
    [
        (lambda: Family((BABY, BABY)), "given twice"),
        (lambda: Family((BABY,), (Couple("iris", "x"),)), "not one of its people"),
        (lambda: Person("x", sex="other"), "Expected one of"),
        (lambda: Family((BABY,), (), (), (), (Sleeping("iris", "h", ""),)), "a home that is not given"),
    ],
)
def test_facts_that_do_not_fit_together_are_refused(family: object, said: str) -> None:
    assert callable(family)
    with pytest.raises(ValueError, match=said):
        family()


TWELVE = Family(
    (
        person("pat", sex="female", generation=2),
        person("ken", sex="male", generation=2),
        person("sunita", sex="female", generation=2),
        person("x", identity="asked_not_disclosed", generation=2),
        MOTHER,
        FATHER,
        person("craig", sex="male"),
        person("jan", identity="described"),
        person("sam", sex="male"),
        person("mia", generation=0),
        person("otis", generation=0),
        BABY,
    ),
    (Couple("pat", "ken"), Couple("leah", "dev"), Couple("leah", "craig", True), Couple("craig", "jan")),
    (
        Descent("leah", ("pat", "ken")),
        Descent("sam", ("pat", "ken")),
        Descent("dev", ("sunita", "x")),
        Descent("mia", ("leah", "craig")),
        Descent("otis", ("leah", "dev")),
        Descent("iris", ("leah", "dev")),
    ),
    (
        Household("1", ("3 Weir Cottages",), ("leah", "otis", "iris"), ("sam",), "says nursery"),
        Household("2", ("11 Mill Street",), ("pat", "ken")),
        Household("3", ("40 Tanner Row",), ("craig", "jan")),
    ),
)
