"""Invented families, drawn at random for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from sightline.web.pictures.care_network import (
    IDENTITIES,
    Couple,
    Descent,
    Family,
    Household,
    Person,
    Sleeping,
)

_NAMES = st.sampled_from(
    [
        "Ada",
        "Jodie Askew, 22",
        "Wilhelmina Featherstonehaugh-Cholmondeley",
        "“Ty”, about 30",
        "<b>&\"'",
        "Zoë",
        "李明",
    ]
)
_RELATIONS = st.sampled_from(["", "mother", "grandmother", "Theo’s other parent", "half-brother"])


@st.composite
def families(draw: st.DrawFn, most: int = 12) -> Family:
    count = draw(st.integers(1, most))
    people = tuple(_person(draw, place) for place in range(count))
    by_generation = {g: [one.id for one in people if one.generation == g] for g in (0, 1, 2)}
    couples = tuple(
        Couple(*sorted(pair), parted=draw(st.booleans()))
        for g in (1, 2)
        for pair in draw(_pairs(by_generation[g]))
    )
    descents = tuple(
        Descent(child, tuple(parents))
        for g in (0, 1)
        for child in by_generation[g]
        if by_generation[g + 1]
        for parents in [draw(st.lists(st.sampled_from(by_generation[g + 1]), max_size=2, unique=True))]
        if parents
    )
    homes = _homes(draw, [one.id for one in people])
    sleeping = tuple(
        Sleeping(draw(st.sampled_from(people)).id, home.id, "sleeps here Thursday and Friday")
        for home in homes
        if draw(st.booleans())
    )
    return Family(people, couples, descents, homes, sleeping, "Ada")


def _person(draw: st.DrawFn, place: int) -> Person:
    generation = 0 if place == 0 else draw(st.integers(0, 2))
    return Person(
        f"p{place}",
        draw(st.sampled_from([(), ("x",)])) and (draw(_NAMES),),
        draw(st.sampled_from(["female", "male", "unknown"])),
        "baby" if place == 0 else draw(st.sampled_from(["adult", "sibling", "pregnancy"])),
        draw(st.sampled_from(sorted(IDENTITIES))),
        generation,
        draw(_RELATIONS),
        draw(st.sampled_from(["", "met", "not met since birth"])),
    )


def _pairs(idents: list[str]) -> st.SearchStrategy[list[frozenset[str]]]:
    if len(idents) < 2:
        return st.just([])
    pair = st.frozensets(st.sampled_from(idents), min_size=2, max_size=2)
    return st.lists(pair, max_size=4, unique=True)


def _homes(draw: st.DrawFn, idents: list[str]) -> tuple[Household, ...]:
    count = draw(st.integers(0, 4))
    where = [draw(st.integers(0, 4)) for _ in idents]
    return tuple(
        Household(
            f"h{n}",
            draw(st.sampled_from([(), ("14 Quarry Lane", "as Jodie tells it, 22 September")])),
            tuple(ident for ident, home in zip(idents, where, strict=True) if home == n),
            tuple(draw(st.lists(st.sampled_from(idents), max_size=2, unique=True))),
            draw(st.sampled_from(["", "stays here, say housing, nursery"])),
        )
        for n in range(count)
    )
