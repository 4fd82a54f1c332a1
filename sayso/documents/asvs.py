"""The table of OWASP ASVS 5.0, levels 1 and 2: each requirement, how it is met, and what shows it."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from config.settings import Settings

_FILE = Path(__file__).with_name("asvs.toml")
_CLAIM = "CLAIM"
_HEAD = "| requirement | asks | how it is met | ground |\n|---|---|---|---|"


@dataclass(frozen=True)
class Requirement:
    """What ASVS asks under one number such as `V6.2.1`, how it is met, and the file of the test; none where it is a claim."""

    chapter: str
    number: str
    gist: str
    met: str
    test: str


def requirements() -> tuple[Requirement, ...]:
    """Return all 253 requirements of levels 1 and 2 in their order (ASVS 5.0.0, May 2025)."""
    read = tomllib.loads(_FILE.read_text("utf-8"))
    return tuple(
        Requirement(chapter, f"V{number}", gist, met, "" if test == _CLAIM else test)
        for chapter, rows in read.items()
        for numbers, (gist, met, test) in rows.items()
        for number in numbers.split(", ")
    )


def asvs_table(settings: Settings) -> str:
    """Return the table as Markdown."""
    rows = requirements()
    shown = sum(bool(one.test) for one in rows)
    head = (
        f"# OWASP ASVS 5.0, level 2: {settings.public_url}\n\n"
        f"{len(rows)} requirements of levels 1 and 2 in our own words. A test shows {shown} of them. The others are claims, and so "
        "are *Not met* and *Does not apply*: an assessor decides. No assessor has looked at this table yet.\n"
    )
    return head + "\n".join(_lines(rows)) + "\n"


def _lines(rows: tuple[Requirement, ...]) -> Iterator[str]:
    chapter = ""
    for one in rows:
        if one.chapter != chapter:
            chapter = one.chapter
            yield f"\n## V{chapter}\n\n{_HEAD}"
        ground = f"Tested in `{one.test}`" if one.test else f"**{_CLAIM}**"
        yield f"| {one.number} | {one.gist} | {one.met} | {ground} |"
