"""Files of questions, words and help numbers as the pages of set-up read, check and take them in."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from config.load import HOME, flow_paths, load_flows, load_words, read_signposts
from config.settings import Settings
from feedback.errors import Fault, FlowError, SaysoError, optional
from feedback.exchange.surveyjs_import import from_surveyjs
from feedback.exchange.xlsform_import import from_xlsform
from feedback.flows.linter import check
from feedback.flows.model import Flow
from feedback.flows.words import Signpost, Words
from review.http.setup_port import CheckedFile, TakenForm

_SIGNPOSTS = "signposts.toml"
_FORM_MOST = 10_000_000
"""Bytes of a form; far more than any has."""


def flow_texts(settings: Settings) -> Mapping[str, str]:
    """Return the text of each file of questions in use, by its name."""
    paths = flow_paths(settings.flows, settings.written)
    return {path.name: path.read_text("utf-8", "replace") for path in paths}


def shipped_words() -> Words | None:
    """Return the words as they are shipped, without those of the house; None where their files are at fault."""
    try:
        return load_words()
    except FlowError:
        return None


def help_numbers(settings: Settings, text: str) -> tuple[Signpost, ...]:
    """Return the help numbers of a text, or those that count now where it is empty. Those with faults are left out."""
    if not text:
        own = settings.written / _SIGNPOSTS
        text = (own if own.is_file() else HOME / _SIGNPOSTS).read_text("utf-8")
    return read_signposts(_SIGNPOSTS, text)[0]


def check_flow(words: Callable[[], Words], name: str, text: str) -> CheckedFile:
    """Return what the checker says of a file of questions. `words` are those that all flows share."""
    try:
        found = check(name, text, words())
    except FlowError as error:
        return CheckedFile(error.faults)
    return CheckedFile(found.faults, found.flow)


def judge_files(settings: Settings, files: Mapping[str, str]) -> tuple[Fault, ...]:
    """Return the faults with which sayso would not start, had it these files in the place of those that are there.

    `files` are by their places, an empty one is not there; all words, questions and translations are read together, for one may break another.
    """
    with TemporaryDirectory(prefix="sayso-written-") as made:
        folder = Path(made)
        kept = settings.written
        there = {str(path.relative_to(kept)): path.read_text("utf-8") for path in kept.rglob("*.toml")}
        for place, text in ((place, text) for place, text in {**there, **files}.items() if text):
            (folder / place).parent.mkdir(parents=True, exist_ok=True)
            (folder / place).write_text(text, "utf-8")
        try:
            flows = load_flows(settings.flows, load_words(written=folder), folder)
        except FlowError as error:
            return tuple(replace(fault, file=Path(fault.file).name) for fault in error.faults)
    return _first_missing(settings, flows)


def _first_missing(settings: Settings, flows: Iterable[Flow]) -> tuple[Fault, ...]:
    first = settings.default_flow
    if first in {flow.name for flow in flows}:
        return ()
    message = f'People begin with "{first}", and there would be no such questions any more.'
    return (Fault(f"{first}.toml", 1, "first-missing", message, "Choose other questions for them first."),)


def take_form(name: str, content: bytes) -> TakenForm:
    """Return a form of another program (XLSForm, SurveyJS) as a file of questions. Raises SaysoError for no form."""
    if len(content) > _FORM_MOST:
        raise SaysoError("This file is far larger than any form.")
    stem = Path(name).stem or "form"
    if Path(name).suffix.lower() == ".json":
        taken = from_surveyjs(content.decode("utf-8-sig", "replace"), stem)
    else:
        with optional("An XLSForm", "exports"):
            from sayso.exports.sheets import read_sheets_of  # noqa: PLC0415 - a part that may be left out
        taken = from_xlsform(read_sheets_of(content), stem)
    return TakenForm(taken.name, taken.text, taken.lost)
