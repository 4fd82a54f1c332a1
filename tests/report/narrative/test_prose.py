"""The words of staff as blocks: their paragraphs, who stands behind them, and what fits Easy Read."""

import pytest

from feedback.flows.model import Choice, Question
from report.build.document_builder import document
from report.build.easy_read import easy_document
from report.build.report import Findings, build
from report.formats.blocks import Heading, Points, SmallPrint, Text
from report.formats.markdown_json import to_markdown
from report.narrative.model import Narrative, ToldParagraph
from report.narrative.prose import prose

PAY, KIND = Choice("pay", "Pay"), Choice("kind", "Kindness")
HARD = (
    "Notwithstanding considerable organisational transformation, participants consistently articulated dissatisfaction."
)


@pytest.fixture
def told(make_flow, respond):
    """Return a maker of reports on 20 people, of whom 12 wrote of pay and 2 of kindness, with these words around them."""
    flow = make_flow(Question("why", "Why?", "text"))
    people = [respond(flow, {"why": "=hm"}, organisation=f"o{number}") for number in range(20)]
    coded = {
        (one.conversation, "why"): frozenset({"pay"} if at < 12 else {"kind"} if at < 14 else {"none fits"})
        for at, one in enumerate(people)
    }

    def make(profile="people", credits=(), **words):  # noqa: A002 - as the field is named
        heard = Findings((PAY, KIND), coded, narrative=Narrative(**words), credits=credits)
        return build("club", people, {"v1": flow}, profile=profile, heard=heard)

    return make


def test_empty_lines_part_paragraphs_and_dashes_make_a_list():
    assert list(prose("One\nline.\n\nBefore\n- a\n- b\n\n- c\n\n")) == [
        *(Text("One line."), Text("Before"), Points(("a", "b")), Points(("c",))),
    ]


def test_every_text_stands_in_the_report_under_its_heading(told):
    report = told(
        title="4Pi: reality",
        introduction="Why we ask.",
        asked="We wrote to 76.",
        next="We meet in May.",
        thanks="Thank you.",
        contact="bea@example.org",
    )

    page = document(report)

    assert page.title == "4Pi: reality"
    heads = [block.words for block in page.blocks if isinstance(block, Heading) and block.level == 2]
    assert heads[:3] == ["Introduction", "Whom we asked and how", "In short"]
    at = heads.index("What next")
    assert heads[at : at + 3] == ["What next", "Thanks", "What do you think?"]
    texts = [block.words for block in page.blocks if isinstance(block, Text)]
    assert {"Why we ask.", "We meet in May.", "Please tell us what you think of this report: bea@example.org"} <= {
        *texts
    }


def test_a_paragraph_says_how_many_texts_and_people_stand_behind_it_and_hides_small_numbers(told):
    words = {"told": (ToldParagraph("Pay was late.", ("pay", "kind", "gone")), ToldParagraph("More."))}

    notes = [block.words for block in document(told(**words)).blocks if isinstance(block, SmallPrint)]
    exact = [block.words for block in document(told("organisations", **words)).blocks if isinstance(block, SmallPrint)]

    assert notes == ["Behind this: Pay, 12 texts of 12 people; Kindness, a number of texts that is hidden."]
    assert exact == ["Behind this: Pay, 12 texts of 12 people; Kindness, 2 texts of 2 people."]


@pytest.mark.parametrize(("asked", "line"), [(56, "20 of 56*"), (None, "20*"), (19, "20*")])
def test_organisations_are_told_of_those_asked_with_a_footnote_that_names_them(told, asked, line):
    text = to_markdown(document(told("organisations", ("North Trust", "South Trust"), organisations_asked=asked)))

    assert f"Organisations that replied: {line}".replace("*", "\\*") in text
    assert "*\\* Responses received from North Trust and South Trust. Named are those that agreed to it.*" in text


def test_easy_read_has_only_words_that_read_easily(told):
    report = told(
        organisation="Harbour Trust",
        introduction="We want to get better.",
        next=HARD,
        told=(ToldParagraph("They were paid late."), ToldParagraph(HARD)),
        contact="call 0300",
    )

    text = to_markdown(easy_document(report))

    assert "This is from Harbour Trust." in text
    assert "## Introduction\n\nWe want to get better." in text
    assert "## We were told\n\nThey were paid late." in text
    assert "Please tell us: call 0300" in text
    assert "Notwithstanding" not in text


def test_themes_get_other_names():
    words = Narrative(told=(ToldParagraph("x", ("pay", "odd")),))

    assert words.renamed({"pay": "Pay"}).told[0].themes == ("Pay", "odd")
