"""The staff app in this process, on a real database, with members of staff of every role."""

import re
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from html import unescape
from html.parser import HTMLParser

import httpx
import pyotp
import pytest
from starlette.applications import Starlette
from starlette.routing import Mount

from config.load import load_words
from feedback.conversation.events import Answered, Commented, Consented, Distressed, PersonAsked
from feedback.conversation.state import Conversation
from feedback.flows.answer import Answer, Piece
from feedback.flows.flow_parser import parse
from feedback.flows.model import Flow
from review.app import app
from review.http.context import ServiceSetup, StaffContext
from review.http.service_port import ServicePort
from review.http.setup_port import SetUpPort
from review.identity.oidc_client import OidcProvider
from storage.accounts import members, sessions
from storage.conversations import flow_versions, store
from storage.conversations.store import StepResult, StoredConversation
from storage.crypto.vault import Vault
from storage.db.engine import Database
from storage.db.ids import new_code, new_id
from storage.messages import outbox, outgoing_mail
from storage.people import contacts, invitations, people

NOW = datetime(2026, 5, 4, 10, tzinfo=UTC)
ORIGIN = "http://127.0.0.1:8000"
PASSWORD = "harbour lantern biscuit"


@dataclass
class Clock:
    """The time of a test, which it moves by hand."""

    at: datetime = NOW

    def __call__(self) -> datetime:
        return self.at

    def forward(self, **time: float) -> None:
        self.at += timedelta(**time)


@dataclass
class House:
    """A database with a flow in it, and short ways to fill it."""

    db: Database
    vault: Vault
    flow: Flow
    clock: Clock = field(default_factory=Clock)
    people: int = 0
    origin: str = ORIGIN
    set_up: ServiceSetup = field(default_factory=ServiceSetup)
    provider: OidcProvider | None = None
    service: ServicePort = field(default_factory=ServicePort)
    house: SetUpPort = field(default_factory=SetUpPort)

    @property
    def desk(self) -> StaffContext:
        titles = ((self.flow.name, self.flow.title),)
        flow = lambda _, __: self.flow  # noqa: E731 - said once
        organisation = "Harbour Trust"
        desk = StaffContext(
            self.db, self.vault, self.clock, flow, titles, organisation, self.origin, provider=self.provider
        )
        return replace(desk, set_up=self.set_up, service=self.service, house=self.house)

    def hire(self, name: str, role: str) -> members.Member:
        def job(tx):
            members.add(tx, self.vault, name=name, role=role, now=self.clock())
            member = members.named(tx, name=name).member
            secret = members.set_password(tx, self.vault, staff_id=member.id, hashed="not a hash")
            before = self.clock() - timedelta(seconds=30)
            code = {"staff_id": member.id, "code": pyotp.TOTP(secret).at(before)}
            assert members.take_code(tx, self.vault, **code, now=before)
            return members.named(tx, name=name).member

        return self.db.write_now(job)

    def session(self, member: members.Member) -> str:
        begin = lambda tx: sessions.begin(tx, self.vault, staff_id=member.id, stage="in", now=self.clock())  # noqa: E731 - said once
        return self.db.write_now(begin)

    def code(self, name: str) -> str:
        member = self.db.read_now(lambda tx: members.named(tx, name=name)).member
        secret = self.db.read_now(lambda tx: members.totp_secret(tx, self.vault, staff_id=member.id))
        return pyotp.TOTP(secret).at(self.clock())

    def says(self, *words: str, channel: str = "telegram", asks: bool = False, **more) -> StoredConversation:
        """Somebody takes part and says this: the first to the question, the rest besides."""
        self.people += 1
        now = self.clock() - timedelta(hours=1) + timedelta(seconds=self.people)
        fresh = Conversation(
            new_id(), self.flow.name, self.flow.version_id, channel, "en", new_code(), now, now, stage="finished"
        )
        events = [Consented("take_part", granted=True, wording="OK?")]
        if more.get("wants_news"):
            events.append(Consented("contact_next", granted=True, wording="May we tell you what happens?"))
        if words:
            first, *rest = words
            answer = Answer("answered", now, None, (Piece("1", first),))
            events.append(Answered("story", answer))
            events += [Commented(Piece(f"c{number}", said)) for number, said in enumerate(rest)]
            fresh = replace_answers(fresh, {"story": answer})
        if more.get("picks"):
            events.append(Answered("how", Answer("answered", now, more["picks"], ())))
        if more.get("danger"):
            events.append(Distressed(more["danger"], "words"))
        events += more.get("events", ())
        if asks:
            events.append(PersonAsked(may_contact=True))
        address = more.get("address", f"70{self.people}")

        def job(tx):
            contact_id = people.contact_for(tx, self.vault, channel=channel, address=address, now=now)
            held = store.begin(tx, self.vault, conversation=fresh, contact_id=contact_id)
            after = replace_consents(held.conversation, {"take_part": True})
            return store.save(tx, self.vault, held=held, step=StepResult(after, tuple(events), now))

        return self.db.write_now(job)

    def invites(self, group: str, *addresses: str) -> None:
        """A group is written to by email: the first letter arrives and is answered, the second comes back."""
        now = self.clock()

        def job(tx):
            entries = [contacts.ContactEntry(address) for address in addresses]
            contacts.bring_in(tx, self.vault, group=group, entries=entries, now=now)
            terms = invitations.InvitationTerms(self.flow.name, now)
            for made in invitations.invite_group(tx, self.vault, group=group, terms=terms):
                name = {"invitation_id": made.id, "contact_id": made.contact_id}
                outgoing_mail.queue_invitation(tx, **name, kind="invitation", at=now)
            first, second, *_ = outgoing_mail.waiting(tx, now=now, limit=10)
            outbox.sent(tx, outbox_id=first.outbox_id, provider_id="", now=now)
            outbox.refused(tx, outbox_id=second.outbox_id, reason="There is no such mailbox.", now=now)
            invitations.use(tx, invitation_id=first.invitation_id, now=now)

        self.db.write_now(job)


