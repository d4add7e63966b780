"""The pages of the room `sharing`."""

from __future__ import annotations

from typing import Final

from django.urls import URLPattern

PATHS: Final[list[URLPattern]] = []
