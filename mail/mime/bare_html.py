"""The words of HTML that nobody types: so large or so deep that a tree of it takes more than linear time."""

import html as entities
import re

_TAG = re.compile(
    r"<(?:script|style)\b[^<]{0,50000}</(?:script|style)>|<[^<>]{0,3000}>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")
_UNSEEN = dict.fromkeys(map(ord, "\u200b\ufeff\u00ad\x00"))


def bare(html: str) -> str:
    """Words without a tree: tags become line ends."""
    text = _unescaped(_TAG.sub("\n", _without_comments(html))).translate(_UNSEEN).replace("\xa0", " ")
    return re.sub(r"\n[ \t\r\n]*\n", "\n\n", text)


def _unescaped(html: str) -> str:
    """Put characters in the place of entities, each looked up once however often it stands there."""
    known: dict[str, str] = {}

    def meant(found: re.Match[str]) -> str:
        name = found[0]
        if name not in known:
            known[name] = entities.unescape(name)
        return known[name]

    return _ENTITY.sub(meant, html) if "&" in html else html


def _without_comments(html: str) -> str:
    """Leave comments out; one that never ends is none, so that no words go with it."""
    shown, ended, rest = html.rpartition("-->")
    first, *others = shown.split("<!--")
    return "".join((first, *(other.partition("-->")[2] for other in others), rest)) if ended else html
