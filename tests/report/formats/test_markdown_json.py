"""The report as text: the contract for programs, and what a person reads."""

import json
from dataclasses import replace
from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest
from selectolax.lexbor import LexborHTMLParser

from feedback.conversation.response import Comment
from feedback.flows.condition import Is
from feedback.flows.model import Choice, Question
from report.build.document_builder import document, drawings
from report.build.easy_read import easy_document
from report.build.report import Action, Findings, Report, build
from report.disclosure.response_rates import InvitationCounts, InvitedGroup
from report.formats.blocks import Document, Quoted, Table
from report.formats.html import to_html
from report.formats.markdown_json import _plain, to_json, to_markdown
from report.formats.svg_chart import people_row, run_chart
from report.formats.typst import pictures_source, to_typst
from report.narrative.quotes import Quote

SECRET = "The manager on ward 6 shouted"


@pytest.fixture
def flow(make_flow, pick):
    implied = pick("used", "yn", short="Used | tried", base="everyone; the others count as n", when=Is("q", "a"))
    implied = replace(implied, otherwise="n", choices=(Choice("y", "Y|es"), Choice("n", "N")))
    why = Question("why", "Why?", "text", when=Is("used", "y"))
    return make_flow(pick("q", "ab"), implied, why, version=2, level="organisation")


@pytest.fixture
def responses(flow, respond):
    said = Comment(1, SECRET, respond(flow, {}).started_at)
    given = [{"q": "a", "used": "y", "why": "skip"}, {"q": "a", "used": "skip"}, {"q": f"={SECRET}"}, {"q": "b"}]
    made = [respond(flow, answers, comments=(said,), organisation="o1") for answers in given]
    return [*made, respond(flow, {}, stage="asking")]


def markdown(report: Report) -> str:
    return to_markdown(document(report))


def test_the_json_is_the_contract_in_its_order(flow, responses):
    told = json.loads(to_json(build("club", responses, {"v2": flow}, 10)))

    assert list(told) == [
        *("flow", "versions", "responses", "completed", "invited", "response_rate", "figures", "comments", "method")
    ]
    assert [told[name] for name in list(told)[:6]] == ["club", [2], 5, 4, 10, 50]
    assert list(told["figures"][2].items()) == [
        ("id", "used.y"),
        ("question", "used"),
        ("choice", "y"),
        ("label", "Y|es"),
        ("chose", 1),
        ("answered", 3),
        ("asked", 2),
        ("skipped", 1),
        ("implied", 2),
        ("not_asked", 0),
        ("percent", 33),
        ("interval", [6, 79]),
        ("base", "everyone; the others count as n"),
        ("level", "organisation"),
        ("shown", True),
        ("why_hidden", None),
    ]
    assert told["comments"] == [
        {"question": "q", "label": "q?", "count": 1},
        {"question": "why", "label": "Why?", "count": 0},
        {"question": None, "label": "Said without being asked", "count": 4},
    ]
    assert told["method"]["first_on"] == "2026-03-02"
    assert told["method"]["profile"] == "organisations"


def test_no_free_words_leave_in_a_report_unless_they_were_checked(flow, responses):
    report = build("club", responses, {"v2": flow})

    assert SECRET not in to_json(report) + markdown(report) + to_markdown(easy_document(report))
    assert "No words are printed." in markdown(report)


def test_a_person_reads_share_base_and_interval_together(flow, responses):
    text = markdown(build("club", responses, {"v2": flow}, 10))

    assert text.startswith(
        "# Your club\n\n- Replies: 2 March 2026\n- Questions: version 2\n\n## In short\n\nNo answer is so clear"
    )
    assert "- Replies: 5, of which finished: 4\n- Invited: 10 (50 % replied)\n" in text
    assert "- Organisations that replied: 1\n- From 2026-03-02 to 2026-03-02\n" in text
    assert "### Used \\| tried\n\nThe question: “used?”\n\nBase: everyone; the others count as n.\n" in text
    assert "Answered: 3. Asked: 2. Skipped: 1. Implied: 2. Not asked: 0. Not reached: 1.\n" in text
    assert "| Y\\|es | 1 of 3 (33 %) | 6 % to 79 % |\n" in text
    assert "- q?: 1\n- Why?: 0\n- Said without being asked: 4\n" in text
    assert "| used: Y\\|es | 1 of 1" not in text
    assert "## Organisations, each counted once" in text
    assert "## What changed between versions" not in text


