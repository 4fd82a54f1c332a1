"""Invented example feedback, so that every page of `sayso demo` shows something."""
