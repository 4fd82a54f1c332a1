"""Words that may mean danger, and where help is."""

import tomllib
import unicodedata
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from config.load import HOME, load_words
from feedback.flows.words import TAGS, Words
from feedback.listening.safeguarding import (
    Noticed,
    calm_words,
    help_message,
    listed,
    plain,
    shown_signposts,
    signs_of_distress,
)
from tests.growth import grows_in_line

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


@pytest.mark.slow
def test_noticing_takes_time_in_line_with_what_was_written(words: Words) -> None:
    said = "The room was small and I was there with my friend. They did not say what would change. "
    assert grows_in_line(lambda: listed(words.phrases, said * 500), lambda: listed(words.phrases, said * 4000), times=8)


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


HEARD_IN = {
    "ar": "أريد أن أموت",
    "bg": "искам да умра",
    "bn": "আমি মরতে চাই",
    "ckb": "دەمەوێت بمرم",
    "cy": "dwi eisiau marw",
    "de": "ich will sterben",
    "el": "θέλω να πεθάνω",
    "es": "quiero morir",
    "fa": "می‌خواهم بمیرم",
    "fr": "je veux mourir",
    "gu": "મારે મરી જવું છે",
    "hi": "मैं मरना चाहता हूं",
    "hu": "meg akarok halni",
    "it": "voglio morire",
    "kmr": "ez dixwazim bimirim",
    "lt": "noriu mirti",
    "pa": "ਮੈਂ ਮਰਨਾ ਚਾਹੁੰਦਾ ਹਾਂ",
    "pl": "chcę umrzeć",
    "pt": "quero morrer",
    "ro": "vreau sa ma omor",
    "ru": "я хочу умереть",
    "so": "waxaan rabaa inaan dhinto",
    "sq": "dua të vdes",
    "ta": "எனக்கு சாகணும்",
    "tr": "ölmek istiyorum",
    "uk": "я хочу померти",
    "ur": "میں مرنا چاہتا ہوں",
    "vi": "tôi muốn chết",
    "zh": "我不想活了",
}


@pytest.mark.parametrize(("language", "cry"), HEARD_IN.items(), ids=HEARD_IN)
def test_a_cry_in_another_language_is_answered_in_it_with_the_numbers_and_in_english_below(
    words: Words, language: str, cry: str
) -> None:
    (noticed, *_) = signs_of_distress(words, cry)
    own, *english = calm_words(words, noticed).split("\n\n")
    assert noticed.language == language
    assert own.split("\n")[0] == words.distress[language].heard
    assert "999" in own
    assert "116\u00a0123" in own
    assert "\n\n".join(english) == calm_words(words, Noticed(noticed.tag, "", noticed.kind))


@pytest.mark.parametrize("language", sorted(HEARD_IN))
def test_every_line_in_another_language_begins_in_its_own_direction(words: Words, language: str) -> None:
    own = words.distress[language]
    for line in (own.heard, own.danger, own.talk):
        strong = next(unicodedata.bidirectional(letter) for letter in line if letter.isalpha())
        assert (strong == "AL") is (language in ("ar", "ckb", "fa", "ur"))


def test_every_language_that_is_heard_has_words_that_nobody_has_checked_yet(words: Words) -> None:
    assert set(words.distress) == set(HEARD_IN)
    assert all(not own.checked_by for own in words.distress.values())


def test_what_a_child_says_or_is_said_of_one_comes_with_a_number_for_children(words: Words) -> None:
    shown = calm_words(words, Noticed("child_at_risk", "", "child"))
    assert "Emergency: 999." in shown
    assert "Childline: 0800 1111." in shown
    assert "Samaritans" not in shown


def test_a_word_that_many_languages_share_is_answered_in_english_alone(words: Words) -> None:
    (noticed,) = signs_of_distress(words, "feeling suicidal")
    assert noticed.language == "en"


def test_a_host_with_fewer_numbers_to_call_answers_in_english_alone(words: Words) -> None:
    few = replace(words, signposts=words.signposts[:1])
    shown = calm_words(few, Noticed("self_harm_or_suicide", "", "about-me-now", "pl"))
    assert shown.startswith(words.say("distress_me"))
