"""`sightline COMMAND …`: our own commands, and Django's for the database."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the command that was typed."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sightline.config.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
