"""What people tell us and how we ask: pure values and functions, standard library only."""
