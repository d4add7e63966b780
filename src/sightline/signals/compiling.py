"""Compiling: from a signal in Ibis to the SQL that is committed beside it.

    python -m sightline.signals.compiling            writes library/compiled/<dialect>/
    python -m sightline.signals.compiling POINT...   only these points, and what they read
    python -m sightline.signals.compiling --check    says which files are not as they would be written

`<point>.sql` is a signal; `_<table>.<variant>.sql` a signal table as signals read it, once filtered by
`child_id` at the base (`baby`) and once for everyone in a partnership (`population`); `_baby.sql`,
`_network.sql` and `_around_<table>.sql` are built on those; `_grounds.sql` says which points have any ground.
`signals.statement` puts them together.
Ibis writes values into the SQL, so it is given sentinels, and the placeholders are put back.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from sightline.learning.points import LearningPoint
from sightline.signals import shared
from sightline.signals.grammar import RESULT, Parameters, Table, Tables
from sightline.signals.grounds import grounds_sql
from sightline.signals.listing import listed
from sightline.signals.placeholders import DIALECTS, placeholder
from sightline.signals.statement import (
    ALWAYS,
    COMPILED,
    GROUNDS,
    VARIANTS,
    Variant,
    computed,
    file_name,
    read,
    reads,
)
from sightline.signals.tables import BY_NAME, PREFIX

BY_GROUNDS: Final = "postgres"
"""Where a baby is asked only the points with any ground (`signals.grounds`): a plan is dear to start."""
LEFT_OVER: Final = re.compile(r"<<|>>|987654321\d{6}|987654\d\d\.\d")


def point_sql(point: LearningPoint, dialect: str) -> str:
    """The SQL of one point's signal: child_id, entry_id, because. The same for a baby and for everyone."""
    p = Parameters(point.policy, point.key)
    t = Tables(p)
    return with_steps(evidence(point, t, p), t, p, dialect)


def shared_sql(name: str, dialect: str, variant: Variant) -> str:
    """The SQL of a table of `signals.shared`."""
    p = Parameters()
    t = Tables(p)
    text = with_steps(shared.build(name, t, variant), t, p, dialect)
    # SQLite keeps the order of a CROSS JOIN: from the people around a baby to their rows, by index.
    return text.replace("INNER JOIN", "CROSS JOIN") if dialect == "sqlite" else text


def evidence(point: LearningPoint, t: Tables, p: Parameters) -> Table:
    """What a point's signal returns. `signals.statement` leaves out the not followed and the not supplied."""
    if point.signal is None:
        raise ValueError(f"{point.id} has no signal: {point.cannot_compute}")
    found = point.signal(t, p)
    if tuple(found.columns) != RESULT:
        raise ValueError(f"{point.id}: a signal returns {', '.join(RESULT)}, not {', '.join(found.columns)}.")
    return found


def with_steps(table: Table, t: Tables, p: Parameters, dialect: str) -> str:
    """The SQL of `table`, with the steps that it reads before it, each under its name."""
    last = _as_written(table, dialect)
    if t.steps:
        steps = (f'"{name}" AS (\n{_as_written(step, dialect)}\n)' for name, step in t.steps.items())
        last = f"WITH {', '.join(steps)}\nSELECT * FROM (\n{last}\n) AS found"
    return with_placeholders(pruned(last, dialect), p, dialect)


def _as_written(table: Table, dialect: str) -> str:
    import ibis

    return str(ibis.to_sql(table, dialect=dialect, pretty=False))


def pruned(text: str, dialect: str) -> str:
    """The same without the columns that nothing reads: each costs time, one baby after another."""
    import sqlglot
    from sqlglot.optimizer.pushdown_projections import pushdown_projections
    from sqlglot.optimizer.qualify import qualify

    tree = qualify(sqlglot.parse_one(text, dialect=dialect), dialect=dialect, schema=_columns())
    tree = pushdown_projections(tree)
    return str((listed(tree) if dialect == "sqlite" else tree).sql(dialect=dialect, pretty=True))


def _columns() -> dict[str, object]:
    """The columns of everything that compiled SQL may read, and their types."""
    stored = {
        PREFIX + name: {column.name: column.type for column in BY_NAME[name].columns} for name in BY_NAME
    }
    return stored | {name: shared.schema(name) for name in shared.NAMES}


def with_placeholders(text: str, p: Parameters, dialect: str) -> str:
    """SQL with placeholders for sentinels. Raises AssertionError when a sentinel is left in it."""
    if "%" in text:
        raise AssertionError("A per cent sign in SQL would be read as a placeholder.")
    for sentinel in sorted(p.sentinels, key=len, reverse=True):
        text = text.replace(sentinel, placeholder(dialect, p.sentinels[sentinel]))
    if left := LEFT_OVER.search(text):
        raise AssertionError(f"A sentinel is left in the SQL: {left.group()}")
    return text.rstrip() + "\n"


def every_file(only: Iterable[str] = ()) -> Iterator[tuple[Path, str]]:
    """Each compiled file and what it holds; of some points `only`, when any are named."""
    wanted = [point for point in computed() if not only or point.id in only]
    for dialect in DIALECTS:
        points = {point.id: point_sql(point, dialect) for point in wanted}
        yield from ((COMPILED / dialect / f"{name}.sql", text) for name, text in points.items())
        if dialect == BY_GROUNDS:
            yield COMPILED / dialect / GROUNDS, grounds_sql(_with_others(points, dialect), dialect)
        for name, variant, text in _read_by(list(points.values()), dialect):
            yield COMPILED / dialect / file_name(name, variant), text


def _with_others(texts: dict[str, str], dialect: str) -> dict[str, str]:
    """The SQL of every point, that of the others as it is kept."""
    every = (point.id for point in computed())
    return {name: texts[name] if name in texts else read(dialect, f"{name}.sql") for name in every}


def _read_by(texts: list[str], dialect: str) -> Iterator[tuple[str, Variant, str]]:
    """Every shared table that some SQL reads, and those that they read in turn."""
    waiting, done = [*ALWAYS, *(name for text in texts for name in reads(text))], set[str]()
    while waiting:
        name = waiting.pop(0)
        if name in done:
            continue
        done.add(name)
        for variant in VARIANTS if name in BY_NAME else VARIANTS[:1]:
            text = shared_sql(name, dialect, variant)
            yield name, variant, text
            waiting += reads(text)


def stale() -> list[Path]:
    """Files that are missing, or hold something else, or belong to no point."""
    files = dict(every_file())
    return _changed(files) + [path for path in sorted(COMPILED.rglob("*.sql")) if path not in files]


def _changed(files: dict[Path, str]) -> list[Path]:
    return [path for path, text in files.items() if not path.exists() or path.read_text() != text]


def write(only: Iterable[str] = ()) -> list[Path]:
    """Write what is not as it should be. Unless `only` some points are named, remove what belongs to none."""
    files = dict(every_file(only))
    for path in _changed(files):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(files[path])
    gone = [] if only else [path for path in COMPILED.rglob("*.sql") if path not in files]
    for path in gone:
        path.unlink()
    return list(files) + gone


def main(arguments: list[str]) -> int:
    """Write the files, or with `--check` only name those that are stale (exit status 1)."""
    if "--check" not in arguments:
        print(f"{len(write(tuple(arguments)))} files in {COMPILED}")
        return 0
    wrong = stale()
    for path in wrong:
        print(path.relative_to(COMPILED))
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
