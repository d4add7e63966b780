from typing import Any

from django.db import migrations

from sightline.challenge import keeping


def lay(apps: Any, editor: Any) -> None:
    keeping.lay(editor.connection)


def lift(apps: Any, editor: Any) -> None:
    keeping.lift(editor.connection)


class Migration(migrations.Migration):
    dependencies = [("challenge", "0001_initial")]

    operations = [migrations.RunPython(lay, lift)]
