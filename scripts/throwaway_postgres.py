"""The throw-away PostgreSQL of the package, under the name that the scripts know it by."""

from __future__ import annotations

from sightline.cli.benching.throwaway import PostgresDidNotStartError, throwaway_postgres

__all__ = ["PostgresDidNotStartError", "throwaway_postgres"]
