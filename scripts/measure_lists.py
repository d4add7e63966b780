"""Measure the long lists: what is due of a team with 5,000 items, and the queue with 100,000 referrals.

    .venv/bin/python scripts/measure_lists.py [--due 5000] [--referrals 100000] [--waiting 100000]

Fills a database in a temporary folder (SQLite), throws it away afterwards, and prints one line of JSON for
each list: queries (minimum and maximum), milliseconds of the server for one page (median and 95th
percentile); the same of a list of 50 before it. The referrals are of half as many babies, all with a concern
open, so that all are open to the front door; of them `--waiting` wait for a decision. They share one entry,
which the queue never reads.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from django.test import Client

    from sightline.agencies.models import Agency, Assignment, Team
    from sightline.people.models import Person

SMALL: Final = 50
AT_ONCE: Final = 2000


def main() -> int:
    """Fill and measure, the small list before the long one."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        _begin(folder)
        for length in (SMALL, options.due):
            worker = _due(length)
            print(
                json.dumps({"list": "due", "items": length} | _measured(worker, _due_page, options.pages)),
                flush=True,
            )
        for length in (SMALL, options.referrals):
            waiting = min(length, options.waiting)
            worker = _referrals(length, waiting)
            said = {"list": "referrals", "items": length, "waiting": waiting}
            print(json.dumps(said | _measured(worker, _queue_page, options.pages)), flush=True)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--due", type=int, default=5000, help="items in the team's due list (5000)")
    parser.add_argument("--referrals", type=int, default=100_000, help="referrals in all (100000)")
    parser.add_argument(
        "--waiting", type=int, default=100_000, help="of them waiting for a decision (100000)"
    )
    parser.add_argument("--pages", type=int, default=40, help="pages of each list to open (40)")
    return parser.parse_args()


def _begin(folder: str) -> None:
    os.environ.update(SIGHTLINE_DEMO="1", SIGHTLINE_DATA=folder, SIGHTLINE_TLS="off")
    os.environ.pop("DATABASE_URL", None)
    os.environ["DJANGO_SETTINGS_MODULE"] = "sightline.config.settings"
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


# Measuring


def _due_page(page: int) -> str:
    """The address of a page of the team's due list."""
    return f"/due/?whose=team&page={page}"


def _queue_page(page: int) -> str:
    """The address of a page of the front door's queue."""
    return f"/referrals/?page={page}"


