"""Asking for a strategy discussion, answering, planning, holding and deciding: the forms."""

from __future__ import annotations

from typing import Any, Final

from sightline.agencies.models import Agency
from sightline.concerns.codes import YES_NO_UNKNOWN
from sightline.core import clock
from sightline.core.errors import SightlineError
from sightline.strategy.codes import CAME_OR_NOT, CASES, ENQUIRY, PARTS
from sightline.strategy.models import Discussion
from sightline.strategy.written import Agreed, Held, Invited, Planning
from sightline.web.forms.fields import AnyOf, Day, OneOf, Passage, Pick, Words
from sightline.web.forms.form import Form
from sightline.web.forms.medicals import moment_in
from sightline.web.forms.sharing import Time

DISSENT_LINES: Final = 2
ELSEWHERE: Final = "elsewhere"


class Ask(Form):
    """Three answers, and it is sent."""

    not_done = "Nothing is asked for yet"

    why = Passage(
        "Why do you ask, and what do you fear?",
        hint="What you know and since when. You need no proof, and nobody’s leave",
        missing="Say why you ask, and what you fear",
    )
    safe_now = OneOf(
        "Is the child safe now?",
        YES_NO_UNKNOWN,
        missing="Say whether the child is safe now, as far as you know",
    )
    call_back = Words(
        "Your number, answered today", missing="Give a number on which you can be rung back", max_length=80
    )


class Plan(Form):
    """When and how it is held."""

    not_done = "It is not planned yet"

    on = Day("On which day?", future=True, missing="Give the day")
    at = Time("At what time?", hint="Like 14:30", missing="Give the time")
    place = Words(
        "Where, or how?", hint="A room, or the link of a video call", missing="Say where or how it is held",
        width="", max_length=200,
    )  # fmt: skip
    cases = AnyOf("Is any of this so?", CASES, required=False)

    def said(self) -> Planning:
        """The plan."""
        said = self.cleaned_data
        return Planning(moment_in(said, "on", "at"), said["place"], tuple(said["cases"]))


class PlanOne(Plan):
    """A discussion that nobody asked for: why it is held as well."""

    why = Passage("Why is it held?", missing="Say why it is held", rows=3)
    field_order = ["why", "on", "at", "place", "cases"]


class Refuse(Form):
    """Why it is refused, and what happens instead."""

    not_done = "It is not refused yet"

    because = Passage("Why is it refused?", missing="Say why it is refused", rows=3)
    instead = Passage(
        "What will happen instead, by whom and when?", missing="Say what will happen instead", rows=3
    )


class CallOff(Form):
    """Why it is called off, and what happens instead."""

    not_done = "It is not called off yet"

    because = Passage("Why is it called off?", missing="Say why it is called off", rows=3)
    instead = Passage(
        "What will happen instead, by whom and when?", missing="Say what will happen instead", rows=3
    )


class Because(Form):
    """A reason."""

    not_done = "Nothing is changed yet"

    because = Passage("Why?", hint="It stays in the record", missing="Say why", rows=3)


class Invite(Form):
    """Somebody who is asked to take part."""

    not_done = "Nobody is asked yet"

    name = Words("Who?", missing="Give their name", max_length=200)
    part = Pick("As what?", PARTS, missing="Choose as what they take part")
    agency = Pick("Of which agency?", {}, missing="Choose their agency")
    agency_words = Words(
        "The agency’s name, where it is not in the list", required=False, width="", max_length=200
    )

    def __init__(self, *args: Any, discussion: Discussion, **more: Any) -> None:
        super().__init__(*args, **more)
        offer_agencies(self, discussion, elsewhere=True)

    def said(self) -> Invited:
        """Who is asked. Raises SightlineError for an agency elsewhere without its name."""
        said = self.cleaned_data
        here = said["agency"] != ELSEWHERE
        if not here and not said["agency_words"].strip():
            raise SightlineError("Give the agency’s name.")
        agency = Agency.unscoped.get(pk=said["agency"]) if here else None
        return Invited(said["name"], said["part"], agency, "" if here else said["agency_words"])


def offer_agencies(form: Form, discussion: Discussion, *, elsewhere: bool) -> None:
    """Let the form offer the agencies of the partnership."""
    offered = form.fields["agency"]
    assert isinstance(offered, Pick)
    here = Agency.unscoped.filter(partnership=discussion.partnership).order_by("name")
    outside = [(ELSEWHERE, "One that is not in this list")] if elsewhere else []
    offered.choices = [("", "Choose"), *((str(one.pk), one.name) for one in here), *outside]


