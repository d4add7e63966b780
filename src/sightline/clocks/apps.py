from django.apps import AppConfig


class ClocksConfig(AppConfig):
    """The room `clocks`."""

    name = "sightline.clocks"
    label = "clocks"
    default_auto_field = "django.db.models.BigAutoField"
