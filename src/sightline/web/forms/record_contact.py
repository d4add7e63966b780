"""The form for a contact: four things are asked, and the rest is folded."""

from __future__ import annotations

from typing import Final

from sightline.chronology.kinds import Contact, Measurement
from sightline.web.forms.fields import AnyOf, OneOf, Passage, Words
from sightline.web.forms.recording import Recording, Told
from sightline.web.forms.records import weight_field

HOW: Final = {
    "home": "Home visit",
    "clinic": "Clinic",
    "remote": "Telephone or video",
    "other": "Other",
}
SEEN: Final = {"awake": "Yes, awake", "asleep": "Yes, asleep", "no": "No"}
SOMEONE_ELSE: Final = "someone-else"
NOBODY: Final = "nobody"
THEN: Final = {
    "injury": "A mark or injury",
    "statement": "Something said",
    "observation": "Something noticed",
    "appointment": "An appointment",
    "household": "A change at home",
    "relationship": "Who somebody is",
    "mobility": "How the baby moves about",
}


class ContactForm(Recording):
    """A contact with or about the family."""

    folded = ("who_else", "weight_kg", "then", *Recording.folded)
    fold_title = "A weight, somebody else who was there, what to record next, another day, or who may see it"
    people_fields = ("present",)

    how = OneOf("How did you meet?", HOW, missing="Choose how you met")
    present = AnyOf(
        "Who was in the room, or on the telephone?",
        {SOMEONE_ELSE: "Someone else", NOBODY: "Nobody"},
        missing="Tick who was there, or that nobody was",
    )
    seen = OneOf("Did you see {baby}?", SEEN, missing="Say whether you saw the baby")
    life = Passage(
        "What is a day and a night like for {baby}?",
        hint="One or two lines: where they wake, who comes, what you saw.",
        required=False,
        rows=3,
    )
    who_else = Words("Who else was there", required=False)
    weight_kg = weight_field()
    then = AnyOf("After saving, record also", THEN, required=False)

    def told(self) -> list[Told]:
        """The contact with those met, and the weight, where one was taken, as a measurement of its own."""
        said = self.cleaned_data
        there = [one for one in said["present"] if one not in (SOMEONE_ELSE, NOBODY)]
        contact = Contact(child_seen=said["seen"] != "no", lived_experience=True if said["life"] else None)
        entries = [Told(contact, self._note(), people=tuple(("spoke_to", one) for one in there))]
        if said["weight_kg"] is not None:
            entries.append(Told(Measurement(weight_kg=said["weight_kg"])))
        return entries

    def _note(self) -> str:
        said = self.cleaned_data
        seen = {"awake": "The baby was awake.", "asleep": "The baby was asleep.", "no": ""}[said["seen"]]
        else_there = f"Also there: {said['who_else']}." if said["who_else"] else ""
        first = " ".join(part for part in (f"{HOW[said['how']]}.", seen, else_there) if part)
        return f"{first}\n{said['life']}".strip()
