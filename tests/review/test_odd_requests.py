"""What nobody would send: every address takes it without falling over, and keeps nobody's session from anybody.

`make nightly` sends each role every word in every second field (SAYSO_ODD=2); here in one order, another each day.
"""

import os
from itertools import cycle
from urllib.parse import quote, urlencode

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Mount

from review.app import PAGES, app
from review.http.roles import ROLES
from storage.db.ids import new_id
from tests.review.conftest import ORIGIN
from tests.review.http.test_roles import filled_in, name_of
from tests.samples import TURN, every

pytestmark = [pytest.mark.slow, pytest.mark.uncounted]

ODD = (
    "",
    "0",
    "-1",
    "9" * 40,
    "a" * 5000,
    "'; DROP TABLE staff; --",
    "<script>alert(1)</script>",
    "\u202e\u200b\ufeff\x07",
    "👩‍👧‍👦" * 50,
    "../../etc/passwd",
    "1-2",
    "2-1",
    "state:read",
    "2026-13-45",
    "%00",
    "did",
)
NAMES = (
    "name", "password", "again", "code", "session", "q", "view", "flow", "channel", "theme", "state", "language", "since",
    "until", "after", "one", "do", "scope", "seen", "to", "note", "words", "area", "anyway", "hide", "more", "kind",
    "recognised", "part", "from", "new", "memo", "suggested", "act", "back", "said", "done", "owner", "due", "role",
    "definition", "parent", "into", "next", "before", "check", "at", "days", "place", "count", "line", "list", "file",
    "turns", "about", "choice", "text", "command", "group",
)  # fmt: skip


def asking(house, browser, query):
    """The same browser, with one query behind every address: httpx would take longer to write it each time than the app to answer."""
    pages = Starlette(routes=[Mount("/staff", app(house.desk))])

    async def asked(scope, receive, send):
        await pages({**scope, "query_string": query}, receive, send)

    return httpx.AsyncClient(transport=httpx.ASGITransport(asked), base_url=ORIGIN, cookies=browser.client.cookies)


ORDERS = int(os.environ.get("SAYSO_ODD", "1"))


@pytest.mark.parametrize("order", range(ORDERS))
@pytest.mark.parametrize("role", [*ROLES, ""])
async def test_no_odd_request_makes_a_page_fall_over(house, browse, role, order):
    held = house.says("Dr Hill was kind.")
    browser, first = browse(role), (TURN + order) % 2 * 7
    await browser.get("/account" if role else "/sign-in")
    csrf, values = browser.csrf, cycle(ODD[first:] + ODD[:first])
    fields = {name: next(values) for name in NAMES}
    asker = asking(house, browser, urlencode(fields).encode())

    for page in every([one for one in PAGES if one.path not in ("/sign-out", "/join/{token}")], 2):
        odd = quote(next(values) or "x", safe="")
        addresses = (filled_in(page, house, held), filled_in(page, house, held).replace("/a1", f"/{odd}"))
        for address in addresses:
            if page.method == "GET":
                answer = await asker.get(address)
            else:
                answer = await browser.client.post(
                    address, data={**fields, "csrf": csrf, "mark": new_id()}, headers={"origin": ORIGIN}
                )
            assert answer.status_code < 500, f"{name_of(page)} {answer.status_code}"
            assert "content-security-policy" in answer.headers


@pytest.mark.parametrize("token", ["", "x", "é", "x" * 9000, "../", "sayso-staff"])
async def test_an_odd_cookie_is_nobody(browse, token):
    browser = browse()
    headers = {"cookie": f"sayso-staff={token}".encode("latin-1")}

    answer = await browser.client.get("/staff/inbox", headers=headers)

    assert answer.status_code == 303
