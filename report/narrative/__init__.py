"""What staff write around the figures of a report: the text itself, its file, and its blocks."""
