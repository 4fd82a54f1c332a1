"""Staff are told by real mail servers, while the clock moves on and the service is killed at each step of an alert.

SAYSO_KILLS has every step tried, as `make nightly` does; else some are.
"""

import asyncio
import os
import re
import time
from collections import Counter
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from journeys import letters
from journeys.crowd import until
from mail_servers.dovecot import DOMAIN, FEEDBACK, PEOPLE
from mail_servers.letter import Letter

from storage.accounts import members, sessions
from storage.alerts import choices, schedule
from storage.alerts.choices import AlertWishes
from storage.audit import audit_log
from storage.audit.undo import Act
from storage.review import triage
from tests.samples import every

pytestmark = [pytest.mark.journey, pytest.mark.slow]

CANARIES = ("Quillfeather", "Wobbleton", "marmalade", "die", "p08")
CRY = "I am Ada Quillfeather from Wobbleton, I have no marmalade and I want to die. It hurts."
STEPS = 40
"""More than an alert has; the kill that finds no step left is the last."""


def clock_at(weekday: int, hour: int) -> datetime:
    """The next such hour (UTC) of a weekday, a week from now at most."""
    now = datetime.now(UTC)  # noqa: TID251 - the service under test has a real clock
    day = now + timedelta(days=(weekday - now.weekday()) % 7 or 7)
    return day.replace(hour=hour, minute=0, second=0, microsecond=0)


class Team:
    """A service with email, its clock, and staff with mailboxes on the server of the test."""

    def __init__(self, office, postfix):
        self.office, self.postfix = office, postfix
        self.ids: dict[str, str] = {}
        self._read: dict[str, list[Letter]] = {}
        self.set_clock(clock_at(1, 12))
        office.environ["JOURNEY_HURRY"] = "yes"

    def set_clock(self, at: datetime) -> None:
        self.at = at
        shift = at - datetime.now(UTC)  # noqa: TID251 - as above
        self.office.environ["JOURNEY_CLOCK_SHIFT"] = str(shift.total_seconds())

    async def starts(self):
        self.office.start()
        await self.office.ready()

    async def moves_on(self, **time: float) -> None:
        assert await self.office.stop() == 0, self.office.log
        self.set_clock(self.at + timedelta(**time))
        await self.starts()

    def hires(self, name: str, role: str, **wishes) -> None:
        """Somebody whose address is confirmed; only the first way to it is tested by the browser."""

        def job(tx):
            vault, now = store.vault, self.at - timedelta(hours=1)
            members.add(tx, vault, name=name, role=role, now=now)
            found = members.named(tx, name=name).member.id
            members.set_password(tx, vault, staff_id=found, hashed="not a hash")
            tx.exec_driver_sql("UPDATE staff SET totp_step = 1")
            token = choices.ask_address(tx, vault, staff_id=found, address=f"{name}@{DOMAIN}", now=now)
            choices.confirm(tx, vault, staff_id=found, token=token, now=now)
            choices.choose(tx, staff_id=found, wishes=AlertWishes(**wishes), now=now)
            return found

        with self.office.store() as store:
            self.ids[name] = store.database.write_now(job)

    def session(self, name: str) -> str:
        with self.office.store() as store:
            return store.database.write_now(
                lambda tx: sessions.begin(tx, store.vault, staff_id=self.ids[name], stage="in", now=self.at)
            )

    def turns(self, **days: int) -> None:
        def job(tx):
            act = Act(tx, store.vault, by=next(iter(self.ids.values())), what="changed the rota", now=self.at)
            schedule.change_turns(act, weekdays={day: self.ids[name] for name, day in days.items()})
            act.store()

        with self.office.store() as store:
            store.database.write_now(job)

    def cries(self, number: int = 7) -> None:
        """Somebody writes who may be in danger, and who has agreed to nothing yet."""
        name, _, host = PEOPLE[number % len(PEOPLE)].partition("@")
        person = f"{name}+{number}@{host}"
        mail = f"From: {person}\r\nTo: {FEEDBACK}\r\nMessage-ID: <cry{number}@x>\r\nSubject: Hello\r\n\r\n{CRY}\r\n"
        self.postfix.deliver(mail.encode(), FEEDBACK, person)

    def count(self, name: str) -> int:
        return self.postfix.dovecot.count(f"{name}@{DOMAIN}")

    def alerts(self, name: str) -> list[Letter]:
        """Return what lies in a mailbox; it is read again only where there is more: signing in is work for both."""
        if len(self._read.get(name, ())) != self.count(name):
            self._read[name] = [Letter(raw) for raw in self.postfix.dovecot.read(f"{name}@{DOMAIN}")]
        return self._read.get(name, [])

    def sees_to_all(self) -> None:
        """Somebody deals with everything that waits."""

        def job(tx):
            for item in triage.waiting(tx):
                triage.deal_with(tx, name=item.name, by="x", now=self.at)

        with self.office.store() as store:
            store.database.write_now(job)

    async def quiet(self) -> None:
        """Let two rounds go by, and what they sent arrive."""
        await asyncio.sleep(2)
        await asyncio.to_thread(self.postfix.settle)

    def audit(self) -> list[tuple[str, str]]:
        with self.office.store() as store:
            found = store.database.read_now(lambda tx: audit_log.entries(tx, limit=50))
        return [(one.what, one.reason) for one in reversed(found) if one.what.startswith("told ")]


