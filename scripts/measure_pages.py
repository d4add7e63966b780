"""Measure the baby's page and the passing of a day in the demo county, and in one many times its size.

    .venv/bin/python scripts/measure_pages.py --data /tmp/scale [--copies 249] [--pages 200]

Makes the demo county where `--data` holds none (400 babies), measures, copies every family and team with new
ids (249 copies: 100,000 babies), and measures the same pages again. `DATABASE_URL` chooses PostgreSQL. One
line of JSON for each size: queries (minimum and maximum), milliseconds of the server (median and 95th
percentile), seconds that a day takes to pass. Nothing here is for a database that anybody needs.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import time
from collections.abc import Iterator
from typing import Any, Final

COPIED: Final = ("people", "linkage", "chronology", "projection", "prompts")
ALSO_COPIED: Final = ("agencies.Team", "access.Involvement", "access.OpenMatter")
SHARED: Final = ("projection.SignalSupply", "projection.SupplyPromise", "prompts.Evaluation")
MARKED: Final = (("people_sourceperson", "key"), ("chronology_entry", "source_id"))
"""Columns that name a thing once for an agency: a copy's have the copy's number added."""


def main() -> int:
    """Measure, enlarge, measure again."""
    options = _options()
    os.environ.update(SIGHTLINE_DEMO="1", SIGHTLINE_DATA=options.data, SIGHTLINE_TLS="off")
    os.environ["DJANGO_SETTINGS_MODULE"] = "sightline.config.settings"
    import django

    django.setup()
    from django.core.management import call_command

    from sightline.demo.county import ensure_county

    call_command("migrate", verbosity=0)
    ensure_county()
    babies = _some_babies(options.pages)
    print(json.dumps(measured(babies)), flush=True)
    if options.copies:
        seconds = enlarge(options.copies)
        print(json.dumps({"copies": options.copies, "seconds": round(seconds)}), flush=True)
        print(json.dumps(measured(babies)), flush=True)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, help="folder of a county that nobody needs")
    parser.add_argument("--copies", type=int, default=0, help="copies of the county to add (0)")
    parser.add_argument("--pages", type=int, default=200, help="pages of different babies to open (200)")
    return parser.parse_args()


# Measuring


def measured(babies: list[str]) -> dict[str, Any]:
    """What the pages and a day cost at this size."""
    from django.db import connection

    from sightline.people.models import Baby

    pages = [_open(client_page) for client_page in _pages(babies)]
    queries, times = zip(*pages, strict=True)
    return {
        "database": connection.vendor,
        "babies": Baby.unscoped.count(),
        "pages": len(pages),
        "queries": [min(queries), max(queries)],
        "median_ms": round(statistics.median(times), 1),
        "p95_ms": round(statistics.quantiles(times, n=20)[-1], 1),
        "day_seconds": round(_day(), 1),
    }


def _some_babies(count: int) -> list[str]:
    """Babies whom the health visitor of the tour may open."""
    from sightline.access.scope import babies_seen_by
    from sightline.agencies.acting import actor_of
    from sightline.agencies.models import Assignment

    visitor = actor_of(Assignment.unscoped.filter(professional__username="ruth.adeyemi")[0])
    return [str(baby.pk) for baby in babies_seen_by(visitor).order_by("pk")[:count]]


def _pages(babies: list[str]) -> Iterator[tuple[Any, str]]:
    from django.test import Client

    from sightline.agencies.models import Assignment, Professional

    visitor = Professional.objects.get(username="ruth.adeyemi")
    client = Client()
    client.force_login(visitor)
    session = client.session
    session["second_step"] = True
    session["assignment"] = str(Assignment.unscoped.filter(professional=visitor)[0].pk)
    session.save()
    for baby in [babies[0], *babies]:
        yield client, f"/babies/{baby}/"


def _open(page: tuple[Any, str]) -> tuple[int, float]:
    """How many queries a page takes, and how long the server is at it."""
    from django.db import connection, reset_queries
    from django.test.utils import CaptureQueriesContext

    client, address = page
    reset_queries()
    with CaptureQueriesContext(connection) as captured:
        began = time.perf_counter()
        response = client.get(address)
        took = time.perf_counter() - began
    assert response.status_code == 200, (address, response.status_code)
    return len(captured), took * 1000


def _day() -> float:
    from sightline.core import clock
    from sightline.core.actors import TICK
    from sightline.prompts.days import pass_day

    began = time.perf_counter()
    pass_day(TICK, clock.today())
    return time.perf_counter() - began


# Enlarging


def enlarge(copies: int) -> float:
    """Copy every family and team, in the database itself; the seconds that it took."""
    from django.db import connection, transaction

    began = time.perf_counter()
    with transaction.atomic(), connection.cursor() as cursor:
        for model in _copied():
            cursor.execute(_copying(model, copies))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return time.perf_counter() - began


def _copied() -> list[Any]:
    from django.apps import apps

    return [
        model
        for model in apps.get_models()
        if (model._meta.app_label.removeprefix("sightline_") in COPIED or model._meta.label in ALSO_COPIED)
        and model._meta.label not in SHARED
    ]


def _copying(model: Any, copies: int) -> str:
    """SQL that adds `copies` times the rows of a model, with ids of their own."""
    from django.db.models import AutoField

    fields = [field for field in model._meta.concrete_fields if not isinstance(field, AutoField)]
    names = ", ".join(f'"{field.column}"' for field in fields)
    said = ", ".join(_copied_value(model, field) for field in fields)
    table = model._meta.db_table
    numbers = f"SELECT 1 UNION ALL SELECT number + 1 FROM copy WHERE number < {copies}"
    copied = f'INSERT INTO "{table}" ({names}) SELECT {said} FROM "{table}" AS old CROSS JOIN copy'
    return f"WITH RECURSIVE copy(number) AS ({numbers}) {copied}"


def _copied_value(model: Any, field: Any) -> str:
    column = f'old."{field.column}"'
    if (model._meta.db_table, field.column) in MARKED:
        return f"{column} || '~' || copy.number"
    return _marked_id(column, field) if _is_copied_id(model, field) else column


def _is_copied_id(model: Any, field: Any) -> bool:
    from django.db.models import UUIDField

    copied = _copied()
    if field.is_relation:
        return field.related_model in copied
    in_signals = field.column.endswith("_id") and model._meta.db_table.startswith("signal_")
    return isinstance(field, UUIDField) or in_signals


def _marked_id(column: str, field: Any) -> str:
    """The id with the copy's number in the place of its first four digits."""
    from django.db import connection

    number = "to_hex(copy.number)" if connection.vendor == "postgresql" else "printf('%x', copy.number)"
    padded = f"substr('f000', 1, 4 - length({number})) || {number}"
    text = f"{padded} || substr({column}{'::text' if connection.vendor == 'postgresql' else ''}, 5)"
    is_uuid = connection.vendor == "postgresql" and field.db_type(connection) == "uuid"
    return f"CASE WHEN {column} IS NULL THEN NULL ELSE ({text}){'::uuid' if is_uuid else ''} END"


if __name__ == "__main__":
    raise SystemExit(main())
