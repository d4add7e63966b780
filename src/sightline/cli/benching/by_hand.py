"""SQL written by hand for the same rules, in DuckDB's words: what compiled SQL is measured against.

A folder of files. `_1_baby.sql`, `_2_network.sql` ... are worked out first, in order, each into a table
called as after the number; then each `<point>.sql` returns `child_id, entry_id, because`. They bind
the same values.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from sightline.signals.parameters import Values
from sightline.signals.placeholders import placeholders
from sightline.signals.statement import Evidence

HERE: Final = Path(__file__).parents[4] / "tests" / "engines" / "by_hand"


def points(folder: Path = HERE) -> tuple[str, ...]:
    """The ids of the points for which there is a file."""
    return tuple(sorted(path.stem for path in folder.glob("*.sql") if not path.name.startswith("_")))


def run(connection: Any, values: Values, folder: Path = HERE) -> list[Evidence]:
    """Everything that the files return, of every point."""
    for path in sorted(folder.glob("_*.sql")):
        name = path.stem.split("_", 2)[2]
        _execute(connection, f'CREATE OR REPLACE TEMP TABLE "{name}" AS {path.read_text()}', values)
    return [evidence for point in points(folder) for evidence in _of(connection, point, values, folder)]


def _of(connection: Any, point: str, values: Values, folder: Path) -> Iterator[Evidence]:
    rows = _execute(connection, (folder / f"{point}.sql").read_text(), values).fetchall()
    return (Evidence(point, *row) for row in rows)


def _execute(connection: Any, text: str, values: Values) -> Any:
    return connection.execute(text, {name: values[name] for name in placeholders("duckdb", text)})
