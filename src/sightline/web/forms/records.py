"""The forms that record: one a kind of entry, drawn from what the kind may say (`chronology.kinds`)."""

from __future__ import annotations

from typing import Any, ClassVar, Final

from sightline.chronology import codes
from sightline.chronology.kinds import Appointment, Injury, Measurement, Mobility, Observation, Statement
from sightline.core.codes import SECTORS
from sightline.web.forms.fields import AnyOf, Number, OneOf, Passage, Pick, Words, YesNo
from sightline.web.forms.recording import Recording, Told, note_field

BABY: Final = "baby"
SIZES: Final = ("weight_kg", "length_cm", "head_cm")


def weight_field() -> Number:
    """Weight, within what a baby can weigh."""
    return Number("Weight", unit="kg", least=0.3, most=30, required=False)


class AppointmentForm(Recording):
    """An appointment and what became of it."""

    folded = ("routine", "present", *Recording.folded)
    people_fields = ("present",)

    outcome = OneOf(
        "What became of it?", codes.APPOINTMENT_OUTCOMES, inline=False, missing="Choose what became of it"
    )
    service = Pick("Whose appointment was it?", SECTORS, missing="Choose whose appointment it was")
    note = note_field("What was in the way, or what came of it")
    routine = Pick("Which routine review, if it was one", codes.ROUTINES, empty="None", required=False)
    present = AnyOf("Who was there", {}, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["service"].initial = self.setting.actor.sector if self.setting.actor else ""

    def told(self) -> list[Told]:
        """One appointment, with those who were present."""
        said = self.cleaned_data
        detail = Appointment(said["service"], said["outcome"], said["routine"] or None)
        return [Told(detail, said["note"], people=tuple(("with", one) for one in said["present"]))]


class MeasurementForm(Recording):
    """Weight, length, head: at least one."""

    weight_kg = weight_field()
    length_cm = Number("Length", unit="cm", least=20, most=120, required=False)
    head_cm = Number("Head circumference", unit="cm", least=15, most=60, required=False)
    note = note_field("Anything that bears on it: other scales, clothes, illness, a feed watched")

    def clean(self) -> dict[str, Any]:
        """One size at least."""
        said = super().clean() or {}
        if not any(said.get(name) for name in SIZES) and not any(name in self.errors for name in SIZES):
            self.add_error("weight_kg", "Fill in the weight, the length or the head circumference")
        return said

    def told(self) -> list[Told]:
        """One measurement."""
        said = self.cleaned_data
        return [Told(Measurement(**{name: said[name] for name in SIZES}), said["note"])]


class MobilityForm(Recording):
    """What the baby was seen to do."""

    rolls = YesNo("Does {baby} roll over?", required=False)
    sits = YesNo("Sit without help?", required=False)
    crawls = YesNo("Crawl, shuffle or pull along?", required=False)
    cruises = YesNo("Walk holding on to things?", required=False)
    walks = YesNo("Walk alone?", required=False)

    MOVES: ClassVar[tuple[str, ...]] = ("rolls", "sits", "crawls", "cruises", "walks")

    def clean(self) -> dict[str, Any]:
        """Something was seen."""
        said = super().clean() or {}
        if all(said.get(name) is None for name in self.MOVES):
            self.add_error("rolls", "Say yes or no to at least one. Leave those that you did not see")
        return said

    def told(self) -> list[Told]:
        """One entry of what the baby does; a question left open stays not recorded."""
        return [Told(Mobility(**{name: self.cleaned_data[name] for name in self.MOVES}))]


class InjuryForm(Recording):
    """A mark or injury: what, where, and what was said of it. Nothing here judges its cause."""

    folded = ("patterned", "medical_cause", *Recording.folded)
    fold_title = "Its pattern, an established cause, another day, or who may see it"

    injury = OneOf("What did you see?", codes.INJURIES, inline=False, missing="Choose what you saw")
    site = Words(
        "Where on the body?", hint="Left or right, and how large", missing="Say where on the body it is"
    )
    explanation = Passage(
        "What was said about it, in their words?",
        hint="And who said it. Leave it empty if nobody was asked",
        required=False,
    )
    explanation_fits = OneOf(
        "Does what was said fit what you see?", codes.EXPLANATION_FITS, inline=False, required=False
    )
    note = note_field()
    patterned = YesNo("Does it have a pattern?", required=False)
    medical_cause = YesNo(
        "Has an examiner established a medical cause?",
        hint="A birthmark or a birth injury that is recorded, a heel prick, a vaccine or a cannula site, "
        "or an examiner’s opinion. A good explanation is not a medical cause.",
        required=False,
    )

    def told(self) -> list[Told]:
        """One injury."""
        said = self.cleaned_data
        detail = Injury(
            injury=said["injury"],
            site=said["site"],
            patterned=said["patterned"],
            explanation=said["explanation"] or None,
            explanation_fits=said["explanation_fits"] or None,
            medical_cause=said["medical_cause"],
        )
        return [Told(detail, said["note"])]


class ObservationForm(Recording):
    """One thing noticed about the baby or somebody around it."""

    folded = ("explored", "past", *Recording.folded)
    fold_title = "Whether it was considered, whether it is history, another day, or who may see it"
    people_fields = ("about",)

    about = Pick("About whom?", {BABY: "The baby"}, missing="Choose about whom it is")
    code = Pick("What did you notice?", codes.OBSERVATIONS, missing="Choose what you noticed")
    level = OneOf("How much does it weigh, in your judgement?", codes.LEVELS, required=False)
    note = note_field("What you saw and heard")
    explored = YesNo("Was its meaning for the baby talked through?", required=False)
    past = YesNo("Is it history, and not now?", required=False)

    def clean(self) -> dict[str, Any]:
        """What is noticed about a baby is a baby's, what about a parent a parent's."""
        said = super().clean() or {}
        about, code = said.get("about"), said.get("code")
        fitting = codes.BABY_OBSERVATIONS if about == BABY else codes.PARENT_OBSERVATIONS
        if about and code and code not in fitting:
            whom = "the baby" if about == BABY else "an adult"
            self.add_error(
                "code",
                f"“{codes.OBSERVATIONS[code]}” is not said of {whom}: choose another, or change about whom",
            )
        return said

    def told(self) -> list[Told]:
        """One observation, of the baby or of whoever it is about."""
        said = self.cleaned_data
        detail = Observation(said["code"], said["level"] or None, said["explored"], said["past"])
        about = "" if said["about"] == BABY else said["about"]
        return [Told(detail, said["note"], about)]


class StatementForm(Recording):
    """What somebody said."""

    people_fields = ("by",)

    by = Pick("Who said it?", {}, missing="Choose who said it")
    code = OneOf(
        "What did they tell you?", codes.STATEMENTS, inline=False, missing="Choose what they told you"
    )
    words = Passage("In their words", missing="Write what they said, in their words", rows=3)
    note = note_field("What you said and did")

    def told(self) -> list[Told]:
        """One statement, and who said it."""
        said = self.cleaned_data
        return [Told(Statement(said["code"], said["words"]), said["note"], people=(("by", said["by"]),))]
