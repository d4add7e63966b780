from django.apps import AppConfig


class OutboxConfig(AppConfig):
    """The room `outbox`: letters by e-mail that say only that something waits in Sightline."""

    name = "sightline.outbox"
    label = "outbox"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Who was told something is reminded of it; the morning's digest goes out."""
        from sightline.access.events import NoticeGiven
        from sightline.core.events import DigestDue, subscribe
        from sightline.outbox.reminding import remind, send_digest

        subscribe(NoticeGiven, remind)
        subscribe(DigestDue, send_digest)
