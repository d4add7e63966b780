from django.apps import AppConfig


class PromptsConfig(AppConfig):
    """The room `prompts`: evaluates the babies that a transaction touched, before it commits."""

    name = "sightline.prompts"
    label = "prompts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Listen to the chronology and to linkage."""
        from sightline.chronology.events import EntriesRecorded
        from sightline.core.events import subscribe
        from sightline.linkage.events import ClaimMoved
        from sightline.prompts import listening

        subscribe(EntriesRecorded, listening.entries_recorded)
        subscribe(ClaimMoved, listening.claim_moved)
