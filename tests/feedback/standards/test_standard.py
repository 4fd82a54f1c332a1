"""A standard is read from its file, its versions are compared, and its wording is asked about as a flow."""

import pytest

from config.load import load_words
from config.standards_files import load_standards
from feedback.errors import FlowError
from feedback.flows.linter import check
from feedback.standards.standard import changes, consultation, in_versions, read_standard, traced

HEAD = 'standard = "local-1"\nversion = {}\ntitle = "Our \\"own\\" words"\n'
ONE = '[[statement]]\nid = "{}"\npart = "Purpose"\ntext = "{}"\nsame_as = "{}"\n'
V1 = HEAD.format(1) + ONE.format("why", "People know why.", "") + ONE.format("pay", "We pay.", "")
V2 = HEAD.format(2) + ONE.format("why", "People know why.", "why") + ONE.format("paid", "We pay fairly.", "pay")
V3 = HEAD.format(3) + ONE.format("paid", "We pay at once.", "paid") + ONE.format("why", "A new meaning.", "")


def versions():
    return tuple(read_standard("x.toml", text) for text in (V1, V2, V3))


def test_the_five_ps_are_there_and_ask_what_people_are_asked():
    (standard,) = load_standards()

    assert (standard.name, standard.version, standard.people_flow) == ("4pi", 1, "people")
    assert standard.parts == ("Principles", "Purpose", "Presence", "Process", "Impact")
    assert [one.people for one in standard.statements if one.people] == ["c3", "c4", "c5", "c6", "c7"]
    assert standard.statement("equals").text == "We treat the people we involve as equals."
    assert standard.statement("nobody") is None


def test_what_became_of_each_statement_is_told():
    one, two, three = versions()

    assert [(change.kind, change.after) for change in changes(one, two)] == [
        ("same", "People know why."),
        ("reworded", "We pay fairly."),
    ]
    assert [change.kind for change in changes(two, three)] == ["reworded", "new", "gone"]


def test_a_statement_is_traced_only_where_each_version_says_that_it_means_the_same():
    one, two, three = versions()
    paid, why = three.statements

    assert [traced(paid, three, back, versions()) for back in (3, 2, 1, 9)] == ["paid", "paid", "pay", ""]
    assert [traced(why, three, back, versions()) for back in (2, 1)] == ["", ""]
    assert in_versions([three, one, two]) == {"local-1": (one, two, three)}


@pytest.mark.parametrize("with_old", [False, True])
def test_the_wording_is_asked_about_by_a_flow_that_the_checker_takes(with_old):
    one, two, _ = versions()

    text = consultation(two, one if with_old else None)
    checked = check("x.toml", text, load_words("en"))

    assert [fault for fault in checked.faults if not fault.is_warning] == []
    assert [question.id for question in checked.flow.questions] == ["s1_why", "s2_paid", "missing"]
    assert ("It said before: We pay." in text) == with_old
    assert checked.flow.title == 'Our "own" words'


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (V1.replace("local-1", "Local 1"), "id-form"),
        (V1.replace("local-1", "--"), "id-form"),
        (HEAD.format(1), "statement-missing"),
        (HEAD.format(1) + "statement = 3\n", "statement-missing"),
        (V1.replace('"pay"', '"why"'), "id-repeated"),
        (V1.replace('id = "pay"', 'id = "Pay!"'), "id-form"),
        (V1.replace("part", "parts"), "unknown-key"),
    ],
)
def test_a_file_that_is_none_is_refused_with_its_line(text, code):
    with pytest.raises(FlowError) as refused:
        read_standard("x.toml", text)

    assert code in [fault.code for fault in refused.value.faults]


def test_one_version_stands_in_one_file(tmp_path):
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text(V1)

    with pytest.raises(FlowError, match="another file"):
        load_standards(tmp_path)
