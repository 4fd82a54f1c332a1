"""Nothing twice, and nothing over another's work: what a second press does, and what a change in between does."""

import re
from pathlib import Path

import pytest
from sqlalchemy import update

import review
from review.app import PAGES
from storage.accounts import members
from storage.review import case_list, replies, texts
from storage.tables import staff_sessions
from tests.review.conftest import Browser, House
from tests.review.http.test_roles import filled_in, name_of

TEMPLATES = Path(review.__file__).parent / "templates"


def conversation(held) -> str:
    return f"/conversations/{held.conversation.id}"


def answers_to(house: House, held) -> list[str]:
    def job(tx):
        case = case_list.case(tx, conversation_id=held.conversation.id)
        return [reply.words for reply in replies.of_conversation(tx, house.vault, case=case)]

    return house.db.read_now(job)


def check_of(house: House, held) -> str:
    def job(tx):
        found = texts.of_conversations(tx, house.vault, ids=[held.conversation.id])
        return found[held.conversation.id][0].check.state

    return house.db.read_now(job)


async def answering(browser: Browser, held) -> Browser:
    await browser.get(f"{conversation(held)}/reply")
    return browser


async def test_two_members_who_answer_the_same_person_are_told_of_each_other(house, browse):
    held = house.says("Will anything change?", asks=True)
    first, second = await answering(browse("reviewer"), held), await answering(browse("safeguarding"), held)

    await first.send(f"{conversation(held)}/reply", words="Yes, from May on.", anyway="yes")
    late = await second.send(f"{conversation(held)}/reply", words="We will ring you.", anyway="yes")

    assert late.status_code == 409
    assert answers_to(house, held) == ["Yes, from May on."]
    assert "Yes, from May on." in second.text
    assert "We will ring you." in second.text
    assert f'href="/staff{conversation(held)}/reply"' in second.page.text

    await second.send(f"{conversation(held)}/reply", words="We will ring you.")
    assert answers_to(house, held) == ["Yes, from May on.", "We will ring you."]


async def test_an_old_tab_does_not_let_out_what_safeguarding_kept_back(house, browse):
    held = house.says("My neighbour Kim hears everything.")
    old, safeguarding = browse("reviewer"), browse("safeguarding")
    await old.get("/texts/a1/check")
    await safeguarding.get("/texts/a1/check")
    await safeguarding.send("/texts/a1/check", recognised="yes")

    late = await old.send("/texts/a1/check", recognised="no", more="Kim")

    assert late.status_code == 409
    assert check_of(house, held) == "kept back"
    assert "kept back by safeguarding-2" in old.text
    assert "Kim" in old.text


async def test_a_second_press_answers_nobody_twice_and_leads_to_the_same_page(house, browse):
    held = house.says("Will anything change?", asks=True)
    browser = await answering(browse("reviewer"), held)
    form = browser.form(f"{conversation(held)}/reply") | {"words": "Yes, from May on.", "anyway": "yes"}

    first = await browser.post(f"{conversation(held)}/reply", form)
    second = await browser.post(f"{conversation(held)}/reply", form)

    assert answers_to(house, held) == ["Yes, from May on."]
    assert (first.status_code, second.status_code) == (303, 303)
    assert first.headers["location"] == second.headers["location"]


async def test_a_second_press_after_a_new_start_leads_to_the_same_page_too(house, browse):
    held = house.says("Will anything change?")
    browser = browse("reviewer")
    await browser.get(conversation(held))
    form = browser.form(f"{conversation(held)}/note") | {"note": "She prefers to be rung."}
    first = await browser.post(f"{conversation(held)}/note", form)
    started_again = browse.again(browser)

    second = await started_again.post(f"{conversation(held)}/note", form)

    assert second.headers["location"] == first.headers["location"]
    await browser.get(conversation(held))
    assert browser.page.text.count("She prefers to be rung.") == 1


async def test_the_same_form_with_other_words_asks_before_it_is_sent_as_well(house, browse):
    held = house.says("Will anything change?", asks=True)
    browser = await answering(browse("reviewer"), held)
    form = browser.form(f"{conversation(held)}/reply") | {"words": "Yes, from May on.", "anyway": "yes"}
    await browser.post(f"{conversation(held)}/reply", form)

    browser.page = await browser.post(f"{conversation(held)}/reply", form | {"words": "Yes, from June on."})

    assert browser.page.status_code == 409
    assert answers_to(house, held) == ["Yes, from May on."]
    assert "Yes, from May on." in browser.text
    assert "Yes, from June on." in browser.text
    await browser.send(f"{conversation(held)}/reply", words="Yes, from June on.")
    assert answers_to(house, held) == ["Yes, from May on.", "Yes, from June on."]


@pytest.mark.parametrize("mark", ["", "x", "a" * 5000])
async def test_a_form_without_a_mark_of_ours_has_no_effect(house, browse, mark):
    held = house.says("Words")
    browser = browse("reviewer")
    await browser.get(conversation(held))
    form = browser.form(f"{conversation(held)}/note") | {"note": "A note", "mark": mark}

    answer = await browser.post(f"{conversation(held)}/note", form)

    assert answer.status_code == 400
    await browser.get(conversation(held))
    assert "A note for the others" in browser.text
    assert browser.page.text.count('<p class="said">A note</p>') == 0


