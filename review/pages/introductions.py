"""Introductions: who would like to meet others, who fits whom, and what came of each."""

from dataclasses import dataclass

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from feedback.flows.model import Flow, about_person
from feedback.types.registry import type_of
from review.http.request import StaffRequest
from review.http.roles import RAW, StaffPage
from review.http.undo import Way, carry_out, just_done
from review.text import labels
from storage.audit import undo
from storage.involvement import introductions
from storage.involvement.candidates import Candidate, candidates
from storage.review import case_list, replies, texts
from storage.review.requests import NotNow
from storage.review.texts import CodedAnswer

_PATH = "/introductions"
_LONGEST_CARD = 300
"""Characters of what is told about somebody: two or three sentences, read on a phone."""
_MOST_INTERESTS = 8
"""A guess: more than this nobody compares."""


@dataclass(frozen=True)
class MeetingPerson:
    """Somebody who would like to meet others, as staff look for a match: what they picked stands for their interests."""

    candidate: Candidate
    interests: tuple[str, ...]
    fault: str = ""
    """Why they cannot be asked; empty where they can."""

    @property
    def id(self) -> str:
        """The id of the conversation in which they asked."""
        return self.candidate.request.conversation_id

    @property
    def card(self) -> str:
        """What may be told of them, as a first draft."""
        known = (self.candidate.role, f"from {self.candidate.place}" if self.candidate.place else "")
        who = " ".join(part for part in known if part) or "Somebody who takes part"
        about = f" Cares about: {', '.join(self.interests[:3])}." if self.interests else ""
        return f"{who[:1].upper()}{who[1:]}.{about}"

    def holds(self, words: str) -> bool:
        """Whether these words stand in their place, role or interests."""
        held = " ".join((self.candidate.place, self.candidate.role, *self.interests))
        return words.casefold() in held.casefold()

    def shared_with(self, other: "MeetingPerson") -> tuple[str, ...]:
        """What the two have in common: place, role and interests."""
        same = (
            f"same {name}: {mine}"
            for name, mine, theirs in (
                ("place", self.candidate.place, other.candidate.place),
                ("role", self.candidate.role, other.candidate.role),
            )
            if mine and mine.casefold() == theirs.casefold()
        )
        return (*same, *(one for one in self.interests if one in other.interests))


async def show_all(visit: StaffRequest) -> Response:
    """Show who would like to meet others, found by place, role or interest, and the introductions that there are."""
    words = visit.query.one("q")
    people = [person for person in await _people(visit) if person.holds(words)]
    found = await visit.read(lambda tx: introductions.entries(tx, visit.vault))
    await visit.note("looked through introductions", f"{len(people)} people")
    return visit.page(
        "introductions", people=people, introductions=found, words=words, wording=labels, done=await just_done(visit)
    )


async def show_matches(visit: StaffRequest) -> Response:
    """Show who fits somebody: those first with whom they have most in common."""
    return await _matches(visit)


async def propose(visit: StaffRequest) -> Response:
    """Ask two people whether they want to meet, each with what would be told of them."""
    people = {person.id: person for person in await _people(visit)}
    first, second = people.get(visit.path("id")), people.get(visit.form.one("other"))
    if first is None:
        raise HTTPException(404)
    cards = (visit.form.one("card"), visit.form.one("other_card"))
    problem = _problem(first, second, cards)
    if problem or second is None:
        return await _matches(visit, problem)
    between, now = (first.candidate.request, second.candidate.request), visit.desk.now()

    def work(tx: Connection, doing: undo.Act) -> None:
        introductions.propose(tx, visit.vault, doing, between=between, cards=cards, now=now)

    try:
        return await carry_out(visit, "asked two people whether they want to meet", work, Way(_PATH))
    except NotNow as fault:
        return await _matches(visit, str(fault))


def _problem(first: MeetingPerson, second: MeetingPerson | None, cards: tuple[str, str]) -> str:
    if second is None or second.id == first.id:
        return "Pick whom they could meet."
    if first.fault or second.fault:
        return first.fault or second.fault
    if not all(cards) or any(len(card) > _LONGEST_CARD for card in cards):
        return f"Write what may be told of each, in {_LONGEST_CARD} characters at most."
    return ""


async def _matches(visit: StaffRequest, problem: str = "") -> Response:
    people = await _people(visit)
    first = next((person for person in people if person.id == visit.path("id")), None)
    if first is None:
        raise HTTPException(404)
    others = [person for person in people if person.id != first.id]
    others.sort(key=lambda person: -len(person.shared_with(first)))
    await visit.note("looked for somebody to meet", f"conversation {first.id}")
    shown = {"first": first, "others": others, "problem": problem, "typed": visit.form, "wording": labels}
    return visit.page("introduce", 400 if problem else 200, most=_LONGEST_CARD, **shown)


async def _people(visit: StaffRequest) -> tuple[MeetingPerson, ...]:
    def look(tx: Connection) -> tuple[MeetingPerson, ...]:
        return tuple(_person(visit, tx, candidate) for candidate in candidates(tx))

    return await visit.read(look)


def _person(visit: StaffRequest, tx: Connection, candidate: Candidate) -> MeetingPerson:
    request = candidate.request
    given = texts.picked(tx, visit.vault, conversation_id=request.conversation_id)
    case = case_list.case(tx, conversation_id=request.conversation_id)
    fault = replies.leave(tx, case=case).fault if case else "They cannot be reached."
    return MeetingPerson(candidate, _interests(visit.desk.pinned(tx, request.version_id), given), fault)


def _interests(flow: Flow, given: tuple[CodedAnswer, ...]) -> tuple[str, ...]:
    """Return what somebody picked from lists. Nothing of who they are, of their health, or of what they agreed to."""
    private = about_person(flow)
    found = []
    for one in given:
        question = flow.question(one.question)
        is_interest = question is not None and type_of(question).gives == "choices" and question.id not in private
        if question is None or not is_interest or one.state != "answered" or not isinstance(one.value, tuple):
            continue
        found += [choice.label for choice in question.choices if choice.id in one.value and choice.id != question.only]
    return tuple(found[:_MOST_INTERESTS])


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", _PATH, show_all, RAW),
    StaffPage("GET", f"{_PATH}/{{id}}", show_matches, RAW),
    StaffPage("POST", f"{_PATH}/{{id}}", propose, RAW),
)
