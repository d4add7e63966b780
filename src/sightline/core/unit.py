"""A unit of work: one transaction, one trail of what it touched, and what is done once before it commits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from sightline.core.errors import SightlineError


@dataclass(frozen=True, slots=True)
class Span:
    """The stretch of a unit's trail that one action left: from one position to another."""

    start: int
    stop: int


@dataclass(slots=True)
class Unit:
    """What this transaction has touched so far, its closers in the order in which they were asked for.

    `traces` are written last of all, when the closers have run, each with its stretch of the trail; the last
    of them, the outermost action's, answers for what the closers touched as well.
    """

    trail: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    closers: dict[str, Callable[[], None]] = field(default_factory=dict)
    last: dict[str, Callable[[], None]] = field(default_factory=dict)
    baskets: dict[str, set[Any]] = field(default_factory=dict)
    traces: list[tuple[Span, Callable[[list[str], set[str]], object]]] = field(default_factory=list)
    refusals: list[Callable[[], object]] = field(default_factory=list)
    broken: bool = False

    def note(self, record: str, *children: str) -> None:
        """Add a record (`kind:id`) and the children that it concerns to the trail."""
        self.trail.append((record, children))

    def gather(self, name: str, items: Iterable[Any]) -> None:
        """Put items in the basket `name`, for a closer to take up once."""
        self.baskets.setdefault(name, set()).update(items)

    def take(self, name: str) -> set[Any]:
        """What the basket holds; it is empty afterwards."""
        return self.baskets.pop(name, set())

    def before_commit(self, name: str, closer: Callable[[], None], *, last: bool = False) -> None:
        """Run `closer` once before the commit, however often it is asked for.

        Those that are to come `last` wait for all others, and for what those ask for in turn.
        """
        (self.last if last else self.closers).setdefault(name, closer)

    def trace(self, start: int, write: Callable[[list[str], set[str]], object]) -> None:
        """Write a trace, before the commit, of what was touched since the trail was `start` long."""
        self.traces.append((Span(start, len(self.trail)), write))

    def hold_refusal(self, write: Callable[[], object]) -> None:
        """Write a refusal with this unit; should the unit roll back, write it all the same."""
        self.refusals.append(write)

    @property
    def records(self) -> list[str]:
        """The records touched, in order."""
        return [record for record, _ in self.trail]

    @property
    def children(self) -> set[str]:
        """The children that the records touched so far concern."""
        return {child for _, children in self.trail for child in children}


_current: ContextVar[Unit | None] = ContextVar("unit", default=None)


@contextmanager
def unit() -> Iterator[Unit]:
    """Join the unit of work under way, or begin one. The outermost runs the closers and commits.

    A part that fails fails the whole: whoever catches its error and goes on is told so at the end, and
    nothing is saved.
    """
    under_way = _current.get()
    if under_way is None:
        with _begin() as mine:
            yield mine
        return
    try:
        yield under_way
    except BaseException:
        under_way.broken = True
        raise


@contextmanager
def _begin() -> Iterator[Unit]:
    mine = Unit()
    try:
        with transaction.atomic():
            token = _current.set(mine)
            try:
                yield mine
                _finish(mine)
            finally:
                _current.reset(token)
    except BaseException:
        _write_refusals(mine)
        raise


def current() -> Unit:
    """The unit of work under way. Raises LookupError outside one: changes are made by actions."""
    under_way = under_way_or_none()
    if under_way is None:
        raise LookupError("No unit of work is under way: change records through an action.")
    return under_way


def under_way_or_none() -> Unit | None:
    """The unit of work under way, if there is one."""
    return _current.get()


def _finish(mine: Unit) -> None:
    if mine.broken:
        raise SightlineError("A part of this change failed, so nothing of it was saved.")
    while waiting := mine.closers or mine.last:
        waiting.pop(next(iter(waiting)))()
    _write_traces(mine)
    _write_refusals(mine)


def _write_traces(mine: Unit) -> None:
    for number, (span, write) in enumerate(mine.traces, start=1):
        stop = span.stop if number < len(mine.traces) else len(mine.trail)
        touched = mine.trail[span.start : stop]
        write([record for record, _ in touched], {child for _, children in touched for child in children})


def _write_refusals(mine: Unit) -> None:
    for write in mine.refusals:
        write()
