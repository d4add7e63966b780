"""A baby, the social worker who asks for a medical, and the examiners who are asked."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from factories import a_baby, a_team, an_actor, an_agency, open_to
from sightline.chronology.actions.outcomes import latest_of
from sightline.chronology.kinds import Medical as MedicalSaid
from sightline.chronology.models import Entry, details_of
from sightline.clocks.models import Clock
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.medicals.accepting import accept_medical, record_consent
from sightline.medicals.asking import request_medical
from sightline.medicals.examining import finish_medical, give_opinion, record_examination
from sightline.medicals.models import Medical
from sightline.medicals.written import Accepting, Asking, Consenting, Examined, Opined
from sightline.people.models import Baby

CONSENT = Consenting("given", "Tess Askew, mother", "Parental responsibility, on the birth record")
OPINION = Opined("inconclusive", "The mark is older than a day. I cannot say how it came about.")
LAST = Opined("accidental", "The clotting is normal. A fall from the sofa explains the mark.")


@dataclass
class Place:
    """The people, the agencies and the baby."""

    worker: Actor
    examiner: Actor
    baby: Baby

    def asking(self, **said: object) -> Asking:
        """A whole request."""
        whole = Asking(
            child=self.baby.person,
            to_agency=an_agency("hospital"),
            why="A round bruise on the left cheek, seen on Monday by the health visitor.",
            questions="Does the explanation fit the mark?",
            urgency="today",
            where_now="At home with her mother.",
            who_may_consent="Her mother. Not known whether the father may.",
            call_back="01632 960 300",
        )
        return replace(whole, **said)

    def asked(self, **said: object) -> Medical:
        """A request that waits."""
        return request_medical(self.worker, self.asking(**said))

    def accepted(self) -> Medical:
        """One that is accepted, with consent."""
        medical = accept_medical(self.examiner, self.asked(), accepting())
        record_consent(self.examiner, medical, CONSENT)
        return medical

    def examined(self, **said: object) -> Medical:
        """One that was examined just now."""
        medical = self.accepted()
        record_examination(self.examiner, medical, examined(**said))
        return medical

    def opined(self) -> Medical:
        """One with its preliminary opinion."""
        medical = self.examined()
        give_opinion(self.examiner, medical, OPINION)
        return medical

    def finished(self) -> Medical:
        """One with its final opinion."""
        medical = self.opined()
        finish_medical(self.examiner, medical, LAST)
        return medical

    def another_examiner(self, **more: object) -> Actor:
        """A second examiner of the hospital."""
        return an_actor("hospital", "examiner", team=a_team(an_agency("hospital")), **more)


def a_place() -> Place:
    """A social worker with an open baby, and a hospital with an examiner."""
    worker = an_actor("social_care", "practitioner", name="Sam Worker")
    examiner = an_actor("hospital", "examiner", name="Dr Ines Okafor")
    baby = a_baby("Marnie", "Askew")
    open_to(worker, baby)
    return Place(worker, examiner, baby)


def accepting(**said: object) -> Accepting:
    """Accepted for two hours from now, the police asked."""
    whole = Accepting("Children’s ward, room 4", clock.now() + dt.timedelta(hours=2), "asked", chaperone="Jo")
    return replace(whole, **said)


def examined(**said: object) -> Examined:
    """An examination just now; the police came."""
    whole = Examined(
        examined_at=clock.now(),
        place="Children’s ward, room 4",
        grade="Consultant paediatrician",
        skin_seen="all",
        findings="One round bruise, 9 mm, left cheek. Nothing else on the skin.",
        differential="Birthmark: none recorded at birth. Clotting: awaited.",
        police="came",
        tests_awaited="Clotting",
        photographs_at="Medical photography, hospital store",
    )
    return replace(whole, **said)


def said_of(medical: Medical) -> MedicalSaid:
    """What the chronology's entry says now."""
    entry = entry_of(medical)
    found = details_of([entry])[entry.pk]
    assert isinstance(found, MedicalSaid)
    return found


def entry_of(medical: Medical) -> Entry:
    """The entry that stands now."""
    return latest_of(Entry.unscoped.get(pk=medical.entry_root_id))


def clock_of(medical: Medical, rule: str) -> Clock:
    """One of the medical's clocks."""
    return Clock.unscoped.get(process="medical", process_id=medical.pk, rule=rule)
