"""Numbers, dates, places, organisations and themes; and how conversations went."""

from datetime import timedelta

import pytest

from feedback.conversation.response import Comment
from feedback.flows.condition import Is
from feedback.flows.model import Choice, Question
from report.build.document_builder import document
from report.build.report import Findings, Report, build
from report.counting.durations import quantile
from report.counting.figures import Figure, Summary
from report.disclosure.completion import CompletionGroup, DropOff
from report.formats.blocks import Table, Text


def report_on(responses, *flows, profile="organisations", heard=None) -> Report:
    return build("club", responses, {flow.version_id: flow for flow in flows}, profile=profile, heard=heard)


def told(figures: tuple[Figure, ...]) -> dict[str, tuple[int | None, int | None]]:
    return {one.id: (one.chose, one.answered) for one in figures if one.chose != 0}


def test_a_number_is_counted_in_a_fixed_band_and_its_middle_is_told(make_flow, respond):
    flow = make_flow(Question("n", "How often?", "number"))

    report = report_on([respond(flow, {"n": number}) for number in (-1, 0.5, 4.9, 20, 250)], flow)

    assert told(report.figures) == {
        "n.under_0": (1, 5),
        "n.0": (1, 5),
        "n.1_to_4": (1, 5),
        "n.20_to_49": (1, 5),
        "n.100_or_more": (1, 5),
    }
    assert report.method.questions[0].summary == Summary(0.5, 4.9, 20)


def test_a_range_leaves_out_the_bands_that_nobody_could_give(make_flow, respond):
    flow = make_flow(Question("n", "How often?", "number", range=(1, 30)))

    report = report_on([respond(flow, {"n": 7})], flow)

    assert [one.choice for one in report.figures] == ["1_to_4", "5_to_9", "10_to_19", "20_to_49"]


@pytest.mark.parametrize(("part", "value"), [(0, 1), (0.25, 1.5), (0.5, 2), (0.75, 5), (1, 10)])
def test_quarters_are_those_that_spreadsheets_count(part, value):
    assert quantile({1: 1, 2: 1, 10: 1, 1.5: 1, 5: 1}, part) == value


def test_the_middle_of_two_is_split():
    assert quantile({3: 1, 4: 1}, 0.5) == 3.5


def test_dates_are_counted_by_year_and_the_years_hang_on_the_newest_reply_only(make_flow, respond):
    flow = make_flow(Question("d", "When?", "date"))
    given = ("2026-03", "2026-02-01", "2024", "1987", "2030", "=long ago")

    report = report_on([respond(flow, {"d": when}) for when in given], flow)

    assert told(report.figures) == {"d.y2026": (2, 6), "d.y2024": (1, 6), "d.before": (1, 6), "d.later": (1, 6)}
    assert [one.label for one in report.figures] == [
        *("2026", "2025", "2024", "2023", "2022", "before 2022", "after 2026")
    ]
    assert report_on([], flow).figures == ()


def test_a_place_is_counted_if_it_is_on_the_list_and_else_is_words(make_flow, pick, respond):
    flow = make_flow(pick("p", "ab", type="place"))

    report = report_on([respond(flow, {"p": "a"}), respond(flow, {"p": "=Elsewhere"})], flow)

    assert told(report.figures) == {"p.a": (1, 2)}
    assert report.method.questions[0].own_words == 1


def test_an_organisation_counts_once_for_what_any_of_its_replies_chose(make_flow, pick, respond):
    many = pick("m", "ab", type="many", groups=(("any", ("a", "b")),))
    flow = make_flow(pick("q", "ab"), pick("r", "ab", when=Is("q", "a"), otherwise="b"), many, pick("s", "ab"))
    given = [
        ("one", {"q": "a", "r": "skip", "m": ("a",), "s": "skip"}),
        ("one", {"q": "b", "m": ("a", "b"), "s": "skip"}),
        ("two", {"q": "a", "r": "a", "m": "skip", "s": "skip"}),
        ("", {"q": "a", "r": "a", "m": ("a",), "s": "a"}),
    ]

    report = report_on([respond(flow, answers, organisation=name) for name, answers in given], flow)

    figures = report.method.by_organisation
    assert told(figures) == {
        "q.a": (2, 2),
        "q.b": (1, 2),
        "r.a": (1, 2),
        "r.b": (1, 2),
        "m.a": (1, 1),
        "m.b": (1, 1),
        "m.any": (1, 1),
    }
    assert {one.level for one in figures} == {"organisation"}
    both = next(one for one in document(report).blocks if isinstance(one, Table) and "beside" in one.caption)
    assert both.rows[:2] == (
        ("q?: Choice a", "3 of 4 (75 %)", "2 of 2 (100 %)", "34 % to 100 %"),
        ("q?: Choice b", "1 of 4 (25 %)", "1 of 2 (50 %)", "9 % to 91 %"),
    )
    assert not any(row[0].startswith("s?") for row in both.rows)
    assert (
        report_on([respond(flow, {"q": "a"}, organisation="one")], flow, profile="people").method.by_organisation == ()
    )


