"""A copy as a PDF, by typst: tagged, its fonts within it, the text in it to be read out and searched."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Final

import typst

from sightline.core import clock
from sightline.exchange.paper.document import Paper, changed, plain
from sightline.exchange.paper.letters import FAMILIES, fonts, in_drawn_letters

TEMPLATE: Final = Path(__file__).with_name("copy.typ")


def as_pdf(paper: Paper, by: typst.Fonts | None = None) -> bytes:
    """The paper as a PDF. What was typed reaches typst as data, so none of it is ever run."""
    drawn = in_drawn_letters(changed(paper, plain), by)
    told = {"paper": json.dumps(asdict(drawn)), "families": json.dumps(FAMILIES)}
    made = typst.compile(
        _template(),
        format="pdf",
        font_paths=by or fonts(),
        sys_inputs=told,
        timestamp=int(clock.now().timestamp()),
    )
    if not isinstance(made, bytes):
        raise TypeError("One PDF was expected.")
    return made


@cache
def _template() -> bytes:
    return TEMPLATE.read_bytes()
