from django.apps import AppConfig


class StrategyConfig(AppConfig):
    """The room `strategy`."""

    name = "sightline.strategy"
    label = "strategy"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """The entries of a request and of a discussion change with them alone."""
        from sightline.chronology.carrying import carry
        from sightline.strategy.queries import carries

        carry(carries)
