"""A self-assessment by staff: begun, filled in, signed off with what people said beside it, and next year again."""

import re
from dataclasses import replace

import pytest
from sqlalchemy import insert, update

from config.standards_files import load_standards
from feedback.flows.model import Choice
from feedback.standards.standard import Standard, StandardStatement, in_versions
from review.http.context import ServiceSetup
from review.http.service_port import ServicePort
from review.text.self_assessments import TOO_FEW, StandardShelf, beside
from sayso.exports.report_formats import drawn
from storage.organisations import assessments
from storage.tables import conversations, organisations

LATER = Standard(
    "4pi", 2, "The five Ps", "", "people",
    (StandardStatement("equals", "Principles", "We are equals.", same_as="equals"), StandardStatement("new", "Impact", "New.")),
)  # fmt: skip


@pytest.fixture
def trust(house):
    house.set_up = ServiceSetup(standards=StandardShelf(in_versions(load_standards())))
    house.service = ServicePort(print_document=drawn)
    house.db.write_now(lambda tx: tx.execute(insert(organisations), {"id": "trust", "name": "Example Trust"}))
    return "/organisations/trust"


async def begun(browser, trust):
    await browser.get(trust)
    await browser.send(f"{trust}/assess", standard="4pi")
    return browser.page.url.path.removeprefix("/staff")


async def test_it_is_filled_in_signed_off_and_compared_next_year_where_the_meaning_is_the_same(house, browse, trust):
    browser = browse("analyst")
    path = await begun(browser, trust)
    await browser.get(f"{path}/equals")
    await browser.send(f"{path}/equals", standing="partly", evidence="Our policy.", due="soon")
    assert "Write the day like this" in browser.text
    await browser.send(f"{path}/equals", standing="partly", evidence="Our policy.", link="nowhere")
    assert "must begin with https" in browser.text
    typed = {"link": "https://example.org/p", "action": "Ask", "owner": "Chair", "due": "2026-09-01"}
    await browser.send(f"{path}/equals", standing="partly", evidence="Our policy.", **typed)
    assert browser.page.url.path.endswith("/listen")
    await browser.get(path)
    assert "Our policy." in browser.text and "Ask Chair 2026-09-01" in browser.text  # noqa: PT018 - one page
    for length in ("whole", "board"):
        assert (await browser.get(f"{path}/file/{length}")).content.startswith(b"%PDF")
    await browser.get(path)
    await browser.send(f"{path}/sign-off")
    assert "Signed off on 2026-05-04, by: staff of this service." in browser.text
    assert TOO_FEW in browser.text
    assert (await browser.get(f"{path}/equals")).status_code == 404

    house.clock.forward(minutes=5)
    house.set_up = ServiceSetup(standards=StandardShelf(in_versions((*load_standards(), LATER))))
    again = browse.again(browser)
    path = await begun(again, trust)
    await again.get(f"{path}/equals")
    await again.send(f"{path}/equals", standing="met")
    await again.get(path)
    assert "We are equals. Better: partly before, met now." in again.text
    assert "Statements with no like before: 1. They are not compared." in again.text
    await again.send(f"{path}/delete")
    assert (await again.get(path)).status_code == 404


async def test_a_link_is_made_for_a_role_and_closed_and_one_is_open_at_a_time(house, browse, trust):
    browser = browse("analyst")
    path = await begun(browser, trust)
    await browser.get(path)
    await browser.send(f"{path}/links", role="")
    assert "Say which role" in browser.text
    await browser.get(path)
    await browser.send(f"{path}/links", role="chair")
    token = re.search(r"/own-check/(\w+)", browser.text).group(1)
    opened = lambda: house.db.read_now(lambda tx: assessments.by_token(tx, house.vault, token=token, now=house.clock()))  # noqa: E731 - said once
    assert opened()[1] == "chair"
    await browser.send(f"{path}/links/close")
    assert opened() is None
    await browser.get(trust)
    await browser.send(f"{trust}/assess", standard="4pi")
    assert "Finish it first" in browser.text


def reply(house, number, organisation):
    """As many people say yes and no in turn, and count for an organisation."""
    for turn in range(number):
        held = house.says("Fine.", picks=("yes", "no")[turn % 2])
        mine = update(conversations).where(conversations.c.id == held.conversation.id)
        house.db.write_now(lambda tx, mine=mine: tx.execute(mine.values(organisation_id=organisation)))


def test_what_people_said_stands_beside_a_statement_from_ten_replies_on(house, trust):
    choices = (Choice("yes", "Yes"), Choice("no", "No"))
    questions = (replace(one, choices=choices) if one.id == "how" else one for one in house.flow.questions)
    flow = replace(house.flow, questions=tuple(questions))
    statement = StandardStatement("kind", "Process", "People are kind.", people="how")
    standard = Standard("local", 1, "Ours", "", house.flow.name, (statement,))
    shelf = StandardShelf({"local": (standard,)})
    said = lambda of="trust": house.db.read_now(  # noqa: E731 - said once
        lambda tx: beside(tx, standard=standard, organisation_id=of, pinned=lambda _, __: flow, shelf=shelf)
    )
    assert said() == {"kind": TOO_FEW}
    reply(house, 12, "trust")
    reply(house, 12, None)

    assert said() == {"kind": "6 of 12 said yes"}
    assert said("elsewhere") == {"kind": TOO_FEW}

    signed = {"organisation_id": "trust", "standard": "local", "version": 1, "now": house.clock()}
    begun = house.db.write_now(lambda tx: assessments.begin(tx, **signed))
    done = {"assessment_id": begun, "by": "chair", "beside": said(), "now": house.clock()}
    house.db.write_now(lambda tx: assessments.sign_off(tx, **done))
    reply(house, 2, "trust")
    assert said() == {"kind": "6 of 12 said yes"}, "of the two who came since, nothing is told"
    reply(house, 10, "trust")
    assert said() == {"kind": "12 of 24 said yes"}
