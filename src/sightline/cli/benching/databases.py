"""Scratch databases with the signal tables as Django makes them, reached as the product reaches them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.utils import ConnectionHandler

from sightline.cli.benching.programs import OLDEST_POSTGRES, find_postgres
from sightline.cli.benching.throwaway import throwaway_postgres
from sightline.projection.models import SIGNAL_MODELS
from sightline.signals.population import Population, loading


class NoPostgresError(Exception):
    """PostgreSQL's programs are not installed; the message says what to install."""


@contextmanager
def sqlite_with(population: Population, folder: Path) -> Iterator[ConnectionHandler]:
    """A SQLite file set up as the product's; the connections to it."""
    told = dict(settings.DATABASES["default"]) | {"NAME": str(folder / "bench.sqlite3")}
    with _filled(ConnectionHandler({"default": told}), population, loading.into_sqlite) as handler:
        yield handler


@contextmanager
def postgresql_with(population: Population) -> Iterator[ConnectionHandler]:
    """A PostgreSQL of its own, stopped afterwards. Raises NoPostgresError when none is installed."""
    import dj_database_url

    programs = find_postgres()
    if programs is None:
        raise NoPostgresError(
            f"PostgreSQL {OLDEST_POSTGRES} or later is not installed: apt-get install postgresql"
        )
    with throwaway_postgres(programs) as address:
        told: dict[str, Any] = dict(dj_database_url.parse(address))
        told |= {"OPTIONS": {"server_side_binding": True}}
        with _filled(ConnectionHandler({"default": told}), population, loading.into_postgresql) as handler:
            yield handler


@contextmanager
def _filled(handler: ConnectionHandler, population: Population, load: Any) -> Iterator[ConnectionHandler]:
    connection = handler["default"]
    try:
        connection.ensure_connection()
        with connection.schema_editor() as editor:
            for model in SIGNAL_MODELS.values():
                editor.create_model(model)
        load(connection.connection, population.tables)
        yield handler
    finally:
        handler.close_all()


def raw(handler: ConnectionHandler) -> Any:
    """The driver's own connection, which the engines take."""
    handler["default"].ensure_connection()
    return handler["default"].connection


def raw_anew(handler: ConnectionHandler) -> Any:
    """The same on a new connection."""
    handler["default"].close()
    return raw(handler)
