"""Writers and sealers at once, on one SQLite file: nothing is lost and nothing is doubled."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

PROGRAM = Path(__file__).with_name("writing_at_once.py")


def test_writers_and_sealers_at_once_lose_and_double_nothing(tmp_path: Path) -> None:
    database = tmp_path / "ledger.sqlite3"
    environment = os.environ | {"DATABASE_URL": f"sqlite:///{database}", "SIGHTLINE_DATA": str(tmp_path)}
    environment.setdefault("DJANGO_SETTINGS_MODULE", "sightline.config.settings")
    done = subprocess.run(
        [sys.executable, str(PROGRAM)],
        env=environment,
        text=True,
        capture_output=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert not done.stderr, "a thread failed"
    lines = done.stdout.splitlines()
    assert lines[0].startswith("Read 160 sealed entries"), lines
    assert lines[1:] == ["Every entry is sealed.", "No change to the ledger was found."]
    with sqlite3.connect(database) as kept:
        counted = kept.execute("SELECT count(*), count(DISTINCT entry_id) FROM core_ledgermember").fetchone()
        blocks = kept.execute("SELECT count(*) FROM core_ledgerblock").fetchone()[0]
    assert counted == (160, 160)
    assert blocks > 3
