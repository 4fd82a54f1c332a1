"""Answers in, figures out: pure."""
