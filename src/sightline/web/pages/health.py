"""Whether Sightline is well, for whoever keeps it running: what is not is named. No sign-in, no child."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_GET
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from sightline.core import clock
from sightline.outbox.queries import given_up, waiting_long
from sightline.prompts.models import Evaluation

WAITING_TOO_LONG: Final = dt.timedelta(minutes=10)
NO_MAIL: Final = "No mail server is set (EMAIL_URL): no e-mail is sent, and letters wait."


@require_GET
def health(request: HttpRequest) -> HttpResponse:
    """200 when all is well; else 503, with each thing that is not. `notes`: what else one should know."""
    not_well = {name: said for name, check in CHECKS.items() if (said := _said(check))}
    notes = {"email": NO_MAIL} if not settings.EMAIL_IS_SET else {}
    body = {"well": not not_well, "not_well": not_well, "notes": notes}
    response = JsonResponse(body, status=503 if not_well else 200)
    response["Cache-Control"] = "no-store"
    return response


def _said(check: Callable[[], str]) -> str:
    try:
        return check()
    except DatabaseError:
        return "The database did not answer."


def _database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return ""


def _migrations() -> str:
    executor = MigrationExecutor(connection)
    behind = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return f"{len(behind)} changes of the tables wait: run `sightline migrate`." if behind else ""


def _worker() -> str:
    """Work that has waited for long says that no worker is running."""
    since = clock.now() - WAITING_TOO_LONG
    waiting = DBTaskResult.objects.filter(status=TaskResultStatus.READY, enqueued_at__lt=since).count()
    return f"{waiting} pieces of work have waited 10 minutes: run `sightline worker`." if waiting else ""


def _days() -> str:
    """Questions about absence come with the passing of a day."""
    last = Evaluation.unscoped.order_by("-day").values_list("day", flat=True).first()
    if last is None or last >= clock.today() - dt.timedelta(days=1):
        return ""
    return f"Babies were last evaluated for {last}: run `sightline tick`."


def _letters() -> str:
    """Letters that do not leave. The demo has no mail server, and its letters wait for ever."""
    if settings.DEMO and not settings.EMAIL_IS_SET:
        return ""
    late, ended = waiting_long(), given_up()
    said = [f"{late} letters have waited an hour: look at EMAIL_URL and the worker."] * bool(late)
    said += [f"{ended} letters were given up: an administrator finds them under /outbox/."] * bool(ended)
    return " ".join(said)


CHECKS: Final[dict[str, Callable[[], str]]] = {
    "database": _database,
    "migrations": _migrations,
    "worker": _worker,
    "days": _days,
    "letters": _letters,
}
