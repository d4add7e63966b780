"""Bringing files in: each whole or not at all, with what came of it counted."""
