"""What `sayso COMMAND` does, one module a command."""
