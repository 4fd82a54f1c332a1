"""Holds what was heard in a reply against what is true of it, word by word."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mail_replies.make import Reply

from mail.model.expected_answers import ParsedReply

WORD = re.compile(r"[^\W_]+")
SILENT = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad\ufe0f]")


def words_of(text: str) -> list[str]:
    """Return the words and emoji of a text: marks, wrapping and white space do not count."""
    plain = SILENT.sub("", unicodedata.normalize("NFC", text))
    pieces = re.findall(r"[^\W_]+|[^\w\s]", plain)
    return [piece for piece in pieces if WORD.match(piece) or unicodedata.category(piece) == "So"]


@dataclass(frozen=True)
class Verdict:
    """What became of one reply. `exact` to `missed` count the answers that belong to a question."""

    lost: tuple[str, ...]
    foreign: tuple[str, ...]
    is_in_order: bool
    exact: int = 0
    unsure: int = 0
    wrong: int = 0
    blurred: int = 0
    """At the right question, but not as typed: something is missing or something else came along."""
    missed: int = 0
    """In the comment although the grade is not unsure."""
    faults: tuple[str, ...] = ()

    @property
    def is_clean(self) -> bool:
        return not self.lost and not self.foreign and self.is_in_order

    @property
    def answers(self) -> int:
        return self.exact + self.unsure + self.wrong + self.blurred + self.missed


def judge(reply: Reply, heard: ParsedReply) -> Verdict:
    """Return the verdict on one reply.

    Kept: each typed word stands in `reply`. Clean: nothing else does, in the order typed. A number before an answer,
    a name in brackets, and a sign-off without a mark may stand in the reply or not; a sign-off must then stand in the
    signature.
    """
    said = words_of(heard.reply)
    due = [word for text in reply.words for word in words_of(text)]
    soft = [] if reply.signature.is_hard else words_of(reply.signature.text)
    lost = Counter(due) - Counter(said)
    lost += Counter(soft) - Counter(said) - Counter(words_of(heard.signature)) if soft else Counter()
    allowed = Counter(word for text in reply.shown for word in words_of(text)) + Counter(soft)
    foreign = Counter(said) - allowed
    counts, faults = _answers(reply, heard)
    if heard.grade == "unsure" and (heard.slots or words_of(heard.comment) != said):
        faults.append("unsure, but the comment is not the whole reply")
    return Verdict(_listed(lost), _listed(foreign), _within(due, said), **counts, faults=tuple(faults))


def _answers(reply: Reply, heard: ParsedReply) -> tuple[dict[str, int], list[str]]:
    counts = Counter({"exact": 0, "unsure": 0, "wrong": 0, "blurred": 0, "missed": 0})
    faults = []
    got = {slot.about: words_of(slot.text) for slot in heard.slots}
    allowed = _shown(reply)
    for slot in reply.slots:
        kind = _kind(slot.about, words_of(slot.text), allowed[slot.about], got, heard)
        counts[kind] += 1
        if kind not in {"exact", "unsure"}:
            faults.append(f"{slot.about} is {kind}: {slot.text!r} was heard as {_heard_as(slot.about, heard)!r}")
    due = {slot.about for slot in reply.slots}
    for about, words in got.items():
        if words and about not in due and not reply.is_open and not _is_elsewhere(words, reply):
            counts["wrong"] += 1
            faults.append(f"{about} was not answered, but heard as {_heard_as(about, heard)!r}")
    return dict(counts), faults


def _shown(reply: Reply) -> dict[str, list[str]]:
    """Return the words of each answer with the name in brackets before it, where there is one."""
    texts = dict(zip(reply.words, reply.shown, strict=True))
    named = reply.position == "inline named"
    return {slot.about: words_of(texts[slot.text] if named else slot.text) for slot in reply.slots}


def _kind(about: str, due: list[str], named: list[str], got: dict[str, list[str]], heard: ParsedReply) -> str:
    mine = got.get(about, [])
    if heard.grade == "unsure":
        return "unsure"
    if mine in (due, named):
        return "exact"
    if mine and (_within(due, mine) or _within(mine, due)):
        return "blurred"
    is_elsewhere = any(_runs_in(due, words) for other, words in got.items() if other != about)
    return "wrong" if is_elsewhere or mine else "missed"


def _is_elsewhere(words: list[str], reply: Reply) -> bool:
    """Whether these words belong to another question, where they were counted already."""
    return any(_runs_in(words_of(slot.text), words) for slot in reply.slots)


def _heard_as(about: str, heard: ParsedReply) -> str:
    return " | ".join(slot.text for slot in heard.slots if slot.about == about)


def _runs_in(few: Sequence[str], many: Sequence[str]) -> bool:
    return bool(few) and any(list(many[at : at + len(few)]) == list(few) for at in range(len(many) - len(few) + 1))


def _within(few: Iterable[str], many: Iterable[str]) -> bool:
    """Whether all of few stand in many, in the same order."""
    rest = iter(many)
    return all(word in rest for word in few)


def _listed(words: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(words.elements()))
