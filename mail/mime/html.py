"""The HTML of a mail as the lines that a browser would show, each with what its place says about it."""

import re
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from mail.mime.bare_html import bare
from mail.phrases.client_phrases import words
from mail.phrases.line_kinds import BLANK, BOX, CUT, INDENT, QUOTE, RULE, SIGNED, TEXT

_TAGS: Final = 12_000
"""Tags of one mail. Above this, or one of the four below, a mail is read without a tree: nobody types so, and a tree of
that shape takes more than linear time."""
_NODES: Final = 40_000
"""Nodes of its tree, texts and remarks included."""
_LINES: Final = 10_000
"""Lines of a preformatted text."""
_DEEP: Final = 600
"""Boxes within each other. A reply to a reply adds one or a few each time."""
_DEEP_STYLE: Final = 60
"""Marks of style (bold, a font) within each other. A browser opens each again in every box below, so few make a large
tree."""

_SILENT: Final = words(
    "script style head title template noscript meta link object iframe select svg math base xml textarea"
)
_INLINE: Final = words(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr o:p q rb rp rt ruby s samp small span st1:city"
    " st1:place strike strong sub sup td th time tt u var wbr img button input"
)
_PLAIN: Final = words("b i u em strong br o:p tr tbody font a sub sup big small")
"""Tags whose attributes say nothing."""
_SPACED: Final = words("p ul ol h1 h2 h3 h4 h5 h6 blockquote pre dl")
_BOLD: Final = frozenset(("b", "strong", "mark", "u"))
_COLOURED: Final = frozenset(("span", "font"))
"""Tags that colour words and do nothing else."""
_DRESSED: Final = words("hr pre ul ol li td th img")
"""Tags that show something by themselves."""
_LISTS: Final = frozenset(("ul", "ol"))

_QUOTES = re.compile(
    r"quote|moz-cite-prefix|olk_src_body|reference[-_]message|forward-container|gmail_attr|messagereplysection|zmail_extra|isreplycontent"
    r"|ntes-mailmaster|js-readmsg|history_container|original_?message|aolmsgpart|previous-?message|iosymail",
    re.IGNORECASE,
)
_CUTS = re.compile(r"divrplyfwdmsg|zwchr|stopspelling|replysplit", re.IGNORECASE)
_SIGNS = re.compile(r"signature", re.IGNORECASE)
_GMAIL = re.compile(r"gmail_quote", re.IGNORECASE)
_WRAPS = re.compile(r"gmail_quote|protonmail_quote", re.IGNORECASE)
"""Boxes around a head and the blockquote below it. What stands between two blockquotes in one is typed."""
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|$)",
    re.IGNORECASE,
)
_TOP_LINE = re.compile(r"border-top\s*:(?!\s*(?:none|0|medium none))|border-top-width\s*:\s*[1-9]", re.IGNORECASE)
_INDENTED = re.compile(
    r"border(?:-left)?\s*:\s*(?:none|0|medium none)|margin(?:-left)?\s*:\s*(?:0\w* ){0,3}40px", re.IGNORECASE
)
_BOLD_STYLE = re.compile(
    r"font-weight\s*:\s*(?:bold|[6-9]00)|background(?:-color)?\s*:\s*(?!white|#fff|transparent|none|rgb\(255)",
    re.IGNORECASE,
)

