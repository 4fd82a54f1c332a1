"""`sayso hear`: what would be understood of a text. It stores nothing and needs no data folder."""

import json
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import click

from feedback.hearing.ask import ASK_TYPES, Ask
from feedback.hearing.hear import hear
from feedback.hearing.heard import Heard

_FIELDS = ("act", "choice", "choices", "number", "date_from", "date_to", "place", "consent", "summary", "leave")


@click.command("hear")
@click.argument("flow", required=False)
@click.argument("question", required=False)
@click.argument("text", nargs=-1)
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", help="For people, or programs.")
def command(flow: str | None, question: str | None, text: tuple[str, ...], form: str) -> None:
    """Say what would be understood of TEXT at a QUESTION of a FLOW. Nothing is stored.

    With --format jsonl it reads JSON lines from standard input, such as {"ask": {"type": "yesno"}, "text": "aye"}, and prints one
    line for each, in order. At QUESTION stands the id of a question, or: consent, summary, any, email.
    """
    if form == "jsonl":
        if flow is not None:
            raise click.UsageError("--format jsonl reads lines from standard input; it takes no FLOW.")
        _lines()
        return
    if flow is None or question is None or not text:
        raise click.UsageError("Name a FLOW, a QUESTION and a TEXT, or take --format jsonl.")
    for line in _told(asked(flow, question), " ".join(text)):
        click.echo(line)


def _lines() -> None:
    for number, line in enumerate(sys.stdin.buffer, 1):
        if line.strip():
            sys.stdout.write(_answer(line, number) + "\n")
            sys.stdout.flush()


def _answer(line: bytes, number: int) -> str:
    try:
        row = json.loads(line)
        ask = ask_from(row.get("ask") or {"type": "any"})
        heard = hear(ask, str(row["text"] or ""), str(row.get("subject") or ""))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise click.ClickException(
            f'Line {number} is not understood. A line looks like {{"ask": {{"type": "yesno"}}, "text": "aye"}}.'
        ) from None
    return json.dumps(told(heard), ensure_ascii=False)


def told(heard: Heard) -> dict[str, Any]:
    """Return what was heard as it is printed: what does not apply is null."""
    row = {name: getattr(heard, name) for name in _FIELDS}
    return row | {"notice": list(heard.notice), "language": heard.language or None, "sure": heard.sure}


def ask_from(row: Mapping[str, Any]) -> Ask:
    """Return an ask from its JSON object. Without `today` it is the day of this machine.

    Raises:
        ValueError: The type is not known, or `today` is no day.

    """
    from sayso.core.clock import now

    if row.get("type") not in ASK_TYPES:
        raise ValueError(row.get("type"))
    low_high, ends = row.get("range"), row.get("ends")
    return Ask(
        type=row["type"],
        question=str(row.get("question") or ""),
        choices={str(key): str(label) for key, label in (row.get("choices") or {}).items()},
        also={str(key): tuple(map(str, names)) for key, names in (row.get("also") or {}).items()},
        range=(float(low_high[0]), float(low_high[1])) if low_high else None,
        ends=(str(ends[0]), str(ends[1])) if ends else None,
        unit=str(row.get("unit") or ""),
        today=date.fromisoformat(row["today"]) if row.get("today") else now().date(),
    )


def asked(flow_name: str, question_id: str) -> Ask:
    """Return the ask of a question of a flow, by its id, or consent, summary, any, email.

    Raises:
        click.ClickException: There is no such flow or question; what there is, is named.

    """
    from sayso.commands.open_store import settings
    from sayso.core.clock import now
    from sayso.core.flow_registry import registry_for

    registry = registry_for(settings())
    flow = registry.named(flow_name)
    if flow is None:
        raise click.ClickException(
            f"There is no flow named {flow_name}. There are: {', '.join(name for name, _ in registry.titles())}."
        )
    today = now().date()
    if question_id in {"consent", "summary", "any", "email"}:
        return Ask(type=question_id, today=today)
    question = flow.question(question_id)
    if question is None:
        names = ", ".join(question.id for question in flow.questions)
        raise click.ClickException(
            f"{flow_name} has no question {question_id}. It has: {names}; and consent, summary, any, email."
        )
    choices = {choice.id: choice.label for choice in question.choices}
    return Ask(question.type, question.ask, choices, {}, question.range, question.ends, "", today)


def _told(ask: Ask, text: str) -> Iterator[str]:
    heard = hear(ask, text, text if ask.type == "email" else "")
    if heard.notice:
        yield f"A person should read this first: {', '.join(heard.notice)}."
    if heard.act != "none":
        yield _WORDS.get(heard.act, f"Said to sayso: {heard.act}.")
    yield from _answered(ask, heard)
    yield "This would count as it stands." if heard.sure else "This would be asked back before it counts."


_WORDS = {
    "unclear": "Not understood. The words are kept, and the question comes again in other words.",
    "other": "Own words, beside the choices.",
    "distress": "A cry for help. Help comes before anything else.",
}


def _answered(ask: Ask, heard: Heard) -> Iterator[str]:
    picked = heard.choices or ((heard.choice,) if heard.choice else ())
    if picked:
        yield f"Answer: {'; '.join(ask.choices.get(choice, choice) for choice in picked)}."
    if heard.number is not None:
        yield f"Number: {heard.number:g}{' ' + ask.unit if ask.unit else ''}."
    if heard.date_from is not None:
        yield (
            f"Day: {heard.date_from}."
            if heard.date_from == heard.date_to
            else f"Days: {heard.date_from} to {heard.date_to}."
        )
    if heard.place:
        yield "A place: the words as they are."
    for name in ("consent", "summary", "leave"):
        if getattr(heard, name) is not None:
            yield f"{name.capitalize()}: {getattr(heard, name)}."