async def test_a_form_that_was_not_right_can_be_sent_again_when_it_is(house, browse):
    held = house.says("Will anything change?", asks=True)
    browser = await answering(browse("reviewer"), held)
    form = browser.form(f"{conversation(held)}/reply")
    await browser.post(f"{conversation(held)}/reply", form | {"words": ""})

    await browser.post(f"{conversation(held)}/reply", form | {"words": "Yes.", "anyway": "yes"})

    assert answers_to(house, held) == ["Yes."]


MARKED = [page for page in PAGES if page.is_marked]


@pytest.mark.parametrize("page", MARKED, ids=name_of)
async def test_no_form_that_writes_is_let_through_without_its_mark(house, browse, page):
    held = house.says("Words")
    browser = browse(min(page.roles))
    await browser.get("/account")

    answer = await browser.client.post(filled_in(page, house, held), data={"csrf": browser.csrf})

    assert answer.status_code == 400


def test_only_forms_that_change_nothing_go_without_a_mark():
    unmarked = {page.path for page in PAGES if page.method == "POST" and page.stage == "in" and not page.writes}

    assert unmarked == {
        "/take-out",
        "/conversations/{id}/draft",
        "/conversations/{id}/mails/{number}/source",
        "/figures/{name}/report",
        "/figures/{name}/words/file",
        "/rehearsal/{name}",
        "/people/{id}/list",
        "/people/{id}/list/back",
        "/erase",
        "/sign-out",
        "/prove",
    }


@pytest.mark.parametrize("template", sorted(TEMPLATES.glob("*.html")), ids=lambda path: path.stem)
def test_every_form_on_a_page_is_drawn_with_a_mark(template):
    forms = re.findall(r'<form method="post".*?</form>', template.read_text(encoding="utf-8"), re.DOTALL)

    assert all("{{ csrf(" in form for form in forms)


async def test_a_lapsed_proof_keeps_what_was_typed_and_shows_it_again(house, browse):
    browser = browse("admin")
    await browser.get("/team")
    house.clock.forward(minutes=11)

    await browser.send("/team", name="Bea", role="viewer")
    assert browser.path == "/prove"
    assert len(house.db.read_now(members.members)) == 1
    house.db.write_now(prove_all(house))
    await browser.get(following(browser))

    assert "Nothing was lost" in browser.text
    assert ">\nBea</textarea>" in browser.page.text
    await browser.send("/team", name="Bea")
    assert {member.name for member in house.db.read_now(members.members)} == {"admin-1", "Bea"}


async def test_a_form_of_whoever_was_signed_out_waits_for_them_and_for_nobody_else(house, browse):
    held = house.says("Will anything change?", asks=True)
    browser, other = await answering(browse("reviewer"), held), browse("reviewer")
    house.clock.forward(minutes=31)

    await browser.send(f"{conversation(held)}/reply", words="Yes, from May on.", anyway="yes")
    assert browser.path == "/sign-in"
    kept = following(browser)
    for one in (browser, other):
        name = "reviewer-1" if one is browser else "reviewer-2"
        one.client.cookies.clear()
        one.client.cookies.set("sayso-staff", house.session(member_named(house, name)))
    assert (await other.get(kept)).status_code == 404

    await browser.get(kept)
    assert "Yes, from May on." in browser.text
    await browser.send(f"{conversation(held)}/reply", words="Yes, from June on.")
    assert answers_to(house, held) == ["Yes, from June on."]
    house.clock.forward(minutes=61)
    browser.client.cookies.clear()
    browser.client.cookies.set("sayso-staff", house.session(member_named(house, "reviewer-1")))
    assert (await browser.get(kept)).status_code == 404


async def test_letting_out_what_was_kept_back_keeps_the_ticks_through_the_proof(house, browse):
    house.says("My neighbour Kim hears everything.")
    browser = browse("safeguarding")
    await browser.fill("/texts/a1/check", recognised="yes")
    house.clock.forward(minutes=11)

    await browser.fill("/texts/a1/check", recognised="no", more="Kim")
    assert browser.path == "/prove"
    house.db.write_now(prove_all(house))
    await browser.get(following(browser))
    await browser.send("/texts/a1/check", more="Kim", recognised="no")

    await browser.get("/texts/a1/check")
    assert re.findall(r'name="hide" value="([^"]+)" checked', browser.page.text) == ["13-16-other"]


def following(browser: Browser) -> str:
    """Where a sign-in leads to."""
    return browser.page.url.params["next"].removeprefix("/staff")


def prove_all(house: House):
    return lambda tx: tx.execute(update(staff_sessions).values(proved_at=house.clock()))


def member_named(house: House, name: str) -> members.Member:
    return house.db.read_now(lambda tx: members.named(tx, name=name)).member
