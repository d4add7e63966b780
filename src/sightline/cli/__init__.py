"""The `sightline` command: thin; each command calls an action or a query."""
