"""Published figures stay as they are, and a later report does not tell of the few people between the two."""

import json
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import replace

import numpy as np
import pytest
from click.testing import CliRunner, Result

import sayso.commands.report as report_commands
from feedback.errors import SaysoError
from feedback.flows.condition import Has, Is
from feedback.flows.model import Question
from report.build.held_apart import TOO_SOON, apart_from, refuse_too_soon
from report.build.release_history import VersionedResponses, load_report, printed
from report.build.report import build
from report.disclosure.attacker import attack_pair
from report.disclosure.response_rates import InvitationCounts, InvitedGroup
from report.formats.markdown_json import to_json
from sayso.commands.report import report_command
from sayso.commands.report_inputs import ReportInputs
from tests.report.survey import leads


@pytest.fixture
def club(make_flow, pick):
    groups = (("some", ("a", "b")),)
    return make_flow(
        pick("q", "abc", groups=groups),
        pick("r", "ab", when=Is("q", "a"), otherwise="b"),
        pick("m", "ab", type="many", only="b", groups=(("any", ("a", "b")),)),
        pick("s", "ab", when=Has("m", "a")),
        Question("w", "Why?", "text"),
        Question("d", "When?", "date"),
        Question("n", "How often?", "number"),
        pick("t", "ab", when=Is("n", "x")),
    )


def told(flow, responses, earlier=(), profile="people"):
    flows = {flow.version_id: flow}
    return apart_from(build("club", responses, flows, profile=profile), earlier, flows)


def replies(flow, respond, many, answer="a"):
    given = {"q": answer, "r": "a", "m": ("a",), "s": "a", "w": "=hm", "d": "2026", "n": 3}
    return [respond(flow, given) for _ in range(many)]


def test_a_report_is_loaded_as_it_was_written(flow_file, respond, club):
    flow = flow_file("trust_leads")
    exact = build("trust_leads", leads(flow, respond), {flow.version_id: flow}, 92)
    people = told(club, [*replies(club, respond, 20), *replies(club, respond, 12, "b")])

    assert [load_report(json.loads(to_json(one))) for one in (exact, people)] == [exact, people]
    with pytest.raises(SaysoError, match="no report that sayso published"):
        load_report({"flow": "club"})


def test_few_between_two_reports_are_hidden_and_many_are_not(club, respond):
    first = [*replies(club, respond, 20), *replies(club, respond, 20, "b")]
    old = told(club, first)

    few = told(club, [*first, *replies(club, respond, 12), *replies(club, respond, 2, "b")], [old])
    many = told(club, [*first, *replies(club, respond, 12), *replies(club, respond, 15, "b")], [old])

    assert {one.why_hidden for one in few.figures if one.question == "q"} == {TOO_SOON}
    assert few.method.journey.channels == ()
    assert [one.chose for one in many.figures if one.question == "q"] == [32, 35, 0, 67]
    assert [one.shown for one in told(club, first, [old]).figures if one.question == "q"] == [True] * 4


def test_another_flow_and_exact_reports_are_not_held_apart(club, respond):
    old = told(club, replies(club, respond, 20))
    more = build("club", replies(club, respond, 23), {"v1": club}, profile="organisations")

    assert apart_from(more, [old], {"v1": club}) is more
    assert told(club, replies(club, respond, 23), [replace(old, flow="other")]).figures[0].shown
    refuse_too_soon(more, [old])


def test_a_report_is_refused_while_fewer_than_ten_more_have_replied(club, respond):
    old = told(club, replies(club, respond, 20))

    refuse_too_soon(old, [old])
    with pytest.raises(SaysoError, match="Only 9 more replied since"):
        refuse_too_soon(told(club, replies(club, respond, 29)), [old])


def test_the_data_version_is_that_of_the_replies_whatever_their_order(club, respond):
    first = replies(club, respond, 3)

    def version(responses):
        watched = VersionedResponses(responses)
        list(watched)
        return watched.version

    changed = replace(first[0], stage="stopped")
    assert version(first) == version(first[::-1])
    assert len({version(first), version(first[:2]), version([changed, *first[1:]])}) == 3


