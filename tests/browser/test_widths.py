"""Every page of the staff app, found by its own links: axe, 400 % zoom, dark and forced colours."""

import re
from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page

from review.app import PAGES
from tests.browser.conftest import Judge, Judged
from tests.browser.staff_site import served_app
from tests.review.walk import Demo, Read, demo, pattern_of, walk
from tests.samples import every

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ZOOMED = {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4}
"""A window of 1,280 by 1,024 pixels at 400 %."""
LOOKS = ("reviewer", "safeguarding", "analyst", "admin", "viewer")
LESS_WORDS = {"/staff/", "/staff/inbox", "/staff/conversations/{id}", "/staff/conversations/{id}?"}
"""Kinds of page that look other for each role."""
ASIDE = {
    *("/staff/sign-in/code", "/staff/join/{token}", "/staff/join-code", "/staff/static/{name}"),
    *("/staff/account/alerts/confirm/{token}", "/staff/now.json"),
    *("/staff/first/{token}", "/staff/settings/backups/{name}", "/staff/edit/{name}/words/{language}"),
    *("/staff/kept/{token}", "/staff/texts/again", "/staff/interviews/{id}"),
}
"""Seen once, on the way in, or led to by a letter or a script: test_review and test_alerts judge each of their states."""
AT_A_PROVIDER = re.compile(r"/provider(/back)?$|^/account/second-step$")
"""For those who sign in at another site, where one is set up: tests of their own walk these."""
WITHOUT_LINK = ("/staff/sign-in", "/staff/prove", "/staff/nothing")
FORCED = """() => {
  const faults = [];
  const seen = element => element.checkVisibility() && element.getClientRects().length > 0;
  for (const one of document.querySelectorAll("a[href], button, input, select, textarea, summary")) {
    if (!seen(one) || one.type === "hidden" || one.disabled) continue;
    one.focus({ focusVisible: true });
    const drawn = getComputedStyle(one);
    if (drawn.outlineStyle === "none" || parseFloat(drawn.outlineWidth) < 2) faults.push("no focus: " + one.outerHTML);
    const isOwn = ["checkbox", "radio", "file"].includes(one.type);
    if (one.matches("button:not(.plain), input, select, textarea") && !isOwn && parseFloat(drawn.borderTopWidth) < 1)
      faults.push("no border: " + one.outerHTML);
  }
  return faults.map(fault => fault.slice(0, 200));
}"""
"""What in forced colours, where backgrounds and shadows are gone, shows neither its edge nor that it has the focus."""


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    with demo(tmp_path_factory.mktemp("demo")) as filled:
        yield filled


@pytest_asyncio.fixture(loop_scope="session")
async def origin(town: Demo) -> AsyncIterator[str]:
    async with served_app(town.app) as address:
        yield address


class Walks:
    """What somebody of each role sees on a walk: each walk is taken once, since no test here changes anything."""

    def __init__(self, town: Demo) -> None:
        self._town = town
        self._seen: dict[str, dict[str, Read]] = {}

    async def of(self, role: str) -> dict[str, Read]:
        if role not in self._seen:
            async with self._town.client(role) as client:
                self._seen[role] = await walk(client)
        return self._seen[role]


@pytest.fixture(scope="module")
def walks(town: Demo) -> Walks:
    return Walks(town)


async def test_no_link_leads_nowhere_and_every_page_is_led_to_by_one(town: Demo, walks: Walks):
    dead: dict[str, int] = {}
    found = set()
    for role in town.team:
        seen = await walks.of(role)
        dead |= {f"{role} {address}": page.status for address, page in seen.items() if page.status not in (200, 303)}
        found |= {pattern_of(address) for address in seen}

    shown = {f"/staff{page.path}" for page in PAGES if page.method == "GET" and not AT_A_PROVIDER.search(page.path)}
    assert dead == {}
    assert shown - found == ASIDE | {"/staff/sign-in", "/staff/prove"}


@pytest.mark.parametrize("role", LOOKS)
async def test_every_page_passes_axe_and_fits_at_400_percent_and_shows_focus_in_forced_colours(
    browser: Browser, town: Demo, walks: Walks, origin: str, axe: Judge, role: str
):
    context = await browser.new_context(java_script_enabled=False, **ZOOMED)
    await context.add_cookies([{"name": "sayso-staff", "value": town.session(role), "url": origin}])
    page = await context.new_page()
    judged = Judged(page, axe)

    for address in every(await looked_at(walks, role), 3):
        await page.goto(origin + address)
        await judged.judge(address)
        await judge_forced(page, judged, address)

    await context.close()
    assert judged.faults == {}


async def looked_at(walks: Walks, role: str) -> list[str]:
    """One page of each kind that this role sees and that no role before it in the list has looked at."""
    kinds: dict[str, str] = {}
    for other in LOOKS[: LOOKS.index(role) + 1]:
        seen = await walks.of(other)
        pages = [address for address in reversed(seen) if seen[address].status == 200 and not seen[address].is_file]
        of_role = {kind_of(address): address for address in pages}
        fresh = {kind: address for kind, address in of_role.items() if kind not in kinds or kind in LESS_WORDS}
        kinds |= {kind: address if other == role else "" for kind, address in fresh.items()}
    return [*filter(None, kinds.values()), *(WITHOUT_LINK if role == "reviewer" else ())]


def kind_of(address: str) -> str:
    return pattern_of(address) + ("?" if "?" in address else "")


async def judge_forced(page: Page, judged: Judged, address: str) -> None:
    await page.emulate_media(forced_colors="active")
    if found := await page.evaluate(FORCED):
        judged.faults[f"{address}, forced colours"] = found
    await page.emulate_media(forced_colors="none")
