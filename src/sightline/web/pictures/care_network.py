"""The care network as a picture: who is around the baby, how they are joined, and who lives where.

Generations stand in rows. A home is an outline bent round exactly its members: solid as the family tells
it, dashed round those whom others place there. Where no outline can hold exactly those who live in a home,
the home is named under each of them instead, and the picture says so.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from sightline.web.pictures.family import (
    IDENTITIES,
    Couple,
    Descent,
    Family,
    Household,
    Person,
    Sleeping,
)
from sightline.web.pictures.network_lines import couple_line, cut, descent_lines, hull_path, parted_strokes
from sightline.web.pictures.network_sheet import HALF, PlacedWords, Sheet
from sightline.web.pictures.pen import INK, LIMIT, LINES, SECONDARY, TINT, Pen, sentence
from sightline.web.pictures.people_signs import draw_person
from sightline.web.pictures.seats import Seating, seat_family
from sightline.web.pictures.table import Table, row

__all__ = [
    "IDENTITIES", "Couple", "Descent", "Family", "Household", "Person", "Sleeping",
    "describe_network", "draw_network", "network_sheet", "network_table",
]  # fmt: skip


def draw_network(family: Family, prefix: str, narrow: bool = False) -> str:
    """The network as SVG, at most 620 wide, or 345 when narrow; ids begin with `prefix`."""
    sheet = network_sheet(family, narrow)
    pen = Pen(prefix, sheet.size)
    _draw_homes(pen, sheet)
    _draw_kinship(pen, sheet)
    for place, person in enumerate(family.people):
        pen.open(f"person{place}", sentence((person.name, person.known_as, person.relation, person.met)))
        draw_person(pen, person, sheet.x(person.id), sheet.y(person.id), HALF)
        pen.close()
    _draw_words(pen, sheet)
    width = max(sheet.right, sheet.width if sheet.footer() else 0)
    title = f"Who is around {family.about}"
    return pen.picture(width, max(sheet.height, 1), title, describe_network(family))


def network_sheet(family: Family, narrow: bool = False) -> Sheet:
    """Where everything of the drawing stands; a free column more where a lone parent's label needs it."""
    most, width, size = (4, 345.0, 12.0) if narrow else (6, 620.0, 13.0)
    barred = frozenset(person.id for person in family.people if person.identity == "no_contact_permitted")
    seating = _seated(family, most)
    roomier = Sheet(family, replace(seating, columns=seating.columns + 1), width, size, barred)
    lends_last = any(column == 2 * seating.columns + 1 for _, column in roomier.lent.values())
    return roomier if lends_last and seating.columns < most else Sheet(family, seating, width, size, barred)


@lru_cache(maxsize=512)
def _seated(family: Family, most: int) -> Seating:
    """Kept, because a page asks for the same family again and again and seating it is the slow part."""
    return seat_family(family, most)


def network_table(family: Family) -> Table:
    """The same people as rows: who, to the baby, what is known, and where they live, says whom."""
    header = ("Who", "To the baby", "What is known", "Home")
    rows = (
        row(
            sentence((person.name, *person.label[1:])),
            person.relation or "not known",
            sentence((person.known_as or "named", person.met)),
            "; ".join(_homes_of(family, person)) or "not known",
        )
        for person in family.people
    )
    return Table(header, tuple(rows))


def _homes_of(family: Family, person: Person) -> list[str]:
    told = [sentence(home.lines) or home.name for home in family.households if person.id in home.members]
    placed = [
        sentence((home.name, home.placed_words or "others place them here"))
        for home in family.households
        if person.id in home.placed
    ]
    return told + placed + [one.words for one in family.sleeping if one.person == person.id]


def describe_network(family: Family) -> str:
    """The network in words: everyone, their parents, those parted, and each home."""
    people = [sentence((one.name, one.known_as, one.relation, one.met)) for one in family.people]
    kin = [
        f"{family.person(one.child).name}: child of {_names(family, one.parents, ' and ')}"
        for one in family.descents
    ]
    parted = [
        _names(family, (couple.one, couple.other), " and ") + " have parted"
        for couple in family.couples
        if couple.parted
    ]
    homes = [
        f"{home.name}: {_names(family, home.members) or 'nobody as the family tells it'}"
        + "".join(f", and placed here by others {family.person(one).name}" for one in home.placed)
        for home in family.households
    ]
    sleeping = [one.words for one in family.sleeping]
    return ". ".join([*people, *kin, *parted, *homes, *sleeping]) + "." if people else "Nobody is recorded."


def _names(family: Family, idents: tuple[str, ...], between: str = ", ") -> str:
    return between.join(family.person(ident).name for ident in idents)


def _draw_homes(pen: Pen, sheet: Sheet) -> None:
    """Dashed outlines first, so that a solid one lies over the part they share."""
    for place, home in enumerate(sheet.family.households):
        if home.id in sheet.homes.whole:
            path = hull_path(sheet, sheet.homes.whole[home.id])
            pen.path(path, f"placed{place}", stroke=LINES, stroke_width=LIMIT, stroke_dasharray="6 5")
    for place, home in enumerate(sheet.family.households):
        if home.id in sheet.homes.told:
            path = hull_path(sheet, sheet.homes.told[home.id])
            pen.path(path, f"home{place}", stroke=LINES, stroke_width=LIMIT, fill=TINT, fill_rule="evenodd")


def _draw_kinship(pen: Pen, sheet: Sheet) -> None:
    parted = sheet.family.pairs()
    for way in sheet.plan.ways:
        for line in descent_lines(sheet, way):
            pen.line(line)
    for pair in (*sheet.plan.beside, *sheet.plan.arches):
        pen.line(couple_line(sheet, pair))
        for stroke in parted_strokes(sheet, pair) if parted[pair] else []:
            pen.line(stroke)
    for ident in sorted(sheet.barred):
        bar = cut(sheet, ident)
        if bar:
            pen.line(bar, stroke_width=3)


def _draw_words(pen: Pen, sheet: Sheet) -> None:
    for person in sheet.family.people:
        for placed in sheet.placed_label(person.id):
            _write(pen, sheet, placed)
    for note in sheet.notes:
        for placed in sheet.placed_note(note):
            _write(pen, sheet, placed)
    for placed in sheet.footer():
        _write(pen, sheet, placed)


def _write(pen: Pen, sheet: Sheet, placed: PlacedWords) -> None:
    words, x = placed.words, placed.x + placed.words.indent
    if words.sign:
        draw_person(pen, sheet.family.person(words.sign), placed.x + 8, placed.y - 4, 7)
    fill, weight = (SECONDARY if words.quiet else INK), ("bold" if words.bold else None)
    anchor = "middle" if placed.middle else None
    pen.write(x, placed.y, words.text, fill=fill, font_weight=weight, text_anchor=anchor)
