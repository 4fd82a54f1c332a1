"""Words that may mean danger, and where help is."""

import time
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from config.load import HOME, load_words
from feedback.flows.words import TAGS, Words
from feedback.listening.safeguarding import (
    help_message,
    listed,
    plain,
    shown_signposts,
    signs_of_distress,
)

SENTENCES = Path(__file__).parents[2] / "data/safeguarding"
MUST_CATCH = tomllib.loads((SENTENCES / "must_catch.toml").read_text("utf-8"))["sentence"]
NEAR_MISSES = tomllib.loads((SENTENCES / "near_miss.toml").read_text("utf-8"))["sentences"]
LIST = tomllib.loads((HOME / "words/en/safeguarding.toml").read_text("utf-8"))["phrase"]
NATIONS = ("england", "wales", "scotland", "northern ireland")


@pytest.fixture(scope="module")
def words() -> Words:
    return load_words("en")


@pytest.mark.parametrize("sentence", MUST_CATCH, ids=lambda sentence: sentence["text"][:30])
def test_what_must_be_caught_is_caught_with_its_tag(words: Words, sentence: dict[str, str]) -> None:
    assert sentence["tag"] in [found.tag for found in signs_of_distress(words, sentence["text"])]


@pytest.mark.parametrize("sentence", NEAR_MISSES)
def test_everyday_feedback_stays_unnoticed(words: Words, sentence: str) -> None:
    assert signs_of_distress(words, sentence) == ()


def test_each_entry_of_the_list_finds_its_own_example(words: Words) -> None:
    for entry, phrase in zip(LIST, words.phrases, strict=True):
        found = listed((phrase,), entry["example"])
        assert [item.tag for item in found] == [entry["tag"]], entry


def test_the_list_and_its_sentences_cover_every_tag_and_every_kind_of_talk() -> None:
    assert {entry["tag"] for entry in LIST} == set(TAGS) - {"in_need_now"}
    assert {sentence["tag"] for sentence in MUST_CATCH} == set(TAGS) - {"in_need_now"}
    assert Counter(sentence["kind"] for sentence in MUST_CATCH).keys() == {
        "now",
        "past",
        "other",
        "denied",
        "slip",
        "wide",
    }
    assert len(LIST) >= 60


def test_matched_words_are_named_once_for_each_tag_in_the_order_of_the_text(words: Words) -> None:
    text = "A nurse pushed me, then I felt suicidal. I am still suicidal."
    found = [(item.tag, item.matched) for item in listed(words.phrases, text)]
    assert found == [("allegation_about_staff", "nurse pushed me"), ("self_harm_or_suicide", "suicidal")]


def test_accents_marks_and_capitals_make_no_difference() -> None:
    assert plain("  I DON’T\nwant—to_líve!! ") == "i dont want to live"
    assert plain("") == ""


def test_noticing_is_quick(words: Words) -> None:
    text = ("The room was small and I was there with my friend. They did not say what would change. " * 8)[:500]
    began = time.process_time()
    for _ in range(100):
        listed(words.phrases, text)
    assert (time.process_time() - began) / 100 < 0.001


@pytest.mark.parametrize("nation", ["", *NATIONS])
def test_help_names_the_emergency_first_then_what_is_always_open(words: Words, nation: str) -> None:
    lines = help_message(words, nation).split("\n")
    assert lines[0] == words.texts["help_first"]
    assert lines[1].startswith("Emergency: 999.")
    assert all("Day and night." in line for line in lines[1:4])
    assert all(len(line) <= 120 for line in lines)
    assert len(lines) <= 10


def test_help_is_for_the_persons_own_nation(words: Words) -> None:
    scottish = help_message(words, "scotland")
    assert "NHS 24: 111" in scottish
    assert "Lifeline" not in scottish
    assert "Lifeline: 0808 808 8000" in help_message(words, "northern ireland")
    assert "Lifeline (Northern Ireland)" in help_message(words)


def test_every_nation_has_help_that_is_always_open_and_none_is_signed_by_nobody(words: Words) -> None:
    for nation in NATIONS:
        assert sum(post.always_open for post in shown_signposts(words.signposts, nation)) >= 3
    assert all(post.checked_on is None and not post.checked_by for post in words.signposts)


def test_no_number_of_a_helpline_stands_in_a_text_but_the_emergency(words: Words) -> None:
    told = " ".join(words.texts.values())
    assert {post.contact for post in words.signposts if post.contact in told} <= {"999"}
