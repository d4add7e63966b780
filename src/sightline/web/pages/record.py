"""Recording on a baby's page, and answering in the same save the questions that it answers."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods

from sightline.agencies.duty import numbers_now
from sightline.chronology.actions import name_person, record
from sightline.chronology.models import Entry
from sightline.chronology.queries import entry_seen_by
from sightline.core import ids
from sightline.core.actors import Actor
from sightline.core.codes import SECTORS
from sightline.core.errors import SightlineError, Unfindable
from sightline.core.unit import unit
from sightline.people.models import Person
from sightline.prompts.actions import answer as answer_prompt
from sightline.web.ages import age_of
from sightline.web.forms.answering import AnsweringBeside
from sightline.web.forms.record_contact import THEN
from sightline.web.forms.record_home import WhoForm
from sightline.web.forms.record_kinds import RECORDS, RecordKind
from sightline.web.forms.recording import Recording, Setting, Told
from sightline.web.gate import signed_in
from sightline.web.locking import typed
from sightline.web.looking import show_looked
from sightline.web.pages.baby.around import around_of
from sightline.web.pages.baby.asking import AskedQuestion, questions_of
from sightline.web.pages.baby.header import moving_about
from sightline.web.pages.baby.reading import Reading, read_baby
from sightline.web.pages.baby.saying import plain_text
from sightline.web.procedures import procedure_of
from sightline.web.words import count

MAY_BE_MET: Final = frozenset({"named", "described", "no_contact_permitted"})
ABOUT_WHO: Final = frozenset({"relationship", "household"})
Beside = tuple[AskedQuestion, AnsweringBeside]


@dataclass(frozen=True)
class Desk:
    """What lies before somebody who records: the baby, the form, the questions that it may answer."""

    reading: Reading
    kind: str
    form: Recording
    beside: tuple[Beside, ...]
    people: dict[str, Person]

    @property
    def record(self) -> RecordKind:
        """The form's page."""
        return RECORDS[self.kind]

    @property
    def is_valid(self) -> bool:
        """Whether the form and every answer beside it can be saved; all are checked."""
        return all([self.form.is_valid(), *(form.is_valid() for _, form in self.beside)])


@require_http_methods(["GET", "POST"])
@signed_in
def record_page(request: HttpRequest, actor: Actor, child_id: uuid.UUID, kind: str) -> HttpResponse:
    """The form of one kind; saving it records, answers, and shows plain text to copy."""
    if kind not in RECORDS:
        raise Unfindable("There is no such page.")
    desk = _desk(read_baby(actor, child_id), kind, typed(request))
    if request.method == "POST":
        saved = request.session.get("saved", {}).get(request.POST.get("draft", ""))
        if saved:
            return redirect("recorded", child_id, saved)
        if desk.is_valid and (entry := _save(request, actor, desk)):
            return redirect("recorded", child_id, entry)
    return _page(request, actor, desk)


def _desk(reading: Reading, kind: str, said: QueryDict | None) -> Desk:
    people = {str(one.person.pk): one for one in around_of(reading)}
    name = reading.baby.person.given_name or "the baby"
    nameable = {
        key: one.name for key, one in people.items() if one.identity in MAY_BE_MET or kind in ABOUT_WHO
    }
    setting = Setting(name, nameable, reading.actor)
    form = RECORDS[kind].form(said, setting=setting)
    asked = questions_of(reading) if kind == "contact" else []
    beside = tuple((one, AnsweringBeside(said, prefix=str(one.id))) for one in asked)
    persons = {key: one.person for key, one in people.items()} | {"baby": reading.baby.person}
    return Desk(reading, kind, form, beside, persons)


def _save(request: HttpRequest, actor: Actor, desk: Desk) -> str:
    """Record and answer in one transaction; the first entry's id. Empty when refused: the form says why."""
    try:
        with unit():
            entries = [_record(actor, desk, told) for told in desk.form.told()]
            for question, form in desk.beside:
                if not form.is_left:
                    answer_prompt(
                        actor, question.prompt, form.cleaned_data["answer"], form.cleaned_data["words"]
                    )
    except SightlineError as error:
        desk.form.add_error(None, str(error))
        return ""
    saved = str(entries[0].pk)
    _remember(request, saved, desk)
    return saved


def _record(actor: Actor, desk: Desk, told: Told) -> Entry:
    child = desk.reading.baby.person
    return record(
        actor,
        child,
        told.detail,
        about=_about(actor, desk, told),
        people=tuple((part, desk.people[key]) for part, key in told.people),
        note=told.note,
        sensitivity=desk.form.who_may_see,
        **desk.form.happened(),
    )


def _about(actor: Actor, desk: Desk, told: Told) -> Person | None:
    """Whom the entry is about: somebody around the baby, somebody new, or the baby itself."""
    if isinstance(desk.form, WhoForm) and desk.form.is_someone_new:
        return name_person(actor, desk.reading.baby.person, **desk.form.someone)
    return desk.people[told.about] if told.about else None


def _remember(request: HttpRequest, saved: str, desk: Desk) -> None:
    """So that the same draft sent twice is saved once; and what was to be recorded next."""
    kept = dict(list(request.session.get("saved", {}).items())[-9:])
    request.session["saved"] = kept | {request.POST.get("draft", ""): saved}
    answered = sum(not form.is_left for _, form in desk.beside)
    request.session["after"] = {
        "entry": saved,
        "then": desk.form.cleaned_data.get("then", []),
        "answered": answered,
    }


def _page(request: HttpRequest, actor: Actor, desk: Desk) -> HttpResponse:
    reading, page = desk.reading, desk.record
    name = reading.baby.person.given_name or "the baby"
    context: dict[str, Any] = {
        "baby": reading.baby,
        "name": name,
        "age": age_of(reading.baby, reading.today),
        "page": page,
        "title": page.title.replace("{baby}", name),
        "form": desk.form,
        "beside": desk.beside,
        "kept": request.method == "GET" and desk.form.is_bound,
        "numbers": numbers_now(actor.partnership),
        "today": reading.today,
        "sector": SECTORS.get(actor.sector, ""),
        "draft": request.POST.get("draft") or str(ids.new_id()),
        "procedure": procedure_of(actor.partnership, page.procedure) if page.procedure else None,
        "kind": desk.kind,
    }
    return show_looked(
        request, actor, "pages/record.html", context, event="record_form.looked", children=[reading.child_id]
    )


@require_GET
@signed_in
def recorded(request: HttpRequest, actor: Actor, child_id: uuid.UUID, entry_id: uuid.UUID) -> HttpResponse:
    """After saving: that it is saved and told nobody, and the text to copy into one's own record."""
    reading = read_baby(actor, child_id)
    line = entry_seen_by(actor, entry_id)
    after = request.session.get("after", {})
    mine = after if after.get("entry") == str(entry_id) else {}
    context = {
        "baby": reading.baby,
        "text": plain_text(line, reading),
        "then": [(kind, THEN[kind]) for kind in mine.get("then", []) if kind in THEN],
        "answered": _answered_words(mine.get("answered", 0)),
        "asked": questions_of(reading),
        "numbers": numbers_now(actor.partnership),
        "warns": line.entry.kind in ("injury", "statement", "contact"),
        "entry_id": entry_id,
        "mark": line.entry.kind == "injury" and not moving_about(reading).startswith("moving"),
    }
    return show_looked(
        request,
        actor,
        "pages/recorded.html",
        context,
        event="entry.looked",
        children=[reading.child_id],
        records=[f"entry:{entry_id}"],
    )


def _answered_words(answered: int) -> str:
    return f"{count(answered, 'question').capitalize()} answered." if answered else ""
