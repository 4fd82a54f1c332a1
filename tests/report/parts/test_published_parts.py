"""Parts side by side as JSON, in Easy Read, and published: all together, or none of them."""

import json
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from itertools import count

import pytest
from click.testing import CliRunner

import sayso.commands.report as command
import sayso.staff.published_reports as shelf
from feedback.flows.model import Choice, Question
from report.build.report import Findings
from report.parts.cuts import by_channel, by_name, by_period
from sayso.commands.report_inputs import ReportInputs
from sayso.core.clock import now
from tests.report.conftest import AT

SIZES = {"Leeds": 30, "York": 40, "Hull": 4}


@pytest.fixture
def club(make_flow, pick, respond, tmp_path, monkeypatch):
    """Return a runner of `sayso report club` on replies from three places; of its files only the one asked for is made."""
    monkeypatch.setattr(command, "every_file", lambda _: None)
    ticks = count()
    monkeypatch.setattr(shelf, "now", lambda: now() + timedelta(minutes=next(ticks)))
    flow = make_flow(pick("q", "ab"), pick("age", "xy", theme="about you"), Question("w", "Why?", "text"))
    replies, places = [], {}

    def add(place, many, month=1):
        for at in range(many):
            one = respond(flow, {"q": "a" if at % 3 else "b", "w": "=hm"}, started_at=AT.replace(month=month))
            replies.append(one)
            places[one.conversation] = (place,)

    for place, many in SIZES.items():
        add(place, many)

    @contextmanager
    def provider(name, *, with_words, part=None):
        mine = [one for one in replies if part is None or not part.place or places[one.conversation] == (part.place,)]
        coded = {(one.conversation, "w"): frozenset({"t"}) for one in replies}
        cuts = (by_name("place", "Place", places), by_period(date(AT.year, 12, 31)), by_channel())
        told = None if part is None else replace(part, spellings=(part.place,) if part.place else ())
        yield ReportInputs(
            mine, {"v1": flow}, heard=Findings((Choice("t", "Tea"),), coded), part=told, cuts=lambda: cuts
        )

    def run(*arguments):
        return CliRunner().invoke(
            command.report_command(provider, lambda: tmp_path / "published"), ["club", *arguments]
        )

    run.add, run.kept = add, lambda: sorted(tmp_path.glob("published/*.json"))
    return run


def test_parts_are_told_to_programs_without_questions_about_who_somebody_is(club):
    told = json.loads(club("--by", "place", "--format", "json").stdout)

    assert (told["flow"], told["by"], told["not_shown"]) == ("club", "place", 2)
    assert [(one["name"], one["responses"]) for one in (told["whole"], *told["parts"])] == [
        ("All replies", 74),
        ("York", 40),
    ]
    assert {one["question"] for one in told["parts"][0]["figures"]} == {"q"}
    assert told["parts"][0]["themes"][0]["label"] == "Tea"


def test_easy_read_says_of_each_row_of_people_whose_answer_it_is(club):
    page = club("--by", "place", "--easy").stdout

    assert '<html lang="en-x-easy">' in page
    assert "<figcaption>York: Choice a: 26 of 40 (65 %)</figcaption>" in page
    assert "How many said “Choice a”:" in page
    few = club("--by", "channel", "--easy").stdout
    assert "We put them into parts. The parts are by: channel." in few


def test_parts_are_published_together_and_kept_once(club):
    first = club("--by", "place", "--publish", "--format", "json")
    assert first.exit_code == 0
    slices = [json.loads(file.read_text())["report"]["method"]["slice"] for file in club.kept()]
    assert [one["place"] for one in slices] == ["", "York"]
    assert slices[1]["spellings"] == ["York"]

    assert club("--by", "place", "--publish", "--format", "json").stdout == first.stdout
    assert len(club.kept()) == 2
    assert json.loads(club("--published", "last", "--format", "json").stdout)["responses"] == 74


def test_a_part_to_which_few_came_is_not_published_again(club):
    club("--by", "place", "--publish")
    club.add("York", 3)
    club.add("Leeds", 20)
    club.add("Hull", 3)
    told = json.loads(club("--by", "place", "--publish", "--format", "json").stdout)

    assert [one["name"] for one in told["parts"]] == ["Leeds"]
    assert told["not_shown"] == 2
    club.add("Hull", 3)
    assert "Only 3 more replied" in club("--by", "place", "--publish").stderr


def test_periods_are_published_as_years_quarters_and_months(club):
    club.add("York", 30, month=5)
    told = json.loads(club("--by", "period", "--publish", "--format", "json").stdout)

    year = told["parts"][0]["name"]
    assert [one["name"] for one in told["parts"]][:3] == [year, f"January to March {year}", f"January {year}"]
    days = {(one["since"], one["until"]) for one in map(slice_of, club.kept())}
    assert {(f"{year}-01-01", f"{year}-03-31"), (f"{year}-05-01", f"{year}-05-31")} <= days


def slice_of(file):
    return json.loads(file.read_text())["report"]["method"]["slice"]


def test_where_one_file_cannot_be_made_or_handed_over_no_part_is_kept(club, tmp_path, monkeypatch):
    assert club("--by", "place", "--publish", "--out", str(tmp_path / "gone" / "club.html")).exit_code == 1
    assert club.kept() == []

    def broken(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "every_file", broken)
    assert club("--by", "place", "--publish", "--format", "md").exit_code != 0
    assert club.kept() == []


@pytest.mark.parametrize("wrong", [("--by", "channel", "--publish"), ("--by", "place", "--check")])
def test_what_parts_cannot_be_is_wrong_use(club, wrong):
    assert club(*wrong).exit_code == 2
