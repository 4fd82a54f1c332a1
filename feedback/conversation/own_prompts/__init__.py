"""How questions of our own are put, where they need no flow."""
