"""Prints the access policy into docs/reference/access.md: `python -m sightline.access.printing [--check]`.

`--check` writes nothing and exits 1 when the printed page is not what the table says.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from sightline.access.codes import BREAK_GLASS_REASONS, OPENNESS
from sightline.access.policy import ABOUT, Group, Permission, Policy, Row, policy
from sightline.agencies.roles import ROLES
from sightline.core.codes import SECTORS, SENSITIVITIES

PAGE: Final = Path(__file__).resolve().parents[3] / "docs" / "reference" / "access.md"
SIGNS: Final = {"shown": "shown", "elsewhere": "*elsewhere*", "nothing": "–"}

OPENING: Final = """\
# Who may see what

This page is printed from `src/sightline/access/policy_table.yaml` (version {version}) by
`python -m sightline.access.printing`. Change the table, never the page.

Two questions are asked, one after the other. *May this reader open the baby's page at all?* The doors below
say so. *What of each entry do they see there?* The table says so, by who reads, what is open on the baby, who
recorded the entry, its kind, whom it is about and how sensitive it is:

- **shown**;
- *elsewhere*: the page says "Recorded elsewhere: ask your safeguarding lead." and names no holder, because
  naming it would itself disclose. To {leads} the holder is named, so that one can ring the other;
- – (nothing): the reader cannot tell that the entry exists.

What is open on a baby is *universal* (nothing but the care that every family has), *help* agreed with the
parents, or *concern* (a referral, enquiry, assessment or plan of social care), whichever is widest today.
Joining is not showing: a joined record changes what is asked and of whom, not what everybody may read.

