"""A file of questions that is read and written again means the same; what is changed is changed in one place."""

from pathlib import Path

import pytest

from config.load import FLOWS, load_words
from feedback.flows.canonical_json import compile_flow
from feedback.flows.flow_parser import parse
from review.questions.flow_document import document_text, id_like, new_document, read_document

WORDS = load_words()
FILES = (*sorted(FLOWS.glob("*.toml")), Path("tests/data/flows/exchange.toml"), Path("tests/web/every_type.toml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_that_was_read_and_written_again_is_the_same_flow(path):
    text = path.read_text("utf-8")

    written = document_text(read_document(text))

    assert compile_flow(parse("a.toml", written, WORDS)) == compile_flow(parse("a.toml", text, WORDS))
    assert document_text(read_document(written)) == written


@pytest.mark.parametrize(
    "words",
    ['a "quoted" word', "two\nlines", 'ends with a "\n"', 'three """ marks\nin it', "back\\slash\nn", "tab\t\nx", ""],
)
def test_every_text_comes_back_as_it_was(words):
    document = new_document("tea", words)

    assert read_document(document_text(document)).head["title"] == words


def test_new_questions_are_sound_as_they_are():
    text = document_text(new_document("tea", "Tea"))

    assert parse("tea.toml", text, WORDS).questions[0].id == "story"


def test_questions_are_added_moved_and_taken_out():
    document = new_document("tea", "Tea")
    for words in ("Red, or blue?", "Red, or blue?", "consent"):
        document = document.with_question(None, {"id": document.free_id(words), "ask": words, "type": "text"})

    assert document.ids == ("story", "red_or_blue", "red_or_blue_1", "consent_1")
    assert document.moved(3, 0).ids == ("consent_1", "story", "red_or_blue", "red_or_blue_1")
    assert document.moved(0, 99).ids == ("red_or_blue", "red_or_blue_1", "consent_1", "story")
    assert document.without_question(1).ids == ("story", "red_or_blue_1", "consent_1")
    assert document.with_question(0, {"id": "new"}).ids[0] == "new"


def test_an_id_is_made_of_the_first_words():
    assert id_like("Yes, it’s good - really", 3) == "Yes_its_good"


@pytest.mark.parametrize("text", ["nonsense", "question = 3", "question = [1]", "consent = 3"])
def test_what_is_no_file_of_questions_is_refused(text):
    with pytest.raises(ValueError, match=r"no file|Expected"):
        read_document(text)
