"""The forms for who is around the baby: a change at home, and who somebody is."""

from __future__ import annotations

from typing import Any, Final

from sightline.chronology import codes
from sightline.chronology.kinds import Household, Relationship
from sightline.core.codes import SEXES
from sightline.web.forms.fields import Day, Number, OneOf, Passage, Pick, Words, YesNo
from sightline.web.forms.recording import Recording, Told, note_field

SOMEONE_NEW: Final = "new"
UNNAMED: Final = frozenset(
    {"described", "unknown", "not_asked", "asked_not_disclosed", "not_safe_to_ask", "no_second_parent"}
)


class WhoForm(Recording):
    """Somebody around the baby already, or somebody new."""

    people_fields = ("about",)

    about = Pick("Who?", {SOMEONE_NEW: "Someone new"}, missing="Choose who, or someone new")
    given_name = Words("First name, if someone new", required=False, max_length=300)
    family_name = Words("Last name, if someone new", required=False, max_length=300)
    sex = Pick("Sex, if someone new", SEXES, empty="Not known or not said", required=False)

    @property
    def is_someone_new(self) -> bool:
        """Whether somebody comes into the record with this entry."""
        return bool(self.cleaned_data["about"] == SOMEONE_NEW)

    @property
    def someone(self) -> dict[str, Any]:
        """What is known of somebody new."""
        said = self.cleaned_data
        return {
            "given_name": said["given_name"],
            "family_name": said["family_name"],
            "sex": said["sex"] or "unknown",
        }

    def has_a_name(self, said: dict[str, Any]) -> bool:
        """Whether somebody new is named."""
        return said.get("about") != SOMEONE_NEW or bool(said.get("given_name") or said.get("family_name"))


class HouseholdForm(WhoForm):
    """Somebody moves in or out, stays often, or takes on care."""

    folded = ("reason", *Recording.folded)
    fold_title = "The reason, another day, or who may see it"

    change = OneOf("What changed?", codes.HOUSEHOLD_CHANGES, inline=False, missing="Choose what changed")
    nights_a_week = Number("Nights a week, where it is about nights", least=0, most=7, required=False)
    said_by = Words("Who told you?", missing="Say who told you, or that you saw it")
    note = note_field()
    reason = Passage("The reason they gave, if you asked", rows=2, required=False)

    def clean(self) -> dict[str, Any]:
        """Somebody new needs a name or is described under who somebody is."""
        said = super().clean() or {}
        if not self.has_a_name(said):
            self.add_error(
                "given_name", "Give a name; somebody without one is recorded under “who somebody is”"
            )
        return said

    def told(self) -> list[Told]:
        """One change at the home of the baby; a reason that is written is a reason that is known."""
        said = self.cleaned_data
        nights = said["nights_a_week"]
        detail = Household(
            change=said["change"],
            reason_known=True if said["reason"] else None,
            reason=said["reason"] or None,
            nights_a_week=None if nights is None else int(nights),
            said_by=said["said_by"],
        )
        return [Told(detail, said["note"], said["about"], (("of", "baby"),))]


class RelationshipForm(WhoForm):
    """Who somebody is to the baby, and how well that is known. Not known is an answer with an owner."""

    folded = ("parental_responsibility", "evidence", "ended", "chase_by", *Recording.folded)
    fold_title = "Parental responsibility, finding out by, another day, or who may see it"

    type = Pick("Who are they to {baby}?", codes.RELATIONSHIPS, missing="Choose who they are to the baby")
    identity = OneOf(
        "How well is it known who they are?",
        codes.IDENTITIES,
        inline=False,
        missing="Choose how well it is known",
    )
    described_as = Words("How they are described, where there is no name", required=False)
    note = note_field()
    parental_responsibility = YesNo("Have they parental responsibility?", required=False)
    evidence = Words("What shows it", hint="A birth certificate, an order", required=False)
    ended = YesNo("Is it over?", required=False)
    chase_by = Day("To be found out by, where it is not known", future=True, required=False)

    def clean(self) -> dict[str, Any]:
        """A named person has a name; a described one has words."""
        said = super().clean() or {}
        identity = said.get("identity")
        if identity not in UNNAMED and identity and not self.has_a_name(said):
            self.add_error("given_name", "Give a name, or choose how else it is known who they are")
        if identity == "described" and not said.get("described_as"):
            self.add_error("described_as", "Write how they are described, in the words that were used")
        return said

    def told(self) -> list[Told]:
        """One relationship to the baby."""
        said = self.cleaned_data
        detail = Relationship(
            type=said["type"],
            identity=said["identity"],
            described_as=said["described_as"] or None,
            parental_responsibility=said["parental_responsibility"],
            evidence=said["evidence"] or None,
            ended=said["ended"],
            chase_by=said["chase_by"],
        )
        return [Told(detail, said["note"], said["about"], (("to", "baby"),))]
