"""Accounts of staff: made by an invitation, closed for good, with a role that says what they may see."""

import base64
import hmac
import secrets
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal, cast

import pyotp
from sqlalchemy import Connection, bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from feedback.errors import SaysoError
from storage.crypto.vault import Vault
from storage.db.compiled_statements import PreparedStatement
from storage.db.ids import new_code, new_id
from storage.db.typed_rows import row_as, rows_as
from storage.tables import passkeys, recovery_codes, staff, staff_sessions
from storage.tables.staff import StaffRow

Role = Literal["viewer", "coder", "reviewer", "safeguarding", "analyst", "admin"]
_BY_SIGHT: tuple[Role, ...] = ("safeguarding", "reviewer", "coder", "analyst", "viewer", "admin")
"""Roles, those that see and do most first: what somebody with several sees is what the first of theirs sees."""

JOIN_DAYS = 7
"""A guess: time for a week off. A link that lies in a mailbox for longer lets in whoever reads that."""
RECOVERY_CODES = 10
"""As many as Google hands out: they fit on a slip of paper and last for years."""
_TOTP = "staff.totp"
_STEP_SECONDS = 30
"""How long a code of an app holds (RFC 6238 section 5.2)."""
_FAR = 120
"""Steps, an hour: by so much a clock may be wrong that we still name."""
_TAKEN = "This identity belongs to another account already."
_LINK_USED = {"totp_step": 0, "join_hash": None, "join_until": None}


class NameTaken(SaysoError):
    """There is an account of this name."""


class NoSuchStaff(SaysoError):
    """There is no open account of this name."""


class IdentityTaken(SaysoError):
    """Another open account is joined to this identity already."""


@dataclass(frozen=True)
class Member:
    """A member of staff. `is_ready`: they have set up how they sign in, and have shown a first code where one is asked.

    `issuer` is the provider they sign in with in place of a password, if any; `has_code`: a second step of our own.
    """

    id: str
    name: str
    role: Role
    created_at: datetime
    disabled_at: datetime | None
    is_ready: bool
    issuer: str = ""
    has_code: bool = False
    further: tuple[Role, ...] = ()
    """Roles beside the first one, which sees most."""
    link_until: datetime | None = None
    """Until when their one-time link works; None where there is none."""
    link_hash: bytes = field(default=b"", repr=False)
    """What tells one such link from the next; the link itself is kept nowhere."""

    @property
    def roles(self) -> frozenset[Role]:
        """Return every role that they have."""
        return frozenset((self.role, *self.further))

    @property
    def role_words(self) -> str:
        """Return all roles as people write them."""
        return ", ".join((self.role, *self.further))

    def has_one_of(self, roles: Collection[Role]) -> bool:
        """Whether one of their roles is among these."""
        return not self.roles.isdisjoint(roles)


@dataclass(frozen=True)
class Identity:
    """Somebody as a provider of accounts names them: the issuer, and its own name for them."""

    issuer: str
    subject: str


@dataclass(frozen=True)
class Account:
    """What signing in needs of an account."""

    member: Member
    password: str | None


def add(tx: Connection, vault: Vault, *, name: str, role: Role, now: datetime, further: Collection[Role] = ()) -> str:
    """Make an account and return the token of its one-time link; `further` are roles beside `role`. Raises NameTaken."""
    name = name.strip()
    if named(tx, name=name) is not None:
        raise NameTaken(f"There is an account named {name} already. Choose another name.")
    row = {"id": new_id(), "name": name, **_role_values((role, *further)), "created_at": now, "totp_step": 0}
    tx.execute(insert(staff), row)
    return invite(tx, vault, staff_id=row["id"], now=now)


def invite(tx: Connection, vault: Vault, *, staff_id: object, now: datetime) -> str:
    """Return the token of a new one-time link; older links and all sessions of the account end."""
    token = new_secret()
    until = now + timedelta(days=JOIN_DAYS)
    tx.execute(update(staff).where(staff.c.id == staff_id).values(join_hash=vault.hash_token(token), join_until=until))
    tx.execute(delete(staff_sessions).where(staff_sessions.c.staff_id == staff_id))
    return token


