"""What every staff page stands on: requests, roles, templates, undo."""
