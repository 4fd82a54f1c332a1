"""Which words of a reply answer which question, by laying it beside the very letter that it answers.

What repeats our letter is ours, in any quoting style, marked or not; all else is the person's. Words after the words of
a question belong to it. Where that is not sure, the whole reply is one comment.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from typing import Final

from mail.mime import html as markup
from mail.model.expected_answers import Grade, ItemReply, LetterItem, ParsedReply, SentLetter
from mail.phrases.gateway_warnings import warning_lines
from mail.phrases.line_kinds import BLANK, CUT, QUOTE, RULE, TEXT, is_drawn
from mail.replies import quoted_text, unanswered
from mail.replies.numbered_lists import listed, name_below, only, parted, unnumbered
from mail.replies.quote_headers import QuoteHeader, find
from mail.replies.quoted_copies import ReplyAlignment
from mail.replies.sent_text import NOWHERE, NUMBERING, IndexedLetter, keys_of, sheet_of, words_of
from mail.replies.unanswered import ReplyLine

_ADDRESS = re.compile(r"[\w.+=-]{1,80}@[\w.-]{3,80}")
_NAMED = re.compile(
    r"^\s*(\[[^\[\]]{1,40}\]|\([^()]{1,40}\)|<[^<>]{1,40}>|[^\W\d_][\w'’-]{0,20}(?: [^\W\d_][\w'’-]{0,20})?(?=:))\s*:?\s*"
)

_BANNER_LINES: Final = 4
"""A guess: gateways warn in one to three lines ("This mail came from outside ..."); more may be the person's own
paragraph."""

_ABOVE: Final = -2
"""Owner of words above the first question that is quoted."""

_UNSEEN: Final = dict.fromkeys(
    map(ord, "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff")
)
"""Marks of writing direction and of nothing, which programs strew into text."""

_Form = tuple[list[str], list[str]]


def hear(text: str | None, html: str | None, sent: SentLetter) -> ParsedReply:
    """Take a reply apart. `text` and `html` are the same reply in two forms; either may be missing.

    No word is dropped that is not in the letter, in a header that a program wrote, or in a quote of somebody else.
    """
    sheet = sheet_of(
        replace(sent, text="\n".join(unanswered.without_links(sent.text.split("\n"), unanswered.links_of(sent.text))))
    )
    heard = ParsedReply("", grade="unsure")
    for lines, kinds in _forms(text, html):
        heard = _hear(lines, kinds, sent, sheet)
        if heard.grade != "unsure" and heard.reply:
            return heard
    return heard


def _forms(text: str | None, html: str | None) -> Iterator[_Form]:
    text, html = (form.translate(_UNSEEN) if form else None for form in (text, html))
    if text and text.strip():
        lines = quoted_text.tidy(text).split("\n")
        yield lines, [quoted_text.kind_of(line) for line in lines]
    if html and html.strip():
        shown = markup.read(html)
        yield [line for _, line in shown], quoted_text.kinds_of(shown)


def _hear(lines: list[str], kinds: list[str], sent: SentLetter, sheet: IndexedLetter) -> ParsedReply:
    most = quoted_text.near(lines)
    if most < len(lines):
        return _with_rest(_hear(lines[:most], kinds[:most], sent, sheet), lines[most:])
    beside = unanswered.without_links(lines, unanswered.links_of(sent.text))
    heads = _heads(beside, kinds)
    for head in heads:
        beside[head.start : head.end] = [""] * (head.end - head.start)
    depths = [unanswered.depth_of(line, kind) for line, kind in zip(beside, kinds, strict=False)]
    words = words_of(beside)
    places = ReplyAlignment(words, sheet, [depth > 0 for depth in depths]).places()
    if all(place == NOWHERE for place in places):
        return _unaligned(_parts(lines, kinds, heads), sent)
    placed = unanswered.by_line(words, places, len(lines))
    rows = unanswered.rows_of(beside, kinds, depths, placed, sheet)
    first = next(at for at, row in enumerate(placed) if any(place != NOWHERE for _, place in row))
    _drop_heads(rows, sent, _set_heads(rows, lines, heads, first))
    if len(sent.items) == 1:
        unanswered.give_to_only(rows, [any(place != NOWHERE for _, place in row) for row in placed])
    seen = {sheet.owner[place] for place in places if place != NOWHERE}
    told = _told(rows, sent, seen)
    return told if told.reply else _left(told, unanswered.not_ours(beside, placed, sheet), find(beside, kinds))


def _left(heard: ParsedReply, lines: list[str], heads: list[QuoteHeader]) -> ParsedReply:
    """Give what is in the quote and is not ours to the person, where there is nothing else: they typed in it.

    Nobody can tell from whom it is, so people look at it.
    """
    for head in heads:
        lines[head.start : head.end] = [""] * (head.end - head.start)
    own = quoted_text.split("\n".join(lines)).reply.strip()
    return replace(heard, reply=own, comment=own, slots=(), grade="unsure") if own else heard


def _with_rest(heard: ParsedReply, rest: list[str]) -> ParsedReply:
    """Add lines that were not looked at: the person's, except where all from above them on is quoted."""
    told = "\n".join(rest).strip()
    if not heard.reply:
        return replace(heard, quoted=f"{heard.quoted}\n{told}")
    return replace(heard, reply=f"{heard.reply}\n{told}", comment=f"{heard.comment}\n{told}".strip())


