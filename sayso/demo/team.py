"""What the invented staff of `sayso demo` have done before you come: read, checked, coded, answered and acted."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import get_args

from sqlalchemy import Connection

from review.text.pii import propose
from sayso.core.store import Store
from storage.accounts import members
from storage.accounts.members import Member, Role
from storage.audit import audit_log
from storage.audit.audit_log import AuditRecord
from storage.audit.undo import Act
from storage.crypto.vault import Vault
from storage.involvement import case_studies
from storage.messages import outbox
from storage.review import case_list, codings, outcomes, replies, requests, texts, themes
from storage.review.case_list import Case, CaseFilter
from storage.review.outcomes import OutcomeDraft
from storage.review.requests import Request
from storage.review.texts import FreeText
from storage.review.themes import Wording
from storage.review.told_back import findings
from storage.review.work import notes

_THEMES = (
    ("What helps", "Whatever made it easier to take part.", ""),
    ("Being listened to", "Somebody heard them, and showed it.", "What helps"),
    ("Time and breaks", "When it was, how long, and how often there was a rest.", "What helps"),
    ("Plain words", "Papers and talk that everybody can follow.", ""),
    ("Pay and fares", "What taking part cost them, and what they got back.", ""),
    ("Told what came of it", "Whether they heard what happened after.", ""),
)
_SPEAKS_OF = {
    "Being listened to": ("listen", "asked us", "kindly", "person there", "rang me", "liked that they said"),
    "Time and breaks": ("evening", "break", "week before"),
    "Plain words": ("words", "papers", "small print"),
    "Pay and fares": ("fare",),
    "Told what came of it": ("wrote back", "came of", "could not change"),
}
"""Words by which the team put a text under a theme."""
_ALL = 100
"""More conversations than the demo has, so all of them."""
_READ_FIRST = ("people", "open_door")
_READ_MOST = 30
"""Part of the demo is left unread, so that whoever looks has something to do."""
_CODED_TWICE = 6
"""Enough for the page on agreement to have figures."""
_CASE_STUDIES: tuple[tuple[requests.State, ...], ...] = (
    ("asked", "agreed", "drafted", "shown", "approved", "published"),
    ("asked", "agreed", "drafted"),
    ("asked",),
)
_CASE_STUDY = "A charter on one page\n\nA group wrote a charter together with the people who use the service. The board looks at it each spring."
_SAID_YES = "They wrote back on Monday: yes, that is fine."
_ANSWER = "Thank you for telling us. We have asked for plants in the other rooms as well. Write here if you like."
_TOLD = "You said that you did not hear what came of it. We now write to everybody two weeks after a meeting."


@dataclass(frozen=True)
class StaffInvitation:
    """An account with the one-time link to set it up: the token is the end of its address."""

    member: Member
    token: str


def hire(tx: Connection, vault: Vault, *, now: datetime) -> tuple[StaffInvitation, ...]:
    """Make an account of each role."""
    made = []
    for role in get_args(Role):
        name = f"Demo {role}"
        token = members.add(tx, vault, name=name, role=role, now=now)
        audit_log.record(tx, vault, AuditRecord("demo", "made a one-time link", f"staff {name}", role), now=now)
        account = members.named(tx, name=name)
        made += [StaffInvitation(account.member, token)] if account else []
    return tuple(made)


class DemoTeam:
    """The staff at work, in one transaction: all that they do can be undone and stands in the audit."""

    def __init__(self, tx: Connection, store: Store, team: tuple[StaffInvitation, ...], now: datetime) -> None:
        self._tx = tx
        self._vault = store.vault
        self._members = {one.member.role: one.member for one in team}
        self._now = now

    def work(self) -> None:
        """Do a little of everything."""
        known = self._codebook()
        found = case_list.cases(self._tx, wanted=CaseFilter(), limit=_ALL)
        cases = tuple(sorted(found, key=lambda case: case.flow not in _READ_FIRST)[:_READ_MOST])
        for number, case in enumerate(cases):
            for text in self._texts(case):
                self._check(text)
                self._code("coder", text, known)
                if number < _CODED_TWICE:
                    self._code("reviewer", text, known)
        self._answer(cases)
        self._requests()
        self._outcomes(known)

    def _do(self, role: Role, what: str, job: Callable[[Act], object], case_id: str | None = None) -> None:
        by = self._members[role]
        act = Act(self._tx, self._vault, by=by.id, what=what, now=self._now, conversation_id=case_id)
        job(act)
        if act.store():
            target = f"conversation {case_id}" if case_id else ""
            audit_log.record(self._tx, self._vault, AuditRecord(by.name, what, target), now=self._now)

    def _codebook(self) -> dict[str, str]:
        known: dict[str, str] = {}

        def write(act: Act) -> None:
            for name, definition, parent in _THEMES:
                wording = Wording(name, definition, known.get(parent))
                known[name] = themes.add(self._tx, act, wording=wording, now=self._now)

        self._do("reviewer", "made a theme", write)
        return known

    def _texts(self, case: Case) -> tuple[FreeText, ...]:
        """Return what somebody wrote in sentences."""
        found = texts.of_conversations(self._tx, self._vault, ids=[case.conversation_id])
        return tuple(text for text in found.get(case.conversation_id, ()) if text.words.endswith("."))

    def _check(self, text: FreeText) -> None:
        def job(act: Act) -> None:
            texts.check(act, text=text, state="checked", hidden=propose(text.words, ()), now=self._now)
            case_list.move_on(self._tx, act, conversation_id=text.conversation_id, to="read", now=self._now)

        self._do("reviewer", "checked a text", job, text.conversation_id)

    def _code(self, role: Role, text: FreeText, known: dict[str, str]) -> None:
        """Put a text under each theme that it speaks of; the second reader overlooks one of them."""
        spoken = [name for name, signs in _SPEAKS_OF.items() if any(sign in text.words.lower() for sign in signs)]

        def job(act: Act) -> None:
            for name in spoken[: 1 if role == "reviewer" else None]:
                new = codings.NewCoding(codings.WHOLE, self._now)
                codings.add(self._tx, self._vault, act, text=text, theme_id=known[name], coding=new)
                case_list.move_on(self._tx, act, conversation_id=text.conversation_id, to="coded", now=self._now)

        self._do(role, "put a text under a theme", job, text.conversation_id)

    def _answer(self, cases: tuple[Case, ...]) -> None:
        """Answer somebody who may be written to; have somebody else see to the next one."""
        open_to = [case for case in cases if not replies.leave(self._tx, case=case).fault and not case.flags]
        # What stands on a web page can be taken back until it is read there: so that this can be tried, too.
        open_to.sort(key=lambda case: not replies.is_seen_at_once(case))
        first, second = open_to[:2]

        def job(act: Act) -> None:
            sent = replies.send(
                self._tx, self._vault, case=first, new=replies.NewReply(_ANSWER, act.by, self._now - replies.TAKE_BACK)
            )
            outbox.sent(self._tx, outbox_id=sent, provider_id="", now=self._now)
            case_list.move_on(self._tx, act, conversation_id=first.conversation_id, to="answered", now=self._now)

        def assign(act: Act) -> None:
            case_list.put(act, conversation_ids=(second.conversation_id,), now=self._now, assigned_to=act.by)
            words = "I will ask the ward about this on Monday."
            notes.add(self._tx, self._vault, act, case=second, words=words, now=self._now)

        self._do("reviewer", "answered", job, first.conversation_id)
        self._do("reviewer", "took it on", assign, second.conversation_id)

    def _requests(self) -> None:
        """See to some of what people asked for: each case study is one stage further than the next."""
        for request in requests.listed(self._tx, queue="follow_up")[:1]:
            self._request(request, lambda act, one: requests.give(act, request=one, to=act.by, now=self._now))
            self._request(request, self._step("in hand"))
        own = {"drafted": self._written, "published": self._published}
        for request, steps in zip(requests.listed(self._tx, queue="case_study"), _CASE_STUDIES, strict=False):
            for to in steps:
                self._request(request, own.get(to, self._step(to)))

    def _step(self, to: requests.State) -> Callable[[Act, Request], None]:
        def job(act: Act, request: Request) -> None:
            case = case_list.case(self._tx, conversation_id=request.conversation_id)
            if case and to in requests.NEEDS_PROOF_OF_YES:
                notes.add(self._tx, self._vault, act, case=case, words=_SAID_YES, now=self._now)
            requests.move(act, request=request, to=to, now=self._now)

        return job

    def _written(self, act: Act, request: Request) -> None:
        requests.write(self._tx, self._vault, act, request=request, words=_CASE_STUDY, now=self._now)

    def _published(self, act: Act, request: Request) -> None:
        named = {"conversation_id": request.conversation_id, "place": "Annual report, page 4"}
        case_studies.publish(self._tx, self._vault, act, request=request, now=self._now)
        case_studies.note_copy(act, **named, now=self._now)

    def _request(self, request: Request, job: Callable[[Act, Request], None]) -> None:
        """Do something with a request as it stands now."""
        one = requests.one(self._tx, queue=request.queue, conversation_id=request.conversation_id)
        if one:
            self._do("reviewer", "saw to a request", lambda act: job(act, one), one.conversation_id)

    def _outcomes(self, known: dict[str, str]) -> None:
        """Write what was done, what could not be, and what is open; tell those who asked to be told of the first."""
        owner, due = self._members["analyst"].id, (self._now + timedelta(days=30)).date()
        told, fares = known["Told what came of it"], known["Pay and fares"]
        did = OutcomeDraft(
            "did", "We did not hear what came of it.", "We write two weeks after each meeting.", told, owner
        )
        could_not = OutcomeDraft(
            "could not", "Our fares come late.", "Another office pays, once a month.", fares, owner
        )
        deciding = OutcomeDraft(
            "deciding", "We are too few in the room.", "The board talks about it soon.", None, owner, due
        )
        for draft in (did, could_not, deciding):
            self._do("analyst", "wrote what we did", partial(outcomes.add, draft=draft, now=self._now))
        self._tell()
        texts = {
            "en": "Most of you felt listened to. Many of you waited long for fares.",
            "en-x-easy": "We read what you said.",
        }
        by = "Demo reviewer"
        self._do(
            "reviewer", "wrote findings", partial(findings.write, flow="people", texts=texts, by=by, now=self._now)
        )

    def _tell(self) -> None:
        """Tell those who asked to hear of what was done."""
        did = next(one for one in outcomes.entries(self._tx) if one.draft.kind == "did")
        new = replies.NewReply(_TOLD, self._members["reviewer"].id, self._now - replies.TAKE_BACK, did.id)
        for message in outcomes.tell(self._tx, self._vault, outcome=did, new=new):
            outbox.sent(self._tx, outbox_id=message, provider_id="", now=self._now)