Every cell of the table is decided by exactly one row. Breaking the glass opens a page for {hours} hours; what
is seen there is what the table says for that role, so a sealed entry never is.
"""


def page(rules: Policy) -> str:
    """The whole page."""
    return "\n".join(line.rstrip() for part in _parts(rules) for line in part).rstrip() + "\n"


def _parts(rules: Policy) -> Iterator[Iterable[str]]:
    leads = ", ".join(ROLES[role].lower() + "s" for role in sorted(rules.names_holder))
    yield OPENING.format(version=rules.version, leads=leads, hours=rules.break_glass_hours).splitlines()
    yield _overview(rules)
    yield _rows(rules)
    yield _grounds(rules)
    yield _groups("Readers", rules.readers)
    yield _groups("Who recorded the entry", rules.holders)
    yield _kinds(rules.kinds)
    yield _doors(rules)
    yield _permissions("Who may break the glass", rules.break_glass, "Reasons", BREAK_GLASS_REASONS)
    days = rules.break_glass_review_working_days
    yield ["The lead practitioner is told at once. The safeguarding lead of the reader's agency reviews it"]
    yield [f"within {days} working days."]
    yield _permissions(
        "Who reads a confidential address",
        rules.confidential_address,
        "Open on the baby",
        OPENNESS,
    )
    yield ["To everybody else it is as if no address were recorded.", ""]


def _overview(rules: Policy) -> Iterator[str]:
    yield from ("", "## Shared entries of other agencies, at a glance", "")
    yield "`baby` is what is about the baby, `adult` what is about anybody else. Kinds other than births and"
    yield "referrals; the rows below say those."
    for openness, words in OPENNESS.items():
        yield from ("", f"### {words}", "")
        columns = [(holder, about) for holder in rules.holders if holder != "own_agency" for about in ABOUT]
        heads = [f"{rules.holders[holder].words}: {about}" for holder, about in columns]
        yield from _table_head(["Reader", *heads])
        for reader, group in rules.readers.items():
            cells = (
                rules.cells[reader, openness, holder, "any_other", about, "shared"]
                for holder, about in columns
            )
            yield _line([group.words, *(SIGNS[row.view] for row in cells)])


def _rows(rules: Policy) -> Iterator[str]:
    yield from ("", "## Every row", "")
    yield from _table_head(
        ["Who reads", "Open on the baby", "Recorded by", "Kind", "About", "Sensitivity", "View", "Ground"]
    )
    for row in rules.rows:
        yield _line(_cells_of(row, rules))


def _cells_of(row: Row, rules: Policy) -> list[str]:
    return [
        _named(row.who, rules.readers),
        _coded(row.openness, OPENNESS),
        _named(row.holder, rules.holders),
        _named(row.kinds, rules.kinds),
        _coded(row.about, ABOUT),
        _coded(row.sensitivity, SENSITIVITIES),
        SIGNS[row.view],
        f"[{row.ground.key}](#{row.ground.key})",
    ]


def _grounds(rules: Policy) -> Iterator[str]:
    yield from ("", "## Grounds: purpose, lawful basis, review", "")
    yield "Every row rests on one of these. The partnership confirms each, and looks at it again by its day."
    grounds = {row.ground.key: row.ground for row in rules.rows}
    for key in sorted(grounds):
        ground = grounds[key]
        yield from ("", f"### {key}", "")
        yield f"- Purpose: {ground.purpose}"
        yield f"- Basis: {ground.basis}"
        yield f"- Review by: {ground.review_on.isoformat()}"


def _groups(title: str, groups: dict[str, Group]) -> Iterator[str]:
    yield from ("", f"## {title}", "")
    yield from _table_head(["Group", "Roles", "Sectors"])
    for group in groups.values():
        yield _line([group.words, _sorted(group.roles, ROLES), _sorted(group.sectors, SECTORS) or "any"])


def _kinds(groups: dict[str, Group]) -> Iterator[str]:
    yield from ("", "## Kinds", "")
    yield from _table_head(["Group", "Kinds"])
    for group in groups.values():
        named = ", ".join(f"`{kind}`" for kind in sorted(group.kinds))
        yield _line([group.words, named or "every kind not named above"])


def _doors(rules: Policy) -> Iterator[str]:
    yield from ("", "## Doors: whose page may be opened", "")
    yield from _table_head(["Door", "Opens when", "Roles"])
    for name, door in rules.doors.items():
        yield _line([f"`{name}`", door.words, _sorted(door.roles, ROLES)])
    after = _sorted(rules.opens_after_closing, ROLES).lower()
    sealed = rules.opens_sealed_baby
    yield ""
    yield f"- A record closed to daily view (second birthday, end of the last plan) opens only to: {after}."
    yield (
        f"- A sealed baby (placed for adoption) opens only to the team that holds it as lead social worker: "
        f"{_sorted(sealed.roles, ROLES).lower()} in {_sorted(sealed.sectors, SECTORS).lower()}."
    )
    yield "- A record closed to somebody, their team or agency, and one of their own family, has no door."
    yield "- Whoever may not open a record cannot tell that it exists."


def _permissions(title: str, rows: Iterable[Permission], column: str, codes: dict[str, str]) -> Iterator[str]:
    yield from ("", f"## {title}", "")
    yield from _table_head(["Who", "Roles", "Sectors", column])
    for row in rows:
        only = "; ".join(sorted(codes[key] for key in row.only))
        sectors = "any" if row.sectors == frozenset(SECTORS) else _sorted(row.sectors, SECTORS)
        yield _line([row.words, _sorted(row.roles, ROLES), sectors, only])
    yield ""


def _table_head(columns: list[str]) -> list[str]:
    return [_line(columns), _line(["---"] * len(columns))]


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _named(keys: tuple[str, ...], groups: dict[str, Group]) -> str:
    return "all" if set(keys) == set(groups) else "; ".join(groups[key].words for key in keys)


def _coded(keys: tuple[str, ...], codes: dict[str, str]) -> str:
    return "all" if set(keys) == set(codes) else ", ".join(codes[key] for key in keys)


def _sorted(keys: frozenset[str], codes: dict[str, str]) -> str:
    return ", ".join(sorted(codes[key] for key in keys))


def main(arguments: list[str]) -> int:
    """Write the page, or with `--check` compare it. Exit 1 when it is not what the table says."""
    text = page(policy())
    if "--check" in arguments:
        same = PAGE.exists() and PAGE.read_text(encoding="utf-8") == text
        print("docs/reference/access.md agrees with the table." if same else _STALE)
        return 0 if same else 1
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(text, encoding="utf-8")
    return 0


_STALE: Final = "docs/reference/access.md is stale: run python -m sightline.access.printing."

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
