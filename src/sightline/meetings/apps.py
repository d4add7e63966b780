from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """The room `meetings`: front-door managers and the agencies' safeguarding leads, at regular times."""

    name = "sightline.meetings"
    label = "meetings"
    default_auto_field = "django.db.models.BigAutoField"
