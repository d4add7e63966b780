"""Building blocks about visits and appointments that did not happen, and were made up."""

from __future__ import annotations

from sightline.signals.blocks import without
from sightline.signals.grammar import Expression, Table, Tables, both


def not_made_up(t: Tables, missed: Table, days: Expression) -> Table:
    """Those of `missed` after which the service did not have the baby with it within `days`.

    An appointment kept, or a contact that saw the baby.
    """
    kept, seen = t.appointment.view(), t.contact
    kept = kept.filter(kept.outcome == "attended")
    seen = seen.filter(seen.child_seen)
    met = both(
        kept.select("child_id", "service", "happened_from", "happened_to"),
        seen.select("child_id", "happened_from", "happened_to", service=seen.sector).select(
            "child_id", "service", "happened_from", "happened_to"
        ),
    )
    return without(
        missed,
        met,
        missed.child_id == met.child_id,
        missed.service == met.service,
        met.happened_to >= missed.happened_from,
        met.happened_from <= missed.happened_to + days,
    )


def done_elsewhere(t: Tables, missed: Table) -> Table:
    """Those of `missed` whose routine review was not attended with any provider."""
    kept = t.appointment.view()
    kept = kept.filter(kept.outcome == "attended")
    return without(missed, kept, missed.child_id == kept.child_id, missed.routine == kept.routine)
