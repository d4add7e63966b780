from django.apps import AppConfig


class MarksConfig(AppConfig):
    """The room `marks`."""

    name = "sightline.marks"
    label = "marks"
    default_auto_field = "django.db.models.BigAutoField"
