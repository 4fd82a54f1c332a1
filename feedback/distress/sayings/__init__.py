"""More rules and guards of distress, as data."""