@pytest.fixture
async def team(make_service, postfix):
    office = make_service(**letters.settings(postfix))
    made = Team(office, postfix)
    await made.starts()
    yield made
    assert await office.stop() == 0, office.log


def assert_silent(letter: Letter) -> None:
    """No word, name or address of a person stands anywhere in a letter, decoded or not."""
    assert not [word for word in CANARIES if re.search(rf"\b{word}", letter.raw.decode() + letter.text)]
    assert letter.mail["Auto-Submitted"] == "auto-generated"
    assert "List-Unsubscribe" not in letter.mail


async def test_staff_confirm_an_address_and_are_told_within_a_minute_then_the_next_and_so_on(team):
    team.hires("ada", "safeguarding")
    team.hires("bea", "safeguarding", is_at_once=False)
    team.hires("cal", "safeguarding", is_at_once=False)
    team.hires("staff", "admin")
    team.hires("p01", "reviewer")
    team.turns(ada=1, bea=2)

    team.cries()
    began = time.monotonic()
    await until(lambda: team.count("ada") == 1)
    assert time.monotonic() - began < 60
    (first,) = team.alerts("ada")
    assert_silent(first)
    assert "1 conversation is marked" in first.text
    await team.quiet()
    assert {name: team.count(name) for name in team.ids} == {"ada": 1, "bea": 0, "cal": 0, "staff": 0, "p01": 0}

    await team.moves_on(hours=2, minutes=1)
    await until(lambda: team.count("bea") == 1)
    await team.moves_on(hours=2)
    await until(lambda: team.count("cal") == 1 and team.count("bea") == 2 and team.count("ada") == 2)
    await team.moves_on(hours=18)
    await until(lambda: team.count("staff") == 1)
    await team.quiet()

    assert {name: team.count(name) for name in team.ids} == {"ada": 2, "bea": 2, "cal": 1, "staff": 1, "p01": 0}
    for letter in (one for name in team.ids for one in team.alerts(name)):
        assert_silent(letter)
    assert team.audit() == [
        ("told the next on the rota", "bea"),
        ("told all who may act", "ada, bea, cal"),
        ("told the administrator", "staff"),
    ]


async def sends(browser: httpx.AsyncClient, page: str, path: str, **fields: str) -> httpx.Response:
    """Open a page and send one of its forms."""
    shown = (await browser.get(page)).text
    mark, csrf = (re.search(rf'name="{name}" value="(\w+)"', shown).group(1) for name in ("mark", "csrf"))
    origin = {"origin": str(browser.base_url).rstrip("/")}
    return await browser.post(path, data={"csrf": csrf, "mark": mark, **fields}, headers=origin)


