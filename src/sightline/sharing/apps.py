from django.apps import AppConfig


class SharingConfig(AppConfig):
    """The room `sharing`."""

    name = "sightline.sharing"
    label = "sharing"
    default_auto_field = "django.db.models.BigAutoField"
