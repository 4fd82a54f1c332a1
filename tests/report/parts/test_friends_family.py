"""The Friends and Family Test: six answers counted by place, of replies that count."""

from feedback.flows.model import Choice
from report.parts.friends_family import ANSWERS, FriendsFamilyRow, friends_family, question_of


def test_answers_are_counted_by_place_and_way_and_shares_are_of_all_who_answered(make_flow, pick, respond):
    asked = pick("fft", "a")
    six = type(asked)(asked.id, asked.ask, "one", choices=tuple(Choice(one, one) for one in ANSWERS))
    flow = make_flow(pick("q", "ab"), six)
    given = ["very_good"] * 6 + ["good"] * 2 + ["very_poor", "dont_know"]
    told = [respond(flow, {"fft": one}, channel="web" if at else "email") for at, one in enumerate(given)]
    told += [respond(flow, {"fft": "good"}, consents={}), respond(flow, {"fft": "skip"}), respond(flow, {"q": "a"})]
    other = respond(make_flow(pick("q", "ab"), version=2), {"q": "a"})

    (row,) = friends_family([*told, other], {"v1": flow}, lambda _: "Ward 3")

    assert row == FriendsFamilyRow("Ward 3", (6, 2, 0, 0, 1, 1), {"web": 9, "email": 1})
    assert (row.total, row.share("very_good", "good"), row.share("poor", "very_poor")) == (10, 80, 10)
    assert FriendsFamilyRow("", (0,) * 6, {}).share("good") is None
    assert question_of(make_flow(pick("q", "ab"))) is None
