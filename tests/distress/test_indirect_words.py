"""Distress told indirectly, in dialect or in little English is heard; what was long ago and is told calmly is let be."""

import pytest

from feedback.distress import notices
from feedback.distress.fold import sentences
from feedback.distress.model.concepts import concepts_of_rows, concepts_of_word
from feedback.distress.sayings.calm import is_told_calmly

INDIRECT = [
    ("self-harm", "I don't intend to be about at easter"),
    ("self-harm", "they would all manage fine if I was gone"),
    ("self-harm", "I'm not worth saving"),
    ("self-harm", "I have my pills put by"),
    ("self-harm", "give my slot to somebody who wants to live"),
    ("self-harm", "want tae end ma life"),
    ("self-harm", "ah cannae go on nae mair"),
    ("self-harm", "I no want live"),
    ("in-need-now", "I'm taking a fit help"),
    ("in-need-now", "send someone now please"),
]
CALM = [
    "I was sectioned in 1994 after an overdose, I train nurses now and life is good",
    "my uncle hanged himself thirty years ago. I've made my peace with it",
    "I self harmed as a teenager. I am well now and share it in my talks",
]
NOT_CALM = [
    "I self harmed as a teenager and I am well now but last night I cut again",
    "my uncle hanged himself thirty years ago and I want to join him",
]
HARMLESS = [
    "I keep my tablets in the kitchen",
    "my son takes my card to the shop for me",
    "the carer caught my arm when I slipped",
    "I can't carry on as secretary",
    "fell off the kerb and broke my wrist",
    "could strangle the man who designed that door",
    "I don't know what day that was",
]


@pytest.mark.parametrize(("reason", "text"), INDIRECT)
def test_indirect_words_are_heard_by_what_they_mean(reason: str, text: str) -> None:
    assert reason in {notice.reason for notice in notices(text)}


@pytest.mark.parametrize("text", CALM)
def test_what_was_long_ago_and_is_told_calmly_is_no_cry(text: str) -> None:
    assert notices(text) == ()


@pytest.mark.parametrize("text", NOT_CALM)
def test_what_goes_on_is_heard_though_it_began_long_ago(text: str) -> None:
    assert not is_told_calmly(sentences(text))
    assert notices(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_everyday_care_tasks_and_manners_of_speaking_are_no_cry(text: str) -> None:
    assert notices(text) == ()


def concepts_of(words):
    """The names of the concepts that a sentence's folded words speak of."""
    return frozenset(concepts_of_rows(words)).union(*map(concepts_of_word, words))


def test_concepts_are_found_in_words_rows_of_words_and_beginnings() -> None:
    assert concepts_of(["my", "goodbye", "note"]) >= {"I", "farewell"}
    assert concepts_of(["all", "better", "off", "without", "me"]) >= {"burden", "not"}
    assert "means" in concepts_of(["i", "am", "stockpiling"])
    assert concepts_of([]) == frozenset()
