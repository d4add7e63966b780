"""A unit of work: one transaction, one trace, and what must be done once before it commits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from django.db import transaction


@dataclass(slots=True)
class Unit:
    """What this transaction has touched so far, and its closers in the order in which they were asked."""

    children: set[str] = field(default_factory=set)
    records: list[str] = field(default_factory=list)
    closers: dict[str, Callable[[], None]] = field(default_factory=dict)

    def note(self, record: str, *children: str) -> None:
        """Add a record (`kind:id`) and the children that it concerns to the trace."""
        self.records.append(record)
        self.children.update(children)

    def before_commit(self, name: str, closer: Callable[[], None]) -> None:
        """Run `closer` once, last thing before the commit, however often it is asked for."""
        self.closers.setdefault(name, closer)


_current: ContextVar[Unit | None] = ContextVar("unit", default=None)


@contextmanager
def unit() -> Iterator[Unit]:
    """Join the unit of work under way, or begin one. The outermost runs the closers and commits."""
    under_way = _current.get()
    if under_way is not None:
        yield under_way
        return
    with transaction.atomic():
        mine = Unit()
        token = _current.set(mine)
        try:
            yield mine
            _close(mine)
        finally:
            _current.reset(token)


def current() -> Unit:
    """The unit of work under way. Raises LookupError outside one: changes are made by actions."""
    under_way = _current.get()
    if under_way is None:
        raise LookupError("No unit of work is under way: change records through an action.")
    return under_way


def _close(mine: Unit) -> None:
    while mine.closers:
        name = next(iter(mine.closers))
        mine.closers.pop(name)()
