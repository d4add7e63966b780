"""What the ledger's events are called on a page, wherever looks are listed."""

from __future__ import annotations

from typing import Final

EVENTS: Final = {
    "baby.chronology_looked": "Opened the chronology",
    "baby.growth_looked": "Opened the growth charts",
    "baby.looked": "Opened the page",
    "baby.searched": "Found by a search",
    "baby.who_looked": "Looked at who has looked",
    "candidate.decided": "Decided whether two records are one person",
    "candidate.looked": "Compared two records",
    "caseload.covered": "Arranged cover",
    "caseload.handed_over": "Handed a caseload over",
    "clock.climbed": "A clock was taken a step further",
    "clock.explained": "Said why a clock has run over",
    "clock.paused": "Paused a clock",
    "clock.resumed": "Let a clock run on",
    "correction_form.looked": "Opened a form to put an entry right",
    "entry.corrected": "Put an entry right",
    "entry.disagreed": "Put a view beside an entry",
    "entry.looked": "Opened an entry",
    "entry.recorded": "Recorded something",
    "entry.withdrawn": "Took an entry back",
    "glass.broken": "Opened the record with a reason, outside their involvement",
    "glass.reviewed": "Reviewed an opening of the record",
    "my_babies.looked": "Listed among my babies",
    "notice.read": "Read a notice",
    "opening.looked": "Looked at an opening of the record",
    "openings.looked": "Listed the openings to review",
    "page.asked": "Asked for a page",
    "person.named": "Brought somebody new into the record",
    "prompt.answered": "Answered a question",
    "prompt.looked": "Opened a question",
    "record_form.looked": "Opened a form to record",
    "referral.completed": "Completed a referral",
    "referral.decided": "Decided on a referral",
    "referral.looked": "Opened a referral",
    "referral.rated": "Said how fully a referral was written",
    "referral.read": "Read a referral",
    "referral.sent": "Sent a referral",
    "referral.withdrawn": "Took a referral back",
    "referral_draft.begun": "Began to write a referral",
    "referral_draft.discarded": "Threw the draft of a referral away",
    "referral_draft.kept": "Kept the draft of a referral",
    "referral_draft.looked": "Opened the draft of a referral",
    "referral_draft.sent": "Sent the draft of a referral",
    "referrals.looked": "Listed the referrals",
    "source_person.linked": "Linked two records of one person",
    "source_person.unlinked": "Undid a link between two records",
    "team.involved": "Began to be involved",
    "team.involvement_ended": "Ended an involvement",
}
"""Past tense in the ledger (`room.verb`), and what a reader of the page calls it."""


def said_of(event: str) -> str:
    """The event in words; one without words of its own is said as it is written."""
    return EVENTS.get(event) or event.replace(".", ": ").replace("_", " ").capitalize()
