"""Question types: one module and one object for each, and the registry of them all."""
