"""How a database moves from one release to the next."""
