"""The staff app, joined to the service."""
