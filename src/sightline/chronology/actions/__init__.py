"""What changes a chronology: receiving, recording, putting right, taking back, disagreeing."""

from sightline.chronology.actions.naming import name_person
from sightline.chronology.actions.receiving import Receipt, receive
from sightline.chronology.actions.recording import correct, disagree, record, withdraw

__all__ = ["Receipt", "correct", "disagree", "name_person", "receive", "record", "withdraw"]
