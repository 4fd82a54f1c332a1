"""The answer form: what a browser sends, how it is stored, and how it is read as an Inbound. Pure."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from urllib.parse import parse_qs

from feedback.channels import WEB
from feedback.conversation.messages import Inbound, InboundKind
from feedback.errors import UnreadableMessage
from feedback.flows.words import COMMANDS, Command

_MOST_FIELDS = 500
"""The longest page of ours is a question with all its choices. Python's own parser would take any number."""


@dataclass(frozen=True)
class Form:
    """One form as it was sent: what it was about, the one-time id of the form, and what was picked, typed or pressed.

    `payload` goes with the command `start`: an invitation token.
    """

    about: str = ""
    form_id: str = ""
    choices: tuple[str, ...] = ()
    text: str = ""
    command: str = ""
    payload: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether the person neither picked, nor wrote, nor pressed a command."""
        return not (self.choices or self.text.strip() or self.command)


def read_form(body: bytes) -> Form:
    """Return a posted body (application/x-www-form-urlencoded, UTF-8) as a form.

    Bytes that are not UTF-8 become replacement marks, so that the rest of the words is kept. Line ends are one newline.
    Raises: UnreadableMessage, for more fields than any page of ours has.
    """
    try:
        fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError as fault:
        raise UnreadableMessage("A form had too many fields.") from fault

    def one(name: str) -> str:
        return fields.get(name, [""])[0]

    return Form(
        about=one("about"),
        form_id=one("form"),
        choices=tuple(dict.fromkeys(filter(None, fields.get("choice", ())))),
        text=one("text").replace("\r\n", "\n").replace("\x00", ""),
        command=one("command") if one("command") in COMMANDS else "",
    )


def to_raw(form: Form) -> str:
    """Return a form as it is stored: one line of JSON."""
    return json.dumps(asdict(form), ensure_ascii=False, separators=(",", ":"))


def to_inbound(raw: str, at: datetime) -> Inbound:
    """Read a stored form; `at` is when it was received.

    A form is a whole answer. One sent with nothing in it (a page that only tells something) means next. Words typed
    beside a command button are kept in `text`. Raises: UnreadableMessage, when it is not a form of ours.
    """
    form = _load(raw)
    command: Command | None = "next" if form.is_empty else _command(form.command)
    kind: InboundKind = "command" if command else "choices" if form.choices else "text"
    return Inbound(
        channel=WEB.name,
        kind=kind,
        at=at,
        text=form.text,
        command=command,
        payload=form.payload,
        choices=form.choices,
        message=form.form_id,
        seen=form.about or None,
        whole=True,
    )


def _command(name: str) -> Command | None:
    return next((command for command in COMMANDS if command == name), None)


def _load(raw: str) -> Form:
    try:
        fields: dict[str, Any] = json.loads(raw)
        form = Form(**{**fields, "choices": tuple(fields["choices"])})
    except (ValueError, TypeError, KeyError) as fault:
        raise UnreadableMessage("A stored form is not what the web page sends.") from fault
    texts = (form.about, form.form_id, form.text, form.command, form.payload, *form.choices)
    if not all(isinstance(text, str) for text in texts):
        raise UnreadableMessage("A stored form has a field that is no text.")
    return form
