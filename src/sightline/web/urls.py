"""The pages' addresses. Nothing in an address is sequential."""

from __future__ import annotations

from django.urls import URLPattern, path

from sightline.web.pages import about, health, home, lessons, locked, my_babies

urlpatterns: list[URLPattern] = [
    path("", home.home, name="home"),
    path("role/", home.choose_role, name="choose_role"),
    path("no-role/", home.no_role, name="no_role"),
    path("locked/", locked.locked, name="locked"),
    path("still-here/", locked.still_here, name="still_here"),
    path("health", health.health, name="health"),
    path("babies/", my_babies.my_babies, name="my_babies"),
    path("lessons/", lessons.lessons, name="lessons"),
    path("lessons/<slug:point_id>/", lessons.lesson, name="lesson"),
    path("help/", about.help_page, name="help"),
    path("families/", about.families, name="families"),
    path("accessibility/", about.accessibility, name="accessibility"),
]
