from django.apps import AppConfig


class ChallengeConfig(AppConfig):
    """The room `challenge`: what is left lying goes to the next stage when its time is over."""

    name = "sightline.challenge"
    label = "challenge"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """The entries of a challenge change with it alone; the passing of days takes it further."""
        from sightline.challenge.moving import day_passed
        from sightline.challenge.queries import carries
        from sightline.chronology.carrying import carry
        from sightline.core.events import DayPassed, subscribe

        carry(carries)
        subscribe(DayPassed, day_passed)
