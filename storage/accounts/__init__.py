"""Members of staff: accounts, passkeys, sessions."""
