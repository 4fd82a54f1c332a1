"""What the public sees is chosen by staff, piece by piece; nothing leaves before that, and two who choose see each other."""

import pytest

from feedback.errors import SaysoError
from report.build.report import build
from review.http.service_port import ServicePort
from review.text.report_inputs import heard
from storage.conversations.coded_rows import coded_responses
from storage.review.told_back import public_pages
from tests.review.conftest import House
from tests.told_town import Town

pytestmark = pytest.mark.slow
HERE = "/figures/ward/public"


def kept(house: House):
    return house.db.read_now(lambda tx: public_pages.of_flow(tx, flow="ward"))


@pytest.fixture
def shelf(house: House) -> dict[str, object]:
    """Published reports in memory; a second one is too soon, as it mostly is."""
    reports: dict[str, object] = {}

    def publish(name: str) -> None:
        if reports:
            raise SaysoError("Too few people came since the last report.")

        def made(tx):
            found = heard(tx, house.vault, flow=name)
            return build(name, coded_responses(tx, flow=name), {house.flow.version_id: house.flow}, heard=found)

        reports["ward-1"] = house.db.read_now(made)

    house.service = ServicePort(published=lambda _: reports, publish=publish)
    return reports


async def test_figures_quotes_outcomes_and_words_are_chosen_and_opened(house: House, browse, shelf):
    outcome, reviewer = Town(house).outcome, browse("reviewer")
    await reviewer.get(HERE)
    assert "No figures of these questions are published yet." in reviewer.text
    assert "It is not open." in reviewer.text
    await reviewer.send(f"{HERE}/publish")
    assert list(shelf) == ["ward-1"]
    page = reviewer.page.text
    quote = page.split('name="quote" value="')[1].split('"')[0]

    chosen = {"report": "ward-1", "question": "how", "quote": quote, "outcome": outcome, "is_open": "yes"}
    written = {"language": ["en", "en-x-easy"], "title-en": "What we heard", "text-en": "Calls\r\n\r\nmatter."}
    await reviewer.send(HERE, **chosen, **written, new_language="cy")

    found = kept(house)
    assert (found.is_open, found.questions, found.quotes, found.outcomes) == (True, ("how",), (quote,), (outcome,))
    assert found.texts == {"en": {"title": "What we heard", "text": "Calls\n\nmatter."}, "cy": {}}
    assert "rang me back" not in found.report + str(found.texts)
    assert "Done: changed what the public sees." in reviewer.text
    assert "1 quote stands on it now, of 1 text that you ticked." in reviewer.text
    assert "The fixed words of the page in Welsh" in reviewer.text


async def test_what_is_not_to_be_chosen_cannot_be_sent_either(house: House, browse, shelf):
    house.says("Not agreed to be quoted", picks="good")
    analyst = browse("analyst")
    await analyst.get(HERE)
    await analyst.send(f"{HERE}/publish")

    await analyst.send(HERE, report="ward-1", question="how", quote="a1", outcome="x", language="en")

    found = kept(house)
    assert (found.is_open, found.questions, found.quotes, found.outcomes) == (False, (), (), ())
    await analyst.send(f"{HERE}/publish")
    assert "Too few people came since the last report." in analyst.text


async def test_what_is_too_long_or_no_language_is_said_and_two_who_choose_are_told_of_each_other(
    house: House, browse, shelf
):
    house.says("Hello", picks="good")
    one, two = browse("analyst"), browse("reviewer")
    for browser in (one, two):
        await browser.get(HERE)
    await one.send(HERE, language="en", **{"title-en": "x" * 201})
    assert (one.page.status_code, "200 in each line" in one.text) == (400, True)
    await one.send(HERE, new_language="Polish, please")
    assert "Write a language as its code" in one.text
    await one.send(HERE, language="en", **{"title-en": "Mine"})

    await two.send(HERE, language="en", **{"title-en": "Theirs"})

    assert kept(house).texts == {"en": {"title": "Mine"}}
    assert "changed" in two.text


async def test_a_flow_that_is_not_there_or_was_never_asked_has_no_page(house: House, browse):
    browser = browse("analyst")

    assert (await browser.get("/figures/nothing/public")).status_code == 404
