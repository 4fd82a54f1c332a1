"""The person's own words in a mail, apart from what they quote and how they sign. Pure, in linear time.

Nothing here knows the letter that was sent; `align` does. Where it is not sure, words stay with the person.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, takewhile
from typing import Final

from mail.mime import html as markup
from mail.phrases.client_phrases import ABOVE, LINE_STEM, WROTE
from mail.phrases.gateway_warnings import warning_lines
from mail.phrases.line_kinds import (
    ADDRESS,
    BLANK,
    BOX,
    INDENT,
    LONGEST,
    QUOTE,
    RULE,
    SIGNED,
    TEXT,
    is_drawn,
    names_subject,
)
from mail.quotes import own_words
from mail.quotes.colours import NO_TINTS, Tints, untinted
from mail.quotes.torn_lines import mend
from mail.replies import signature
from mail.replies.contact_card import is_prose
from mail.replies.device_footers import by_programs, says_nothing
from mail.replies.quote_headers import QuoteHeader, find, forwarded, marked_head

_LINES: Final = 3000
"""Lines: far more than anybody types."""
_CHARACTERS: Final = 300_000
"""Characters: a book of 50,000 words."""

_OWN: Final = frozenset((TEXT, BLANK))
_QUOTED: Final = frozenset((QUOTE, BLANK))
_NAMED = re.compile(r"^(?:\s{0,8}([A-Za-z]{1,12})> ?\S|\|(?:\s|$))")
_BLANKS = re.compile(r"\n(?:[ \t]*\n){3,}")
_SPACES = re.compile(r"[ \t]{200,}")
_WIDE: Final = " " * 200
_BROKEN_ADDRESS = re.compile(r"<[ \t]*\n[ \t]*([^\n<>]{1,200}(?:<[^\n<>]{1,200}>)?)\n[ \t]*>(?=[^\n]{0,40}:)")
_VERB: Final = 30
"""Characters between an address and the colon behind "wrote"."""
_WARNING: Final = 9
"""Lines in which a gateway's warning stands, and one more."""
_SHORT: Final = 120
"""Characters of "please reply above this line"."""
_GAP = re.compile(r"\n{3,}")
_SHOUT = re.compile(r"^[\s>]*>[^<>]{0,200}<(?:<|\s*$)|^\s*>+[:;=]?[-']?[()DPp|/\\](?=\s|$)|^\s*>\s?\d+\s*%?\s*$")
"""Angle brackets that quote nothing: ">>> here <<<", an angry face, "more than 5"."""

_Line = tuple[str, str]


@dataclass(frozen=True)
class SplitText:
    """A mail's text in three: the words of this reply, what it quotes, and how it is signed.

    `reply` is empty only when no line is the person's own. Where nothing but a head that somebody may have typed says that
    all is quoted, all is theirs.
    """

    reply: str
    quoted: str = ""
    signature: str = ""


def split(text: str, name: str = "") -> SplitText:
    """Part the plain text of a mail by what its lines look like, in any language. `name` is the sender's, if it is known."""
    lines = tidy(text).split("\n")
    kinds = [BLANK if not line else TEXT if line[0].isalnum() else kind_of(line) for line in lines]
    return part(lines, kinds, name)


def split_html(html: str, name: str = "") -> SplitText:
    """Part the HTML of a mail by the quote boxes of its program and, inside, as `split` does."""
    look = markup.look(html)
    lines, tints = untinted([text for _, text in look.shown])
    shown = [(kind, line) for (kind, _), line in zip(look.shown, lines, strict=True)]
    return part(lines, kinds_of(shown), name, look.blocks, tints)


def kinds_of(shown: markup.Shown) -> list[str]:
    """Say of each line of HTML what it is. Where a box holds the quote, a ">" outside it is typed."""
    boxed = any(mark == QUOTE for mark, _ in shown)
    return [mark if mark != TEXT or boxed else kind_of(text) for mark, text in shown]


def tidy(text: str) -> str:
    """Give plain text with one kind of line end, long blank runs shortened, broken addresses joined."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    text = _BLANKS.sub("\n\n\n", text)
    if ">" in text and ":  " in text:
        text = "\n".join(map(_unrun, text.split("\n")))
    text = _SPACES.sub(" ", text) if "\t" in text or _WIDE in text else text
    return _BROKEN_ADDRESS.sub(r"<\1>", text) if "<" in text else text


def _unrun(line: str) -> str:
    """Part a line that says who wrote, and then goes on with the mail itself, as Yahoo's app leaves it."""
    end = line.find(":  ", 0, LONGEST)
    told = line[: max(end, 0)]
    opens, closes = told.rfind("<"), told.rfind(">")
    is_named = 0 < opens < closes and "@" in told[opens:closes] and len(told) - closes < _VERB
    return f"{told}:\n{line[end + 1 :].lstrip()}" if is_named else line


