"""What came of it: entries, telling those who asked, the first page; and the team with its audit."""

import re

import pytest
from sqlalchemy import insert, select, update

from review.text.outcome_letter import letter
from storage.accounts import members
from storage.messages import outbox
from storage.people import contacts
from storage.review.outcomes import OutcomeDraft
from storage.tables import audits, groups, invitations
from storage.tables import gaps as gap_rows
from tests.review.conftest import Browser, House


async def code_first_text(browser: Browser, held, theme: str) -> None:
    await browser.get(f"/conversations/{held.conversation.id}")
    ref = re.search(r'<section class="card" id="(\w+)"', browser.page.text).group(1)
    await browser.send(f"/texts/{ref}/code", new=theme)


@pytest.mark.slow
async def test_those_who_asked_are_told_and_the_first_page_counts_them(house: House, browse):
    spoke = house.says("Nobody rang back", wants_news=True)
    house.says("Nobody rang back either", wants_news=True)
    house.says("Nor me")
    browser = browse("reviewer")
    await browser.get("/")
    assert "0 of 2 (0 %)" in browser.text
    await code_first_text(browser, spoke, "Calls")
    await browser.get("/outcomes")
    theme = re.search(r'<option value="(\w+)">Calls', browser.page.text).group(1)

    await browser.send("/outcomes", kind="did", said="Nobody rang back.")
    assert "Write what people said, and what came of it" in browser.text
    await browser.send(
        "/outcomes",
        kind="did",
        said="Nobody rang back.",
        done="We ring back.",
        theme=theme,
        owner="x",
        due="2026-06-01",
    )
    assert "by 1 June 2026" in browser.text
    path = re.search(r'/outcomes/\w+"', browser.page.text).group()[:-1]
    await browser.get(path)
    assert "Tell 1 person" in browser.text
    await browser.send(f"{path}/tell", words="")
    assert "Write what they will read" in browser.text
    await browser.send(f"{path}/tell", words="You said it. We ring back now.")
    assert "Nobody is left to tell" in browser.text

    await browser.get("/")
    assert "1 of 2 (50 %)" in browser.text
    house.clock.forward(minutes=11)
    due = house.db.write_now(lambda tx: outbox.claim_due(tx, house.vault, now=house.clock(), limit=9))
    assert [(message.address, message.outbound.text) for message in due] == [("701", "You said it. We ring back now.")]


@pytest.mark.slow
async def test_word_of_what_was_done_can_be_taken_back_and_changed(house: House, browse):
    held = house.says("Nobody rang back", wants_news=True)
    browser = browse("reviewer")
    await code_first_text(browser, held, "Calls")
    await browser.get("/outcomes")
    theme = re.search(r'<option value="(\w+)">Calls', browser.page.text).group(1)
    await browser.send("/outcomes", kind="deciding", said="Nobody rang.", done="We are looking.", theme=theme)
    path = re.search(r'/outcomes/\w+"', browser.page.text).group()[:-1]
    await browser.get(path)
    assert "Take back" not in browser.text
    assert "1 person gets it in 10 minutes. Until then you can take it back." in browser.text
    await browser.send(f"{path}/tell", words="We are looking.")
    assert "1 message has not gone out yet. Take back what has not gone out" in browser.text

    await browser.send(f"{path}/take-back")
    assert "1 message was taken back." in browser.text
    assert "Take back" not in browser.text
    assert "Tell 1 person" in browser.text
    await browser.send(f"{path}/take-back")
    assert "Nothing was taken back: it has all gone out." in browser.text
    assert (await browser.get(f"{path}?back={'9' * 5000}")).status_code == 200
    await browser.get(path)
    await browser.send(path, kind="could not", said="Nobody rang.", done="", due="nonsense")
    assert "Write what people said" in browser.text
    await browser.get(path)
    await browser.send(path, kind="could not", said="Nobody rang.", done="There is no money.", due="nonsense")

    assert "We could not, because" in browser.text
    assert "Done: changed what we did" in browser.text
    assert (await browser.get("/outcomes/none")).status_code == 404


@pytest.mark.slow
async def test_who_is_on_the_web_page_reads_it_at_once_and_that_is_said_before(house: House, browse):
    browser = browse("reviewer")
    for channel in ("telegram", "web"):
        await code_first_text(browser, house.says("Our fares come late", wants_news=True, channel=channel), "Fares")
    await browser.get("/outcomes")
    theme = re.search(r'<option value="(\w+)">Fares', browser.page.text).group(1)
    await browser.send("/outcomes", kind="did", said="Our fares come late.", done="We pay weekly.", theme=theme)
    await browser.get(re.search(r'/outcomes/\w+"', browser.page.text).group()[:-1])

    assert (
        "1 person can read it at once, on the web page. You can take it back until they have seen it." in browser.text
    )
    assert "1 person gets it in 10 minutes. Until then you can take it back." in browser.text
    assert (
        "Hello. Thank you for telling us what you think. You told us: Our fares come late. We did this: We pay weekly. "
        "This message is from Harbour Trust. You can answer here. A person will read it, but not straight away. "
        "To get no more messages like this, answer STOP. "
    ) in browser.text


@pytest.mark.parametrize(
    ("kind", "begins"),
    [
        ("did", "We did this: "),
        ("could not", "We could not do this, because: "),
        ("deciding", "We are still deciding: "),
    ],
)
def test_each_kind_of_news_says_so_in_short_sentences(kind, begins):
    words = letter(OutcomeDraft(kind, "Fares come late.", "No money."), "")

    assert f"\n\n{begins}No money.\n\nThis message is from the team that reads what you tell us.\n\n" in words
    assert "!" not in words
    assert all(len(sentence.split()) <= 15 for sentence in words.split("."))


