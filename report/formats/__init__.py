"""A report as HTML, Markdown, JSON and typesetting source."""
