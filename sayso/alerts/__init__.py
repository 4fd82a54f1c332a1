"""The service tells its staff: a loop that finds out who is due what, and the link to somebody's own chat."""