def members(tx: Connection) -> tuple[Member, ...]:
    """Return everybody, by name."""
    return tuple(_member(row) for row in _by_name.rows(tx, {}))


def named(tx: Connection, *, name: str) -> Account | None:
    """Return the account of this name, closed ones too, or None. Capitals do not matter. Teams are small: all are read."""
    row = next((row for row in rows_as(StaffRow, tx.execute(select(staff))) if folded(row.name) == folded(name)), None)
    return Account(_member(row), row.password) if row else None


def folded(name: str) -> str:
    """Return a name as it is compared: without capitals, and whichever way its accents were typed."""
    return unicodedata.normalize("NFKC", name).casefold().strip()


def with_id(tx: Connection, *, staff_id: str) -> Member | None:
    """Return a member of staff, or None."""
    row = _by_id.first(tx, {"member": staff_id})
    return _member(row) if row else None


def joining(tx: Connection, vault: Vault, *, token: str, now: datetime) -> Member | None:
    """Return whose one-time link this is, or None for one that is unknown, used or over."""
    is_open = (staff.c.join_until > now, staff.c.disabled_at.is_(None))
    theirs = select(staff).where(staff.c.join_hash == vault.hash_token(token), *is_open)
    row = row_as(StaffRow, tx.execute(theirs).first())
    return _member(row) if row else None


def disable(tx: Connection, *, name: str, now: datetime) -> None:
    """Close an account and end its sessions. Raises NoSuchStaff."""
    account = named(tx, name=name)
    if account is None or account.member.disabled_at is not None:
        raise NoSuchStaff(f"There is no open account named {name}. `sayso staff list` shows them all.")
    values = {"disabled_at": now, "join_hash": None, "join_until": None}
    tx.execute(update(staff).where(staff.c.id == account.member.id).values(values))
    tx.execute(delete(staff_sessions).where(staff_sessions.c.staff_id == account.member.id))


def enable(tx: Connection, *, staff_id: str) -> None:
    """Open a closed account again, as it was: with its role, password and second step. Nobody is signed in by it."""
    tx.execute(update(staff).where(staff.c.id == staff_id).values(disabled_at=None))


def set_roles(tx: Connection, *, staff_id: str, roles: Collection[Role]) -> None:
    """Give an account other roles; its sessions end, so that nobody goes on with what they may no longer see."""
    tx.execute(update(staff).where(staff.c.id == staff_id).values(_role_values(roles)))
    tx.execute(delete(staff_sessions).where(staff_sessions.c.staff_id == staff_id))


def set_password(tx: Connection, vault: Vault, *, staff_id: str, hashed: str) -> str:
    """Store a password's hash and a fresh second factor; return its secret (base32). The one-time link is used up.

    From now on they sign in with this alone: no longer with a provider, nor with a passkey of before.
    """
    _forget_devices(tx, staff_id)
    secret, sealed = _new_totp(tx, vault, staff_id)
    values = {"password": hashed, "totp": sealed, "issuer": None, "subject_hash": None, **_LINK_USED}
    tx.execute(update(staff).where(staff.c.id == staff_id).values(values))
    return secret


def join_identity(tx: Connection, vault: Vault, *, staff_id: str, identity: Identity, has_code: bool) -> None:
    """Let an account be signed in to with a provider in place of a password. The one-time link is used up.

    With `has_code` there is a fresh second factor of our own; else the provider sees to it, and older recovery codes
    and passkeys end. The identity of a closed account may join another one. Raises IdentityTaken.
    """
    known = of_identity(tx, vault, identity=identity)
    if known is not None and known.id != staff_id and known.disabled_at is None:
        raise IdentityTaken(_TAKEN)
    if known is not None:
        tx.execute(update(staff).where(staff.c.id == known.id).values(issuer=None, subject_hash=None))
    sealed = _new_totp(tx, vault, staff_id)[1] if has_code else None
    own = {"issuer": identity.issuer, "subject_hash": _identity_hash(vault, identity)}
    values = {"password": None, "totp": sealed, **own, **_LINK_USED}
    try:
        tx.execute(update(staff).where(staff.c.id == staff_id).values(values))
    except IntegrityError:
        raise IdentityTaken(_TAKEN) from None  # another link was used with it in this very moment
    _forget_devices(tx, staff_id)


