"""People who replied more than once: each counted once beside the replies, and nothing told of the few who did."""

import io
import json
import subprocess
from collections import Counter
from dataclasses import replace
from datetime import timedelta

import docx
import numpy as np
import pandas as pd
import pytest

from feedback.conversation.response import Response
from feedback.flows.condition import Has, Is, Not
from feedback.flows.model import Choice, Flow, Question
from report.build.comparison import TOO_FEW, perspective
from report.build.document_builder import document
from report.build.easy_read import easy_document
from report.build.held_apart import apart_from
from report.build.release_history import load_report, printed
from report.build.report import Findings, Report, build
from report.counting.response_state import replies
from report.disclosure.attacker import attack
from report.disclosure.suppression import FEW_AGAIN, FEW_ANSWERS
from report.exports.long import rows
from report.formats.html import to_html
from report.formats.markdown_json import to_json, to_markdown
from sayso.exports.docx import to_docx
from sayso.exports.pdf import to_pdf
from tests.report.conftest import AT


def report_on(flow: Flow, responses: list[Response], profile: str = "organisations", *older: Flow) -> Report:
    return build("club", responses, {one.version_id: one for one in (flow, *older)}, profile=profile)


def once(report: Report) -> dict[str, tuple[int | None, int | None]]:
    return {one.id: (one.chose, one.answered) for one in report.method.by_person}


def at(day: int, person: str, response: Response) -> Response:
    moment = AT + timedelta(days=day)
    return replace(response, person=person, started_at=moment, heard_at=moment)


def many(respond, flow: Flow, number: int, **given: object) -> list[Response]:
    return [respond(flow, given) for _ in range(number)]


def test_the_newest_answer_counts_and_a_skip_takes_none_back(make_flow, pick, respond):
    flow = make_flow(pick("q", "ab"), pick("r", "ab", when=Is("q", "b"), otherwise="a"), pick("s", "ab"))
    ada = [
        at(9, "ada", respond(flow, {"q": "a", "s": "skip"})),
        at(1, "ada", respond(flow, {"q": "b", "r": "b", "s": "b"}, stage="left early")),
        at(5, "ada", respond(flow, {"q": "b", "r": "skip", "s": "a"})),
    ]

    report = report_on(flow, [*ada, at(2, "bea", respond(flow, {"q": "b", "r": "b", "s": "b"}))])

    assert (report.responses, report.method.people) == (4, 2)
    assert [(one.id, one.chose, one.answered) for one in report.figures][:2] == [("q.a", 1, 4), ("q.b", 3, 4)]
    assert once(report) == {
        "q.a": (1, 2),
        "q.b": (1, 2),
        "r.a": (0, 2),
        "r.b": (2, 2),
        "s.a": (1, 2),
        "s.b": (1, 2),
    }
    told = report.method.questions_by_person[2]
    assert (told.asked, told.skipped, told.answered) == (2, 0, 2)


def test_nobody_twice_is_nothing_to_set_beside_and_unlinked_replies_are_different_people(make_flow, pick, respond):
    flow = make_flow(pick("q", "ab"))

    report = report_on(flow, many(respond, flow, 3, q="a"))

    assert (report.method.people, report.method.by_person, report.method.questions_by_person) == (3, (), ())
    assert "- Replies: 3, of which finished: 3\n" in to_markdown(document(report))


def plainly(flows: dict[str, Flow], responses: list[Response], question: str) -> Counter[str]:
    """Count the people at one question from scratch: statuses, and choices of those who are in the base."""
    order = ("answered", "implied", "skipped", "prefer not to say", "not asked", "not reached")
    found: Counter[str] = Counter()
    for person in {one.person for one in responses}:
        mine = sorted((one for one in responses if one.person == person), key=lambda one: one.started_at)
        found_in = [
            {reply.question.id: reply for reply in replies(flows[one.version_id], one.answers)}.get(question)
            for one in mine
        ]
        statuses = ["not asked" if row is None else row.status for row in found_in]
        best = min(statuses, key=order.index)
        speaks = found_in[len(found_in) - 1 - statuses[::-1].index(best)]
        found[best] += 1
        found.update(set(speaks.answer.picked) if best in ("answered", "implied") else ())
    return found


def test_people_are_counted_as_someone_would_by_hand_over_random_surveys_and_versions(make_flow, pick, respond):
    rng = np.random.default_rng(3)
    ticks = pick("m", "abc", type="many")
    old = make_flow(pick("q", "abc"), pick("gone", "ab"), ticks)
    new = make_flow(pick("q", "abcd"), pick("r", "ab", when=Is("q", "a"), otherwise="b"), ticks, version=2)
    flows = {"v1": old, "v2": new}
    for _ in range(20):
        responses = []
        for day in range(30):
            given = {name: str(rng.choice(["a", "b", "skip", "declined"])) for name in ("q", "gone", "r")}
            given["m"] = tuple(rng.choice(list("abc"), 2))
            kept = list(given)[: rng.integers(0, 5)]
            flow = (old, new)[rng.integers(2)]
            reply = respond(flow, {name: given[name] for name in kept})
            responses.append(at(day, f"p{rng.integers(12)}", reply))

        report = report_on(new, responses, "organisations", old)

        told = {one.id: one for one in report.method.questions_by_person}
        for name in ("q", "gone", "r", "m"):
            true = plainly(flows, responses, name)
            assert (told[name].answered, told[name].implied) == (true["answered"] + true["implied"], true["implied"])
            assert (told[name].skipped, told[name].not_asked) == (true["skipped"], true["not asked"])
            chosen = {one.choice: one.chose for one in report.method.by_person if one.question == name}
            assert {code: number for code, number in chosen.items() if number} == {
                code: number for code, number in true.items() if code in chosen
            }