def replace_answers(conversation: Conversation, answers) -> Conversation:
    return Conversation(**{**vars(conversation), "answers": answers})


def replace_consents(conversation: Conversation, consents) -> Conversation:
    return Conversation(**{**vars(conversation), "consents": consents})


FLOW = """
flow = "ward"
version = 1
language = "en"
title = "Your ward"
expires = "14 days"
start = "Hello."
[consent]
ask = "Is it OK to keep and use your answers?"
more = "privacy"
no = "That is fine."
[[question]]
id = "story"
ask = "Tell us what happened, in your own words."
short = "What happened"
type = "text"
[[question]]
id = "how"
ask = "How was it?"
short = "How it was"
type = "one"
choices.good = "Good"
choices.bad = "Bad"
[finish]
check = "Is it right?"
thanks = "Thank you."
"""


@cache
def ward() -> Flow:
    """The flow of every house, read once: its words stand in some thirty files."""
    return parse("ward.toml", FLOW, load_words())


def filled(db: Database, vault: Vault) -> House:
    flow = ward()
    db.write_now(lambda tx: flow_versions.keep(tx, flow=flow, compiled="{}", now=NOW))
    return House(db, vault, flow)


@pytest.fixture
def house(sqlite_db: Database, vault: Vault) -> House:
    return filled(sqlite_db, vault)


@pytest.fixture
def both_houses(db: Database, vault: Vault) -> House:
    """The same on SQLite and on PostgreSQL in turn."""
    return filled(db, vault)


class HiddenFields(HTMLParser):
    """The hidden fields of each form of a page that is sent, by where it goes."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.forms: dict[str, dict[str, object]] = {}
        self._address = address
        self._open: dict[str, object] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            action = (given.get("action") or self._address).partition("?")[0]
            self._open = self.forms.setdefault(action, {}) if given.get("method") == "post" else {}
        elif tag == "input" and given.get("type") == "hidden":
            self._open[given["name"]] = given.get("value", "")


@dataclass
class Browser:
    """A browser without scripts: it fetches pages and sends the forms that stand on them."""

    client: httpx.AsyncClient
    page: httpx.Response | None = None

    async def get(self, path: str) -> httpx.Response:
        self.page = await self.client.get(f"/staff{path}", follow_redirects=True)
        return self.page

    async def send(self, path: str, **fields: object) -> httpx.Response:
        """Send a form of the page that is open; its own fields are those that nobody sees."""
        self.page = await self.post(path, {**self.form(path), **fields}, follow_redirects=True)
        return self.page

    async def fill(self, path: str, **fields: object) -> httpx.Response:
        """Open a page and send the form on it."""
        await self.get(path)
        return await self.send(path, **fields)

    async def post(self, path: str, form: dict[str, object], **options: bool) -> httpx.Response:
        """Send a form as it stands, and stay on the page that is open."""
        return await self.client.post(f"/staff{path}", data=form, headers={"origin": ORIGIN}, **options)

    def form(self, path: str) -> dict[str, object]:
        """What nobody sees of the form that goes there; of a form that is not on the page, only what all have."""
        assert self.page is not None
        read = HiddenFields(self.page.url.path)
        read.feed(self.page.text)
        return dict(read.forms.get(f"/staff{path.partition('?')[0]}") or {"csrf": self.csrf, "mark": new_id()})

    @property
    def csrf(self) -> str:
        assert self.page is not None
        found = re.search(r'name="csrf" value="(\w+)"', self.page.text)
        return found.group(1) if found else ""

    @property
    def text(self) -> str:
        """What the page says, without its tags."""
        assert self.page is not None
        return " ".join(unescape(re.sub(r"<[^>]*>", " ", re.sub(r"</?bdi>", "", self.page.text))).split())

    @property
    def path(self) -> str:
        assert self.page is not None
        return self.page.url.path.removeprefix("/staff")


@pytest.fixture
async def browse(house: House) -> AsyncIterator[Callable[..., Browser]]:
    """Opens browsers: one that nobody is signed in with, or of a role (`browse("coder")`)."""
    async for start in browsers(house):
        yield start


@pytest.fixture
async def browse_both(both_houses: House) -> AsyncIterator[Callable[..., Browser]]:
    """The same on SQLite and on PostgreSQL in turn."""
    async for start in browsers(both_houses):
        yield start


async def browsers(house: House) -> AsyncIterator[Callable[..., Browser]]:
    made: list[httpx.AsyncClient] = []
    started: list[Starlette] = []

    def client_of(application: Starlette, place: str = "192.0.2.1") -> httpx.AsyncClient:
        made.append(httpx.AsyncClient(transport=httpx.ASGITransport(application, client=(place, 1)), base_url=ORIGIN))
        return made[-1]

    def start(role: str = "", place: str = "192.0.2.1") -> Browser:
        application = started[0] if started else Starlette(routes=[Mount("/staff", app(house.desk))])
        started[:] = [application]
        client = client_of(application, place)
        if role:
            member = house.hire(f"{role}-{len(made)}", role)
            client.cookies.set("sayso-staff", house.session(member))
        return Browser(client)

    def again(browser: Browser) -> Browser:
        """The same browser, before a service that was started anew."""
        client = client_of(Starlette(routes=[Mount("/staff", app(house.desk))]))
        client.cookies.update(browser.client.cookies)
        return Browser(client, browser.page)

    start.again = again
    yield start
    for client in made:
        await client.aclose()
