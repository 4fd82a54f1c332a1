"""Headers, the one cookie, foreign forms, faults: what keeps a person's words on their own page."""

import asyncio
import re
import signal
from collections.abc import AsyncIterator
from dataclasses import replace

import httpx
import pytest
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from tests.web.conftest import Visitor
from tests.web.memory import MemoryService
from web.app import app, server

PAGES = ("/", "/talk", "/talk/every_type", "/i/any", "/return", "/help-now", "/privacy", "/left", "/blank", "/nowhere")


@pytest.mark.parametrize("path", PAGES)
async def test_every_page_carries_the_safety_headers(visitor: Visitor, path: str):
    page = await visitor.open(path)

    policy = page.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; ")
    assert "form-action 'self'; frame-ancestors 'none'; base-uri 'none'" in policy
    assert page.headers["cache-control"] == "no-store"
    assert page.headers["referrer-policy"] == "no-referrer"
    assert page.headers["x-content-type-options"] == "nosniff"
    assert page.headers["cross-origin-opener-policy"] == "same-origin"
    assert page.headers["cross-origin-resource-policy"] == "same-origin"
    assert "microphone=()" in page.headers["permissions-policy"]
    assert "set-cookie" not in page.headers


@pytest.mark.parametrize("path", PAGES)
async def test_every_page_is_small_has_a_language_a_title_and_no_inline_script(visitor: Visitor, path: str):
    page = await visitor.open(path)

    files = [await visitor.open(f"/static/{name}") for name in ("style.css", "draft.js")]
    assert len(page.content) + sum(len(file.content) for file in files) < 20_000
    assert '<html lang="en">' in page.text
    assert re.search(r"<title>\w[^<]+</title>", page.text)
    assert "<h1" in page.text
    assert not re.search(
        r"<script(?! src=\"/static/draft\.js\?v=[0-9a-f]{12}\" defer></script>)| style=| on\w+=|https?://(?!t\.me/)",
        page.text,
    )


async def test_the_front_page_says_every_way_to_take_part(visitor: Visitor):
    page = await visitor.open("/")

    for part in (
        'href="/talk/every_type"',
        "https://t.me/harbour_example_bot",
        "mailto:feedback@example.org",
        "/return",
    ):
        assert part in page.text


async def test_the_front_page_leaves_out_channels_that_are_off(visitor: Visitor, service: MemoryService):
    service.telegram_link = service.mail_address = ""

    page = await visitor.open("/")

    assert "Telegram" not in page.text
    assert "mailto" not in page.text


@pytest.mark.parametrize(
    ("public_url", "expected"),
    [
        ("http://127.0.0.1:8000", r"sayso=[\w-]{43}; HttpOnly; Path=/; SameSite=lax"),
        ("https://say.example.org", r"__Host-sayso=[\w-]{43}; HttpOnly; Path=/; SameSite=lax; Secure"),
    ],
)
async def test_the_one_cookie_ends_with_the_browser(
    visitor: Visitor, service: MemoryService, public_url: str, expected: str
):
    service.public_url = public_url

    response = await visitor.send("/start")

    assert re.fullmatch(expected, response.headers["set-cookie"])


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec_Fetch_Site": "same-origin"}, 303),
        ({"Sec_Fetch_Site": "cross-site"}, 403),
        ({"Sec_Fetch_Site": "same-site"}, 403),
        ({"Sec_Fetch_Site": "cross-site", "Origin": "http://127.0.0.1:8000"}, 403),
    ],
)
async def test_only_forms_of_our_own_page_are_taken(visitor: Visitor, headers: dict[str, str], status: int):
    response = await visitor.send("/start", **headers)

    assert response.status_code == status


@pytest.mark.parametrize(
    ("origin", "status"), [("http://127.0.0.1:8000", 303), ("null", 303), ("https://example.org", 403)]
)
async def test_a_browser_without_fetch_headers_is_judged_by_its_origin(visitor: Visitor, origin: str, status: int):
    response = await visitor.client.post("/start", headers={"Origin": origin})

    assert response.status_code == status