class Hold(Form):
    """Who came, what was decided, who saw it otherwise."""

    not_done = "It is not recorded as held yet"
    fold_title = "Somebody needed was missing, or somebody saw it otherwise"
    folded = (
        "missing_because",
        "missing_approved_by",
        *(f"{name}-{n}" for n in range(1, DISSENT_LINES + 1) for name in ("dissent", "dissent-words")),
    )

    on = Day("On which day was it held?", missing="Give the day")
    at = Time("At what time?", hint="Like 14:30", missing="Give the time")
    decided = Passage("What was decided?", missing="Write what was decided")
    statement_read = AnyOf(
        "The words that invite challenge", {"read": "They were read out to everybody"}, required=False
    )
    missing_because = Passage(
        "Somebody who is needed was not there: why did it go on?", required=False, rows=2
    )
    missing_approved_by = Words("Who approved that, by name?", required=False, max_length=200)

    def __init__(self, *args: Any, discussion: Discussion, **more: Any) -> None:
        super().__init__(*args, **more)
        asked = {
            f"came-{one.pk}": OneOf(
                f"{one.name}, {PARTS[one.part].lower()}, {one.of}",
                CAME_OR_NOT,
                missing=f"{one.name}: say whether they came",
            )
            for one in discussion.attendees.select_related("agency").order_by("id")
        }
        otherwise = {
            name: field
            for number in range(1, DISSENT_LINES + 1)
            for name, field in (
                (
                    f"dissent-{number}",
                    Words("Somebody saw it otherwise: who?", required=False, max_length=200),
                ),
                (f"dissent-words-{number}", Passage("In their words", required=False, rows=2)),
            )
        }
        when, rest = dict(list(self.fields.items())[:2]), dict(list(self.fields.items())[2:])
        self.fields = {**when, **asked, **rest, **otherwise}

    def said(self) -> Held:
        """What came of it."""
        said = self.cleaned_data
        came = {name.removeprefix("came-"): how for name, how in said.items() if name.startswith("came-")}
        lines = ((said[f"dissent-{n}"], said[f"dissent-words-{n}"]) for n in range(1, DISSENT_LINES + 1))
        return Held(
            moment_in(said, "on", "at"),
            came,
            said["decided"],
            statement_read=bool(said["statement_read"]),
            missing_because=said["missing_because"],
            missing_approved_by=said["missing_approved_by"],
            dissents=tuple((name, words) for name, words in lines if name.strip() and words.strip()),
        )

    @staticmethod
    def begun() -> dict[str, Any]:
        """Today, as the form begins."""
        return {"on": clock.today()}


class Share(Form):
    """What one agency told the others."""

    not_done = "Nothing is written down yet"

    by_agency = Words("Which agency told it?", missing="Say which agency told it", max_length=200)
    words = Passage("What did it tell?", missing="Write what it told")


class Act(Form):
    """One thing to do."""

    not_done = "It is not written down yet"

    what = Words("What is to be done?", missing="Say what is to be done", width="", max_length=300)
    agency = Pick("By which agency?", {}, missing="Choose the agency")
    who = Words("By whom there?", hint="A name, or a role", missing="Say by whom", max_length=200)
    due_on = Day("By which day?", future=True, missing="Give the day")

    def __init__(self, *args: Any, discussion: Discussion, **more: Any) -> None:
        super().__init__(*args, **more)
        offer_agencies(self, discussion, elsewhere=False)

    def said(self) -> Agreed:
        """What was agreed."""
        said = self.cleaned_data
        return Agreed(said["what"], Agency.unscoped.get(pk=said["agency"]), said["who"], said["due_on"])


class CloseAction(Form):
    """What came of an action."""

    not_done = "Nothing is said of it yet"

    state = OneOf("Was it done?", {"done": "Done", "not_done": "Not done"}, missing="Say whether it was done")
    outcome = Words(
        "What came of it, or why was it not done?", missing="Say what came of it", width="", max_length=300
    )


class Decide(Form):
    """Social care's own decision on section 47."""

    not_done = "Nothing is decided yet"

    decision = OneOf("What does social care decide?", ENQUIRY, inline=False, missing="Say what is decided")
    because = Passage("Why?", hint="Every agency that took part reads this", missing="Say why", rows=3)
