"""Mails that lie about who they are from, or got mixed up: nobody is spoken for, stopped or declared gone by another.

Ada, Bea and Cal have been written to, and have answered; Cal was erased since. Each case is a mail, with whose
conversation it may change and whose letters it may stop. What a mail says is `{word}`, a word of its own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, product

import pytest

from config.load import load_flows, load_words
from sayso.core.flow_registry import FlowRegistry
from storage.messages import inbox, suppression_list
from storage.people import erasure, people
from tests.sayso.mail_service import OURS, Letter, MailService, bounce, complaint, reply

pytestmark = [pytest.mark.slow, pytest.mark.uncounted]

ADA, BEA, CAL = "ada@example.org", "bea@example.org", "cal@example.com"
STRANGER, ALIAS = "stranger@example.net", "ada.lovelace@example.com"
MARGINS = ("", "\x00", "\u200b", "\xa0 ")
NUMBERS = count()


@dataclass(frozen=True)
class Case:
    """One mail. `may_change` and `may_stop` name the people whom it may speak or stop for; `answers` its letters."""

    name: str
    raw: bytes
    may_change: frozenset[str] = frozenset()
    may_stop: frozenset[str] = frozenset()
    may_bounce: bool = False
    is_heard: bool = True
    is_junk: bool = False


@dataclass(frozen=True)
class Standing:
    """How things stand between two mails: what each person has said, who is stopped, and what became of each letter."""

    said: dict[str, object]
    stopped: set[str]
    states: list[tuple[str, str]]
    kept: inbox.Conservation


@dataclass
class Scene:
    """What people got: their letters, by whom."""

    room: MailService
    letters: dict[str, Letter]
    own: dict[str, str]
    """The conversation of each person, as the letter to them began it."""

    def token(self, person: str) -> str:
        return self.letters[person].reply_to.partition("+")[2].partition("@")[0]

    def id(self, person: str) -> str:
        return self.letters[person].mail["Message-ID"]

    def said(self) -> dict[str, object]:
        """What stands in the conversation of each person whom a letter was written to."""
        found = {one.conversation: one for one in self.room.responses()}
        return {person: found.get(conversation) for person, conversation in self.own.items()}

    def stopped(self) -> set[str]:
        def of(tx):
            everybody = (ADA, BEA, CAL, STRANGER, ALIAS)
            return {one for one in everybody if suppression_list.why(tx, lookup=self.room.vault.lookup("email", one))}

        return self.room.database.read_now(of)

    def standing(self) -> Standing:
        return Standing(self.said(), self.stopped(), self.room.states(), self.room.conservation())


@pytest.fixture
async def scene(house):
    words = load_words()
    with house.store() as opened:
        room = MailService(opened, FlowRegistry(load_flows(house.folder / "flows", words), words, "tea"))
        room.invites(ADA, BEA, CAL)
        got = {letter.to: letter for letter in await room.posts()}
        for person, letter in got.items():
            await room.gets(reply(letter, f"1. yes\n2. yes\n3. {person}"))
        own = {str(found.answers["why"].words): found.conversation for found in room.responses()}
        cal = room.open(people.person_of_address, channel="email", address=CAL)
        room.open(erasure.erase, person_id=cal, why="asked", now=room.now)
        yield Scene(room, got, own)


def says(text: str = "1. yes\n2. no\n3. {word}") -> str:
    return text.format(word=f"word{next(NUMBERS)}")


def mail(sender: str, text: str, to: str = OURS, **headers: str) -> bytes:
    """A mail with a name of its own. `headers` may hold what no mail library would write."""
    lines = {"From": sender, "To": to, "Subject": "Re: A few questions"}
    lines |= {"Message-ID": f"<mail{next(NUMBERS)}@example.net>", "Content-Type": "text/plain; charset=utf-8"}
    lines |= {name.replace("_", "-"): value for name, value in headers.items()}
    return ("".join(f"{name}: {value}\r\n" for name, value in lines.items()) + f"\r\n{text}\r\n").encode()


def plus(part: str) -> str:
    return f"feedback+{part}@example.org"


def carried(scene: Scene, person: str) -> Iterator[tuple[str, dict[str, str], str]]:
    """Each place in which a letter's token can stand: the headers, and the text below the words."""
    token, name = scene.token(person), scene.id(person)
    yield "to", {"to": plus(token)}, ""
    yield "to in capitals", {"to": plus(token).upper()}, ""
    yield "to with a name", {"to": f'"Example, Trust" <{plus(token)}>'}, ""
    yield "cc", {"Cc": plus(token)}, ""
    yield "delivered-to", {"Delivered-To": plus(token)}, ""
    yield "the address for bounces", {"to": plus(f"bounce-{token}")}, ""
    yield "references", {"References": name}, ""
    yield "in-reply-to in capitals", {"In-Reply-To": name.upper()}, ""
    yield "the subject", {"Subject": f"Re: {token}"}, ""
    yield "the body", {}, f"\n\n{token}"
    yield "a quote", {}, f"\n\nOn Monday Example Trust <{plus(token)}> wrote:\n> Reference: {token}"
    yield "a forward", {}, f"\n\n---- Forwarded message ----\nFrom: <{plus(token)}>\nTo: {person}\n\n{token}"