@pytest.mark.uncounted
@pytest.mark.slow
@pytest.mark.parametrize("profile", ["people", "nhs-round5"])
def test_two_random_reports_together_narrow_nothing(make_flow, pick, respond, profile):
    rng = np.random.default_rng(7)
    for _ in range(25):
        flow = make_flow(pick("q", "abcd"), pick("r", "ab", when=Is("q", "a")), pick("m", "abc", type="many"))
        shares = rng.dirichlet((1, 1, 1, 1))

        def some(many, flow=flow, shares=shares):
            return [
                respond(flow, {"q": str(rng.choice(list("abcd"), p=shares)), "r": "ab"[n % 2], "m": ("abc"[n % 3],)})
                for n in range(many)
            ]

        first = some(int(rng.integers(12, 150)))
        old = told(flow, first, (), profile)
        new = told(flow, [*first, *some(int(rng.integers(10, 60)))], [old], profile)

        flows = {"v1": flow}
        left = {one.question for one in attack_pair(printed(old, flows), printed(new, flows))}
        shown = {one.question for one in new.figures if one.shown}
        assert left & shown == set()


@pytest.fixture
def run(club, respond, tmp_path, monkeypatch) -> Callable[..., Result]:
    """Return a runner of `sayso report club` on so many replies; of its files only the one asked for is made."""
    monkeypatch.setattr(report_commands, "every_file", lambda _: None)
    stored = replies(club, respond, 60)

    @contextmanager
    def provider(name, *, with_words, part=None):
        yield ReportInputs(stored[: run.many], {"v1": club})

    def run(many, *arguments: str) -> Result:
        run.many = many
        return CliRunner().invoke(report_command(provider, lambda: tmp_path / "published"), ["club", *arguments])

    return run


def test_a_published_report_is_printed_again_whatever_came_since(run, tmp_path):
    published = run(20, "--publish", "--format", "json").stdout
    again = run(20, "--publish", "--format", "json").stdout

    file = next((tmp_path / "published").iterdir())
    assert again == published
    assert len(list((tmp_path / "published").iterdir())) == 1
    assert json.loads(file.read_text())["query"] == {"flow": "club", "profile": "people"}
    assert file.stat().st_mode & 0o777 == 0o600
    for name in ("last", file.stem):
        assert run(60, "--published", name, "--format", "json").stdout == published
    assert json.loads(run(60, "--format", "json").stdout)["responses"] == 60


def test_publishing_too_soon_or_a_report_that_is_not_there_is_one_clear_line(run, tmp_path):
    assert "There are: none." in run(20, "--published", "last").stderr
    assert run(20, "--publish").exit_code == 0
    assert "Only 5 more replied since a report was published" in run(25, "--publish").stderr
    assert "There are: club-" in run(20, "--published", "first").stderr
    (tmp_path / "published" / "a.json").write_text("{")
    assert "is no JSON" in run(20, "--publish").stderr


def test_before_publishing_it_is_said_how_much_would_be_shown(run, tmp_path):
    first = run(20, "--check").stdout
    assert "figures: 26 of 28 shown, 0 held back for earlier reports\n" in first
    assert "themes: 0 of 0 shown" in first
    assert "can be published when 10 more have replied" in first
    assert not (tmp_path / "published").exists()
    run(20, "--publish")
    assert "Only 5 more replied" in run(25, "--check").stderr
    assert "held back for earlier reports" in run(35, "--check").stdout


def test_exact_numbers_of_people_are_refused(run):
    for order in ((), ("--publish",), ("--check",)):
        assert "exact numbers would give single people away" in run(20, "--profile", "organisations", *order).stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("--publish", "--published", "last"),
        ("--publish", "--perspective", "club"),
        ("--check", "--published", "last"),
        ("--check", "--perspective", "club"),
    ],
)
def test_what_cannot_be_published_is_wrong_use(run, arguments):
    assert run(20, *arguments).exit_code == 2


def test_groups_are_left_out_where_few_of_one_replied_since_an_earlier_report(club, respond):
    def on(came, number):
        groups = (InvitedGroup("Ward A", 40, came), InvitedGroup("Ward B", 40, 20))
        return build("club", replies(club, respond, number), {"v1": club}, InvitationCounts(80, groups))

    old, flows = on(10, 30), {"v1": club}

    kept = [bool(apart_from(on(came, came + 30), [old], flows).method.groups) for came in (10, 19, 20)]

    assert kept == [True, False, True]


def test_a_report_from_before_groups_were_counted_is_still_printed(club, respond):
    report = told(club, replies(club, respond, 20))
    raw = json.loads(to_json(report))
    del raw["method"]["groups"]

    assert load_report(raw) == report
