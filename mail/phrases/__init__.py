"""The words that mail programs put around what a person wrote."""
