import glob, time
import pytest
from sightline.exchange.case_files import read
from sightline.exchange.replaying.story import replay
from sightline.projection.models import SIGNAL_MODELS
from sightline.projection.rebuilding import rebuild
from sightline.people.models import NetworkMember, Baby
from sightline.access.models import OpenMatter

def snap():
    out={}
    for n,m in SIGNAL_MODELS.items():
        out[n]=sorted(repr(sorted((k,v) for k,v in r.items() if k!='id')) for r in m.unscoped.values())
    out['net']=sorted(map(repr,NetworkMember.unscoped.values_list('child','person','through','since','until')))
    out['mat']=sorted(map(repr,OpenMatter.unscoped.values_list('child','level','what','entry_root','since','until')))
    out['baby']=sorted(map(repr,Baby.unscoped.values_list('pk','due_on','born_on','gestation_days','birth_weight_g','multiple_birth')))
    return out

@pytest.mark.django_db
@pytest.mark.parametrize("path", sorted(glob.glob('/work/shared/data/replays/*.yaml'))[4:9])
def test_it(path):
    case=read(open(path,'rb').read(),path)
    t=time.time(); done=replay(case); print(case.id,'replay',time.time()-t)
    print([(r.point,r.first_day) for r in done.raised])
    a=snap(); t=time.time(); rebuild(); print('rebuild',time.time()-t)
    b=snap()
    print({k:len(v) for k,v in a.items()})
    assert len(a['met'])>3
    for k in a: assert a[k]==b[k], k
    print('\n'.join(a['child'])); print('\n'.join(a['net'])); print('\n'.join(a['mat'])) ; print('\n'.join(a['baby']))

@pytest.fixture(autouse=True)
def _quiet(monkeypatch):
    from sightline.prompts import listening
    from sightline.exchange.replaying import story
    monkeypatch.setattr(listening, "evaluate_later", lambda *a, **k: None)
    monkeypatch.setattr(story, "evaluate_babies", lambda *a, **k: None)
