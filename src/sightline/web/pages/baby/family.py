"""From the people around the baby to the picture of the care network."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sightline.web.pages.baby.around import PARENTS, Around
from sightline.web.pages.baby.reading import Reading
from sightline.web.pictures.family import Couple, Descent, Family, Household, Person, Sleeping
from sightline.web.words import day

SIBLINGS: Final = ("sibling", "half_sibling")
_NO_SYMBOL: Final = frozenset({"no_second_parent"})


def family_of(reading: Reading, people: Sequence[Around]) -> Family:
    """The network to draw. Somebody of no generation known stands with the parents, joined to nobody."""
    baby = reading.baby
    drawn = [one for one in people if one.identity not in _NO_SYMBOL]
    me = Person(
        id=str(baby.pk),
        label=(baby.person.given_name or baby.person.name,),
        sex=baby.person.sex,
        kind="baby" if baby.is_born else "pregnancy",
        generation=0,
    )
    homes, sleeping = _homes(reading, drawn)
    return Family(
        people=(me, *(_person(one) for one in drawn)),
        couples=tuple(_couples(drawn)),
        descents=tuple(_descents(str(baby.pk), drawn)),
        households=homes,
        sleeping=sleeping,
        about=baby.person.given_name or baby.person.name,
    )


def _person(one: Around) -> Person:
    met = f"met {day(one.met_on)}" if one.met_by else "met by nobody"
    named = one.identity in ("named", "described", "no_contact_permitted")
    return Person(
        id=one.id,
        label=(one.name,) if named else (),
        sex=one.person.sex,
        kind="sibling" if one.type in SIBLINGS else "adult",
        identity=one.identity,
        generation=one.generation,
        relation=one.relation_words,
        met="" if one.type in SIBLINGS else met,
    )


def _couples(people: Sequence[Around]) -> list[Couple]:
    """Partners as the lines say; two parents are joined by their child."""
    ids = {one.id for one in people}
    return [
        Couple(str(one.to), one.id, parted=one.type == "ex_partner" or one.ended)
        for one in people
        if one.type in ("partner", "ex_partner") and str(one.to) in ids
    ]


def _descents(baby: str, people: Sequence[Around]) -> list[Descent]:
    """The baby hangs from its parents, and so does a full sibling; a half-sibling only from a parent told."""
    parents = tuple(one.id for one in people if one.type in PARENTS and one.to_baby)[:2]
    descents = [Descent(baby, parents)] if parents else []
    for one in people:
        told = tuple(other.id for other in people if one.person.pk in other.parent_of)[:2]
        if one.type in SIBLINGS and (told or (one.type == "sibling" and parents)):
            descents.append(Descent(one.id, told or parents))
    return descents + [Descent(parent, (one.id,)) for one in people for parent in _children(one, people)]


def _children(one: Around, people: Sequence[Around]) -> list[str]:
    """The parents among the people whose own parent this is told to be."""
    return (
        []
        if one.type in PARENTS
        else [other.id for other in people if other.person.pk in one.parent_of and other.type not in SIBLINGS]
    )


def _homes(reading: Reading, people: Sequence[Around]) -> tuple[tuple[Household, ...], tuple[Sleeping, ...]]:
    """The baby's home as the lines place people in it, and the homes of those who have the baby at night."""
    members = [one.id for one in people if one.lives_here]
    placed = [one.id for one in people if one.stays and not one.lives_here]
    homes, sleeping = [], []
    if members or placed:
        mother = [one.id for one in people if one.type == "mother" and not one.home]
        inside = (str(reading.child_id), *mother, *members)
        homes.append(Household("home", ("Home",), inside, tuple(placed), "stays often"))
    for one in people:
        if one.cares and one.nights and one.id not in members + placed:
            homes.append(Household(f"home-{one.id}", (f"{one.name}’s home",), (one.id,)))
            sleeping.append(Sleeping(str(reading.child_id), f"home-{one.id}", f"{one.nights} nights a week"))
    return tuple(homes), tuple(sleeping)
