"""What became of many replies, added up by where the answers stood, by program and by form."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator

from mail_replies.judge import Verdict, judge
from mail_replies.make import Reply

from mail.model.expected_answers import ParsedReply, SentLetter

Hear = Callable[[bytes, SentLetter], ParsedReply]
FATES = ("exact", "unsure", "wrong", "blurred", "missed")


class Table:
    """Counts of replies (clean, kept) and of their answers (exact, unsure, wrong, blurred, missed)."""

    def __init__(self) -> None:
        self._counts: dict[str, Counter[str]] = defaultdict(Counter)
        self.failures: list[tuple[Reply, Verdict]] = []

    def add(self, reply: Reply, verdict: Verdict) -> None:
        for key in ("all", reply.position, f"by {reply.client}", f"as {reply.form}", f"letter {_layout(reply)}"):
            self._counts[key].update(_counted(verdict))
        if reply.is_between:
            self._counts["between the lines"].update(_counted(verdict))
        if not verdict.is_clean or verdict.faults or verdict.unsure:
            self.failures.append((reply, verdict))

    def share(self, fate: str, of: str = "all") -> float:
        """Return the share of replies (clean, kept) or of answers (the other fates) in one row."""
        counts = self._counts[of]
        base = counts["replies"] if fate in {"clean", "kept"} else sum(counts[name] for name in FATES)
        return counts[fate] / base if base else 1.0

    def lines(self) -> Iterator[str]:
        """Yield the table, then each failure with its seed and what was wrong."""
        yield f"{'':26}{'replies':>8}{'clean':>8}{'kept':>8}{'answers':>9}" + "".join(f"{fate:>9}" for fate in FATES)
        for key, counts in sorted(self._counts.items()):
            answers = sum(counts[fate] for fate in FATES)
            shares = "".join(f"{100 * self.share(fate, key):8.1f}%" for fate in FATES)
            whole = "".join(f"{100 * self.share(fate, key):7.1f}%" for fate in ("clean", "kept"))
            yield f"{key:26}{counts['replies']:8}{whole}{answers:9}{shares}"
        for reply, verdict in self.failures:
            yield from _failure(reply, verdict)


def measure(made: Iterable[Reply], hear: Hear) -> Table:
    """Let every reply be heard, and return the table."""
    table = Table()
    for reply in made:
        table.add(reply, judge(reply, hear(reply.raw, reply.sent)))
    return table


def _counted(verdict: Verdict) -> dict[str, int]:
    answers = {fate: int(getattr(verdict, fate)) for fate in FATES}
    return {"replies": 1, "clean": int(verdict.is_clean), "kept": int(not verdict.lost), **answers}


def _layout(reply: Reply) -> str:
    return reply.letter.rsplit("-", 1)[-1]


def _failure(reply: Reply, verdict: Verdict) -> Iterator[str]:
    yield reply.name
    if verdict.lost:
        yield f"    lost: {' '.join(verdict.lost)[:200]}"
    if verdict.foreign:
        yield f"    foreign: {' '.join(verdict.foreign)[:200]}"
    if not (verdict.is_in_order or verdict.lost):
        yield "    the words are not in the order typed"
    if verdict.unsure:
        yield f"    unsure: {verdict.unsure} answers"
    yield from (f"    {fault[:300]}" for fault in verdict.faults)
