"""Email, joined to the service: reading, routing, composing, sending."""
