"""A notice is written in one place, which knows whom nobody may tell."""

from __future__ import annotations

import re
from pathlib import Path

import sightline

WRITES = re.compile(
    r"\bNotice\.unscoped\.(bulk_create|create|get_or_create|update_or_create)\b|\bNotice\([a-z]"
)


def test_nothing_but_tell_writes_a_notice() -> None:
    root = Path(sightline.__file__).parent
    writing = {
        path.relative_to(root).as_posix() for path in root.rglob("*.py") if WRITES.search(path.read_text())
    }
    assert writing == {"access/telling.py"}
