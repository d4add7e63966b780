from django.apps import AppConfig


class ProjectionConfig(AppConfig):
    """The room `projection`: keeps the signal tables in step with entries and claims."""

    name = "sightline.projection"
    label = "projection"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Listen to the chronology, to linkage and to the clock."""
        from sightline.chronology.events import EntriesRecorded, GrowthRestated, PeopleReceived
        from sightline.core.events import DayPassed, subscribe
        from sightline.linkage.events import ClaimMoved
        from sightline.projection import writing

        subscribe(EntriesRecorded, writing.entries_recorded)
        subscribe(PeopleReceived, writing.people_received)
        subscribe(GrowthRestated, writing.growth_restated)
        subscribe(ClaimMoved, writing.claim_moved)
        subscribe(DayPassed, writing.day_passed)
