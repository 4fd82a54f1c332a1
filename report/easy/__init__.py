"""Easy Read of what is set side by side: two flows, and parts of the replies."""