def _parts(lines: list[str], kinds: list[str], heads: list[QuoteHeader]) -> quoted_text.SplitText:
    """Part a reply in which nothing is ours. What stands below a head is the person's when they wrote nothing else."""
    parts = quoted_text.part(lines, kinds)
    if parts.reply or not heads:
        return parts
    below = [line for line, kind in zip(lines[heads[0].end :], kinds[heads[0].end :], strict=True) if kind != QUOTE]
    return quoted_text.SplitText(quoted_text.joined(below).strip(), parts.quoted) if len(heads) == 1 else parts


def _heads(lines: list[str], kinds: list[str]) -> list[QuoteHeader]:
    """All heads of quoted mails, quoted ones too, as far as their own look makes them sure."""
    bare = [unanswered.unmarked(line) for line in lines]
    looks = [kind if kind in (RULE, BLANK) else TEXT if line else BLANK for line, kind in zip(bare, kinds, strict=True)]
    found: list[QuoteHeader] = []
    start = 0
    while start < len(bare):
        here = find(bare[start:], looks[start:])
        found += [replace(head, start=start + head.start, end=start + head.end) for head in here]
        if not here or not here[-1].rest:
            break
        start = max(found[-1].end, found[-1].start + 1)
    return found


def _set_heads(rows: list[ReplyLine], lines: list[str], heads: list[QuoteHeader], first: int) -> int:
    """Take heads out; and all from one head to the next one above our words: somebody else's mail.

    Only the last one above our words need not name an address: others that do not are typed. Nothing above all heads
    is quoted, whatever marks stand there. Returns where the last one begins, 0 where there is none.
    """
    over = [head for head in heads if head.end <= first + 1]
    above = [head for head in over if head.sure or head is over[-1] or is_drawn(lines[head.start])]
    for row in rows[: above[0].start if above else first]:
        row.kind = TEXT if row.kind == QUOTE and row.text else row.kind
    for head in over:
        for at in range(head.start, head.end) if head not in above else ():
            rows[at].text, rows[at].kind = lines[at], TEXT if lines[at].strip() else BLANK
    for head in (*above, *heads[len(over) :]):
        for at in range(head.start, head.end):
            rows[at].text = rows[at].text or lines[at]
        _cross_out(rows, head.start, head.end, head.keep)
    at = above[-1].end if above else first
    while at < first:
        end = at + _of_banner(rows[at : min(first, at + _BANNER_LINES)])
        _cross_out(rows, at, end, "")
        at = max(end, at + 1)
    if len(above) > 1:
        _cross_out(rows, above[0].end, above[-1].start, "")
    return above[-1].start if above else 0


def _of_banner(rows: list[ReplyLine]) -> int:
    """How many lines belong to the warning of a gateway that the first of them begins: none as a rule."""
    return warning_lines([row.text for row in takewhile(lambda row: row.text.strip(), rows)])


def _drop_heads(rows: list[ReplyLine], sent: SentLetter, last: int) -> None:
    """Take out what programs write above a quote that was told by our words, and lines with our own address.

    What only looks like a head above the `last` one is typed.
    """
    own = {found.lower() for found in _ADDRESS.findall(sent.text[:20000])}
    kinds = [TEXT if row.kind == CUT else row.kind for row in rows]
    for head in find([row.text for row in rows], kinds):
        if head.start < last and not head.sure:
            continue
        rest = head.rest and head.sure and QUOTE not in kinds[head.end :]
        _cross_out(rows, head.start, len(rows) if rest else head.end, head.keep)
    for row in rows:
        if (
            row.kind == TEXT
            and own
            and len(row.text) < 300
            and own.intersection(map(str.lower, _ADDRESS.findall(row.text)))
        ):
            row.kind = QUOTE


def _cross_out(rows: list[ReplyLine], start: int, end: int, keep: str) -> None:
    for row in rows[start:end]:
        row.kind = BLANK if row.kind == BLANK and not row.text else QUOTE
    if keep:
        rows[start].text, rows[start].kind = keep, TEXT


def _told(rows: list[ReplyLine], sent: SentLetter, seen: set[int]) -> ParsedReply:
    """Put the person's words together, question by question."""
    texts = [row.text for row in rows]
    labels = quoted_text.labelled(texts, [row.kind for row in rows])
    parts = quoted_text.gathered(texts, labels)
    said: dict[int, list[str]] = {}
    below = False
    for row, label in zip(rows, labels, strict=True):
        below = below or row.owner != NOWHERE
        if label in (TEXT, BLANK):
            said.setdefault(row.owner if below else _ABOVE, []).append(_answer(row, sent) if label == TEXT else "")
    told = {owner: text for owner, lines in said.items() if (text := quoted_text.joined(lines).strip())}
    return _slotted(parts, told, sent, seen)


