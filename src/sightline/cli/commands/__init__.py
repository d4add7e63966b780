"""One file a command: `NAME`, `HELP`, `arguments(parser)` and `run(options) -> exit status`."""
