"""Numbers that are not said outright: people and things counted up, sums, ages, and none at all in words."""
