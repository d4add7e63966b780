"""The lessons: one file a learning point in `points/`, the SQL of its signal in `compiled/`."""
