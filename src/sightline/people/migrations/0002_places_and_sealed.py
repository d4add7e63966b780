import sightline.people.fields
from django.db import migrations, models

from sightline.people.identity import place_key

AT_ONCE = 5_000


def fill_places(apps, schema_editor):
    """Work out the place of every address that is there."""
    cursor = schema_editor.connection.cursor
    with cursor() as reading, cursor() as writing:
        reading.execute("SELECT id, lines, postcode FROM people_address")
        every = reading.fetchall()
        for first in range(0, len(every), AT_ONCE):
            writing.executemany(
                "UPDATE people_address SET place = %s WHERE id = %s",
                [(place_key(lines, postcode), key) for key, lines, postcode in every[first : first + AT_ONCE]],
            )


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='address',
            name='place',
            field=sightline.people.fields.PlaceKeyField(blank=True, default='', editable=False, max_length=300),
            preserve_default=False,
        ),
        migrations.RunPython(fill_places, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name='address',
            index=models.Index(condition=models.Q(('confidential', True)), fields=['place'], name='confidential_places'),
        ),
        migrations.AddIndex(
            model_name='baby',
            index=models.Index(condition=models.Q(('sealed', True)), fields=['person'], name='sealed_babies'),
        ),
    ]
