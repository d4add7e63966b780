"""What is due: of a person, a team and an agency; and what the emergency duty team must know tonight."""

from __future__ import annotations

from typing import Final

from django.urls import URLPattern

PATHS: Final[list[URLPattern]] = []
