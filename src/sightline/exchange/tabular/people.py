"""Rows of the people table: the person, and of a baby the pregnancy and the birth."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from sightline.chronology.kinds import Birth, Detail, Pregnancy
from sightline.chronology.proposals import (
    AddressProposal,
    EntryProposal,
    IdentifierProposal,
    PersonProposal,
)
from sightline.exchange.tabular.cells import SEPARATOR
from sightline.exchange.tabular.faults import WrongCell
from sightline.exchange.tabular.tables import PEOPLE
from sightline.exchange.tabular.values import Values

OF_A_BABY = ("expected_on", "gestation_days", "birth_weight_g", "multiple_birth", "birth_order")


def person_of(values: Values) -> PersonProposal:
    """The person of a row. Raises WrongCell where its cells do not go together."""
    _refuse_contradictions(values)
    born_on = values.get("born_on")
    return PersonProposal(
        key=values["person_id"],
        kind=values["kind"],
        given_name=values.get("given_name", ""),
        family_name=values.get("family_name", ""),
        sex=values.get("sex", "unknown"),
        born_from=born_on,
        born_to=born_on,
        died_on=values.get("died_on"),
        identifiers=_identifiers(values),
        addresses=_addresses(values),
        telephone=values.get("telephone", ""),
        language=values.get("language", ""),
        interpreter=values.get("interpreter"),
        source_version=str(values.get("version", "")),
        withdrawn=values.get("withdrawn", False),
        birth_order=values.get("birth_order"),
    )


def entries_of(values: Values) -> Iterator[EntryProposal]:
    """Of a baby: that it is expected, and that it was born, each where the row says the day."""
    if values["kind"] != "baby":
        return
    born_on, multiple = values.get("born_on"), values.get("multiple_birth")
    if expected_on := values.get("expected_on"):
        yield _entry(values, "pregnancy", Pregnancy(expected_on, multiple), None)
    if born_on:
        detail = Birth(
            born_on,
            values.get("sex"),
            values.get("gestation_days"),
            values.get("birth_weight_g"),
            multiple,
        )
        yield _entry(values, "birth", detail, born_on)


def _entry(values: Values, what: str, detail: Detail, on: dt.date | None) -> EntryProposal:
    key = values["person_id"]
    return EntryProposal(
        about=key,
        detail=detail,
        source_id=f"{PEOPLE}:{key}:{what}",
        happened_from=on,
        happened_to=on,
        recorded_at=values["recorded_at"],
        precision="exact" if on else "order_only",
        source_version=str(values.get("version", "")),
        withdrawn=values.get("withdrawn", False),
    )


def _refuse_contradictions(values: Values) -> None:
    if values["kind"] != "baby" and (told := [name for name in OF_A_BABY if name in values]):
        raise WrongCell(f"Only of a baby is '{told[0]}' told.", "Empty the cell, or correct 'kind'.")
    born_on, died_on = values.get("born_on"), values.get("died_on")
    if born_on and died_on and died_on < born_on:
        raise WrongCell("'died_on' lies before 'born_on'.", "Check both days.")
    from_on, to_on = values.get("address_from"), values.get("address_to")
    if from_on and to_on and to_on < from_on:
        raise WrongCell("'address_to' lies before 'address_from'.", "Check both days.")


def _identifiers(values: Values) -> tuple[IdentifierProposal, ...]:
    number = values.get("nhs_number")
    if not number:
        return ()
    verified = values.get("nhs_number_verified", False)
    return (IdentifierProposal("nhs_number", number, verified=verified),)


def _addresses(values: Values) -> tuple[AddressProposal, ...]:
    lines = tuple(part.strip() for part in values.get("address", "").split(SEPARATOR) if part.strip())
    postcode = values.get("postcode", "")
    if not lines and not postcode:
        return ()
    return (
        AddressProposal(
            lines,
            postcode,
            values.get("address_from"),
            values.get("address_to"),
            values.get("address_confidential", False),
        ),
    )
