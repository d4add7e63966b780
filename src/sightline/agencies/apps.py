from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    """The room `agencies`."""

    name = "sightline.agencies"
    label = "agencies"
    default_auto_field = "django.db.models.BigAutoField"
