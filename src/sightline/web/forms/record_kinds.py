"""Which forms record, what their pages are called, and which begin with whom to ring."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sightline.web.forms.record_contact import ContactForm
from sightline.web.forms.record_home import HouseholdForm, RelationshipForm
from sightline.web.forms.recording import Recording
from sightline.web.forms.records import (
    AppointmentForm,
    InjuryForm,
    MeasurementForm,
    MobilityForm,
    ObservationForm,
    StatementForm,
)


@dataclass(frozen=True, slots=True)
class RecordKind:
    """One form's page. `title` follows the word Record; `save` is what the button saves."""

    form: type[Recording]
    title: str
    button: str
    save: str
    first: bool = False
    warns: bool = False
    procedure: str = ""


RECORDS: Final[dict[str, RecordKind]] = {
    "contact": RecordKind(
        ContactForm,
        "a contact with {baby}",
        "Record a contact",
        "the contact",
        True,
        True,
        "lived-experience",
    ),
    "injury": RecordKind(
        InjuryForm,
        "a mark or injury on {baby}",
        "Record a mark or injury",
        "the mark",
        True,
        True,
        "unexplained-injury",
    ),
    "statement": RecordKind(
        StatementForm, "something said about {baby}", "Record something said", "what was said", True, True
    ),
    "observation": RecordKind(ObservationForm, "something noticed", "Something noticed", "it"),
    "appointment": RecordKind(
        AppointmentForm, "an appointment", "An appointment", "the appointment", procedure="not-brought"
    ),
    "measurement": RecordKind(MeasurementForm, "a measurement of {baby}", "A measurement", "the measurement"),
    "mobility": RecordKind(MobilityForm, "how {baby} moves about", "How the baby moves about", "it"),
    "household": RecordKind(HouseholdForm, "a change at home", "A change at home", "the change"),
    "relationship": RecordKind(RelationshipForm, "who somebody is", "Who somebody is", "it"),
}
