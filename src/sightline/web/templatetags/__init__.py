"""Tags for the sign-in pages, which are Django templates because allauth draws them."""
