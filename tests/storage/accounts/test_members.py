"""Accounts, second factors, sessions and the audit: who may come in, and what is known of what they did."""

import asyncio

import pyotp
import pytest
from sqlalchemy import delete, select, update

from storage.accounts import members, sessions
from storage.audit import audit_log
from storage.audit.audit_log import AuditRecord
from storage.tables import audits, staff_sessions


@pytest.fixture
def ada(db, vault, later):
    """A member of staff who may sign in."""

    def job(tx):
        members.add(tx, vault, name="Ada", role="reviewer", now=later(0))
        member = members.named(tx, name="Ada").member
        members.set_password(tx, vault, staff_id=member.id, hashed="a hash")
        return members.named(tx, name="Ada").member

    return db.write_now(job)


def code_at(db, vault, member, at):
    secret = db.read_now(lambda tx: members.totp_secret(tx, vault, staff_id=member.id))
    return pyotp.TOTP(secret).at(at)


def test_a_one_time_link_works_once_and_for_a_week(db, vault, later):
    token = db.write_now(lambda tx: members.add(tx, vault, name="Bea", role="coder", now=later(0)))

    found = db.read_now(lambda tx: members.joining(tx, vault, token=token, now=later(1)))
    late = db.read_now(lambda tx: members.joining(tx, vault, token=token, now=later(8 * 24 * 60)))
    db.write_now(lambda tx: members.set_password(tx, vault, staff_id=found.id, hashed="a hash"))
    again = db.read_now(lambda tx: members.joining(tx, vault, token=token, now=later(2)))

    assert (found.name, found.is_ready, late, again) == ("Bea", False, None, None)


def test_two_accounts_never_share_a_name_and_a_closed_one_cannot_be_closed_again(db, vault, ada, later):
    with pytest.raises(members.NameTaken):
        db.write_now(lambda tx: members.add(tx, vault, name=" Ada ", role="coder", now=later(0)))
    db.write_now(lambda tx: members.disable(tx, name="Ada", now=later(1)))
    with pytest.raises(members.NoSuchStaff):
        db.write_now(lambda tx: members.disable(tx, name="Ada", now=later(2)))


def test_a_code_of_the_second_factor_works_once_and_only_around_its_time(db, vault, ada, later):
    code = code_at(db, vault, ada, later(0))

    def take(typed, at):
        return db.write_now(lambda tx: members.take_code(tx, vault, staff_id=ada.id, code=typed, now=at))

    assert not take("000000" if code != "000000" else "111111", later(0))
    assert not take(code, later(5))
    assert take(f"{code[:3]} {code[3:]}", later(0.4))
    assert not take(code, later(0.4))
    assert not take("１２３", later(0.4))


def test_a_recovery_code_works_once_and_for_its_owner_alone(db, vault, ada, later):
    codes = db.write_now(lambda tx: members.new_recovery_codes(tx, vault, staff_id=ada.id))

    def take(code, who):
        return db.write_now(lambda tx: members.take_recovery_code(tx, vault, staff_id=who, code=code, now=later(0)))

    assert len(codes) == 10
    assert not take(codes[0], "somebody else")
    assert take(codes[0].lower().replace("-", " "), ada.id)
    assert not take(codes[0], ada.id)
    assert db.read_now(lambda tx: members.recovery_codes_left(tx, staff_id=ada.id)) == 9


def found_at(db, vault, token, at):
    return db.read_now(lambda tx: sessions.find(tx, vault, token=token, now=at))


@pytest.mark.parametrize(("stage", "minutes"), [("in", 30), ("code", 15), ("joining", 15)])
def test_a_session_ends_when_it_is_idle(db, vault, ada, later, stage, minutes):
    token = db.write_now(lambda tx: sessions.begin(tx, vault, staff_id=ada.id, stage=stage, now=later(0)))

    assert found_at(db, vault, token, later(minutes - 1))
    assert found_at(db, vault, token, later(minutes)) is None


def test_a_session_in_use_ends_after_twelve_hours(db, vault, ada, later):
    token = db.write_now(lambda tx: sessions.begin(tx, vault, staff_id=ada.id, stage="in", now=later(0)))
    for at in map(later, range(20, 12 * 60, 20)):
        found = found_at(db, vault, token, at)
        assert sessions.needs_noting(found, at)
        db.write_now(lambda tx, found=found, at=at: sessions.note_use(tx, session=found, now=at))

    assert not found.is_proved(later(20))
    assert found_at(db, vault, token, later(12 * 60)) is None
    assert db.write_now(lambda tx: sessions.purge(tx, now=later(13 * 60))) == 0, (
        "whose form comes from it is still known"
    )
    assert db.write_now(lambda tx: sessions.purge(tx, now=later(25 * 60))) == 1


def test_closing_an_account_changing_a_role_and_a_new_link_end_every_session(db, vault, ada, later):
    for end in (
        lambda tx: members.set_roles(tx, staff_id=ada.id, roles=("viewer",)),
        lambda tx: members.invite(tx, vault, staff_id=ada.id, now=later(1)),
        lambda tx: members.disable(tx, name="Ada", now=later(1)),
    ):
        db.write_now(lambda tx: sessions.begin(tx, vault, staff_id=ada.id, stage="in", now=later(0)))
        db.write_now(end)
        assert db.read_now(lambda tx: tx.execute(select(staff_sessions)).first()) is None


def test_the_token_of_a_session_is_not_in_the_database(sqlite_db, vault, tmp_path, later):
    def job(tx):
        members.add(tx, vault, name="Ada", role="admin", now=later(0))
        member = members.named(tx, name="Ada").member
        secret = members.set_password(tx, vault, staff_id=member.id, hashed="a hash")
        return sessions.begin(tx, vault, staff_id=member.id, stage="in", now=later(0)), secret

    kept = sqlite_db.write_now(job)
    sqlite_db.checkpoint()
    raw = (tmp_path / "sayso.db").read_bytes()

    assert [word for word in kept if word.encode() in raw] == []


