"""Columns that are worked out from others whenever their row is written, in bulk or alone."""

from __future__ import annotations

from typing import Any

from django.db import models

from sightline.people.identity import name_key, place_key


class NameKeyField(models.CharField[str, str]):
    """The key (`people.identity.name_key`) of the name in column `of`, so that names are found by index."""

    def __init__(self, *, of: str, **options: Any) -> None:
        self.of = of
        super().__init__(**({"max_length": 300, "editable": False, "blank": True} | options))

    def deconstruct(self) -> Any:
        """What a migration needs to make this column again."""
        name, path, arguments, options = super().deconstruct()
        return name, path, arguments, options | {"of": self.of}

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        """Work the key out from the name as it stands now."""
        key = name_key(getattr(model_instance, self.of) or "")[:300]
        setattr(model_instance, self.attname, key)
        return key


class PlaceKeyField(models.CharField[str, str]):
    """The key (`people.identity.place_key`) of a row's `lines` and `postcode`: a place is found by index."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**({"max_length": 300, "editable": False, "blank": True} | options))

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        """Work the key out from the address as it stands now."""
        row: Any = model_instance
        row.place = place_key(row.lines or "", row.postcode or "")
        return str(row.place)
