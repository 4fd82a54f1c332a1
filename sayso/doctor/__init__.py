"""The checks of `sayso doctor`."""
