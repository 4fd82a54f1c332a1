"""Rooms of a quoted letter: where in it, without knowing it, somebody else's words stand."""
