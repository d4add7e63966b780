"""The facts of a care network: who is around the baby, how they are joined, and who lives where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

SEXES: Final = ("female", "male", "unknown")
KINDS: Final = ("baby", "adult", "sibling", "pregnancy")
# What is known of who someone is, and how it is said under the symbol. `not_safe_to_ask` is drawn only
# where the caller passes it: for every reader who may not know it, the caller passes `unknown`.
IDENTITIES: Final = {
    "named": "",
    "described": "described only",
    "unknown": "not known",
    "asked_not_disclosed": "asked, did not say",
    "not_asked": "not asked",
    "no_second_parent": "no second parent",
    "no_contact_permitted": "no contact permitted",
    "not_safe_to_ask": "not safe to ask",
}


@dataclass(frozen=True)
class Person:
    """Someone around the baby. `label`: lines under the symbol, the first of them bold (a name, an age).

    `generation` counts upwards: 0 the baby and siblings, 1 parents, 2 grandparents. `relation` and `met`
    are words ("mother", "not met since birth"). Raises ValueError for a sex, kind or identity that is not
    listed here.
    """

    id: str
    label: tuple[str, ...] = ()
    sex: str = "unknown"
    kind: str = "adult"
    identity: str = "named"
    generation: int = 1
    relation: str = ""
    met: str = ""

    def __post_init__(self) -> None:
        for given, known in ((self.sex, SEXES), (self.kind, KINDS), (self.identity, tuple(IDENTITIES))):
            if given not in known:
                raise ValueError(f"Expected one of {', '.join(known)}, not {given!r}.")

    @property
    def name(self) -> str:
        """How the person is named in a sentence."""
        identity = IDENTITIES[self.identity]
        return (
            (self.label[0] if self.label else "")
            or (identity[:1].upper() + identity[1:])
            or "Name not recorded"
        )

    @property
    def known_as(self) -> str:
        """What is known of who this is, in words; empty for someone named, or when the name says it."""
        words = IDENTITIES[self.identity]
        return "" if words.lower() in " ".join((self.name, *self.label)).lower() else words


@dataclass(frozen=True)
class Couple:
    """Two people who are, or were, a couple."""

    one: str
    other: str
    parted: bool = False


@dataclass(frozen=True)
class Descent:
    """A child and the one or two parents it hangs from."""

    child: str
    parents: tuple[str, ...]


@dataclass(frozen=True)
class Household:
    """A home. `lines`: its name first, then who says so; none for an address that is confidential.

    `members` live here as the family tells it (solid); `placed` are those whom others place here (dashed),
    in the words `placed_words`.
    """

    id: str
    lines: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    placed: tuple[str, ...] = ()
    placed_words: str = ""

    @property
    def name(self) -> str:
        """The home's name, or that its address is not shown."""
        return self.lines[0] if self.lines else "address not shown"


@dataclass(frozen=True)
class Sleeping:
    """A child who sleeps in a second home: drawn small there, with the nights in words."""

    person: str
    household: str
    words: str


@dataclass(frozen=True)
class Family:
    """The whole network. `about` is the baby's name, for the title.

    Raises ValueError when an id is used twice, something names a person or home that is not here, a child has
    other than one or two parents, or someone is a member of two homes.
    """

    people: tuple[Person, ...]
    couples: tuple[Couple, ...] = ()
    descents: tuple[Descent, ...] = ()
    households: tuple[Household, ...] = ()
    sleeping: tuple[Sleeping, ...] = ()
    about: str = "the baby"

    def __post_init__(self) -> None:
        _refuse_twice([person.id for person in self.people], "A person")
        _refuse_twice([home.id for home in self.households], "A home")
        _refuse_twice([one for home in self.households for one in home.members], "A member of a home")
        _refuse_twice([descent.child for descent in self.descents], "A child's descent")
        for named in self._named():
            if named not in {person.id for person in self.people}:
                raise ValueError(f"{named!r} is named in the network but is not one of its people.")
        if any(len(set(descent.parents)) not in (1, 2) for descent in self.descents):
            raise ValueError("A child hangs from one parent or two.")
        if any(one.household not in {home.id for home in self.households} for one in self.sleeping):
            raise ValueError("Someone sleeps in a home that is not given.")

    def _named(self) -> list[str]:
        couples = [one for couple in self.couples for one in (couple.one, couple.other)]
        descents = [one for descent in self.descents for one in (descent.child, *descent.parents)]
        homes = [one for home in self.households for one in home.members + home.placed]
        return couples + descents + homes + [one.person for one in self.sleeping]

    def person(self, ident: str) -> Person:
        """The person with this id."""
        return next(person for person in self.people if person.id == ident)

    def pairs(self) -> dict[frozenset[str], bool]:
        """Every couple, and every two parents of one child; True where they have parted."""
        shared = {frozenset(descent.parents): False for descent in self.descents if len(descent.parents) == 2}
        told = {frozenset((couple.one, couple.other)): couple.parted for couple in self.couples}
        return {pair: parted for pair, parted in {**shared, **told}.items() if len(pair) == 2}

    def broods(self) -> dict[tuple[str, ...], list[str]]:
        """The children of each parent or pair of parents, in the order given."""
        broods: dict[tuple[str, ...], list[str]] = {}
        for descent in self.descents:
            broods.setdefault(tuple(sorted(set(descent.parents))), []).append(descent.child)
        return broods


def _refuse_twice(ids: list[str], what: str) -> None:
    if len(ids) != len(set(ids)):
        raise ValueError(f"{what} is given twice.")
