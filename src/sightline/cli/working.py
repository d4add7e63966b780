"""The worker: tasks from the database's queue, and what must happen by the clock."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Final

from django.db import close_old_connections, connection
from django_tasks_db.management.commands.db_worker import Worker

from sightline.clocks.climbing import climb, is_any_due_to_climb
from sightline.clocks.digest import send_digests
from sightline.core import clock, ids, sealing
from sightline.core.actors import TICK
from sightline.exchange.exporting.tasks import let_old_lists_go
from sightline.outbox.sending import send_waiting
from sightline.prompts.days import catch_up

SEAL_EVERY_SECONDS: Final = 20.0
"""The ledger promises that an entry is sealed within a minute."""

log = logging.getLogger("sightline.worker")


def work(interval: float) -> int:
    """Work until told to stop: tasks here, the clock's work beside them."""
    worker = Worker(
        queue_names=["default"],
        interval=interval,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=str(ids.new_id()),
        excluded_queue_names=[],
    )
    stopping = threading.Event()
    beside = [
        threading.Thread(target=one, args=(stopping,), daemon=True) for one in (_keep_time, _keep_posting)
    ]
    for thread in beside:
        thread.start()
    worker.configure_signals()
    try:
        worker.run()
    finally:
        stopping.set()
        for thread in beside:
            thread.join(timeout=SEAL_EVERY_SECONDS)
    return 0


def _keep_time(stopping: threading.Event) -> None:
    """Seal the ledger, pass the days, let overdue clocks climb and send digests, until told to stop."""
    while not stopping.is_set():
        close_old_connections()
        for chore in (sealing.seal, _pass_days, _let_clocks_climb, _send_digests, let_old_lists_go):
            _do(chore)
        stopping.wait(SEAL_EVERY_SECONDS)
    connection.close()


def _keep_posting(stopping: threading.Event) -> None:
    """Send the letters that wait. By itself: a slow mail server keeps up neither the seal nor the clocks."""
    while not stopping.is_set():
        close_old_connections()
        _do(_send_letters)
        stopping.wait(SEAL_EVERY_SECONDS)
    connection.close()


def _do(chore: Callable[[], object]) -> None:
    """One thing that the clock asks for. What fails is tried again the next time, and keeps up no other."""
    try:
        chore()
    except Exception:
        log.exception("The clock's work failed and will be tried again.")


def _pass_days() -> None:
    for passed in catch_up(clock.today()):
        log.info("%s has passed: %s raised, %s resolved.", passed.day, passed.raised, passed.resolved)


def _let_clocks_climb() -> None:
    """Told of in the ledger only when there is one to climb."""
    if is_any_due_to_climb():
        climb(TICK)


def _send_digests() -> None:
    """Once a working day: it tells nobody twice, and looks at nothing before the day has begun."""
    send_digests(TICK)


def _send_letters() -> None:
    """Told of in the ledger only when there is one to send."""
    send_waiting(TICK)
