"""The HTML of a mail as the lines that a browser would show."""

from selectolax.lexbor import LexborHTMLParser


def to_text(html: str) -> str:
    """Give the visible words, one block a line."""
    body = LexborHTMLParser(html).body
    return body.text(separator="\n") if body is not None else ""