def kind_of(line: str) -> str:
    """Say of a line of plain text whether it is blank, quoted or neither."""
    if line[:1].isalnum():
        return TEXT
    if line[:2] == "> " and not line[2:3].isdigit() and "<" not in line:
        return QUOTE
    start = line[:40].lstrip(" \t\xa0\u200b\ufeff")
    if not start:
        return TEXT if line.strip() else BLANK
    if start[0] != ">":
        return TEXT
    if start[1:2] == " " and start[2:3].isalpha() and "<" not in line:
        return QUOTE
    return TEXT if _SHOUT.match(line[:300]) else QUOTE


def part(
    lines: list[str], kinds: list[str], name: str = "", blocks: Sequence[str] = (), tints: Tints = NO_TINTS
) -> SplitText:
    """Part lines whose places are known (`kinds`, as in `oneline`). `blocks`, `tints`: how each looks in HTML."""
    most = near(lines)
    if most < len(lines):
        return _with_rest(
            part(lines[:most], kinds[:most], name, blocks[:most], tints), lines[most - 1].rstrip(), lines[most:]
        )
    if TEXT not in kinds and (_only_boxes(kinds) or _is_own_box(lines, kinds)):
        return SplitText(joined(lines))
    kinds = _with_named(lines, kinds)
    heads = _heads(lines, kinds)
    if not heads and (head := marked_head(lines, kinds)):
        heads = [head]
    if _only_forwards(lines, kinds, heads) or (not heads and _only_marked(lines, kinds)):
        return SplitText(joined(lines))
    lines, kinds = _quoted(lines, kinds, heads)
    blocks, tints = _moved(blocks, tints, heads)
    _settle_boxes(lines, kinds)
    mend(lines, kinds)
    lines, kinds = own_words.given_back(lines, kinds, blocks, tints)
    _sink_signs(lines, kinds)
    _give_back(lines, kinds, heads)
    parts = gathered(lines, labelled(lines, kinds, name))
    is_typed = bool(heads) and not heads[0].sure and heads[0].rest
    if parts.reply or not parts.quoted:
        return parts
    if above := _above_line(lines, kinds, heads):
        return split("\n".join(above), name)
    return SplitText(joined(lines).strip()) if is_typed and not parts.signature else parts


def _is_own_box(lines: list[str], kinds: list[str]) -> bool:
    """Whether all stands in a quote box of HTML, and nothing in it says whom it quotes: it was typed there."""
    if QUOTE not in kinds or any(line.lstrip()[:1] == ">" for line in lines):
        return False
    as_text = [TEXT if line.strip() else BLANK for line in lines]
    return not find(lines, as_text) and marked_head(lines, as_text) is None


def _above_line(lines: list[str], kinds: list[str], heads: list[QuoteHeader]) -> list[str]:
    """Return what stands in the quote above "please reply above this line", without marks: there we asked for an answer."""
    first = heads[0].end if heads else 0
    bare = [line.lstrip("> \t") for line in lines]
    for at in range(first, len(lines)):
        if kinds[at] == QUOTE and LINE_STEM.search(bare[at]) and len(bare[at]) < _SHORT and ABOVE.match(bare[at]):
            above = bare[first:at]
            return (
                above
                if any(map(str.strip, above)) and not find(above, [TEXT if one else BLANK for one in above])
                else []
            )
    return []


def _heads(lines: list[str], kinds: list[str]) -> list[QuoteHeader]:
    """Find where quoted mails begin. What only looks like a head is typed, where the true one follows.

    It names no address and either no words stand above it, or it is one line like "On 3 May my worker wrote:".
    """
    heads = find(lines, kinds)
    if heads and heads[-1].rest and not heads[-1].sure and not any(map(str.strip, lines[heads[-1].end :])):
        heads.pop()
    if not heads or heads[0].sure or not heads[0].rest or heads[0].keep:
        return heads
    first = heads[0]
    below = find(lines, [BLANK] * first.end + kinds[first.end :])
    if not any(map(str.strip, lines[: first.start])):
        return below if below or QUOTE in kinds[first.end :] else heads
    drawn = is_drawn(lines[first.start])
    head = lines[first.start : first.end]
    is_dated = names_subject(head) and any(map(str.isdigit, "".join(head)))
    is_typed = not drawn and below and below[0].sure and not is_dated
    return below if is_typed else heads


