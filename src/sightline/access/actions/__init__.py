"""What changes who may open a record."""

from sightline.access.actions.breaking_glass import break_glass, review_break_glass
from sightline.access.actions.closing import close_record_to, record_staff_person, reopen
from sightline.access.actions.handing_over import cover, hand_over_caseload
from sightline.access.actions.involving import end_involvement, involve
from sightline.access.actions.noticing import read_notice
from sightline.access.actions.withholding import keep_address_confidential

__all__ = [
    "break_glass",
    "close_record_to",
    "cover",
    "end_involvement",
    "hand_over_caseload",
    "involve",
    "keep_address_confidential",
    "read_notice",
    "record_staff_person",
    "reopen",
    "review_break_glass",
]
