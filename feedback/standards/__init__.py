"""Standards: statements by which an organisation measures itself, in versions."""
