"""Organisations: what is known of each, which names are one, and what they signed."""
