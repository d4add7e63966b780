"""The tables that an agency may send, one a kind of record, and which of them a header belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from sightline.exchange.tabular.columns import Column, columns_of
from sightline.exchange.tabular.people_columns import PEOPLE_COLUMNS

PEOPLE: Final = "people"


@dataclass(frozen=True)
class Table:
    """One table. `kind` is the kind of its entries; empty for the people table."""

    name: str
    kind: str
    title: str
    columns: tuple[Column, ...]

    @cached_property
    def by_name(self) -> dict[str, Column]:
        """Its columns by their names."""
        return {column.name: column for column in self.columns}

    def lacking(self, header: Sequence[str]) -> list[str]:
        """The columns that every header of this table has and this one has not."""
        return [one.name for one in self.columns if one.in_every_header and one.name not in header]

    def unknown(self, header: Sequence[str]) -> list[str]:
        """The names in a header that are no columns of this table."""
        return [name for name in header if name not in self.by_name]


_KINDS: Final = {
    "appointments": ("appointment", "Appointments and what became of them; about the baby"),
    "contacts": ("contact", "Contacts with or about the family; about the baby"),
    "measurements": ("measurement", "Weight, length and head of a baby"),
    "moving_about": ("mobility", "What a baby was seen to do by itself"),
    "injuries": ("injury", "Marks and injuries of a baby, and what was said of them"),
    "observations": ("observation", "What was observed of a baby, a parent or another adult"),
    "statements": ("statement", "What somebody said; about the baby, 'by' names the speaker"),
    "households": ("household", "Who moved in or out, stays often or takes on care; about that person"),
    "relationships": ("relationship", "How a person stands to the baby or to another adult"),
    "people_met": ("seen", "That a service met, spoke to or assessed a person"),
    "referrals": ("referral", "Referrals that your service made, and what was decided; about the baby"),
    "strategy_requests": ("strategy_request", "Requests for a strategy discussion; about the baby"),
    "strategy_discussions": ("strategy_discussion", "Strategy discussions that were held; about the baby"),
    "medicals": ("medical", "Child protection medicals; about the baby"),
    "assessments": ("assessment", "Assessments, and whom they considered; about the baby"),
    "plans": ("plan", "Plans for a baby, a brother or a sister"),
    "touchpoints": ("touchpoint", "Talks of a programme (ICON), and who had them; about the baby"),
    "offers": ("offer", "Help that was offered, and to whom; about the baby"),
    "gp_requests": ("gp_request", "That a baby on a plan was to be seen by the practice, and when it was"),
    "challenges": ("challenge", "Professional disagreements; about the baby"),
    "area_moves": ("moved_area", "That the family moved here, and whether the history came; about the baby"),
}
TABLES: Final[tuple[Table, ...]] = (
    Table(PEOPLE, "", "Who each person_id is, a row a person", PEOPLE_COLUMNS),
    *(Table(name, kind, title, columns_of(kind)) for name, (kind, title) in _KINDS.items()),
)


def table_of(header: Sequence[str]) -> Table | None:
    """The table that has every name of the header as a column, and whose own columns are all there."""
    fitting = (one for one in TABLES if not one.lacking(header) and not one.unknown(header))
    return next(fitting, None)


def nearest(header: Sequence[str]) -> Table | None:
    """The table that was probably meant: with the fewest names astray; None when no name is known at all."""
    if not any(name in table.by_name for table in TABLES for name in header):
        return None
    return min(TABLES, key=lambda one: len(one.lacking(header)) + len(one.unknown(header)))
