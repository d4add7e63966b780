"""Entries, what they say and whom they name take no update, no delete and (PostgreSQL) no truncate."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from sightline.chronology import appending


def lay(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    appending.lay(editor.connection, _tables(apps))


def lift(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    appending.lift(editor.connection, _tables(apps))


def _tables(apps: StateApps) -> list[str]:
    """The tables as they are at this migration; a later one that adds or remakes a table lays it again."""
    models = apps.get_app_config("chronology").get_models()
    return sorted({model._meta.db_table for model in models} - appending.REWRITTEN)


class Migration(migrations.Migration):
    dependencies = [("chronology", "0001_initial")]

    operations = [migrations.RunPython(lay, lift)]
