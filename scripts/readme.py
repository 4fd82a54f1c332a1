"""Fills the parts of README.md that the program tells of itself: a conversation, its commands, its settings.

`make docs` writes them anew. With --check nothing is written, and the exit code says whether they are current.
"""

import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click

from config.load import FLOWS, load_flows, load_words
from config.secret import Secret
from config.settings import SETTINGS, Setting, Settings, load_settings
from sayso.cli import COMMANDS, sayso
from sayso.commands.try_flow import play

FILE = Path(__file__).parent.parent / "README.md"
FLOW = "open_door"
TYPED = ("privacy", "yes", "They asked us what we think.", "Nobody wrote back to us.", "next", "bak", "2", "back",
         "Good and bad", "y", "1")  # fmt: skip
AT = datetime(2026, 5, 1, 12, tzinfo=UTC)


def conversation() -> str:
    """Return a whole conversation in the terminal: what was said, and behind `>` what was typed."""
    flow = next(flow for flow in load_flows(FLOWS, load_words()) if flow.name == FLOW)
    typed = ("", *(f"> {text}\n\n" for text in TYPED))
    said = play(flow, iter(TYPED), lambda: AT)
    return "```text\n" + "\n".join(before + after + "\n" for before, after in zip(typed, said, strict=True)) + "```"


def commands() -> str:
    """Return a table of every command with its arguments."""
    rows = (row for name, (_, about) in COMMANDS.items() for row in _command_rows(name, about))
    return "| command | what it does |\n|---|---|\n" + "\n".join(rows)


def settings() -> str:
    """Return a table of every setting with its default."""
    chosen = load_settings({}, Path("no such file"))
    rows = (
        f"| `{name}` | {_default(setting, chosen)} | {_cell(setting.about)} |" for name, setting in SETTINGS.items()
    )
    return "| setting | without it | what it is |\n|---|---|---|\n" + "\n".join(rows)


PARTS = {"conversation": conversation, "commands": commands, "settings": settings}
"""Every part by the name of its marks in the file."""


def filled(text: str) -> str:
    """Return a text with every part between its marks, `<!-- NAME -->` and `<!-- end of NAME -->`, made anew."""
    for name, part in PARTS.items():
        marked = re.compile(rf"(<!-- {name} -->\n).*?(<!-- end of {name} -->)", re.DOTALL)
        told = part() + "\n"
        text, count = marked.subn(lambda found, told=told: found[1] + told + found[2], text)
        if count != 1:
            raise SystemExit(f"README.md has {count} places marked {name}. It needs one.")
    return text


def _command_rows(name: str, about: str) -> Iterator[str]:
    command = sayso.get_command(click.Context(sayso), name)
    if isinstance(command, click.Group):
        for part, inner in command.commands.items():
            yield _row(f"{name} {part}", inner, inner.get_short_help_str(200))
    elif command is not None:
        yield _row(name, command, about)


def _row(name: str, command: click.Command, about: str) -> str:
    needed = [f"{part.opts[0]} {str(part.name).upper()}" for part in _needed(command)]
    given = [part for part in command.collect_usage_pieces(click.Context(command)) if part != "[OPTIONS]"]
    return f"| `{' '.join(('sayso', name, *given, *needed))}` | {about} |"


def _needed(command: click.Command) -> list[click.Parameter]:
    return [part for part in command.params if isinstance(part, click.Option) and part.required]


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _default(setting: Setting, chosen: Settings) -> str:
    value = getattr(chosen, setting.name, setting.default)
    if value == FLOWS:
        return "those that sayso brings"
    text = value.reveal() if isinstance(value, Secret) else str(value or "")
    return f"`{text}`" if text else "none"


def main() -> None:
    """Write the parts, or with --check tell whether they are current."""
    before = FILE.read_text(encoding="utf-8")
    after = filled(before)
    if "--check" in sys.argv[1:]:
        sys.exit("README.md is not current. Run: make docs" if before != after else 0)
    FILE.write_text(after, encoding="utf-8")


if __name__ == "__main__":
    main()
