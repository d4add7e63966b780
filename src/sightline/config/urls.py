"""Every address of Sightline."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("account/", include("allauth.urls")),
    path("", include("sightline.web.urls")),
]
