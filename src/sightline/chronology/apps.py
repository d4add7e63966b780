from django.apps import AppConfig


class ChronologyConfig(AppConfig):
    """The room `chronology`."""

    name = "sightline.chronology"
    label = "chronology"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Growth follows a claim that moved; a baby who is two is closed to daily view."""
        from sightline.chronology.following import close_finished
        from sightline.chronology.growth import restate_moved
        from sightline.core.events import DayPassed, subscribe
        from sightline.linkage.events import ClaimMoved

        subscribe(ClaimMoved, restate_moved)
        subscribe(DayPassed, close_finished)
