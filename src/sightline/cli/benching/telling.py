"""What was measured, for people and for machines."""

from __future__ import annotations

import json
from dataclasses import asdict

from sightline.cli.benching.signals import Measured


def as_json(found: Measured) -> str:
    """One line; times with three decimals."""
    return json.dumps(_rounded(asdict(found)))


def as_text(found: Measured) -> str:
    """A few lines."""
    told = [f"{found.points} signals, {found.babies:,} babies, {found.rows:,} rows"]
    told += [f"  {name}: {seconds:.2f} s for everyone" for name, seconds in found.seconds.items()]
    told += [
        f"  {name}: {ms:.2f} ms for one baby (median), {found.first_call_ms[name]:.0f} ms the first time"
        for name, ms in found.one_baby_ms.items()
    ]
    told.append(f"  engines agree: {'yes' if found.engines_agree else found.differ}")
    if found.ratio_to_hand_written is not None:
        told.append(
            f"  {found.ratio_to_hand_written:.2f} times SQL written by hand ({found.by_hand_points} signals; "
            f"same rows: {'yes' if found.by_hand_agrees else 'no'})"
        )
    return "\n".join(told)


def _rounded(value: object) -> object:
    if isinstance(value, float):
        return round(value, 3)
    if isinstance(value, dict):
        return {key: _rounded(each) for key, each in value.items()}
    return value
