"""Telling staff that something waits: what each chose, the rota, and the messages to them."""
