"""Small numbers: what is hidden, and an attacker who tries to find it."""
