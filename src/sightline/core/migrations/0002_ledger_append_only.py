"""The ledger's tables take no update, no delete and (PostgreSQL) no truncate."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from sightline.core import appending


def lay(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    appending.lay(editor.connection)


def lift(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    appending.lift(editor.connection)


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]

    operations = [migrations.RunPython(lay, lift)]
