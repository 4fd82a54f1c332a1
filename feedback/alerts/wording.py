"""What an alert says: how many things of which kind wait, why somebody is told, and where to look. Nothing else.

No word, name or pseudonym of anybody can stand here, for none is ever given: mail and chat are read on lock screens.
The first paragraph is the subject of a letter.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from feedback.alerts.due import DueAlert
from feedback.alerts.model import CaseKind, Rung, WaitingCase

_KINDS: Mapping[CaseKind, tuple[str, str]] = {
    "person": ("{} person wants to hear from one of you.", "{} people want to hear from one of you."),
    "please read": ("{} conversation is marked “please read”.", "{} conversations are marked “please read”."),
    "letter": ("{} letter tells of a death or a wrong address.", "{} letters tell of a death or a wrong address."),
}
_WHY: Mapping[Rung, str] = {
    "first": "",
    "next": "Nobody has opened it yet. You come next on the rota, so now it is yours.",
    "all": "Nobody has opened it yet. Everybody who may act is told now.",
    "administrator": "Nobody has opened it yet, and nobody else is left to tell. Please see that somebody does.",
}
_LOUDEST: tuple[Rung, ...] = ("administrator", "all", "next", "first")


@dataclass(frozen=True)
class DigestCounts:
    """What a daily list counts. `others` are further lines of (count, what for one, what for more)."""

    cases: tuple[WaitingCase, ...] = ()
    others: tuple[tuple[int, str, str], ...] = field(default=())


def alert_text(alert: DueAlert, *, home: str, choices: str) -> str:
    """Return what somebody is told. `home` and `choices` are links: to what waits, and to what they chose."""
    cases = {one.case.name: one.case for one in alert.tellings}
    rungs = {one.rung for one in alert.tellings}
    why = _WHY[next(rung for rung in _LOUDEST if rung in rungs)]
    return _joined(_waiting(len(cases)), _kinds(cases.values()), why, f"Look here:\n{home}", _chosen(choices))


def digest_text(counts: DigestCounts, *, home: str, choices: str) -> str:
    """Return the daily list. It comes also where nothing waits, so that its absence means something."""
    others = [_number(count, one, more) for count, one, more in counts.others if count]
    lines = "\n".join(part for part in (_kinds(counts.cases), *others) if part)
    subject = f"Today: {_waiting(len(counts.cases))}" if counts.cases else "Today: nobody waits"
    return _joined(subject, lines or "Nothing else is to be done.", f"Look here:\n{home}", _chosen(choices))


def confirmation_text(link: str) -> str:
    """Return what goes to an address that somebody gave as theirs."""
    return _joined(
        "Is this your address?",
        "Somebody of the team gave this address, to be told when people wait. Was it you? Open this link and press Confirm:",
        link,
        "It works for one day. Was it not you? Then do nothing, and nothing more will come.",
    )


def trial_text() -> str:
    """Return what goes to somebody who wants to see how an alert comes."""
    return _joined(
        "A message to try it out", "So it looks when you are told that people wait. Nobody waits because of it."
    )


def linked_text() -> str:
    """Return what goes to a chat that was linked just now."""
    return "From now on you are told here when people wait. To end it, open Account in sayso."


def code_over_text() -> str:
    """Return what goes to a chat that sent a code which links nothing."""
    return "This code links nothing. It works once, for some minutes. Make a new one under Account in sayso."


def _waiting(count: int) -> str:
    return _number(count, "{} thing waits for your team", "{} things wait for your team")


def _kinds(cases: Iterable[WaitingCase]) -> str:
    counted = Counter(case.kind for case in cases)
    return "\n".join(_number(counted[kind], *words) for kind, words in _KINDS.items() if counted[kind])


def _number(count: int, one: str, more: str) -> str:
    return (one if count == 1 else more).format(f"{count:,}")


def _chosen(choices: str) -> str:
    return f"You are told because you are on the team. Choose what you are told here:\n{choices}"


def _joined(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part)
