from django.apps import AppConfig


class PromptsConfig(AppConfig):
    """The room `prompts`: evaluates the babies that a transaction touched, before it commits."""

    name = "sightline.prompts"
    label = "prompts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Listen to the chronology, to linkage and to the passing of days."""
        from sightline.access.events import InvolvementsChanged
        from sightline.chronology.events import EntriesRecorded, PeopleReceived
        from sightline.core.events import DayPassed, subscribe
        from sightline.linkage.events import ClaimMoved
        from sightline.prompts import listening

        subscribe(EntriesRecorded, listening.entries_recorded)
        subscribe(PeopleReceived, listening.people_received)
        subscribe(InvolvementsChanged, listening.involvements_changed)
        subscribe(ClaimMoved, listening.claim_moved)
        subscribe(DayPassed, listening.day_passed)
