"""The chronology's tables: received messages, entries, the people and sectors they name, a table a kind."""

from sightline.chronology.models.details import DETAILS, Growth
from sightline.chronology.models.entry import Aside, Entry, EntryPerson, EntrySector, Message
from sightline.chronology.models.said import details_of

__all__ = ["DETAILS", "Aside", "Entry", "EntryPerson", "EntrySector", "Growth", "Message", "details_of"]
