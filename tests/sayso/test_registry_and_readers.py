"""Which version of a flow a conversation goes by, and how stored messages are read."""

from dataclasses import replace

import pytest

from config.load import load_words
from feedback.errors import UnreadableMessage
from feedback.flows.flow_parser import parse
from sayso.channels.telegram import read_telegram
from sayso.channels.web import read_web, web_raw
from sayso.core.clock import now
from sayso.core.flow_registry import FlowRegistry
from storage.db.errors import StorageError
from web.answer_form import Form, to_raw

WORDS = load_words()


@pytest.fixture
def tea(empty_house):
    text = (empty_house.folder / "flows" / "tea.toml").read_text()
    return parse("tea.toml", text, WORDS)


def test_a_conversation_keeps_the_version_that_it_was_begun_with_though_its_file_has_changed_or_gone(db, tea):
    db.write_now(lambda tx: FlowRegistry([tea], WORDS, "tea").keep(tx, now()))
    changed = FlowRegistry([replace(tea, version=2, version_id="other", questions=tea.questions[:1])], WORDS, "tea")
    gone = FlowRegistry([replace(tea, name="coffee", version_id="another")], WORDS, "coffee")

    for registry in (changed, gone):
        pinned = db.read_now(lambda tx, registry=registry: registry.pinned(tx, tea.version_id))
        assert (pinned.version, pinned.questions) == (1, tea.questions)
    assert len(changed.named("tea").questions) == 1
    assert gone.named("tea") is None


def test_a_version_that_is_stored_nowhere_is_one_clear_fault(db, tea):
    registry = FlowRegistry([tea], WORDS, "tea")

    with pytest.raises(StorageError, match="a flow version that is not stored"):
        db.read_now(lambda tx: registry.pinned(tx, "unheard of"))


def test_the_flow_for_everybody_comes_first_in_the_list(tea):
    coffee = replace(tea, name="coffee", title="Coffee", version_id="c")

    assert FlowRegistry([coffee, tea], WORDS, "tea").titles() == (("tea", "Tea"), ("coffee", "Coffee"))


def test_a_stored_form_comes_back_with_the_session_it_came_from():
    heard = read_web(web_raw("session", to_raw(Form(text="It is white"))), now())

    assert (heard.address, heard.inbound.text, heard.leave) == ("session", "It is white", "")


@pytest.mark.parametrize("raw", ["", "[]", "7", '["session"]', '["session", "no form"]', "\x00"])
def test_a_stored_form_that_is_none_is_unreadable_and_its_words_stay_out_of_the_fault(raw):
    with pytest.raises(UnreadableMessage) as raised:
        read_web(raw, now())

    assert "no form" not in str(raised.value)


def test_a_group_is_left_and_not_listened_to():
    update = '{"update_id": 1, "message": {"message_id": 1, "chat": {"id": -5, "type": "group"}, "text": "Hello"}}'

    heard = read_telegram(update, now())

    assert (heard.leave, heard.inbound) == ("-5", None)
