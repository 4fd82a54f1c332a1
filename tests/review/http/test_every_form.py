"""Every form that writes, found on the pages themselves: two presses have one effect, two browsers lose no word.

A new form is found by itself. One that no page of the invented people shows has its line in `ELSEWHERE`.
"""

import asyncio
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import aclosing
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import httpx
import pyotp
import pytest
from sqlalchemy import func, select

from review.app import PAGES
from review.identity import passwords
from sayso.demo.team import StaffInvitation
from storage.accounts import members, sessions
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
from tests.review.conftest import PASSWORD
from tests.review.forms import FormReader, PageForm, an_offer, words
from tests.review.staged import equipped, stage
from tests.review.walk import NOW, ORIGIN, Demo, demo, opened, staffed, walk

pytestmark = [pytest.mark.slow, pytest.mark.uncounted]

MARKED = {f"/staff{page.path}": page for page in PAGES if page.is_marked}
ALSO = (
    "/staff/inbox?view=flagged",
    "/staff/inbox?view=waiting",
    "/staff/inbox?state=read",
    "/staff/inbox?state=answered",
    "/staff/inbox?view=new",
    "/staff/queues/case_study?all=yes",
    "/staff/outcomes",
    "/staff/settings/changes",
    "/staff/edit/people/words/cy",
)
"""Addresses from which forms are found that the first pages do not lead to."""
LED_TO = re.compile(r'href="(/staff/(?:conversations|introductions|queues/case_study|outcomes)/[^"#]*)')
ALL_BETWEEN_THEM = ("safeguarding", "admin")
"""Roles that between them may send every form."""
ELSEWHERE = (
    "/staff/introductions/{id}",  # few of the invented people want to meet others: tests/review/pages/test_introductions.py
    "/staff/interviews/{id}/cancel",  # no talk is offered to the invented people: tests/review/pages/test_interviews.py
    "/staff/account/passkeys",  # made by a key that a person touches: tests/review/test_sign_in.py
    "/staff/settings/changes",  # what others changed since stays: tests/sayso/setup/test_taking_back.py
    "/staff/places/",  # no link of the invented people names a place: tests/review/pages/test_places.py
    "/staff/figures/{name}/told/{id}/take-back",  # only while a message waits to go out: tests/review/pages/test_told.py
    "/staff/payments/undo",  # only after something was done: tests/review/pages/test_payments.py
    "/staff/organisations/join",  # two that differ have to be picked: tests/review/pages/test_organisations.py
    "/staff/people/{id}/not-reached",  # nobody of the invented people was missed: tests/review/pages/test_not_reached.py
    "/staff/settings/backups/held",  # only after a restore: tests/sayso/setup/test_pages.py
)
A_FORM = '{"title": "%s", "pages": [{"elements": [{"type": "comment", "name": "story", "title": "What happened?"}]}]}'
"""A form of SurveyJS."""
LATER_PASSWORD = "harbour lantern biscuit kettle"
A_LIST = "email\ncal.new@example.test\n"
GIVEN = {
    "count": "2",
    "days": "30",
    "a_day": "100",
    **dict.fromkeys(("due", "date"), "2026-06-01"),
    "sure": "erase",
    "recognised": "no",
    "anyway": "yes",
    "scope": "ticked",
    "q": "",
    "kind": "did",
    "new_language": "pl",
    "link": "https://example.org/page",
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


@dataclass(frozen=True)
class Kept:
    """A town that was filled once, to be copied for each test, and where each form of it stands."""

    folder: Path
    team: tuple[StaffInvitation, ...]
    found: dict[str, list[Place]]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    folder = tmp_path_factory.mktemp("forms")
    with demo(folder) as bare:
        filled = equipped(bare)
        also = stage(filled, asyncio.run(passwords.hashed(PASSWORD)), "people")
        asyncio.run(change_a_setting(filled))
        found = asyncio.run(places(filled, also))
        return Kept(folder, tuple(StaffInvitation(member, "") for member in filled.team.values()), found)


@pytest.fixture
def town(kept: Kept, tmp_path: Path) -> Iterator[Demo]:
    shutil.copytree(kept.folder, tmp_path / "copy")
    with opened(tmp_path / "copy") as (settings, store, registry):
        yield equipped(staffed(settings, store, registry, kept.team))


async def change_a_setting(town: Demo) -> None:
    """So that there is one to be taken back."""
    async with town.client("admin") as client:
        (form, *_) = FormReader(at := "/staff/settings/organisation", (await client.get(at)).text).forms
        assert (await post(client, form, form.filled("Harbour"))).status_code in (200, 303)


async def places(town: Demo, also: tuple[str, ...]) -> dict[str, list[Place]]:
    """Where each form that writes stands."""
    found: dict[str, list[Place]] = {}
    for role in ALL_BETWEEN_THEM:
        async with town.client(role) as client:
            addresses = [*also, *await walk(client, 2)]
            for start in ALSO:
                page = await client.get(start)
                addresses += [start, *LED_TO.findall(unescape(page.text))[:6]]
            for address in dict.fromkeys(addresses):
                for form in await forms_at(client, address):
                    if form.pattern in MARKED and not form.pattern.startswith(ELSEWHERE):
                        found.setdefault(form.pattern, []).append(Place(form.pattern, role, address))
    return found


async def forms_at(client: httpx.AsyncClient, address: str) -> list[PageForm]:
    """The forms of a page; where a list is brought in, those of the page that shows what stands in it."""
    forms = FormReader(address, (await client.get(address)).text).forms
    for form in forms:
        if form.pattern == "/staff/people/{id}/list":
            return FormReader(form.address, (await post(client, form, form.filled("", list=A_LIST))).text).forms
    return forms


async def form_at(client: httpx.AsyncClient, place: Place) -> PageForm | None:
    """The form as it stands there now, if it still does; not one of which another test has used the row."""
    forms = await forms_at(client, place.address)
    return next((form for form in forms if form.pattern == place.pattern), None)


def sent_of(town: Demo, client: httpx.AsyncClient, form: PageForm, said: str) -> dict[str, list[str]]:
    hidden = {name: "".join(form.fields[name]) for name in ("seen", "kind", "q") if name in form.fields}
    given = {name: value for name, value in GIVEN.items() if name not in hidden}
    by_number = {"from": "", "to": ""} if form.pattern.endswith("/code") else {}
    own = OF_FORM.get(form.pattern, lambda *_: {})(town, client, form, said)
    return form.filled(said, **{**given, **by_number}) | {name: [value] for name, value in own.items()}


def said_to(pattern: str) -> str:
    """Words that nobody else has typed; an address, where one is asked for."""
    return words().replace(" ", ".").lower() + "@example.test" if pattern in FOR_ADDRESSES else words()


def code_of(town: Demo, client: httpx.AsyncClient, _: PageForm, __: str) -> dict[str, str]:
    """The code of the new phone that somebody sets up in this session."""
    token = client.cookies["sayso-staff"]

    def look(tx):
        session = sessions.find(tx, town.desk.vault, token=token, now=NOW)
        return members.new_second_step(tx, town.desk.vault, staff_id=session.member.id, token=token)

    return {"code": pyotp.TOTP(town.desk.database.read_now(look)).at(NOW)}


FOR_ADDRESSES = ("/staff/account/alerts/address", "/staff/people/no-letters")


def file_of(town: Demo, _: httpx.AsyncClient, form: PageForm, said: str) -> dict[str, str]:
    """A file of questions with another title."""
    text = town.desk.house.files()[f"{form.address.split('/')[3]}.toml"]
    return {"text": re.sub(r'^title = ".*"', f'title = "{said}"', text, count=1, flags=re.MULTILINE)}


def mailbox(_: Demo, __: httpx.AsyncClient, ___: PageForm, said: str) -> dict[str, str]:
    host = f"mail{said.rpartition(' ')[2]}.example"
    servers = {"host": host, "port": "993", "smtp_host": host, "smtp_port": "587", "smtp_tls": "start", "ca": ""}
    return {"address": f"us@{host}", "user": "us", "password": said, "folder": "INBOX", **servers}


ONE_TIME = dict.fromkeys(("day-2", "hour-2", "day-3", "hour-3"), "") | {"day-1": "2026-05-12", "hour-1": "14:30"}
OF_FORM: dict[str, Callable[[Demo, httpx.AsyncClient, PageForm, str], dict[str, str]]] = {
    "/staff/account/password": lambda *_: {"password": PASSWORD, "new": LATER_PASSWORD, "again": LATER_PASSWORD},
    "/staff/account/second-step": code_of,
    "/staff/edit-import": lambda *given: {"file": A_FORM % given[-1]},
    "/staff/edit/{name}/text": file_of,
    **dict.fromkeys(("/staff/payments", "/staff/payments/{id}"), lambda *given: an_offer(given[3])),
    "/staff/people/{id}/list/store": lambda *_: {"column_0": "email"},
    "/staff/queues/{name}/{id}/interview": lambda *_: {**ONE_TIME, "way-1": "phone"},
    "/staff/settings/mail": mailbox,
    "/staff/settings/telegram": lambda *_: {"token": f"123456:{'a' * 35}"},
    "/staff/settings/words/{name}": lambda *_: {"do": "publish", "anyway": "yes"},
    "/staff/figures/{name}/words": lambda *_: {"do": "keep"},
    "/staff/figures/{name}/sample": lambda *_: {"size": "10"},
    "/staff/work-through/{ref}": lambda *given: {"theme": given[2].boxes["theme"][0]},
}
"""What goes into the fields of one form alone."""


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


async def usable(town: Demo, found: list[Place]) -> tuple[httpx.AsyncClient, Place, PageForm] | None:
    for place in found:
        client = town.client(place.role)
        form = await form_at(client, place)
        if form is not None:
            return client, place, form
        await client.aclose()
    return None


FIRST = ("/staff/account/alerts/confirm/{token}", "/staff/account/alerts/trial", "/staff/undo")
"""Others end what they are about: a link, by another address; an act, by whatever is built on it."""
LAST = (
    *("/staff/self-assessments/{id}/sign-off", "/staff/self-assessments/{id}/delete"),
    "/staff/conversations/{id}/erase",
    *("/staff/payments/{id}/forget", "/staff/payments/{id}/take-off"),
    "/staff/team/{id}/close",
    "/staff/themes/{id}/merge",
    "/staff/people/{id}/empty",
)
"""They take away what the others stand on."""


def in_order(found: dict[str, list[Place]]) -> list[str]:
    ends = (*FIRST, *LAST)
    return [*FIRST, *sorted(name for name in found if name not in ends), *LAST]


async def test_two_roles_may_send_every_form_between_them():
    assert all(page.roles & set(ALL_BETWEEN_THEM) for page in MARKED.values())


async def test_every_form_that_writes_is_found_and_two_presses_have_one_effect(town, kept):
    found = kept.found
    assert {name for name in MARKED if name not in found and not name.startswith(ELSEWHERE)} == set()

    wrong = {}
    for pattern in in_order(found):
        standing = await usable(town, found[pattern])
        if standing is None:
            wrong[pattern] = "no page shows it any more"
            continue
        client, _, form = standing
        async with aclosing(client):
            fault = await fault_of_two_presses(town, client, form)
        wrong |= {pattern: fault} if fault else {}
    assert not wrong, "\n".join(f"{pattern}: {fault}" for pattern, fault in wrong.items())


async def fault_of_two_presses(town: Demo, client: httpx.AsyncClient, form: PageForm) -> str:
    """What is wrong when somebody presses twice at once; nothing where it has one effect."""
    sent, before, latest = sent_of(town, client, form, said_to(form.pattern)), counts(town), len(deeds(town))
    first, second = await asyncio.gather(post(client, form, sent), post(client, form, sent))
    led = [(one.status_code, one.headers.get("location")) for one in (first, second)]
    if led[0] != led[1] or first.status_code not in (200, 303):
        return f"led to {led}: {sent}"
    if first.status_code == 200 and first.text != second.text:
        return "showed two pages"
    grown = {name: number - before[name] for name, number in counts(town).items()}
    done = Counter((what, target) for _, what, target in deeds(town, latest) if not what.startswith(LOOKS))
    if grown["form_mark"] > 1 or grown["staff_act"] > 1 or max(done.values(), default=1) > 1:
        return f"had two effects: {done} {grown}"
    table = ONE_EACH.get(form.pattern)
    return f"added {grown[table.name]} rows" if table is not None and grown[table.name] != 1 else ""


ALONE = (
    "/staff/rota/week",  # the same week twice changes nothing
    *("/staff/rota/day", "/staff/rota"),
    "/staff/texts/{ref}/code",
    "/staff/team/{id}/link",
    "/staff/inbox",
    "/staff/undo",
    "/staff/codings/{id}/remove",
    "/staff/replies/{number}/take-back",
)
"""Forms that name rows and change them as they are, one by one; the second finds nothing left to change, or the same."""


async def test_two_browsers_at_every_form_lose_no_word_of_either(town, kept):
    found = kept.found

    wrong = {}
    for pattern in (name for name in in_order(found) if name not in LAST):
        standing = await usable(town, found[pattern])
        if standing is None:
            wrong[pattern] = "no page shows it any more"
            continue
        client, place, form = standing
        async with aclosing(client), town.client(place.role) as other:
            fault = await fault_of_two_browsers(town, (client, other), place, form)
        wrong |= {pattern: fault} if fault else {}
    assert not wrong, "\n".join(f"{pattern}: {fault}" for pattern, fault in wrong.items())


async def fault_of_two_browsers(
    town: Demo, browsers: tuple[httpx.AsyncClient, httpx.AsyncClient], place: Place, form: PageForm
) -> str:
    """What is wrong when two have the same form before them, and send it one after the other."""
    client, other = browsers
    theirs = await form_at(other, place)
    said = said_to(place.pattern), said_to(place.pattern)
    sent = [sent_of(town, client, form, said[0]), sent_of(town, other, theirs, said[1])]
    first, second = await post(client, form, sent[0]), await post(other, theirs, sent[1])
    if first.status_code not in (200, 303):
        return f"refused the first: {first.status_code}"
    shown = await shown_after(other, place, second)
    if MARKED[place.pattern].is_secret or not any(said[1] in value for values in sent[1].values() for value in values):
        is_told = second.status_code == 409 or not MARKED[place.pattern].watch or place.pattern in ALONE
        return "" if is_told else f"said nothing to the second: {second.status_code}"
    is_kept = said[1] in shown or place.pattern in HASHED
    if second.status_code not in (200, 303, 409, 429) or not is_kept:
        return f"lost what the second typed: {second.status_code}"
    return "" if said[0] in shown or place.pattern in GONE_ON else f"lost what the first typed: {second.status_code}"


GONE_ON = (
    "/staff/edit",
    "/staff/edit-import",
    "/staff/people/no-letters",
    "/staff/people/{id}/invite",
    "/staff/texts/{ref}/check",
    "/staff/texts/{ref}/code",
    "/staff/posters/{name}/cards",
    "/staff/queues/{name}/{id}/send",
)
"""What the first one typed stands elsewhere: as marks on a text, on cards that only they see, in letters; or as a hash."""

HASHED = ("/staff/people/no-letters",)
"""Addresses that nobody is shown again."""


async def shown_after(client: httpx.AsyncClient, place: Place, answer: httpx.Response) -> str:
    """All that the second browser sees: the answer, the page it leads to, and the page of the form."""
    pages = [answer.text]
    if answer.status_code == 303:
        pages.append((await client.get(answer.headers["location"])).text)
    pages.append((await client.get(place.address)).text)
    return unescape(" ".join(pages))
