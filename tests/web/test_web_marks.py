"""A mark on the pages: chosen with or without a pointer, saved once, led through, read by who may."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from factories import a_baby, a_partnership, an_actor, an_adult, open_to
from sightline.agencies.models import PolicySetting
from sightline.chronology.actions import record
from sightline.chronology.kinds import Relationship
from sightline.chronology.models import Entry
from sightline.concerns.models import ReferralDraft, ReferredChild
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.marks.facesp import SETTING
from sightline.marks.models import Sighting
from sightline.marks.regions import regions
from sightline.people.models import Baby, NetworkMember
from sightline.web.pages.mark_deeds import DEEDS, NEXT

pytestmark = pytest.mark.django_db
SEEN = {
    "injury": "bruise",
    "size_mm": "8",
    "skin_seen": "all",
    "explanation": "Maybe the cot.",
    "rolls": "no",
}
REFER = {
    "worry": "A bruise.",
    "safe_now": "no",
    "where_now": "At home",
    "call_back": "01632 960 200",
    "speed": "urgent",
}


@pytest.fixture
def visitor() -> Actor:
    return an_actor("health_visiting", name="Ruth Adeyemi")


@pytest.fixture
def door() -> Actor:
    return an_actor("social_care", "front_door_worker", name="Dee Front")


@pytest.fixture
def examiner() -> Actor:
    return an_actor("hospital", "examiner", name="Nia Rees")


@pytest.fixture
def baby(visitor: Actor, door: Actor, examiner: Actor) -> Baby:
    found = a_baby("Marnie", "Askew", born_days_ago=60)
    open_to(visitor, found)
    return found


def today(**more: str) -> dict[str, Any]:
    day = clock.today()
    return {"on-day": day.day, "on-month": day.month, "on-year": day.year} | more


def written(client: Client, baby: Baby, region: str = "left_cheek", **said: Any) -> Any:
    return client.post(f"/babies/{baby.pk}/marks/new/?region={region}", SEEN | today() | said)


def seen(client: Client, baby: Baby) -> Sighting:
    assert written(client, baby).status_code == 302
    return Sighting.unscoped.get()


def text(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, response.status_code
    return re.sub(r"<[^>]+>", " ", response.content.decode())


def press(client: Client, one: Sighting, deed: str, **said: Any) -> None:
    response = client.post(f"/marks/{one.pk}/{deed}/", said)
    assert response.status_code == 302, re.findall("error-summary.*?</ul>", response.content.decode(), re.S)


def test_every_place_can_be_chosen_in_the_drawing_and_in_the_list(
    sign_in: Any, visitor: Actor, baby: Baby
) -> None:
    page = sign_in(visitor).get(f"/babies/{baby.pk}/marks/new/").content.decode()
    for key in regions():
        assert f'href="?region={key}"' in page
        assert f'type="radio" value="{key}"' in page
    assert "goes to hospital first" in page


def test_a_mark_is_saved_once_however_often_it_is_sent(sign_in: Any, visitor: Actor, baby: Baby) -> None:
    client = sign_in(visitor)
    assert written(client, baby, draft="one").status_code == 302
    assert written(client, baby, draft="one").status_code == 302
    assert Sighting.unscoped.count() == 1
    assert Entry.unscoped.filter(kind="injury").count() == 1


def test_an_injury_recorded_just_before_leads_here_and_is_not_written_twice(
    sign_in: Any, visitor: Actor, baby: Baby
) -> None:
    client = sign_in(visitor)
    said = {"injury": "bruise", "site": "cheek", "explanation": "The cot.", "draft": "d"}
    saved = client.post(f"/babies/{baby.pk}/record/injury/", said)["Location"]
    [way] = re.findall(r'href="(/babies/[^"]*/marks/new/\?entry=[^"]*)"', client.get(saved).content.decode())
    entry = way.split("=")[1]
    assert f"?region=left_cheek&amp;entry={entry}" in client.get(way).content.decode()
    written_already = f"{way}&region=left_cheek"
    assert "The cot." in client.get(written_already).content.decode()
    assert client.post(written_already, SEEN | today()).status_code == 302
    assert Entry.unscoped.filter(kind="injury", replaced_by__isnull=True).count() == 1
    assert str(Sighting.unscoped.get().marks.get().entry_root_id) == entry
    assert "followed already" in client.post(written_already, SEEN | today()).content.decode()


def test_a_mark_on_a_baby_who_moves_leads_nowhere_else(sign_in: Any, visitor: Actor, baby: Baby) -> None:
    client = sign_in(visitor)
    client.post(f"/babies/{baby.pk}/record/mobility/", {"crawls": "yes", "draft": "m"})
    said = {"injury": "bruise", "site": "cheek", "draft": "d"}
    saved = client.post(f"/babies/{baby.pk}/record/injury/", said)["Location"]
    assert "/marks/new/" not in client.get(saved).content.decode()


def test_what_was_typed_stays_when_it_is_not_right(sign_in: Any, visitor: Actor, baby: Baby) -> None:
    page = written(sign_in(visitor), baby, skin_seen="", at="half past").content.decode()
    assert "Say how much of the skin was seen" in page
    assert "write it like 11:40" in page
    assert "Maybe the cot." in page
    assert not Sighting.unscoped.exists()


def test_a_baby_who_crawls_is_led_elsewhere_in_words(sign_in: Any, visitor: Actor, baby: Baby) -> None:
    assert "this baby moves about" in written(sign_in(visitor), baby, crawls="yes").content.decode()


def test_a_place_that_there_is_not_leads_back_to_the_map(sign_in: Any, visitor: Actor, baby: Baby) -> None:
    assert "Choose one place" in text(sign_in(visitor), f"/babies/{baby.pk}/marks/new/?region=soul")


def test_brothers_and_sisters_of_the_record_are_listed_as_not_looked_at(
    sign_in: Any, visitor: Actor, baby: Baby
) -> None:
    twin = an_adult("Kit", "Askew", born_from=clock.today(), born_to=clock.today())
    NetworkMember.unscoped.create(child=baby.person, person=twin, through="relationship")
    record(visitor, baby.person, Relationship("sibling"), about=twin, people=(("to", baby.person),))
    client = sign_in(visitor)
    one = seen(client, baby)
    assert "Kit Askew: nobody has looked yet" in re.sub(r"\s+", " ", text(client, f"/marks/{one.pk}/"))
    press(
        client,
        one,
        "other-child",
        **today(),
        other=str(one.others.get().pk),
        looked_by="Ruth",
        found="Nothing.",
    )
    assert "looked at by Ruth" in text(client, f"/marks/{one.pk}/")


def test_refer_now_is_prefilled_and_the_mark_goes_along(sign_in: Any, visitor: Actor, baby: Baby) -> None:
    client = sign_in(visitor)
    one = seen(client, baby)
    page = text(client, f"/marks/{one.pk}/refer/")
    assert "Bruise on the left cheek, 8 mm" in page
    assert "Maybe the cot." in page
    response = client.post(f"/marks/{one.pk}/refer/", REFER)
    draft = ReferralDraft.unscoped.get()
    assert response["Location"] == f"/drafts/{draft.pk}/check/"
    assert client.post(f"/drafts/{draft.pk}/check/").status_code == 302
    one.refresh_from_db()
    assert (one.state, one.referred) == ("referred", ReferredChild.unscoped.get())


def test_a_draft_begun_before_loses_nothing(sign_in: Any, visitor: Actor, baby: Baby) -> None:
    client = sign_in(visitor)
    client.post(f"/babies/{baby.pk}/refer/")
    draft = ReferralDraft.unscoped.get()
    client.post(f"/drafts/{draft.pk}/worry/", {"worry": "He shouts at her.", "where_now": "With an aunt"})
    one = seen(client, baby)
    page = client.get(f"/marks/{one.pk}/refer/").content.decode()
    assert "He shouts at her." in page
    assert "With an aunt" in page
    assert "Bruise on the left cheek" in page


def test_the_whole_way_on_the_pages(
    sign_in: Any, visitor: Actor, door: Actor, examiner: Actor, baby: Baby
) -> None:
    ruth, dee, nia = sign_in(visitor), sign_in(door), sign_in(examiner)
    one = seen(ruth, baby)
    ruth.post(f"/marks/{one.pk}/refer/", REFER)
    ruth.post(f"/drafts/{ReferralDraft.unscoped.get().pk}/check/")
    press(ruth, one, "ask-examiner", of=str(examiner.agency_id), words="Today.")
    assert "Marnie Askew" in text(nia, "/marks/")
    press(
        nia, one, "examined", **today(), examiner="Nia Rees", grade="consultant", place="The ward",
        findings="One bruise.", outcome="inconclusive", words="I cannot say how it came.",
    )  # fmt: skip
    assert "not a clearance" in text(ruth, f"/marks/{one.pk}/")
    press(
        dee, one, "discussed", **today(), examiner="Nia Rees", sectors=["social_care", "hospital"],
        present="Dee, Nia", known="Nothing of the father.", said="No account fits.",
    )  # fmt: skip
    press(
        dee, one, "decision", decision="concern", because="No account fits.", next_step="Discussion at three."
    )
    assert "Entered in that name" not in text(dee, f"/marks/{one.pk}/")
    press(ruth, one, "parents", told="yes", whom="Her mother", leaflet="given")
    press(dee, one, "referrer", how="Ruth, by telephone")
    press(dee, one, "close")
    page = text(ruth, f"/marks/{one.pk}/")
    for words in (
        "Closed",
        "No account fits.",
        "Discussion at three.",
        "They have the leaflet",
        "by telephone",
    ):
        assert words in page
    assert dee.post(f"/marks/{one.pk}/close/").status_code in (200, 403, 404)


def test_what_another_did_in_the_meantime_is_said(
    sign_in: Any, visitor: Actor, door: Actor, baby: Baby
) -> None:
    ruth = sign_in(visitor)
    one = seen(ruth, baby)
    ruth.post(f"/marks/{one.pk}/refer/", REFER)
    ruth.post(f"/drafts/{ReferralDraft.unscoped.get().pk}/check/")
    said = today(
        examiner="N",
        grade="consultant",
        findings="F",
        outcome="inconclusive",
        words="W",
        because="None free.",
    )
    dee = sign_in(door)
    press(dee, one, "second-opinion", **said)
    page = dee.post(f"/marks/{one.pk}/second-opinion/", said).content.decode()
    assert "This mark is already: examined" in page
    assert "None free." in page


def test_strangers_and_other_agencies_find_no_mark(
    sign_in: Any, visitor: Actor, baby: Baby, examiner: Actor
) -> None:
    one = seen(sign_in(visitor), baby)
    for actor in (an_actor("nursery"), examiner, an_actor("social_care", "analyst")):
        client = sign_in(actor)
        for address in ("", "another/", "refer/", "account/", "decision/"):
            assert client.get(f"/marks/{one.pk}/{address}").status_code == 404
            assert client.post(f"/marks/{one.pk}/{address}").status_code in (404, 405)
        assert client.get(f"/babies/{baby.pk}/marks/new/").status_code == 404


def test_a_step_that_is_not_yours_is_refused_with_a_reason(sign_in: Any, visitor: Actor, baby: Baby) -> None:
    client = sign_in(visitor)
    one = seen(client, baby)
    assert client.get(f"/marks/{one.pk}/decision/").status_code == 403
    assert client.get(f"/marks/{one.pk}/no-such-step/").status_code == 404


def test_ten4_is_shown_only_where_it_is_on_and_lists_the_mark(
    sign_in: Any, visitor: Actor, baby: Baby
) -> None:
    client = sign_in(visitor)
    one = seen(client, baby)
    assert "TEN-4" not in text(client, f"/marks/{one.pk}/")
    PolicySetting.unscoped.create(
        partnership=a_partnership(), name=SETTING, value="on", from_on=clock.today(), source="s", set_by="x"
    )
    page = text(client, f"/marks/{one.pk}/")
    assert "ask for a paediatrician" in page
    assert "95.6%" in page
    Baby.unscoped.filter(pk=baby.pk).update(born_on=clock.today().replace(year=clock.today().year - 5))
    assert "TEN-4" not in text(client, f"/marks/{one.pk}/")


def test_the_leaflet_asks_nobody_to_sign_in_and_names_no_child() -> None:
    page = text(Client(), "/leaflets/marks/")
    assert "To be asked is not to be blamed" in page
    assert "999" in page
    assert text(Client(), "/leaflets/marks/?language=xx") == page


def test_every_state_that_waits_has_a_next_step_with_a_form() -> None:
    assert set(NEXT.values()) <= set(DEEDS)
