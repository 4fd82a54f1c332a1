"""What staff did: the audit log, undo, and the feed of changes."""
