"""How staff come in: sessions, passkeys, sign-in by a provider."""