def test_the_rows_of_the_export_are_enough_to_count_each_person_once(make_flow, pick, respond):
    """As docs/analysis.md shows it: the rows stand in the order in which the replies began."""
    flow = make_flow(pick("q", "ab"), pick("r", "ab", when=Is("q", "b"), otherwise="a"))
    rng = np.random.default_rng(4)
    responses = [
        at(day, f"p{rng.integers(15)}", respond(flow, {"q": str(rng.choice(["a", "b", "skip"])), "r": "b"}))
        for day in range(40)
    ]
    weakest_first = ["not reached", "not asked", "prefer not to say", "skipped", "implied", "answered"]

    table = pd.DataFrame([vars(row) for row in rows(responses, {"v1": flow})])
    sorted_rows = table.sort_values("state", key=lambda states: states.map(weakest_first.index), kind="stable")
    people = sorted_rows.drop_duplicates(["flow", "person", "question"], keep="last")

    counted = people[people["state"].isin(["answered", "implied"])]
    assert once(report_on(flow, responses)) == {
        f"{name}.{code}": (int((base["value"] == code).sum()), len(base))
        for name, base in counted.groupby("question")
        for code in "ab"
    }


@pytest.fixture
def twice(make_flow, pick, respond) -> Report:
    """29 replies from 27 people: two changed their minds."""
    flow = make_flow(pick("q", "ab"))
    first = [*many(respond, flow, 12, q="a"), *many(respond, flow, 15, q="b")]
    later = [at(3, one.person, respond(flow, {"q": "a"})) for one in first[-2:]]
    return report_on(flow, [*first, *later])


@pytest.mark.slow
def test_every_format_says_how_many_replies_came_from_how_many_people(twice, tmp_path):
    page, row = document(twice), ("q?: Choice a", "14 of 29 (48 %)", "14 of 27 (52 %)", "34 % to 69 %")
    file = tmp_path / "report.pdf"
    file.write_bytes(to_pdf(page))
    word = docx.Document(io.BytesIO(to_docx(page)))
    told = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout
    easy = to_markdown(easy_document(twice))
    raw = json.loads(to_json(twice))

    texts = {
        "md": to_markdown(page),
        "html": to_html(page),
        "pdf": " ".join(told.split()),
        "docx": "\n".join(one.text for one in word.paragraphs)
        + "".join(cell.text for table in word.tables for line in table.rows for cell in line.cells),
    }
    for name, text in texts.items():
        assert all(one in text for one in ("Replies: 29 from 27 people", *row)), name
    assert "They came from 27 people. Some replied more than once." in easy
    assert "This is how it is when we count each person once:\n\n- 14 of 27 (52 %) said “Choice a”." in easy
    assert (raw["responses"], raw["method"]["people"]) == (29, 27)
    assert [(one["chose"], one["answered"]) for one in raw["figures"]] == [(14, 29), (15, 29)]
    assert [(one["chose"], one["answered"]) for one in raw["method"]["by_person"]] == [(14, 27), (13, 27)]
    assert load_report(raw) == twice


def test_a_dozen_replies_of_one_person_are_not_a_base_of_twelve(make_flow, pick, respond):
    flow = make_flow(pick("q", "ab"))
    talks = [at(day, "ada", respond(flow, {"q": "a"})) for day in range(12)]

    alone = report_on(flow, talks, "people")
    among = report_on(flow, [*talks[:6], *many(respond, flow, 30, q="b")], "people")

    assert {one.why_hidden for one in alone.figures} == {FEW_ANSWERS}
    assert [one.chose for one in among.figures] == [None, None]
    assert "- Replies: 12 from 1 person, of which finished: 12\n" in to_markdown(document(alone))
    rounded = report_on(flow, talks, "nhs-round5")
    assert "- Replies: 10 from a hidden number of people, of which finished: 10\n" in to_markdown(document(rounded))
    rounded = report_on(flow, [*talks, *many(respond, flow, 30, q="b")], "nhs-round5")
    assert [one.chose for one in rounded.figures] == [None, 30]