def test_wrong_tries_slow_down_one_account_from_one_place_and_nobody_else(db, vault, later):
    here = sessions.buckets(vault, name="Ada", place="192.0.2.1")
    there = sessions.buckets(vault, name="Ada", place="192.0.2.2")
    beside = sessions.buckets(vault, name="Bea", place="192.0.2.1")

    def waits(tried, minutes=0.0):
        return db.write_now(lambda tx: sessions.take_try(tx, tried=tried, now=later(minutes)))

    assert [waits(here) for _ in range(6)] == [0, 0, 0, 0, 0, 2]
    assert [waits(here, minutes) for minutes in (1, 3, 5, 7, 9, 11)] == [0] * 6
    assert waits(here, 11) == 60
    assert (waits(there), waits(beside)) == (0, 0)
    assert (waits(here, 12.1), waits(here, 52)) == (0, 0)


def test_a_place_that_tries_many_accounts_must_wait_and_what_was_right_is_given_back(db, vault, later):
    def waits(name):
        tried = sessions.buckets(vault, name=name, place="192.0.2.1")
        return db.write_now(lambda tx: sessions.take_try(tx, tried=tried, now=later(0)))

    right = sessions.buckets(vault, name="Ada", place="192.0.2.1")
    for _ in range(sessions.FREE_TRIES_OF_A_PLACE * 2):
        assert waits("Ada") == 0
        db.write_now(lambda tx: sessions.give_back(tx, tried=right))
    for number in range(sessions.FREE_TRIES_OF_A_PLACE):
        assert waits(f"Person {number}") == 0
    assert waits("Cal") > 0


def test_codes_of_one_account_are_counted_whatever_the_place_and_passwords_are_not(db, vault, later):
    def waits(number, *, is_half_in):
        tried = sessions.buckets(
            vault, name="Ada", place=f"192.0.2.{number}", half_in=f"session {number}" if is_half_in else ""
        )
        return db.write_now(lambda tx: sessions.take_try(tx, tried=tried, now=later(0)))

    assert {waits(number, is_half_in=False) for number in range(30)} == {0}
    assert [waits(100 + number, is_half_in=True) for number in range(11)] == [0] * 10 + [2]


@pytest.fixture
def written(db, vault, later):
    for number in range(5):
        deed = AuditRecord("Ada", "read", f"conversation {number}", "")
        db.write_now(lambda tx, deed=deed: audit_log.record(tx, vault, deed, now=later(0)))
    return db.read_now(lambda tx: tx.execute(select(audits.c.id).order_by(audits.c.id)).scalars().all())


def verdict(db, vault):
    return db.read_now(lambda tx: audit_log.verify(tx, vault))


def test_an_audit_that_nobody_touched_is_whole_and_tells_who_read_what(db, vault, written):
    assert verdict(db, vault).is_whole
    assert verdict(db, vault).rows == 5
    latest, *_ = db.read_now(lambda tx: audit_log.entries(tx, limit=2))
    assert (latest.by, latest.target) == ("Ada", "conversation 4")
    assert len(db.read_now(lambda tx: audit_log.entries(tx, before=written[2]))) == 2
    assert len(db.read_now(lambda tx: audit_log.of_target(tx, target="conversation 3"))) == 1


@pytest.mark.parametrize("which", [0, 2, 4])
def test_a_row_that_was_altered_is_found(db, vault, written, which):
    db.write_now(lambda tx: tx.execute(update(audits).where(audits.c.id == written[which]).values(by="Bea")))

    assert verdict(db, vault).broken_at == written[which]


def test_a_row_that_was_removed_or_moved_is_found(db, vault, written):
    db.write_now(lambda tx: tx.execute(update(audits).where(audits.c.id == written[1]).values(id=written[4] + 9)))
    assert verdict(db, vault).broken_at == written[2]

    db.write_now(lambda tx: tx.execute(delete(audits).where(audits.c.id > written[3])))
    assert not verdict(db, vault).is_whole


def test_rows_cut_off_at_the_end_are_missed(db, vault, written):
    db.write_now(lambda tx: tx.execute(delete(audits).where(audits.c.id == written[4])))

    assert verdict(db, vault) == audit_log.ChainVerification(4, None, 1)


def test_one_identity_never_becomes_two_accounts_not_even_in_one_moment(db, vault, ada, later, monkeypatch):
    identity = members.Identity("https://accounts.example.org", "ada")
    db.write_now(lambda tx: members.add(tx, vault, name="Bea", role="coder", now=later(0)))
    bea = db.read_now(lambda tx: members.named(tx, name="Bea")).member

    def join(member):
        known = {"staff_id": member.id, "identity": identity, "has_code": False}
        return db.write_now(lambda tx: members.join_identity(tx, vault, **known))

    join(ada)
    monkeypatch.setattr(members, "of_identity", lambda *_, **__: None)

    with pytest.raises(members.IdentityTaken):
        join(bea)
    monkeypatch.undo()
    assert db.read_now(lambda tx: members.of_identity(tx, vault, identity=identity)).name == "Ada"
    assert db.read_now(lambda tx: members.named(tx, name="Bea")).member.issuer == ""


async def test_of_tries_that_come_at_once_from_several_services_no_more_are_free(db, vault, later):
    tried = sessions.buckets(vault, name="Ada", place="192.0.2.1")

    def take(tx):
        return sessions.take_try(tx, tried=tried, now=later(0))

    waits = await asyncio.gather(*(db.write(take) for _ in range(30)))

    assert waits.count(0) == sessions.FREE_TRIES
