"""The words of the pages are as plain as those of the conversation."""

import re

import pytest

from feedback.flows.words import Words
from web.page_texts import TEXTS, label, say
from web.templates import with_code, with_numbers


@pytest.mark.parametrize("name", TEXTS)
def test_each_text_is_short_and_kind(name: str):
    sentences = re.split(r"(?<=[.?])\s+", TEXTS[name])

    assert all(len(sentence.split()) <= 15 for sentence in sentences)
    assert "!" not in TEXTS[name]


def test_a_language_replaces_a_text_and_a_label():
    words = Words(language="cy", texts={"web.next": "Nesaf"}, labels={"skip": "Hepgor"})

    assert (say(words, "next"), say(words, "send")) == ("Nesaf", "Send")
    assert (label(words, "skip"), label(words, "back")) == ("Hepgor", "Back")


def test_a_text_that_all_channels_share_is_said_on_a_page_too():
    assert say(Words(texts={"time_hint": "Write a time."}), "time_hint") == "Write a time."
    with pytest.raises(KeyError):
        say(Words(), "time_hint")


@pytest.mark.parametrize(
    ("line", "links"),
    [
        ("Emergency: 999, or 112", ["tel:999", "tel:112"]),
        ("Samaritans: 116 123, day and night", ["tel:116123"]),
        ("Lifeline: 0808 808 8000", ["tel:08088088000"]),
        ("Shout: text SHOUT to 85258", ["sms:85258"]),
        ("Open 24 hours a day, 7 days a week, since 2019", []),
        ("NHS 111 (England): 111, then option 2", ["tel:111"]),
        ("<b>0800 1111</b>", ["tel:08001111"]),
    ],
)
def test_numbers_to_ring_or_text_are_links(line: str, links: list[str]):
    shown = str(with_numbers(line))

    assert re.findall(r'href="([^"]+)"', shown) == links
    assert "<b>" not in shown


def test_a_return_code_stands_out_and_is_never_broken_in_two():
    shown = str(with_code("Your return code is AB12-CD34-EF56. Not a code: 2026-05-04, <i>A</i>."))

    assert 'is <b class="whole">AB12-CD34-EF56</b>. Not a code: 2026-05-04, &lt;i&gt;' in shown