def test_where_few_replied_again_their_replies_are_not_told_apart(make_flow, pick, respond):
    """22 of 41 replies said b and 20 of 39 people: both replies that do not speak for their person did."""
    flow = make_flow(pick("q", "ab"))
    first = [*many(respond, flow, 19, q="a"), *many(respond, flow, 20, q="b")]
    again = [at(3, one.person, respond(flow, {"q": "b"})) for one in first[-2:]]

    report = report_on(flow, [*first, *again], "people")

    exact = printed(report_on(flow, [*first, *again]), {"v1": flow})
    assert [(one.question, one.low, one.high) for one in attack(exact)] == [("q", 0, 0), ("q", 2, 2)]
    assert {one.why_hidden for one in report.method.by_person} == {FEW_AGAIN}
    assert [one.chose for one in report.figures] == [19, 22]
    text = to_markdown(document(report))
    assert "Replies: 41 from 39 people. For each question" in text
    assert f"are hidden. {FEW_AGAIN}" in text


def test_where_many_replied_again_people_stand_beside_replies(make_flow, pick, respond):
    flow = make_flow(pick("q", "ab"))
    first = [*many(respond, flow, 30, q="a"), *many(respond, flow, 30, q="b")]
    again = [at(3, one.person, respond(flow, {"q": one.answers["q"].value})) for one in first[20:40]]

    report = report_on(flow, [*first, *again], "people")

    assert once(report) == {"q.a": (30, 60), "q.b": (30, 60)}
    assert [one.chose for one in report.figures] == [40, 40]
    flows = {"v1": flow}
    assert attack(printed(report, flows)) == ()
    more = report_on(flow, [*first, *again, *many(respond, flow, 9, q="a"), *many(respond, flow, 12, q="b")], "people")
    assert apart_from(more, [report], flows).method.by_person == more.method.by_person
    few = [at(9, one.person, respond(flow, {"q": "a"})) for one in first[:2]]
    beside = apart_from(
        report_on(flow, [*first, *again, *few, *many(respond, flow, 12, q="b")], "people"), [report], flows
    )
    assert (beside.method.by_person, beside.method.questions_by_person) == ((), ())


def test_a_theme_of_many_replies_and_few_people_is_hidden(make_flow, respond):
    flow = make_flow(Question("w", "Why?", "text"))
    talks = [at(day, "ada", respond(flow, {"w": "=hm"})) for day in range(6)]
    others = many(respond, flow, 20, w="=hm")
    coded = {(one.conversation, "w"): frozenset({"t"}) for one in talks}
    heard = Findings((Choice("t", "Money"),), coded | {(one.conversation, "w"): frozenset() for one in others})

    exact, *hiding = (
        build("club", [*talks, *others], {"v1": flow}, profile=profile, heard=heard)
        for profile in ("organisations", "people", "nhs-round5")
    )

    assert [one.chose for one in exact.method.themes] == [6, 6]
    assert [(one.chose, one.answered) for one in exact.method.themes_by_person] == [(1, 21), (1, 21)]
    assert "| All words together: Money | 6 of 26 (23 %) | 1 of 21 (5 %) |" in to_markdown(document(exact))
    for report in hiding:
        assert ([one.chose for one in report.method.themes], report.method.themes_by_person) == ([None, None], ())


def test_one_organisation_or_few_people_are_no_side(make_flow, pick, respond):
    codes = pick("q", "ab", type="many")
    mine = make_flow(codes, name="ours", level="organisation")
    theirs = make_flow(codes, name="theirs", version_id="v2")
    people = [respond(theirs, {"q": ("a",)}) for _ in range(12)]

    def says(*organisations: str) -> set[str]:
        given = [respond(mine, {"q": ("a",)}, organisation=name) for name in organisations]
        sides = build("ours", given, {"v1": mine}), build("theirs", people, {"v2": theirs})
        return {one.says for one in perspective(*sides).gaps}

    assert says(*["Trust"] * 9) == says("A", "B", "C", "A", "") == {TOO_FEW}
    assert TOO_FEW not in says("A", "B", "C", "A", "", "")
    twelve = [at(day, f"p{day % 6}", one) for day, one in enumerate(people)]
    exact = build("theirs", twelve, {"v2": theirs}, profile="organisations")
    organisations = build("ours", [respond(mine, {"q": ("a",)}) for _ in range(6)], {"v1": mine})
    told = perspective(organisations, exact)
    assert {one.says for one in told.gaps} == {TOO_FEW}
    assert (told.second.responses, told.second.people) == (12, 6)


def test_a_route_that_the_attack_cannot_follow_narrows_nothing_of_people_either(make_flow, pick, respond):
    """Of several picks it cannot be said who did not pick one, so no sum is made of those who were led on."""
    flow = make_flow(pick("q", "ab", type="many"), pick("r", "ab", when=Not(Has("q", "a"))))
    given = [{"q": ("b",), "r": "a"}] * 12
    responses = [respond(flow, one, person=f"p{place % 8}") for place, one in enumerate(given)]

    told = printed(build("club", responses, {"v1": flow}, profile="organisations"), {"v1": flow})

    assert told.people is not None
    assert attack(told) == ()
