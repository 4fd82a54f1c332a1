"""The measured targets: `make bench`. Every figure is a ratio against a peer or a limit met in the same run."""
