from django.apps import AppConfig


class SharingConfig(AppConfig):
    """The room `sharing`."""

    name = "sightline.sharing"
    label = "sharing"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """That an entry was passed on changes with the decision that passed it on."""
        from sightline.chronology.carrying import carry
        from sightline.sharing.passing import carries

        carry(carries)
