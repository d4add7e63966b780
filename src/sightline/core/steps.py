"""State changes as tables: from which state, by what, to which, by whom, and what the ledger calls it.

A process (a referral, a challenge) is a row with a `state`. Its table is the one place that says what may
happen to it; `docs/reference/steps.md` is printed from the tables.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Protocol

from django.db import models

from sightline.core.decisions import Decision, allow, refuse
from sightline.core.errors import SightlineError


class Stateful(Protocol):
    """A stored process."""

    pk: Any
    state: str
    unscoped: ClassVar[models.Manager[Any]]


class Overtaken(SightlineError):
    """Somebody else changed it in the meantime, or this was pressed twice: nothing was changed now."""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a table. `who` is in the practitioner's words; the action's `may_…` decides it."""

    state: str
    event: str
    to: str
    who: str
    audit: str


class Steps:
    """The table of one kind of process.

    `states` maps a code to its words; `noun` is how a message calls it ("This referral …"). Raises ValueError
    for a table that contradicts itself, leads nowhere or holds a state that nothing reaches.
    """

    def __init__(self, noun: str, start: str, states: Mapping[str, str], steps: tuple[Step, ...]) -> None:
        self.noun, self.start, self.states, self.steps = noun, start, dict(states), steps
        self._by_place: Final = {(step.state, step.event): step for step in steps}
        self._check()

    def _check(self) -> None:
        named = {self.start, *(state for step in self.steps for state in (step.state, step.to))}
        if named != set(self.states):
            raise ValueError(f"{self.noun}: states without words, or unused: {named ^ set(self.states)}")
        if len(self._by_place) != len(self.steps):
            raise ValueError(f"{self.noun}: two steps from one state by one event")
        reached = {self.start}
        for _ in self.states:
            reached |= {step.to for step in self.steps if step.state in reached}
        if reached != set(self.states):
            raise ValueError(f"{self.noun}: nothing leads to {sorted(set(self.states) - reached)}")

    def step(self, state: str, event: str) -> Step:
        """The step by `event` from `state`. Raises Overtaken, in words, when there is none."""
        found = self._by_place.get((state, event))
        if found is None:
            raise Overtaken(
                f"This {self.noun} is already: {self.states[state].lower()}.",
                why="It was changed before yours was saved.",
                next_step="Open it again to see by whom. What you wrote was not saved.",
            )
        return found

    def may(self, state: str, event: str) -> Decision:
        """Whether the table has such a step: what a page asks before it shows a button."""
        if (state, event) in self._by_place:
            return allow("The steps allow it.")
        return refuse(f"This {self.noun} is {self.states[state].lower()}.")

    def events_from(self, state: str) -> tuple[str, ...]:
        """What may happen next, in the order of the table."""
        return tuple(step.event for step in self.steps if step.state == state)

    def is_over(self, state: str) -> bool:
        """Whether nothing leads on from here."""
        return not self.events_from(state)


def advance(row: Stateful, event: str, steps: Steps, **changes: Any) -> Step:
    """Take the step by `event`, with these other columns, within the transaction of an action.

    Of two who do so at once, one succeeds; the other's Overtaken undoes all that the action did.
    """
    step = steps.step(row.state, event)
    changed = type(row).unscoped.filter(pk=row.pk, state=step.state).update(state=step.to, **changes)
    if not changed:
        steps.step(type(row).unscoped.values_list("state", flat=True).get(pk=row.pk), event)
        raise Overtaken(f"This {steps.noun} was changed in the meantime.", next_step="Open it again.")
    row.state = step.to
    for name, value in changes.items():
        setattr(row, name, value)
    return step
