"""Storing what an agency sends: its people, then its entries, then what has no place yet."""
