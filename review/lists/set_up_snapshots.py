"""Accounts, groups and whom a person's erasing would reach, as the author of a form sees them."""

from collections.abc import Sequence

from sqlalchemy import Connection

from report.parts.self_assessment import STANDING_WORDS
from review.http.press import Snapshot
from review.http.request import StaffRequest
from review.http.templates import day, is_small, many, moment
from storage.accounts import members
from storage.accounts.members import Member
from storage.alerts import choices
from storage.messages import mail_invitations
from storage.messages.mail_invitations import UnsentLetters
from storage.organisations import assessments, register
from storage.organisations.assessments import AssessmentEntry
from storage.organisations.register import Organisation
from storage.people import groups
from storage.people.groups import Group
from storage.review import case_list
from storage.review.case_list import Case


def of_member(member: Member) -> Snapshot:
    """Return an account: its role, whether it is set up or closed, and whether a one-time link to it is about."""
    state = "in use" if member.is_ready else "not set up yet"
    if member.disabled_at is not None:
        state = f"closed on {day(member.disabled_at)}"
    link = f"works until {moment(member.link_until)}" if member.link_until else "none"
    parts = ("The roles of", member.role_words), ("The account of", state), ("The one-time link of", link)
    return Snapshot(tuple((f"{what} {member.name}", told) for what, told in parts), unshown=(member.link_hash.hex(),))


def of_group(group: Group, held: Sequence[UnsentLetters]) -> Snapshot:
    """Return how many are in a group, and which letters to it wait; of few people, it would tell who wants none."""
    people = ("In the group", many(group.contacts, "person", "people"))
    if is_small(group.contacts):
        return Snapshot((people,))
    letters = ", ".join(f"{one.flow}: {many(one.count, one.kind)}" for one in held)
    return Snapshot((people, ("Letters that wait", letters or "none")))


def of_organisation(found: Organisation) -> Snapshot:
    """Return what is known of an organisation."""
    told = found.details
    parts = (
        ("Its name", told.name), ("What it is", told.kind), ("It is in", ", in ".join(reversed(found.path[:-1]))),
        ("Nation", told.nation), ("Place", told.place), ("Level", told.level), ("What it promised", told.promise),
        ("Looked at again", day(told.review_on) if told.review_on else ""),
    )  # fmt: skip
    return Snapshot(parts)


def of_entry(entry: AssessmentEntry) -> Snapshot:
    """Return what an organisation says of one statement."""
    parts = (
        ("How far", STANDING_WORDS[entry.standing]),
        ("Evidence", entry.evidence),
        ("Link", entry.link),
        ("Action", entry.action),
        ("Who does it", entry.owner),
        ("By when", day(entry.due) if entry.due else ""),
        ("Done", "yes" if entry.is_done else "no"),
    )
    return Snapshot(parts)


def of_person(theirs: Sequence[Case]) -> Snapshot:
    """Return the conversations that go with a person."""
    parts = ((f"{case.flow}, by {case.channel}, since {moment(case.started_at)}", "") for case in theirs)
    return Snapshot(tuple(parts))


def member_of_form(tx: Connection, *, visit: StaffRequest) -> Snapshot:
    """Look at the account that a form names."""
    member = members.with_id(tx, staff_id=visit.path("id"))
    return of_member(member) if member else Snapshot()


def group_of_form(tx: Connection, *, visit: StaffRequest) -> Snapshot:
    """Look at the group that a form names."""
    group = groups.with_id(tx, group_id=visit.path("id"))
    return of_group(group, mail_invitations.held(tx, group=group.name)) if group else Snapshot()


def organisation_of_form(tx: Connection, *, visit: StaffRequest) -> Snapshot:
    """Look at the organisation that a form names."""
    found = register.one(tx, organisation_id=visit.path("id"))
    return of_organisation(found) if found else Snapshot()


def entry_of_form(tx: Connection, *, visit: StaffRequest) -> Snapshot:
    """Look at what stands under the statement that a form names."""
    kept = assessments.entries(tx, visit.vault, assessment_id=visit.path("id"))
    return of_entry(kept.get(visit.path("name"), AssessmentEntry()))


def person_of_form(tx: Connection, *, visit: StaffRequest) -> Snapshot:
    """Look at the conversations of the person that a form erases."""
    case = case_list.case(tx, conversation_id=visit.path("id"))
    return of_person(case_list.of_person(tx, person_id=case.person_id)) if case else Snapshot()


def codes_of_form(tx: Connection, *, visit: StaffRequest) -> Snapshot:
    """Look at somebody's own sheet of recovery codes; using one of them leaves it the same sheet."""
    sheet = members.recovery_sheet(tx, staff_id=visit.member.id)
    told = ("Your recovery codes", "A new sheet was made. The codes on an older one work no more.")
    return Snapshot((told,), unshown=(sheet,)) if sheet else Snapshot()


def chat_code_of_form(tx: Connection, *, visit: StaffRequest) -> Snapshot:
    """Look at the code that links somebody's own chat, where they were given one."""
    code = choices.chat_code(tx, staff_id=visit.member.id)
    told = ("Your code", "A new one was made. An older one works no more.")
    return Snapshot((told,), unshown=(code,)) if code else Snapshot()


def stamps_of_team(visit: StaffRequest, team: Sequence[Member]) -> dict[str, str]:
    """Return what the forms of each account carry, by its id."""
    return {member.id: of_member(member).stamp(visit.vault) for member in team}
