"""`sightline COMMAND …`: our own commands, and Django's for the database."""

from __future__ import annotations

import argparse
import importlib
import os
import pkgutil
import sys
from importlib.metadata import version
from types import ModuleType
from typing import Final

from sightline.cli import commands

FROM_DJANGO: Final = (
    "migrate",
    "makemigrations",
    "showmigrations",
    "check",
    "shell",
    "dbshell",
)
"""Django's commands that Sightline passes on as they are."""


def main() -> None:
    """Run the command that was typed and leave with its status."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sightline.config.settings")
    if len(sys.argv) > 1 and sys.argv[1] in FROM_DJANGO:
        _run_django()
        return
    options = _parser().parse_args()
    module = _commands()[options.command]
    module_prepare = getattr(module, "prepare", None)
    if module_prepare is not None:
        module_prepare(options)
    import django

    django.setup()
    sys.exit(module.run(options))


def _run_django() -> None:
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="sightline", description="Keeps a baby in sight.")
    parser.add_argument("--version", action="version", version=f"sightline {version('sightline')}")
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, module in sorted(_commands().items()):
        module.arguments(subparsers.add_parser(name, help=module.HELP, description=module.HELP))
    for name in FROM_DJANGO:
        subparsers.add_parser(name, help="Django's own, for the database and its upkeep", add_help=False)
    return parser


def listed() -> dict[str, str]:
    """Every command's name with what it does."""
    ours = {name: str(module.HELP) for name, module in _commands().items()}
    return ours | dict.fromkeys(FROM_DJANGO, "Django's own, for the database and its upkeep.")


def _commands() -> dict[str, ModuleType]:
    """Every command by its name."""
    modules = (
        importlib.import_module(f"{commands.__name__}.{found.name}")
        for found in pkgutil.iter_modules(commands.__path__)
    )
    return {module.NAME: module for module in modules}


if __name__ == "__main__":
    main()
