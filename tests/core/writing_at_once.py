"""Four writers and two sealers at once on one database, each with its own connection; then all is verified.

Run as a program of its own, because it commits: `python writing_at_once.py`. Prints what verifying found.
A writer leaves its transaction open for a while after it wrote, so that ids commit out of order.
"""

from __future__ import annotations

import random
import threading
import time

import django

WRITERS, ENTRIES = 4, 40


def write(number: int) -> None:
    from django.db import connection, transaction

    from sightline.core import ledger
    from sightline.core.actors import system
    from sightline.core.ids import new_id

    dice = random.Random(number)
    for entry in range(ENTRIES):
        with transaction.atomic():
            ledger.looked(system(f"writer-{number}"), f"page.{entry}", [], [str(new_id())])
            time.sleep(dice.random() / 500)
        time.sleep(dice.random() / 100)
    connection.close()


def seal_until(done: threading.Event) -> None:
    from django.db import connection

    from sightline.core import sealing

    while not done.wait(0.03):
        sealing.seal()
    connection.close()


def main() -> None:
    from django.core.management import call_command

    from sightline.core import sealing

    call_command("migrate", "core", verbosity=0)
    done = threading.Event()
    sealers = [threading.Thread(target=seal_until, args=[done]) for _ in range(2)]
    writers = [threading.Thread(target=write, args=[number]) for number in range(WRITERS)]
    for thread in (*sealers, *writers):
        thread.start()
    for thread in writers:
        thread.join()
    done.set()
    for thread in sealers:
        thread.join()
    sealing.seal()
    print("\n".join(sealing.verify().lines()))


if __name__ == "__main__":
    django.setup()
    main()