def test_a_hidden_number_says_why_and_an_empty_report_reads_well(flow, responses):
    people = markdown(build("club", responses, {"v2": flow}, 4, profile="people"))
    empty = build("club", [], {"v2": flow})

    assert "How many answered is hidden.\n" in people
    assert "Not shown: Fewer than 10 people answered this.\n" in people
    assert "- Invited: 4\n" in people
    assert "- Versions: none used yet" in markdown(empty)
    assert "no response rate" in markdown(empty)
    assert "Nobody has answered these: " in markdown(empty)
    assert "Replies: 0." in to_markdown(easy_document(empty))
    few = build("club", responses, {"v2": flow}, 4, profile="people")
    assert "We do not show this." in to_markdown(easy_document(few))


def test_one_hidden_number_stands_in_the_table_with_its_reason(make_flow, pick, respond):
    flow = make_flow(pick("q", "abc", type="many"))
    responses = [respond(flow, {"q": (picked,)}) for picked in "aaabbbbbbcccccc"]
    report = build("club", responses, {"v1": flow})

    text, easy = markdown(report), to_markdown(easy_document(report))

    assert "| Choice a | hidden of 15 | note 1 |\n" in text
    assert text.count("- Note 1: This number, or what it leaves over, is from 1 to 4, or ") == 1
    assert "| Choice b | 6 of 15 (40 %) | 20 % to 64 % |\n" in text
    assert "- 6 of 15 (40 %) said “Choice b”.\n" in easy
    assert "Some answers are not shown. Too few people gave them." in easy


def test_changes_between_versions_are_told_beside_the_figure_and_at_the_end(make_flow, pick, respond):
    old = make_flow(pick("q", "ab"), pick("r", "ab"))
    new = make_flow(pick("q", "abc", ask="Now?", type="many"), pick("r", "ab", when=Is("q", "c")), version=2)
    later = respond(new, {}, heard_at=respond(new, {}).heard_at + timedelta(days=1))

    text = markdown(build("club", [respond(old, {}), later], {"v1": old, "v2": new}))

    assert text.count("- q new wording between version 1 and 2: “q?” became “Now?”.") == 2
    assert text.count("- q answered in another way between version 1 and 2: “one” became “many”.") == 2
    assert text.count("- q.c added between version 1 and 2.") == 2
    assert text.count("- r put to other people than before between version 1 and 2.") == 2


def test_json_takes_nothing_that_is_not_part_of_a_report():
    with pytest.raises(TypeError, match="holds no object"):
        _plain(object())
    with pytest.raises(TypeError, match="A str is no report"):
        to_json("words")


@pytest.fixture
def full(make_flow, pick, respond) -> Report:
    """A report with everything in it: five Ps, themes, quotes, actions, credits, months, and people who left."""
    choices = (Choice("yes", "Yes"), Choice("partly", "Partly"), Choice("no", "No"), Choice("unsure", "Not sure"))
    equal = Question("e", "Equal?", "one", choices=choices, theme="principles")
    told = Question("t", "Told?", "yesno", choices=(choices[0], choices[2]), theme="impact")
    scale = Question("s", "How was it?", "scale", range=(0, 2), ends=("bad", "good"), theme="impact")
    words = Question("w", "Why?", "text", theme="process")
    flow = make_flow(equal, told, scale, words, pick("m", "ab", type="many", theme="impact"))
    made = [
        respond(
            flow,
            {"e": "yes" if n < 16 else "unsure", "t": "yes" if n < 14 else "no", "s": n % 3, "w": "=hm", "m": ("a",)},
            started_at=respond(flow, {}).started_at - timedelta(days=31 * (n % 4)),
        )
        for n in range(20)
    ]
    left = [respond(flow, {"e": "no"}, stage="left early") for _ in range(2)]
    heard = Findings(
        themes=(Choice("pay", "Pay & costs"),),
        coded={(one.conversation, "w"): frozenset({"pay" if n < 12 else "none fits"}) for n, one in enumerate(made)},
        actions=(Action("pay", "we will", "Pay within a week."), Action("", "still deciding", "More rooms.")),
        credits=("Example Trust",),
    )
    quotes = (
        Quote('They said "thanks" \\ #strong[no] <b>&\nand paid', "pay", "A carer"),
        Quote("It was fine.", "gone"),
    )
    invited = InvitationCounts(40, (InvitedGroup("Ward A", 30, 16), InvitedGroup("", 10, 4)))
    report = build("club", [*made, *left], {"v1": flow}, invited, "organisations", heard)
    return replace(report, method=replace(report.method, quotes=quotes))


