"""The engines that run the signals: SQLite and PostgreSQL beside the records, DuckDB over an extract.

Each gives the same four verbs: `create`, `insert`, `evaluate_baby`, `evaluate_population`. Days and instants
are whole numbers on all; a flag is a boolean, which SQLite keeps as 0 or 1.
"""
