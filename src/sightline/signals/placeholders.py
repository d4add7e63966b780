"""How each engine writes a bind parameter. Read at build time and at run time."""

from __future__ import annotations

import re
from typing import Final

STYLES: Final[dict[str, str]] = {"sqlite": ":{}", "postgres": "%({})s", "duckdb": "${}"}
DIALECTS: Final = tuple(STYLES)
_FOUND: Final[dict[str, re.Pattern[str]]] = {
    "sqlite": re.compile(r"(?<!:):([a-z]\w*)"),
    "postgres": re.compile(r"%\(([a-z]\w*)\)s"),
    "duckdb": re.compile(r"\$([a-z]\w*)"),
}


def placeholder(dialect: str, name: str) -> str:
    """The parameter `name` in that dialect's SQL."""
    return STYLES[dialect].format(name)


def placeholders(dialect: str, text: str) -> tuple[str, ...]:
    """The names of the parameters in some SQL, each once, in order of first use."""
    return tuple(dict.fromkeys(_FOUND[dialect].findall(text)))
