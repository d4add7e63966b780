"""Who acts: a professional in one role at a time, or a named part of the system."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Actor:
    """One person acting in one role, or a system actor with narrow rights.

    `role` is a code of `agencies.roles.ROLES`, or `system`. `sector` is a code of `core.codes.SECTORS`.
    """

    id: str
    name: str
    role: str
    profession: str = ""
    agency_id: uuid.UUID | None = None
    agency_code: str = ""
    sector: str = ""
    team_id: uuid.UUID | None = None
    partnership: str = ""

    @property
    def is_system(self) -> bool:
        """Whether this is a part of the system and not a person."""
        return self.role == "system"


def system(name: str) -> Actor:
    """The system actor `system:<name>`."""
    return Actor(id=f"system:{name}", name=f"system:{name}", role="system")


IMPORT: Final = system("import")
TICK: Final = system("tick")
REPLAY: Final = system("replay")
DEMO: Final = system("demo")
