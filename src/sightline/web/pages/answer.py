"""Answering one question, with its evidence, its lesson and its purpose beside it."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from sightline.core.actors import Actor
from sightline.core.errors import SightlineError, Unfindable
from sightline.prompts.actions import answer as answer_prompt
from sightline.prompts.queries import seen_by
from sightline.web.forms.answering import Answering
from sightline.web.gate import signed_in
from sightline.web.locking import typed
from sightline.web.looking import show_looked
from sightline.web.pages.baby.asking import AskedQuestion, questions_of
from sightline.web.pages.baby.reading import Reading, read_baby
from sightline.web.procedures import procedure_of


@require_http_methods(["GET", "POST"])
@signed_in
def answer(request: HttpRequest, actor: Actor, prompt_id: uuid.UUID) -> HttpResponse:
    """The form for one answer; a question that is not this actor's is not found."""
    reading, question = _question(actor, prompt_id)
    form = Answering(typed(request), initial={"answer": request.GET.get("answer", "")})
    if request.method == "POST" and form.is_valid():
        try:
            answer_prompt(actor, question.prompt, form.cleaned_data["answer"], form.cleaned_data["words"])
            return redirect("baby", reading.child_id)
        except SightlineError as error:
            form.add_error(None, str(error))
    context = {
        "baby": reading.baby,
        "question": question,
        "form": form,
        "kept": request.method == "GET" and form.is_bound,
        "procedure": procedure_of(actor.partnership, question.lesson.procedure),
        "today": reading.today,
    }
    return show_looked(
        request,
        actor,
        "pages/answer.html",
        context,
        event="prompt.looked",
        children=[reading.child_id],
        records=[f"prompt:{question.id}"],
    )


def _question(actor: Actor, prompt_id: uuid.UUID) -> tuple[Reading, AskedQuestion]:
    """The question as the baby's page shows it to this actor. Raises Unfindable otherwise."""
    prompt = seen_by(actor).filter(pk=prompt_id).first()
    if prompt is not None:
        reading = read_baby(actor, prompt.child_id)
        for question in questions_of(reading):
            if question.id == prompt_id:
                return reading, question
    raise Unfindable("There is no such question, or it is not waiting for you.")
