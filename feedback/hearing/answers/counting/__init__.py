"""Numbers that are not said outright: people and things counted up, sums, and none at all in words."""
