"""Fills the parts of the documents that the program writes itself: its commands, its settings, a conversation.

`make docs` writes them anew. With --check nothing is written, and the exit code says whether they are current.
"""

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import click

from config.load import FLOWS, load_flows, load_words
from config.secret import Secret
from config.setting_table import SETTINGS, Setting
from config.settings import Settings, load_settings
from sayso.cli import COMMANDS, sayso
from sayso.commands.try_flow import play

ROOT = Path(__file__).parent.parent
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


DOCUMENTS: Mapping[str, Mapping[str, Callable[[], str]]] = {
    "README.md": {"commands": commands, "settings": settings},
    "docs/conversation.md": {"conversation": conversation},
}
"""The parts of each document, by the name of their marks in it."""


def filled(name: str, text: str) -> str:
    """Return a document with every part between its marks, `<!-- NAME -->` and `<!-- end of NAME -->`, made anew."""
    for mark, part in DOCUMENTS[name].items():
        marked = re.compile(rf"(<!-- {mark} -->\n).*?(<!-- end of {mark} -->)", re.DOTALL)
        written = part().replace("\\", r"\\")
        text, count = marked.subn(rf"\g<1>{written}\n\g<2>", text)
        if count != 1:
            raise SystemExit(f"{name} has {count} places marked {mark}. It needs one.")
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
    """Write the parts, or with --check say which documents are not current."""
    before = {name: (ROOT / name).read_text(encoding="utf-8") for name in DOCUMENTS}
    after = {name: filled(name, text) for name, text in before.items()}
    changed = [name for name in DOCUMENTS if before[name] != after[name]]
    if "--check" in sys.argv[1:]:
        sys.exit(f"Not current: {', '.join(changed)}. Run: make docs" if changed else 0)
    for name in changed:
        (ROOT / name).write_text(after[name], encoding="utf-8")


if __name__ == "__main__":
    main()
