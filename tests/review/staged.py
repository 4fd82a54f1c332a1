"""What has to be there before every form of the staff app stands on a page: put beside the invented people."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pyotp

import config
from sayso.staff.mount import staff_route
from storage.accounts import members, passkeys, sessions
from storage.accounts.members import Member
from storage.accounts.passkeys import Passkey
from storage.alerts import choices, schedule
from storage.audit import setting_changes
from storage.audit.undo import Act
from storage.messages import mail_invitations
from storage.messages.mail_invitations import LetterBatch
from storage.people import contacts, groups, invitations
from storage.people.contacts import ContactEntry
from storage.people.invitations import InvitationTerms
from storage.review import saved_views
from storage.review.saved_views import NewView
from storage.review.work import answer_templates
from storage.settings.values import SettingChange
from tests.review.walk import NOW, Demo
from tests.web.memory import memory_service
from web.app import app as pages_of_people

WELSH = 'flow = "{}"\nlanguage = "cy"\ntitle = "Sut oedd hi"\n'
SIGNPOSTS = Path(config.__file__).with_name("signposts.toml")


def equipped(town: Demo) -> Demo:
    """The town as a host has it who reads a mailbox and runs a bot."""
    has = {"has_mail": True, "has_bot": True, "bot_link": lambda: "https://t.me/example_bot"}
    desk = replace(town.desk, set_up=replace(town.desk.set_up, **has))
    return replace(town, desk=desk, app=pages_of_people(memory_service(), [staff_route(desk)]))


def stage(town: Demo, hashed: str, flow: str) -> tuple[str, ...]:
    """Put there everything that forms are about, and return addresses on which the new ones stand."""
    desk = town.desk
    vault, keeper, reader = desk.vault, town.team["admin"], town.team["safeguarding"]

    def job(tx) -> tuple[str, ...]:
        for member in (keeper, reader):
            set_up(tx, member, vault, hashed)
        told = choices.ask_address(
            tx, vault, staff_id=reader.id, address="bea@example.test", now=NOW - timedelta(minutes=5)
        )
        confirmed = choices.ask_address(
            tx, vault, staff_id=keeper.id, address="ada@example.test", now=NOW - timedelta(minutes=5)
        )
        choices.confirm(tx, vault, staff_id=keeper.id, token=confirmed, now=NOW)
        code = choices.new_chat_code(tx, vault, staff_id=keeper.id, now=NOW)
        choices.link_chat(tx, vault, code=code, chat="71", now=NOW)
        members.add(tx, vault, name="Kim Late", role="viewer", now=NOW)
        members.disable(tx, name="Kim Late", now=NOW)
        doing = Act(tx, vault, by=reader.id, what="set the stage", now=NOW)
        schedule.put_turn(doing, day="2026-05-20", staff_id=reader.id)
        last = Act(tx, vault, by=reader.id, what="changed a day", now=NOW)
        schedule.put_turn(last, day="2026-05-21", staff_id=None)
        answer_templates.add(tx, doing, name="Thanks", words="Thank you for this.", now=NOW)
        for member in (reader, keeper):
            mine = Act(tx, vault, by=member.id, what="kept a view", now=NOW)
            saved_views.keep(tx, vault, mine, new=NewView("Web", False, {"channel": "web"}, ""), now=NOW)  # noqa: FBT003 - not shared
        change = SettingChange("Ada", NOW)
        written = setting_changes.begin(tx, vault, staff_id=keeper.id, what="wrote drafts", change=change)
        for name, text in {**desk.house.files(), f"{flow}.cy.toml": WELSH.format(flow)}.items():
            written.put_file(f"flows/{name}", "draft", text)
        written.put_file("signposts.toml", "published", SIGNPOSTS.read_text())
        written.act.store()
        sessions.begin(tx, vault, staff_id=keeper.id, stage="in", now=NOW)
        places = f"/staff/account/alerts/confirm/{told}", f"/staff/rota?did={last.store()}"
        return (*places, *letters(tx, vault, keeper, flow))

    return desk.database.write_now(job)


def set_up(tx, member: Member, vault, hashed: str) -> None:
    """They have a password, a second step, a sheet of recovery codes and a key, so that each can be changed."""
    secret = members.set_password(tx, vault, staff_id=member.id, hashed=hashed)
    before = NOW - timedelta(minutes=5)
    assert members.take_code(tx, vault, staff_id=member.id, code=pyotp.TOTP(secret).at(before), now=before)
    members.new_recovery_codes(tx, vault, staff_id=member.id)
    passkeys.add(tx, key=Passkey(member.id.encode(), member.id, b"key", 0, "Phone", NOW))


def letters(tx, vault, keeper: Member, flow: str) -> tuple[str, str]:
    """A group with a list that came in just now, one with letters that wait; and links that nobody has used."""
    for minutes, group in enumerate(("Harbour", "Quay")):
        at = NOW - timedelta(minutes=minutes)
        doing = Act(tx, vault, by=keeper.id, what=groups.BROUGHT_IN, now=at)
        entries = [ContactEntry(f"cal{number}@{group.lower()}.example") for number in range(6)]
        contacts.bring_in(tx, vault, group=group, entries=entries, now=at, doing=doing)
        act_id = doing.store()
    theirs, terms = contacts.members(tx, group="Harbour"), InvitationTerms(flow, NOW)
    late = LetterBatch("Harbour", terms, goes_at=NOW + timedelta(minutes=10))
    mail_invitations.write(tx, vault, wanted=late, contact_ids=theirs)
    invitations.print_links(tx, vault, terms=terms, count=3)
    known = {group.name: group.id for group in groups.every(tx)}
    return f"/staff/people/{known['Harbour']}", f"/staff/people/{known['Quay']}?did={act_id}"
