"""Running the demo: the county, a server and a worker, stopped together."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from types import FrameType
from typing import Final, NoReturn

from django.core.management import call_command

from sightline.cli.commands.serve import serving
from sightline.demo.county import SignIn, ensure_county, role_words

READY_WITHIN_SECONDS: Final = 60.0


def demonstrate(*, port: int, as_json: bool, load_only: bool) -> int:
    """Make the county if it is not there, then serve it until SIGTERM or Ctrl+C."""
    say = (lambda words: print(words, file=sys.stderr, flush=True)) if as_json else print
    call_command("migrate", verbosity=0)
    say("Making the invented county; it is the same every time.")
    sign_ins = ensure_county()
    if load_only:
        return 0
    address = f"http://127.0.0.1:{port}/"
    children = [
        subprocess.Popen(serving("127.0.0.1", port, 2)),
        subprocess.Popen([sys.executable, "-m", "sightline.cli.main", "worker"]),
    ]
    signal.signal(signal.SIGTERM, _leave)
    try:
        _wait_until_ready(address, children)
        _announce(address, sign_ins, as_json)
        return _watch(children)
    except KeyboardInterrupt:
        return 0
    finally:
        _stop(children)


def _leave(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


def _wait_until_ready(address: str, children: Sequence[subprocess.Popen[bytes]]) -> None:
    deadline = time.monotonic() + READY_WITHIN_SECONDS
    while time.monotonic() < deadline:
        if any(child.poll() is not None for child in children):
            raise SystemExit("The demo's server stopped as it started; its words are above.")
        try:
            urllib.request.urlopen(address + "health", timeout=2).close()
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.2)
    raise SystemExit(f"Nothing answered at {address} within {READY_WITHIN_SECONDS:.0f} seconds.")


def _announce(address: str, sign_ins: Sequence[SignIn], as_json: bool) -> None:
    if as_json:
        listed = [sign_in.as_json() for sign_in in sign_ins]
        print(json.dumps({"address": address, "sign_ins": listed}), flush=True)
        return
    words = role_words()
    print(f"\nSightline's invented county is at {address}\n")
    for sign_in in sign_ins:
        print(f"  {words[sign_in.user]:<28} {sign_in.agency:<38} {sign_in.user:<24} {sign_in.password}")
    print(
        "\nThe sign-in page lists these too, with the code for the second step. Stop with Ctrl+C.", flush=True
    )


def _watch(children: Sequence[subprocess.Popen[bytes]]) -> int:
    """Wait until one of them ends, which none should."""
    while all(child.poll() is None for child in children):
        time.sleep(0.5)
    return 1


def _stop(children: Sequence[subprocess.Popen[bytes]]) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    for child in children:
        if child.poll() is None:
            os.kill(child.pid, signal.SIGTERM)
    for child in children:
        try:
            child.wait(timeout=10)
        except subprocess.TimeoutExpired:
            child.kill()
