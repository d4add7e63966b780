"""Named cases: small stories that must raise a lesson's question, or must not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sightline.learning.policy import Setting

Fact = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """A story in the words of the case file (docs/reference/case-file.md).

    Day 0 is the birth. `mother` and `father` may be used without being listed in `people`; a person whom no
    fact names is not known to the record. Exactly one of `raises_on` (the first day on which the question
    must be there) and `silent_until` (the last day that is read, on each of which it must not be) is given.
    `evidence` lists the indices of the facts that must be shown on the first day. `policy` sets values of
    the lesson otherwise than their default. `also_supplied` names kinds of entry that agencies send although
    none is in the story.
    """

    name: str
    facts: tuple[Fact, ...]
    raises_on: int | None = None
    silent_until: int | None = None
    baby: Mapping[str, Any] = field(default_factory=dict)
    people: tuple[Mapping[str, Any], ...] = ()
    evidence: tuple[int, ...] | None = None
    policy: Mapping[str, Setting] = field(default_factory=dict)
    also_supplied: tuple[str, ...] = ()
    born: str = ""

    def __post_init__(self) -> None:
        if (self.raises_on is None) == (self.silent_until is None):
            raise ValueError(f"{self.name}: say when it is raised, or until when it is silent, not both.")

    @property
    def last_day(self) -> int:
        """The last day that is read."""
        return self.raises_on if self.raises_on is not None else self.silent_until or 0
