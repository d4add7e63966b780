"""A second parent about whom nobody has asked."""

from __future__ import annotations

import datetime as dt

from sightline.learning.cases import Case
from sightline.learning.points import LearningPoint, Owner, Tempo
from sightline.learning.policy import PolicyValue
from sightline.learning.sources import Source, briefing
from sightline.signals import blocks, blocks_home
from sightline.signals.grammar import Parameters, Table, Tables, both, rows

SETTLED = ("no_second_parent", *blocks_home.CLOSED)
SOMEBODY = ("named", "described")
WHO = blocks_home.WHO
BRIEFING = briefing("Key learning 5: fathers not involved, accepted without exploring further")
PANEL = Source("Practice Review Panel: The Myth of Invisible Men", 2021, "practice notes 5.5")


def signal(t: Tables, p: Parameters) -> Table:
    """Eight weeks old: the other parent not asked about, or gone without anybody having asked why."""
    old = t.baby.filter(t.baby.age_days >= p.after_birth)
    parents = blocks.having(t.network.filter(t.network.is_parent), old, "child_id")
    parents = t.step("unsettled", without_settled(t, parents))
    unasked = parents.filter(parents.identity == "not_asked")
    unasked = without_second(t, without_asked_twice(t, p, unasked))
    gone = parents.filter(parents.identity.isin(SOMEBODY), ~parents.at_home, ~parents.cares)
    gone = blocks_home.not_birth_mother(t, gone)
    told = both(blocks.having(blank(t), unasked, *WHO), blocks.having(left_unasked(t, p), gone, *WHO))
    lost = blocks_home.unreached(t, t.step("told", told))
    return rows(lost, lost.why)


def without_settled(t: Tables, parents: Table) -> Table:
    """Leave out babies with no second parent, or one not safe to ask about, whichever agency says so."""
    settled = t.relationship.filter(t.relationship.identity == "no_second_parent")
    parents = blocks.without(parents, settled, "child_id")
    parents = blocks.without(parents, blocks_home.closed(t), "child_id")
    now = t.network.filter(t.network.is_parent, t.network.identity.isin(SETTLED))
    return blocks.without(parents, now, "child_id")


def without_asked_twice(t: Tables, p: Parameters, parents: Table) -> Table:
    """Leave out whoever the family was asked about often enough, and did not say."""
    said = t.relationship.filter(t.relationship.identity == "asked_not_disclosed")
    times = blocks.counted(blocks.once(t, "asked", said, "about_id"), "child_id", "about_id")
    times = times.filter(times.n >= p.at_most)
    return blocks.without(
        parents, times, parents.child_id == times.child_id, parents.person_id == times.about_id
    )


def without_second(t: Tables, parents: Table) -> Table:
    """Leave out babies who have two named parents already, or a parent with a female partner."""
    named = t.network.filter(t.network.is_parent, t.network.identity == "named")
    count = blocks.counted(named, "child_id")
    partner = t.network.filter(t.network.is_partner, t.network.person_sex == "female")
    parents = blocks.without(parents, count.filter(count.n >= 2), "child_id")
    return blocks.without(parents, partner, "child_id")


def blank(t: Tables) -> Table:
    """Each entry that says that nobody asked who the other parent is."""
    import ibis

    told = t.relationship.filter(t.relationship.identity == "not_asked")
    return told.select("child_id", "entry_id", person_id="about_id", why=ibis.literal("not_asked"))


def left_unasked(t: Tables, p: Parameters) -> Table:
    """Moves out of which the reason is known not to have been asked, four weeks ago."""
    import ibis

    out = t.stay.filter(t.stay.change == "moves_out", ~t.stay.reason_known)
    out = out.filter(blocks.latest(out) + p.gone_for <= p.today)
    return out.select("child_id", "entry_id", person_id="about_id", why=ibis.literal("gone"))


def _is(
    day: int, identity: str, who: str = "father", kind: str = "father", **more: object
) -> dict[str, object]:
    return {
        "day": day, "agency": "midwifery", "kind": "relationship", "about": who, "type": kind,
        "identity": identity, **more,
    }  # fmt: skip


def _hv(day: int, identity: str) -> dict[str, object]:
    return {**_is(day, identity), "agency": "health_visiting"}


def _out(day: int, **more: object) -> dict[str, object]:
    return {
        "day": day, "agency": "health_visiting", "kind": "household", "about": "father",
        "change": "moves_out", **more,
    }  # fmt: skip


_MOTHER = {"day": 13, "agency": "health_visiting", "kind": "contact", "spoke_to": ["mother"]}
_WIFE = ({"id": "wife", "role": "mother", "sex": "female"},)
_HER_PARTNER = ({"id": "wife", "role": "mothers_partner", "sex": "female"},)