def tokens_of_others(scene: Scene) -> Iterator[Case]:
    """Bea, Ada's own alias and somebody unknown answer with the token of Ada, or of Cal, who is erased."""
    for sender, owner in product((BEA, ALIAS, STRANGER), (ADA, CAL)):
        for place, headers, below in carried(scene, owner):
            yield Case(f"{sender} with the token of {owner} in {place}", mail(sender, says() + below, **headers))


def tokens_of_two(scene: Scene) -> Iterator[Case]:
    """Two letters in one mail: it is the words of whoever wrote it, and of nobody else."""
    for (one, first, above), (two, second, below) in product(carried(scene, ADA), carried(scene, BEA)):
        both = first | {name: value for name, value in second.items() if name not in first}
        if len(both) == len(first) + len(second):
            raw = mail(BEA, says() + above + below, **both)
            yield Case(f"Bea with Ada's token in {one} and her own in {two}", raw, frozenset({BEA}))
        if one == "to" and "to" not in second:
            raw = mail(STRANGER, says() + below + above, **both)
            yield Case(f"a stranger with Ada's token in {one} and Bea's in {two}", raw)


def names_without_tokens(scene: Scene) -> Iterator[Case]:
    """A sender's address proves nothing, nor does a token that is none of ours."""
    token, name = scene.token(ADA), scene.id(ADA)
    wrong = token[:-1] + ("a" if token[-1] != "a" else "b")
    letter, mac = re.match(r"<inv\.([^.]+)\.([^@]+)@", name).groups()
    yield Case("no token", mail(ADA, says()))
    yield Case("no token, a display name", mail(f'"{BEA}" <{ADA}>', says()))
    yield Case("no token, Reply-To somebody else", mail(ADA, says(), **{"Reply-To": BEA}))
    for guess in (wrong, "a" * 26, "2" * 26, token[:25], token + "a", token[::-1], f"bounce-{wrong}"):
        yield Case(f"guessed {guess[:3]}", mail(ADA, says(), to=plus(guess)))
        yield Case(f"guessed {guess[:3]} in the text", mail(ADA, says() + f"\n\nReference: {guess}"))
    for forged in (
        f"<inv.{letter}.{mac[:-1]}@example.org>",
        f"<inv.{letter}.{'a' * len(mac)}@example.org>",
        f"<inv.{letter}.@example.org>",
        f"<inv.{letter}@example.org>",
        f"<inv.{mac}.{letter}@example.org>",
        f"<inv.{letter}x.{mac}@example.org>",
    ):
        yield Case("an altered signature", mail(ADA, says(), **{"References": forged, "In-Reply-To": forged}))
        yield Case("an altered signature, from Bea", mail(BEA, says(), References=forged))
    yield Case("Bea's token in Ada's name", mail(ADA, says(), to=plus(scene.token(BEA))))
    yield Case("Bea's letter in Ada's name", mail(ADA, says(), References=scene.id(BEA)))


