"""Taking answers out in the browser: in whose role, with proof and a reason, and written down."""

from dataclasses import replace
from datetime import timedelta

import pytest

from feedback.errors import PartMissing, SaysoError
from report.build.report import Report
from review.http.service_port import ExportOrder, ServicePort
from storage.audit import audit_log
from tests.review.conftest import House


@pytest.fixture
def orders(both_houses: House) -> list[ExportOrder]:
    """What the service was asked for."""
    asked: list[ExportOrder] = []

    def export(order: ExportOrder) -> bytes:
        asked.append(order)
        if order.forms == ("sav",):
            raise SaysoError("There is nothing for SPSS in it.")
        return b"PK zip"

    both_houses.service = ServicePort(forms=("jsonl", "csv", "sav"), export=export)
    return asked


async def test_an_analyst_takes_checked_words_out_and_it_stands_in_the_audit(both_houses, browse_both, orders):
    browser = browse_both("analyst")
    await browser.get("/take-out")
    assert "Every word, as it came" not in browser.text

    answer = await browser.send("/take-out", form=["csv", "jsonl"], flow="ward", why="For the spring report")

    assert answer.content == b"PK zip"
    assert answer.headers["content-disposition"] == 'attachment; filename="sayso-ward-2026-05-04.zip"'
    assert answer.headers["cache-control"] == "no-store"
    assert orders == [ExportOrder("analyst", ("jsonl", "csv"), "ward")]
    (last, *_) = both_houses.db.read_now(audit_log.entries)
    assert (last.what, last.target, last.reason) == (
        "export jsonl,csv as analyst",
        "flow ward",
        "For the spring report",
    )


async def test_every_word_is_for_reviewers_alone(both_houses, browse_both, orders):
    analyst, reviewer = browse_both("analyst"), browse_both("reviewer")
    await analyst.get("/take-out")
    await reviewer.get("/take-out")

    refused = await analyst.send("/take-out", form="csv", role="reviewer", why="To see")
    await reviewer.send("/take-out", form="csv", role="reviewer", why="A complaint")

    assert refused.status_code == 403
    assert orders == [ExportOrder("reviewer", ("csv",), "")]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"why": "x"}, "Choose at least one format."),
        ({"form": "nonsense", "why": "x"}, "Choose at least one format."),
        ({"form": "csv"}, "Say in a sentence what it is for."),
        ({"form": "csv", "why": "x" * 301}, "Say in a sentence what it is for."),
        ({"form": "sav", "why": "x"}, "There is nothing for SPSS in it."),
        ({"form": "csv", "flow": "none", "why": "x"}, "That form was not right"),
    ],
)
async def test_what_is_missing_is_said_and_nothing_leaves(both_houses, browse_both, orders, fields, said):
    browser = browse_both("analyst")
    await browser.get("/take-out")

    answer = await browser.send("/take-out", **fields)

    assert (answer.status_code, said in browser.text) == (400, True)
    assert "export" not in [entry.what.split()[0] for entry in both_houses.db.read_now(audit_log.entries)]


@pytest.mark.parametrize("page", ["/take-out", "/figures/ward/report"])
async def test_taking_out_asks_again_who_one_is(both_houses, browse_both, orders, page):
    browser = browse_both("analyst")
    both_houses.clock.at += timedelta(minutes=20)

    await browser.get(page)

    assert browser.path == "/prove"


@pytest.fixture
def prints(both_houses: House) -> list[tuple[Report, str, bool]]:
    """The reports that were made into files."""
    made: list[tuple[Report, str, bool]] = []

    def print_report(report: Report, form: str, is_easy: bool) -> bytes:  # noqa: FBT001 - as the page calls it
        made.append((report, form, is_easy))
        return b"%PDF"

    both_houses.service = ServicePort(report_forms=("html", "pdf", "json"), print_report=print_report)
    return made


