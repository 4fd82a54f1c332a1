"""Forms in older spellings, and with what spreadsheets leave behind, give the same questions."""

import pytest

from feedback.exchange.xlsform_import import from_xlsform
from feedback.exchange.xlsform_sheets import tidied
from feedback.flows.flow_parser import parse
from tests.feedback.exchange.there_and_back import WORDS

CHOICES = [
    {"list name": "how", "name": "good", "label:English": "Good", "label:Cymraeg": "Da"},
    {"list name": "how", "name": "bad", "label:English": "Bad", "label:Cymraeg": "Drwg"},
    {},
    {"list name": " "},
]


def form(kind: str, **more: str) -> dict[str, list[dict[str, str]]]:
    asked = {"type": kind, "name": "mood", "label:English": "How was it?", "label:Cymraeg": "Sut oedd hi?", **more}
    return {
        "survey": [{}, asked, {"type": "  "}],
        "choices": CHOICES,
        "settings": [{"form title": "Mood", "form_id": "mood", "default_language": "english"}],
    }


def questions(sheets) -> list[tuple[object, ...]]:
    flow = parse("mood.toml", from_xlsform(sheets, "mood").text, WORDS)
    return [(one.id, one.type, one.ask, [choice.label for choice in one.choices]) for one in flow.questions]


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        ("select one from how", "one"),
        ("Select one  how", "one"),
        ("select1 how", "one"),
        ("add select one prompt using how", "one"),
        ("select_one how", "one"),
        ("select all that apply from how", "many"),
        ("select all that apply how", "many"),
        ("select multiple from how", "many"),
        ("select multiple how", "many"),
        ("add select multiple prompt using how", "many"),
    ],
)
def test_every_old_way_to_ask_for_a_choice_is_read(kind, found):
    assert questions(form(kind)) == [("mood", found, "How was it?", ["Good", "Bad"])]


def test_one_colon_before_a_language_does_what_two_do_and_the_other_language_is_told():
    taken = from_xlsform(form("select one from how"), "mood")

    assert taken.lost == ("the words in other languages: Cymraeg",)
    assert 'title = "Mood"' in taken.text


def test_a_choice_with_own_words_is_read_in_its_old_spelling():
    flow = parse("m.toml", from_xlsform(form("select one from how or specify other"), "mood").text, WORDS)

    assert (flow.questions[0].other, flow.questions[0].choices[-1].id) == ("other", "other")


def test_where_a_sheet_has_two_colons_one_is_a_part_of_the_name():
    rows = [{"type": "text", "name": "why", "Label :: English (en)": "Why?", "media:image": "x.png"}]

    (row,) = tidied({"survey": rows})["survey"]

    assert row == {"type": "text", "name": "why", "label::English (en)": "Why?", "media:image": "x.png"}


def test_columns_have_their_old_names_too():
    rows = [{"Command": "text", "tag": "why", "caption": "Why?", "relevance": "${a} = 'b'", "bind:relevant": "x"}]

    (row,) = tidied({"survey": rows})["survey"]

    assert row == {"type": "text", "name": "why", "label": "Why?", "relevant": "${a} = 'b'", "bind:relevant": "x"}
