from django.apps import AppConfig


class ProjectionConfig(AppConfig):
    """The room `projection`."""

    name = "sightline.projection"
    label = "projection"
    default_auto_field = "django.db.models.BigAutoField"
