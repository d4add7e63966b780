"""What stands around a resource in its file: whom a reference means, who is a child, who the author is.

References are followed inside the file first. One to another server keeps its whole address as key, so that
two servers' `Patient/1` never become one person.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from sightline.chronology.proposals import IdentifierProposal, PersonProposal
from sightline.core import clock
from sightline.core.ids import is_nhs_number
from sightline.exchange.fhir.elements import first_day, parts
from sightline.exchange.fhir.identifiers import NHS_NUMBER, identifiers_of, named_by
from sightline.exchange.fhir.people import born, is_animal
from sightline.exchange.fhir.received import Received

PEOPLE: Final = ("Patient", "RelatedPerson")
CHILD_UNDER: Final = 16
"""Years. Under this a person is taken to depend on others to be brought (practice.md 5.1)."""

_LOCAL: Final = re.compile(r"(?P<type>[A-Z][A-Za-z]+)/(?P<id>[A-Za-z0-9\-.]{1,64})(/_history/[^/]+)?")
_DATED: Final = ("effectiveDateTime", "effectiveInstant", "start", "occurrenceDateTime", "issued", "recorded")
_PERIODS: Final = ("effectivePeriod", "period")
_LONGEST_KEY: Final = 180


@dataclass(slots=True)
class Surroundings:
    """The resources of one file, by every name that a reference may use."""

    by_name: dict[str, Received] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    """The person key of each Patient and RelatedPerson in the file, by source id."""
    by_number: dict[str, str] = field(default_factory=dict)
    births: dict[str, tuple[dt.date, dt.date]] = field(default_factory=dict)
    dated: dict[str, list[dt.date]] = field(default_factory=dict)
    bases: set[str] = field(default_factory=set)
    cited: set[str] = field(default_factory=set)
    named_only: dict[str, PersonProposal] = field(default_factory=dict)

    def resolve(self, reference: Any, holder: Received) -> Received | None:
        """The resource in this file that a reference means."""
        text = str(reference.get("reference", "")) if isinstance(reference, dict) else ""
        if text.startswith("#"):
            return self._contained(text[1:], holder)
        found = self.by_name.get(text) or self.by_name.get(self._name(text))
        if found is not None:
            self.cited.add(found.source_id)
        return found

    def person_key(self, reference: Any, holder: Received) -> str:
        """The key of the person whom a reference means; empty when it means no person."""
        if not isinstance(reference, dict):
            return ""
        number = named_by(reference.get("identifier"))
        text = str(reference.get("reference", ""))
        if not text:
            return self._numbered(number) if number else ""
        found = self.resolve(reference, holder)
        if found is not None:
            return self.keys.get(found.source_id, "")
        return self._outside(text)

    def is_child(self, key: str, on: dt.date | None) -> bool | None:
        """Whether a person was under 16 on a day, whatever the exact birthday; None when not known."""
        span = self.births.get(key)
        if span is None:
            return None
        day = on or clock.today()
        if years_old(span[0], day) < CHILD_UNDER:
            return True
        return False if years_old(span[1], day) >= CHILD_UNDER else None

    def _name(self, text: str) -> str:
        """The name of a reference within this file: `Type/id`, without version or a base of the file."""
        text = re.sub(r"/_history/[^/]+$", "", text)
        base, _, rest = _split(text)
        return rest if base in self.bases else text

    def _outside(self, text: str) -> str:
        name = self._name(text)
        local = _LOCAL.fullmatch(name)
        if local is not None:
            return name if local["type"] in PEOPLE else ""
        _, type_, _ = _split(name)
        return _short(name) if type_ in PEOPLE else ""  # a urn leads nowhere outside its own file

    def _numbered(self, number: str) -> str:
        key = self.by_number.get(number)
        if key is None:
            key = f"nhs-number/{number}"[:_LONGEST_KEY]
            identifier = IdentifierProposal("nhs_number", number[:80], NHS_NUMBER)
            self.named_only[key] = PersonProposal(key=key, identifiers=(identifier,))
        return key

    def _contained(self, id_: str, holder: Received) -> Received | None:
        for body in parts(holder.body.get("contained")):
            if body.get("id") == id_:
                return Received(holder.document, body, labels=holder.labels)
        return None


def survey(resources: Iterable[Received]) -> Surroundings:
    """Learn the names, people and dates of a file's resources."""
    every = list(resources)
    around = Surroundings()
    for received in every:
        around.by_name[received.source_id] = received
        if received.full_url:
            around.by_name[received.full_url] = received
            base, _, rest = _split(received.full_url)
            if base and rest == received.source_id:
                around.bases.add(base)
    for received in every:
        if received.type in PEOPLE and not is_animal(received.body):
            around.keys[received.source_id] = _short(received.source_id)
    _join_records_of_one_person(around, every)
    _learn_births(around, every)
    _learn_dates(around, every)
    return around


