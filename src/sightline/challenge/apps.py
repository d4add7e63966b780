from django.apps import AppConfig


class ChallengeConfig(AppConfig):
    """The room `challenge`."""

    name = "sightline.challenge"
    label = "challenge"
    default_auto_field = "django.db.models.BigAutoField"
