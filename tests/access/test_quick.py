import pytest, uuid
from factories import *
from sightline.access.scope import *
from sightline.access.levels import *
from sightline.access.openness import *
from sightline.access.models import *
pytestmark = pytest.mark.django_db
@pytest.mark.parametrize("role", ["practitioner","safeguarding_lead","front_door_worker","auditor","conference_chair","analyst","examiner"])
def test_a(role):
    baby = a_baby(); a = an_actor("health_visiting", role)
    assert not may_open(a, baby.pk)
    open_to(a, baby)
    print(role, bool(may_open(a, baby.pk)), levels_open_to(a, baby.pk), openness_of(baby.pk))
    print(babies_seen_by(a).query)
    list(babies_seen_by(a)); babies_seen_by(a).count(); babies_seen_by(a).order_by("born_on")[:3]