async def test_figures_have_their_bases_and_hold_no_words(house: House, browse):
    browser = browse("analyst")
    await browser.get("/figures")
    assert "Choose which questions" in browser.text
    for number in range(12):
        house.says(f"Marmalade number {number}", picks="good" if number < 9 else "bad")

    await browser.get("/figures/ward")

    assert "How it was" in browser.text
    assert "Marmalade" not in browser.text
    assert "hidden" in browser.text
    assert (await browser.get("/figures/none")).status_code == 404


async def test_the_first_page_says_where_every_message_is(house: House, browse):
    browser = browse("viewer")

    await browser.get("/")

    assert "received 0 = used 0 + erased without a yes 0 + sent twice 0" in browser.text
    assert "Nobody has asked to be told yet" in browser.text


async def test_set_up_shows_groups_messages_and_silences_and_nothing_that_was_said(house: House, browse):
    now = house.clock()
    entries = (contacts.ContactEntry("ada@example.org", "Ada"), contacts.ContactEntry("bea@example.org", "Bea"))

    def job(tx):
        contacts.bring_in(tx, house.vault, group="spring", entries=entries, now=now)
        contacts.bring_in(tx, house.vault, group="autumn", entries=entries[:1], now=now)
        group, *_ = tx.execute(select(groups.c.id).where(groups.c.name == "spring")).scalars()
        row = {"flow": "ward", "created_at": now, "token_hash": b"1", "id": "1", "group_id": group, "used_at": now}
        tx.execute(insert(invitations), row)
        tx.execute(insert(invitations), row | {"id": "2", "token_hash": b"2", "used_at": None})
        tx.execute(insert(invitations), row | {"id": "3", "token_hash": b"3", "group_id": None, "used_at": None})
        tx.execute(insert(gap_rows), {"channel": "telegram", "from_at": now, "to_at": now, "asked_again": 0})

    house.db.write_now(job)
    held = house.says("Marmalade")
    reviewer, browser = browse("reviewer"), browse("admin")
    await reviewer.get(f"/conversations/{held.conversation.id}/reply")
    await reviewer.send(f"/conversations/{held.conversation.id}/reply", words="Thank you.", anyway="yes")
    house.clock.forward(minutes=20)

    await browser.get("/set-up")

    assert "spring 2 too few to show too few to show" in browser.text
    assert "Printed links Your ward 1 0 of 1 (0 %)" in browser.text
    assert "autumn 1 too few to show too few to show" in browser.text
    assert "telegram : 1 waiting to go out. The oldest waits since" in browser.text
    assert "telegram: 4 May 2026" in browser.text
    assert "Marmalade" not in browser.text


async def test_accounts_are_made_changed_and_closed_by_whoever_keeps_them(house: House, browse):
    browser = browse("admin")
    await browser.get("/team")
    await browser.send("/team", name="Bea", role="viewer")
    token = re.search(r"/staff/join/(\w+)", browser.page.text).group(1)
    bea = house.db.read_now(lambda tx: members.joining(tx, house.vault, token=token, now=house.clock()))
    await browser.get("/team")
    await browser.send("/team", name="Bea", role="viewer")
    assert "There is an account named Bea already" in browser.text
    await browser.get("/team")
    await browser.send("/team", name="", role="viewer")
    assert "Give a name" in browser.text
    await browser.get("/team")

    await browser.send(f"/team/{bea.id}/role", role="coder")
    assert "coder, is not set up yet" in browser.text
    await browser.send(f"/team/{bea.id}/link")
    assert f"/staff/join/{token}" not in browser.page.text
    await browser.get(f"/team/{bea.id}/close")
    assert "Close the account of Bea?" in browser.text
    await browser.send(f"/team/{bea.id}/close")
    assert "closed on" in browser.text
    for path, fields in ((f"/team/{bea.id}/role", {"role": "coder"}), ("/team/none/close", {})):
        await browser.get("/team")
        assert (await browser.send(path, **fields)).status_code == 404
    me = house.db.read_now(lambda tx: members.named(tx, name="admin-1")).member
    await browser.get("/team")
    assert (await browser.send(f"/team/{me.id}/close")).status_code == 400
    await browser.get("/team")
    await browser.get("/team")
    assert (await browser.send("/team", name="Cal", role="king")).status_code == 400


async def test_accounts_change_only_after_showing_again_who_one_is(house: House, browse):
    browser = browse("admin")
    house.clock.forward(minutes=11)
    await browser.get("/team")

    await browser.send("/team", name="Bea", role="admin")

    assert browser.path == "/prove"
    assert len(house.db.read_now(members.members)) == 1


@pytest.mark.parametrize("is_touched", [False, True])
async def test_the_audit_tells_whether_anybody_touched_it(house: House, browse, is_touched):
    held = house.says("Words")
    for _ in range(2):
        await browse("reviewer").get(f"/conversations/{held.conversation.id}")
    if is_touched:
        house.db.write_now(lambda tx: tx.execute(update(audits).where(audits.c.id == 1).values(by="Somebody")))
    browser = browse("admin")

    await browser.get("/audit?before=nonsense&check=yes")

    assert ("The record is whole: 2 lines" in browser.text) is not is_touched
    assert ("The record was touched" in browser.text) is is_touched
    assert f"conversation {held.conversation.id}" in browser.text
    await browser.get("/audit?before=2")
    assert browser.page.text.count("<tr><td>") == 1