def _measured(worker: Assignment, address: Callable[[int], str], pages: int) -> dict[str, Any]:
    """What a page of the list costs: the first pages, each once, one before that to warm up."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    client = _browser(worker)
    _open(client, address(1))
    queries, times = zip(*(_open(client, address(page)) for page in range(1, pages + 1)), strict=True)
    return {
        "queries": [min(queries), max(queries)],
        "median_ms": round(statistics.median(times), 1),
        "p95_ms": round(statistics.quantiles(times, n=20)[-1], 1),
    }


def _browser(worker: Assignment) -> Client:
    from django.test import Client

    client = Client()
    client.force_login(worker.professional)
    session = client.session
    session["second_step"], session["assignment"] = True, str(worker.pk)
    session.save()
    return client


def _open(client: Client, address: str) -> tuple[int, float]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        began = time.perf_counter()
        answer = client.get(address)
        took = time.perf_counter() - began
    assert answer.status_code == 200, (address, answer.status_code)
    return len(captured), took * 1000


# Filling


def _due(length: int) -> Assignment:
    """A team with so many clocks, about a tenth as many babies of theirs; one of its workers."""
    from sightline.access.models import Involvement
    from sightline.clocks.models import Clock
    from sightline.core import clock, ids

    agency, team, worker = _staff(f"council-{length}", "practitioner")
    babies = _babies(agency, max(5, length // 10))
    _keep(Involvement(child=baby, team=team, part="lead_social_worker") for baby in babies)
    now = clock.now()
    _keep(
        Clock(
            partnership=agency.partnership,
            rule=("protection_plan_visit", "core_group_next", "assessment_complete")[number % 3],
            limit=10,
            rule_version="default",
            calendar_version="England",
            process="plan",
            process_id=ids.new_id(),
            child=babies[number % len(babies)],
            owner_agency=agency,
            owner_team=team,
            due_at=now + dt.timedelta(hours=number - length // 3),
        )
        for number in range(length)
    )
    return worker


def _referrals(length: int, waiting: int) -> Assignment:
    """A front door with so many referrals, the latest of them waiting; one of its workers."""
    from sightline.access.models import OpenMatter
    from sightline.clocks.models import Clock
    from sightline.concerns.models import Referral, ReferredChild
    from sightline.core import clock, ids

    agency, _, worker = _staff(f"door-{length}", "front_door_worker")
    babies = _babies(agency, max(5, length // 2))
    today, now = clock.today(), clock.now()
    matters = (OpenMatter(child=baby, level="concern", what="Referral", entry_root=ids.new_id(), since=today)
               for baby in babies)  # fmt: skip
    _keep(matters)
    sent = _keep(
        Referral(
            reference=f"{length % 97:02}{number:010}",
            partnership=agency.partnership,
            from_agency=agency,
            to_agency=agency,
            worry="A round bruise on the cheek.",
            safe_now="not_known",
            where_now="At home",
            call_back="01632 960 200",
            is_urgent=number % 10 == 0,
            sent_at=now - dt.timedelta(minutes=length - number),
        )
        for number in range(length)
    )
    entry = _an_entry(agency, babies[0])
    children = _keep(
        ReferredChild(
            referral=one,
            child=babies[number % len(babies)],
            entry_root=entry,
            state="received" if number >= length - waiting else "decided",
            decision="" if number >= length - waiting else "no_further_action",
        )
        for number, one in enumerate(sent)
    )
    _keep(
        Clock(
            partnership=agency.partnership,
            rule="referral_decision",
            limit=1,
            rule_version="default",
            calendar_version="England",
            process="referral",
            process_id=child.pk,
            child_id=child.child_id,
            owner_agency=agency,
            owner_role="front_door_worker",
            state="running" if child.state == "received" else "met",
            due_at=now + dt.timedelta(minutes=number - length // 2),
        )
        for number, child in enumerate(children)
    )
    return worker


def _staff(code: str, role: str) -> tuple[Agency, Team, Assignment]:
    """A council of its own area, its team, and twelve workers there; the first of them."""
    from sightline.agencies.models import Agency, Assignment, Partnership, Professional, Team

    area = Partnership.unscoped.create(code=code, name=code)
    agency = Agency.unscoped.create(code=code, name=code, sector="social_care", partnership=area)
    team = Team.unscoped.create(agency=agency, name="Team One")
    held = []
    for number in range(12):
        person = Professional.objects.create_user(f"{code}-{number}", name=f"Worker {number}")
        held.append(Assignment.unscoped.create(professional=person, team=team, role=role))
    return agency, team, held[0]


def _babies(agency: Agency, count: int) -> list[Person]:
    from sightline.core import clock
    from sightline.people.models import Baby, Person

    born = clock.today() - dt.timedelta(days=60)
    people = _keep(
        Person(kind="baby", given_name=f"Ash{number}", family_name="Example", born_from=born, born_to=born)
        for number in range(count)
    )
    _keep(
        Baby(person=person, partnership=agency.partnership, born_on=born, followed_from=born)
        for person in people
    )
    return people


def _an_entry(agency: Agency, about: Person) -> Any:
    from sightline.chronology.models import Entry
    from sightline.core import clock
    from sightline.people.models import SourcePerson

    source = SourcePerson.unscoped.create(agency=agency, person=about, source_system="measure", key="one")
    return Entry.unscoped.create(
        kind="referral",
        agency=agency,
        about=source,
        recorded_at=clock.now(),
        source_system="measure",
        source_id=agency.code,
    )


def _keep(rows: Iterator[Any]) -> list[Any]:
    """Store the rows, in portions."""
    listed: Sequence[Any] = list(rows)
    if not listed:
        return []
    type(listed[0])._default_manager.bulk_create(listed, batch_size=AT_ONCE)
    return list(listed)


if __name__ == "__main__":
    raise SystemExit(main())
