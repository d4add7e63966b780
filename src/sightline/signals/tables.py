"""The signal tables: what a signal may read, one row a fact.

They are real tables. `projection` writes them in the transaction that writes an entry or moves a claim;
`exchange` writes the same shapes to Parquet. Every engine reads them.

**Time.** A *day* is an integer: days since 1970-01-01, in Europe/London (`core.clock.day_number`), so that
every engine subtracts days in the same way. An *instant* is microseconds since 1970-01-01 UTC.
`happened_from` and `happened_to` bound when the fact happened, ends included; both are null when only the
order is known. `recorded_day` is when the agency wrote it: the fact is not later than that. `known_from` and
`known_until` are half open: from when Sightline knew the entry and the link that puts it on this person,
until it was replaced or withdrawn. A row still known has `known_until = OPEN`.

**People.** `about_id` is the person whom the fact is about, never a copy a child: a signal reaches the adults
of a baby through `relationship` and `stay`. Ids are text, UUIDs in lower case with dashes.

**Flags** are true, false or null; null means *not recorded*, never *no*.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

OPEN: Final = 2**62
"""The `known_until` of a row that is still known."""

ColumnType = Literal["text", "day", "instant", "int", "real", "flag"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `required` columns are never null."""

    name: str
    type: ColumnType
    meaning: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One signal table: its own columns follow the common ones unless `bare`."""

    name: str
    meaning: str
    own: tuple[Column, ...]
    bare: bool = False

    @property
    def columns(self) -> tuple[Column, ...]:
        """Every column, in the order in which they are stored."""
        return self.own if self.bare else COMMON + self.own


COMMON: Final[tuple[Column, ...]] = (
    Column("about_id", "text", "the person whom the fact is about", required=True),
    Column("agency", "text", "code of the agency that recorded it", required=True),
    Column("sector", "text", "kind of agency: a code of core.codes.SECTORS", required=True),
    Column("happened_from", "day", "first day on which it can have happened"),
    Column("happened_to", "day", "last day on which it can have happened"),
    Column("recorded_day", "day", "day on which the agency recorded it", required=True),
    Column("known_from", "instant", "from when Sightline knew it", required=True),
    Column("known_until", "instant", "until when; OPEN when still known", required=True),
    Column("sensitivity", "int", "0 shared, 1 restricted, 2 sealed", required=True),
    Column("entry_id", "text", "the entry that says so", required=True),
    Column("root_id", "text", "the first version of that entry; itself where there is one", required=True),
)

TABLES: Final[tuple[Table, ...]] = (
    Table(
        "supply",
        "that agencies of a sector send entries of a kind about babies of a partnership; a kind that nobody "
        "supplies cannot be computed",
        (
            Column("partnership", "text", "code of the partnership", required=True),
            Column("kind", "text", "kind of entry: a key of chronology.kinds.KINDS", required=True),
            Column("sector", "text", "kind of agency", required=True),
            Column("agency", "text", "code of the agency", required=True),
            Column("known_from", "instant", "first known entry of the kind", required=True),
            Column("known_until", "instant", "OPEN while it sends", required=True),
            Column("last_day", "day", "day of the latest entry received", required=True),
        ),
        bare=True,
    ),
    Table(
        "child",
        "a followed baby, born or not: one row for each version of what is known of its birth. Where an "
        "entry moves the expected date or tells of the birth, the row before it ends there",
        (
            Column("partnership", "text", "code of the partnership that decides the policy", required=True),
            Column("born_day", "day", "day of birth; null while unborn"),
            Column("due_day", "day", "expected day"),
            Column("gestation_days", "int", "days of pregnancy at birth"),
            Column("multiple_birth", "flag", "twin or more"),
            Column("sex", "text", "female, male or unknown"),
            Column("birth_weight_g", "int", "weight at birth in grams"),
            Column("last_day", "day", "last day on which the baby is followed; null while open"),
        ),
    ),
    Table(
        "person",
        "anyone else in a story: adults and brothers or sisters (the architecture calls it `adult`)",
        (
            Column("sex", "text", "female, male or unknown"),
            Column("born_from", "day", "first day on which the person can have been born"),
            Column("born_to", "day", "last day on which the person can have been born"),
        ),
    ),
    Table(
        "relationship",
        "how about_id stands to to_id. `to_id` is the baby, or another person (a partner to the mother). "
        "Relationships to a baby are always stored in this direction",
        (
            Column("to_id", "text", "the other person", required=True),
            Column("type", "text", "a code of chronology.codes.RELATIONSHIPS", required=True),
            Column("identity", "text", "a code of chronology.codes.IDENTITIES", required=True),
            Column("ended", "flag", "true when the entry says that it is over"),
        ),
    ),
    Table(
        "stay",
        "a change in who lives with, stays with or cares for a baby: about_id moves in, out, stays often or "
        "takes on care",
        (
            Column("child_id", "text", "the baby at whose home, or in whose care", required=True),
            Column("change", "text", "a code of chronology.codes.HOUSEHOLD_CHANGES", required=True),
            Column("reason_known", "flag", "whether the reason was asked and is known"),
            Column("nights_a_week", "int", "nights a week, where said"),
        ),
    ),
    Table(
        "appointment",
        "an appointment of the baby and what became of it",
        (
            Column("service", "text", "the sector that offered it", required=True),
            Column("outcome", "text", "a code of APPOINTMENT_OUTCOMES", required=True),
            Column("routine", "text", "a code of ROUTINES"),
        ),
    ),
    Table(
        "contact",
        "a contact; about the baby unless it says otherwise",
        (
            Column("child_seen", "flag", "whether the baby was seen"),
            Column("lived_experience", "flag", "whether the baby's day is described"),
        ),
    ),
    Table(
        "met",
        "that somebody in a service met, spoke to or reached about_id: from contacts, attended appointments, "
        "persons seen and talks received",
        (
            Column("how", "text", "met, spoke, assessed, screened, present, received", required=True),
            Column("source_kind", "text", "kind of entry that says so", required=True),
        ),
    ),
    Table(
        "measurement",
        "a measurement of the baby; SDS and centile are by UK-WHO at corrected age, worked out on writing",
        (
            Column("weight_kg", "real", "weight"),
            Column("length_cm", "real", "length"),
            Column("head_cm", "real", "head circumference"),
            Column("weight_sds", "real", "weight SDS, corrected for gestation"),
            Column("length_sds", "real", "length SDS"),
            Column("head_sds", "real", "head SDS"),
            Column("weight_centile", "real", "weight centile, 0 to 100"),
            Column("head_centile", "real", "head centile, 0 to 100"),
        ),
    ),
    Table(
        "mobility",
        "what the baby was seen to do",
        tuple(
            Column(name, "flag", f"{name}: yes, no or not recorded")
            for name in ("rolls", "sits", "crawls", "cruises", "walks")
        ),
    ),
    Table(
        "injury",
        "a mark or injury",
        (
            Column("injury", "text", "a code of INJURIES", required=True),
            Column("site", "text", "where on the body, as written, lower case"),
            Column("patterned", "flag", "has a pattern"),
            Column("explanation", "text", "as written"),
            Column("explanation_fits", "text", "a code of EXPLANATION_FITS"),
            Column("medical_cause", "flag", "true when a medical cause is established"),
        ),
    ),
    Table(
        "observation",
        "a coded fact about a parent, another adult or the baby",
        (
            Column("code", "text", "a code of OBSERVATIONS", required=True),
            Column("level", "text", "low, moderate or high"),
            Column("explored", "flag", "its effect on this baby was considered"),
            Column("past", "flag", "it is history"),
            Column("status", "text", "alleged, investigated, charged, convicted or acquitted"),
        ),
    ),
    Table(
        "statement",
        "what somebody said; about_id is the baby",
        (
            Column("by_id", "text", "who said it"),
            Column("code", "text", "a code of STATEMENTS", required=True),
        ),
    ),
    Table(
        "referral",
        "a referral of the baby",
        (
            Column("to_sector", "text", "who decides", required=True),
            Column("outcome", "text", "a code of REFERRAL_OUTCOMES", required=True),
            Column("outcome_day", "day", "when it was decided"),
            Column("source_key", "text", "who called, where known: same key, same caller"),
        ),
    ),
    Table(
        "strategy",
        "a request for a strategy discussion, or one that was held",
        (
            Column("step", "text", "requested or held", required=True),
            Column("by_sector", "text", "who asked"),
            Column("outcome", "text", "a code of STRATEGY_OUTCOMES; null for a discussion"),
            Column("outcome_day", "day", "when it was answered"),
        ),
    ),
    Table(
        "medical",
        "a child protection medical",
        (
            Column("requested_day", "day", "when it was asked for"),
            Column("outcome", "text", "a code of MEDICAL_OUTCOMES"),
            Column("outcome_day", "day", "when the opinion was given"),
            Column("police_present", "flag", "police attended"),
        ),
    ),
    Table(
        "assessment",
        "an assessment of the child about_id (the baby or a sibling)",
        (
            Column("type", "text", "a code of ASSESSMENTS", required=True),
            Column("started_day", "day", "when it began"),
            Column("completed_day", "day", "when it was finished; null while open"),
            Column("baby_factors", "flag", "the baby's own vulnerabilities were weighed"),
        ),
    ),
    Table(
        "considered",
        "that an assessment weighed about_id; entry_id is the assessment's entry",
        (Column("child_id", "text", "the child assessed", required=True),),
    ),
    Table(
        "plan",
        "a plan for the child about_id (the baby or a sibling)",
        (
            Column("type", "text", "a code of PLANS", required=True),
            Column("start_day", "day", "first day"),
            Column("end_day", "day", "last day; null while open"),
            Column("need_code", "text", "primary need code of the census, N1 to N9, where sent"),
        ),
    ),
    Table(
        "touchpoint",
        "a talk of a programme about the baby; who received it is in `met` with the same entry_id and "
        "how = 'received'",
        (
            Column("programme", "text", "icon", required=True),
            Column("number", "text", "1 to 5 or extra", required=True),
        ),
    ),
    Table(
        "offer",
        "help offered to the adult about_id",
        (
            Column("child_id", "text", "the baby it is for"),
            Column("offer", "text", "a code of OFFERS", required=True),
            Column("outcome", "text", "a code of OFFER_OUTCOMES"),
            Column("priority", "flag", "offered with priority"),
        ),
    ),
    Table(
        "gp_request",
        "that the practice was asked to see the baby",
        (
            Column("requested_day", "day", "when it was asked", required=True),
            Column("seen_day", "day", "when the baby was seen or spoken for"),
            Column("clinician", "text", "permanent, locum or unknown"),
            Column("how", "text", "in_surgery or remote"),
        ),
    ),
    Table(
        "challenge",
        "a professional disagreement about the baby",
        (
            Column("by_sector", "text", "who challenges", required=True),
            Column("with_sector", "text", "who is challenged", required=True),
            Column("stage", "int", "1 to 5", required=True),
            Column("resolved_day", "day", "when it was settled"),
        ),
    ),
    Table(
        "shared",
        "that the entry `of_entry_id` was passed to a sector; entry_id is the entry that says so. "
        "about_id is the person of the entry that was passed on",
        (
            Column("of_entry_id", "text", "root of the entry passed on", required=True),
            Column("with_sector", "text", "who got it", required=True),
        ),
    ),
    Table(
        "area_move",
        "that the family moved here",
        (
            Column("from_area", "text", "where from"),
            Column("history_received", "flag", "whether the baby's history came"),
        ),
    ),
)

BY_NAME: Final[dict[str, Table]] = {table.name: table for table in TABLES}
PREFIX: Final = "signal_"
"""What a table is called in the operational database, before its name."""