_TINT = re.compile(r"(?:^|[;\s\"'])color\s*[:=]\s*[\"']?([^;\"'>]{2,40})", re.IGNORECASE)
"""A colour of words, in a style or, in old HTML, by itself."""
_BOXES = re.compile(r"<(/?)(div|span|blockquote|table|center|section|article|ul|ol)\b", re.IGNORECASE)
_STYLES = re.compile(r"<(/?)(a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)\b", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_UNSEEN = dict.fromkeys(map(ord, "\u200b\ufeff\u00ad\x00"))

STRONG_ON, STRONG_OFF = "\ue000", "\ue001"
"""Private marks around bold words, when they are asked for."""
TINT_ON, TINT_NAMED, TINT_OFF = "\ue002", "\ue003", "\ue004"
"""Private marks around coloured words, when they are asked for; the first two stand around the colour's name."""

Shown = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Look:
    """Lines as `read` gives them, coloured words in private marks, with what each looks like.

    `blocks`: the tag of the block that each line stands in, "" for none.
    """

    shown: Shown
    blocks: list[str]


class _TooMany(Exception):
    """The tree has more nodes than anybody types."""


def read(html: str, *, strong: bool = False) -> Shown:
    """Give (kind, text) for each line shown; kinds as in `oneline`. `strong`: bold words stand in private marks."""
    html = html.translate(_UNSEEN) if "\x00" in html else html
    if _bounded(html):
        try:
            return _Page(strong=strong).read(LexborHTMLParser(html))
        except _TooMany:
            pass
    return [(TEXT if line else BLANK, line) for line in map(str.strip, bare(html).split("\n"))]


def look(html: str) -> Look:
    """Give the lines of a page with the blocks that they stand in, and coloured words in private marks."""
    html = html.translate(_UNSEEN) if "\x00" in html else html
    if _bounded(html):
        page = _Page(strong=False, tinted="color" in html.lower() and bool(_TINT.search(html)))
        try:
            return Look(page.read(LexborHTMLParser(html)), page.blocks)
        except _TooMany:
            pass
    shown = read(html)
    return Look(shown, [""] * len(shown))


def to_text(html: str) -> str:
    """Give the visible words, one block a line."""
    return "\n".join(text for _, text in read(html))


def _bounded(html: str) -> bool:
    count = html.count("<")
    return (
        count <= _TAGS
        and (count <= _DEEP or _is_within(_DEEP, _BOXES, html))
        and _is_within(_DEEP_STYLE, _STYLES, html)
    )


def _is_within(most: int, tags: re.Pattern[str], html: str) -> bool:
    """Whether no more than so many of these tags are ever open at once. Few tags need no counting."""
    found = tags.findall(html)
    if len(found) <= most:
        return True
    steps: list[int] = [-1 if is_end else 1 for is_end, _ in found]
    deepest: int = max(accumulate(steps, lambda deep, by: max(0, deep + by)))
    return deepest <= most


@dataclass(slots=True)
class _Frame:
    """An element that is open: what to restore when it ends."""

    node: LexborNode
    tag: str
    block: bool
    mark: str
    gmail: bool = False
    bold: bool = False
    tint: bool = False
    within: str = ""
    """The block that this one stands in."""
    spaced: bool = False


class _Page:
    """Walks the tree once, without recursion, and writes lines."""

    def __init__(self, *, strong: bool, tinted: bool = False) -> None:
        self._shown: Shown = []
        self.blocks: list[str] = []
        self._block = self._line_block = ""
        self._tinted = tinted
        self._line: list[str] = []
        self._line_mark = TEXT
        self._mark = TEXT
        self._gap = False
        self._open: list[_Frame] = []
        self._numbers: list[int] = []
        self._pre = 0
        self._strong = strong

    def read(self, tree: LexborHTMLParser) -> Shown:
        node = tree.body.first_child if tree.body is not None else None
        seen = 0
        while node is not None or self._open:
            if node is None:
                node = self._leave(self._open.pop()).next
                continue
            seen += 1
            node = self._visit(node)
            if seen > _NODES:
                raise _TooMany
        self._end_line()
        return self._shown

    def _visit(self, node: LexborNode) -> LexborNode | None:
        """Take one node in; the next one is its first child or its neighbour."""
        if node.is_text_node:
            self._say(node.text_content or "")
        elif node.is_element_node:
            tag = node.tag or ""
            if tag == "br":
                self._break()
            elif tag not in _SILENT:
                return self._enter(node, tag)
        return node.next

    def _enter(self, node: LexborNode, tag: str) -> LexborNode | None:
        named, style = ("", "") if tag in _PLAIN else _attributes(node)
        if style and _HIDDEN.search(style):
            return node.next
        frame = _Frame(node, tag, tag not in _INLINE, self._mark)
        if frame.block:
            if self._line:
                self._end_line()
            frame.within, self._block = self._block, tag
        if tag in _SPACED and "mso" not in named:
            self._gap = frame.spaced = True
        if named or style or tag == "blockquote":
            self._place(frame, named, style)
        if tag in _DRESSED or self._strong or self._tinted:
            self._dress(frame, style)
        child = node.first_child
        self._open.append(frame)
        return child

    def _place(self, frame: _Frame, named: str, style: str) -> None:
        """Let the element's name say whether it holds a quote, a signature or a line."""
        if _TOP_LINE.search(style):
            self._add(RULE, "")
        if self._mark == QUOTE:
            return
        within = frame.tag == "blockquote" and self._open and self._open[-1].gmail
        mark = QUOTE if within else _mark(frame.tag, named, style)
        if mark == CUT:
            self._add(CUT, "")
        elif mark != TEXT:
            self._end_line()
            self._mark = mark
            frame.gmail = frame.tag != "blockquote" and bool(_WRAPS.search(named))

    def _dress(self, frame: _Frame, style: str) -> None:
        match frame.tag:
            case "hr":
                self._add(RULE, "")
            case "pre":
                self._pre += 1
            case "ul" | "ol":
                self._numbers.append(0 if frame.tag == "ol" else -1)
            case "li":
                self._say_mark(self._bullet())
            case "td" | "th":
                self._say_mark(" " if self._line else "")
            case "img":
                self._say_mark(_emoji(frame.node))
            case _:
                self._embolden(frame, style)
                if self._tinted and frame.tag in _COLOURED:
                    self._tint(frame, style)

    def _tint(self, frame: _Frame, style: str) -> None:
        """Mark words that bear a colour. Inside a link they are the link's."""
        told = _TINT.search(style or f" color={frame.node.attributes.get('color') or ''}")
        if told is None or any(outer.tint or outer.tag == "a" for outer in self._open):
            return
        frame.tint = True
        self._put(f"{TINT_ON}{told[1].strip().lower()}{TINT_NAMED}")

    def _embolden(self, frame: _Frame, style: str) -> None:
        if self._strong and (frame.tag in _BOLD or (style and frame.tag == "span" and _BOLD_STYLE.search(style))):
            frame.bold = True
            self._line.append(STRONG_ON)

    def _bullet(self) -> str:
        if not self._numbers or self._numbers[-1] < 0:
            return "* "
        self._numbers[-1] += 1
        return f"{self._numbers[-1]}. "

    def _leave(self, frame: _Frame) -> LexborNode:
        if frame.bold:
            self._line.append(STRONG_OFF)
        if frame.tint:
            self._put(TINT_OFF)
        if self._line and (frame.block or self._mark != frame.mark):
            self._end_line()
        if frame.block:
            self._block = frame.within
        self._gap = self._gap or frame.spaced
        if frame.tag == "pre":
            self._pre -= 1
        elif frame.tag in _LISTS:
            self._numbers.pop()
        self._mark = frame.mark
        if frame.tag == "blockquote" and self._open and self._open[-1].gmail:
            self._mark = self._open[-1].mark
        return frame.node

    def _say(self, text: str) -> None:
        if self._pre:
            if text.count("\n") > _LINES:
                raise _TooMany
            first, *rest = text.translate(_UNSEEN).expandtabs().split("\n")
            self._put(first)
            for line in rest:
                self._break()
                self._put(line)
            return
        is_ascii = text.isascii()
        if is_ascii and not self._line and text.isspace():
            return
        if not text.isprintable() or "  " in text:
            text = _SPACE.sub(" ", text)
        text = text if is_ascii else text.translate(_UNSEEN)
        if not self._line or self._line[-1][-1:] == " ":
            text = text.lstrip(" ")
        self._put(text if is_ascii else text.replace("\xa0", " "))

    def _say_mark(self, text: str) -> None:
        if text:
            self._put(text)

    def _put(self, text: str) -> None:
        if not text:
            return
        if not self._line:
            self._line_mark, self._line_block = self._mark, self._block
        self._line.append(text)

    def _break(self) -> None:
        if self._line:
            self._end_line()
        else:
            self._blank()

    def _blank(self) -> None:
        self._add(BLANK, "")

    def _add(self, kind: str, text: str, block: str = "") -> None:
        self._shown.append((kind, text))
        self.blocks.append(block)

    def _end_line(self) -> None:
        if not self._line:
            return
        text = "".join(self._line).rstrip()
        self._line.clear()
        if not text.strip():
            self._blank()
            return
        if self._gap and self._shown and self._shown[-1][0] != BLANK:
            self._blank()
        self._gap = False
        self._add(self._line_mark, text, self._line_block)


def _attributes(node: LexborNode) -> tuple[str, str]:
    """Give what names an element, in lower case, and its style."""
    said = node.attributes
    if not said:
        return "", ""
    style = (said.get("style") or "")[:1000]
    if "hidden" in said:
        style += ";display:none"
    named = [
        f"{name}={(value or '')[:300]}" for name, value in said.items() if name in _NAMES or name.startswith("data-")
    ]
    return " ".join(named).lower(), style


_NAMES: Final = frozenset(("class", "id", "name", "type"))


def _mark(tag: str, named: str, style: str) -> str:
    if tag == "blockquote":
        return _boxed(named, style)
    if _CUTS.search(named):
        return CUT
    if _QUOTES.search(named):
        return QUOTE
    return SIGNED if _SIGNS.search(named) else TEXT


def _boxed(named: str, style: str) -> str:
    if "type=cite" in named:
        return QUOTE
    if _GMAIL.search(named) or _INDENTED.search(style):
        return INDENT
    return QUOTE if _QUOTES.search(named) else BOX


def _emoji(node: LexborNode) -> str:
    """The picture of a face as its character; other pictures say nothing."""
    alt = node.attributes.get("alt") or ""
    return alt if 0 < len(alt) <= 8 and not any(char.isascii() for char in alt) else ""
