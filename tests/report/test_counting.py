"""Who is counted, in which base, and over which versions of the flow."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedback.conversation.response import Comment, Response
from feedback.errors import SaysoError
from feedback.flows.condition import Answered, Has, Is, IsNot
from feedback.flows.model import Flow, Question
from report.build.report import Report, build
from report.counting.figures import Figure, QuestionCounts


def report_on(responses: list[Response], *flows: Flow) -> Report:
    return build("club", responses, {flow.version_id: flow for flow in flows}, profile="organisations")


def figure(report: Report, figure_id: str) -> Figure:
    return next(one for one in report.figures if one.id == figure_id)


def counts(report: Report, question: str) -> QuestionCounts:
    return next(one for one in report.method.questions if one.id == question)


@pytest.mark.parametrize(
    ("stage", "consents", "where"),
    [
        ("finished", {"take_part": True}, "counted"),
        ("asking", {"take_part": True}, "counted"),
        ("left early", {"take_part": True}, "counted"),
        ("consent", {}, "no consent"),
        ("declined", {"take_part": False}, "no consent"),
        ("paused", {}, "no consent"),
        ("stopped", {"take_part": False}, "withdrawn"),
        ("deleted", {"take_part": True}, "withdrawn"),
    ],
)
def test_only_a_yes_to_taking_part_that_still_holds_is_counted(make_flow, pick, respond, stage, consents, where):
    flow = make_flow(pick("q", "ab"))

    report = report_on([respond(flow, {"q": "a"}, stage=stage, consents=consents)], flow)

    told = {
        "counted": report.responses,
        "no consent": report.method.without_consent,
        "withdrawn": report.method.withdrawn,
    }
    assert told == dict.fromkeys(told, 0) | {where: 1}
    assert figure(report, "q.a").chose == (1 if where == "counted" else None)


def test_an_answer_that_a_correction_took_off_the_route_is_not_counted(make_flow, pick, respond):
    flow = make_flow(pick("q", "ab"), pick("r", "ab", when=Is("q", "a")))
    went_back = respond(flow, {"q": "b", "r": "a"})

    report = report_on([went_back, respond(flow, {"q": "a", "r": "a"})], flow)

    assert (figure(report, "r.a").chose, figure(report, "r.a").answered, figure(report, "r.a").not_asked) == (1, 1, 1)


def test_someone_not_asked_is_not_in_the_base_and_a_skip_is_told_from_prefer_not_to_say(make_flow, pick, respond):
    flow = make_flow(pick("q", "ab"), pick("r", "ab", when=IsNot("q", "b")))
    given = [{"q": "a", "r": "a"}, {"q": "a", "r": "skip"}, {"q": "skip", "r": "declined"}, {"q": "b"}]

    report = report_on([respond(flow, answers) for answers in given], flow)

    told = counts(report, "r")
    assert (told.asked, told.skipped, told.prefer_not_to_say, told.not_asked, told.answered) == (3, 1, 1, 1, 1)


def test_words_alone_are_in_the_base_and_under_no_choice(make_flow, pick, respond):
    flow = make_flow(pick("q", "ab"), pick("r", "ab", when=Answered("q")))

    report = report_on([respond(flow, {"q": "=it depends"}), respond(flow, {"q": "a"})], flow)

    assert (figure(report, "q.a").chose, figure(report, "q.a").answered, counts(report, "q").own_words) == (1, 2, 1)
    assert [(one.question, one.count) for one in report.comments] == [("q", 1), (None, 0)]


def test_whoever_left_before_a_question_has_not_been_asked_and_implies_nothing(make_flow, pick, respond):
    implied = pick("r", "ab", when=Is("q", "a"), otherwise="b")
    flow = make_flow(pick("p", "ab"), pick("q", "ab"), implied, pick("s", "ab", when=Has("r", "a")))
    left = respond(flow, {"p": "a"}, stage="left early")

    report = report_on([left, respond(flow, {"p": "a", "q": "b"})], flow)

    assert (report.responses, report.completed) == (2, 1)
    assert figure(report, "p.a").answered == 2
    for question in ("q", "r", "s"):
        assert counts(report, question).not_reached == 1
    assert (figure(report, "r.b").chose, figure(report, "r.b").implied, figure(report, "r.b").answered) == (1, 1, 1)
    assert counts(report, "s").not_asked == 1


def test_a_choice_picked_twice_counts_once_and_a_group_counts_people_not_ticks(make_flow, pick, respond):
    flow = make_flow(pick("q", "abc", type="many", groups=(("some", ("a", "b")),)))
    given = [("a", "a", "b"), ("b",), ("c",)]

    report = report_on([respond(flow, {"q": picked}) for picked in given], flow)

    assert [figure(report, f"q.{name}").chose for name in ("a", "b", "c", "some")] == [1, 2, 1, 2]


def test_a_scale_has_a_figure_for_each_point_with_its_ends_named(make_flow, respond):
    scale = Question("q", "How was it?", "scale", range=(0, 2), ends=("bad", "good"))
    plain = Question("r", "And now?", "scale", range=(1, 2))
    flow = make_flow(scale, plain, Question("n", "How many?", "number", range=(0, 200)), Question("i", "Note", "info"))

    report = report_on([respond(flow, {"q": 2.0, "r": 1, "n": 3}), respond(flow, {"q": 0, "n": "=a few"})], flow)

    assert [(one.id, one.label, one.chose) for one in report.figures] == [
        ("q.0", "0 bad", 1),
        ("q.1", "1", 0),
        ("q.2", "2 good", 1),
        ("r.1", "1", 1),
        ("r.2", "2", 0),
        ("n.0", "0", 0),
        ("n.1_to_4", "1 to 4", 1),
        ("n.5_to_9", "5 to 9", 0),
        ("n.10_to_19", "10 to 19", 0),
        ("n.20_to_49", "20 to 49", 0),
        ("n.50_to_99", "50 to 99", 0),
        ("n.100_or_more", "100 or more", 0),
    ]
    assert [one.id for one in report.method.questions] == ["q", "r", "n"]
    assert counts(report, "n").answered == 2


def test_versions_are_joined_by_id_and_each_choice_has_the_base_that_it_was_offered_to(make_flow, pick, respond):
    old = make_flow(pick("gone", "ab"), pick("q", "ab"), pick("r", "ab"))
    groups = (("old_ones", ("a", "b")), ("with_new", ("a", "c")))
    changed = pick("q", "abc", ask="How was it?", groups=groups, hint="Take your time.")
    new = make_flow(changed, pick("r", "ab", when=Is("q", "c")), pick("new", "ab"), version=2)
    responses = [respond(old, {"gone": "a", "q": "a", "r": "a"}), respond(new, {"q": "c", "r": "b", "new": "a"})]

    report = report_on(responses, new, old)

    told = {
        name: (figure(report, name).chose, figure(report, name).answered, figure(report, name).not_asked)
        for name in ("q.a", "q.c", "q.old_ones", "q.with_new", "new.a", "gone.a")
    }
    assert told == {
        "q.a": (1, 2, 0),
        "q.c": (1, 1, 1),
        "q.old_ones": (1, 2, 0),
        "q.with_new": (1, 1, 1),
        "new.a": (1, 1, 1),
        "gone.a": (1, 1, 1),
    }
    assert report.versions == (1, 2)
    assert [(one.question, one.choice, one.what) for one in report.method.changes] == [
        ("q", None, "wording"),
        ("q", "c", "added"),
        ("r", None, "route"),
        ("new", None, "added"),
        ("gone", None, "removed"),
    ]


def test_a_text_that_became_a_question_has_only_its_askers_in_the_base(make_flow, pick, respond):
    old, new = make_flow(Question("q", "Welcome", "info")), make_flow(pick("q", "ab"), version=2)

    report = report_on([respond(old, {}), respond(new, {"q": "a"})], old, new)

    assert (counts(report, "q").asked, counts(report, "q").not_asked) == (1, 1)


def test_a_new_label_is_listed_and_used(make_flow, pick, respond):
    old = make_flow(pick("q", "ab"))
    question = old.questions[0]
    labels = (replace(question.choices[0], label="Yes, a"), question.choices[1])
    new = make_flow(replace(question, choices=labels), version=2)

    report = report_on([respond(old, {"q": "a"}), respond(new, {"q": "a"})], old, new)

    assert figure(report, "q.a").label == "Yes, a"
    change = report.method.changes[0]
    assert (change.choice, change.what, change.before, change.after) == ("a", "wording", "Choice a", "Yes, a")


def test_the_base_has_words_even_where_the_flow_gives_none(make_flow, pick, respond):
    asked_some = pick("r", "ab", when=Is("q", "a"))
    implied = pick("s", "ab", when=Is("q", "a"), otherwise="b")
    flow = make_flow(pick("q", "ab"), asked_some, implied)

    report = report_on([], flow)

    assert [one.base for one in report.method.questions] == [
        "everyone who answered",
        "everyone who was asked and answered",
        "everyone who answered; those not asked count as Choice b",
    ]


def test_nothing_heard_yet_is_a_report_without_numbers(make_flow, pick):
    report = report_on([], make_flow(pick("q", "ab")))

    assert (report.versions, report.responses, report.response_rate) == ((), 0, None)
    assert {(one.percent, one.shown, one.why_hidden) for one in report.figures} == {
        (None, False, "Nobody has answered this yet.")
    }


def test_the_days_and_the_unprompted_words_are_counted_and_other_flows_pass(make_flow, pick, respond):
    flow = make_flow(pick("q", "ab"))
    first = respond(flow, {"q": "a"})
    comment = Comment(1, "Thanks", first.started_at)
    later = respond(flow, {}, heard_at=first.heard_at + timedelta(days=3), comments=(comment,), stage="asking")

    report = report_on([later, first, replace(first, flow="other")], flow)

    assert (report.method.first_on, report.method.last_on) == (date(2026, 3, 2), date(2026, 3, 5))
    assert report.comments[-1].count == 1
    assert report.responses == 2


def test_an_unknown_flow_and_a_lost_version_are_named(make_flow, pick, respond):
    flow = make_flow(pick("q", "ab"))

    with pytest.raises(SaysoError, match="no flow named walk"):
        build("walk", [], {flow.version_id: flow})
    with pytest.raises(SaysoError, match=r"not stored: v7 \(1\), v8 \(1\)"):
        report_on([respond(flow, {}, version_id="v8"), respond(flow, {}, version_id="v7")], flow)


@pytest.mark.parametrize(("invited", "rate"), [(None, None), (0, None), (1, None), (2, 100), (16, 13)])
def test_the_rate_is_of_the_invited_and_no_rate_is_over_a_hundred(make_flow, pick, respond, invited, rate):
    flow = make_flow(pick("q", "ab"))

    report = build("club", [respond(flow, {}), respond(flow, {})], {"v1": flow}, invited)

    assert report.response_rate == rate


ANSWERS = st.one_of(st.sampled_from(["a", "b", "c", "skip", "declined", "=hm"]), st.none())
TICKED = st.lists(st.sampled_from("abc"), min_size=1).map(tuple)
ROWS = st.tuples(ANSWERS, ANSWERS, st.one_of(ANSWERS.filter(lambda one: one not in ("a", "b", "c")), TICKED))


@pytest.mark.slow
@settings(deadline=None)
@given(rows=st.lists(st.tuples(ROWS, st.sampled_from(["finished", "asking", "consent"]))))
def test_no_figure_exceeds_its_base_and_everyone_counted_is_somewhere(make_flow, pick, respond, rows):
    implied = pick("q", "abc", when=IsNot("p", "c"), otherwise="c")
    ticks = pick("r", "abc", type="many", when=Has("q", "a"), groups=(("some", ("a", "b")),))
    flow = make_flow(pick("p", "abc"), implied, ticks)
    given = [({name: one for name, one in zip("pqr", row, strict=True) if one}, stage) for row, stage in rows]

    report = report_on([respond(flow, answers, stage=stage) for answers, stage in given], flow)

    assert report.responses == sum(stage != "consent" for _, stage in rows)
    for one in report.method.questions:
        assert one.asked + one.implied + one.not_asked + one.not_reached == report.responses
        assert one.asked + one.implied - one.skipped - one.prefer_not_to_say == one.answered
        mine = [figure for figure in report.figures if figure.question == one.id and figure.shown]
        assert all(0 <= figure.chose <= figure.answered == one.answered for figure in mine)
        if mine and one.id != "r":
            assert sum(figure.chose for figure in mine) + one.own_words == one.answered


def test_many_replies_are_counted_as_few_are(make_flow, pick, respond):
    """Answers wait until there are thousands, and one answer may be the same object in all of them, at every question."""
    flow = make_flow(pick("q1", "ab"), pick("q2", "ab"))
    one, other = respond(flow, {"q1": "a", "q2": "b"}), respond(flow, {"q1": "b"})
    shared = replace(one, answers=dict.fromkeys(("q1", "q2", "gone"), one.answers["q1"]))

    report = report_on([one] * 4_000 + [other] * 1_500 + [shared] * 600, flow)

    assert [figure(report, name).chose for name in ("q1.a", "q1.b", "q2.a", "q2.b")] == [4_600, 1_500, 600, 4_000]
    assert counts(report, "q2").not_reached == 1_500
