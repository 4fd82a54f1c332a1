"""How well each question is understood: counted over the base of the report, and hidden by its rules."""

import pytest

from feedback.flows.model import Question
from report.build.understanding import BASE, HIDDEN, SIGNS, understanding
from report.disclosure.suppression import FEW_ANSWERS, SMALL_NUMBER

NAMES = tuple(SIGNS)


@pytest.fixture
def flow(make_flow, pick):
    return make_flow(pick("how", "abc", other="c"), Question("why", "Why?", "text"))


def crowd(respond, flow, number, how="a", **more):
    return [respond(flow, {"how": how, "why": "=Because"}, **more) for _ in range(number)]


def noting(responses, *marks):
    """The same of each of these responses: pairs of a question and how it was not understood."""
    return {one.conversation: frozenset(marks) for one in responses}


def numbers(found):
    return {figure.choice: figure.chose for figure in found.figures}


def test_each_sign_is_counted_with_the_base_of_the_report(respond, flow):
    plain, asked, unclear = crowd(respond, flow, 10), crowd(respond, flow, 8), crowd(respond, flow, 12, "=Hm")
    skipped, declined = crowd(respond, flow, 6, "skip"), crowd(respond, flow, 5, "declined")
    noted = {
        **noting(asked, ("how", "asked back"), ("how", "asked again")),
        **noting(unclear, ("how", "asked again"), ("how", "kept as given")),
        **noting(skipped, ("how", "asked what it means"), ("gone", "asked back")),
    }

    how, why = understanding("club", [*plain, *asked, *unclear, *skipped, *declined], {flow.version_id: flow}, noted)

    assert (how.question, how.label, how.met, how.left) == ("how", "how?", 41, 0)
    assert numbers(how) == {"asked_back": 8, "not_understood": 20, "own_words": 12, "meaning": 6, "skipped": 6}
    assert [(one.id, one.label, one.base) for one in how.figures] == [(f"how.{one}", SIGNS[one], BASE) for one in NAMES]
    assert [figure.percent for figure in how.figures] == [20, 49, 29, 15, 15]
    assert all(figure.interval and figure.answered == 41 for figure in how.figures)
    assert numbers(why) == dict.fromkeys(NAMES, 0)
    assert why.met == 41


def test_whoever_left_there_is_counted_apart_and_is_in_no_base(respond, flow):
    stayed = crowd(respond, flow, 20)
    gone = [respond(flow, {}, stage="left early") for _ in range(12)]
    talking = [respond(flow, {}, stage="asking") for _ in range(5)]

    found = understanding(
        "club",
        [*stayed, *gone, *talking],
        {flow.version_id: flow},
        noting([*gone, *talking], ("how", "asked what it means")),
    )

    assert (found[0].met, found[0].left, numbers(found[0])["meaning"]) == (20, 12, 0)


def test_small_numbers_and_small_rests_are_hidden_and_a_part_is_with_its_whole(respond, flow):
    responses = crowd(respond, flow, 30)
    noted = {
        **noting(responses[:4], ("how", "asked back")),
        **noting(responses[4:12], ("how", "asked again")),
        responses[12].conversation: frozenset({("how", "asked again"), ("how", "kept as given")}),
    }
    noted = {one: marks | {("how", "asked what it means")} for one, marks in noted.items()}
    noted |= noting(responses[13:29], ("how", "asked what it means"))

    (how, _) = understanding("club", responses, {flow.version_id: flow}, noted)

    assert numbers(how) == {"asked_back": None, "not_understood": 9, "own_words": None, "meaning": None, "skipped": 0}
    assert {one.why_hidden for one in how.figures if not one.shown} == {SMALL_NUMBER}
    assert how.met == 30


def test_a_base_of_fewer_than_ten_hides_every_sign_and_still_says_how_many(respond, flow):
    responses = crowd(respond, flow, 9)

    found = understanding("club", responses, {flow.version_id: flow}, noting(responses, ("why", "asked what it means")))

    assert [one.why_hidden for one in found[1].figures[:4]] == [FEW_ANSWERS] * 4
    assert [one.met for one in found] == [None, 9]


def test_where_the_report_hides_a_base_nothing_is_told(respond, flow):
    responses = [*crowd(respond, flow, 20), *crowd(respond, flow, 2, "skip")]

    (how, why) = understanding("club", responses, {flow.version_id: flow}, noting(responses, ("how", "asked back")))

    assert (how.met, how.left) == (None, None)
    assert {(one.chose, one.percent, one.interval, one.why_hidden) for one in how.figures} == {
        (None, None, None, HIDDEN)
    }
    assert why.met == 22


def test_words_that_the_report_hides_beside_a_small_choice_are_hidden_here(respond, flow):
    unclear, few, others = crowd(respond, flow, 8, "=Hm"), crowd(respond, flow, 2, "b"), crowd(respond, flow, 20)
    noted = noting(unclear, ("how", "kept as given")) | noting(others[:5], ("how", "asked again"))

    (how, _) = understanding("club", [*unclear, *few, *others], {flow.version_id: flow}, noted)

    assert (how.met, numbers(how)["not_understood"], numbers(how)["own_words"]) == (30, 13, None)


def test_one_person_who_replies_often_makes_no_number_large(respond, flow):
    often = crowd(respond, flow, 12, person="p-again")
    others = crowd(respond, flow, 30)

    (how, _) = understanding("club", [*often, *others], {flow.version_id: flow}, noting(often, ("how", "asked back")))

    assert (how.met, numbers(how)["asked_back"]) == (42, None)


def test_organisations_are_told_exactly_and_rounding_rounds(respond, flow, make_flow):
    responses = crowd(respond, flow, 33)
    noted = noting(responses[:9], ("how", "asked back"))
    flows = {flow.version_id: flow}

    exact = understanding("club", responses, flows, noting(responses[:2], ("how", "asked back")), "organisations")
    rounded = understanding("club", responses, flows, noted, "nhs-round5")

    assert (exact[0].met, numbers(exact[0])["asked_back"], exact[0].figures[0].level) == (33, 2, "person")
    assert (rounded[0].met, numbers(rounded[0])["asked_back"], rounded[0].figures[0].percent) == (35, 10, 29)


def test_other_flows_and_those_without_a_yes_are_not_counted(respond, flow, make_flow):
    other = make_flow(Question("how", "How?", "text"), name="other", version_id="o1")
    responses = crowd(respond, flow, 20)
    strangers = [respond(other, {"how": "=Fine"}) for _ in range(8)]
    unasked = [respond(flow, {"how": "a"}, stage="consent", consents={}) for _ in range(8)]

    (how, _) = understanding(
        "club",
        [*responses, *strangers, *unasked],
        {flow.version_id: flow, other.version_id: other},
        noting([*strangers, *unasked], ("how", "asked back")),
    )

    assert (how.met, numbers(how)["asked_back"]) == (20, 0)
