"""The worker: tasks from the database's queue, and what must happen by the clock."""

from __future__ import annotations

import logging
import threading
from typing import Final

from django.db import close_old_connections
from django_tasks_db.management.commands.db_worker import Worker

from sightline.core import clock, ids, sealing
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
    keeper = threading.Thread(target=_keep_time, args=(stopping,), daemon=True)
    keeper.start()
    worker.configure_signals()
    try:
        worker.run()
    finally:
        stopping.set()
        keeper.join(timeout=SEAL_EVERY_SECONDS)
    return 0


def _keep_time(stopping: threading.Event) -> None:
    """Seal the ledger and pass the days, until told to stop. What fails is tried again."""
    while not stopping.is_set():
        close_old_connections()
        try:
            sealing.seal()
            catch_up(clock.today())
        except Exception:
            log.exception("The clock's work failed and will be tried again.")
        stopping.wait(SEAL_EVERY_SECONDS)
