"""`sightline replay` as it is typed: what goes to which stream, the exit status, and what is left behind."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

RAISES = """format: sightline-case/1
id: raises
facts:
  - {day: 60, agency: gp, kind: injury, injury: bruise, site: ear}
until: 61
expect:
  raise:
    - {point: non-mobile-injury, by_day: 60, why: "cannot yet move about"}
"""
CONTROL = """format: sightline-case/1
id: control
facts:
  - {day: 300, agency: gp, kind: mobility, walks: true}
  - {day: 301, agency: gp, kind: injury, injury: bruise, site: shin, explanation_fits: "yes"}
until: 303
expect:
  stay_silent:
    - {point: non-mobile-injury}
"""
MALFORMED = """format: sightline-case/1
id: malformed
facts:
  - {day: 1, agency: gp, kind: contact}
  - {day: 2, agency: gp, kind: telepathy}
"""


@dataclass
class Typed:
    """What the command said and left."""

    status: int
    lines: list[str]
    problems: str


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """Three case files, of which one cannot be read."""
    for name, text in {"raises": RAISES, "control": CONTROL, "malformed": MALFORMED}.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    unmet = RAISES.replace("by_day: 60", "by_day: 59").replace("id: raises", "id: unmet")
    (tmp_path / "unmet.yaml").write_text(unmet, encoding="utf-8")
    return tmp_path


def typed(folder: Path, *words: str) -> Typed:
    """The command in a program of its own, beside a database of its own that it leaves alone."""
    own = {"DATABASE_URL": f"sqlite:///{folder / 'own.sqlite3'}", "SIGHTLINE_DATA": str(folder)}
    done = subprocess.run(
        [sys.executable, "-m", "sightline.cli.main", "replay", *words],
        env=os.environ | own | {"DJANGO_SETTINGS_MODULE": "sightline.config.settings"},
        cwd=folder,
        text=True,
        capture_output=True,
        timeout=240,
        check=False,
    )
    return Typed(done.returncode, done.stdout.splitlines(), done.stderr)


def test_each_case_is_one_line_of_json_and_a_control_stays_silent(files: Path) -> None:
    said = typed(files, "raises.yaml", "control.yaml", "--json")
    assert (said.status, said.problems) == (0, "")
    raises, control = map(json.loads, said.lines)
    assert list(raises) == ["id", "incident_day", "raised", "expect", "hindsight"]
    assert [one["point"] for one in raises["raised"]] == ["non-mobile-injury"]
    assert (control["id"], control["raised"], control["hindsight"]) == ("control", [], 0)


def test_a_file_that_cannot_be_read_is_refused_by_line_and_reason_and_others_are_read(
    files: Path,
) -> None:
    said = typed(files, "malformed.yaml", "absent.yaml", "unmet.yaml", "--json")
    assert said.status == 2
    malformed, absent = said.problems.splitlines()
    assert malformed.startswith("malformed.yaml, line 5: ")
    assert "telepathy" in malformed
    assert absent.startswith("absent.yaml: ")
    assert all("put it right and replay it again" in line for line in (malformed, absent))
    (unmet,) = map(json.loads, said.lines)
    assert unmet["expect"]["raise"] == [
        {"point": "non-mobile-injury", "by_day": 59, "first_day": 60, "met": False}
    ]


def test_an_expectation_that_is_not_met_ends_with_one_and_says_which_and_nothing_is_kept(files: Path) -> None:
    said = typed(files, "unmet.yaml", "raises.yaml")
    assert said.status == 1
    assert "  not as expected: non-mobile-injury (60)" in said.lines
    assert said.lines.count("  day    60  non-mobile-injury") == 2
    own = files / "own.sqlite3"
    if own.exists():
        with sqlite3.connect(own) as kept:
            assert kept.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