async def test_the_report_of_the_page_is_taken_as_a_file_and_it_stands_in_the_audit(both_houses, browse_both, prints):
    both_houses.says("It was kind", picks="good")
    browser = browse_both("analyst")
    await browser.get("/figures/ward")
    assert 'href="/staff/figures/ward/report"' in browser.page.text
    await browser.get("/figures/ward/report")
    assert "Small numbers are hidden in it, as on the page before." in browser.text

    answer = await browser.send("/figures/ward/report", form="pdf", easy="yes", why="For the board")

    assert (answer.content, answer.headers["content-type"]) == (b"%PDF", "application/pdf")
    assert answer.headers["content-disposition"] == 'attachment; filename="sayso-ward-easy-2026-05-04.pdf"'
    assert answer.headers["cache-control"] == "no-store"
    ((report, form, is_easy),) = prints
    assert (report.flow, report.method.profile, form, is_easy) == ("ward", "people", "pdf", True)
    (last, *_) = both_houses.db.read_now(audit_log.entries)
    assert (last.what, last.target, last.reason) == ("report pdf-easy as people", "flow ward", "For the board")


async def test_a_report_of_organisations_may_hide_more_than_its_page(house, browse):
    made = []
    house.service = ServicePort(report_forms=("md",), print_report=lambda report, *_: made.append(report) or b"")
    house.flow = replace(house.flow, level="organisation")
    house.says("It was kind", picks="good")
    browser = browse("reviewer")
    await browser.get("/figures/ward/report")
    assert browser.page.text.count('name="profile"') == 3

    await browser.send("/figures/ward/report", form="md", why="x")
    await browser.get("/figures/ward/report")
    await browser.send("/figures/ward/report", form="md", why="x", profile="nhs-round5")

    assert [report.method.profile for report in made] == ["organisations", "nhs-round5"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"why": "x"}, "Choose a kind of file."),
        ({"form": "pdf"}, "Say in a sentence what it is for."),
        ({"form": "json", "easy": "yes", "why": "x"}, "JSON is for programs, and has no Easy Read."),
        ({"form": "docx", "why": "x"}, "That form was not right"),
        ({"form": "pdf", "profile": "organisations", "why": "x"}, "That form was not right"),
        ({"form": "pdf", "profile": "nhs-round5", "why": "x"}, "That form was not right"),
    ],
)
async def test_no_report_leaves_otherwise_than_it_is_offered(both_houses, browse_both, prints, fields, said):
    browser = browse_both("analyst")
    await browser.get("/figures/ward/report")

    answer = await browser.send("/figures/ward/report", **fields)

    assert (answer.status_code, said in browser.text, prints) == (400, True, [])


async def test_those_who_only_read_are_offered_no_report_and_one_of_nothing_is_not_there(house, browse):
    viewer, analyst = browse("viewer"), browse("analyst")
    house.says("It was kind")

    await viewer.get("/figures/ward")

    assert "/figures/ward/report" not in viewer.page.text
    assert (await analyst.get("/figures/none/report")).status_code == 404
    house.flow = replace(house.flow, name="quay")
    assert (await analyst.get("/figures/quay/report")).status_code == 404


@pytest.mark.parametrize(("page", "form"), [("/take-out", "xlsx"), ("/figures/ward/report", "pdf")])
async def test_a_file_whose_part_is_not_installed_says_which_and_keeps_what_was_filled_in(house, browse, page, form):
    def refuse(*_: object) -> bytes:
        raise PartMissing("This file", "pdf")

    house.service = ServicePort(forms=("xlsx",), export=refuse, report_forms=("pdf",), print_report=refuse)
    house.says("It was kind", picks="good")
    browser = browse("reviewer")
    await browser.get(page)

    answer = await browser.send(page, form=form, why="For the board")

    assert answer.status_code == 503
    assert "This file needs the part pdf of sayso" in browser.text
    assert "make install WITH=pdf" in browser.text
    assert "For the board" in browser.text
    assert [entry.what for entry in house.db.read_now(audit_log.entries) if entry.reason] == []
