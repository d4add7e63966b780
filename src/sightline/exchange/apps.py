from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """The room `exchange`."""

    name = "sightline.exchange"
    label = "sightline_exchange"
