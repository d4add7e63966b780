"""The kinds of letter, with their words and the values that each may carry: `letters.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import yaml
from django.conf import settings

FILE: Final = Path(__file__).with_name("letters.yaml")
NUMBER: Final = re.compile(r"[0-9]{1,5}")
ADDRESS: Final = re.compile(r"https?://[A-Za-z0-9.:\[\]-]{1,200}(/[A-Za-z0-9/_.~-]{0,400})")
"""A host and a path and nothing after it: no words can be in it."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of letter. `values` maps the key of each value to what it may be: `number` or `address`."""

    code: str
    subject: str
    words: str
    values: Mapping[str, str]

    def check(self, given: Mapping[str, str]) -> None:
        """Raises ValueError unless these are exactly this kind's values, each of its form."""
        if set(given) != set(self.values):
            raise ValueError(f"A letter `{self.code}` takes {sorted(self.values)}, not {sorted(given)}.")
        for key, value in given.items():
            if not FORMS[self.values[key]](value):
                raise ValueError(f"`{key}` of a letter `{self.code}` is no {self.values[key]}.")

    def written(self, given: Mapping[str, str]) -> str:
        """The words of the letter. Raises ValueError as `check` does."""
        self.check(given)
        own = {
            key: _at_home(value) if self.values[key] == "address" else value for key, value in given.items()
        }
        return self.words.format(site=settings.SITE_ADDRESS, **own)


def _is_number(value: str) -> bool:
    return NUMBER.fullmatch(value) is not None


def _is_address(value: str) -> bool:
    return ADDRESS.fullmatch(value) is not None


def _at_home(address: str) -> str:
    """The address at this site's own host: whatever a request called it, a letter leads nowhere else."""
    found = ADDRESS.fullmatch(address)
    site = urlsplit(settings.SITE_ADDRESS)
    return f"{site.scheme}://{site.netloc}{found.group(1) if found else '/'}"


FORMS: Final = {"number": _is_number, "address": _is_address}


@cache
def kinds() -> dict[str, Kind]:
    """Every kind, by its code. Raises ValueError for a kind whose values have an unknown form."""
    told = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    made = {code: Kind(code, one["subject"], one["words"], one["values"]) for code, one in told.items()}
    for kind in made.values():
        if not set(kind.values.values()) <= set(FORMS):
            raise ValueError(f"letters.yaml: `{kind.code}` has a value of an unknown form.")
    return made


def kind_of(code: str) -> Kind:
    """The kind with that code. Raises ValueError when there is none."""
    found = kinds().get(code)
    if found is None:
        raise ValueError(f"There is no letter `{code}`: it is written in letters.yaml first.")
    return found
