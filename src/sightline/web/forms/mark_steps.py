"""The forms of the steps after a mark was written down: opinion, discussion, decision, telling."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sightline.chronology.codes import EXPLANATION_FITS
from sightline.core import clock
from sightline.core.codes import SECTORS
from sightline.marks.codes import DECISIONS, GRADES, HINDRANCES, OPINIONS
from sightline.marks.examining import Examined
from sightline.marks.telling_parents import ToParents
from sightline.web.forms.fields import AnyOf, Day, OneOf, Passage, Words
from sightline.web.forms.form import Form
from sightline.web.forms.marks import Clock, Timed


class AskingExaminer(Form):
    """Which paediatricians are asked."""

    not_done = "Nobody is asked yet"

    of = OneOf("Who is asked to examine?", {}, inline=False, missing="Choose who is asked to examine")
    words = Passage("What do you ask, and whom did you speak to?", required=False, rows=3)

    def __init__(self, *args: Any, agencies: Mapping[str, str], **more: Any) -> None:
        super().__init__(*args, **more)
        _offer(self, "of", agencies)


class Opining(Timed):
    """What the examiner found and thinks."""

    not_done = "No opinion is saved yet"

    examiner = Words("Name of the examiner", missing="Give the examiner’s name")
    grade = OneOf("Grade", GRADES, inline=False, missing="Choose the examiner’s grade")
    place = Words("Where", required=False)
    on = Day("Day of the examination", missing="Give the day of the examination")
    at = Clock("Time", hint="Like 14:20", required=False)
    findings = Passage("What was found, all over", missing="Say what was found")
    differential = Passage("Medical causes that were considered", required=False, rows=2)
    tests = Passage("Tests: done, asked for, and their results", required=False, rows=2)
    outcome = OneOf(
        "Opinion",
        OPINIONS,
        inline=False,
        hint="“Cannot say” is not a clearance",
        missing="Choose the opinion",
    )
    words = Passage("The opinion in the examiner’s own words", missing="Give the opinion in words")

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["on"].initial = clock.today()

    def examined(self) -> Examined:
        """What was filled in, as plain data."""
        at = self.instant("on", "at")
        assert at is not None
        plain = {name: said for name, said in self.cleaned_data.items() if name not in ("on", "at")}
        return Examined(examined_at=at, **plain)


class SecondOpinion(Opining):
    """An opinion without an examination by a paediatrician, and why."""

    because = Passage(
        "Why does no paediatrician examine the baby?",
        hint="It stands on the page with your name",
        missing="Say why no paediatrician examines the baby",
    )


class Discussing(Timed):
    """The discussion with the examiner."""

    not_done = "The discussion is not saved yet"

    on = Day("Day", missing="Give the day of the discussion")
    at = Clock("Time", hint="Like 15:30", required=False)
    examiner = Words(
        "Which examiner took part?",
        hint="In the room or by telephone",
        missing="Name the examiner who took part",
    )
    sectors = AnyOf("Which agencies took part?", SECTORS, missing="Choose the agencies that took part")
    present = Passage("Who was there", rows=2, missing="Say who was there")
    known = Passage("What is known of the family, and what is not known", missing="Say what is known and not")
    said = Passage("What was said and agreed", missing="Say what was said")

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["on"].initial = clock.today()


class DecidingMark(Form):
    """What the mark is taken to be."""

    not_done = "Nothing is decided yet"

    decision = OneOf(
        "Decision",
        DECISIONS,
        inline=False,
        hint="None of these starts an enquiry",
        missing="Choose a decision",
    )
    because = Passage(
        "Reasons", hint="The referrer reads them and may challenge them", missing="Give the reasons"
    )
    next_step = Words("What happens next, and who does it?", missing="Say what happens next", width="")


class ToldParents(Form):
    """Whether the parents were told, or why not."""

    not_done = "It is not saved yet"

    told = OneOf(
        "Were the parents told?",
        {"yes": "Yes", "no": "Not yet, because it would add risk"},
        inline=False,
        missing="Say whether the parents were told",
    )
    whom = Words("Who was told?", required=False)
    leaflet = AnyOf("The leaflet", {"given": "They have it, in a language that they read"}, required=False)
    words = Passage("What was said, and what they said", required=False, rows=3)
    because = Passage(
        "If not told: what risk would telling them add?",
        hint="It is looked at again, on a day that the page will show",
        required=False,
        rows=2,
    )

    def clean(self) -> dict[str, Any]:
        """Whom, or why not."""
        said = super().clean() or {}
        if said.get("told") == "yes" and not said.get("whom", "").strip():
            self.add_error("whom", "Say who was told")
        if said.get("told") == "no" and not said.get("because", "").strip():
            self.add_error("because", "Say what risk telling them would add")
        return said

    def answer(self, version: str) -> ToParents:
        """What was filled in; `version` is the leaflet's, if they have it."""
        said = self.cleaned_data
        given = version if "given" in said["leaflet"] else ""
        if said["told"] == "no":
            return ToParents(False, because=said["because"], words=said["words"])
        return ToParents(True, said["whom"], given, said["words"])


