from django.apps import AppConfig


class ConcernsConfig(AppConfig):
    """The room `concerns`."""

    name = "sightline.concerns"
    label = "concerns"
    default_auto_field = "django.db.models.BigAutoField"
