"""The projection is tried by itself: nothing that it tells is evaluated."""

from __future__ import annotations

import pytest

from sightline.prompts import listening


@pytest.fixture(autouse=True)
def nothing_is_evaluated(monkeypatch: pytest.MonkeyPatch) -> None:
    """The room above hears of entries and claims as always, and asks nothing."""
    monkeypatch.setattr(listening, "evaluate_later", lambda children, **how: None)
