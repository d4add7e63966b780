"""The columns of the people table: who each person_id is."""

from __future__ import annotations

from typing import Final

from sightline.core.codes import SEXES
from sightline.exchange.tabular import cells
from sightline.exchange.tabular.columns import PERSON_ID, RECORDED_AT, VERSION, WITHDRAWN, Column
from sightline.people.models import PERSON_KINDS


def _text(name: str, meaning: str, longest: int) -> Column:
    return Column(name, meaning, "text", cells.text_up_to(longest), in_every_header=False)


def _yes_no(name: str, meaning: str) -> Column:
    return Column(name, meaning, "yes or no", cells.yes_or_no, in_every_header=False)


def _day(name: str, meaning: str, reads: cells.Reads = cells.past_day, *, always: bool = False) -> Column:
    return Column(name, meaning, "YYYY-MM-DD", reads, in_every_header=always)


def _whole(name: str, meaning: str, least: int, most: int) -> Column:
    form = f"whole number, {least} to {most}"
    return Column(name, meaning, form, cells.whole(least, most), in_every_header=False)


PEOPLE_COLUMNS: Final = (
    PERSON_ID,
    Column(
        "kind",
        "Whether this is a baby who is followed, born or not, or anybody else.",
        "code",
        cells.code_of(PERSON_KINDS),
        needed=True,
        codes=PERSON_KINDS,
    ),
    Column("given_name", "Given names.", "text", cells.text_up_to(300)),
    Column("family_name", "Family name.", "text", cells.text_up_to(300)),
    Column(
        "sex",
        "Sex, as recorded. Empty: unknown.",
        "code",
        cells.code_of(SEXES),
        in_every_header=False,
        codes=SEXES,
    ),
    _day("born_on", "Date of birth, where it is known exactly.", always=True),
    _day("expected_on", "Of a baby, born or not: when the birth is or was expected.", cells.any_day),
    _whole("gestation_days", "Of a baby: days of pregnancy at birth; 40 weeks are 280.", 140, 315),
    _whole("birth_weight_g", "Of a baby: weight at birth in grams.", 200, 8000),
    _yes_no("multiple_birth", "Of a baby: 'yes' for a twin or one of more."),
    _whole("birth_order", "Of twins or more: which of them, the first being 1.", 1, 9),
    _day("died_on", "Date of death."),
    Column(
        "nhs_number",
        "NHS number. One whose check digit is wrong is kept, marked, and never used to link.",
        "ten digits, spaces allowed",
        cells.nhs_number,
        in_every_header=False,
    ),
    _yes_no("nhs_number_verified", "'yes' when the number was traced at the national service."),
    _text("address", "Address, semicolons between its lines.", 1_000),
    _text("postcode", "Postcode of the address.", 10),
    _day("address_from", "First day at the address."),
    _day("address_to", "Last day at the address, empty while it lasts.", cells.any_day),
    _yes_no("address_confidential", "'yes' keeps the address from every page but those of a few roles."),
    _text("telephone", "Telephone number.", 80),
    _text("language", "Language spoken best.", 80),
    _yes_no("interpreter", "Whether an interpreter is needed."),
    RECORDED_AT,
    VERSION,
    WITHDRAWN,
)
