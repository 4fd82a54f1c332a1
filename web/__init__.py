"""The browser channel: the same conversation on an accessible page."""
