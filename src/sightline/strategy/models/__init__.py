"""The tables of strategy discussions."""

from sightline.strategy.models.discussions import Attendee, Discussion, Dissent, SharedThere, StrategyAction
from sightline.strategy.models.requests import StrategyRequest

__all__ = ["Attendee", "Discussion", "Dissent", "SharedThere", "StrategyAction", "StrategyRequest"]
