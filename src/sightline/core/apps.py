from django.apps import AppConfig


class CoreConfig(AppConfig):
    """The room `core`."""

    name = "sightline.core"
    label = "core"
    default_auto_field = "django.db.models.BigAutoField"
