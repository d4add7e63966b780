"""Measuring: an invented population in every engine, side by side in one run."""
