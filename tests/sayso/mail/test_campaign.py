"""A week of letters past providers with limits, greylists, blocks, slow hours and outages, and kills: none is burnt."""

from bisect import bisect_right
from collections import Counter, defaultdict, deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random  # noqa: TID251 - a script is drawn from a seed

import pytest
from sqlalchemy import func, select

from config.load import load_flows, load_words
from mail.outgoing.rate_limits import DomainRate
from mail.outgoing.smtp_replies import LetterRefused, judge
from sayso.core.flow_registry import FlowRegistry
from storage.messages import letter_providers, mail_invitations
from storage.tables import outbox
from tests.mail_servers.letter import Letter
from tests.samples import IS_GATE, examples
from tests.sayso.mail_service import MailService, bounce

DAY = timedelta(days=1)
COUNT = 40 if IS_GATE else examples(200)
OUR_LIMIT = COUNT // 3
"""Letters in 24 hours, after which our own provider takes no more."""


@dataclass
class ScriptedProvider:
    """Four providers behind one mail server, each with troubles of its own. `now` is the clock of the service."""

    service: MailService
    draw: Random
    limit: int = OUR_LIMIT
    taken: Counter[str] = field(default_factory=Counter)
    at: dict[str, deque[datetime]] = field(default_factory=lambda: defaultdict(deque))
    seen: dict[str, datetime] = field(default_factory=dict)
    killed: set[str] = field(default_factory=set)
    """Once each: a letter whose end is unknown twice is left at that, as everywhere."""
    asked_while_closed: int = 0
    order: list[str] = field(default_factory=list)
    times: list[datetime] = field(default_factory=list)

    async def send(self, *, sender: str, to: str, raw: bytes) -> str:
        if self.draw.random() < 0.02 and to not in self.killed:
            self.killed.add(to)
            raise RuntimeError("killed")
        answer = self._answer(to, self.service.now)
        if answer:
            raise judge("end" if answer.startswith("end") else "recipient", *_parted(answer))
        self.taken[to] += 1
        self.order.append(to)
        self.times.append(self.service.now)
        for who in ("all", to.partition("@")[2]):
            self.at[who].append(self.service.now)
        self.service.bag.letters.append(Letter(raw, sender, to))
        return "250 taken"

    def _answer(self, to: str, now: datetime) -> str:
        name, _, domain = to.partition("@")
        hours = (now - self.service.began) / timedelta(hours=1)
        is_new = now - self.seen.setdefault(to, now) < timedelta(minutes=4)
        answers = {
            "end 550 5.4.5 Daily user sending limit exceeded": self._lately("all", now, DAY) >= self.limit,
            "550 5.1.1 User unknown": name.startswith("gone"),
            "421 4.7.28 An unusual rate of mail from your network": domain == "gmail.com" and 3 < hours < 9,
            "554 5.7.1 Client host blocked using a block list": domain == "outlook.com" and 20 < hours < 50,
            "451 4.7.1 Greylisting in action, try again in 5 minutes": domain == "example.org" and is_new,
            "451 4.3.2 System not accepting messages": domain == "example.com" and 26 < hours < 30,
        }
        answer = next((answer for answer, is_given in answers.items() if is_given), "")
        self.asked_while_closed += answer[:3] in ("421", "554")
        return answer

    def busiest_day(self) -> int:
        """The most letters that were taken within any 24 hours."""
        times = sorted(self.times)
        return max(bisect_right(times, begun + DAY - timedelta(seconds=1)) - at for at, begun in enumerate(times))

    def _lately(self, who: str, now: datetime, span: timedelta) -> int:
        times = self.at[who]
        while times and times[0] <= now - span:
            times.popleft()
        return len(times)


def _next_at(tx):
    return tx.execute(select(func.min(outbox.c.next_at)).where(outbox.c.state.in_(("waiting", "sending")))).scalar_one()


def _parted(answer: str) -> tuple[int, str]:
    code, _, words = answer.removeprefix("end ").partition(" ")
    return int(code), words


@pytest.fixture
def make_room(house):
    words = load_words()
    with house.store() as opened:
        registry = FlowRegistry(load_flows(house.folder / "flows", words), words, "tea")
        yield lambda: MailService(opened, registry, DomainRate(per_second=10_000, per_minute=20_000))


@pytest.mark.slow
async def test_every_letter_of_a_week_ends_sent_once_or_refused_for_its_address(make_room):
    room = make_room()
    room.began = room.now
    provider = ScriptedProvider(room, Random(5))  # noqa: S311 - no secret
    room.queue._transport = provider
    domains = ("gmail.com", "outlook.com", "example.org", "example.com")
    people = [f"{'gone' if n % 30 == 7 else 'p'}{n}@{domains[n % 4]}" for n in range(COUNT)]
    room.invites(*people)
    while room.now < room.began + 7 * DAY and (next_at := room.do(_next_at)):
        room.now = max(next_at, room.now + timedelta(seconds=20))
        while await room.sends():
            room.waits(seconds=1)
        if provider.draw.random() < 0.05:
            room.recovers()

    ends = Counter(one.state for one in room.standings())
    gone = sum(person.startswith("gone") for person in people)
    assert ends == {"sent": COUNT - gone, "refused": gone}
    assert set(provider.taken.values()) == {1}
    assert {one.fault for one in room.standings() if one.state == "refused"} == {"address"}
    assert room.stopped() == {"gone": gone}
    assert provider.asked_while_closed < 40
    assert provider.busiest_day() <= OUR_LIMIT


