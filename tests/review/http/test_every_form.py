"""Every form that writes, found on the pages themselves: two presses have one effect, two browsers lose no word.

A new form is found by itself. One that no page of the invented people shows has its line in `ELSEWHERE`.
"""

import asyncio
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import aclosing
from dataclasses import dataclass
from html import unescape

import httpx
import pytest
from sqlalchemy import func, select

from review.app import PAGES
from storage.tables import (
    audits,
    codings,
    form_marks,
    groups,
    invitations,
    notes,
    outcomes,
    staff,
    staff_acts,
    themes,
    told,
)
from tests.review.forms import FormReader, PageForm, words
from tests.review.walk import ORIGIN, Demo, demo, walk

pytestmark = [pytest.mark.slow, pytest.mark.uncounted]

MARKED = {f"/staff{page.path}": page for page in PAGES if page.is_marked}
ALSO = (
    "/staff/inbox?view=flagged",
    "/staff/inbox?view=waiting",
    "/staff/inbox?state=read",
    "/staff/inbox?view=new",
    "/staff/queues/case_study?all=yes",
    "/staff/outcomes",
)
"""Addresses from which forms are found that the first pages do not lead to."""
LED_TO = re.compile(r'href="(/staff/(?:conversations|queues/case_study|outcomes)/[^"#]*)')
ALL_BETWEEN_THEM = ("safeguarding", "admin")
"""Roles that between them may send every form."""
ELSEWHERE = (
    "/staff/account/",  # tests/review/test_sign_in.py, tests/review/pages/test_alert_choices.py
    "/staff/people/no-letters",  # tests/review/test_set_up_people.py
    "/staff/people/{id}/invite",  # the three: tests/review/test_set_up_people.py
    "/staff/people/{id}/list/store",
    "/staff/people/{id}/take-back",
    "/staff/people/{id}/undo",
    "/staff/posters/{name}/take-back",  # tests/review/test_set_up_posters.py
    "/staff/rota/drop-day",  # tests/review/pages/test_rota.py
    "/staff/edit",  # tests/review/setup
    "/staff/settings/",
    "/staff/work-through/",  # tests/review/pages/test_work.py
    "/staff/answer-templates/",  # tests/review/pages/test_answer_templates.py
    "/staff/team/{id}/open",  # tests/review/pages/test_team.py
    "/staff/undo",  # tests/review/http/test_undo.py
    "/staff/care/",  # the four: tests/review/pages, where somebody is in danger or a message was set aside
    "/staff/set-aside/",
    "/staff/queues/{name}/{id}/send",
    "/staff/views/{id}/remove",  # tests/review/pages/test_saved_views.py
)
GIVEN = {
    "count": "2",
    "days": "30",
    "due": "2026-06-01",
    "date": "2026-06-01",
    "sure": "erase",
    "recognised": "no",
    "anyway": "yes",
    "scope": "ticked",
    "q": "",
    "kind": "did",
    "seen": "",
}
"""What fields hold that take no words of one's own, or only where they are not hidden."""
LOOKS = ("read", "looked", "was about to", "searched", "compared")
COUNTED = (codings, groups, invitations, notes, outcomes, staff, staff_acts, themes, told)
ONE_EACH = {
    "/staff/conversations/{id}/note": notes,
    "/staff/conversations/{id}/reply": told,
    "/staff/outcomes": outcomes,
    "/staff/people": groups,
    "/staff/queues/{name}/{id}/note": notes,
    "/staff/team": staff,
    "/staff/themes": themes,
    "/staff/themes/{id}/split": themes,
}
"""Forms that add one row, and the table of it."""


@dataclass(frozen=True)
class Place:
    """A page on which a form stands, and who may send it."""

    pattern: str
    role: str
    address: str


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    with demo(tmp_path_factory.mktemp("forms")) as filled:
        yield filled


async def places(town: Demo) -> dict[str, list[Place]]:
    """Where each form that writes stands."""
    found: dict[str, list[Place]] = {}
    for role in ALL_BETWEEN_THEM:
        async with town.client(role) as client:
            addresses = list(await walk(client, 2))
            for start in ALSO:
                page = await client.get(start)
                addresses += [start, *LED_TO.findall(unescape(page.text))[:6]]
            for address in dict.fromkeys(addresses):
                for form in FormReader(address, (await client.get(address)).text).forms:
                    if form.pattern in MARKED and not form.pattern.startswith(ELSEWHERE):
                        found.setdefault(form.pattern, []).append(Place(form.pattern, role, address))
    return found


async def form_at(client: httpx.AsyncClient, place: Place) -> PageForm | None:
    """The form as it stands there now, if it still does; not one of which another test has used the row."""
    page = await client.get(place.address)
    forms = FormReader(place.address, page.text).forms
    return next((form for form in forms if form.pattern == place.pattern), None)


