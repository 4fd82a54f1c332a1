"""Themes are honest about what is sorted: of whom a share is, and when it may be taken for everybody's."""

import json
from dataclasses import replace

import numpy as np
import pytest
from statsmodels.stats.proportion import proportion_confint

from feedback.conversation.response import Comment
from feedback.flows.model import Choice, Question
from report.build.document_builder import document, sorted_words
from report.build.easy_read import easy_document
from report.build.report import Findings, build
from report.build.themes import limit_for, writers
from report.counting.sorted_words import Sample, Sorting, mark_of
from report.formats.markdown_json import to_json, to_markdown

TALK = Choice("talk", "Interpreters")


@pytest.fixture
def flow(make_flow):
    return make_flow(Question("why", "Why?", "text"), Question("odd", "Odd?", "text", private=True))


@pytest.fixture
def told(flow, respond):
    """Return a maker of reports on so many who wrote, of whom some are sorted and some of these speak of the theme."""

    def make(wrote, is_sorted, speak, profile="organisations", **more):
        people = [respond(flow, {"why": "=hm"}) for _ in range(wrote)]
        coded = {(one.conversation, "why"): frozenset({"none fits"}) for one in people if is_sorted(one.conversation)}
        for where in list(coded)[:speak]:
            coded[where] = frozenset({"talk"})
        return build("club", people, {"v1": flow}, profile=profile, heard=Findings((TALK,), coded, **more))

    return make


def first(number):
    """Return a test of whether a conversation is among so many that come first."""
    seen = []

    def is_first(conversation):
        seen.append(conversation)
        return len(seen) <= number

    return is_first


def words(report):
    return next(one for one in report.method.themes if one.question == "words")


def test_sorting_twenty_of_two_hundred_is_never_a_share_of_two_hundred(told):
    report = told(200, first(20), 6)
    theme, page, easy = words(report), to_markdown(document(report)), to_markdown(easy_document(report))

    assert (theme.chose, theme.answered, theme.percent, theme.interval) == (6, 20, 30, None)
    assert (theme.theme, theme.texts, theme.people, theme.sorted, theme.wrote) == ("talk", 6, 6, 20, 200)
    assert "Sorted: 20 of 200 who wrote. The shares are of those alone, and say nothing of the others." in page
    assert "| Interpreters | 6 of 20 (30 %) | none yet |" in page
    assert "Replies with words: 200.\n\nWe have read and sorted: 20. The others may say other things." in easy
    assert "- 6 of 20 (30 %) wrote about “Interpreters”." in easy
    raw = json.loads(to_json(report))["method"]["themes"][0]
    assert (raw["sorted"], raw["wrote"], raw["basis"]) == (20, 200, "part")
    assert "of 200 (" not in page.split("## In their own words")[1]


def test_all_that_is_sorted_has_an_interval_that_another_program_finds(told):
    theme = words(told(200, first(200), 60))

    low, high = proportion_confint(60, 200, method="wilson")
    assert theme.interval == (round(100 * low), round(100 * high))
    assert theme.basis == "all"


def test_seven_of_many_are_under_one_percent_and_nearly_all_are_over_ninety_nine(told):
    few, most = told(1979, first(1979), 6), told(1979, first(1979), 1975)

    assert "| Interpreters | 6 of 1979 (under 1 %) |" in to_markdown(document(few))
    assert "| Interpreters | 1975 of 1979 (over 99 %) |" in to_markdown(document(most))


def test_a_sample_counts_once_all_of_it_is_sorted_and_says_that_it_is_an_estimate(told):
    sample = Sample("seed", 2**62)
    report = told(400, sample.holds, 60, sample=sample)
    theme = words(report)

    assert (theme.basis, theme.chose, theme.wrote) == ("sample", 60, 400)
    assert 160 < theme.sorted < 240
    low, high = proportion_confint(60, theme.sorted, method="wilson")
    assert theme.interval == (round(100 * low), round(100 * high))
    assert "They are a random sample, and all of it is sorted: the shares are estimates" in to_markdown(
        document(report)
    )
    assert "We chose them by chance." in to_markdown(easy_document(report))
    assert words(told(400, first(250), 60, sample=sample)).basis == "part"