async def test_a_foreign_form_neither_answers_nor_ends_a_conversation(visitor: Visitor, service: MemoryService):
    await visitor.reach("role")

    answered = await visitor.send("/talk", {**visitor.hidden(), "choice": "user"}, Sec_Fetch_Site="cross-site")
    left = await visitor.send("/leave", Sec_Fetch_Site="cross-site")

    assert (answered.status_code, left.status_code) == (403, 403)
    assert "role" not in service.answers()
    assert visitor.client.cookies


@pytest.mark.parametrize(
    ("content", "kind"), [(b"a=1&" * 600, "application/x-www-form-urlencoded"), (b"a" * 2_000_000, "text/plain")]
)
async def test_no_form_however_broken_keeps_help_away(visitor: Visitor, content: bytes, kind: str):
    page = await visitor.client.post("/help-now", content=content, headers={"Content-Type": kind})

    assert page.status_code == 200
    assert '<a href="tel:999">999</a>' in page.text


async def test_a_form_that_never_ends_is_given_up(service: MemoryService, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("browser.safety._READ_SECONDS", 0.01)

    async def endless() -> AsyncIterator[bytes]:
        yield b"text=half"
        await asyncio.Event().wait()

    transport = httpx.ASGITransport(app(service))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as client:
        page = await client.post("/return", content=endless(), headers={"Sec-Fetch-Site": "same-origin"})

    assert page.status_code == 408


async def test_a_form_of_another_kind_is_refused(visitor: Visitor):
    response = await visitor.client.post("/talk", json={"choice": "yes"})

    assert response.status_code == 415


async def test_a_made_up_cookie_is_no_session(visitor: Visitor, service: MemoryService):
    visitor.client.cookies.set("sayso", "../../etc", domain="127.0.0.1")

    page = await visitor.open("/talk")

    assert page.status_code == 200
    assert 'action="/start"' in page.text


async def test_a_fault_of_ours_leaks_nothing(visitor: Visitor, service: MemoryService):
    await visitor.start()
    service.is_broken = True

    page = await visitor.open("/talk")

    assert page.status_code == 500
    assert "The fault is ours." in page.text
    assert "private" not in page.text
    assert page.headers["content-security-policy"].startswith("default-src 'none'")


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/static/x", 404), ("PUT", "/talk", 405)])
async def test_what_is_not_there_has_a_kind_page_with_a_way_on(visitor: Visitor, method: str, path: str, status: int):
    page = await visitor.client.request(method, path)

    assert page.status_code == status
    assert "There is no page here" in page.text
    assert '<a class="button" href="/">' in page.text


async def test_the_style_is_kept_by_the_browser_and_renamed_when_it_changes(visitor: Visitor):
    page = await visitor.open("/")
    address = re.search(r'href="(/static/style\.css\?v=[0-9a-f]{12})"', page.text)
    assert address

    style = await visitor.open(address[1])

    assert style.headers["content-type"].startswith("text/css")
    assert style.headers["cache-control"] == "public, max-age=31536000, immutable"


async def test_words_of_people_are_escaped(visitor: Visitor):
    await visitor.reach("harder")

    page = await visitor.say(text='<img src="x">')
    page = await visitor.say(command="back")

    assert "&lt;img src=&#34;x&#34;&gt;</textarea>" in page.text
    assert "<img" not in page.text


async def test_the_service_adds_routes_of_its_own(service: MemoryService):
    own = Route("/healthz", lambda _: PlainTextResponse("well"))
    transport = httpx.ASGITransport(app(service, [own]))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as client:
        response = await client.get("/healthz")

    assert response.status_code == 200
    assert response.headers["x-content-type-options"] == "nosniff"


def test_the_server_leaves_signals_to_the_service(service: MemoryService):
    before = signal.getsignal(signal.SIGTERM)

    with server(app(service), "127.0.0.1", 0).capture_signals():
        during = signal.getsignal(signal.SIGTERM)

    assert during == before


def test_the_server_keeps_no_log_of_who_asked_for_what(service: MemoryService):
    config = server(app(service), "127.0.0.1", 0).config

    assert not config.access_log
    assert not config.server_header


async def test_a_page_in_another_language_says_so(visitor: Visitor, service: MemoryService):
    service.words = replace(service.words, language="cy", texts={**service.words.texts, "web.help": "Help nawr"})

    page = await visitor.open("/")

    assert '<html lang="cy">' in page.text
    assert "Help nawr" in page.text
