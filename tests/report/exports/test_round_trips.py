"""Texts that went through another program: one document a person, and words that the program wrote in its own way."""

import unicodedata

import pytest

from feedback.errors import SaysoError
from report.exports.documents import apart, by_person
from report.exports.folded_words import folded
from report.exports.qdpx_project import placed
from report.exports.qdpx_read import DEPTH_MOST, read_qdc
from report.exports.qdpx_types import QdpxSource, QdpxSpan
from report.exports.redaction import HiddenSpan

FIRST = QdpxSource("g1", "why-c1", "It was good.\n", (QdpxSpan("s1", "t", 3, 6),), (("flow", "tea"), ("person", "p1")))
SECOND = QdpxSource("g2", "comment-7", "🙂 And warm", (QdpxSpan("s2", "t", 2, 5),), (("person", "p1"),))
OTHER = QdpxSource("g3", "why-c2", "Nothing", (), (("person", "p2"),))
SAID = "They  said: “We’ll pay you” —\r\nand then…  nothing. Straße 🙂 é"


def named(sources):
    return [(one.name, one.words, [(span.start, span.stop) for span in one.spans]) for one in sources]


def test_texts_of_a_person_are_one_document_and_come_apart_again():
    documents = tuple(by_person((FIRST, OTHER, SECOND)))

    assert [one.name for one in documents] == ["person-p1", "person-p2"]
    first = documents[0]
    assert first.words == "[why-c1]\nIt was good.\n\n\n[comment-7]\n🙂 And warm"
    assert [first.words[one.start : one.stop] for one in first.spans] == ["was", "And"]
    assert first.values == (("person", "p1"),)
    parts = [part for one in documents for part in apart(one, {"why-c1", "why-c2", "comment-7"})]
    assert named(parts) == named((FIRST, SECOND, OTHER))


def test_a_coding_over_two_texts_is_one_for_each():
    (document,) = by_person((FIRST, SECOND))
    whole = QdpxSource("g", document.name, document.words, (QdpxSpan("s", "t", 0, len(document.words)),))

    assert named(apart(whole, {"why-c1", "comment-7"})) == [
        ("why-c1", FIRST.words, [(0, 13)]),
        ("comment-7", SECOND.words, [(0, 10)]),
    ]


def test_a_line_in_brackets_that_names_no_text_is_words():
    source = QdpxSource("g", "why-c1", "[laughs]\nYes", ())

    assert apart(source, {"why-c1"}) == (source,)


@pytest.mark.parametrize(
    "changed",
    [
        SAID.replace("\r\n", " "),
        SAID.replace("“", '"').replace("”", '"').replace("’", "'").replace("—", "-"),
        SAID.upper(),
        unicodedata.normalize("NFD", SAID),
        "\ufeff" + SAID.replace("  ", " ").replace("…", "..."),
    ],
)
def test_words_that_differ_in_their_dress_alone_take_their_codings_home(changed):
    part = "PAY YOU" if changed.isupper() else "pay you"
    start = changed.index(part)
    source = QdpxSource("g", "x", changed, (QdpxSpan("s", "t", start, start + len(part)),))

    (span,) = placed(source, SAID, None)

    assert SAID[span.start : span.stop] == "pay you"


def test_words_that_differ_in_a_word_are_other_words():
    assert placed(QdpxSource("g", "x", "We will pay"), "We will not pay", None) is None
    assert placed(QdpxSource("g", "x", " … ".replace("…", "")), "", (HiddenSpan(0, 0, "x"),)) is None


def test_a_coding_of_nothing_but_spaces_is_left_behind():
    source = QdpxSource("g", "x", "We  will", (QdpxSpan("s", "t", 2, 4),))

    assert placed(source, "We will", None) == ()


def test_folded_words_know_where_their_marks_stood():
    told = folded("A ß\u200b!")

    assert (told.text, told.places) == ("ass!", (0, 2, 2, 4))
    assert told.back(*told.forth(2, 3)) == (2, 3)


def test_a_file_with_more_parts_in_parts_than_any_project_is_not_read():
    deep = DEPTH_MOST + 1

    with pytest.raises(SaysoError, match="more parts, or parts in parts"):
        read_qdc(b"<CodeBook>" + b"<Codes>" * deep + b"</Codes>" * deep + b"</CodeBook>")