def _answer(row: ReplyLine, sent: SentLetter) -> str:
    """The words of a line as an answer: a choice that is ticked or left alone stands without its number."""
    if row.owner == NOWHERE or not (choices := sent.items[row.owner].choices):
        return row.text
    if row.picked != NOWHERE:
        return choices[row.picked].label
    match = NUMBERING.match(row.text[:40])
    if match is None or row.text.strip() not in sent.text:
        return row.text
    bare = row.text[match.end() :]
    return bare if any(keys_of(choice.label) == keys_of(bare) for choice in choices) else row.text


def _slotted(parts: quoted_text.SplitText, told: dict[int, str], sent: SentLetter, seen: set[int]) -> ParsedReply:
    answers, above = _deleted_first(told.pop(_ABOVE, ""), sent, seen)
    comment = quoted_text.joined([above, "", told.pop(NOWHERE, "")]).strip()
    if not told and not answers:
        return _unaligned(parts, sent)
    for owner, text in sorted(told.items()):
        answers |= _with_deleted(owner, text, sent, seen)
    slots = _unnamed(tuple(ItemReply(about, text) for about, text in answers.items()), sent)
    slots, name = _unsigned(slots, sent)
    return ParsedReply(
        parts.reply, parts.quoted, parts.signature, slots, quoted_text.joined([comment, "", name]).strip(), "exact"
    )


def _unsigned(slots: tuple[ItemReply, ...], sent: SentLetter) -> tuple[tuple[ItemReply, ...], str]:
    """Take a name alone below the last answer off it: it belongs to the whole."""
    if not slots:
        return slots, ""
    *others, last = slots
    item = next(one for one in sent.items if one.about == last.about)
    told, name = name_below(last.text)
    if not name or not told or name.casefold() in {choice.label.casefold() for choice in item.choices}:
        return slots, ""
    return (*others, replace(last, text=told)), name


def _deleted_first(comment: str, sent: SentLetter, seen: set[int]) -> tuple[dict[str, str], str]:
    """Take answers with the numbers of deleted questions before the first one that is quoted out of the comment."""
    first = min(seen - {NOWHERE}, default=0)
    about = {item.number: item.about for item in sent.items[:first]}
    if len(sent.items) == 1 or not about:
        return {}, comment
    parts = parted(comment, 0, list(about))
    return {about[number]: told for number, told in parts if number}, next(
        (told for number, told in parts if not number), ""
    )


def _with_deleted(owner: int, text: str, sent: SentLetter, seen: set[int]) -> dict[str, str]:
    """Part the words under a question at the numbers of questions after it that the person deleted."""
    item = sent.items[owner]
    gone: list[LetterItem] = []
    for after in range(owner + 1, len(sent.items)):
        if after in seen:
            break
        gone.append(sent.items[after])
    about = {one.number: one.about for one in (item, *gone)}
    return {
        about[number]: told
        for number, told in parted(unnumbered(text, item), item.number, [one.number for one in gone])
    }


def _unnamed(slots: tuple[ItemReply, ...], sent: SentLetter) -> tuple[ItemReply, ...]:
    """Take the name off the answers when it stands before each of them, and what is no answer then."""
    names = Counter(match[1] for slot in slots if (match := _NAMED.match(slot.text)))
    name, times = names.most_common(1)[0] if names else ("", 0)
    if times < 2 or 2 * times < len(slots):
        return slots
    bare = re.compile(rf"^[^\S\n]*{re.escape(name)}\s*:?[^\S\n]*", re.MULTILINE)
    items = {item.about: item for item in sent.items}
    told = (replace(slot, text=unnumbered(bare.sub("", slot.text), items[slot.about]).strip()) for slot in slots)
    return tuple(slot for slot in told if slot.text)


def _unaligned(parts: quoted_text.SplitText, sent: SentLetter) -> ParsedReply:
    """Words that stand beside no question: the only question's, a numbered list, or a comment."""
    heard = ParsedReply(parts.reply, parts.quoted, parts.signature)
    if not parts.reply:
        return heard
    if len(sent.items) == 1:
        before, answer = only(parts.reply, sent.items[0])
        slots, name = _unsigned((ItemReply(sent.items[0].about, answer),), sent)
        return replace(heard, slots=slots, comment=quoted_text.joined([before, "", name]).strip(), grade="likely")
    found = listed(parts.reply, sent.items)
    if found is None:
        return replace(heard, comment=parts.reply, grade=_free(parts.reply))
    if not found.fits:
        return replace(heard, comment=parts.reply, grade="unsure")
    about = {item.number: item.about for item in sent.items}
    slots = tuple(ItemReply(about[number], told) for number, told in found.answers)
    return replace(
        heard, slots=slots, comment=quoted_text.joined([found.before, "", found.after]).strip(), grade="likely"
    )


def _free(reply: str) -> Grade:
    """A word or two without a question may answer any of several; more is a comment."""
    return "exact" if len(reply.split()) > 3 else "unsure"
