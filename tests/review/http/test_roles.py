"""Who may come where: every page with every role, and no way by which unchecked words leave."""

import re

import pytest

from review.app import PAGES
from review.http.middleware import read_fields, safe_next
from review.http.roles import ADMINS, EVERYBODY, RAW, READERS, ROLES, SAFEGUARDING, StaffPage
from tests.review.conftest import ORIGIN, House
from tests.samples import every

pytestmark = pytest.mark.slow

SECRET = "Dr Quillfeather hid the marmalade in Wobbleton"
INSIDE = [page for page in PAGES if page.stage == "in"]
NAMES = {"figures": "ward", "questions": "ward", "posters": "ward", "rehearsal": "ward", "queues": "follow_up"}
HOLES = re.compile(r"\{(\w+)\}")


def name_of(page: StaffPage) -> str:
    return f"{page.method} {page.path}"


def filled_in(page: StaffPage, house: House, held) -> str:
    """The address of a page, about the one conversation that there is."""
    names = {
        "id": held.conversation.id,
        "ref": "a1",
        "number": "1",
        "name": NAMES.get(page.path.split("/")[1], "staff.css"),
        "token": "x",
        "language": "cy",
    }
    return "/staff" + HOLES.sub(lambda hole: names[hole.group(1)], page.path)


async def ask(browser, page: StaffPage, address: str):
    if page.method == "GET":
        return await browser.client.get(address)
    await browser.get("/account")
    return await browser.client.post(address, data={"csrf": browser.csrf}, headers={"origin": ORIGIN})


@pytest.mark.parametrize("role", ROLES)
async def test_every_page_lets_in_its_roles_and_nobody_else(house, browse, role):
    held = house.says(SECRET)
    wrong = {}
    for page in every(INSIDE, 2, ROLES.index(role)):
        browser = browse(role)
        answer = await ask(browser, page, filled_in(page, house, held))
        is_in = "You cannot see this page" not in answer.text
        if is_in is not (role in page.roles):
            wrong[name_of(page)] = answer.status_code
        assert answer.status_code < 500, name_of(page)
    assert wrong == {}


async def test_without_a_session_every_page_inside_leads_to_the_door(house, browse):
    held = house.says(SECRET)
    browser = browse()
    open_pages = {page for page in PAGES if page.stage == "out"}

    for page in PAGES:
        address = filled_in(page, house, held)
        if page.method == "GET":
            answer = await browser.client.get(address)
        else:
            answer = await browser.client.post(address, headers={"origin": ORIGIN})
        expected = (200, 403, 404) if page in open_pages else (303,)
        assert answer.status_code in expected, name_of(page)
        assert SECRET not in answer.text


@pytest.mark.parametrize("role", sorted(EVERYBODY - RAW))
@pytest.mark.parametrize("recognised", ["", "yes"])
async def test_no_page_gives_out_words_that_nobody_has_checked_or_that_were_kept_back(house, browse, role, recognised):
    held = house.says(SECRET, SECRET)
    if recognised:
        reviewer = browse("reviewer")
        for ref in ("a1", "c1"):
            await reviewer.get(f"/texts/{ref}/check")
            await reviewer.send(f"/texts/{ref}/check", recognised=recognised)
    browser = browse(role)

    for page in PAGES:
        if page.method == "GET":
            answer = await browser.client.get(filled_in(page, house, held), follow_redirects=True)
            assert not any(word in answer.text for word in ("Quillfeather", "marmalade", "Wobbleton")), page.path


async def test_whoever_keeps_accounts_never_sees_what_people_said(house, browse):
    assert ADMINS.isdisjoint(READERS)
    held = house.says(SECRET)
    browser = browse("admin")
    for page in (one for one in INSIDE if one.method == "GET" and "admin" in one.roles):
        answer = await browser.client.get(filled_in(page, house, held), follow_redirects=True)
        assert "marmalade" not in answer.text


def test_only_those_who_see_every_word_write_to_people_and_check_texts():
    for page in PAGES:
        if page.path.endswith(("/reply", "/check", "/rescue", "/note", "/deal-with")):
            assert page.roles == (SAFEGUARDING if page.path.startswith("/care") else RAW), name_of(page)


def test_every_address_stands_once_in_the_table():
    names = [name_of(page) for page in PAGES]

    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("asked", "path"),
    [("/staff/inbox?view=new", "/inbox?view=new"), ("", "/"), ("/staff", "/"), ("/other", "/"), ("http://[", "/")],
)
def test_the_way_back_stays_inside(asked, path):
    assert safe_next(asked) == path


def test_a_form_is_read_with_plain_line_ends():
    fields = read_fields(b"words=one%0D%0Atwo%00&tick=a&tick=a&tick=b&bad=%FF")

    assert (fields.text("words"), fields.many("tick"), fields.one("none")) == ("one\ntwo", ("a", "b"), "")
