"""Identifiers: keys that sort by time and tell nothing, and the NHS number's check."""

from __future__ import annotations

import uuid

import uuid_utils
from nhs_number.validate import is_valid


def new_id() -> uuid.UUID:
    """A UUID of version 7, made here and not in the database."""
    return uuid.UUID(int=uuid_utils.uuid7().int)


def is_nhs_number(text: str) -> bool:
    """Whether `text` holds ten digits, 0 to 9, with a right check digit; spaces and dashes are ignored."""
    bare = bare_nhs_number(text)
    return bare.isascii() and bool(is_valid(bare))


def bare_nhs_number(text: str) -> str:
    """The number without the spaces and dashes that people write."""
    return "".join(character for character in text if character not in " -\u00a0")


def spaced_nhs_number(text: str) -> str:
    """The number as it is read aloud: 3, 3, 4. Anything but ten characters is returned as it is."""
    bare = bare_nhs_number(text)
    return f"{bare[:3]} {bare[3:6]} {bare[6:]}" if len(bare) == 10 else text