def test_a_full_report_has_every_part(full):
    text = markdown(full)

    assert "- Equal?: more than half said “Yes”. 16 of 22 (73 %), interval 52 % to 87 %." in text
    assert "- m?: more than half said “Choice a”. 20 of 20 (100 %), interval 84 % to 100 %." in text
    assert "| Principles: Equal? | 16 | 0 | 2 | 4 |\n| Impact: Told? | 14 | not offered | 6 | 0 |\n" in text
    assert "| Told? | 2 |" in text.split("Where people left")[0] + text
    assert "Half answered 1 or less. The middle half lies from 0 to 2." in text
    assert "| 2025-11 | 5 |" in text or "| 2025-12 | 5 |" in text
    assert "### Themes: All words together" in text
    assert "| Pay & costs | 12 of 20 (60 %) | 39 % to 78 % |" in text
    assert "### What we heard: Pay & costs" in text
    assert "### What we heard: other words" in text
    assert "> and paid\n>\n> A carer\n" in text
    assert "| Ward A | 30 | 16 | 53 % |\n| Links without a group | 10 | 4 | 40 % |\n" in text
    assert "- Pay & costs - we will: Pay within a week.\n- In general - still deciding: More rooms.\n" in text
    assert "*\\* Responses received from Example Trust. Named are those that agreed to it.*\n" in text
    assert "- Some did not come to the end." in text


def test_the_page_escapes_all_words_and_names_every_chart_and_table(full):
    page = to_html(document(full))

    tree = LexborHTMLParser(page)
    assert "They said &quot;thanks&quot; \\ #strong[no] &lt;b&gt;&amp;" in page
    charts = tree.css("figure svg")
    assert len(tree.css("svg.page")) == len(tree.css("svg.phone")) == len(drawings(document(full).blocks)) == 1
    assert len(tree.css("svg.strip")) > 8
    assert all(one.attributes["role"] == "img" and one.css_first("title").text() for one in charts)
    assert all(one.css_first("caption").text() for one in tree.css("table"))
    assert all(one.attributes["scope"] for one in tree.css("th"))
    assert [one for one in ("<script", "http-equiv", "src=", 'href="h') if one in page] == []


def test_easy_read_has_its_own_language_short_lines_and_a_picture(full):
    page = easy_document(full)

    assert (page.language, page.is_easy) == ("en-x-easy", True)
    assert 'class="easy"' in to_html(page)
    assert "16 of 22 (73 %) said “Yes”." in to_markdown(page)
    assert "we will: Pay within a week." in to_markdown(page)
    assert "We asked 40." in to_markdown(page)


def test_the_source_of_the_pdf_holds_words_as_strings_only(full):
    source = to_typst(document(full))

    assert '"They said \\"thanks\\" \\\\ #strong[no] <b>&\\nand paid"' in source
    assert 'attribution: "A carer"' in source
    assert 'lang: "en"' in source
    bell = Document("T\u0007", (Quoted("a\tb\u202e"), Table("t", ("a", "b"), ())))
    assert '#heading(level: 1, "T")' in to_typst(bell)
    assert '"a\\tb"' in to_typst(bell)


def test_large_print_is_large(full):
    assert "size: 16pt" in to_typst(easy_document(full))
    assert pictures_source(drawings(document(full).blocks) * 3).count("#pagebreak()") == 2


@pytest.mark.parametrize(
    "chart",
    [
        run_chart("R", [(f"2026-{month:02}", month) for month in range(1, 13)]),
        run_chart("R", [("2026-01", 0)]),
        people_row("E", 3, 7),
        people_row("E", 15, 40),
    ],
)
def test_a_chart_is_sound_small_and_says_in_words_what_it_shows(chart):
    root = ET.fromstring(chart.svg)  # noqa: S314 - our own drawing

    assert root.get("viewBox").startswith("0 0 640 ")
    assert len(chart.svg) < 5_000
    assert chart.shows.endswith(".")
    assert all(len(words.text) <= 80 for words in root.iter("{http://www.w3.org/2000/svg}text"))


def test_a_row_of_people_shows_each_up_to_twenty_and_then_how_many_in_ten():
    assert people_row("E", 3, 7).shows == "3 of 7 circles are filled."
    assert people_row("E", 15, 40).shows == "about 4 of 10 circles are filled."


def test_answers_in_words_alone_and_themes_of_few_leave_nothing_to_draw(make_flow, pick, respond):
    flow = make_flow(pick("q", "ab"), Question("w", "Why?", "text"))
    responses = [respond(flow, {"q": "=neither", "w": "=hm"}) for _ in range(12)]
    coded = {(one.conversation, "w"): frozenset({"none fits"}) for one in responses}
    heard = Findings((Choice("pay", "Pay"),), coded | {(responses[0].conversation, "w"): frozenset({"pay"})})
    report = build("club", responses, {"v1": flow}, heard=heard)

    easy, whole = easy_document(report), document(report)

    assert drawings(easy.blocks) == ()
    assert [one.caption for one in whole.blocks if isinstance(one, Table) and one.strips] == ["Figure 1. q?"]
    assert "| Pay | hidden of 12 |" in to_markdown(whole)