def own_letters(scene: Scene) -> Iterator[Case]:
    """Ada herself, in every way that a mail program may write it."""
    for place, headers, below in carried(scene, ADA):
        raw = mail(f"Ada <{ADA.upper()}>", says("Good day, {word}") + below, **headers)
        yield Case(f"Ada with her token in {place}", raw, frozenset({ADA}))


def stops(scene: Scene) -> Iterator[Case]:
    """STOP in another's name, or with another's token, stops nobody who did not ask."""
    for sender, owner in ((BEA, ADA), (ADA, BEA)):
        for place, headers, _ in carried(scene, owner):
            yield Case(f"STOP of {sender} with the token of {owner} in {place}", mail(sender, "STOP", **headers))
    for place, headers, _ in carried(scene, CAL):
        yield Case(f"STOP of a stranger with an erased token in {place}", mail(STRANGER, "STOP", **headers))
    for place, headers, below in carried(scene, ADA):
        if place not in ("to", "to in capitals", "to with a name", "cc", "delivered-to", "the address for bounces"):
            yield Case(f"STOP of a stranger, Ada's token in {place}", mail(STRANGER, f"STOP{below}", **headers))
    yield Case("STOP in Ada's name", mail(ADA, "STOP"))
    yield Case("STOP in Ada's name by the subject", mail(ADA, "", Subject="Unsubscribe"))
    yield Case("STOP with two tokens", mail(STRANGER, "STOP", to=f"{plus(scene.token(ADA))}, {plus(scene.token(BEA))}"))
    yield Case("DELETE in Ada's name", mail(ADA, "DELETE"))
    yield Case("DELETE of Bea with Ada's letter", mail(BEA, "DELETE", to=plus(scene.token(ADA))))
    yield Case("DELETE confirmed at once", mail(BEA, "Yes, delete it all", to=plus(scene.token(ADA))))


def reports_of_others(scene: Scene) -> Iterator[Case]:
    """Bounces and complaints that name one person and prove nothing, or prove another's letter."""
    ada, bea = scene.letters[ADA], scene.letters[BEA]
    for make, status in product((bounce, complaint), ("5.1.1", "5.2.2", "5.7.1", "4.4.1")):
        made = make(ada, status) if make is bounce else make(ada)
        nothing = made.replace(ada.sender.encode(), OURS.encode())
        nothing = nothing.replace(ada.mail["Message-ID"].encode(), b"<made-up@example.org>")
        for to in (OURS, plus("a" * 26), plus("bounce-" + "b" * 26), plus(scene.token(CAL))):
            raw = nothing.replace(OURS.encode(), to.encode(), 1)
            yield Case(f"{make.__name__} {status} that names Ada, to {to[:16]}", _once(raw), is_heard=False)
        told = nothing.replace(b"It could not be delivered.", f"Reference {scene.token(BEA)}".encode())
        yield Case(f"{make.__name__} {status} with Bea's token in its text", _once(told), is_heard=False)
        crossed = nothing.replace(OURS.encode(), bea.sender.encode(), 1)
        yield Case(
            f"{make.__name__} {status} of Bea's letter that names Ada",
            _once(crossed),
            may_bounce=make is bounce,
            is_heard=False,
        )


def machines(scene: Scene) -> Iterator[Case]:
    """Automatic replies and lists, with tokens of anybody: kept, never answered, never words of a person."""
    marks = (
        {"Auto-Submitted": "auto-replied"},
        {"Auto-Submitted": "auto-generated"},
        {"X-Autoreply": "yes"},
        {"Precedence": "auto_reply"},
        {"Return-Path": "<>"},
        {"Subject": "Automatic reply: A few questions"},
    )
    for mark, owner in product(marks, (ADA, BEA, CAL)):
        raw = mail(ADA, says("I am away. {word}"), **{"to": plus(scene.token(owner))} | mark)
        yield Case(f"{mark} with the token of {owner}", raw, is_heard=False)
    for mark in ({"List-Id": "<a.example.net>"}, {"Precedence": "list"}, {"Precedence": "bulk"}):
        yield Case(f"{mark}", mail(STRANGER, says("News of today. {word}"), **mark), is_heard=False)