class ToldReferrer(Form):
    """How the referrer was told."""

    not_done = "It is not saved yet"

    how = Words("Whom did you tell, and how?", missing="Say whom you told, and how", width="")


class Closing(Form):
    """Nothing is asked: the page says what stands."""


class Accounting(Timed):
    """What somebody says of a mark, after it was written down."""

    not_done = "It is not saved yet"

    mark = OneOf("Of which mark?", {}, inline=False, missing="Choose the mark")
    words = Passage("What was said, in the words used", missing="Write what was said")
    said_by = Words("Who said it?", missing="Say who said it")
    on = Day("On what day?", missing="Give the day")
    at = Clock("At what time?", hint="Like 11:40", required=False)
    fits = OneOf("Does it fit what is seen?", EXPLANATION_FITS, inline=False, required=False)

    def __init__(self, *args: Any, marks: Mapping[str, str], **more: Any) -> None:
        super().__init__(*args, **more)
        _offer(self, "mark", marks)
        self.fields["on"].initial = clock.today()


class Hindering(Form):
    """What stands in the way."""

    not_done = "It is not saved yet"

    kind = OneOf("What stands in the way?", HINDRANCES, inline=False, missing="Choose what stands in the way")
    words = Passage("What have you tried, and when?", missing="Say what you have tried")


class AnsweringHindrance(Form):
    """What a manager does about it."""

    not_done = "It is not saved yet"

    answer = Passage("What is done about it, and who does it?", missing="Say what is done about it")


class LookingAtOther(Timed):
    """Who has looked at another child of the home."""

    not_done = "It is not saved yet"

    other = OneOf("Which child?", {}, inline=False, missing="Choose the child")
    looked_by = Words("Who looked at this child?", missing="Say who looked")
    on = Day("On what day?", missing="Give the day")
    at = Clock("At what time?", hint="Like 11:40", required=False)
    found = Passage("What was seen, and how much of the skin?", rows=3, missing="Say what was seen")

    def __init__(self, *args: Any, others: Mapping[str, str], **more: Any) -> None:
        super().__init__(*args, **more)
        _offer(self, "other", others)
        self.fields["on"].initial = clock.today()


class NamingOther(Form):
    """A child of the home whom the record does not have."""

    not_done = "It is not saved yet"

    words = Words("Which child?", hint="Name and age, as you heard them", missing="Say which child")


class Linking(Form):
    """Which referral is this mark's."""

    not_done = "Nothing is linked yet"

    referral = OneOf("Which referral?", {}, inline=False, missing="Choose a referral")

    def __init__(self, *args: Any, referrals: Mapping[str, str], **more: Any) -> None:
        super().__init__(*args, **more)
        _offer(self, "referral", referrals)


class TakingMarkBack(Form):
    """Why it is taken back."""

    not_done = "It is not taken back"

    because = Passage(
        "Why is it taken back?",
        hint="Only for the wrong baby, or what was no mark",
        missing="Say why",
        rows=2,
    )


def _offer(form: Form, name: str, choices: Mapping[str, str]) -> None:
    """Let a field offer what there is to choose; what is alone is chosen already."""
    offered = form.fields[name]
    assert isinstance(offered, OneOf)
    offered.choices = list(choices.items())
    if len(choices) == 1:
        offered.initial = next(iter(choices))
