"""`sightline serve`: the pages, unless a setting makes that unsafe."""

from __future__ import annotations

import argparse
import os
import sys

NAME = "serve"
HELP = (
    "Serve the pages. Refuses with a default secret, DEBUG, no TLS setting, or a superuser's database role."
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where to listen."""
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")), help="port (8000)")
    parser.add_argument("--workers", type=int, default=2, help="processes (2)")


def run(options: argparse.Namespace) -> int:
    """Exit 2, with each reason, when this installation must not serve."""
    from sightline.core.serving import reasons_not_to_serve

    reasons = reasons_not_to_serve()
    for reason in reasons:
        print(f"Not serving. {reason}", file=sys.stderr)
    if reasons:
        return 2
    os.execv(sys.executable, serving(options.host, options.port, options.workers))


def serving(host: str, port: int, workers: int) -> list[str]:
    """The command that serves."""
    return [
        sys.executable,
        "-m",
        "gunicorn",
        "sightline.config.wsgi:application",
        f"--bind={host}:{port}",
        f"--workers={workers}",
        "--threads=4",
        "--timeout=60",
        "--graceful-timeout=5",
        "--log-level=warning",
        "--worker-tmp-dir=/dev/shm" if os.path.isdir("/dev/shm") else "--preload",
    ]