def _join_records_of_one_person(around: Surroundings, every: list[Received]) -> None:
    """A RelatedPerson takes the key of a Patient who says it is the same, or who has its number."""
    for patient in (one for one in every if one.type == "Patient"):
        for link in parts(patient.body.get("link")):
            other = around.resolve(link.get("other"), patient)
            if other is not None and other.type == "RelatedPerson" and link.get("type") == "seealso":
                around.keys[other.source_id] = around.keys.get(patient.source_id, "")
    numbers = _patients_by_number(around, every)
    for relative in (one for one in every if one.type == "RelatedPerson"):
        related_to = around.person_key(relative.body.get("patient"), relative)
        keys = {numbers[number] for number in _numbers(relative) if number in numbers} - {related_to}
        if len(keys) == 1 and around.keys[relative.source_id] == _short(relative.source_id):
            around.keys[relative.source_id] = keys.pop()


def _patients_by_number(around: Surroundings, every: list[Received]) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], set[str]] = {}
    for patient in every:
        if patient.type == "Patient" and patient.source_id in around.keys:
            for number in _numbers(patient):
                found.setdefault(number, set()).add(around.keys[patient.source_id])
    single = {number: keys.pop() for number, keys in found.items() if len(keys) == 1}
    around.by_number = {value: key for (system, value), key in single.items() if system == NHS_NUMBER}
    return single


def _numbers(received: Received) -> list[tuple[str, str]]:
    """What may say that two records are one person: numbers with a system that do not fail a check."""
    return [
        (one.system, one.value)
        for one in identifiers_of({"identifier": received.body.get("identifier")})
        if one.system and (one.type != "nhs_number" or is_nhs_number(one.value))
    ]


def _learn_births(around: Surroundings, every: list[Received]) -> None:
    for received in every:
        if received.source_id in around.keys:
            first, last = born(received.body)
            if first is not None and last is not None:
                around.births.setdefault(around.keys[received.source_id], (first, last))


def _learn_dates(around: Surroundings, every: list[Received]) -> None:
    for received in every:
        key = around.keys.get(received.source_id) or _subject_key(received, around)
        told = [received.body.get(name) for name in _DATED]
        told += [(received.body.get(name) or {}).get("start") for name in _PERIODS]
        if received.type in PEOPLE:
            told = [(received.body.get("meta") or {}).get("lastUpdated")]
        found = [day for text in told if (day := first_day(text)) is not None]
        if key and found:
            around.dated.setdefault(key, []).extend(found)


def _subject_key(received: Received, around: Surroundings) -> str:
    subject = received.body.get("subject") or received.body.get("patient")
    text = str(subject.get("reference", "")) if isinstance(subject, dict) else ""
    found = around.by_name.get(text) or around.by_name.get(around._name(text))
    return around.keys.get(found.source_id, "") if found else ""


def _split(url: str) -> tuple[str, str, str]:
    """A web address as base, resource type and `Type/id`; empty texts where it is none."""
    pieces = url.rsplit("/", 2)
    if len(pieces) == 3 and _LOCAL.fullmatch(f"{pieces[1]}/{pieces[2]}"):
        return pieces[0], pieces[1], f"{pieces[1]}/{pieces[2]}"
    return "", "", url


def _short(key: str) -> str:
    if len(key) <= _LONGEST_KEY:
        return key
    return f"sha256:{hashlib.sha256(key.encode()).hexdigest()}"


def years_old(born_on: dt.date, day: dt.date) -> int:
    """Whole years between a birth and a day."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))
