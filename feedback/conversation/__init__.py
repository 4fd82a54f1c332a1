"""One conversation: its state, one step of it, and what a step says and does."""
