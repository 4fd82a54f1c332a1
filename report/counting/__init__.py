"""Counting answers into figures with their bases and intervals."""
