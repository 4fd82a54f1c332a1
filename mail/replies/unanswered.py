"""What is left of a reply for the person when our own words are taken out, line by line."""

import re
from dataclasses import dataclass
from urllib.parse import unquote

from mail.phrases.line_kinds import BLANK, MARKED, QUOTE, RULE, TEXT
from mail.replies.sent_text import NOWHERE, NUMBERING, IndexedLetter, LetterWord, words_of

_DEPTH = re.compile(r"^[\s\xa0]{0,40}((?:[>|][ \t\xa0]?)+)")
_LINK = re.compile(r"[<\[(]\s?(?:https?|mailto|tel):[^\s<>]*\s?[>\])]")
_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"]{3,2000}")
_EDGE = " \t\xa0>|*_()[]{}/\\.,;:–—-?!\"'“”‘’«»=#•·"
_TICK = re.compile(
    r"^[^\w<←⬅]*(?:(?:\d{1,2}|[a-z])[.)]\W{0,3})?(?:x|✓|✔|☑|✅|☒|✗|✘|<[-=]+|←|⬅|👈|<<+)\W{0,10}(?:(?:\d{1,2}|[a-z])[.)]\W*)?$",
    re.IGNORECASE,
)
"""A mark that somebody sets beside a choice, before or after its number."""


@dataclass(slots=True)
class ReplyLine:
    """One line of the reply: what is left of it for the person, and the question that it stands under."""

    text: str
    kind: str
    owner: int = NOWHERE
    picked: int = NOWHERE
    """The choice of `owner` that a tick stands beside."""


Placed = list[tuple[LetterWord, int]]


def links_of(text: str) -> frozenset[str]:
    """Give the links of the letter, without their scheme."""
    return frozenset(_bare_link(found) for found in _URL.findall(text))


def without_links(lines: list[str], ours: frozenset[str]) -> list[str]:
    """Take out our own links, also when a gateway has wrapped them in its own."""
    return [
        _URL.sub(lambda match: "" if _is_ours(match[0], ours) else match[0], line)
        if "//" in line or "www." in line
        else line
        for line in lines
    ]


def _is_ours(link: str, ours: frozenset[str]) -> bool:
    told = unquote(link[:2000])
    return any(own in told for own in ours)


def _bare_link(link: str) -> str:
    return link.partition("://")[2].rstrip(".,;:!?)") or link


def depth_of(line: str, kind: str) -> int:
    """How deep a line is marked as quoted."""
    match = _DEPTH.match(line[:200])
    marks = match[1].count(">") + match[1].count("|") if match else 0
    return marks + (kind in MARKED)


def unmarked(line: str) -> str:
    """A line without quoting marks and without blanks around it."""
    match = _DEPTH.match(line[:200])
    return (line[match.end() :] if match else line).strip()


def by_line(words: list[LetterWord], places: list[int], most: int) -> list[Placed]:
    """Give the words of each line with their places in the letter."""
    rows: list[Placed] = [[] for _ in range(most)]
    for word, place in zip(words, places, strict=True):
        rows[word.line].append((word, place))
    return rows


def rows_of(
    lines: list[str], kinds: list[str], depths: list[int], placed: list[Placed], sheet: IndexedLetter
) -> list[ReplyLine]:
    """Give each line as the person's, ours, or somebody else's."""
    ours = [any(place != NOWHERE for _, place in row) for row in placed]
    first, last = ours.index(True), len(ours) - 1 - ours[::-1].index(True)
    deepest = max((depth for depth, our in zip(depths, ours, strict=True) if our), default=0)
    whole = max(place for row in placed for _, place in row) >= len(sheet.keys) - 1
    rows: list[ReplyLine] = []
    owner = NOWHERE
    for at, line in enumerate(lines):
        if ours[at]:
            row = _partly(line, placed[at], owner, sheet)
            owner = _last_owner(placed[at], owner, sheet)
        else:
            inside = first < at and (at < last or not whole) and depths[at] <= deepest
            row = _whole(line, kinds[at], depths[at], owner, inside=inside)
        rows.append(row)
    return rows


