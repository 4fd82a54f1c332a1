"""Chats, joined to the service: what every channel shares that talks one message at a time."""
