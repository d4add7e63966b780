from django.apps import AppConfig


class WebConfig(AppConfig):
    """The room `web`."""

    name = "sightline.web"
    label = "sightline_web"
