"""Telegram and the browser, joined to the service."""
