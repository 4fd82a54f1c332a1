"""The look that all pages share: one set of colours, light and dark, put before the styles of each app."""

from importlib import resources

COLOURS = resources.files("browser").joinpath("static", "colours.css").read_bytes()
