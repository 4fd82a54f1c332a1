"""Mail: how fast and how well replies are understood, beside other parsers on the same mails, and what hurts."""

import base64
import gc
import json
import os
import re
import statistics
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from html import unescape
from pathlib import Path
from random import Random  # noqa: TID251 - a letter is made from a seed
from typing import Any, NamedTuple, TypeVar

from bench.row import Row
from bench.running import PEERS, ROOT
from mail.model.expected_answers import ParsedReply
from mail.reader.parse import hear, understand

sys.path.insert(0, str(ROOT / "tests"))

from mail_replies.hurtful import KINDS, KNOWN, Maker, against
from mail_replies.judge import Verdict, judge
from mail_replies.letters import letter
from mail_replies.make import Reply, replies

T = TypeVar("T")
PEERS_PYTHON = ROOT / ".venv-peers" / "bin" / "python"
PEER_NAMES = ("talon-main", "mail-parser-reply", "quotequail", "email-reply-parser")
CASES = Path(os.environ.get("SAYSO_MAIL_CASES", ROOT.parent / "shared" / "mail-cases.jsonl"))
ORDINARY = 1000
TIMES = 3
PASSES = 7
"""Over ordinary mails, of ours and of the others alike: whatever else a machine does only ever slows a pass."""
SIZES = range(100_000, 1_000_001, 100_000)
LONGEST = 0.3
HOPELESS = 5.0
QUICK = 0.05
"""Seconds: a reading as short as this says nothing about growth."""
TOLD = (*KNOWN, "lines quoted ever deeper", "nested blockquote", "comments", "many parts", "the letter again and again")


class Peer(NamedTuple):
    """What another parser made of the mails, and the processor time of its best pass."""

    name: str
    seconds: float
    replies: list[str]


def mail() -> Iterator[Row]:
    """(f) Replies to our letters, public cases where they are at hand, and mails meant to hurt."""
    yield from _ordinary()
    if CASES.exists():
        yield from _cases()
    yield from _hurtful()


def _ordinary() -> Iterator[Row]:
    made = list(replies(ORDINARY))
    gc.freeze()  # as in the process that reads mails: the collector walks neither what was loaded nor all these mails
    seconds, understood = _best(lambda: [understand(one.raw) for one in made], times=PASSES)
    mine = [ParsedReply(one.reply, one.quoted, one.signature) for one in understood]
    rate = ORDINARY / seconds
    yield Row("replies understood a second and core, MIME and HTML", f"{rate:.0f}/s", "aim 1,000/s", rate >= 1000)
    yield Row("  right words, the letter not known", *_accuracy(made, mine))
    seconds, heard = _best(lambda: [hear(one.raw, one.sent) for one in made])
    yield Row("  beside the letter that was sent", f"{ORDINARY / seconds:.0f}/s")
    yield Row("  right words, beside the letter", *_accuracy(made, heard))
    for peer in _peers([one.raw for one in made]):
        theirs = [ParsedReply(text, signature=one.signature.text) for one, text in zip(made, peer.replies, strict=True)]
        yield Row(f"  times {peer.name}", f"{rate * peer.seconds / ORDINARY:.2f}", f"{ORDINARY / peer.seconds:.0f}/s")
        yield Row(f"  right words, {peer.name}", *_accuracy(made, theirs))


def _accuracy(made: Sequence[Reply], heard: Sequence[ParsedReply]) -> tuple[str, str]:
    verdicts = [judge(one, words) for one, words in zip(made, heard, strict=True)]
    whole = [verdict for one, verdict in zip(made, verdicts, strict=True) if not one.is_between]
    kept = sum(not verdict.lost for verdict in verdicts) / len(verdicts)
    return (
        f"{100 * _clean(verdicts):.1f} %",
        f"{100 * _clean(whole):.1f} % in one piece; no word lost {100 * kept:.1f} %",
    )


def _clean(verdicts: Sequence[Verdict]) -> float:
    return sum(verdict.is_clean for verdict in verdicts) / len(verdicts)


def _cases() -> Iterator[Row]:
    cases = [json.loads(line) for line in CASES.read_text().splitlines()]
    raws = [_mail_of(case) for case in cases]
    understood = [understand(raw) for raw in raws]
    texts = [(one.reply, f"{one.reply}\n{one.signature}") for one in understood]
    shown = [text[case["signature"] == "keep"] for case, text in zip(cases, texts, strict=True)]
    right, lost, empty = _scored(cases, shown)
    is_met = right >= 0.97 * len(cases) and lost <= 1 and empty == 0
    yield Row(
        f"{len(cases)} public cases: exact",
        f"{100 * right / len(cases):.1f} %",
        f"{lost} lost words, {empty} empty",
        is_met,
    )
    for peer in _peers(raws):
        right, lost, empty = _scored(cases, peer.replies)
        yield Row(f"  {peer.name}", f"{100 * right / len(cases):.1f} %", f"{lost} lost words, {empty} empty")


