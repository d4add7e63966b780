"""What makes two written names, or two addresses, the same; what we make of a number that an agency sends."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from sightline.core.ids import bare_nhs_number, is_nhs_number

NOT_A_NAME: Final = frozenset(
    {"", "baby", "babygirl", "babyboy", "infant", "unknown", "notknown", "unborn", "twin", "twin1", "twin2"}
)
"""Keys of what is written where a name is not known yet. They never count as an agreement."""


def name_key(name: str) -> str:
    """The name as it is compared: no case, accents, spaces or punctuation. Empty where nothing is left."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in plain if letter.isalnum())


def place_key(lines: str, postcode: str) -> str:
    """The address as it is compared: no case, spaces or punctuation; its first 300 letters."""
    plain = "".join(letter for letter in lines.casefold() if letter.isalnum())
    return f"{''.join(postcode.casefold().split())} {plain}"[:300]


def first_name_key(given_name: str) -> str:
    """The key of the first of the given names, which is the one that most agencies hold; empty for none.

    What is written before a baby is named (`Baby`, `Twin 1`) is no name: twins may share it.
    """
    if name_key(given_name) in NOT_A_NAME:
        return ""
    words = re.split(r"[\s,]+", given_name.strip())
    key = name_key(words[0])
    return "" if key in NOT_A_NAME else key


def number_held(number_type: str, value: str) -> str:
    """The number as it is stored: an NHS number bare of spaces and dashes, any other trimmed."""
    return bare_nhs_number(value) if number_type == "nhs_number" else value.strip()


def number_state(number_type: str, value: str, *, sender_verified: bool) -> str:
    """A code of `people.models.IDENTIFIER_STATES`.

    An NHS number whose check digit is wrong has failed, whatever its sender says: official examples contain
    such numbers, one of them marked as verified.
    """
    if number_type == "nhs_number" and not is_nhs_number(value):
        return "failed_check"
    return "verified" if sender_verified else "unverified"
