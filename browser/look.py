"""The look that all pages share: one set of design tokens, light and dark, put before the styles of each app."""

from importlib import resources

TOKENS = resources.files("browser").joinpath("static", "tokens.css").read_bytes()
