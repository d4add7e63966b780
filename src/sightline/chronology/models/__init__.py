"""The chronology's tables: received messages, entries, the people and sectors they name, a table a kind."""

from sightline.chronology.models.details import DETAILS, Growth
from sightline.chronology.models.entry import Aside, Entry, EntryPerson, EntrySector, Message

__all__ = ["DETAILS", "Aside", "Entry", "EntryPerson", "EntrySector", "Growth", "Message"]
