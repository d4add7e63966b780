"""What a partnership installs is the wheel, so the wheel must work: alone, in an empty environment."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SECONDS_TO_SERVE = 180  # the demo promises 60 on two idle cores; here other tests run beside it


def _uv() -> str:
    """The uv that `scripts/bootstrap` put beside Python, or the one on the path."""
    beside = Path(sys.executable).with_name("uv")
    found = str(beside) if beside.exists() else shutil.which("uv")
    assert found, "uv is missing: run scripts/bootstrap"
    return found


def _environment(data: Path) -> dict[str, str]:
    """An environment that knows nothing of this checkout."""
    ours = ("PYTHON", "VIRTUAL_ENV", "DJANGO_", "DATABASE_URL", "SIGHTLINE_", "PYTEST_")
    clean = {key: value for key, value in os.environ.items() if not key.startswith(ours)}
    return {**clean, "SIGHTLINE_DATA": str(data)}


def _run(*command: str | Path, data: Path) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=data,
        env=_environment(data),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(_uv(), "build", "--quiet", "--wheel", "--out-dir", folder, ROOT, data=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def sightline(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command `sightline`, installed from the wheel with the locked versions and nothing else."""
    folder = tmp_path_factory.mktemp("installed")
    locked, python = folder / "locked.txt", folder / "venv" / "bin" / "python"
    export = ("export", "--quiet", "--frozen", "--no-default-groups", "--no-emit-project")
    _run(_uv(), *export, "--project", ROOT, "--output-file", locked, data=folder)
    _run(_uv(), "venv", "--quiet", "--python", sys.executable, folder / "venv", data=folder)
    install = ("pip", "install", "--quiet", "--python", python)
    _run(_uv(), *install, "--requirements", locked, data=folder)
    _run(_uv(), *install, "--no-deps", wheel, data=folder)
    return python.with_name("sightline")


def _names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def _data_files() -> set[str]:
    """Every file of the package that is not Python's."""
    files = [path for path in (ROOT / "src" / "sightline").rglob("*") if path.is_file()]
    return {str(path.relative_to(ROOT / "src")) for path in files if path.suffix not in (".py", ".pyc")}


def test_the_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    assert _data_files(), "no file was found, so nothing was compared"
    assert not _data_files() - _names(wheel)


@pytest.mark.parametrize(
    ("what", "beginning", "ending"),
    [
        ("templates", "sightline/web/templates/", (".jinja", ".html")),
        ("our style sheet", "sightline/web/static/sightline/", (".css",)),
        ("the NHS.UK style sheet", "sightline/web/static/sightline/vendor/nhsuk-frontend", (".min.css",)),
        ("compiled lessons", "sightline/library/", (".sql",)),
        ("the demo county", "sightline/demo/", (".py", ".json", ".csv", ".yaml")),
        ("migrations", "sightline/chronology/migrations/0001", (".py",)),
    ],
)
def test_the_wheel_holds(wheel: Path, what: str, beginning: str, ending: tuple[str, ...]) -> None:
    found = [name for name in _names(wheel) if name.startswith(beginning) and name.endswith(ending)]
    assert [name for name in found if not name.endswith("__init__.py")], f"no {what} in the wheel"


def test_the_wheel_holds_its_licence_and_notices(wheel: Path) -> None:
    inside = {Path(name).name for name in _names(wheel) if ".dist-info/" in name}
    assert {"LICENSE", "NOTICE"} <= inside


def test_the_wheel_holds_no_tests_and_no_local_data(wheel: Path) -> None:
    strange = [name for name in _names(wheel) if not name.startswith(("sightline/", "sightline-"))]
    left_over = [name for name in _names(wheel) if name.endswith((".pyc", ".sqlite3"))]
    assert not strange + left_over


def test_the_installed_command_says_its_version(wheel: Path, sightline: Path, tmp_path: Path) -> None:
    version = wheel.name.split("-")[1]
    assert version in _run(sightline, "--version", data=tmp_path)


def test_the_installed_code_is_the_wheels_own(sightline: Path, tmp_path: Path) -> None:
    python = sightline.with_name("python")
    where = _run(
        python, "-c", "import sightline; print(sightline.__file__ or sightline.__path__)", data=tmp_path
    )
    assert "site-packages" in where
    assert str(ROOT) not in where


def test_the_installed_command_makes_an_empty_database(sightline: Path, tmp_path: Path) -> None:
    _run(sightline, "migrate", data=tmp_path)
    assert list(tmp_path.glob("**/*.sqlite3"))


def test_the_installed_demo_serves_a_page_and_stops_when_told(sightline: Path, tmp_path: Path) -> None:
    with _demo(sightline, tmp_path) as (process, ready):
        address = ready["address"].rstrip("/")
        assert ready["sign_ins"]
        assert b"Sightline" in _get(f"{address}/")
        assert json.loads(_get(f"{address}/health")) is not None
        assert b"nhsuk" in _get(f"{address}/static/sightline/vendor/nhsuk-frontend.min.css")
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=30) == 0
        with pytest.raises(OSError, match="refused"):
            _get(f"{address}/")


def _get(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=20) as answer:  # follows the way to the sign-in page
        assert answer.status == 200
        content: bytes = answer.read()
        return content


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _demo(sightline: Path, data: Path) -> Iterator[tuple[subprocess.Popen[str], dict[str, Any]]]:
    """The demo, running, and what it said when it was ready."""
    command = [str(sightline), "demo", "--port", str(_free_port()), "--json", "--data", str(data / "county")]
    log = data / "log"
    with log.open("w") as errors:
        process = subprocess.Popen(
            command, cwd=data, env=_environment(data), stdout=subprocess.PIPE, stderr=errors, text=True
        )
    too_late = Timer(SECONDS_TO_SERVE, process.kill)
    too_late.start()
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        too_late.cancel()
        assert line, f"The demo said nothing and ended.\n{log.read_text()[-4000:]}"
        yield process, json.loads(line)
    finally:
        too_late.cancel()
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
