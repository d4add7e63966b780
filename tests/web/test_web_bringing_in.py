"""Bringing records in: for those whose role it is, tried or stored, with the reason for a refusal."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from factories import an_actor
from sightline.exchange.models import Upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator():
    return an_actor("health_visiting", "administrator")


def upload(client, body=b'{"resourceType": "Bundle"}', how="try"):
    told = {"file": SimpleUploadedFile("babies.json", body), "how": how}
    return client.post("/bring-in/", told, follow=True)


def test_a_practitioner_does_not_bring_records_in(sign_in):
    response = sign_in(an_actor("health_visiting")).get("/bring-in/")
    assert response.status_code == 403
    assert "You cannot bring records in." in response.content.decode()


def test_an_administrator_uploads_and_watches(administrator, sign_in):
    said = upload(sign_in(administrator)).content.decode()
    assert "babies.json" in said
    assert Upload.unscoped.get().dry_run is True


def test_an_entirely_empty_upload_shows_what_is_missing(administrator, sign_in):
    said = sign_in(administrator).post("/bring-in/", {}).content.decode()
    assert "Choose a file" in said
    assert "Choose whether to try it first" in said


def test_an_empty_file_is_refused_with_the_reason(administrator, sign_in):
    said = upload(sign_in(administrator), body=b" ").content.decode()
    assert "Nothing was brought in" in said
    assert not Upload.unscoped.exists()


def test_an_upload_of_another_agency_is_not_found(administrator, sign_in):
    upload(sign_in(administrator))
    stranger = sign_in(an_actor("gp", "administrator"))
    assert stranger.get(f"/bring-in/{Upload.unscoped.get().pk}/").status_code == 404


def test_a_table_can_be_had_empty(administrator, sign_in):
    client = sign_in(administrator)
    said = client.get("/bring-in/").content.decode()
    name = said.split("/bring-in/tables/")[1].split(".csv")[0]
    response = client.get(f"/bring-in/tables/{name}.csv")
    assert response["Content-Disposition"] == f'attachment; filename="{name}.csv"'
