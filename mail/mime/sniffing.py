"""What bytes and texts without a true label look like: HTML, a whole page, no text at all."""

import re

_TAGS = re.compile(r"</(?:html|body|div|p|blockquote|span|table|td|font|a|b|i|h\d|li|ul)\s?>|<br\s?/?>", re.IGNORECASE)
_HTML_START = re.compile(r"\s*+<(?:!doctype|html|head|body|div|p|span|table|style|meta|blockquote)\b", re.IGNORECASE)
_PAGE_START = re.compile(r"\s*+<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_TAG = re.compile(r"<[a-zA-Z!/]")
_CONTROLS = bytes({*range(32)} - {9, 10, 12, 13, 27})


def is_binary(data: bytes) -> bool:
    """Tell whether bytes without headers are no text at all: a picture, an archive."""
    head = data[:4_000]
    return len(head) - len(head.translate(None, _CONTROLS)) > len(head) // 20


def is_html(body: str) -> bool:
    """Tell whether a text without any label is HTML: it begins as HTML does, or closes its tags."""
    return bool(_HTML_START.match(body) or _TAGS.search(body[:100_000]))


def is_page(body: str) -> bool:
    """Tell whether a text that is labelled as plain is a whole HTML page."""
    return bool(_PAGE_START.match(body)) and "</" in body


def has_tags(body: str) -> bool:
    """Tell whether a text that is labelled as HTML has any."""
    return bool(_TAG.search(body))
