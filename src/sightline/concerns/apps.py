from django.apps import AppConfig


class ConcernsConfig(AppConfig):
    """The room `concerns`."""

    name = "sightline.concerns"
    label = "concerns"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """The entry of a referral changes with the referral alone."""
        from sightline.chronology.carrying import carry
        from sightline.concerns.queries import carries

        carry(carries)
