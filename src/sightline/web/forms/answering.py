"""Answering a question: one of four, with a line where the answer needs it; or, beside a contact, left."""

from __future__ import annotations

from typing import Any, Final

from sightline.prompts.models import ANSWERS
from sightline.web.forms.fields import OneOf, Words
from sightline.web.forms.form import Form

NEEDS_WORDS: Final = {
    "does_not_fit": "Say in a line why it does not fit: it goes back to the lesson’s author",
    "already_known": "Say in a line where it is written",
}
LEAVE: Final = "leave"
_LINE: Final = "In a line: what was done, where it is written, or why it does not fit"


class Answering(Form):
    """One of the four answers."""

    not_done = "The question is not answered yet"

    answer = OneOf("Your answer", ANSWERS, inline=False, missing="Choose one of the four answers")
    words = Words(_LINE, width="30", required=False, max_length=1000)

    def clean(self) -> dict[str, Any]:
        """Two of the answers need a line."""
        said = super().clean() or {}
        if said.get("answer") in NEEDS_WORDS and not said.get("words", "").strip():
            self.add_error("words", NEEDS_WORDS[said["answer"]])
        return said


class AnsweringBeside(Answering):
    """The same beside a contact, where leaving it is never a fault."""

    not_done = "Nothing is saved yet"

    answer = OneOf("Did it answer this?", {**ANSWERS, LEAVE: "Leave it"}, inline=False, required=False)

    @property
    def is_left(self) -> bool:
        """Whether the question was left for another time."""
        return self.cleaned_data.get("answer") in ("", LEAVE, None)