def hostile(scene: Scene) -> Iterator[Case]:
    """What no mail program writes: it is kept and harms nobody."""
    token = scene.token(ADA)
    many = ", ".join(plus("abcdefghijklmnopqrstuvwxy" + letter) for letter in "abcdefghijklmnopqrstuvwxyz234567")
    yield Case("a header of 200,000", mail(BEA, says(), to=plus(token), **{"X-Long": "x" * 200_000}))
    yield Case("2,000 headers", mail(BEA, says(), to=plus(token), **{f"X-{n}": "y" for n in range(2000)}))
    yield Case("many tokens that are none", mail(BEA, says(), Cc=many, to=plus(token)))
    yield Case("a body of nothing but tokens", mail(BEA, says() + f"\n{token}" * 500))
    yield Case("two From", mail(f"{BEA}\r\nFrom: {ADA}", says()))
    yield Case("two addresses in From", mail(f"{BEA}, {ADA}", says(), to=plus(token)))
    yield Case("a sender beside it", mail(BEA, says(), to=plus(token), Sender=ADA))
    yield Case("a Return-Path of Ada", mail(BEA, says(), to=plus(token), **{"Return-Path": f"<{ADA}>"}))
    yield Case("results made up", mail(ADA, says(), **{"Authentication-Results": "example.org; dmarc=pass"}))
    yield Case("a comment in From", mail(f"{BEA} ({ADA})", says(), to=plus(token)))
    yield Case("our own name", mail(OURS, says("I am the service. {word}")))
    yield Case("our own name with a token", mail(plus(token), says("I am a reply address. {word}"), to=plus(token)))
    for mark in MARGINS:
        yield Case(f"{mark!r} in the words", mail(BEA, says(f"{mark}{{word}}{mark}"), to=plus(token)))
        yield Case(f"{mark!r} in From", mail(f"{ADA}{mark}", says()))
    yield Case("junk without a token", mail(ADA, says()), is_heard=False, is_junk=True)
    yield Case("in circles", mail(ADA, says(), **{"X-A": "\r\nReceived: from a".join("b" * 40)}), is_heard=False)


def _once(raw: bytes) -> bytes:
    return raw.replace(b"Subject:", f"Message-ID: <report{next(NUMBERS)}@mx.example.net>\r\nSubject:".encode(), 1)


FAMILIES = (
    tokens_of_others,
    tokens_of_two,
    names_without_tokens,
    own_letters,
    stops,
    reports_of_others,
    machines,
    hostile,
)


async def faults_of(scene: Scene, case: Case, before: Standing) -> tuple[list[str], Standing]:
    """Take a mail in; return what it did that it must not do, and how things stand after it."""
    sent = await scene.room.gets(case.raw, is_junk=case.is_junk)
    scene.room.waits(minutes=5)
    after = scene.standing()
    return [f"{case.name}: {fault}" for fault in faults_between(case, before, after, len(sent))], after


def faults_between(case: Case, before: Standing, after: Standing, sent: int) -> list[str]:
    changed = {name for name in before.said if before.said[name] != after.said.get(name)}
    now, found = after.kept, []
    if not changed <= case.may_change:
        found.append(f"changed {changed}")
    if case.may_change and not changed:
        found.append("was lost to its own conversation")
    if not after.stopped - before.stopped <= case.may_stop:
        found.append(f"stopped {after.stopped - before.stopped}")
    if not case.may_bounce and after.states != before.states:
        found.append("bounced somebody")
    if sent > (1 if case.is_heard else 0):
        found.append(f"was answered by {sent} letters")
    if not now.is_balanced or now.received != before.kept.received + 1 or now.quarantined:
        found.append(f"is not kept: {now}")
    return found


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.__name__)
async def test_a_mail_that_lies_harms_nobody(scene, family):
    faults, standing = [], scene.standing()
    for case in family(scene):
        found, standing = await faults_of(scene, case, standing)
        faults += found

    assert faults == []


async def test_there_are_more_than_two_hundred_of_them(scene):
    assert sum(1 for family in FAMILIES for _ in family(scene)) >= 200