POINT = LearningPoint(
    id="father-absent-unexplored",
    theme="relationships",
    title="A second parent about whom nobody asked",
    finding="The box for the father stayed empty, or said that he was not involved. Who said so, and why, "
    "was not asked.",
    sources=(BRIEFING, PANEL),
    question="Has someone, alone with {baby}'s parent and in that parent's own time, asked who else matters "
    "to {baby} and whether it is safe to include them?",
    short_question="Who else matters to the baby, and is it safe to include them?",
    tempo=Tempo.NEXT,
    owner=Owner("health_visitor"),
    asked_when="The baby is eight weeks old, and the latest word on the second parent is that nobody asked; "
    "or the second parent moved out four weeks ago, the reason not asked, and was met by no service.",
    silent_when="No second parent, or two named ones, or a female partner; no contact permitted or not safe "
    "to ask, as any agency says; the parent was asked and did not say; asked twice, and then left blank; "
    "reached by any service. Never asks for a name.",
    blind_to="Records in which the second parent is not mentioned at all. What was asked and not written "
    "down. A parent said to be not involved, where only the words say so.",
    because={
        "not_asked": "The second parent: nobody asked.",
        "gone": "The second parent moved out; the reason was not asked, and no service has met them.",
    },
    signal=signal,
    needs=("relationship",),
    policy=(
        PolicyValue("after_birth", 8, "weeks", "not before this age", PANEL),
        PolicyValue("gone_for", 28, "days", "not before this long after moving out", PANEL),
        PolicyValue("at_most", 2, "count", "times that a parent is asked", PANEL),
    ),
    procedure="fathers-and-other-adults",
    author="Sightline lesson authors",
    checker="Sightline lesson checkers",
    review_by=dt.date(2027, 5, 22),
    differs="A parent who was asked and did not say may be asked once more, by someone known and not before "
    "eight weeks. The lesson does not remind of it: the answer of a parent who was asked stands.",
    cases=(
        Case(
            "not asked in pregnancy nor after birth",
            raises_on=56,
            evidence=(0, 2),
            facts=(
                _is(-206, "not_asked"),
                _MOTHER,
                _hv(13, "not_asked"),
            ),
        ),
        Case("written later than eight weeks", raises_on=100, facts=(_MOTHER, _hv(100, "not_asked"))),
        Case("named since", silent_until=200, facts=(_is(-206, "not_asked"), _MOTHER, _hv(13, "named"))),
        Case(
            "named after eight weeks: asked until then",
            raises_on=56,
            facts=(
                _is(-206, "not_asked"),
                _MOTHER,
                _hv(60, "named"),
            ),
        ),
        Case(
            "not known is not the same as not asked",
            silent_until=200,
            facts=(
                _is(-206, "unknown"),
                _MOTHER,
            ),
        ),
        Case(
            "asked, and did not say",
            silent_until=200,
            facts=(
                _is(-206, "not_asked"),
                _MOTHER,
                _hv(13, "asked_not_disclosed"),
            ),
        ),
        Case(
            "asked once in pregnancy, then left blank: once more",
            raises_on=56,
            facts=(
                _is(-206, "asked_not_disclosed"),
                _MOTHER,
                _hv(13, "not_asked"),
            ),
        ),
        Case(
            "asked twice, then left blank: never again",
            silent_until=200,
            facts=(
                _is(-206, "asked_not_disclosed"),
                _is(-100, "asked_not_disclosed"),
                _MOTHER,
                _hv(13, "not_asked"),
            ),
        ),
        Case("no second parent", silent_until=200, facts=(_is(-206, "no_second_parent"), _MOTHER)),
        Case(
            "no second parent, and another service leaves it blank",
            silent_until=200,
            facts=(
                _is(-206, "no_second_parent"),
                _MOTHER,
                _hv(13, "not_asked"),
            ),
        ),
        Case(
            "not safe to ask, and another service leaves it blank",
            silent_until=200,
            facts=(
                _is(-206, "not_safe_to_ask"),
                _MOTHER,
                _hv(13, "not_asked"),
            ),
        ),
        Case("no contact is permitted", silent_until=200, facts=(_is(-206, "no_contact_permitted"), _MOTHER)),
        Case(
            "two mothers, both named",
            silent_until=200,
            people=_WIFE,
            facts=(
                _is(-206, "not_asked"),
                _is(-206, "named", "wife", "mother"),
                _MOTHER,
            ),
        ),
        Case(
            "a female partner",
            silent_until=200,
            people=_HER_PARTNER,
            facts=(
                _is(-206, "not_asked"),
                _is(-200, "named", "wife", "partner", to="mother"),
                _MOTHER,
            ),
        ),
        Case(
            "a father who was met, and a form left blank",
            silent_until=200,
            facts=(
                {**_MOTHER, "spoke_to": ["mother", "father"]},
                _hv(20, "not_asked"),
            ),
        ),
        Case(
            "moved out, the reason not asked, met by nobody",
            raises_on=56,
            evidence=(1,),
            facts=(
                _is(-200, "named"),
                _out(20, reason_known=False),
                _MOTHER,
            ),
        ),
        Case(
            "moved out at five weeks: four weeks after that",
            raises_on=63,
            facts=(
                _is(-200, "named"),
                _MOTHER,
                _out(35, reason_known=False),
            ),
        ),
        Case(
            "moved out, the reason known",
            silent_until=200,
            facts=(
                _is(-200, "named"),
                _out(20, reason_known=True),
                _MOTHER,
            ),
        ),
        Case(
            "moved out, nothing said of the reason",
            silent_until=200,
            facts=(
                _is(-200, "named"),
                _out(20),
                _MOTHER,
            ),
        ),
        Case(
            "moved out, and spoken to since",
            silent_until=200,
            facts=(
                _is(-200, "named"),
                _out(20, reason_known=False),
                _MOTHER,
                {"day": 30, "agency": "gp", "kind": "seen", "about": "father", "how": "spoke"},
            ),
        ),
        Case(
            "moved out and came back",
            silent_until=200,
            facts=(
                _is(-200, "named"),
                _out(20, reason_known=False),
                _MOTHER,
                {**_out(40), "change": "moves_in"},
            ),
        ),
        Case(
            "nothing on record of a second parent",
            silent_until=200,
            facts=(
                _is(-206, "named", "mother", "mother"),
                _MOTHER,
            ),
        ),
        Case(
            "left blank by a service of nobody",
            silent_until=200,
            facts=(
                {**_is(-206, "not_asked"), "agency": "none"},
                _is(-206, "named", "mother", "mother"),
            ),
        ),
    ),
)
