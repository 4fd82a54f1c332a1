"""Flows on the staff pages: rehearsal and drawn routes."""
