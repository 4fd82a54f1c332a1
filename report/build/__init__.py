"""A report put together: what it says, in which order, and in which words."""
