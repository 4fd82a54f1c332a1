"""A self-assessment given back: both sides, what changed, what will be done; in short for a board."""

from datetime import date

from report.formats.markdown_json import to_markdown
from report.parts.self_assessment import (
    AssessedAction,
    AssessedStandard,
    AssessedStatement,
    assessment_document,
    board_page,
)

DAY = date(2027, 5, 1)
STATEMENTS = (
    AssessedStatement(
        *("Principles", "We treat people as equals.", "met", "8 of 12 said yes", "partly", "We asked.\n\nTwice."),
        link="https://example.org/p",
        action=AssessedAction("Ask again", "Chair", date(2027, 9, 1), is_done=False),
    ),
    AssessedStatement(
        "Principles", "We share power.", "not", "", "partly", action=AssessedAction("Talk", "", None, is_done=False)
    ),
    AssessedStatement(
        "Impact",
        "We tell people.",
        "",
        "too few to show",
        None,
        action=AssessedAction("Write", "Bea", None, is_done=True),
    ),
)


def told(**more):
    return AssessedStandard("Example Trust", "The five Ps", "In our own words.", STATEMENTS, **more)


def test_both_sides_stand_beside_each_other_with_what_changed_and_what_will_be_done():
    text = to_markdown(assessment_document(told(signed_on=DAY, signed_by="chair", before_on=date(2026, 5, 1))))

    assert "Signed off on 2027-05-01, by: chair." in text
    assert "| Principles | 1 | 0 | 1 | 0 |" in text
    assert "| All | 1 | 0 | 1 | 1 |" in text
    assert "## What changed since 2026-05-01" in text
    assert "- We treat people as equals. Better: partly before, met now." in text
    assert "- We share power. Worse: partly before, not met now." in text
    assert "- Statements with no like before: 1. They are not compared." in text
    assert "| We treat people as equals. | Met | 8 of 12 said yes |" in text
    assert "| We share power. | Not met | Not asked |" in text
    assert "We tell people. Not looked at yet. People: too few to show." in text
    assert [
        row in text
        for row in ("| Ask again | Chair | 2027-09-01 |", "| Talk |  | No day yet |", "| Write | Bea | Done |")
    ]
    assert "See: https" in text
    assert "In our own words." in text


def test_a_board_gets_it_in_short():
    text = to_markdown(board_page(told()))

    assert "Not signed off yet. It may still change." in text
    assert "What changed" not in text
    assert "See: " not in text


def test_where_nothing_can_be_compared_or_was_asked_it_says_so():
    plain = AssessedStandard("A", "B", "", (AssessedStatement("P", "S.", "met", "", "met"),), DAY, "chair", DAY)

    text = to_markdown(assessment_document(plain))

    assert "Nothing that can be compared." in text
    assert "ten replies" not in text
    assert "What will be done" not in text
