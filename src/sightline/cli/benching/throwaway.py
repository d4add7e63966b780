"""A PostgreSQL of one's own for as long as a block lasts: nothing of it is left behind.

It listens on a free port of the loopback address only, with passwords made for the occasion. Sightline's role
may create databases, which the tests need, and is not a superuser: a superuser passes by row-level security,
and tests that ran as one would prove nothing about it.
"""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

ROLE = "sightline"
SECONDS_TO_START = 60
# Speed before safety: the data does not outlive the tests.
SETTINGS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=256MB", "jit=off")


class PostgresDidNotStartError(Exception):
    """The server did not come up; its own words are the message."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where a throw-away server keeps its data and how it is reached."""

    programs: Path
    folder: Path
    port: int
    owner_password: str
    role_password: str

    @property
    def address(self) -> str:
        """The address of Sightline's database, for `DATABASE_URL`."""
        return f"postgres://{ROLE}:{self.role_password}@127.0.0.1:{self.port}/{ROLE}"

    @property
    def owner_address(self) -> str:
        """The address as the server's owner, to make the role with."""
        return f"postgres://owner:{self.owner_password}@127.0.0.1:{self.port}/postgres"


@contextmanager
def throwaway_postgres(programs: Path) -> Iterator[str]:
    """Start a server from the programs in a folder; yields the address of its database; stops it after."""
    folder = Path(tempfile.mkdtemp(prefix="sightline-postgres-", dir="/tmp" if os.geteuid() == 0 else None))
    try:
        cluster = Cluster(programs, folder, _free_port(), secrets.token_hex(16), secrets.token_hex(16))
        _make(cluster)
        with _running(cluster):
            _make_role(cluster)
            yield cluster.address
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _account() -> dict[str, Any]:
    """The account that the server runs as, for `subprocess`: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    known = {account.pw_name: account for account in pwd.getpwall()}
    account = known.get("postgres") or known["nobody"]
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def _make(cluster: Cluster) -> None:
    """Lay out an empty data folder that belongs to the account of the server."""
    password = cluster.folder / "password"
    password.write_text(cluster.owner_password)
    account = _account()
    if account:
        for path in (cluster.folder, password):
            os.chown(path, account["user"], account["group"])
    command = [f"{cluster.programs}/initdb", "--pgdata", f"{cluster.folder}/data", "--username", "owner"]
    command += [
        "--pwfile",
        str(password),
        "--auth",
        "scram-sha-256",
        "--encoding",
        "UTF8",
        "--locale",
        "C.UTF-8",
    ]
    done = subprocess.run(command, cwd="/", capture_output=True, text=True, check=False, **account)
    if done.returncode:
        raise PostgresDidNotStartError(done.stdout + done.stderr)


@contextmanager
def _running(cluster: Cluster) -> Iterator[None]:
    command = [f"{cluster.programs}/postgres", "-D", f"{cluster.folder}/data", "-p", str(cluster.port)]
    command += ["-c", "listen_addresses=127.0.0.1", "-c", f"unix_socket_directories={cluster.folder}"]
    command += [part for setting in SETTINGS for part in ("-c", setting)]
    log = cluster.folder / "log"
    with log.open("wb") as out:
        # A session of its own: Control-C reaches the tests, and this block then stops the server in order.
        server = subprocess.Popen(
            command, cwd="/", stdout=out, stderr=out, start_new_session=True, **_account()
        )
    try:
        _wait(cluster, server, log)
        yield
    finally:
        server.send_signal(signal.SIGINT)  # PostgreSQL's "fast" shutdown
        server.wait(timeout=30)


def _wait(cluster: Cluster, server: subprocess.Popen[Any], log: Path) -> None:
    end = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < end and server.poll() is None:
        try:
            psycopg.connect(cluster.owner_address, connect_timeout=2).close()
        except psycopg.OperationalError:
            time.sleep(0.1)
        else:
            return
    raise PostgresDidNotStartError(log.read_text(errors="replace"))


def _make_role(cluster: Cluster) -> None:
    create = sql.SQL("CREATE ROLE {} LOGIN CREATEDB NOSUPERUSER NOBYPASSRLS PASSWORD {}")
    with psycopg.connect(cluster.owner_address, autocommit=True) as connection:
        connection.execute(create.format(sql.Identifier(ROLE), sql.Literal(cluster.role_password)))
        connection.execute(sql.SQL("CREATE DATABASE {0} OWNER {0}").format(sql.Identifier(ROLE)))
