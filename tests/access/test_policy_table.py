"""The policy table, cell by cell, against an oracle written as sentences."""

from __future__ import annotations

import copy
import datetime as dt
import random
from typing import Any

import pytest
import yaml
from cells import Cell, every_cell, judged

from sightline.access import printing
from sightline.access.policy import TABLE, holder_group, policy, read, reader_group
from sightline.access.table import View, names_holder, view_of
from sightline.agencies.roles import ROLES, SEES_NO_CHILD
from sightline.chronology.kinds import KINDS
from sightline.core.actors import IMPORT, Actor
from sightline.core.codes import SECTORS
from sightline.core.errors import SightlineError


def reader(role: str, sector: str) -> Actor:
    return Actor(id="0" * 32, name="A reader", role=role, sector=sector)


def seen(cell: Cell) -> str:
    return view_of(
        reader(cell.role, cell.sector),
        cell.openness,
        holder_sector=cell.holder,
        about=cell.about,
        kind=cell.kind,
        sensitivity=cell.sensitivity,
        own_agency=cell.own,
    ).value


def test_every_cell_is_as_the_oracle_says() -> None:
    cells = every_cell()
    random.Random(20261122).shuffle(cells)
    wrong = [cell for cell in cells if seen(cell) != judged(cell)]
    assert len(cells) > 180_000
    assert not wrong, f"{len(wrong)} of {len(cells)} cells are wrong, the first: {wrong[:5]}"


def test_every_role_in_every_sector_is_in_one_group_of_readers() -> None:
    groups = policy().readers.values()
    for role in ROLES:
        for sector in SECTORS:
            matching = [g.key for g in groups if role in g.roles and (not g.sectors or sector in g.sectors)]
            assert len(matching) == 1, (role, sector, matching)


def test_every_sector_is_in_one_group_of_holders() -> None:
    for sector in SECTORS:
        assert sum(sector in group.sectors for group in policy().holders.values()) == 1, sector


def test_every_kind_that_the_table_names_exists() -> None:
    named = {kind for group in policy().kinds.values() for kind in group.kinds}
    assert named <= set(KINDS)


@pytest.mark.parametrize("holder", ["police", "probation", "mental_health", "substance_service"])
@pytest.mark.parametrize("sensitivity", ["shared", "restricted", "sealed"])
def test_a_fact_about_an_adult_from_these_is_never_shown_at_universal(holder: str, sensitivity: str) -> None:
    for role in ROLES:
        for sector in SECTORS:
            view = view_of(
                reader(role, sector),
                "universal",
                holder_sector=holder,
                about="adult",
                kind="observation",
                sensitivity=sensitivity,
                own_agency=False,
            )
            assert view is View.NOTHING, (role, sector)


def test_the_roles_that_see_no_identifiable_child_see_nothing_at_all() -> None:
    cells = [cell for cell in every_cell() if cell.role in SEES_NO_CHILD]
    assert {seen(cell) for cell in cells} == {"nothing"}


def test_a_sealed_entry_is_shown_to_the_holders_lead_and_nobody_else_knows_of_it() -> None:
    sealed = [cell for cell in every_cell() if cell.sensitivity == "sealed"]
    shown = {(cell.role, cell.own) for cell in sealed if seen(cell) == "shown"}
    assert shown == {("safeguarding_lead", True)}
    assert not [cell for cell in sealed if seen(cell) == "elsewhere"]


def test_part_of_the_system_sees_nothing_and_a_sector_that_is_not_gives_nothing() -> None:
    entry: dict[str, Any] = {"about": "baby", "kind": "contact", "sensitivity": "shared", "own_agency": False}
    assert view_of(IMPORT, "concern", holder_sector="gp", **entry) is View.NOTHING
    nobodys = view_of(reader("practitioner", "gp"), "concern", holder_sector="nowhere", **entry)
    assert nobodys is View.NOTHING
    assert reader_group(reader("practitioner", "")) is None


def test_only_safeguarding_leads_learn_who_holds_what_is_elsewhere() -> None:
    told = {role for role in ROLES if names_holder(reader(role, "gp"))}
    assert told == {"safeguarding_lead"}


def test_every_row_has_a_purpose_a_basis_and_a_day_of_review_to_come() -> None:
    for row in policy().rows:
        assert len(row.ground.purpose) > 20
        assert len(row.ground.basis) > 20
        assert row.ground.review_on > dt.date(2026, 11, 22)


def as_written() -> dict[str, Any]:
    return copy.deepcopy(yaml.safe_load(TABLE.read_text(encoding="utf-8")))


def test_a_table_with_an_undecided_cell_is_refused() -> None:
    table = as_written()
    table["rows"] = table["rows"][:-1]
    with pytest.raises(SightlineError, match="undecided"):
        read(table)


def test_a_table_that_decides_a_cell_twice_is_refused() -> None:
    table = as_written()
    table["rows"].append(table["rows"][0] | {"view": "nothing"})
    with pytest.raises(SightlineError, match="twice"):
        read(table)


@pytest.mark.parametrize(("column", "value"), [("who", ["the_mayor"]), ("view", "perhaps")])
def test_a_table_that_names_what_there_is_not_is_refused(column: str, value: object) -> None:
    table = as_written()
    table["rows"][0][column] = value
    with pytest.raises(SightlineError, match="there is not"):
        read(table)


def representative_cells() -> list[Cell]:
    """One question for each cell of the table."""
    found: dict[tuple[str, ...], Cell] = {}
    for cell in every_cell():
        group = reader_group(reader(cell.role, cell.sector))
        holder = "own_agency" if cell.own else holder_group(cell.holder)
        key = (group or "", cell.openness, holder or "", cell.kind, cell.about, cell.sensitivity)
        found.setdefault(key, cell)
    return list(found.values())


def test_a_turned_row_is_noticed_by_the_oracle(monkeypatch: pytest.MonkeyPatch) -> None:
    cells = representative_cells()
    assert len(cells) == len(policy().cells)
    for number, written in enumerate(as_written()["rows"]):
        table = as_written()
        table["rows"][number]["view"] = "nothing" if written["view"] != "nothing" else "shown"
        turned = read(table)
        monkeypatch.setattr("sightline.access.table.policy", lambda turned=turned: turned)
        assert any(seen(cell) != judged(cell) for cell in cells), f"Row {number} was turned unnoticed."


def test_the_printed_page_is_what_the_table_says(capsys: pytest.CaptureFixture[str]) -> None:
    assert printing.main(["--check"]) == 0, capsys.readouterr().out


def test_a_stale_page_is_found(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "PAGE", tmp_path / "reference" / "access.md")
    assert printing.main(["--check"]) == 1
    assert printing.main([]) == 0
    assert printing.main(["--check"]) == 0
    printing.PAGE.write_text(printing.PAGE.read_text() + "One more word.\n")
    assert printing.main(["--check"]) == 1


def test_the_page_prints_every_row_with_its_ground() -> None:
    text = printing.page(policy())
    rows = [line for line in text.splitlines() if line.startswith("|") and "](#" in line]
    assert len(rows) == len(policy().rows)
    for row in policy().rows:
        assert row.ground.purpose in text
        assert f"Review by: {row.ground.review_on.isoformat()}" in text
