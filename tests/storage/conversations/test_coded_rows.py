"""What a report reads: the same choices, numbers and consents as are read with the words, and no words."""

from dataclasses import replace
from datetime import UTC, datetime

from feedback.conversation.events import Answered, Commented, Consented, Erased, Moved
from feedback.flows.answer import Answer, Piece
from storage.conversations.coded_rows import coded_responses
from storage.conversations.response_rows import ResponseFilter, responses

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
VALUES = ("o1", ("o1", "o2"), (), 4, 2.5, "2026-03", "Größe ’\x1e\x1f😀", None)


def coded(talk, flow=None):
    return sorted(talk.db.read_now(lambda tx: tuple(coded_responses(tx, flow=flow))), key=lambda one: one.conversation)


def test_a_report_reads_what_the_export_reads_without_the_words(talk, later):
    for number, value in enumerate(VALUES):
        held = talk.begin(f"person {number}", at=later(number))
        given = Answer("answered", NOW, value, (Piece("m1", "MARKER"),))
        events = (
            Consented("take_part", granted=True, wording="Is it OK?"),
            Consented("quote_words", granted=False, wording="May we?"),
            Answered("q1", given),
            Answered("q2", Answer("skipped", NOW)),
            Answered("q1", replace(given, revision=2)),
            Commented(Piece("m2", "MARKER")),
            Moved("asking"),
        )
        talk.save(held, *events)
    silent = talk.begin("silent")
    talk.save(talk.begin("gone"), Erased("asked"), stage="deleted")

    quick, whole = (
        coded(talk),
        talk.db.read_now(lambda tx: tuple(responses(tx, talk.vault, ResponseFilter(words=True)))),
    )

    slow = sorted(whole, key=lambda one: one.conversation)
    assert len(quick) == len(VALUES) + 1
    for mine, theirs in zip(quick, slow, strict=True):
        assert answers_of(mine) == answers_of(theirs)
        assert len(mine.comments) == len(theirs.comments)
        assert replace(mine, answers={}, comments=()) == replace(theirs, answers={}, comments=())
    assert "MARKER" not in repr(quick)
    assert [one.answers for one in quick if one.conversation == silent.conversation.id] == [{}]
    assert coded(talk, "other") == []
    assert len(coded(talk, "ward")) == len(quick)


def test_the_last_word_about_a_consent_counts(talk):
    held = talk.begin()
    yes = Consented("quote_words", granted=True, wording="May we?")
    no = replace(yes, granted=False)
    talk.save(talk.save(talk.save(held, yes), no), yes, no)

    assert coded(talk)[0].consents == {"quote_words": False}


def answers_of(response):
    return {name: (one.state, one.value, type(one.value)) for name, one in response.answers.items()}
