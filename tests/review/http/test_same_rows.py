"""Two members who act on the same rows, links and codes see what the other one did; nothing is overridden unseen."""

import re

from storage.accounts import members
from storage.review import case_list

LIST = "/inbox?view=all"


def states(house, *held) -> list[str]:
    def job(tx):
        return [case_list.case(tx, conversation_id=one.conversation.id).state for one in held]

    return house.db.read_now(job)


def ticked(browser, *held, do="state:closed", scope="ticked") -> dict[str, object]:
    return {**browser.form("/inbox"), "one": [one.conversation.id for one in held], "do": do, "scope": scope}


async def test_the_second_of_two_who_tick_the_same_rows_sees_what_the_first_did_and_may_go_on(house, browse):
    ada, bea = house.says("One"), house.says("Two")
    first, second = browse("reviewer"), browse("safeguarding")
    await first.get(LIST)
    await second.get(LIST)
    await first.post("/inbox", ticked(first, ada, do="state:answered"))

    second.page = await second.post("/inbox", ticked(second, ada, bea))

    assert second.page.status_code == 409
    assert "State: answered" in second.text
    assert states(house, ada, bea) == ["answered", "new"]
    again = ticked(second, ada, bea)
    assert "Do it all the same" in second.text
    assert (await second.post("/inbox", again)).status_code == 303
    assert states(house, ada, bea) == ["closed", "closed"]


async def test_a_row_that_was_not_ticked_may_change_meanwhile(house, browse):
    ada, bea = house.says("One"), house.says("Two")
    first, second = browse("reviewer"), browse("safeguarding")
    await first.get(LIST)
    await second.get(LIST)
    await first.post("/inbox", ticked(first, ada))

    answer = await second.post("/inbox", ticked(second, bea))

    assert answer.status_code == 303
    assert states(house, ada, bea) == ["closed", "closed"]


async def test_whoever_acts_on_a_whole_list_is_told_of_rows_that_changed_since_it_was_shown(house, browse):
    ada, bea = house.says("One"), house.says("Two")
    first, second = browse("reviewer"), browse("safeguarding")
    await first.get(LIST)
    await second.get(LIST)
    house.clock.forward(minutes=1)
    await first.post("/inbox", ticked(first, ada, do="state:answered"))

    second.page = await second.post("/inbox", ticked(second, scope="all"))

    assert second.page.status_code == 409
    assert "1 conversation of this list" in second.text
    await second.post("/inbox", {**ticked(second, scope="all"), **second.form("/inbox")})
    assert states(house, ada, bea) == ["closed", "closed"]


async def test_two_coders_who_tick_the_same_text_see_each_others_theme(house, browse):
    house.says("Too loud at night")
    first, second = browse("reviewer"), browse("safeguarding")
    await first.fill("/themes", name="Noise", definition="Sounds")
    await first.get("/together")
    await second.get("/together")
    theme = first.page.text.partition('value="theme:')[2].partition('"')[0]
    tick = {"one": "a1", "do": f"theme:{theme}"}
    await first.send("/together", **tick)

    second.page = await second.post("/together", {**second.form("/together?queue=code"), **tick})

    assert second.page.status_code == 409
    assert "under: Noise" in second.text


async def test_a_second_new_link_does_not_end_the_first_unseen(house, browse):
    member = house.hire("Kim", "viewer")
    first, second = browse("admin"), browse("admin")
    path = f"/team/{member.id}/link"
    await first.get("/team")
    await second.get("/team")
    await first.send(path)
    token = first.page.text.partition("/join/")[2].partition("<")[0]

    await second.send(path)

    assert second.page.status_code == 409
    assert "The one-time link of Kim works until" in second.text
    assert house.db.read_now(lambda tx: members.joining(tx, house.vault, token=token, now=house.clock()))


async def test_a_new_sheet_of_recovery_codes_does_not_end_another_unseen(house, browse):
    browser = browse("reviewer")
    other = browse.again(browser)
    await browser.get("/account")
    await other.get("/account")
    await browser.send("/account/recovery-codes")

    await other.send("/account/recovery-codes")

    assert other.page.status_code == 409
    assert "A new sheet was made" in other.text
    assert "Your recovery codes" in browser.text


async def test_a_template_that_another_one_changed_shows_both_texts(house, browse):
    first, second = browse("reviewer"), browse("safeguarding")
    await first.fill("/answer-templates", name="Thanks", words="Thank you.")
    await second.get("/answer-templates")
    path = re.search(r'action="/staff(/answer-templates/\w+)"', second.page.text).group(1)
    await first.get("/answer-templates")
    await first.send(path, name="Thanks", words="Thank you so much.")

    await second.send(path, name="Thanks", words="Many thanks.")

    assert second.page.status_code == 409
    assert "Thank you so much." in second.text
    assert "Many thanks." in second.text
