"""The words of a report as a file (TOML 1.0), which people write with any editor."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from feedback.errors import FlowError
from feedback.exchange.flow_file import quoted
from feedback.flows.toml_source import Source, close_to, read_source
from report.narrative.model import LINES, TEXTS, Narrative, ToldParagraph, too_long

_HEAD = """\
# The words of a report. Leave "" where there is nothing to say.
# An empty line begins a new paragraph. Lines that begin with "- " make a list.
"""
_ASKED = "organisations_asked"
_KEYS = (*LINES, *TEXTS, _ASKED, "told")
_TOLD_KEYS = ("themes", "words")


def to_file(found: Narrative) -> str:
    """Return the file. Themes stand in it as they are named in `found`."""
    lines = [_HEAD]
    lines += [f"{key} = {quoted(getattr(found, key))}" for key in LINES]
    lines += [f"{key} = {_several(getattr(found, key))}" for key in ("introduction", "asked")]
    if found.organisations_asked is not None:
        lines.append(f"{_ASKED} = {found.organisations_asked}")
    lines += [f"{key} = {_several(getattr(found, key))}" for key in ("next", "thanks")]
    for one in found.told:
        themes = ", ".join(map(quoted, one.themes))
        lines += ["\n[[told]]", f"themes = [{themes}]", f"words = {_several(one.words)}"]
    return "\n".join(lines) + "\n"


def from_file(name: str, text: str, themes: Iterable[str] | None = None) -> Narrative:
    """Return what a file of this name says. Raises FlowError with every fault, each with its line.

    `themes` are the names that there are; None takes any.
    """
    source = read_source(name, text)
    for key in source.raw:
        if key not in _KEYS:
            source.blame((key,), "key-unknown", f'There is no "{key}" here.', close_to(key, _KEYS))
    texts = {key: _text(source, source.raw, key) for key in (*LINES, *TEXTS)}
    told = tuple(_told(source, None if themes is None else tuple(themes)))
    found = replace(Narrative(organisations_asked=_number(source), told=told), **texts)  # type: ignore[arg-type] # names of its texts
    for fault in too_long(found):
        source.blame((), "too-long", fault, "Write less.")
    if source.faults:
        raise FlowError(tuple(sorted(source.faults)))
    return found


def _several(words: str) -> str:
    """Return a text of several lines as TOML writes it, readable in an editor."""
    if "\n" not in words:
        return quoted(words)
    inside = "\n".join(quoted(line)[1:-1] for line in words.split("\n"))
    return f'"""\n{inside}"""'


def _text(source: Source, raw: Mapping[str, Any], key: str, at: tuple[str | int, ...] = ()) -> str:
    found = raw.get(key, "")
    if isinstance(found, str):
        return found.strip()
    source.blame((*at, key), "not-a-text", f'"{key}" is no text.', 'Put it in quotes: "like this".')
    return ""


def _number(source: Source) -> int | None:
    found = source.raw.get(_ASKED)
    if found is None or (isinstance(found, int) and not isinstance(found, bool) and found > 0):
        return found
    source.blame((_ASKED,), "not-a-number", f'"{_ASKED}" is no number of organisations.', "Write it like this: 56")
    return None


def _told(source: Source, known: tuple[str, ...] | None) -> Iterator[ToldParagraph]:
    found = source.raw.get("told", [])
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        source.blame(("told",), "not-a-list", '"told" is no list of paragraphs.', "Begin each paragraph with [[told]].")
        return
    for place, one in enumerate(found):
        at = ("told", place)
        for key in one:
            if key not in _TOLD_KEYS:
                source.blame((*at, key), "key-unknown", f'There is no "{key}" here.', close_to(key, _TOLD_KEYS))
        words = _text(source, one, "words", at)
        yield ToldParagraph(words, _themes(source, one.get("themes", []), at, known))


def _themes(source: Source, found: Any, at: tuple[str | int, ...], known: tuple[str, ...] | None) -> tuple[str, ...]:
    at = (*at, "themes")
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        source.blame(at, "not-a-list", '"themes" is no list of names.', 'Write it like this: themes = ["Pay"]')
        return ()
    for one in found:
        if known is not None and one not in known:
            source.blame(at, "theme-unknown", f"There is no theme named {one}.", close_to(one, known))
    return tuple(dict.fromkeys(found))
