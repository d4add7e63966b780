"""An empty scratch database of the configured engine, made once and empty again after each story."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


class _Done(Exception):
    """Leaves a story's transaction without keeping anything."""


@contextmanager
def scratch_database() -> Iterator[None]:
    """Make it beside the configured database, on the same engine, and take it away afterwards."""
    own = connection.settings_dict["NAME"]
    connection.settings_dict["TEST"]["NAME"] = (
        None if connection.vendor == "sqlite" else f"sightline_scratch_{os.getpid()}"
    )
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(str(own), verbosity=0)


@contextmanager
def emptied() -> Iterator[None]:
    """Whatever is stored within the block is gone after it."""
    try:
        with transaction.atomic():
            yield
            raise _Done
    except _Done:
        pass