async def test_a_limit_of_a_day_stops_all_letters_to_its_end_and_is_learned(make_room):
    room = make_room()
    room.began = room.now
    provider = ScriptedProvider(room, Random(5), limit=5)  # noqa: S311 - no secret
    provider.draw.random = lambda: 0.5
    room.queue._transport = provider
    room.invites(*(f"p{number}@icloud.com" for number in range(14)))
    first = room.now
    await room.posts()
    room.waits(minutes=10)
    await room.posts()

    (paused,) = room.do(letter_providers.paused, now=room.now)
    assert (len(provider.order), paused.who, paused.learned) == (5, "all", 5)
    assert first + DAY <= paused.until <= first + DAY + timedelta(hours=1)
    room.waits(hours=25)
    await room.posts()
    room.waits(minutes=10)
    await room.posts()
    in_order = select(outbox.c.state).order_by(outbox.c.id)
    assert room.do(lambda tx: tx.execute(in_order).scalars().all()) == ["sent"] * 10 + ["waiting"] * 4
    assert room.do(letter_providers.paused, now=room.now) == ()


@dataclass
class ClosedDomain:
    """Refuses letters to one domain for a while."""

    answer: str
    tried: list[str] = field(default_factory=list)
    is_closed: bool = True

    async def send(self, *, to: str, **_: object) -> str:
        self.tried.append(to.partition("@")[2])
        if self.is_closed and to.endswith("nhs.net"):
            raise judge("recipient", *_parted(self.answer))
        return "250 taken"


@pytest.mark.parametrize("refusal", ["550 5.7.26 unauthenticated mail", "421 4.3.2 busy", "554 5.7.1 Blocked"])
async def test_a_provider_that_wants_none_is_left_alone_and_then_asked_with_one_letter(make_room, refusal: str):
    room = make_room()
    room.invites(*(f"p{number}@nhs.net" for number in range(4)), "bea@example.com")
    room.queue._transport = closed = ClosedDomain(refusal)
    room.queue.at_once = 1
    for _ in range(5):
        await room.posts()
    assert sorted(closed.tried) == ["example.com", "nhs.net"]

    room.waits(minutes=20)
    await room.posts()
    await room.posts()
    assert len(closed.tried) == 3

    closed.is_closed = False
    room.waits(hours=1)
    await room.posts()
    room.waits(minutes=10)
    await room.posts()
    assert len(closed.tried) == 7
    assert {state for state, _ in room.states()} == {"sent"}


async def test_three_days_count_from_the_first_try(make_room):
    room = make_room()
    room.invites("ada@example.org")
    grey = judge("recipient", 450, "4.2.0 Greylisted")
    room.waits(days=7)
    room.bag.answers = [grey]
    await room.posts()
    room.waits(minutes=10)

    assert [one.to for one in await room.posts()] == ["ada@example.org"]
    assert [state for state, _ in room.states()] == ["sent"]


async def test_a_letter_that_its_address_refuses_ends_and_holds_up_nobody(make_room):
    room = make_room()
    room.invites("ada@nhs.net", "bea@nhs.net")
    room.bag.answers = [LetterRefused("Full (552 5.2.2).", "full", "552 5.2.2")]
    await room.posts()

    assert sorted(state for state, _ in room.states()) == ["refused", "sent"]
    assert room.do(letter_providers.paused, now=room.now) == ()


async def test_a_letter_that_comes_back_for_our_fault_pauses_the_provider_and_goes_once_more(make_room):
    room = make_room()
    room.invites("ada@outlook.com")
    (letter,) = await room.posts()

    await room.gets(bounce(letter, "5.7.1"))
    assert [state for state, _ in room.states()] == ["waiting"]
    (paused,) = room.do(letter_providers.paused, now=room.now)
    assert (paused.who, paused.fault) == ("Microsoft", "us")
    room.waits(minutes=20)
    (again,) = await room.posts()

    assert again.mail["Message-ID"] == letter.mail["Message-ID"]
    assert room.stopped() == {}
    assert [state for state, _ in room.states()] == ["sent"]


@pytest.mark.parametrize("status", ["5.0.0", "5.3.0", "5.4.4", "5.1.8", "5.7.1"])
async def test_no_number_that_says_nothing_of_the_person_ends_their_letters(make_room, status: str):
    room = make_room()
    room.invites("ada@example.org")
    (letter,) = await room.posts()

    await room.gets(bounce(letter, status))

    assert room.stopped() == {}


async def test_refused_letters_go_once_more_where_it_may_help(make_room):
    room = make_room()
    room.invites("ada@example.org", "bea@example.org", "cal@example.org")
    room.bag.answers = [
        LetterRefused("Full (552 5.2.2).", "full", "552 5.2.2"),
        LetterRefused("Nobody has this address (550 5.1.1).", "gone", "550 5.1.1"),
    ]
    sent = await room.posts()
    assert len(sent) == 3

    assert room.do(mail_invitations.write_again, group="g", flow="tea", now=room.now) == (1, 1)
    (again,) = await room.posts()

    assert again.to == sent[0].to
    assert again.reply_to == sent[0].reply_to
    assert Counter(state for state, _ in room.states()) == {"sent": 2, "refused": 1}
    assert [one.is_for_good for one in room.standings() if one.state == "refused"] == [True]
    assert room.do(mail_invitations.write_again, group="g", flow="tea", now=room.now) == (0, 1)