def of_identity(tx: Connection, vault: Vault, *, identity: Identity) -> Member | None:
    """Return whose account is joined to an identity, a closed one too, or None."""
    wanted = staff.c.subject_hash == _identity_hash(vault, identity)
    row = row_as(StaffRow, tx.execute(select(staff).where(wanted)).first())
    return _member(row) if row else None


def change_password(tx: Connection, *, staff_id: str, hashed: str) -> None:
    """Store the hash of another password; the second step stays as it is."""
    tx.execute(update(staff).where(staff.c.id == staff_id).values(password=hashed))


def totp_secret(tx: Connection, vault: Vault, *, staff_id: str) -> str | None:
    """Return the secret (base32) of a second factor, to be shown once while joining; None where there is none."""
    sealed = tx.execute(select(staff.c.totp).where(staff.c.id == staff_id)).scalar_one_or_none()
    return vault.open(tx, _owner(staff_id), _TOTP, sealed, staff_id) if sealed else None


def take_code(tx: Connection, vault: Vault, *, staff_id: str, code: str, now: datetime) -> bool:
    """Return whether this is the code of the second factor now, half a minute early or late; it works once."""
    secret = totp_secret(tx, vault, staff_id=staff_id)
    step = _step_of(secret, code, now, (0, -1, 1)) if secret else None
    if step is None:
        return False
    fresh = update(staff).where(staff.c.id == staff_id, staff.c.totp_step < step)
    return bool(tx.execute(fresh.values(totp_step=step)).rowcount)


def minutes_off(tx: Connection, vault: Vault, *, staff_id: str, code: str, now: datetime) -> int:
    """Return by how many minutes the clock that made a code is ahead of ours, or behind (below 0); 0 for no code of it.

    To be told only to somebody who is being shown the secret: it helps to guess.
    """
    secret = totp_secret(tx, vault, staff_id=staff_id)
    step = _step_of(secret, code, now, range(-_FAR, _FAR + 1)) if secret else None
    return 0 if step is None else round((step - _step_at(now)) * _STEP_SECONDS / 60)


def new_second_step(tx: Connection, vault: Vault, *, staff_id: str, token: str) -> str:
    """Return the secret (base32) that somebody signed in may set up in place of theirs: the same until they do.

    `token` is that of their session. Nothing is changed: who turns back keeps the old one.
    """
    used = tx.execute(select(staff.c.totp_step).where(staff.c.id == staff_id)).scalar_one()
    stamp = vault.stamp("new second step", f"{staff_id}\0{used}\0{token}")
    return base64.b32encode(bytes.fromhex(stamp)[:20]).decode("ascii")


def change_second_step(tx: Connection, vault: Vault, *, staff_id: str, token: str, code: str, now: datetime) -> bool:
    """Put the new second factor in the place of the old one, if this is its code. Returns whether it was."""
    secret = new_second_step(tx, vault, staff_id=staff_id, token=token)
    step = _step_of(secret, code, now, (0, -1, 1))
    if step is not None:
        values = {"totp": vault.seal(tx, _owner(staff_id), _TOTP, secret, staff_id), "totp_step": step}
        tx.execute(update(staff).where(staff.c.id == staff_id).values(values))
    return step is not None


def new_recovery_codes(tx: Connection, vault: Vault, *, staff_id: str) -> tuple[str, ...]:
    """Make ten codes that each work once in place of the second factor; older ones stop working."""
    tx.execute(delete(recovery_codes).where(recovery_codes.c.staff_id == staff_id))
    codes = tuple(new_code() for _ in range(RECOVERY_CODES))
    rows = [{"code_hash": vault.hash_code(f"staff{code}"), "staff_id": staff_id} for code in codes]
    tx.execute(insert(recovery_codes), rows)
    return codes


