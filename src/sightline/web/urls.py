"""The pages' addresses. Nothing in an address is sequential."""

from __future__ import annotations

from django.urls import URLPattern, path

from sightline.web.pages import (
    about,
    answer,
    bring_in,
    candidates,
    entry,
    find,
    health,
    home,
    lessons,
    locked,
    my_babies,
    record,
    who_looked,
)
from sightline.web.pages.baby import page

urlpatterns: list[URLPattern] = [
    path("", home.home, name="home"),
    path("role/", home.choose_role, name="choose_role"),
    path("no-role/", home.no_role, name="no_role"),
    path("locked/", locked.locked, name="locked"),
    path("still-here/", locked.still_here, name="still_here"),
    path("health", health.health, name="health"),
    path("babies/", my_babies.my_babies, name="my_babies"),
    path("told/<uuid:notice_id>/", my_babies.notice_read, name="notice_read"),
    path("babies/find/", find.find, name="find"),
    path("babies/open/", find.open_record, name="open_record"),
    path("babies/<uuid:child_id>/", page.baby, name="baby"),
    path("babies/<uuid:child_id>/chronology/", page.chronology, name="chronology"),
    path("babies/<uuid:child_id>/growth/", page.growth, name="growth"),
    path("babies/<uuid:child_id>/entries/<uuid:entry_id>/", entry.entry, name="entry"),
    path("babies/<uuid:child_id>/record/<slug:kind>/", record.record_page, name="record"),
    path("babies/<uuid:child_id>/recorded/<uuid:entry_id>/", record.recorded, name="recorded"),
    path("babies/<uuid:child_id>/who-has-looked/", who_looked.who_looked_at, name="who_looked_at"),
    path("who-has-looked/", who_looked.who_looked, name="who_looked"),
    path("questions/<uuid:prompt_id>/", answer.answer, name="answer"),
    path("same-person/", candidates.candidates, name="candidates"),
    path("same-person/<uuid:candidate_id>/", candidates.candidate, name="candidate"),
    path("bring-in/", bring_in.bring_in, name="bring_in"),
    path("bring-in/tables/<slug:name>.csv", bring_in.template, name="bring_in_template"),
    path("bring-in/<uuid:upload_id>/", bring_in.progress, name="bring_in_progress"),
    path("lessons/", lessons.lessons, name="lessons"),
    path("lessons/<slug:point_id>/", lessons.lesson, name="lesson"),
    path("help/", about.help_page, name="help"),
    path("families/", about.families, name="families"),
    path("accessibility/", about.accessibility, name="accessibility"),
]
