"""Workers of one installation, as programs of their own, on one database and one mail server."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from local_post import Post

LETTERS = 12
BEGIN = "import django; django.setup(); from sightline.core.unit import unit; "
WRITE = BEGIN + (
    "from sightline.outbox.posting import post\n"
    "for number in range({letters}):\n"
    "    with unit(): print(post(f'one{{number}}@example.org', 'notice', {{}}).message_id)"
)
SEND = BEGIN + (
    "from sightline.core.actors import TICK; from sightline.outbox.sending import send_waiting\n"
    "print('ready', flush=True); input(); print(send_waiting(TICK))"
)


def environment(folder: Path, port: int) -> dict[str, str]:
    """An installation of its own, whose mail goes to the port."""
    return os.environ | {
        "DATABASE_URL": f"sqlite:///{folder / 'sightline.sqlite3'}",
        "SIGHTLINE_DATA": str(folder),
        "DJANGO_SETTINGS_MODULE": "sightline.config.settings",
        "EMAIL_URL": f"smtp://127.0.0.1:{port}",
        "SIGHTLINE_ADDRESS": "https://sightline.example.org",
    }


def run(env: dict[str, str], *words: str) -> str:
    program = [sys.executable, *words]
    return subprocess.run(program, env=env, check=True, capture_output=True, text=True, timeout=180).stdout


def test_workers_at_once_send_each_letter_once(server: Callable[[], Post], port: int, tmp_path: Path) -> None:
    kept, env = server(), environment(tmp_path, port)
    run(env, "-m", "sightline.cli.main", "migrate")
    letters = run(env, "-c", WRITE.format(letters=LETTERS)).split()
    workers = [
        subprocess.Popen(
            [sys.executable, "-c", SEND], env=env, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        for _ in range(3)
    ]
    try:
        for one in workers:
            assert one.stdout is not None
            assert one.stdout.readline() == "ready\n"
        for one in workers:
            assert one.stdin is not None
            one.stdin.write("\n")
            one.stdin.flush()
        sent = [int(one.communicate(timeout=120)[0]) for one in workers]
    finally:
        for one in workers:
            one.kill()
    assert sum(sent) == LETTERS
    assert sorted(one["Message-ID"] for one in kept.taken) == sorted(letters)
