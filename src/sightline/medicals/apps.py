from django.apps import AppConfig


class MedicalsConfig(AppConfig):
    """The room `medicals`."""

    name = "sightline.medicals"
    label = "medicals"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """The entry of a medical changes with the medical alone."""
        from sightline.chronology.carrying import carry
        from sightline.medicals.queries import carries

        carry(carries)
