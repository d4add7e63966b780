"""Reference numbers that are read out over the telephone: no letter that sounds or looks like another."""

from __future__ import annotations

import secrets
from typing import Final

ALPHABET: Final = "2346789CDFHJKMPRTWX"
LENGTH: Final = 6


def new_reference() -> str:
    """A new reference, such as `K7M-4XD`: about 47 million of them, told in no order."""
    drawn = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    return f"{drawn[:3]}-{drawn[3:]}"
