"""What is said first to somebody in distress, in languages other than English: one file each, in `words/distress`."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from config.word_files import blanks_in, source_of
from feedback.errors import Fault
from feedback.flows.field_readers import known_keys
from feedback.flows.toml_source import Source
from feedback.flows.words import DistressWords

DISTRESS_BLANKS: Mapping[str, frozenset[str]] = {
    "name": frozenset(),
    "heard": frozenset(),
    "danger": frozenset({"first", "name"}),
    "talk": frozenset({"second"}),
}
"""The texts of `words/distress/LANGUAGE.toml`, each with its blanks."""
DISTRESS_MENU = ("ask", "more", "person", "pause", "stop", "go_on")
"""What its part `[menu]` may say; what is missing there is said in English."""


def distress_file(path: Path) -> tuple[DistressWords | None, tuple[Fault, ...]]:
    """Return what a file says in one language, with its faults. None where it is at fault, or a host switched it off."""
    try:
        return _read_once(path, path.stat().st_mtime_ns)
    except OSError:
        return None, tuple(source_of(path).faults)


@lru_cache(maxsize=64)
def _read_once(path: Path, _: int) -> tuple[DistressWords | None, tuple[Fault, ...]]:
    """Read a file once for each time that it was changed at: some thirty of them take most of the time of all words."""
    source = source_of(path)
    return _distress(source), tuple(source.faults)


def _distress(source: Source) -> DistressWords | None:
    """Return what is said first in one other language; None where the file is at fault, or a host switched it off."""
    known_keys(source, (), source.raw, (*DISTRESS_BLANKS, "checked_by", "show", "menu"))
    for key, blanks in DISTRESS_BLANKS.items() if source.is_whole else ():
        text = source.raw.get(key)
        if not isinstance(text, str) or blanks_in(text) != blanks:
            named = " ".join(f"{{{blank}}}" for blank in sorted(blanks)) or "no blanks"
            message = f'"{key}" must be a text with {named}.'
            source.blame((key,), "distress-words", message, "Compare it with the file of another language.")
    menu = _distress_menu(source)
    if source.faults or source.raw.get("show", True) is not True:
        return None
    texts = {key: str(source.raw[key]).strip() for key in DISTRESS_BLANKS}
    return DistressWords(**texts, checked_by=str(source.raw.get("checked_by", "")), menu=menu)


def _distress_menu(source: Source) -> dict[str, str]:
    """Return what is offered after help in another language; a file without it, of an older version, is no fault."""
    menu = source.raw.get("menu", {})
    known_keys(source, ("menu",), menu, DISTRESS_MENU)
    return {key: str(text).strip() for key, text in menu.items()}
