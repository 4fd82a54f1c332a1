"""The vault that seals personal words, and its key file."""
