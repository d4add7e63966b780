"""Why this installation must not serve. The demo, where everyone is invented, is let off all of it."""

from __future__ import annotations

from django.conf import settings
from django.db import connection


def reasons_not_to_serve() -> list[str]:
    """Each reason, with what to do about it; none when it may serve."""
    if settings.DEMO:
        return []
    return [reason for reason in (_secret(), _debug(), _tls(), _superuser()) if reason]


def _secret() -> str:
    if settings.SECRET_KEY != settings.DEFAULT_SECRET and len(settings.SECRET_KEY) >= 32:
        return ""
    return "The secret key is the default, or short. Set SIGHTLINE_SECRET_KEY to 50 random characters."


def _debug() -> str:
    return "Debugging is on and would show records in error pages. Unset SIGHTLINE_DEBUG." * settings.DEBUG


def _tls() -> str:
    if settings.TLS_DECIDED:
        return ""
    return (
        "Nothing says how the connection is encrypted. Set SIGHTLINE_TLS=required; "
        "or SIGHTLINE_TLS=off, where nothing but this machine can reach it."
    )


def _superuser() -> str:
    """A PostgreSQL superuser passes every row-level rule."""
    if connection.vendor != "postgresql":
        return ""
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        row = cursor.fetchone()
    if row and not row[0]:
        return ""
    return "The database role is a superuser, or may pass row-level rules. Use a plain role in DATABASE_URL."
