"""Forms as they stand on a page, with what a browser would send of them if nobody touched anything."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import count

from tests.review.walk import pattern_of

TYPED = ("text", "search", "email", "tel", "number")


@dataclass
class PageForm:
    """One form: where it goes, what it sends untouched, the fields that words are typed into, and its buttons."""

    address: str
    pattern: str
    fields: dict[str, list[str]] = field(default_factory=dict)
    typed: list[str] = field(default_factory=list)
    boxes: dict[str, list[str]] = field(default_factory=dict)
    options: dict[str, list[str]] = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)

    def filled(self, words: str, **given: str) -> dict[str, list[str]]:
        """What is sent with words in each field that takes some, every box ticked, and the first button pressed."""
        sent = {**self.fields, **{name: [words] for name in self.typed}}
        sent |= {name: values[-1:] for name, values in self.options.items() if sent[name] != values[-1:]}
        sent |= self.boxes
        sent |= {name: [value] for name, value in self.buttons[:1] if name}
        return sent | {name: [value] for name, value in given.items() if name in sent}


class FormReader(HTMLParser):
    """Reads every form of a page that is sent by POST."""

    def __init__(self, address: str, text: str) -> None:
        super().__init__()
        self.forms: list[PageForm] = []
        self._address = address
        self._open: PageForm | None = None
        self._select = ""
        self._open_option: dict[str, str] = {"value": ""}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            address = given.get("action") or self._address
            self._open = PageForm(address, pattern_of(address)) if given.get("method") == "post" else None
            self.forms += [self._open] if self._open else []
        elif self._open is not None:
            self._take(self._open, tag, given)

    def _take(self, form: PageForm, tag: str, given: dict[str, str]) -> None:
        name, value = given.get("name", ""), given.get("value", "")
        if tag == "input" and name:
            self._input(form, given.get("type", "text"), name, value)
        elif tag == "textarea" and name:
            form.typed.append(name)
            form.fields[name] = [""]
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select:
            self._open_option = given
            if "value" in given:
                self._option(form, value)
        elif tag == "button":
            form.buttons.append((name, value))

    def _input(self, form: PageForm, kind: str, name: str, value: str) -> None:
        if kind == "hidden":
            form.fields.setdefault(name, []).append(value)
        elif kind in ("checkbox", "radio"):
            form.boxes[name] = [*form.boxes.get(name, []), value] if kind == "checkbox" else [value]
        elif kind != "file":
            form.fields[name] = [value]
            if kind in TYPED and not value:
                form.typed.append(name)

    def _option(self, form: PageForm, value: str) -> None:
        form.options.setdefault(self._select, []).append(value)
        if self._select not in form.fields or "selected" in self._open_option:
            form.fields[self._select] = [value]
        self._open_option = {"value": value}

    def handle_data(self, data: str) -> None:
        if self._open is not None and self._select and "value" not in self._open_option:
            self._option(self._open, data.strip())

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._select = ""
        elif tag == "form":
            self._open = None


NUMBERS = count(1)


def words() -> str:
    """Words that nobody else has typed."""
    return f"Words number {next(NUMBERS)}"


def an_offer(said: str) -> dict[str, str]:
    """An offer of payment to somebody by name, not paid yet."""
    nothing = dict.fromkeys(("code", "paid", "expenses", "settled_on"), "")
    return {
        "name": said,
        "what_for": said,
        "offered": "12.50",
        "offered_on": "2026-05-01",
        "state": "offered",
        **nothing,
    }