def not_ours(lines: list[str], placed: list[Placed], sheet: IndexedLetter) -> list[str]:
    """Give the lines, without marks, that hold no word of ours at its place, and at least one that stands nowhere in it."""
    known = frozenset(sheet.keys)
    found = []
    for line, row in zip(lines, placed, strict=True):
        is_ours = any(place != NOWHERE for _, place in row)
        has_own = any(word.key not in known for word, _ in row)
        found.append(unmarked(line) if has_own and not is_ours else "")
    return found


def give_to_only(rows: list[ReplyLine], ours: list[bool]) -> None:
    """A letter's only question owns the first words typed anywhere below it."""
    below = next((at for at, row in enumerate(rows) if row.owner == 0), len(rows))
    if any(row.owner == 0 and row.kind == TEXT for row in rows):
        return
    begun = False
    for at in range(below, len(rows)):
        if begun and ours[at]:
            return
        begun = begun or rows[at].kind == TEXT
        if begun:
            rows[at].owner = 0


def _last_owner(placed: Placed, owner: int, sheet: IndexedLetter) -> int:
    for _, place in placed:
        if place != NOWHERE:
            owner = sheet.owner[place]
    return owner


def _whole(line: str, kind: str, depth: int, owner: int, *, inside: bool) -> ReplyLine:
    """A line with none of our words."""
    if kind in (BLANK, RULE) or not line.strip(" \t\xa0>|"):
        return ReplyLine("", BLANK, owner)
    if depth == 0:
        return ReplyLine(line, kind if kind not in MARKED else TEXT, owner)
    match = _DEPTH.match(line[:200])
    bare = line[match.end() :] if match else line
    return ReplyLine(bare if inside else line, TEXT if inside else QUOTE, owner)


def _partly(line: str, placed: Placed, owner: int, sheet: IndexedLetter) -> ReplyLine:
    """A line with our words: what stands before, between and after them is the person's."""
    if "<" not in line and all(place != NOWHERE for _, place in placed):
        return ReplyLine("", QUOTE, _last_owner(placed, owner, sheet))
    own: list[str] = []
    mine = _last_owner(placed, owner, sheet)
    at = 0
    before = owner
    ours = [(word, place) for word, place in placed if place != NOWHERE]
    for word, _ in [*ours, (LetterWord("", 0, len(line), len(line)), NOWHERE)]:
        own.append(line[at : word.start])
        at = max(at, word.end)
    ticked = any(_TICK.match(piece) for piece in own if piece.strip())
    picked = _picked(ours, sheet) if ticked else NOWHERE
    if picked != NOWHERE:
        return ReplyLine(line.strip(" \t>|"), TEXT, mine, picked)
    said = [told for number, piece in enumerate(own) if (told := _trimmed(piece, number, len(own)))]
    if not said:
        return ReplyLine("", QUOTE, mine)
    return ReplyLine(
        " ".join(said), TEXT, before if _trimmed(own[0], 0, len(own)) and len(said) == 1 and before != NOWHERE else mine
    )


def _trimmed(piece: str, number: int, count: int) -> str:
    """A piece of a line without the marks that belong to our words on its sides; empty when it holds no word."""
    if not piece.strip(_EDGE):
        return ""
    piece = _LINK.sub("", piece)
    if not words_of([piece]) or (number < count - 1 and _is_number(piece)):
        return ""
    piece = piece.rstrip(_EDGE) if number < count - 1 else piece.rstrip()
    return piece.lstrip(_EDGE) if number > 0 else piece.lstrip(" \t\xa0>|")


def _is_number(piece: str) -> bool:
    """Whether a piece is nothing but the number of a question or a choice, or the mark of a list."""
    if piece.strip(_EDGE) == "o":
        return True
    match = NUMBERING.match(f"{piece.strip()} x"[:40])
    return match is not None and match.end() == len(piece.strip()) + 1


def _picked(ours: Placed, sheet: IndexedLetter) -> int:
    """The choice whose words, and no other choice's, stand on this line."""
    options = sheet.option_at(ours[-1][1])
    if options is None:
        return NOWHERE
    held = {place for _, place in ours}
    chosen = [number for number, span in enumerate(options.spans) if held & set(range(*span))]
    return chosen[0] if len(chosen) == 1 else NOWHERE
