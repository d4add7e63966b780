import pytest
from sightline.exchange.case_files import read
from sightline.exchange.replaying.story import replay
from sightline.projection.models import SIGNAL_MODELS
@pytest.mark.django_db
def test_it():
    path='/work/shared/data/replays/haringey-child-a.yaml'
    case=read(open(path,'rb').read(),path)
    try: replay(case)
    except Exception as e:
        print(repr(e))
        from sightline.chronology.models import Entry
        for r in SIGNAL_MODELS["referral"].unscoped.values(): print(r)
        for x in Entry.unscoped.filter(kind="referral").values("id","known_at","replaces","source_id","root"): print(x)

@pytest.fixture(autouse=True)
def _quiet(monkeypatch):
    from sightline.prompts import listening
    from sightline.exchange.replaying import story
    monkeypatch.setattr(listening, "evaluate_later", lambda *a, **k: None)
    monkeypatch.setattr(story, "evaluate_babies", lambda *a, **k: None)

@pytest.fixture(autouse=True)
def _spy(monkeypatch):
    from sightline.projection import matters
    from sightline.chronology.models import Entry
    orig = matters.restate_matters
    def spy(ids):
        from django.db import transaction
        try:
            with transaction.atomic(): orig(ids)
        except Exception:
            for r in SIGNAL_MODELS["referral"].unscoped.values(): print({k:r[k] for k in ('about_id','known_from','known_until','entry_id','root_id','outcome')})
            for x in Entry.unscoped.filter(kind="referral").values("id","known_at","replaces","source_id","root"): print({k:str(v) for k,v in x.items()})
            raise
    monkeypatch.setattr(matters, "restate_matters", spy)
