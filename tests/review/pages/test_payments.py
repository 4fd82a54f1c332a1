"""The log of payments in the browser: written down, changed, taken back, forgotten, taken out; and sums for others."""

import re
from datetime import date

from storage.audit import audit_log
from storage.involvement import payments
from storage.people import people

PICKED = {"activity": "about an hour", "way": "not known", "state": "offered"}


def listed(house):
    return house.db.read_now(lambda tx: payments.listed(tx, house.vault))


async def write_down(browser, **fields):
    await browser.get("/payments")
    await browser.send("/payments", **PICKED | fields)


async def test_an_offer_is_written_down_paid_taken_off_and_taken_back(house, browse):
    browser = browse("admin")
    await write_down(browser, name="Cal Invented", offered="12.50", what_for="reading a leaflet")
    assert "Done: wrote down an offer of payment." in browser.text
    assert "Cal Invented: £12.50 on 4 May 2026 for reading a leaflet (about an hour). Not paid yet" in browser.text

    (one,) = listed(house)
    await browser.get(f"/payments/{one.id}")
    paid = PICKED | {"state": "paid", "offered": "12.50", "what_for": "reading a leaflet"}
    await browser.send(f"/payments/{one.id}", **paid, paid="£1,012.50", expenses="3.20", settled_on="2026-05-04")
    terms = listed(house)[0].terms
    assert (terms.offered, terms.paid, terms.expenses, terms.settled_on) == (12_50, 1012_50, 3_20, date(2026, 5, 4))

    await browser.send(f"/payments/{one.id}/take-off")
    assert "Nothing is written down yet." in browser.text
    act = re.search(r'name="act" value="(\w+)"', browser.page.text).group(1)
    await browser.send("/payments/undo", act=act, back="/payments")
    assert "Paid £1,012.50 on 4 May 2026, expenses £3.20" in browser.text

    await browser.get(f"/payments/{one.id}")
    await browser.send(f"/payments/{one.id}/forget")
    assert "forgotten: £12.50 on 4 May 2026 (about an hour)" in browser.text
    assert "Cal" not in browser.text
    await browser.get(f"/payments/{one.id}")
    assert "Forget who it was" not in browser.text
    assert (await browser.get("/payments/nobody")).status_code == 404


async def test_an_offer_by_return_code_shows_no_pseudonym(house, browse):
    held = house.says("Fine.")
    code, person = held.conversation.code, held.person_id
    assert house.db.read_now(lambda tx: people.by_code(tx, house.vault, code=code)).person_id == person
    browser = browse("admin")
    for _ in range(2):
        await write_down(browser, code=code.lower(), offered="25")
    first, second = listed(house)
    assert first.mark == second.mark
    assert f"somebody with a return code ({first.mark})" in browser.text
    assert person not in browser.page.text


async def test_what_cannot_be_is_said_and_what_was_typed_stays(house, browse):
    browser = browse("admin")
    for fields, told in (
        ({"offered": "25"}, "Give either a return code or a name"),
        ({"code": "ABCD-EFGH-JKMN"}, "We do not know this return code."),
        ({"name": "Cal", "offered": "much"}, "Write an amount in pounds, such as 25 or 12.50."),
        ({"name": "Cal", "offered_on": "soon"}, "Write the day like this: 2027-03-31."),
    ):
        await write_down(browser, what_for="reading a leaflet", **fields)
        assert told in browser.text
        assert 'value="reading a leaflet"' in browser.page.text
    assert listed(house) == ()
    await write_down(browser, name="Cal", offered="25")
    (one,) = listed(house)
    await browser.get(f"/payments/{one.id}")
    await browser.send(f"/payments/{one.id}", **PICKED | {"state": "declined", "what_for": "a workshop"})
    assert "Write the day on which it was paid or declined" in browser.text
    assert 'value="a workshop"' in browser.page.text


async def test_the_log_is_taken_out_without_formulas_and_looking_at_it_is_written_down(house, browse):
    browser = browse("admin")
    await write_down(browser, name="=Cal()", offered="25", is_advised="yes")
    answer = await browser.get("/payments/file")
    head, row = answer.content.decode("utf-8-sig").splitlines()
    assert head.startswith("to,activity,what for,offered,paid,expenses")
    assert row == "'=Cal(),about an hour,,25.00,0.00,0.00,not known,offered,2026-05-04,,yes"
    noted = [one.what for one in house.db.read_now(audit_log.entries)]
    assert {"looked at the log of payments", "took the log of payments out"} <= set(noted)


async def test_others_see_sums_of_ten_people_and_more_once_the_quarter_is_over(house, browse):
    admin, analyst = browse("admin"), browse("analyst")
    paid = {"offered": "25", "paid": "25", "state": "paid", "offered_on": "2026-02-01", "settled_on": "2026-02-02"}
    for number in range(10):
        await write_down(admin, name=f"Person {number}", expenses="4" if number == 0 else "", **paid)
    await write_down(admin, name="Later", **(paid | {"offered_on": "2026-05-01", "settled_on": "2026-05-02"}))

    await admin.get("/payments/sums")
    assert "2026, quarter 2 1 1 0 £25.00 £0.00" in admin.text
    assert "2026, quarter 1 10 10 0 £250.00 £4.00" in admin.text
    await analyst.get("/payments/sums")
    assert "2026, quarter 1 10 £250.00 too few to show" in analyst.text
    assert "quarter 2" not in analyst.text


async def test_nothing_but_ones_own_steps_in_the_log_is_undone_there(house, browse):
    first, second = browse("admin"), browse("admin")
    await write_down(first, name="Cal Invented", offered="25")
    act = re.search(r'name="act" value="(\w+)"', first.page.text).group(1)
    await write_down(second, name="Dee Invented", offered="25")
    await second.send("/payments/undo", act=act, back="/payments")
    assert second.page.status_code == 404
    assert len(listed(house)) == 2
