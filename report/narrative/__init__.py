"""The words of a report: what staff write around the figures, and which words of people are printed."""
