"""Groups, lists and invitations in the browser: looked at first, taken back afterwards, and nobody is named."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from review.http.context import ServiceSetup
from storage.audit import audit_log
from storage.messages import mail_invitations, outbox, outgoing_mail, suppression_list
from storage.messages.mail_invitations import LetterBatch
from storage.people import contacts, groups, people
from storage.people.invitations import InvitationTerms
from storage.tables import contacts as contact_table
from storage.tables import invitations as invitation_table
from tests.review.conftest import House

pytestmark = pytest.mark.slow

LIST = "email,name\n" + "".join(f"{name.lower()}@example.org,{name}\n" for name in ("Ada", "Bea", "Cal", "Dee", "Fay"))


def number_of(house: House, table) -> int:
    return house.db.read_now(lambda tx: tx.execute(select(func.count()).select_from(table)).scalar_one())


async def group_with_a_list(browser, name: str = "spring", text: str = LIST) -> str:
    """Make a group and bring a list in; returns its address."""
    await browser.get("/people")
    await browser.send("/people", name=name)
    address = browser.path
    await browser.get(f"{address}/list")
    await browser.send(f"{address}/list", list=text)
    await browser.send(f"{address}/list/store", list=text)
    return address


async def test_a_list_is_looked_through_stored_and_taken_back_the_same_way_on_both_databases(
    both_houses: House, browse_both
):
    browser = browse_both("admin")
    await browser.get("/people")
    await browser.send("/people", name="spring")
    address = browser.path

    await browser.get(f"{address}/list")
    await browser.send(f"{address}/list", list=LIST)
    assert "Nothing is stored yet. This list would change: New 5 Changed 0 Unchanged 0" in browser.text
    assert number_of(both_houses, contact_table) == 0
    await browser.send(f"{address}/list/store", list=LIST)
    assert "Done: brought in a list." in browser.text
    assert "5 people are in it now." in browser.text
    assert "@" not in browser.text

    await browser.send(f"{address}/undo", act=re.search(r'name="act" value="(\w+)"', browser.page.text).group(1))
    assert "0 people are in it now." in browser.text
    assert number_of(both_houses, contact_table) == 0
    deeds = [entry.what for entry in both_houses.db.read_now(lambda tx: audit_log.entries(tx, limit=10))]
    assert deeds == ["undid: brought in a list", "brought in a list", "made a group"]


async def test_a_file_from_the_spreadsheet_is_taken_as_it_is_and_every_fault_is_named_by_its_line(house, browse):
    browser = browse("admin")
    await browser.get("/people")
    await browser.send("/people", name="spring")
    address = browser.path
    await browser.get(f"{address}/list")

    async def upload(content: bytes) -> str:
        answer = await browser.client.post(
            f"/staff{address}/list",
            data={"csrf": browser.csrf, "list": ""},
            files={"file": ("people.csv", content, "text/csv")},
            headers={"origin": "http://127.0.0.1:8000"},
        )
        return answer.text

    assert "<dt>New</dt><dd>5</dd>" in await upload(b"\xef\xbb\xbf" + LIST.replace("\n", "\r\n").encode())
    faulty = await upload(b"email,nation\nnot-an-address,france\n")
    assert "line 2: the email is not an address." in faulty
    assert "line 2: the nation is none of england" in faulty
    assert "<dt>New</dt><dd>5</dd>" in await upload(LIST.replace(",", ";").encode("utf-16"))
    assert "<dt>New</dt><dd>50000</dd>" in await upload(
        b"email\n" + b"".join(b"p%d@example.org\n" % number for number in range(50_000))
    )
    assert "over 50,000 rows" in await upload(b"email\n" + b"p@example.org\n" * 50_002)
    assert number_of(house, contact_table) == 0


UNTIDY = "Where,Someone,Kind\nada@example.org,Ada Brook,lead\nno address,Bea,\nADA@example.org,,\n"


async def test_good_rows_are_shown_masked_and_stored_and_the_others_come_back_as_a_file(house: House, browse):
    browser = browse("admin")
    await browser.get("/people")
    await browser.send("/people", name="spring")
    address = browser.path
    await browser.get(f"{address}/list")
    await browser.send(f"{address}/list", list=UNTIDY)

    assert "New 1 Changed 0 Unchanged 0 Merged with a row of the same address 1 Cannot be taken 1" in browser.text
    assert "a•••@e•••.o•••" in browser.text
    assert ("Not used: Someone, Kind." in browser.text, "ada@example.org" in browser.text) == (True, False)
    assert "line 3: the email is not an address." in browser.text
    picked = {"column_0": "email", "column_1": "name", "column_2": ""}
    await browser.send(f"{address}/list", list=UNTIDY, **picked)
    assert ("A••• B•••" in browser.text, "Not used: Kind." in browser.text) == (True, True)
    await browser.send(f"{address}/list/back", list=UNTIDY, **picked)
    assert "no address,Bea,,3,the email is not an address." in browser.page.text
    assert browser.page.headers["content-disposition"] == 'attachment; filename="not-taken.csv"'
    await browser.get(f"{address}/list")
    await browser.send(f"{address}/list/store", list=UNTIDY, **picked)
    assert number_of(house, contact_table) == 1


async def test_who_told_staff_that_they_want_no_letters_comes_in_with_no_list(house: House, browse):
    browser = browse("admin")
    await browser.get("/people")
    await browser.send("/people/no-letters", addresses="not an address")
    assert "Give one email address in each line" in browser.text
    await browser.get("/people")
    await browser.send("/people/no-letters", addresses="Ada@Example.org\nbea@example.org")
    assert "Noted. They get no more letters" in browser.text

    address = await group_with_a_list(browser)
    assert "5 people are in it now." in browser.text
    await browser.get(f"{address}/list")
    await browser.send(f"{address}/list", list=LIST)
    assert "New 0 Changed 0 Unchanged 5" in browser.text
    assert number_of(house, contact_table) == 3


async def test_a_long_list_is_stored_and_undone_in_parts(house: House, browse):
    browser = browse("admin")
    text = "email\n" + "".join(f"p{number}@example.org\n" for number in range(401))

    address = await group_with_a_list(browser, text=text)
    assert "401 people are in it now." in browser.text
    await browser.send(f"{address}/undo", act=re.search(r'name="act" value="(\w+)"', browser.page.text).group(1))

    assert "0 people are in it now." in browser.text
    assert number_of(house, contact_table) == 0
    deeds = [entry.what for entry in house.db.read_now(lambda tx: audit_log.entries(tx, limit=10))]
    assert deeds == ["undid: brought in a list"] * 3 + ["brought in a list"] * 3 + ["made a group"]


async def test_who_holds_a_list_learns_by_line_which_letters_came_back(house: House, browse):
    house.invites("spring", "ada@example.org", "bea@example.org", "cal@example.org")

    def give_back(tx):
        bea = people.contact_of_address(tx, house.vault, channel="email", address="bea@example.org")
        people.set_blocked(tx, contact_id=bea, at=house.clock())

    house.db.write_now(give_back)
    browser = browse("admin")
    await browser.get("/people")
    await browser.get(re.search(r"/staff(/people/\w+)", browser.page.text).group(1))
    address = browser.path
    await browser.get(f"{address}/list")

    await browser.send(f"{address}/list", list="\ufeffemail\n\nada@example.org\nbea@example.org\ndee@example.org\n")

    assert "Look whether they are right: line 4." in browser.text
    assert "New 1 Changed 0 Unchanged 2" in browser.text


async def test_a_list_does_not_tell_who_took_part(house, browse):
    house.says("Nobody rang.", channel="email", address="ada@example.org")
    browser = browse("admin")
    await browser.get("/people")
    await browser.send("/people", name="spring")
    address = browser.path

    await browser.get(f"{address}/list")
    await browser.send(f"{address}/list", list="email\nada@example.org\n")

    assert "New 1 Changed 0 Unchanged 0" in browser.text


async def test_letters_wait_to_be_taken_back_and_nobody_gets_two(both_houses: House, browse_both):
    both_houses.set_up = ServiceSetup(has_mail=True)
    browser = browse_both("admin")
    address = await group_with_a_list(browser)
    assert "Bring in a list" in browser.text

    await browser.get(f"{address}/invite")
    await browser.send(f"{address}/invite", kind="invitation", flow="ward", days="30", place="Ward 3")
    assert "New letters: 5." in browser.text
    assert "Your ward: 5 invitations, from 4 May 2026, 10:10" in browser.text
    now = both_houses.clock()
    assert both_houses.db.write_now(lambda tx: outgoing_mail.waiting(tx, now=now, limit=9)) == ()
    await browser.send(f"{address}/take-back")
    assert "Letters taken back: 5." in browser.text
    assert number_of(both_houses, invitation_table) == 0

    await browser.get(f"{address}/invite")
    await browser.send(f"{address}/invite", kind="invitation", flow="ward")
    await browser.get(f"{address}/invite")
    await browser.send(f"{address}/invite", kind="invitation", flow="ward")
    assert "No new letter: there was nobody left to write to." in browser.text
    assert "Invited 5 Began 0 of 5 (0 %)" in browser.text


async def test_only_those_who_had_a_letter_and_did_not_answer_are_reminded_after_three_days(house, browse):
    house.set_up = ServiceSetup(has_mail=True)
    browser = browse("admin")
    address = await group_with_a_list(browser)
    await browser.get(f"{address}/invite")
    await browser.send(f"{address}/invite", kind="invitation", flow="ward")
    house.clock.forward(hours=1)
    now = house.clock()

    def deliver(tx):
        for one in outgoing_mail.waiting(tx, now=now, limit=9)[:2]:
            outgoing_mail.start(tx, outbox_id=one.outbox_id, now=now)
            outbox.sent(tx, outbox_id=one.outbox_id, provider_id="", now=now)

    house.db.write_now(deliver)

    def reminded_after(**time: float) -> int:
        terms = InvitationTerms("ward", now + timedelta(**time))

        def remind(tx):
            members = contacts.members(tx, group="spring")
            wanted = LetterBatch("spring", terms, "reminder")
            return mail_invitations.write(tx, house.vault, wanted=wanted, contact_ids=members)

        return house.db.write_now(remind)

    assert [reminded_after(hours=1), reminded_after(days=3, seconds=1), reminded_after(days=9)] == [0, 2, 0]


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"flow": "none"}, "Pick the questions."),
        ({"flow": "ward", "days": "0"}, "Give the days as a number, from 1 to 3650."),
        ({"flow": "ward", "place": "W" * 81}, "Name the place in 80 letters at most."),
    ],
)
async def test_a_form_that_is_not_quite_right_invites_nobody(house, browse, form, told):
    house.set_up = ServiceSetup(has_mail=True)
    browser = browse("admin")
    address = await group_with_a_list(browser)

    await browser.get(f"{address}/invite")
    await browser.send(f"{address}/invite", kind="invitation", **form)

    assert told in browser.text
    assert number_of(house, invitation_table) == 0


async def test_without_email_a_group_cannot_be_written_to(house, browse):
    browser = browse("admin")
    address = await group_with_a_list(browser)

    await browser.get(f"{address}/invite")
    assert "Email is off here." in browser.text
    await browser.send(f"{address}/invite", flow="ward")
    assert number_of(house, invitation_table) == 0


async def test_forgetting_a_group_deletes_the_addresses_that_nothing_else_needs(both_houses: House, browse_both):
    both_houses.says("I take part now.", channel="email", address="ada@example.org")
    browser = browse_both("admin")
    address = await group_with_a_list(browser)
    await group_with_a_list(browser, "autumn", "email\nbea@example.org\n")

    await browser.get(f"{address}/empty")
    assert "Forget spring?" in browser.text
    await browser.send(f"{address}/empty")

    left = both_houses.db.read_now(groups.every)
    assert [(group.name, group.contacts) for group in left] == [("autumn", 1)]
    assert number_of(both_houses, contact_table) == 2


async def test_a_list_whose_people_were_invited_since_is_not_undone(house, browse):
    house.set_up = ServiceSetup(has_mail=True)
    browser = browse("admin")
    address = await group_with_a_list(browser)
    act = re.search(r'name="act" value="(\w+)"', browser.page.text).group(1)
    await browser.get(f"{address}/invite")
    await browser.send(f"{address}/invite", kind="invitation", flow="ward")

    await browser.send(f"{address}/undo", act=act)

    assert browser.page.status_code == 409
    assert number_of(house, contact_table) == 5


async def test_a_group_needs_a_name_of_its_own(house, browse):
    browser = browse("admin")
    await browser.get("/people")
    await browser.send("/people", name="spring")
    await browser.get("/people")
    await browser.send("/people", name="spring")
    assert "There is a group spring already." in browser.text
    await browser.send("/people", name="")
    assert "Give the group a name" in browser.text
    assert (await browser.get("/people/none")).status_code == 404


async def test_others_see_how_a_group_stands_and_change_nothing(house: House, browse):
    house.invites("spring", *(f"{name}@example.org" for name in ("ada", "bea", "cal", "dee", "fay")))
    browser = browse("analyst")

    await browser.get("/people")
    assert "spring : 5 people, 5 invitations" in browser.text
    assert "A new group" not in browser.text
    await browser.get(re.search(r"/staff(/people/\w+)", browser.page.text).group(1))

    assert "Invited 5 Began too few to show" in browser.text
    assert "could not be sent: 1, was sent: 1, waits to go out: 3" in browser.text
    assert "Bring in a list" not in browser.text
    assert "@" not in browser.text


async def test_nothing_tells_whether_somebody_in_a_group_of_few_people_wants_letters(house, browse):
    house.set_up = ServiceSetup(has_mail=True)
    wish = {"lookup": house.vault.lookup("email", "ada@example.org"), "why": "stop", "now": house.clock()}
    house.db.write_now(lambda tx: suppression_list.suppress(tx, **wish))
    browser, told = browse("admin"), {"Ada": [], "Bea": []}
    for name, pages in told.items():
        address = await group_with_a_list(browser, name, f"email\n{name.lower()}@example.org\n")
        await browser.get(f"{address}/invite")
        await browser.send(f"{address}/invite", kind="invitation", flow="ward")
        pages += [browser.text, str(browser.page.url.query)]
        await browser.send(f"{address}/take-back")
        pages += [browser.text, str(browser.page.url.query)]
        pages.append((await browser.get(f"/invited?flow=ward&group={name}")).text)
    await browser.get("/people")
    assert "invitation" not in browser.text
    await browser.get("/set-up")

    assert "Whoever of them wants letters gets one." in told["Ada"][0]
    ada, bea = (plain(pages, name, house) for name, pages in told.items())
    assert ada == bea
    assert browser.text.count("1 too few to show too few to show") == 2
    deeds = [entry.what for entry in house.db.read_now(lambda tx: audit_log.entries(tx, limit=20))]
    assert not [deed for deed in deeds if re.search(r"\d", deed)]


def plain(pages: list[str], name: str, house: House) -> list[str]:
    """Return pages without the name and the id of their group, and what every form has of its own."""
    (group,) = (one for one in house.db.read_now(groups.every) if one.name == name)
    own = re.compile(r'name="(mark|seen|csrf)" value="[^"]*"')
    return [own.sub("", page.replace(group.id, "ID")).replace(name, "NAME") for page in pages]
