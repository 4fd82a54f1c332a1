"""The words of a report as a file: what is written is read again, and what is wrong is told with its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.errors import FlowError
from report.narrative.file import from_file, to_file
from report.narrative.model import LONGEST_LINE, LONGEST_TEXT, MOST_PARAGRAPHS, Narrative, ToldParagraph, too_long

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=60).map(str.strip)
LINE = WORDS.filter(lambda words: "\n" not in words)
NARRATIVES = st.builds(
    Narrative,
    *(LINE, LINE, LINE, LINE, WORDS, WORDS, st.none() | st.integers(1, 999)),
    st.lists(st.builds(ToldParagraph, WORDS, st.lists(LINE, unique=True, max_size=3).map(tuple)), max_size=3).map(
        tuple
    ),
    *(WORDS, WORDS),
)


@given(NARRATIVES)
def test_whatever_is_written_into_the_file_is_read_again(narrative):
    assert from_file("report.toml", to_file(narrative)) == narrative


def test_a_file_is_readable_in_an_editor():
    told = ToldParagraph("They rang back.\n\n- soon\n- kindly", ("Calls",))

    text = to_file(Narrative(title="4Pi", organisations_asked=56, told=(told,)))

    assert 'title = "4Pi"\n' in text
    assert "organisations_asked = 56\n" in text
    assert text.endswith('[[told]]\nthemes = ["Calls"]\nwords = """\nThey rang back.\n\n- soon\n- kindly"""\n')


def test_a_file_is_refused_with_every_fault_on_its_line():
    text = """title = 4
organisations_asked = "many"
introduktion = "x"
[[told]]
themes = ["Call"]
wods = "y"
[[told]]
themes = "Calls"
"""

    with pytest.raises(FlowError) as refused:
        from_file("mine.toml", text, ["Calls"])

    assert str(refused.value).splitlines() == [
        'mine.toml:1: "title" is no text. Put it in quotes: "like this".',
        'mine.toml:2: "organisations_asked" is no number of organisations. Write it like this: 56',
        'mine.toml:3: There is no "introduktion" here. Did you mean "introduction"?',
        'mine.toml:5: There is no theme named Call. Did you mean "Calls"?',
        'mine.toml:6: There is no "wods" here. Did you mean "words"?',
        'mine.toml:8: "themes" is no list of names. Write it like this: themes = ["Pay"]',
    ]


def test_paragraphs_that_are_no_list_are_refused():
    with pytest.raises(FlowError, match=r"Begin each paragraph with \[\[told\]\]"):
        from_file("mine.toml", 'told = "They rang"')


def test_what_is_too_long_is_told_by_its_name():
    long = Narrative(
        title="x" * (LONGEST_LINE + 1),
        thanks="x" * (LONGEST_TEXT + 1),
        told=(ToldParagraph("x" * (LONGEST_TEXT + 1)), *[ToldParagraph("y")] * MOST_PARAGRAPHS),
    )

    assert too_long(long) == (
        *("Title has over 200 characters.", "Thanks has over 6,000 characters."),
        *("Paragraph 1 of “We were told” has over 6,000 characters.", "“We were told” has over 30 paragraphs."),
    )
    with pytest.raises(FlowError, match="Title has over 200 characters"):
        from_file("mine.toml", to_file(long))
