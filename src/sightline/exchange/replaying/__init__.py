"""Replaying a case file: its facts, day by day, through the product's own actions, and what was asked when."""