def _only_marked(lines: list[str], kinds: list[str]) -> bool:
    """Whether each line begins with ">" and nothing says whom it quotes: somebody likes to write so."""
    return QUOTE in kinds and all(line.lstrip()[:1] in (">", "") for line in lines)


def _with_named(lines: list[str], kinds: list[str]) -> list[str]:
    """Mark lines as quoted that begin with a bar, or with somebody's initials and a ">", where the first says who wrote."""
    likely = [at for at, kind in enumerate(kinds) if kind == TEXT and (">" in lines[at][:22] or lines[at][:1] == "|")]
    named = [(at, match[1] or "|") for at in likely if (match := _NAMED.match(lines[at]))]
    if not named:
        return kinds
    first, name = named[0]
    above = next((lines[at] for at in range(first - 1, -1, -1) if lines[at].strip()), "").rstrip()
    if above[-1:] not in (":", "：") or not (WROTE.search(above[:LONGEST]) or ADDRESS.search(above[:LONGEST])):
        return kinds
    marked = {at for at, one in named if one == name}
    return [QUOTE if at in marked else kind for at, kind in enumerate(kinds)]


def near(lines: list[str]) -> int:
    """How many lines are looked at: nobody types more, and time stays bounded."""
    if len(lines) <= _LINES and sum(map(len, lines)) <= _CHARACTERS:
        return len(lines)
    lengths = accumulate(map(len, lines[:_LINES]))
    return max(1, sum(length <= _CHARACTERS for length in lengths))


def _with_rest(parts: SplitText, last: str, rest: list[str]) -> SplitText:
    """Add lines that were not looked at: to the quote where all to the end of it is one, else to the person's words."""
    told = "\n".join(rest).strip()
    if last and last[:1] != ">" and parts.quoted.endswith(last) and not parts.reply.endswith(last):
        return SplitText(parts.reply, f"{parts.quoted}\n{told}", parts.signature)
    own = "\n".join(line for line in rest if line[:1] != ">").strip()
    return SplitText(f"{parts.reply}\n{own}".strip(), parts.quoted, parts.signature)


def _only_boxes(kinds: list[str]) -> bool:
    """All words stand in one bare box: it marks nothing."""
    return (BOX in kinds or INDENT in kinds) and QUOTE not in kinds


def _only_forwards(lines: list[str], kinds: list[str], heads: list[QuoteHeader]) -> bool:
    """A message handed on with nothing above it and words in it: those words are what the person gives us."""
    first = next((at for at, kind in enumerate(kinds) if kind in (TEXT, QUOTE)), None)
    if first is None or lines[first][:1] == ">":
        return False
    if kinds[first] == TEXT:
        head = heads[0] if heads and heads[0].start == first and heads[0].rest else None
    else:
        head = forwarded(lines, first) if TEXT not in kinds else None
    return head is not None and head.forward and any(map(str.strip, lines[head.end :]))


def _quoted(lines: list[str], kinds: list[str], heads: list[QuoteHeader]) -> tuple[list[str], list[str]]:
    lines, kinds = list(lines), list(kinds)
    for head in heads:
        end = len(kinds) if head.rest else head.end
        kinds[head.start : end] = [BLANK if kind == BLANK else QUOTE for kind in kinds[head.start : end]]
        if not head.rest:
            _follow(kinds, head.end)
    for head in reversed(heads):
        if head.keep:
            lines[head.start : head.start + 1] = [head.keep, lines[head.start][len(head.keep) :]]
            kinds.insert(head.start, TEXT)
    return lines, kinds


def _moved(blocks: Sequence[str], tints: Tints, heads: list[QuoteHeader]) -> tuple[Sequence[str], Tints]:
    """Leave out how lines look where words before a head have parted one of them: their places have moved."""
    return ((), NO_TINTS) if any(head.keep for head in heads) else (blocks, tints)


def _give_back(lines: list[str], kinds: list[str], heads: list[QuoteHeader]) -> None:
    """Lines with a ">" above the first head are the person's, unless what is quoted below holds the same words."""
    marked = [at for at in range(heads[0].start if heads else 0) if lines[at].lstrip()[:1] == ">"]
    below = {line.strip("> \t") for line in lines[heads[0].end :]} if marked else set()
    for at in marked:
        kinds[at] = kinds[at] if lines[at].strip("> \t") in below else TEXT


def _follow(kinds: list[str], at: int) -> None:
    """A bare box under an attribution is a quote."""
    while at < len(kinds) and kinds[at] in (BLANK, RULE):
        at += 1
    while at < len(kinds) and kinds[at] in (BOX, INDENT, BLANK):
        if kinds[at] != BLANK:
            kinds[at] = QUOTE
        at += 1


