"""Passwords, and the tokens of OpenID providers."""
