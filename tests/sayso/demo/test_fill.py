"""The demo: invented people who went through the real service, so that every page of staff shows something."""

import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from config.settings import load_settings
from sayso.core.flow_registry import registry_for
from sayso.core.store import open_store
from sayso.demo.fill import fill
from sayso.demo.people import people
from sayso.staff.mount import desk_for, staff_route
from storage.accounts import sessions
from storage.audit import audit_log
from storage.messages import inbox, outgoing_mail
from storage.review import case_list, outcomes, themes
from storage.review.case_list import CaseFilter

pytestmark = pytest.mark.slow

NOW = datetime(2026, 5, 4, 10, tzinfo=UTC)
ORIGIN = "http://127.0.0.1:8000"
SAYSO = Path(sys.executable).with_name("sayso")
FILLED = {
    "/": "of the people who asked to hear",
    "/inbox": "Tell us what happened",
    "/inbox?view=flagged": "suicide",
    "/inbox?view=waiting": "Wants a person",
    "/inbox?q=fare": "fare",
    "/set-aside": "UnreadableMessage",
    "/themes": "Being listened to",
    "/queues": "Meeting others: 6",
    "/queues/case_study": "drafted",
    "/queues/case_study?all=yes": "published",
    "/outcomes": "We write two weeks after each meeting.",
    "/agreement": "%",
    "/figures": "18 of 18 (100 %)",
    "/figures/open_door": "Sorted: 11 of 12 who wrote.",
    "/figures/people": "What we heard: Plain words",
    "/questions/people": "16 ways, the longest first.",
    "/invited?flow=people&group=spring panel": "There is no such mailbox.",
    "/signposts": "Samaritans",
}
"""What a reviewer finds on each page."""


def test_forty_invented_people_are_spread_over_flows_channels_and_weeks():
    found = people()

    assert len(found) >= 40
    assert {one.flow for one in found} == {"people", "trust_leads", "signatories", "open_door"}
    assert {one.channel for one in found} == {"web", "telegram", "email"}
    assert len({one.days_ago for one in found}) >= 8
    assert max(one.days_ago for one in found) <= 60
    assert all(one.address.endswith("@example.org") for one in found if one.channel == "email")


async def test_every_page_of_staff_shows_something_and_the_books_are_right(tmp_path):
    settings = load_settings({"SAYSO_DATA": str(tmp_path / "data")}, tmp_path / "none.toml")
    with open_store(settings, is_new_allowed=True) as store:
        registry = registry_for(settings)
        team = {one.member.role: one for one in await fill(store, registry, NOW)}

        with store.database.reading() as tx:
            sums = inbox.conservation(tx)
            cases = case_list.cases(tx, wanted=CaseFilter(), limit=100)
            assert (sums.is_balanced, sums.duplicate, sums.quarantined, sums.pending) == (True, 1, 1, 0)
            assert audit_log.verify(tx, store.vault).is_whole
            assert len(cases) >= 36, "all but those who only picked answers"
            assert {case.state for case in cases} == {"new", "read", "coded", "answered"}
            assert all(NOW - timedelta(days=60) < case.heard_at < NOW for case in cases)
            assert outcomes.share_told(tx).told > 0
            assert all(theme.count for theme in themes.in_use(tx, is_counted=True) if theme.name != "What helps")
            standings = outgoing_mail.standings(tx, flow="people", group="spring panel")
            assert {one.state for one in standings} == {"sent", "refused"}
            assert any(one.used_at for one in standings)
        assert len(team) == 6
        desk = desk_for(settings, store, registry, lambda: NOW)
        async with browser_of(desk, team["reviewer"].member.id) as browser:
            for path, words in FILLED.items():
                page = await browser.get(f"/staff{path}", follow_redirects=True)
                assert words in page.text, path
        async with browser_of(desk, team["safeguarding"].member.id) as browser:
            care = (await browser.get("/staff/care")).text
            assert [words for words in ("wants a person", "1 other person waits", "a death") if words not in care] == []
        async with browser_of(desk, team["viewer"].member.id) as browser:
            listed = await browser.get("/staff/inbox?view=all&q=chaired")
            paths = re.findall(r'href="(/staff/conversations/\w+)', listed.text)
            assert ("[name] chaired it kindly" in listed.text, len(paths) > 0) == (True, True)
            for page in [listed, *[await browser.get(path) for path in paths], await browser.get("/staff/figures")]:
                assert "Bea" not in page.text


@asynccontextmanager
async def browser_of(desk, staff_id):
    begin = lambda tx: sessions.begin(tx, desk.vault, staff_id=staff_id, stage="in", now=NOW)  # noqa: E731 - said once
    token = await desk.database.write(begin)
    transport = httpx.ASGITransport(Starlette(routes=[staff_route(desk)]))
    async with httpx.AsyncClient(transport=transport, base_url=ORIGIN, cookies={"sayso-staff": token}) as browser:
        yield browser


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def test_the_demo_serves_links_for_each_role_and_leaves_nothing_behind(tmp_path):
    port = free_port()
    real = {"SAYSO_DATA": str(tmp_path / "real"), "SAYSO_TELEGRAM_TOKEN": "1:x", "SAYSO_PORT": str(port)}
    environ = {"PATH": os.environ["PATH"], "TMPDIR": str(tmp_path), **real}
    process = subprocess.Popen([str(SAYSO), "demo"], env=environ, cwd=tmp_path, stdout=subprocess.PIPE, text=True)
    said = []
    try:
        for line in process.stdout:
            said.append(line)
            if "Stop with" in line:
                break
        link = next(line.split()[-1] for line in said if "reviewer" in line)
        joining = httpx.get(link, timeout=10)
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=20)

    assert sum("/staff/join/" in line for line in said) == 6
    assert any(line.startswith("Telegram: off") for line in said)
    assert (joining.status_code, process.returncode) == (200, 0)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_to_keep_must_be_empty(house):
    (house.folder / "other").mkdir()
    (house.folder / "other" / "note.txt").write_text("mine")

    ran = house.run("demo", "--keep", str(house.folder / "other"))

    assert (ran.code, "Name an empty folder" in ran.err) == (1, True)
