"""Single values of a flow file, read with every fault noted and a harmless value in place of a wrong one."""

import re
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from feedback.flows.toml_source import Path, Source, close_to

TEXT_MOST = 300
"""Characters. More is read with effort on a small screen; the linter asks for fewer long before."""
LONG_TEXT_MOST = 1000
"""For the opening, which is shown in parts."""

_ID = re.compile(r"[a-z][a-z0-9_]*")
_TIME = re.compile(r"(\d+)\s*([a-z]+)")
_UNITS = {"minute": timedelta(minutes=1), "hour": timedelta(hours=1), "day": timedelta(days=1), "week": timedelta(7)}
_TIME_MOST = timedelta(days=366)
"""A year: after that nobody knows any more what they were asked."""


def known_keys(source: Source, path: Path, table: Mapping[str, Any], allowed: Iterable[str]) -> None:
    """Blame every key that does not belong here."""
    names = list(allowed)
    for key in table:
        if key not in names:
            source.blame((*path, key), "unknown-key", f'There is no key "{key}" here.', close_to(key, names))


def table_of(source: Source, key: str) -> Mapping[str, Any] | None:
    """Return a table of the file, or None (blamed) where it is missing or no table."""
    value = source.raw.get(key)
    if isinstance(value, Mapping):
        return value
    message = f"The part [{key}] is missing." if value is None else f'"{key}" is not a part of its own.'
    source.blame((key,), f"{key}-missing", message, f"Write [{key}] on a line, and its keys below.")
    return None


def text_of(
    source: Source, path: Path, table: Mapping[str, Any], *, needed: bool = False, most: int = TEXT_MOST
) -> str:
    """Return the text at a path (its last part is the key), trimmed; empty where it is missing or wrong."""
    value = table.get(str(path[-1]))
    if value is None:
        if needed:
            source.blame_missing(path, "key-missing", f'"{path[-1]}" is missing.', f'Write: {path[-1]} = "...".')
        return ""
    if not isinstance(value, str):
        source.blame(path, "wrong-kind", f'"{path[-1]}" must be a text.', 'Put it in straight quotes: "like this".')
        return ""
    _judge_text(source, path, value.strip(), most, needed=needed)
    return value.strip()


def _judge_text(source: Source, path: Path, text: str, most: int, *, needed: bool) -> None:
    if needed and not text:
        source.blame(path, "key-missing", f'"{path[-1]}" is empty.', "Write some words in it.")
    if len(text) > most:
        message = f'"{path[-1]}" has {len(text)} characters; the most is {most}.'
        source.blame(path, "text-too-long", message, "Say it in fewer words, or ask two questions.")
    if re.search(r"[{}]", text):
        message = f'"{path[-1]}" has a blank in {{ }}. A flow fills in no blanks.'
        source.blame(path, "placeholder", message, "Take the braces out.")


def id_of(source: Source, path: Path, value: object) -> str:
    """Return an id; blamed unless it is small letters, digits and underlines, beginning with a letter."""
    if isinstance(value, str) and _ID.fullmatch(value):
        return value
    suggestion = "Use small letters, digits and _ only, and begin with a letter."
    source.blame(path, "id-form", f'"{value}" cannot be an id.', suggestion)
    return value if isinstance(value, str) else ""


def flag_of(source: Source, path: Path, table: Mapping[str, Any]) -> bool:
    """Return a true or false; false where it is missing or wrong."""
    value = table.get(str(path[-1]), False)
    if isinstance(value, bool):
        return value
    source.blame(path, "wrong-kind", f'"{path[-1]}" must be true or false.', f"Write: {path[-1]} = true.")
    return False


def whole_of(source: Source, path: Path, table: Mapping[str, Any]) -> int | None:
    """Return a whole number of 1 or more, or None where it is missing or wrong."""
    value = table.get(str(path[-1]))
    if value is None or (isinstance(value, int) and not isinstance(value, bool) and value >= 1):
        return value
    source.blame(path, "wrong-kind", f'"{path[-1]}" must be a whole number, 1 or more.', f"Write: {path[-1]} = 1.")
    return None


def one_of(source: Source, path: Path, table: Mapping[str, Any], allowed: Iterable[str]) -> str:
    """Return one of the allowed words; empty where it is missing or another."""
    value = table.get(str(path[-1]))
    names = list(allowed)
    if value is None or value in names:
        return value or ""
    code = "unknown-type" if path[-1] == "type" else "unknown-word"
    source.blame(path, code, f'"{value}" is no {path[-1]}.', close_to(str(value), names))
    return ""


def words_of(source: Source, path: Path, table: Mapping[str, Any], allowed: Iterable[str] = ()) -> tuple[str, ...]:
    """Return a list of texts, each one of `allowed` where that is given."""
    value = table.get(str(path[-1]), [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        source.blame(path, "wrong-kind", f'"{path[-1]}" must be a list of texts.', 'Write: ["one", "two"].')
        return ()
    names = list(allowed)
    for item in value:
        if names and item not in names:
            source.blame(path, "unknown-word", f'"{item}" does not belong in "{path[-1]}".', close_to(item, names))
    return tuple(item for item in value if not names or item in names)


def numbers_of(source: Source, path: Path, table: Mapping[str, Any]) -> tuple[float, float] | None:
    """Return a range [low, high], or None where it is missing or wrong."""
    value = table.get(str(path[-1]))
    if value is None:
        return None
    if not isinstance(value, list) or len(value) != 2 or not all(_is_number(item) for item in value):
        source.blame(path, "wrong-kind", f'"{path[-1]}" must be two numbers.', "Write: [1, 5].")
        return None
    low, high = value
    if low >= high:
        source.blame(path, "range-backwards", f"The range runs from {low} to {high}.", f"Write: [{high}, {low}].")
        return None
    return float(low), float(high)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e15


def time_of(source: Source, path: Path, value: object) -> timedelta | None:
    """Return a length of time ("14 days", "10 minutes"), or None (blamed). The most is a year."""
    found = _TIME.fullmatch(value.strip().lower()) if isinstance(value, str) else None
    unit = _UNITS.get(found[2].removesuffix("s")) if found else None
    if found is None or unit is None:
        is_bare = isinstance(value, int | float) or (isinstance(value, str) and value.strip().isdigit())
        code, message = ("unit-missing", "has no unit") if is_bare else ("time-form", "is no length of time")
        source.blame(path, code, f'"{value}" {message}.', 'Write: "14 days", "2 hours" or "10 minutes".')
        return None
    if len(found[1]) > 6 or not timedelta(0) < int(found[1]) * unit <= _TIME_MOST:
        source.blame(path, "time-form", f'"{value}" is not between a minute and a year.', 'Write: "14 days".')
        return None
    return int(found[1]) * unit
