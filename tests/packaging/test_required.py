"""The guard of CI: a skipped test is a failed test."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
BY_MARK = "import pytest\n@pytest.mark.skip(reason='{reason}')\ndef test_it(): pass\n"
BY_CALL = "import pytest\ndef test_it(): pytest.skip('{reason}')\n"
BY_FILE = "import pytest\npytest.skip('{reason}', allow_module_level=True)\ndef test_it(): pass\n"
EXPECTED = "import pytest\n@pytest.mark.xfail(reason='{reason}', strict=True)\ndef test_it(): assert False\n"


def _run(folder: Path, content: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a file of one test beside an ordinary one, with the guard."""
    (folder / "test_one.py").write_text(content)
    (folder / "test_two.py").write_text("def test_other(): pass\n")
    (folder / "pytest.ini").write_text("[pytest]\n")
    clean = {key: value for key, value in os.environ.items() if key not in ("CI", "PYTEST_ADDOPTS")}
    command = [sys.executable, "-m", "pytest", "-p", "required", "-p", "no:django", "-q", str(folder)]
    return subprocess.run(
        command,
        cwd=folder,
        env={**clean, "PYTHONPATH": str(TESTS), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("content", [BY_MARK, BY_CALL, BY_FILE])
def test_a_skip_fails_the_run_in_ci(tmp_path: Path, content: str) -> None:
    done = _run(tmp_path, content.format(reason="no browser"), CI="true")
    assert done.returncode != 0
    assert "CI may not skip this" in done.stdout


@pytest.mark.parametrize("content", [BY_MARK, BY_CALL, BY_FILE])
def test_a_skip_passes_on_ones_own_machine(tmp_path: Path, content: str) -> None:
    assert _run(tmp_path, content.format(reason="no browser")).returncode == 0


def test_an_absent_data_folder_may_be_skipped_in_ci(tmp_path: Path) -> None:
    content = BY_CALL.format(reason="SIGHTLINE_SHARED is not there")
    assert _run(tmp_path, content, CI="true", SIGHTLINE_SHARED=str(tmp_path / "none")).returncode == 0


def test_a_data_folder_that_is_there_must_be_read_in_ci(tmp_path: Path) -> None:
    content = BY_CALL.format(reason="SIGHTLINE_SHARED is not there")
    assert _run(tmp_path, content, CI="true", SIGHTLINE_SHARED=str(tmp_path)).returncode != 0


def test_an_expected_failure_is_no_skip(tmp_path: Path) -> None:
    assert _run(tmp_path, EXPECTED.format(reason="known"), CI="true").returncode == 0
