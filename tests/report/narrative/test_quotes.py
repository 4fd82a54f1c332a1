"""Words in the report: of whom, how many, and when none."""

from dataclasses import replace

import pytest

from feedback.flows.model import Choice, Question
from report.build.report import Findings, build
from report.narrative.quotes import Quotable, Quote

PAY, KIND = Choice("pay", "Pay"), Choice("kind", "Kindness")


@pytest.fixture
def flow(make_flow, pick):
    return make_flow(Question("why", "Why?", "text"), pick("q", "ab"), Question("odd", "Odd?", "text", private=True))


def said(response, words, theme="pay", question="why"):
    return Quotable(words, theme, response.conversation, question, response.person)


def quotes(flow, responses, *words, profile="organisations"):
    """Return the quotes of a report in which everybody's words are coded as `words` says, and no theme fits the others."""
    coded = {(one.conversation, "why"): frozenset({"none fits"}) for one in responses}
    for one in words:
        where = one.conversation, one.question
        coded[where] = coded.get(where, frozenset()) | {one.theme}
    heard = Findings((PAY, KIND), coded, words)
    return build("club", responses, {"v1": flow}, profile=profile, heard=heard).method.quotes


def test_three_people_stand_under_a_theme_each_once_the_last_coded_first(flow, respond):
    people = [respond(flow, {"why": "=hm"}) for _ in range(4)]
    words = [said(people[0], "newest"), said(people[0], "older"), *(said(one, one.person) for one in people[1:])]

    told = quotes(flow, people, *words)

    assert told == tuple(Quote(words, "pay") for words in ("newest", people[1].person, people[2].person))


def test_whoever_is_not_quoted_yet_goes_before_others_under_the_next_theme(flow, respond):
    ada, bea = respond(flow, {"why": "=hm"}), respond(flow, {"why": "=hm"})
    words = [said(ada, "Ada on pay"), said(ada, "Ada on kindness", "kind"), said(bea, "Bea on kindness", "kind")]

    told = quotes(flow, [ada, bea], *words)

    assert [one.words for one in told] == ["Ada on pay", "Bea on kindness", "Ada on kindness"]


def test_words_that_are_not_counted_are_not_printed(flow, respond):
    kept = respond(flow, {"why": "=hm", "odd": "=hm"})
    gone = respond(flow, {"why": "=hm"}, consents={"take_part": False})
    skipped = respond(flow, {"why": "skip"})
    words = [said(kept, "private", question="odd"), said(kept, "comment", question=None), said(kept, "kept")]

    told = quotes(flow, [kept, gone, skipped], said(gone, "taken back"), said(skipped, "off the route"), *words[::2])
    beside = quotes(flow, [kept], *words[:2])

    assert [one.words for one in told] == ["kept"]
    assert [one.words for one in beside] == ["comment"]


@pytest.mark.parametrize(
    ("profile", "many"), [("people", 4), ("people", 5), ("nhs-round5", 7), ("nhs-round5", 8), ("organisations", 1)]
)
def test_a_theme_whose_number_is_hidden_has_no_words(flow, respond, profile, many):
    people = [respond(flow, {"why": "=hm"}) for _ in range(20)]
    words = [said(one, one.person) for one in people[:many]]

    told = quotes(flow, people, *words, profile=profile)

    assert len(told) == {4: 0, 5: 3, 7: 0, 8: 3, 1: 1}[many]


def test_the_same_words_are_printed_once_also_under_two_themes_and_of_two_people(flow, respond):
    ada, bea, cal = (respond(flow, {"why": "=hm"}) for _ in range(3))
    words = [said(ada, "Thank you."), said(bea, "thank  you"), said(cal, "Well met"), said(cal, "Well met", "kind")]

    told = quotes(flow, [ada, bea, cal], *words, said(ada, "\U0001f642", "kind"))

    assert [(one.words, one.theme) for one in told] == [
        *(("Thank you.", "pay"), ("Well met", "pay")),
        ("\U0001f642", "kind"),
    ]


def test_of_a_choice_of_staff_only_that_is_printed_and_by_the_same_rules(flow, respond):
    people = [respond(flow, {"why": "=hm"}) for _ in range(6)]
    words = [replace(said(one, one.person), ref=f"a{at}") for at, one in enumerate(people)]
    coded = {(one.conversation, "why"): frozenset({"pay"}) for one in people}

    def told(*picked):
        heard = Findings((PAY,), coded, tuple(words), picked=frozenset(picked))
        found = build("club", people, {"v1": flow}, profile="organisations", heard=heard).method.quotes
        return [one.words for one in found]

    assert told("a5", "a4") == [people[4].person, people[5].person]
    assert told("a1", "a2", "a3", "a4") == [people[place].person for place in (1, 2, 3)]
    assert told("a9") == told() == []


def test_as_what_somebody_speaks_is_said_where_they_agreed_and_ten_people_are_the_same(make_flow, pick, respond):
    flow = make_flow(Question("why", "Why?", "text"), pick("who", "abco", speaker=True, other="o"))
    agreed = {"take_part": True, "quote_speaker": True}

    def of(who, consents=agreed):
        return respond(flow, {"why": "=hm", "who": who}, consents=consents)

    people = [of("a", {"take_part": True}), of("skip"), of("b"), of("o"), *(of("a") for _ in range(10))]
    people += [of(who) for who in "o" * 10 + "b" * 5]
    ada, bea, cal, dan, eve = people[:5]
    spoke = {one.conversation: frozenset({"pay"}) for one in people}
    heard = Findings((PAY,), {(one, "why"): themes for one, themes in spoke.items()}, said=())

    def who(one):
        found = build("club", people, {"v1": flow}, profile="people", heard=replace(heard, said=(said(one, "hm"),)))
        return [quote.who for quote in found.method.quotes]

    assert [who(one) for one in (ada, bea, cal, dan, eve)] == [[""], [""], [""], [""], ["Choice a"]]
