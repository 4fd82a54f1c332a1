"""Exports as files: one module for each format that needs a library, and one that puts them together."""