def _mail_of(case: dict[str, Any]) -> bytes:
    raw = base64.b64decode(case["raw_base64"])
    if case["kind"] == "eml":
        return raw
    kind = "html" if case["kind"] == "html" else "plain"
    head = f"Content-Type: text/{kind}; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    return head.encode() + raw


def _scored(cases: list[dict[str, Any]], texts: Sequence[str]) -> tuple[int, int, int]:
    """Return how many are exact, how many lack words that they should have, and how many are empty and should not be."""
    right = lost = empty = 0
    for case, text in zip(cases, texts, strict=True):
        is_html = case["kind"] == "html"
        due = [_squeezed(part, is_html=is_html) for part in [case["expected"] or "", *case["must_contain"]]]
        said = _squeezed(text)
        has_all = all(_stands_in(part, said) for part in due)
        right += has_all and _has_no_more(case, due, said)
        lost += not has_all
        empty += any(due) and not said
    return right, lost, empty


def _has_no_more(case: dict[str, Any], due: list[str], said: str) -> bool:
    if case["expected"] is not None:
        return said == due[0]
    return not any(_squeezed(part) in said for part in case["must_not_contain"])


def _stands_in(few: str, many: str) -> bool:
    """Whether all signs of few stand in many, in their order."""
    rest = iter(many)
    return all(sign in rest for sign in few)


def _squeezed(text: str, *, is_html: bool = False) -> str:
    shown = unescape(re.sub(r"<[^>]*>", "", text)) if is_html else text
    return re.sub(r"[\s*]+", "", unicodedata.normalize("NFC", shown))


def _peers(raws: Sequence[bytes]) -> Iterator[Peer]:
    assert PEERS_PYTHON.exists(), "The other parsers are not installed. Run: sh scripts/install-mail-peers.sh"
    lines = b"".join(base64.b64encode(raw) + b"\n" for raw in raws)
    for name in PEER_NAMES:
        command = [str(PEERS_PYTHON), str(PEERS / "mail_parsers.py"), name, str(PASSES)]
        done = subprocess.run(command, input=lines, capture_output=True, check=True)
        told = json.loads(done.stdout)
        yield Peer(name, told["seconds"], told["replies"])


def _hurtful() -> Iterator[Row]:
    sent = letter(Random(3))  # noqa: S311 - no secret
    makers: dict[str, Maker] = {**KINDS, **against(sent)}
    readings = {kind: _reading(make, lambda raw: hear(raw, sent.sent)) for kind, make in makers.items()}
    worst = max((kind for kind in readings if kind not in TOLD), key=lambda kind: readings[kind][0])
    for kind in (*TOLD, worst):
        seconds, growth = readings[kind]
        name = (
            f"hurtful, 1 MB: {kind}" if kind in TOLD else f"  the worst of {len(readings) - len(TOLD)} others: {kind}"
        )
        against_ = f"aim 300 ms; growth {growth:.2f} of a straight line" if growth else "aim 300 ms"
        yield Row(name, f"{1000 * seconds:.0f} ms", against_, seconds <= LONGEST)


def _reading(make: Maker, read: Callable[[bytes], object]) -> tuple[float, float]:
    """Return seconds for a megabyte, and how much more a byte costs in large ones than in small; 0 where all is quick.

    What is hopeless is not read to the end: the seconds are then those of the size that it got to.
    """
    costs: list[float] = []
    seconds = 0.0
    for size in SIZES:
        seconds, _ = _best(partial(read, make(size)), QUICK)
        costs.append(seconds / size)
        if seconds > HOPELESS:
            break
    growth = statistics.median(costs[-3:]) / statistics.median(costs[:3])
    return seconds, growth if seconds > QUICK else 0.0


def _best(work: Callable[[], T], enough: float = 0.0, times: int = TIMES) -> tuple[float, T]:
    best, result = float("inf"), None
    for _ in range(times):
        began = time.process_time()
        result = work()
        best = min(best, time.process_time() - began)
        if best < enough:
            break
    assert result is not None
    return best, result
