"""The pages of the room `sharing`: asking agencies, answering for one, links, and every sharing."""

from __future__ import annotations

from typing import Final

from django.urls import URLPattern, path

from sightline.web.pages.sharing import answering, asking, leading, links, mailboxes, shares

REGISTERED: Final = (leading,)
"""Modules that say where processes lead and have no pages of their own."""
PATHS: Final[list[URLPattern]] = [
    path("referrals/<uuid:referred_id>/ask/", asking.ask, name="ask_agencies"),
    path("referrals/<uuid:referred_id>/sharing/", asking.referral_sharing, name="referral_sharing"),
    path("asked/", answering.asked, name="asked"),
    path("asked/<uuid:asked_id>/", answering.information_request, name="information_request"),
    path("asked/<uuid:asked_id>/chase/", asking.chase_page, name="request_chase"),
    path("asked/<uuid:asked_id>/stop/", asking.stop_page, name="request_stop"),
    path("asked/<uuid:asked_id>/telephone/", answering.telephone, name="request_telephone"),
    path("answers/<uuid:answer_id>/pass-on/", shares.pass_on, name="answer_pass_on"),
    path("answer/<str:token>/", links.information_link, name="information_link"),
    path("sharing/", shares.share_decisions, name="share_decisions"),
    path("sharing/mailboxes/", mailboxes.mailboxes, name="mailboxes"),
    path("babies/<uuid:child_id>/sharing/", shares.baby_sharing, name="baby_sharing"),
]
