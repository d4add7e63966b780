"""Where PostgreSQL's server programs are installed."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Final

PLACES: Final = (
    "usr/lib/postgresql/*/bin",
    "usr/pgsql-*/bin",
    "opt/homebrew/opt/postgresql@*/bin",
    "usr/local/opt/postgresql@*/bin",
)
OLDEST_POSTGRES: Final = 15


def find_postgres() -> Path | None:
    """The folder of PostgreSQL's server programs, the newest that is installed and not too old."""
    folders = [folder for place in PLACES for folder in Path("/").glob(place)]
    if on_path := shutil.which("initdb"):
        folders.append(Path(on_path).resolve().parent)
    usable = [(version, folder) for folder in folders if (version := _version(folder)) >= OLDEST_POSTGRES]
    return max(usable)[1] if usable else None


def _version(folder: Path) -> int:
    """The major version of the server in `folder`; 0 where there is none."""
    if not (folder / "initdb").exists() or not (folder / "postgres").exists():
        return 0
    command = [str(folder / "postgres"), "--version"]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    number = re.search(r"\(PostgreSQL\) (\d+)", said)
    return int(number[1]) if number else 0
