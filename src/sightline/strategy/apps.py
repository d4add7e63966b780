from django.apps import AppConfig


class StrategyConfig(AppConfig):
    """The room `strategy`."""

    name = "sightline.strategy"
    label = "strategy"
    default_auto_field = "django.db.models.BigAutoField"
