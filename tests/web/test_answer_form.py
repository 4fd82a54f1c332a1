"""A posted body becomes a stored form, and a stored form becomes an Inbound; nothing that was written is lost."""

from datetime import UTC, datetime
from urllib.parse import urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedback.errors import UnreadableMessage
from web.answer_form import Form, read_form, to_inbound, to_raw

NOW = datetime(2026, 5, 4, 10, tzinfo=UTC)


@settings(max_examples=50)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\x00")), st.lists(st.text("abc1é")))
@pytest.mark.slow
def test_every_word_of_a_form_reaches_the_conversation(text: str, picked: list[str]):
    body = urlencode({"about": "b3", "form": "f1", "text": text, "choice": picked}, doseq=True).encode()

    inbound = to_inbound(to_raw(read_form(body)), NOW)

    assert inbound.text == text
    assert inbound.choices == tuple(dict.fromkeys(choice for choice in picked if choice))
    assert (inbound.channel, inbound.seen, inbound.message, inbound.whole) == ("web", "b3", "f1", True)


@given(st.binary(max_size=200))
def test_any_bytes_can_be_read_stored_and_read_again(body: bytes):
    to_inbound(to_raw(read_form(body)), NOW)


@pytest.mark.parametrize(
    ("form", "kind", "command"),
    [
        (Form(about="b1", choices=("yes",)), "choices", None),
        (Form(about="b1", choices=("other",), text="my words"), "choices", None),
        (Form(about="c11", text="More time"), "text", None),
        (Form(about="c11", text="Half", command="pause"), "command", "pause"),
        (Form(about="b1", command="skip"), "command", "skip"),
        (Form(about="b1"), "command", "next"),
        (Form(about="b1", command="rm"), "text", None),
        (Form(command="start", payload="token"), "command", "start"),
    ],
)
def test_what_was_pressed_decides_the_kind(form: Form, kind: str, command: str | None):
    inbound = to_inbound(to_raw(form), NOW)

    assert (inbound.kind, inbound.command) == (kind, command)
    assert (inbound.text, inbound.choices, inbound.payload) == (form.text, form.choices, form.payload)


@pytest.mark.parametrize("raw", ["", "[]", "{}", '{"choices": 1}', '{"choices": [], "x": ""}', '{"choices": [1]}'])
def test_what_is_no_form_of_ours_is_unreadable(raw: str):
    with pytest.raises(UnreadableMessage):
        to_inbound(raw, NOW)


def test_a_flood_of_fields_is_unreadable():
    with pytest.raises(UnreadableMessage):
        read_form(b"a=1&" * 501)
