"""Replaying a case file: its facts, day by day, through the product's own actions; what was asked when."""
