"""Chasing, passing on, keeping a sharing, and deciding beside who has not answered: the forms."""

from __future__ import annotations

from typing import Any

from django import forms

from sightline.sharing.codes import CONSENTS, DECISIONS, PURPOSES, TOLD_BY_DOOR
from sightline.sharing.said import Weighed
from sightline.web.forms.fields import AnyOf, Asked, Choices, OneOf, Passage, Pick, Words
from sightline.web.forms.form import Form
from sightline.web.forms.referring import Deciding
from sightline.web.forms.sharing import DETRIMENT, DETRIMENT_HINT, MANY, YES_NO, weighed_in


class Address(Asked, forms.EmailField):
    """An e-mail address."""

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(label, **options)
        self.error_messages["invalid"] = "Write it like safeguarding@agency.example"

    def labelled(self) -> dict[str, Any]:
        """A label, and the keyboard that fits it."""
        return super().labelled() | {"type": "email", "width": "30", "autocomplete": "off"}


class Chasing(Form):
    """A line with a chase."""

    not_done = "It is not chased yet"

    words = Words("A line with it, if you like", required=False, width="", max_length=300)


class Stopping(Form):
    """Why a request is taken back."""

    not_done = "It is still asked"

    because = Passage(
        "Why is it no longer asked?", missing="Say why it is no longer asked", rows=2, max_length=MANY
    )


class PassingOn(Form):
    """Another agency's answer, to the team that referred."""

    not_done = "It is not passed on yet"

    detriment = Passage(
        DETRIMENT, hint=DETRIMENT_HINT, missing="Say what harm you considered", rows=2, max_length=MANY
    )
    because = Passage(
        "Why does the team that referred need it?", missing="Give the reason", rows=2, max_length=MANY
    )

    def weighed(self) -> Weighed:
        """Another agency's information is a third party's."""
        return Weighed(third_party=True, **self.cleaned_data)


class TellingParents(Form):
    """What the parents were told of what is shared."""

    not_done = "It is not kept yet"

    told = OneOf(
        "Were the parents told what is shared, and with whom?",
        TOLD_BY_DOOR,
        inline=False,
        missing="Say whether the parents were told",
    )
    because = Passage(
        "If not told: what risk would telling them add?", required=False, rows=2, max_length=MANY
    )

    def clean(self) -> dict[str, Any]:
        """Not telling needs its reason."""
        said = super().clean() or {}
        if said.get("told") == "not_told" and not said.get("because", "").strip():
            self.add_error("because", "Say what risk telling them would add")
        return said


class RecordSharing(Form):
    """What one's own agency shared with another, or refused to, outside a request."""

    not_done = "It is not kept yet"

    recipient = Pick("Which agency got it, or asked for it?", {}, missing="Choose the agency")
    decision = OneOf("What did you decide?", DECISIONS, missing="Choose what you decided")
    what = Passage(
        "What was it?",
        hint="In a line: no copy of the record",
        missing="Say what it was",
        rows=2,
        max_length=MANY,
    )
    purpose_kind = OneOf("What for?", PURPOSES, inline=False, missing="Choose what it was for")
    consent = OneOf(
        "Did the parents agree?", CONSENTS, inline=False, missing="Say whether the parents were asked"
    )
    consent_because = Words("If they were not asked: why?", required=False, width="", max_length=300)
    parents = OneOf(
        "Do the parents know what was shared?",
        TOLD_BY_DOOR,
        inline=False,
        missing="Say what the parents were told",
    )
    parents_because = Words(
        "If not told: what risk would telling them add?", required=False, width="", max_length=300
    )
    third_party = OneOf(
        "Is any of it about somebody else than the child and its parents?",
        YES_NO,
        missing="Say whether any of it is about somebody else",
    )
    detriment = Passage(
        DETRIMENT,
        hint="For a refusal, somebody else’s information, or where a parent objects",
        required=False,
        rows=2,
        max_length=MANY,
    )
    weighed_because = Passage("Why did you decide so?", required=False, rows=2, max_length=MANY)

    def __init__(self, *args: Any, agencies: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        offered = self.fields["recipient"]
        assert isinstance(offered, Pick)
        offered.choices = [("", "Choose"), *agencies.items()]

    def weighed(self) -> Weighed:
        """What was weighed. A parent who said no and was overruled objected."""
        said = self.cleaned_data
        over = said["consent"] == "refused" and said["decision"] == "shared"
        told = said | {"objection": "overridden" if over else "none"}
        return weighed_in(told, consent=said["consent"], consent_because=said["consent_because"])


class KeepMailbox(Form):
    """An agency's safeguarding mailbox."""

    not_done = "The mailbox is not kept yet"

    agency = Pick("Which agency?", {}, missing="Choose the agency")
    address = Address(
        "Its safeguarding mailbox", hint="One that a team reads, not one person", missing="Give the address"
    )

    def __init__(self, *args: Any, agencies: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        offered = self.fields["agency"]
        assert isinstance(offered, Pick)
        offered.choices = [("", "Choose"), *agencies.items()]


class DecidingKnowing(Deciding):
    """The front door's decision, beside who has not answered."""

    silence = AnyOf("Agencies have not answered", {}, required=False)

    def __init__(self, *args: Any, silent: tuple[str, ...] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        if not silent:
            del self.fields["silence"]
            return
        offered = self.fields["silence"]
        assert isinstance(offered, AnyOf)
        offered.choices = [("yes", f"I decide without {', '.join(silent)}; it is kept that they were silent")]

    def clean(self) -> dict[str, Any]:
        """Closing a child while somebody asked is silent is confirmed beside their names."""
        said = super().clean() or {}
        closes = said.get("decision") == "no_further_action"
        if closes and "silence" in self.fields and not said.get("silence"):
            self.add_error(
                "silence",
                "Agencies that were asked have not answered. Confirm that you close it so, or choose again",
            )
        return said
