"""The mailbox: an IMAP client that notices what the library misses, and the listener on top of it."""