def _settle_boxes(lines: list[str], kinds: list[str]) -> None:
    """Other bare boxes are quotes when nothing else is; beside a real quote they are the person's own."""
    if not (BOX in kinds or INDENT in kinds):
        return
    label = QUOTE if QUOTE not in kinds else TEXT
    for at, kind in enumerate(kinds):
        if kind in (BOX, INDENT):
            kinds[at] = (label if kind == BOX else TEXT) if lines[at].strip() else BLANK


def _sink_signs(lines: list[str], kinds: list[str]) -> None:
    """A signature that a program put below the quote, with no words of the person's beside it, stays down there."""
    at = len(kinds) - 1
    signs = []
    while at >= 0 and (kinds[at] in (SIGNED, BLANK, RULE) or lines[at].strip() in ("--", "—")):
        signs.append(at)
        at -= 1
    if at >= 0 and kinds[at] == QUOTE and any(kinds[one] == SIGNED for one in signs):
        for one in signs:
            kinds[one] = QUOTE if kinds[one] != BLANK else BLANK


def labelled(lines: list[str], kinds: list[str], name: str = "") -> list[str]:
    """Say of each line whether it is the person's (TEXT, BLANK), quoted, or a signature.

    Words between quotes lose only what cannot be anything but a signature; the first and the last words any.
    """
    labels = [SIGNED if kind == SIGNED else kind if kind in (TEXT, BLANK) else QUOTE for kind in kinds]
    _set_warning(lines, labels)
    stretches = _stretches(labels)
    said = [one for one in stretches if "".join([lines[at] for at in one]).strip()]
    last = True
    for stretch in reversed(said):
        own = [lines[at] for at in stretch]
        is_first = stretch is said[0]
        lone = sum(map(bool, map(str.strip, own))) == 1
        end = signature.cut(
            own, light=not last and not is_first, whole=not is_first and not lone, name=name if last else ""
        )
        for at in (*stretch[end:], *(stretch[one] for one in by_programs(own[:end]))):
            labels[at] = SIGNED
        if last and not any(map(str.strip, own[end:])):
            for one in signature.between(own[:end], name):
                labels[stretch[one]] = SIGNED
        for one in signature.spoken(own[end:]):
            labels[stretch[end + one]] = TEXT
        last = last and not any(map(str.strip, own[:end]))
    return _never_empty(lines, labels)


def _set_warning(lines: list[str], labels: list[str]) -> None:
    """What a gateway writes above a mail from outside is not the person's."""
    first = next((at for at, line in enumerate(lines) if line.strip()), len(lines))
    if first == len(lines) or labels[first] != TEXT:
        return
    told = list(takewhile(str.strip, lines[first : first + _WARNING]))
    count = warning_lines(told)
    while count and not any(map(str.strip, lines[first + count :])):
        count -= 1
    labels[first : first + count] = [QUOTE] * count


def _stretches(labels: list[str]) -> list[list[int]]:
    found: list[list[int]] = [[]]
    last = found[0]
    for at, label in enumerate(labels):
        if label in _OWN:
            last.append(at)
        elif last and label == QUOTE:
            last = []
            found.append(last)
    return found


def _never_empty(lines: list[str], labels: list[str]) -> list[str]:
    """A signature is the person's words when there are no others, unless a program wrote it."""
    if any(label == TEXT and line.strip() for line, label in zip(lines, labels, strict=True)):
        return labels
    signed = [line for line, label in zip(lines, labels, strict=True) if label == SIGNED and line.strip()]
    apart = QUOTE in labels and bool(signed) and signature.is_delimiter(signed[0])
    prose = next((at for at, line in enumerate(lines) if labels[at] == SIGNED and is_prose(line)), None)
    if apart and prose is not None:
        return [TEXT if label == SIGNED and at >= prose else label for at, label in enumerate(labels)]
    return labels if apart or says_nothing(signed) else [TEXT if label == SIGNED else label for label in labels]


def gathered(lines: list[str], labels: list[str]) -> SplitText:
    """Put lines together by their labels."""
    told = list(zip(map(str.rstrip, lines), labels, strict=True))
    reply = [line if label in _OWN else "" for line, label in told]
    quoted = [line for line, label in told if label in _QUOTED] if QUOTE in labels else []
    signed = [line for line, label in told if label == SIGNED] if SIGNED in labels else []
    return SplitText(_closed(reply), _closed(quoted), _closed(signed))


def joined(lines: list[str]) -> str:
    """Give lines as a text without long gaps."""
    return _closed(list(map(str.rstrip, lines)))


def _closed(lines: list[str]) -> str:
    text = "\n".join(lines).strip("\n")
    return _GAP.sub("\n\n", text) if "\n\n\n" in text else text
