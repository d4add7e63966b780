from django.apps import AppConfig


class AccessConfig(AppConfig):
    """The room `access`."""

    name = "sightline.access"
    label = "access"
    default_auto_field = "django.db.models.BigAutoField"
