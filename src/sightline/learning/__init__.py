"""The grammar of a lesson: where it comes from, what it asks, of whom, how soon, and how it is tried out."""
