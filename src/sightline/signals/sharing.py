"""Steps that several points take in the same words: taken once a statement, not once a point.

A point's compiled SQL stands by itself, so each file repeats the steps that it shares with others: who was
reached, what a baby could do by when. Put together, such a step stands beside the shared tables under its own
name, and the points that take it read it there. Where two points mean different things by one name, the
name within a point is the point's own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final, NamedTuple

_BEGINS: Final = re.compile(r'^(?:WITH |\), )"(\w+)" AS \($', re.MULTILINE)
_ENDS: Final = re.compile(r"^\)$", re.MULTILINE)
_READS: Final = re.compile(r'(?:FROM|JOIN) "(\w+)"')


class Taken(NamedTuple):
    """A point's SQL in its parts: the steps by name, in order, and what is asked of them."""

    steps: dict[str, str]
    asked: str


def taken_apart(text: str) -> Taken:
    """Compiled SQL in its parts."""
    begins = list(_BEGINS.finditer(text))
    if not begins or begins[0].start():
        return Taken({}, text)
    last = _ENDS.search(text, begins[-1].end())
    if last is None:
        raise ValueError(f"A step is not closed: {begins[-1].group(1)}")
    ends = [begin.start() for begin in begins[1:]] + [last.start()]
    steps = {
        begin.group(1): text[begin.end() : end].strip("\n") for begin, end in zip(begins, ends, strict=True)
    }
    return Taken(steps, text[last.end() :].lstrip("\n"))


def put_together(parts: Taken) -> str:
    """The SQL again."""
    if not parts.steps:
        return parts.asked
    return f"WITH {as_steps(parts.steps)}\n{parts.asked}"


def as_steps(steps: dict[str, str]) -> str:
    """Steps as common table expressions."""
    return ", ".join(f'"{name}" AS (\n{body}\n)' for name, body in steps.items())


def shared_steps(texts: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """The steps that several of the points take, each after those it reads; and the points without them."""
    apart = {point: taken_apart(text) for point, text in texts.items()}
    meant = {point: _meant(parts.steps) for point, parts in apart.items()}
    chosen = _chosen(meant)
    steps: dict[str, str] = {}
    left: dict[str, str] = {}
    for point, parts in apart.items():
        shared = _shared(parts.steps, meant[point], chosen)
        steps |= {name: parts.steps[name] for name in shared}
        own = {name: body for name, body in parts.steps.items() if name not in shared}
        left[point] = put_together(Taken(own, parts.asked))
    return _in_order(steps), left


def _meant(steps: dict[str, str]) -> dict[str, str]:
    """Each step with all that it reads before it: what it means, wherever it stands."""
    meant: dict[str, str] = {}
    for name, body in steps.items():
        meant[name] = "\n".join([*(meant[read] for read in _read(body, meant)), f"{name}: {body}"])
    return meant


def _chosen(points: dict[str, dict[str, str]]) -> dict[str, str]:
    """What each shared name means: what most points mean by it, where they are several."""
    told = Counter((name, text) for steps in points.values() for name, text in steps.items())
    chosen: dict[str, str] = {}
    for (name, text), count in told.most_common():
        if count > 1:
            chosen.setdefault(name, text)
    return chosen


def _shared(steps: dict[str, str], meant: dict[str, str], chosen: dict[str, str]) -> set[str]:
    """The names of a point's steps that mean what is chosen, and read nothing that is the point's own."""
    shared: set[str] = set()
    for name, body in steps.items():
        if chosen.get(name) == meant[name] and shared.issuperset(_read(body, steps)):
            shared.add(name)
    return shared


def _read(body: str, names: Iterable[str]) -> list[str]:
    return [name for name in dict.fromkeys(_READS.findall(body)) if name in set(names)]


def _in_order(steps: dict[str, str]) -> dict[str, str]:
    """Each after those that it reads."""
    order: dict[str, str] = {}

    def place(name: str) -> None:
        if name not in order:
            for below in _read(steps[name], steps):
                place(below)
            order[name] = steps[name]

    for name in steps:
        place(name)
    return order