async def test_an_address_is_confirmed_by_the_link_in_a_letter(team):
    team.hires("bea", "safeguarding", is_silent=True)
    cookies = {"sayso-staff": team.session("bea")}
    async with httpx.AsyncClient(base_url=team.office.url, cookies=cookies, follow_redirects=True) as browser:
        await sends(browser, "/staff/account/alerts", "/staff/account/alerts/address", address=f"cal@{DOMAIN}")
        await until(lambda: team.count("cal") == 1)
        link = re.search(r"/staff/account/alerts/confirm/\w+", team.alerts("cal")[0].text).group(0)
        page = await sends(browser, link, link)
        assert f"To cal@{DOMAIN}. You have confirmed it." in page.text
        await sends(browser, "/staff/account/alerts", "/staff/account/alerts", at_once="1", digest="")

    team.cries()
    await until(lambda: team.count("cal") == 2)
    assert_silent(team.alerts("cal")[1])


async def test_the_daily_list_comes_at_its_hour_and_once(team):
    team.hires("ada", "safeguarding", is_at_once=False, digest_hour=14)
    await team.quiet()
    assert team.count("ada") == 0

    await team.moves_on(hours=2, minutes=1)
    await until(lambda: team.count("ada") == 1)
    await team.moves_on(hours=1)
    await team.quiet()
    (letter,) = team.alerts("ada")
    assert letter.mail["Subject"] == "Today: nobody waits"

    await team.moves_on(hours=23)
    await until(lambda: team.count("ada") == 2)


async def test_a_reply_to_an_alert_is_nobodys_feedback(team):
    team.hires("ada", "safeguarding")
    team.cries()
    await until(lambda: team.count("ada") == 1)
    letters.send(team.postfix, f"ada@{DOMAIN}", letters.plain(team.alerts("ada")[0], "I am on it, thank you.\n"))
    await until(lambda: team.postfix.dovecot.count(FEEDBACK, "Stored") == 2)
    await team.quiet()

    assert team.count("ada") == 1
    waiting = await team.office.command("waiting")
    assert len(waiting.stdout.strip().splitlines()) < 4


@pytest.mark.kill
async def test_a_kill_at_any_step_of_an_alert_loses_none_and_sends_one_letter(team):
    team.hires("ada", "safeguarding")
    steps = range(1, STEPS) if "SAYSO_KILLS" in os.environ else every(range(1, STEPS), 13)
    deaths = Counter()
    for number, step in enumerate(steps, 1):
        assert await team.office.stop() == 0, team.office.log
        team.set_clock(team.at + timedelta(minutes=10))  # ten alerts within an hour are gathered
        team.office.environ["JOURNEY_DIE_AT"] = str(step)
        team.office.start()
        team.cries(number)
        ended = await dies_or_tells(team, number)
        deaths["died" if ended else "told"] += 1
        del team.office.environ["JOURNEY_DIE_AT"]
        if ended:
            await team.starts()
        await until(lambda: len(ids(team)) == number)  # noqa: B023 - waited for here
        team.sees_to_all()
    print(deaths)  # noqa: T201 - the figures of a nightly run
    assert deaths["died"] > len(steps) // 2
    await team.quiet()
    found = ids(team)
    assert len(found) == len(steps)
    assert all(len(copies) == 1 for copies in found.values()), "every copy is the very same letter"
    assert team.count("ada") <= len(steps) + deaths["died"]


def ids(team) -> dict[str, set[tuple[str, str, str]]]:
    found: dict[str, set[tuple[str, str, str]]] = {}
    for letter in team.alerts("ada"):
        found.setdefault(letter.mail["Message-ID"], set()).add(
            (letter.mail["Date"], letter.mail["Reply-To"], letter.text)
        )
    return found


async def dies_or_tells(team, number: int) -> bool:
    """Wait until the service was killed, or has told; return whether it was killed."""
    async with asyncio.timeout(120):
        while team.office.process.poll() is None:
            if len(ids(team)) >= number:
                await asyncio.sleep(2)
                return team.office.process.poll() is not None
            await asyncio.sleep(0.2)
    return True
