"""The case files, replayed through the product: each expectation is met, and nothing is shown before its day.

Ours lie in the repository (`tests/case_files`); the published reviews lie in the shared folder, and are
skipped where it is absent. Some of each run every time, all of them in `make soak`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from sightline.exchange.case_files import read
from sightline.exchange.replaying.report import is_met, report
from sightline.exchange.replaying.scratch import emptied
from sightline.exchange.replaying.story import replay

pytestmark = pytest.mark.django_db
OURS = Path(__file__).resolve().parent.parent / "case_files"
EVERY_TIME = frozenset(
    {
        "invented-bruise-on-ear",
        "invented-ordinary-twins-supported",
        "invented-ordinary-young-mother",
        "invented-plan-baby-seen-next-day",
        "invented-probation-knows",
        "invented-second-miss-running",
        "derby-baby-2008",
        "hampshire-baby-v",
    }
)
REVIEWS = (
    "contrast-xm-head-growth",
    "derby-baby-2008",
    "east-sussex-child-w",
    "hampshire-baby-v",
    "haringey-child-a",
    "norfolk-child-v",
)


def each(names: list[str]) -> list[object]:
    """The names, those that take too long for every change marked so."""
    return [pytest.param(name, marks=() if name in EVERY_TIME else pytest.mark.soak) for name in names]


def assert_met(path: Path) -> None:
    """Replay the file as the command does, and say which expectation is not met."""
    case = read(path.read_bytes(), path.name)
    with emptied():
        told = report(case, replay(case))
    assert told["hindsight"] == 0
    assert is_met(told), told["expect"]
    assert [one["point"] for one in told["expect"]["raise"]] == [one.point for one in case.expect.raised]


@pytest.mark.parametrize("name", each(sorted(path.stem for path in OURS.glob("*.yaml"))))
def test_a_story_of_ours_meets_its_expectations(name: str) -> None:
    assert_met(OURS / f"{name}.yaml")


@pytest.mark.parametrize("name", each(list(REVIEWS)))
def test_a_published_review_meets_its_expectations(name: str, shared_data: Path) -> None:
    assert_met(shared_data / "replays" / f"{name}.yaml")


@pytest.mark.soak
def test_every_shared_case_file_is_one_of_those_replayed_here(shared_data: Path) -> None:
    there = {path.stem for path in (shared_data / "replays").glob("*.yaml")}
    assert there <= {path.stem for path in OURS.glob("*.yaml")} | set(REVIEWS)