def test_what_is_sorted_beside_the_sample_changes_no_estimate(flow, respond):
    people = [respond(flow, {"why": "=hm"}) for _ in range(300)]
    sample = Sample("seed", limit_for("seed", [one.conversation for one in people], 50))
    beside = [one for one in people if not sample.holds(one.conversation)][:40]
    coded = {(one.conversation, "why"): frozenset({"x"}) for one in people if sample.holds(one.conversation)}
    coded |= {(one.conversation, "why"): frozenset({"talk"}) for one in beside}

    report = build("club", people, {"v1": flow}, profile="organisations", heard=Findings((TALK,), coded, sample=sample))

    assert (words(report).chose, words(report).answered, words(report).basis) == (0, 50, "sample")


def test_a_sample_is_random_and_wider_limits_hold_narrower_ones():
    names = [f"c{number}" for number in range(4000)]
    marks = np.array([mark_of("s", one) for one in names]) / 2**63

    assert abs(marks.mean() - 0.5) < 0.02
    assert abs(np.histogram(marks, 10, (0, 1))[0] - 400).max() < 100
    narrow, wide = Sample("s", limit_for("s", names, 200)), Sample("s", limit_for("s", names, 9999))
    assert sum(narrow.holds(one) for one in names) == 200
    assert all(wide.holds(one) for one in names)
    assert limit_for("s", [], 5) == 0


def test_private_words_are_in_no_share_and_a_comment_of_two_is_sorted_in_part(flow, respond):
    at = respond(flow, {}).started_at
    ada = respond(flow, {"why": "=hm", "odd": "=hm"}, comments=(Comment(1, "a", at), Comment(2, "b", at)))
    bea = respond(flow, {"odd": "=hm"})
    coded = {(ada.conversation, None): frozenset({"talk"}), (ada.conversation, "why"): frozenset({"none"})}
    coded |= {(one.conversation, "odd"): frozenset({"talk"}) for one in (ada, bea)}
    heard = Findings((TALK,), coded, partly=frozenset({ada.conversation}))

    theme = words(build("club", [ada, bea], {"v1": flow}, profile="organisations", heard=heard))

    assert (theme.chose, theme.sorted, theme.wrote, theme.basis) == (1, 1, 1, "part")


def test_who_wrote_and_what_is_left_to_sort(flow, respond):
    ada, bea, cal = respond(flow, {"why": "=hm"}), respond(flow, {"why": "=hm"}), respond(flow, {"why": "skip"})
    gone, other = respond(flow, {"why": "=hm"}, consents={}), respond(flow, {"why": "=hm"}, version_id="lost")
    sorting = Sorting({(ada.conversation, "why"): frozenset({"talk"})})

    found = list(writers([ada, bea, cal, gone, other], {"v1": flow}, sorting))

    assert found == [(ada.conversation, False), (bea.conversation, True)]


def test_small_numbers_of_a_part_are_hidden_as_all_are(told):
    theme = words(told(200, first(20), 3, profile="people"))
    rounded = words(told(203, first(23), 13, profile="nhs-round5"))

    assert (theme.chose, theme.texts, theme.people, theme.sorted, theme.wrote) == (None, None, None, 20, 200)
    assert (rounded.chose, rounded.people, rounded.sorted, rounded.wrote) == (15, 15, 25, 205)
    assert rounded.interval is None


def test_hidden_counts_of_what_is_sorted_are_said_to_be_hidden_and_nothing_follows_from_them(told):
    theme = replace(words(told(200, first(20), 6)), sorted=None)

    assert sorted_words(theme) == "Sorted: hidden of 200 who wrote."
