"""Signing in: who may, with what, and as whom."""
