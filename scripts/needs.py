"""What the tests need from the machine beyond Python: a browser, fonts to draw with, PostgreSQL.

On Debian as root the missing ones are installed. Elsewhere they are named, and so is how to get them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sightline.cli.benching.programs import OLDEST_POSTGRES, find_postgres

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that the tests need, the Debian packages that bring it, and how to see that it is there."""

    name: str
    packages: tuple[str, ...]
    is_met: Callable[[], bool]

    @property
    def advice(self) -> str:
        """What a person can do about it."""
        return f"{self.name} not found. On Debian, as root: apt-get install {' '.join(self.packages)}"


def find_browser() -> Path | None:
    """Chromium or Chrome, where it is installed."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    return Path(found) if found else None


def has_fonts() -> bool:
    """Whether there is a font as wide as Arial, so that pages are laid out in tests as they are in use."""
    if not shutil.which("fc-match"):
        return False
    answer = subprocess.run(["fc-match", "Arial"], capture_output=True, text=True, check=False).stdout
    return "Liberation" in answer or "Arial" in answer


NEEDS = (
    Need("Chromium", ("chromium",), lambda: find_browser() is not None),
    Need("A font like Arial", ("fonts-liberation", "fontconfig"), has_fonts),
    Need(f"PostgreSQL {OLDEST_POSTGRES} or later", ("postgresql",), lambda: find_postgres() is not None),
)


def meet(needs: tuple[Need, ...] = NEEDS) -> list[str]:
    """Install what is missing where that is possible; the advice for what stays missing."""
    missing = [need for need in needs if not need.is_met()]
    if missing and _is_debian_root():
        _install([package for need in missing for package in need.packages])
    return [need.advice for need in missing if not need.is_met()]


def _is_debian_root() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def _install(packages: list[str]) -> None:
    print("Installing with apt-get:", *packages, flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=quiet, check=False)
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    subprocess.run(command, env=quiet, check=False, stdout=subprocess.DEVNULL)
