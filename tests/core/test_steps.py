"""A process takes only the steps of its table, and one step is taken once."""

from __future__ import annotations

import pytest

from sightline.core.steps import Overtaken, Step, Steps, advance

STATES = {"sent": "Sent", "accepted": "Accepted", "closed": "Closed"}
TABLE = (
    Step("sent", "accept", "accepted", "the front door", "referral.accepted"),
    Step("sent", "close", "closed", "the front door", "referral.closed"),
    Step("accepted", "close", "closed", "the front door", "referral.closed"),
)


class Letter:
    """Stands for a stored row: `kept` is what the database holds."""

    kept: str = "sent"

    class _Rows:
        def filter(self, pk: int, state: str) -> Letter._Rows:
            self.matches = Letter.kept == state
            return self

        def update(self, state: str, **changes: object) -> int:
            if self.matches:
                Letter.kept = state
            return int(self.matches)

        def values_list(self, name: str, flat: bool) -> Letter._Rows:
            return self

        def get(self, pk: int) -> str:
            return Letter.kept

    unscoped = _Rows()

    def __init__(self, state: str) -> None:
        self.pk, self.state = 1, state


@pytest.fixture
def steps() -> Steps:
    Letter.kept = "sent"
    return Steps("referral", "sent", STATES, TABLE)


def test_a_step_of_the_table_is_taken(steps: Steps) -> None:
    letter = Letter("sent")
    assert advance(letter, "accept", steps, decided="yes").audit == "referral.accepted"
    assert (letter.state, Letter.kept) == ("accepted", "accepted")
    assert letter.decided == "yes"


def test_a_step_that_the_table_has_not_is_refused_in_words(steps: Steps) -> None:
    with pytest.raises(Overtaken, match="already: closed"):
        advance(Letter("closed"), "accept", steps)


def test_of_two_who_decide_at_once_the_second_is_told(steps: Steps) -> None:
    first, second = Letter("sent"), Letter("sent")
    advance(first, "accept", steps)
    with pytest.raises(Overtaken, match="already: accepted"):
        advance(second, "accept", steps)
    assert Letter.kept == "accepted"


def test_the_second_is_told_also_where_the_step_would_still_be_possible(steps: Steps) -> None:
    first, second = Letter("sent"), Letter("sent")
    advance(first, "accept", steps)
    with pytest.raises(Overtaken, match="in the meantime"):
        advance(second, "close", steps)
    assert Letter.kept == "accepted"


def test_a_page_offers_what_the_table_offers(steps: Steps) -> None:
    assert steps.events_from("sent") == ("accept", "close")
    assert steps.may("sent", "accept")
    assert not steps.may("closed", "accept")
    assert steps.is_over("closed")
    assert not steps.is_over("accepted")


@pytest.mark.parametrize(
    ("states", "table", "fault"),
    [
        (STATES, TABLE[:1], "unused"),
        ({"sent": "Sent"}, TABLE[:1], "without words"),
        (STATES, (*TABLE, TABLE[0]), "two steps"),
        (STATES, (TABLE[0], Step("closed", "reopen", "accepted", "x", "x")), "nothing leads"),
    ],
)
def test_a_table_that_makes_no_sense_is_refused(
    states: dict[str, str], table: tuple[Step, ...], fault: str
) -> None:
    with pytest.raises(ValueError, match=fault):
        Steps("referral", "sent", states, table)
