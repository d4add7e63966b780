from django.apps import AppConfig


class PromptsConfig(AppConfig):
    """The room `prompts`."""

    name = "sightline.prompts"
    label = "prompts"
    default_auto_field = "django.db.models.BigAutoField"
