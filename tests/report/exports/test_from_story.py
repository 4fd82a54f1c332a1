"""An answer that was read in a story keeps its mark in the wide table, whoever's eyes the export is for."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from feedback.conversation.response import Comment, Response
from feedback.flows.answer import STORY, Answer, Piece
from feedback.flows.model import Flow
from report.exports.codebook import codebook, codebook_rows
from report.exports.long import jsonl, rows
from report.exports.readme import dictionary_rows
from report.exports.redaction import ClearedTexts, withheld
from report.exports.wide import wide_rows

AT = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
WORDS = "They treated me like an equal."


@pytest.fixture
def flow(make_flow, pick) -> Flow:
    return replace(make_flow(pick("q", "ab"), pick("r", "ab")), story=True)


@pytest.fixture
def response(flow, respond) -> Response:
    given = respond(flow, {"q": "a", "r": "b"}, comments=(Comment(7, WORDS, AT),))
    from_story = Answer("answered", AT, "a", (Piece(f"{STORY}12", ""),))
    return replace(given, answers={**given.answers, "q": from_story})


def columns(flow: Flow, response: Response) -> dict[str, object]:
    book = codebook([flow])
    (row,) = wide_rows(book, [response], {"v1": flow})
    return dict(zip([one.name for one in book.variables], row, strict=True))


def test_the_wide_table_names_the_questions_that_a_story_answered(flow, response):
    told = columns(flow, response)

    assert (told["from_story"], told["q"], told["q.text"]) == ("q", "a", "")
    assert told["comments.text"] == WORDS


def test_the_mark_stays_where_words_are_withheld(flow, response):
    (shut,) = withheld([response], ClearedTexts())
    told = columns(flow, shut)

    assert (told["from_story"], told["q"], told["comments.text"]) == ("q", "a", "")


def test_of_a_withdrawn_conversation_no_mark_is_left(flow, response):
    gone = replace(response, stage="stopped", consents={"take_part": False})

    assert columns(flow, gone)["from_story"] == ""


def test_the_codebook_has_the_column_only_where_stories_are_told(flow):
    assert "from_story" in {row[1] for row in codebook_rows([codebook([flow])])}
    assert "from_story" not in {row[1] for row in codebook_rows([codebook([replace(flow, story=False)])])}
    assert "from_story" in {row[1] for row in dictionary_rows()}


def test_the_long_table_has_the_columns_of_the_contract_and_the_story_whole(flow, response):
    told = list(jsonl(rows([response], {"v1": flow})))

    assert sum(WORDS in line for line in told) == 1
    assert all("story:" not in line for line in told)