def take_recovery_code(tx: Connection, vault: Vault, *, staff_id: str, code: str, now: datetime) -> bool:
    """Use up a recovery code. Returns False for one that is not theirs or was used."""
    theirs = update(recovery_codes).where(
        recovery_codes.c.code_hash == vault.hash_code(f"staff{code}"),
        recovery_codes.c.staff_id == staff_id,
        recovery_codes.c.used_at.is_(None),
    )
    return bool(tx.execute(theirs.values(used_at=now)).rowcount)


def recovery_sheet(tx: Connection, *, staff_id: str) -> str:
    """Return what tells one sheet of recovery codes from the next, however many of them were used; empty for none."""
    theirs = select(recovery_codes.c.code_hash).where(recovery_codes.c.staff_id == staff_id)
    return bytes(tx.execute(theirs.order_by(recovery_codes.c.code_hash).limit(1)).scalar() or b"").hex()


def recovery_codes_left(tx: Connection, *, staff_id: str) -> int:
    """Return how many recovery codes still work."""
    left = (recovery_codes.c.staff_id == staff_id, recovery_codes.c.used_at.is_(None))
    return len(tx.execute(select(recovery_codes.c.code_hash).where(*left)).all())


def new_secret() -> str:
    """Return an unguessable token: 256 bits as 52 lower-case letters and digits."""
    return new_id() + new_id()


def _new_totp(tx: Connection, vault: Vault, staff_id: str) -> tuple[str, bytes]:
    """Return a fresh second factor (base32), bare and sealed."""
    secret = base64.b32encode(secrets.token_bytes(20)).decode("ascii")
    return secret, vault.seal(tx, _owner(staff_id), _TOTP, secret, staff_id)


def _step_at(now: datetime) -> int:
    return int(now.timestamp()) // _STEP_SECONDS


def _step_of(secret: str, code: str, now: datetime, steps: Iterable[int]) -> int | None:
    """Return of which time step a code is, among these beside the present one."""
    factor, typed = pyotp.TOTP(secret), "".join(code.split()).encode("utf-8", "replace")
    near = (_step_at(now) + step for step in steps)
    return next((step for step in near if hmac.compare_digest(factor.generate_otp(step).encode(), typed)), None)


def _forget_devices(tx: Connection, staff_id: str) -> None:
    """Let recovery codes and passkeys of before end: whoever starts anew may have lost them to somebody."""
    for table in (recovery_codes, passkeys):
        tx.execute(delete(table).where(table.c.staff_id == staff_id))


def _identity_hash(vault: Vault, identity: Identity) -> bytes:
    """Return the keyed hash of an identity: what a provider calls somebody is kept nowhere else."""
    return bytes.fromhex(vault.stamp("identity", f"{identity.issuer}\0{identity.subject}"))


def _owner(staff_id: str) -> str:
    return f"staff {staff_id}"


def in_order(roles: Collection[Role]) -> tuple[Role, ...]:
    """Return roles, each once, those that see most first."""
    return tuple(role for role in _BY_SIGHT if role in roles)


def _role_values(roles: Collection[Role]) -> dict[str, str]:
    first, *further = in_order(roles)
    return {"role": first, "further_roles": ",".join(further)}


def _member(row: StaffRow) -> Member:
    has_code, issuer = row.totp is not None, row.issuer or ""
    has_first = issuer or row.password is not None
    is_ready = bool(has_first) and (row.totp_step > 0 if has_code else bool(issuer))
    return Member(
        row.id,
        row.name,
        cast("Role", row.role),  # a CHECK of the table holds it to these
        row.created_at,
        row.disabled_at,
        is_ready=is_ready,
        issuer=issuer,
        has_code=has_code,
        further=in_order([cast("Role", role) for role in row.further_roles.split(",")]),
        link_until=row.join_until,
        link_hash=bytes(row.join_hash or b""),
    )


_by_name = PreparedStatement(select(staff).order_by(staff.c.name))
_by_id = PreparedStatement(select(staff).where(staff.c.id == bindparam("member")))
