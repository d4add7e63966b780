"""Files to bring in, all invented."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from fhir_samples import patient

CONTACTS = "record_id,person_id,happened_on,recorded_at,child_seen,lived_experience,spoke_to"
CASE = """\
format: sightline-case/1
id: invented-import
source: {title: "Invented"}
born: 2026-09-01
baby: {name: Ash, sex: female, gestation_weeks: 40}
people:
  - {id: mother, role: mother, sex: female, age_at_birth: 24}
facts:
  - {day: 10, agency: health_visiting, kind: contact, child_seen: true, spoke_to: [mother]}
  - {day: 12, agency: police, kind: observation, about: mother, code: domestic_abuse_victim}
  - {day: 13, agency: none, kind: contact, child_seen: true}
"""


def contacts(*rows: str) -> bytes:
    """A table of contacts; by default of one."""
    return "\n".join([CONTACTS, *(rows or ["1,b1,2026-11-18,2026-11-20,yes,,m1"]), ""]).encode()


def a_patient(**fields: Any) -> bytes:
    """A FHIR file of one patient."""
    return json.dumps(patient(**fields)).encode()


def written(folder: Path, **files: bytes) -> Path:
    """The folder with these files in it, two underscores standing for the dot of an ending."""
    for name, data in files.items():
        (folder / name.replace("__", ".")).write_bytes(data)
    return folder
