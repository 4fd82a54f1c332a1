"""Hours and days as they are told at choices, and ages."""
