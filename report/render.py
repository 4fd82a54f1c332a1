"""A report as text: JSON for programs (DESIGN section 7), Markdown for people."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date

from report.build import Report
from report.figures import Figure, QuestionCounts
from report.versions import Change

_HIDDEN = "hidden"


def to_json(report: Report) -> str:
    """Return the report as indented JSON in the field order of DESIGN section 7; hidden numbers are null."""
    return json.dumps(asdict(report), ensure_ascii=False, indent=2, default=_plain) + "\n"


def to_markdown(report: Report) -> str:
    """Return the report as Markdown: one table for each question, then what was written, then how it was counted."""
    lines = [f"# {report.method.title}", "", *_head(report)]
    for counts in report.method.questions:
        mine = [figure for figure in report.figures if figure.question == counts.id]
        if mine:
            lines += ["", f"## {counts.ask}", "", *_question(counts, mine)]
    lines += ["", "## In their own words", "", *_comments(report)]
    lines += ["", "## How this was counted", "", *(f"- {note}" for note in report.method.notes)]
    if report.method.changes:
        lines += ["", "## What changed between versions", "", *(f"- {_change(one)}" for one in report.method.changes)]
    return "\n".join(lines) + "\n"


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"A report holds no {type(value).__name__}.")


def _head(report: Report) -> Iterator[str]:
    method = report.method
    yield f"- Replies: {_number(report.responses)}, of which finished: {_number(report.completed)}"
    if report.invited is not None:
        rate = f" ({report.response_rate}% replied)" if report.response_rate is not None else ""
        yield f"- Invited: {report.invited}{rate}"
    if method.organisations != 0:
        yield f"- Organisations that replied: {_number(method.organisations)}"
    if method.first_on and method.last_on:
        yield f"- From {method.first_on.isoformat()} to {method.last_on.isoformat()}"
    yield (
        f"- Left out: {_number(method.without_consent)} without a yes to taking part, "
        f"{_number(method.withdrawn)} taken back"
    )
    yield f"- Versions: {', '.join(map(str, report.versions)) or 'none used yet'}"
    yield f"- Small numbers: profile `{method.profile}`"


def _question(counts: QuestionCounts, mine: Sequence[Figure]) -> Iterator[str]:
    yield f"Base: {counts.base}."
    yield ""
    yield " ".join(_bases(counts))
    yield ""
    reasons = {figure.why_hidden for figure in mine}
    if len(reasons) == 1 and not mine[0].shown:
        yield f"Not shown: {mine[0].why_hidden}"
        return
    yield "| Answer | Share | Chose / answered | 95 % interval |"
    yield "|---|---:|---:|---:|"
    for figure in mine:
        yield _row(figure)


def _bases(counts: QuestionCounts) -> Iterator[str]:
    """Yield how the base came about: short sentences, the rarer ones only where there is something to say."""
    yield f"Answered: {_number(counts.answered)}."
    if counts.asked is None and counts.not_asked is None:
        yield "How many were asked is hidden, as it would give away a small number."
        return
    yield f"Asked: {_number(counts.asked)}. Skipped: {_number(counts.skipped)}."
    yield f"Implied: {_number(counts.implied)}. Not asked: {_number(counts.not_asked)}."
    rare = {
        "Prefer not to say": counts.prefer_not_to_say,
        "Not reached": counts.not_reached,
        "In own words alone": counts.own_words,
    }
    yield from (f"{name}: {_number(number)}." for name, number in rare.items() if number != 0)


def _row(figure: Figure) -> str:
    label = figure.label.replace("|", "\\|")
    if figure.interval is None:
        return f"| {label} | {_HIDDEN} | {_HIDDEN} / {_number(figure.answered)} | {figure.why_hidden} |"
    low, high = figure.interval
    return f"| {label} | {figure.percent}% | {figure.chose}/{figure.answered} | {low}% to {high}% |"


def _comments(report: Report) -> Iterator[str]:
    for comment in report.comments:
        yield f"- {comment.label}: {_number(comment.count)}"


def _change(change: Change) -> str:
    where = change.question if change.choice is None else f"{change.question}.{change.choice}"
    texts = f": “{change.before}” became “{change.after}”" if change.what in ("wording", "type") else ""
    names = {"wording": "new wording", "route": "put to other people than before", "type": "answered in another way"}
    what = names.get(change.what, change.what)
    return f"`{where}` {what} between version {change.versions[0]} and {change.versions[1]}{texts}."


def _number(number: int | None) -> str:
    return _HIDDEN if number is None else str(number)
