"""A report is published only when every file of it stands: whatever goes wrong, nothing is kept."""

from contextlib import contextmanager

import pytest
from click.testing import CliRunner

import sayso.commands.report as command
import sayso.exports.report_formats as formats
import sayso.staff.published_reports as shelf
from feedback.errors import PartMissing, SaysoError
from feedback.flows.model import Choice, Question
from report.build.report import Findings
from report.narrative.quotes import Quotable
from sayso.commands.report_inputs import ReportInputs
from tests.report.conftest import AT


@pytest.fixture
def publish(make_flow, pick, respond, tmp_path):
    """Return a runner of `sayso report club --publish`, whose agreed quote has a picture that few fonts have."""
    flow = make_flow(pick("q", "ab"), Question("w", "Why?", "text"))
    stored = [respond(flow, {"q": "a", "w": "=hm"}) for _ in range(20)]
    coded = {(one.conversation, "w"): frozenset({"t"}) for one in stored}
    said = (Quotable("Thank you \U0001faf6", "t", stored[0].conversation, "w", stored[0].person),)

    @contextmanager
    def provider(name, *, with_words, part=None):
        yield ReportInputs(stored, {"v1": flow}, heard=Findings((Choice("t", "Thanks"),), coded, said))

    def run(*arguments: str):
        made = command.report_command(provider, lambda: tmp_path / "published")
        return CliRunner().invoke(made, ["club", "--publish", *arguments])

    run.kept = lambda: sorted(tmp_path.glob("published/*"))
    return run


@pytest.mark.slow
def test_a_quote_with_a_picture_in_it_is_published_as_pdf(publish, tmp_path):
    done = publish("--out", str(tmp_path / "club.pdf"))

    assert (done.exit_code, len(publish.kept())) == (0, 1)
    assert (tmp_path / "club.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("form", ["html", "docx", "pdf", "md", "json"])
def test_nothing_is_kept_where_one_file_cannot_be_made(publish, monkeypatch, form):
    whole = formats.printed

    def broken(told, wanted, *, is_easy=False):
        if wanted == form:
            raise SaysoError(f"No {form} today.")
        return whole(told, "md", is_easy=is_easy) if wanted in ("docx", "pdf") else whole(told, wanted)

    monkeypatch.setattr(formats, "printed", broken)

    done = publish("--format", "json")

    assert (done.exit_code, publish.kept(), f"No {form} today." in done.stderr) == (1, [], True)


def test_nothing_is_kept_where_the_file_has_no_place(publish, tmp_path, monkeypatch):
    monkeypatch.setattr(command, "every_file", lambda _: None)

    done = publish("--out", str(tmp_path / "gone" / "club.html"))

    assert (done.exit_code, publish.kept()) == (1, [])


def test_nothing_is_kept_where_somebody_breaks_off(publish, monkeypatch):
    def broken(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "every_file", lambda _: None)
    monkeypatch.setattr(command, "write", broken)

    assert publish("--format", "md").exit_code != 0
    assert publish.kept() == []


def test_what_cannot_be_kept_is_not_handed_over(publish, tmp_path, monkeypatch):
    monkeypatch.setattr(command, "every_file", lambda _: None)
    (tmp_path / "published").write_text("a file where the folder should be")

    assert publish("--out", str(tmp_path / "club.html")).exit_code != 0
    assert not (tmp_path / "club.html").exists()


def test_two_reports_of_one_second_are_not_one(publish, tmp_path, monkeypatch):
    monkeypatch.setattr(command, "every_file", lambda _: None)
    monkeypatch.setattr(shelf, "now", lambda: AT)
    (tmp_path / "published").mkdir()
    monkeypatch.setattr(shelf.PublishedReports, "_kept", lambda _: {})
    assert publish("--format", "md").exit_code == 0

    assert "in this very second" in publish("--format", "md").stderr


def test_a_format_whose_part_was_left_out_stops_nothing(publish, monkeypatch):
    def without(told, form, *, is_easy=False):
        raise PartMissing("A PDF", "pdf")

    monkeypatch.setattr(formats, "printed", without)

    assert publish("--format", "md").exit_code == 0
    assert len(publish.kept()) == 1