def test_how_long_it_took_and_where_people_left_is_told_by_channel_and_version(make_flow, pick, respond):
    old, new = make_flow(pick("q", "ab")), make_flow(pick("q", "ab"), pick("r", "ab", short="Second"), version=2)

    def reply(flow, answers, minutes=0, **more):
        made = respond(flow, answers)
        return respond(flow, answers, heard_at=made.heard_at + timedelta(minutes=minutes), **more)

    report = report_on(
        [
            reply(old, {"q": "a"}, 3, channel="web"),
            reply(new, {"q": "a", "r": "a"}, 4),
            reply(new, {"q": "a"}, 90, stage="left early"),
            reply(new, {"q": "a"}, stage="asking"),
            reply(new, {"q": "a", "r": "a"}, stage="stopped"),
        ],
        *(old, new),
    )

    course = report.method.journey
    assert (course.whole, course.partial) == (CompletionGroup("all", 5, 2, 40, 4), 3)
    assert course.channels == (CompletionGroup("telegram", 4, 1, 25, 4), CompletionGroup("web", 1, 1, 100, 3))
    assert [one.name for one in course.versions] == ["version 1", "version 2"]
    assert course.left == (DropOff("r", "Second", 1),)


def test_few_of_one_channel_are_hidden_with_the_next_fewest(make_flow, pick, respond):
    flow = make_flow(pick("q", "ab"))
    channels = ["web"] * 12 + ["telegram"] * 3 + ["email"] * 20
    responses = [respond(flow, {"q": "a"}, channel=channel) for channel in channels]

    people, nhs = (report_on(responses, flow, profile=name).method.journey for name in ("people", "nhs-round5"))

    assert [(one.name, one.responses, one.minutes) for one in people.channels] == [
        ("email", 20, 0),
        ("telegram", None, None),
        ("web", None, None),
    ]
    assert [one.responses for one in nhs.channels] == [20, None, 10]
    assert (people.whole.responses, nhs.whole.responses) == (35, 35)


def test_where_people_left_is_one_sentence_where_every_number_of_it_is_hidden(make_flow, pick, respond):
    flow = make_flow(pick("q", "ab"), pick("r", "ab"))
    left = [respond(flow, {"q": "a"}, stage="left early") for _ in range(5)]

    page = document(
        report_on([*(respond(flow, {"q": "a", "r": "b"}) for _ in range(30)), *left], flow, profile="people")
    )

    assert Text("Where people left is hidden, as too few left.") in page.blocks


def test_who_did_not_finish_is_not_told_of_a_channel_where_it_is_few(make_flow, pick, respond):
    """2 of 30 by web: with the whole and the others told they could be counted out, so one more is hidden."""
    flow = make_flow(pick("q", "ab"))
    left = {"web": 2, "telegram": 10, "email": 20}
    responses = [
        respond(flow, {"q": "a"}, channel=channel, stage="stopped" if number < few else "finished")
        for channel, few in left.items()
        for number in range(30)
    ]

    course = report_on(responses, flow, profile="people").method.journey

    told = {one.name: (one.responses, one.completed, one.completed_percent) for one in course.channels}
    assert told == {"email": (30, 10, 33), "telegram": (30, None, None), "web": (30, None, None)}
    alone = report_on(responses[:30], flow, profile="people").method.journey
    assert [(one.responses, one.completed) for one in alone.channels] == [(30, 28)]


def test_themes_count_writers_once_over_all_their_words_and_question_by_question(make_flow, pick, respond):
    flow = make_flow(Question("why", "Why?", "text"), pick("q", "ab"), Question("odd", "Odd?", "text", private=True))
    first = respond(flow, {"why": "=well", "q": "a", "odd": "=hm"})
    second = respond(flow, {"why": "=so", "q": "=neither"})
    third = respond(flow, {"q": "a", "why": "skip"}, comments=(Comment(1, "Hi", first.started_at),))
    silent = respond(flow, {"q": "a"})
    coded = {
        (first.conversation, "why"): frozenset({"pay"}),
        (second.conversation, "why"): frozenset({"pay", "kind"}),
        (second.conversation, "q"): frozenset({"kind"}),
        (third.conversation, None): frozenset({"kind"}),
    }
    heard = Findings((Choice("pay", "Pay"), Choice("kind", "Kindness")), coded)

    report = report_on([first, second, third, silent], flow, heard=heard)

    assert told(report.method.themes) == {
        "words.pay": (2, 3),
        "words.kind": (2, 3),
        "why.pay": (2, 2),
        "why.kind": (1, 2),
        "q.kind": (1, 1),
    }


@pytest.mark.parametrize(
    ("profile", "shown"),
    [("people", {"words.pay": 5}), ("nhs-round5", {}), ("organisations", {"words.pay": 5, "words.kind": 2})],
)
def test_a_theme_of_few_is_hidden(make_flow, respond, profile, shown):
    flow = make_flow(Question("why", "Why?", "text"))
    responses = [respond(flow, {"why": "=well"}) for _ in range(10)]
    coded = {(one.conversation, "why"): frozenset({"none fits"}) for one in responses}
    coded |= {(one.conversation, "why"): frozenset({"pay"}) for one in responses[:5]}
    coded |= {(one.conversation, "why"): frozenset({"kind"}) for one in responses[5:7]}
    heard = Findings((Choice("pay", "Pay"), Choice("kind", "Kindness")), coded)

    themes = report_on(responses, flow, profile=profile, heard=heard).method.themes

    assert {one.id: one.chose for one in themes if one.shown and one.question == "words"} == shown
