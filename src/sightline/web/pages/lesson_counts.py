"""How a lesson fares: how often it was raised, answered and did not fit, with small numbers suppressed.

Counted by kind of agency, never by a named practitioner. A count of one to four is suppressed, and where a
column would hide only one cell, so that it could be worked out from the total, a second goes with it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.db.models import Count, Q
from django.db.models.functions import Coalesce

from sightline.core.codes import SECTORS
from sightline.prompts.models import Answer, Prompt

SMALL: Final = 5
SUPPRESSED: Final = "suppressed"
Cells = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows of (kind of agency, raised, answered, did not fit), their total, and words why it did not fit."""

    rows: tuple[tuple[str, Cells], ...]
    total: Cells
    whole: tuple[int, int, int]
    reasons: tuple[str, ...]

    @property
    def share_not_fitting(self) -> str:
        """The share of answers that say it does not fit, with its denominator; empty below five answers."""
        _, answered, unfit = self.whole
        if answered < SMALL or 0 < unfit < SMALL:
            return ""
        return f"{unfit} of {answered} answers, {100 * unfit // answered}%"


def counted(point_id: str, partnership: str) -> Counts:
    """The lesson's counts in a partnership."""
    mine = Prompt.unscoped.filter(point=point_id, child__baby__partnership__code=partnership)
    sector = Coalesce("owner_team__agency__sector", "owner_agency__sector")
    found = mine.values_list(sector).annotate(
        raised=Count("id", distinct=True),
        answered=Count("id", filter=Q(answers__isnull=False), distinct=True),
        unfit=Count("id", filter=Q(answers__answer="does_not_fit"), distinct=True),
    )
    by_sector = {SECTORS.get(row[0] or "", "Not known"): (row[1], row[2], row[3]) for row in found.order_by()}
    return suppress(by_sector, _reasons(point_id, partnership))


def suppress(by_sector: dict[str, tuple[int, int, int]], reasons: Iterable[str] = ()) -> Counts:
    """The counts as they may be shown."""
    names = sorted(by_sector)
    whole = (
        sum(one[0] for one in by_sector.values()),
        sum(one[1] for one in by_sector.values()),
        sum(one[2] for one in by_sector.values()),
    )
    columns = [_column([by_sector[name][place] for name in names]) for place in range(3)]
    rows = tuple(
        (name, (columns[0][0][row], columns[1][0][row], columns[2][0][row])) for row, name in enumerate(names)
    )
    return Counts(rows, (columns[0][1], columns[1][1], columns[2][1]), whole, tuple(reasons))


def _column(values: list[int]) -> tuple[list[str], str]:
    """The cells of one column and its total, as shown."""
    hidden = {place for place, value in enumerate(values) if 0 < value < SMALL}
    total_hidden = 0 < sum(values) < SMALL
    if len(hidden) == 1 and not total_hidden:
        others = [place for place, value in enumerate(values) if value and place not in hidden]
        hidden |= {min(others, key=lambda place: values[place])} if others else set()
        total_hidden = len(hidden) == 1
    shown = [SUPPRESSED if place in hidden else str(value) for place, value in enumerate(values)]
    return shown, SUPPRESSED if total_hidden else str(sum(values))


def _reasons(point_id: str, partnership: str) -> list[str]:
    """Why it did not fit, in practitioners' words, where at least five said so: the commonest first."""
    said = Answer.unscoped.filter(
        prompt__point=point_id, prompt__child__baby__partnership__code=partnership, answer="does_not_fit"
    )
    common = said.values_list("words").annotate(times=Count("id")).filter(times__gte=SMALL)
    return [words for words, _ in common.order_by("-times", "words")[:5]]
