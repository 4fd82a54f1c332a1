"""Flows, words and signposts, read from their files. Every fault of every file is named at once."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from config.distress_words import distress_file
from config.word_files import blanks_in, read_text, source_of
from feedback.errors import Fault, FlowError
from feedback.flows.field_readers import known_keys, words_of
from feedback.flows.linter import Checked, check
from feedback.flows.model import Flow
from feedback.flows.toml_source import Source, close_to, read_source
from feedback.flows.translations import translate
from feedback.flows.words import COMMANDS, TAGS, Command, Phrase, Signpost, Tag, Words
from feedback.folding import fold

HOME = Path(__file__).parent
FLOWS = HOME / "flows"
NATIONS = ("england", "wales", "scotland", "northern ireland")
WORDS_PARTS = ("texts", "commands", "labels", "yesno", "quiet")
PHRASE_KEYS = ("tag", "words", "example")
SIGNPOST_KEYS = (
    *("name", "contact", "audience", "nations", "hours", "always_open"),
    *("checked_on", "checked_by", "show"),
)
MUST_EXIST = ("help_first", "help_last", "privacy", "yes", "no")
"""Texts that no language may lack; all others fall back to English with a fault."""


@dataclass(frozen=True)
class WordsFolder:
    """Where the shared words of a house lie: `words/LANGUAGE/*.toml` and `signposts.toml`."""

    folder: Path = HOME

    def file(self, language: str, name: str) -> Path:
        """Return the path of one file of a language."""
        return self.folder / "words" / language / name

    def distress(self) -> Iterable[Path]:
        """Return the files that hold what is said first to somebody in distress, one for each other language."""
        return sorted((self.folder / "words" / "distress").glob("*.toml"))


def load_words(language: str = "en", folder: Path = HOME, written: Path | None = None) -> Words:
    """Return the shared words of a language, with the safeguarding list and the signposts.

    What was written in the browser lies in `written`: its texts and labels stand over those of the folder, and its
    signposts in the place of the others. Raises FlowError with every fault of all these files. A language other than
    English is measured against English: each text it lacks, and each blank that differs, is a fault.
    """
    place = WordsFolder(folder)
    source = source_of(place.file(language, "words.toml"))
    danger = source_of(place.file(language, "safeguarding.toml"))
    posts = source_of(_over(folder, written, "signposts.toml"))
    house = _own_words(source, WordsFolder(written).file(language, "words.toml") if written else None)
    others = {path.stem: distress_file(path) for path in place.distress()}
    words = Words(
        language=language,
        texts={**_texts(source, "texts"), **house.texts},
        commands=_commands(source),
        labels=cast("Mapping[Command, str]", {**_texts(source, "labels", COMMANDS), **house.labels}),
        yesno=_yesno(source),
        phrases=_phrases(danger),
        signposts=_signposts(posts),
        distress={code: own for code, (own, _) in others.items() if own},
        **_quiet(source),
        version=_version(source, house),
    )
    for read, parts in ((source, WORDS_PARTS), (danger, ("phrase",)), (posts, ("signpost",))):
        known_keys(read, (), read.raw, parts)
    _judge_texts(source, words.texts)
    if language != "en":
        _compare_with_english(source, words.texts, source_of(place.file("en", "words.toml")))
    elsewhere = chain.from_iterable(faults for _, faults in others.values())
    _refuse([*(fault for read in (source, danger, posts) for fault in read.faults), *house.faults, *elsewhere])
    return words


def flow_paths(folder: Path, written: Path | None = None) -> tuple[Path, ...]:
    """Return every flow file and translation, by name. One written in the browser stands in the place of one of the folder."""
    own = sorted((written / "flows").glob("*.toml")) if written else []
    found = {path.name: path for path in (*sorted(folder.glob("*.toml")), *own)}
    return tuple(found[name] for name in sorted(found))


def load_flows(folder: Path, words: Words, written: Path | None = None) -> tuple[Flow, ...]:
    """Return every flow of a folder (`NAME.toml`), in the order of their names, and of those written in the browser.

    Raises FlowError with every fault of every file, those of the translations beside them (`NAME.LANGUAGE.toml`)
    included. Warnings are left to `sayso flow check`.
    """
    files = flow_paths(folder, written)
    found = {path: check_file(path, words) for path in files if not is_translation(path)}
    flows = {checked.flow.name: checked.flow for checked in found.values() if checked.flow}
    faults = [fault for checked in found.values() for fault in checked.faults]
    faults += [fault for path in files if is_translation(path) for fault in check_translation(path, flows)]
    faults += _same_names({str(path): checked.flow for path, checked in found.items() if checked.flow})
    if not found:
        faults.append(Fault(str(folder), 1, "no-flow", "There is no flow in this folder.", "Add NAME.toml to it."))
    _refuse(fault for fault in faults if not fault.is_warning)
    return tuple(flows[name] for name in sorted(flows))


def check_file(path: Path, words: Words) -> Checked:
    """Read and judge one flow file; a file that cannot be read is a fault like any other."""
    text = read_text(path)
    return check(str(path), text, words) if isinstance(text, str) else Checked((text,))


def is_translation(path: Path) -> bool:
    """Return whether a file of flows holds a translation: NAME.LANGUAGE.toml."""
    return "." in path.stem


def check_translation(path: Path, flows: Mapping[str, Flow]) -> tuple[Fault, ...]:
    """Return the faults and warnings of a translation of one of these flows."""
    flow = flows.get(path.stem.split(".")[0])
    if flow is None:
        message = f'There is no sound flow "{path.stem.split(".")[0]}" to translate.'
        return (Fault(str(path), 1, "translation-flow", message, "Mend the flow first, or rename this file."),)
    text = read_text(path)
    return translate(flow, str(path), text).faults if isinstance(text, str) else (text,)


def _same_names(flows: Mapping[str, Flow]) -> Iterable[Fault]:
    first: dict[str, str] = {}
    for file, flow in flows.items():
        if first.setdefault(flow.name, file) != file:
            message = f'"{flow.name}" is the flow of {first[flow.name]} as well.'
            yield Fault(file, 1, "flow-repeated", message, "Rename one.")


def _refuse(faults: Iterable[Fault]) -> None:
    found = tuple(sorted(faults))
    if found:
        raise FlowError(found)


def _table(source: Source, name: str) -> Mapping[str, Any]:
    value = source.raw.get(name, {})
    if isinstance(value, Mapping):
        return value
    source.blame((name,), "wrong-kind", f'"{name}" is not a part of its own.', f"Write [{name}] on a line.")
    return {}


def _items(source: Source, name: str) -> list[Mapping[str, Any]]:
    value = source.raw.get(name, [])
    if isinstance(value, list) and all(isinstance(item, Mapping) for item in value):
        return value
    source.blame((name,), "wrong-kind", f'"{name}" is no list of parts.', f"Write [[{name}]] on a line before each.")
    return []


def _texts(source: Source, name: str, allowed: Iterable[str] = ()) -> Mapping[str, str]:
    known = list(allowed)
    table = _table(source, name)
    for key, value in table.items():
        if not isinstance(value, str):
            source.blame((name, key), "wrong-kind", f'"{key}" must be a text.', "Put it in straight quotes.")
        if known and key not in known:
            source.blame((name, key), "unknown-key", f'There is no "{key}".', close_to(key, known))
    for key in known:
        if source.is_whole and key not in table:
            source.blame((name,), "key-missing", f'"{key}" is missing in [{name}].', f'Write: {key} = "...".')
    return {key: value.strip() for key, value in table.items() if isinstance(value, str)}


def _said(source: Source, name: str, allowed: Iterable[str]) -> Mapping[str, str]:
    """Return what people may type, folded, to what it means."""
    table, meaning = _table(source, name), dict[str, str]()
    known_keys(source, (name,), table, allowed)
    for key, phrases in table.items():
        for phrase in phrases if isinstance(phrases, list) else [phrases]:
            folded = fold(str(phrase)) or str(phrase)
            if meaning.setdefault(folded, key) != key:
                message = f'"{phrase}" means "{meaning[folded]}" already.'
                source.blame((name, key), "said-twice", message, "Keep it in one list.")
    return meaning


def _commands(source: Source) -> Mapping[str, Command]:
    return cast("Mapping[str, Command]", _said(source, "commands", COMMANDS))


def _yesno(source: Source) -> Mapping[str, str]:
    return _said(source, "yesno", ("yes", "no", "unsure"))


def _quiet(source: Source) -> dict[str, Any]:
    table: dict[str, Any] = {"from": 21, "until": 9, "zone": "Europe/London", **_table(source, "quiet")}
    for key in ("from", "until"):
        if not isinstance(table[key], int) or not 0 <= table[key] < 24:
            source.blame(("quiet", key), "wrong-kind", f'"{key}" is no hour of the day.', f"Write: {key} = 21.")
    try:
        ZoneInfo(str(table["zone"]))
    except (ZoneInfoNotFoundError, ValueError):
        message = f'"{table["zone"]}" is no time zone.'
        source.blame(("quiet", "zone"), "zone-unknown", message, 'Write: zone = "Europe/London".')
    return {"quiet_from": table["from"], "quiet_until": table["until"], "zone": table["zone"]}


def _version(source: Source, own: "_OwnWords") -> str:
    told = {"texts": {**_table(source, "texts"), **own.texts}, "labels": {**_table(source, "labels"), **own.labels}}
    return hashlib.sha256(json.dumps(told, ensure_ascii=False, sort_keys=True, default=str).encode()).hexdigest()


@dataclass(frozen=True)
class _OwnWords:
    """Words that a house wrote in the browser in the place of the shipped ones."""

    texts: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()


def _own_words(shipped: Source, path: Path | None) -> _OwnWords:
    """Return what a house says in its own words. A text that is not shipped, or has other blanks, is a fault."""
    if path is None or not path.is_file():
        return _OwnWords()
    source = source_of(path)
    known_keys(source, (), source.raw, ("texts", "labels"))
    texts, shipped_texts = _texts(source, "texts"), _texts(shipped, "texts")
    for key, text in texts.items():
        if key not in shipped_texts:
            source.blame(("texts", key), "unknown-key", f'There is no text "{key}".', close_to(key, shipped_texts))
        elif blanks_in(text) != blanks_in(shipped_texts[key]):
            named = ", ".join(sorted(blanks_in(shipped_texts[key]) or ())) or "none"
            message = f'The blanks of "{key}" differ from the shipped ones.'
            source.blame(("texts", key), "placeholder-mismatch", message, f"The shipped ones: {named}.")
    labels = _texts(source, "labels")
    known_keys(source, ("labels",), labels, COMMANDS)
    return _OwnWords(texts, labels, tuple(source.faults))


def _over(folder: Path, written: Path | None, name: str) -> Path:
    """Return the path of a file: the one written in the browser, where there is one."""
    return written / name if written and (written / name).is_file() else folder / name


def _judge_texts(source: Source, texts: Mapping[str, str]) -> None:
    for key, text in texts.items():
        if blanks_in(text) is None:
            message = f'The blanks of "{key}" cannot be read.'
            source.blame(("texts", key), "placeholder", message, "A blank is a name in braces: {name}.")
    if not source.is_whole:
        return
    for key in MUST_EXIST:
        if not texts.get(key):
            source.blame(("texts",), "text-missing", f'The text "{key}" is missing.', f'Write: {key} = "...".')


def _compare_with_english(source: Source, texts: Mapping[str, str], english: Source) -> None:
    for key, text in _texts(english, "texts").items():
        if key not in texts:
            message = f'The text "{key}" is not translated.'
            source.blame(("texts",), "translation-missing", message, f'In English it is: "{text}".')
        elif blanks_in(texts[key]) != blanks_in(text):
            named = ", ".join(sorted(blanks_in(text) or ())) or "none"
            message = f'The blanks of "{key}" differ from the English ones.'
            source.blame(("texts", key), "placeholder-mismatch", message, f"The English ones: {named}.")


def _phrases(source: Source) -> tuple[Phrase, ...]:
    found = [_phrase(source, ("phrase", number), item) for number, item in enumerate(_items(source, "phrase"))]
    return tuple(phrase for phrase in found if phrase)


def _phrase(source: Source, path: tuple[str | int, ...], item: Mapping[str, Any]) -> Phrase | None:
    known_keys(source, path, item, PHRASE_KEYS)
    tag, words = item.get("tag"), item.get("words")
    if tag not in TAGS:
        source.blame((*path, "tag"), "unknown-tag", f'"{tag}" is no tag.', close_to(str(tag), TAGS))
        return None
    try:
        return Phrase(cast("Tag", tag), phrase_pattern(str(words)), _openings(str(words)))
    except re.error as error:
        source.blame((*path, "words"), "phrase-form", f"These words cannot be read: {error}.", "Check the brackets.")
        return None


@cache  # a start reads the same list twice
def phrase_pattern(words: str) -> re.Pattern[str]:
    """Return the pattern of one entry: `(a|b)` is a or b, `...` is up to three words, `x*` any ending of x."""
    spaced = words.replace("(", "(?:").replace(" ... ", "(?: [^ ]+){0,3} ").replace("*", "[^ ]*")
    return re.compile(f" (?:{spaced})(?= )")


def _openings(words: str) -> frozenset[str]:
    group = re.match(r"\(([^()]*)\)", words)
    first = group[1].split("|") if group else [words]
    openings = frozenset(part.split(" ")[0] for part in first)
    return frozenset() if any(set(opening) & set("*(|") for opening in openings) else openings


def read_signposts(file: str, text: str) -> tuple[tuple[Signpost, ...], tuple[Fault, ...]]:
    """Return the help numbers of a file, and its faults."""
    source = read_source(file, text)
    return _signposts(source), tuple(source.faults)


def _signposts(source: Source) -> tuple[Signpost, ...]:
    return tuple(
        _signpost(source, ("signpost", number), item) for number, item in enumerate(_items(source, "signpost"))
    )


def _signpost(source: Source, path: tuple[str | int, ...], item: Mapping[str, Any]) -> Signpost:
    known_keys(source, path, item, SIGNPOST_KEYS)
    for key in ("name", "contact", "audience", "hours"):
        if not isinstance(item.get(key), str) or not item[key].strip():
            source.blame((*path, key), "key-missing", f'"{key}" is missing or no text.', f'Write: {key} = "...".')
    nations = words_of(source, (*path, "nations"), item, NATIONS) if "nations" in item else NATIONS
    checked_on = item.get("checked_on")
    if checked_on is not None and (type(checked_on) is not date or not item.get("checked_by")):
        message = "A check needs a date and the name of who checked."
        source.blame(
            (*path, "checked_on"), "check-half", message, 'Write: checked_on = 2026-01-31, checked_by = "Ada".'
        )
    return Signpost(
        name=str(item.get("name", "")),
        contact=str(item.get("contact", "")),
        audience=str(item.get("audience", "")),
        nations=nations,
        hours=str(item.get("hours", "")),
        always_open=item.get("always_open") is True,
        checked_on=checked_on if type(checked_on) is date else None,
        checked_by=str(item.get("checked_by", "")),
        show=item.get("show", True) is True,
    )
