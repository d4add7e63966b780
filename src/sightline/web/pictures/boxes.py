"""A box on the page: where something stands, and whether two things would touch."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Box:
    """A rectangle in drawing units; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: Box, gap: float = 0) -> bool:
        """Whether the two come nearer than `gap`."""
        return (
            self.left < other.right + gap
            and other.left < self.right + gap
            and self.top < other.bottom + gap
            and other.top < self.bottom + gap
        )

    def holds(self, other: Box) -> bool:
        """Whether the other lies wholly within this one."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )


def around(x: float, y: float, half_width: float, half_height: float | None = None) -> Box:
    """The box with its middle at (x, y)."""
    tall = half_width if half_height is None else half_height
    return Box(x - half_width, y - tall, x + half_width, y + tall)
