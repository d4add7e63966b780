from django.apps import AppConfig


class MedicalsConfig(AppConfig):
    """The room `medicals`."""

    name = "sightline.medicals"
    label = "medicals"
    default_auto_field = "django.db.models.BigAutoField"
