"""The procedure that governs a page, from the partnership's own list."""

from __future__ import annotations

from sightline.agencies.models import Procedure


def procedure_of(partnership: str, key: str) -> Procedure | None:
    """The partnership's procedure of that key; None while it lists none."""
    return Procedure.unscoped.filter(partnership__code=partnership, key=key).first()
