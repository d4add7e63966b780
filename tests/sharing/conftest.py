"""What every test of this room starts from, and letters that go nowhere."""

from __future__ import annotations

import pytest
from sharing_world import Place, a_place


@pytest.fixture
def place(db: None) -> Place:
    """A referred baby, its front door and the agencies around."""
    return a_place()
