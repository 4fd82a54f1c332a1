"""Words that people read: each text in the words of the house, with a preview and a judgement of how hard it reads."""

from collections.abc import Mapping

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from feedback.exchange.flow_file import quoted
from feedback.flows.toml_source import read_source
from review.http.press import Snapshot
from review.http.request import StaffRequest
from review.http.roles import ADMINS, StaffPage
from review.setup.kept import file_of, publish
from review.text.reading_ease import BLANK, reading_of
from storage.settings import files

PATH = "words/en/words.toml"
_HERE = "/settings/words"
_FIRST = ("privacy", "mail_privacy", "help_first", "help_last", "home_title", "home_intro", "home_about")
"""Texts that a house changes most, shown first."""
_HEAD = "# Written in the browser, under Set-up, Words. What is not here is as it is shipped.\n"
_LONGEST = 4000
"""Characters: as one message of Telegram holds (4,096)."""


async def show(visit: StaffRequest) -> Response:
    """Show every text, those of the house marked; `find` looks for words in them."""
    shipped, own = _shipped(visit), _own(await file_of(visit, PATH))
    wanted = visit.query.one("find").casefold()
    keys = [*_FIRST, *sorted(set(shipped) - set(_FIRST))]
    texts = {key: own.get(key, shipped[key]) for key in keys if key in shipped}
    found = {key: text for key, text in texts.items() if wanted in f"{key} {text}".casefold()}
    return visit.page("set-words", texts=found, own=own, first=_FIRST, find=visit.query.one("find"))


async def show_one(visit: StaffRequest) -> Response:
    """Show one text to be put in other words. Raises: HTTPException (404), for no such text."""
    key, own = _key(visit), _own(await file_of(visit, PATH))
    return _page(visit, own, own.get(key, _shipped(visit)[key]))


async def save_one(visit: StaffRequest) -> Response:
    """Preview a text, or publish it. One that reads hard is published only where somebody says so."""
    key, own = _key(visit), _own(await file_of(visit, PATH))
    shipped, text = _shipped(visit)[key], visit.form.text("text").strip()[: _LONGEST + 1]
    if visit.form.one("do") == "shipped" or text == shipped:
        others = {name: words for name, words in own.items() if name != key}
        return await publish(visit, PATH, _file(others), "took up a shipped text again", _HERE)
    new = {**own, key: text}
    faults = _faults(visit, new, text)
    is_easy = not reading_of(text).remarks or visit.form.one("anyway") == "yes"
    if faults or visit.form.one("do") != "publish" or not is_easy:
        return _page(visit, own, text, faults, is_previewed=True)
    return await publish(visit, PATH, _file(new), f"changed the text {key}", _HERE)


def _faults(visit: StaffRequest, new: Mapping[str, str], text: str) -> tuple[str, ...]:
    if not text or len(text) > _LONGEST:
        return (f"Write something, of {_LONGEST} letters at most.",)
    return tuple(f"{one.message} {one.suggestion}" for one in visit.desk.house.judge_files({PATH: _file(new)}))


def _page(
    visit: StaffRequest,
    own: Mapping[str, str],
    text: str,
    problems: tuple[str, ...] = (),
    *,
    is_previewed: bool = False,
) -> Response:
    key, shipped = _key(visit), _shipped(visit)
    return visit.page(
        "set-text",
        400 if problems else 200,
        key=key,
        text=text,
        shipped=shipped[key],
        is_own=key in own,
        blanks=tuple(dict.fromkeys(BLANK.findall(shipped[key]))),
        reading=reading_of(text),
        is_previewed=is_previewed,
        problems=problems,
        seen=_of(own.get(key, shipped[key])).stamp(visit.vault),
    )


def text_watched(tx: Connection, *, visit: StaffRequest) -> Snapshot:
    """Look at the text that a form changes."""
    found, key = files.one(tx, path=PATH, state="published"), _key(visit)
    return _of(_own(found.text if found else "").get(key, _shipped(visit)[key]))


def _of(text: str) -> Snapshot:
    return Snapshot((("The text now", text),), "words")


def _key(visit: StaffRequest) -> str:
    key = visit.path("name")
    if key not in _shipped(visit):
        raise HTTPException(404)
    return key


def _shipped(visit: StaffRequest) -> Mapping[str, str]:
    words = visit.desk.house.shipped()
    return words.texts if words else {}


def _own(text: str) -> dict[str, str]:
    """Return the texts of the house."""
    texts = read_source(PATH, text).raw.get("texts", {}) if text else {}
    return {key: str(value) for key, value in texts.items()}


def _file(texts: Mapping[str, str]) -> str:
    lines = [f"{key} = {quoted(text)}" for key, text in sorted(texts.items())]
    return "\n".join([f"{_HEAD}\n[texts]", *lines, ""]) if texts else ""


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", _HERE, show, ADMINS),
    StaffPage("GET", f"{_HERE}/{{name}}", show_one, ADMINS),
    StaffPage("POST", f"{_HERE}/{{name}}", save_one, ADMINS, watch=text_watched),
)
