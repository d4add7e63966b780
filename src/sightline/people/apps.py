from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """The room `people`."""

    name = "sightline.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"
