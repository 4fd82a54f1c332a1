"""Flow files (TOML) read into flows: every fault at once, each with its line, in plain words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise
from typing import Any, Literal, cast

from feedback.errors import Fault, FlowError
from feedback.flows.canonical_json import version_of
from feedback.flows.field_readers import (
    LONG_TEXT_MOST,
    flag_of,
    id_of,
    known_keys,
    one_of,
    table_of,
    text_of,
    time_of,
    whole_of,
    words_of,
)
from feedback.flows.model import CONSENT_SWITCHES, ConsentAsk, ConsentSwitch, Finish, Flow
from feedback.flows.question_parser import read_questions
from feedback.flows.toml_source import Source, close_to, read_source
from feedback.flows.words import Words

HEADER_KEYS = (
    *("flow", "version", "language", "title", "start", "expires", "reminders", "level", "story"),
    *("consent", "question", "finish"),
)
LANGUAGE_FORM = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")
"""A tag of a language (BCP 47) as far as flows use it: `en`, `cy`, `en-x-easy`."""
_EXPIRES = timedelta(days=14)
"""A guess: a holiday, or a bad week, is over by then. Answers are kept either way."""


@dataclass(frozen=True)
class Draft:
    """A flow as far as it could be read, and the file with its faults. `flow` is whole only without faults."""

    flow: Flow
    source: Source

    @property
    def faults(self) -> tuple[Fault, ...]:
        """All faults found while reading, in the order of the file."""
        return tuple(sorted(self.source.faults))


def parse(file: str, text: str, words: Words) -> Flow:
    """Return the flow that a TOML text describes.

    `file` is named in faults. Raises FlowError with all faults of the text. Whether each question can be reached, and
    whether the words are plain, is the business of `feedback.flows.linter`.
    """
    draft = read(file, text, words)
    if draft.faults:
        raise FlowError(draft.faults)
    return draft.flow


def read(file: str, text: str, words: Words) -> Draft:
    """Read as much of a flow as there is, noting every fault."""
    source = read_source(file, text)
    if not source.is_whole:
        return Draft(Flow("", 1, words.language, "", "", ConsentAsk("", ""), (), Finish("", ""), words=words), source)
    known_keys(source, (), source.raw, HEADER_KEYS)
    flow = Flow(
        name=_name(source),
        version=_version(source),
        language=_language(source),
        title=text_of(source, ("title",), source.raw, needed=True),
        start=text_of(source, ("start",), source.raw, needed=True, most=LONG_TEXT_MOST),
        consent=_consent(source, words),
        questions=read_questions(source, words),
        finish=_finish(source),
        expires=_expires(source),
        reminders=_reminders(source),
        level=_level(source),
        story=flag_of(source, ("story",), source.raw),
        words=words,
    )
    return Draft(replace(flow, version_id=version_of(flow)), source)


def _name(source: Source) -> str:
    name = text_of(source, ("flow",), source.raw, needed=True)
    return id_of(source, ("flow",), name) if name else ""


def _version(source: Source) -> int:
    if "version" not in source.raw:
        source.blame_missing(("version",), "key-missing", '"version" is missing.', "Write: version = 1.")
    return whole_of(source, ("version",), source.raw) or 1


def _language(source: Source) -> str:
    language = text_of(source, ("language",), source.raw, needed=True)
    if language and not LANGUAGE_FORM.fullmatch(language):
        message = f'"{language}" is no tag of a language.'
        source.blame(("language",), "language-form", message, 'Write: "en", "cy" or "en-x-easy".')
    return language


def _level(source: Source) -> Literal["person", "organisation"]:
    found = one_of(source, ("level",), source.raw, ("person", "organisation"))
    return "organisation" if found == "organisation" else "person"


def _expires(source: Source) -> timedelta:
    if "expires" not in source.raw:
        return _EXPIRES
    return time_of(source, ("expires",), source.raw["expires"]) or _EXPIRES


def _reminders(source: Source) -> tuple[timedelta, ...]:
    value = source.raw.get("reminders", [])
    if not isinstance(value, list):
        source.blame(
            ("reminders",), "wrong-kind", '"reminders" must be a list of times.', 'Write: ["1 day", "4 days"].'
        )
        return ()
    found = [time_of(source, ("reminders",), item) for item in value]
    times = tuple(time for time in found if time is not None)
    if any(later <= sooner for sooner, later in pairwise(times)):
        message = "Each reminder must come after the one before it."
        source.blame(("reminders",), "reminders-order", message, "Put the shortest time first.")
    return times


def _consent(source: Source, words: Words) -> ConsentAsk:
    table = table_of(source, "consent")
    if table is None:
        return ConsentAsk("", "")
    known_keys(source, ("consent",), table, ("ask", "no", "more", "switches"))
    found = words_of(source, ("consent", "switches"), table, CONSENT_SWITCHES) or ("take_part",)
    return ConsentAsk(
        ask=text_of(source, ("consent", "ask"), table, needed=True),
        no=text_of(source, ("consent", "no"), table, needed=True),
        more=_more(source, table, words),
        switches=cast("tuple[ConsentSwitch, ...]", found),
    )


def _more(source: Source, table: Mapping[str, Any], words: Words) -> str:
    name = text_of(source, ("consent", "more"), table) or "privacy"
    if words.texts and name not in words.texts:
        message = f'The shared words have no text called "{name}".'
        source.blame(("consent", "more"), "text-unknown", message, close_to(name, words.texts))
    return name


def _finish(source: Source) -> Finish:
    table = table_of(source, "finish")
    if table is None:
        return Finish("", "")
    known_keys(source, ("finish",), table, ("check", "thanks"))
    return Finish(
        check=text_of(source, ("finish", "check"), table, needed=True),
        thanks=text_of(source, ("finish", "thanks"), table, needed=True),
    )