def sent_of(form: PageForm, said: str) -> dict[str, list[str]]:
    hidden = {name: "".join(form.fields[name]) for name in ("seen", "kind", "q") if name in form.fields}
    given = {name: value for name, value in GIVEN.items() if name not in hidden}
    by_number = {"from": "", "to": ""} if form.pattern.endswith("/code") else {}
    return form.filled(said, **given, **by_number)


async def post(client: httpx.AsyncClient, form: PageForm, sent: dict[str, list[str]]) -> httpx.Response:
    return await client.post(form.address, data=sent, headers={"origin": ORIGIN})


def counts(town: Demo) -> dict[str, int]:
    def look(tx):
        return {
            table.name: tx.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (*COUNTED, form_marks)
        }

    return town.desk.database.read_now(look)


def deeds(town: Demo, since: int = 0) -> list[tuple[int, str, str]]:
    def look(tx):
        rows = tx.execute(select(audits.c.id, audits.c.what, audits.c.target).where(audits.c.id > since)).all()
        return [tuple(row) for row in rows]

    return town.desk.database.read_now(look)


async def usable(town: Demo, found: list[Place]) -> tuple[httpx.AsyncClient, Place, PageForm]:
    for place in found:
        client = town.client(place.role)
        form = await form_at(client, place)
        if form is not None:
            return client, place, form
        await client.aclose()
    raise AssertionError(f"no page shows {found[0].pattern} any more")


LAST = (
    "/staff/conversations/{id}/erase",
    "/staff/team/{id}/close",
    "/staff/themes/{id}/merge",
    "/staff/people/{id}/empty",
)
"""They take away what the others stand on."""


def in_order(found: dict[str, list[Place]]) -> list[str]:
    return [*sorted(name for name in found if name not in LAST), *(name for name in LAST if name in found)]


async def test_two_roles_may_send_every_form_between_them():
    assert all(page.roles & set(ALL_BETWEEN_THEM) for page in MARKED.values())


async def test_every_form_that_writes_is_found_and_two_presses_have_one_effect(town):
    found = await places(town)
    assert {name for name in MARKED if name not in found and not name.startswith(ELSEWHERE)} == set()

    for pattern in in_order(found):
        client, _, form = await usable(town, found[pattern])
        sent, before, latest = sent_of(form, words()), counts(town), len(deeds(town))
        first, second = await asyncio.gather(post(client, form, sent), post(client, form, sent))
        await client.aclose()

        assert (first.status_code, first.headers.get("location")) == (
            second.status_code,
            second.headers.get("location"),
        ), pattern
        assert first.status_code in (200, 303), (pattern, first.status_code, sent)
        assert first.status_code == 303 or first.text == second.text, pattern
        grown = {name: number - before[name] for name, number in counts(town).items()}
        assert grown["form_mark"] <= 1, pattern
        assert grown["staff_act"] <= 1, pattern
        done = Counter((what, target) for _, what, target in deeds(town, latest) if not what.startswith(LOOKS))
        assert max(done.values(), default=1) == 1, (pattern, done)
        if pattern in ONE_EACH:
            assert grown[ONE_EACH[pattern].name] == 1, (pattern, grown)


ALONE = (
    "/staff/rota/week",  # the same week twice changes nothing
    "/staff/rota/day",
    "/staff/rota",
    "/staff/texts/{ref}/code",
    "/staff/team/{id}/link",
    "/staff/inbox",
    "/staff/undo",
    "/staff/codings/{id}/remove",
    "/staff/replies/{number}/take-back",
)
"""Forms that name rows and change them as they are, one by one; the second finds nothing left to change, or the same."""


async def test_two_browsers_at_every_form_lose_no_word_of_either(town):
    found = await places(town)

    for pattern in (name for name in in_order(found) if name not in LAST):
        client, place, form = await usable(town, found[pattern])
        async with aclosing(client), town.client(place.role) as other:
            theirs = await form_at(other, place)
            said = words(), words()
            first = await post(client, form, sent_of(form, said[0]))
            second = await post(other, theirs, sent_of(theirs, said[1]))
            assert first.status_code in (200, 303), (pattern, first.status_code)
            shown = await shown_after(other, place, second)
            if form.typed:
                assert second.status_code in (200, 303, 409), (pattern, second.status_code)
                assert said[1] in shown, pattern
                assert said[0] in shown or pattern in GONE_ON, pattern
            elif pattern not in ALONE:
                assert second.status_code == 409 or not MARKED[pattern].watch, (pattern, second.status_code)


GONE_ON = (
    "/staff/texts/{ref}/check",
    "/staff/texts/{ref}/code",
    "/staff/posters/{name}/cards",
    "/staff/queues/{name}/{id}/send",
)
"""What the first one typed became marks on a text, stands on cards that only they are shown, or with the conversation."""


async def shown_after(client: httpx.AsyncClient, place: Place, answer: httpx.Response) -> str:
    """All that the second browser sees: the answer, the page it leads to, and the page of the form."""
    pages = [answer.text]
    if answer.status_code == 303:
        pages.append((await client.get(answer.headers["location"])).text)
    pages.append((await client.get(place.address)).text)
    return unescape(" ".join(pages))
