"""How letters are tried again and how often somebody is reminded: `policy_data/sending.yaml`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

POLICY: Final = Path(__file__).with_name("policy_data") / "sending.yaml"


@dataclass(frozen=True, slots=True)
class SendingRules:
    """`waits`: after each refusal of a letter; when they are used up, the letter is given up."""

    waits: tuple[dt.timedelta, ...]
    server_wait: dt.timedelta
    left_behind: dt.timedelta
    reminder: dt.timedelta
    late: dt.timedelta


@cache
def sending_rules() -> SendingRules:
    """The rules as the file has them. Raises KeyError for a file that lacks one."""
    told: dict[str, Any] = yaml.safe_load(POLICY.read_text(encoding="utf-8"))
    return SendingRules(
        waits=tuple(dt.timedelta(minutes=one) for one in told["waits_minutes"]),
        server_wait=dt.timedelta(minutes=told["server_wait_minutes"]),
        left_behind=dt.timedelta(minutes=told["left_behind_minutes"]),
        reminder=dt.timedelta(minutes=told["reminder_minutes"]),
        late=dt.timedelta(minutes=told["late_minutes"]),
    )
