"""Answers and comments as rows and projects for other programs."""
