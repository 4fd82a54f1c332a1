"""Sealing: every owner (a person, a contact) has a key of its own, wrapped by the master key of the key file.

What is sealed is bound to its table, column, owner and row, so that it cannot be moved elsewhere. Deleting an owner's
key erases all of it at once. Sealed bytes: version, nonce (12), AES-256-GCM text and tag. Wrapped keys: version,
fingerprint of the master key (4), nonce (12), text and tag.
"""

import base64
import hashlib
import hmac
import secrets
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable
from threading import Lock

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Connection, bindparam, delete, func, select, update

from storage.crypto.key_file import Keys
from storage.db.compiled_statements import PreparedStatement
from storage.db.dialect import INSERTS
from storage.db.errors import KeyErased, KeyFault, StorageError
from storage.db.ids import read_crockford
from storage.db.write_queue import after_commit, scratch
from storage.tables import vault_keys

TRANSIT = "transit"
"""The owner of what is only passing through: raw messages, and what we say to somebody just erased."""
CANARY = "canary"
"""An owner that seals nothing; its key tells whether the key file is the right one."""

_VERSION = b"\x01"
_NONCE = 12
"""Bytes, as AES-GCM takes best (NIST SP 800-38D, 8.2). Random ones suit four billion texts under one key (8.3); a
person has a few hundred."""
_KEPT = 4096
"""Owner keys kept in memory."""
_REMEMBERED = 512
"""Owners of whom the value sealed last is kept in memory: those who talk at the same time."""

_WRONG_KEYS = "The key file does not belong to this database. Put back the right one, or the recovery sheet's keys."

_wrapped_of = PreparedStatement(select(vault_keys.c.wrapped).where(vault_keys.c.owner == bindparam("owner")))
_wrapped_of_all = PreparedStatement(
    select(vault_keys).where(vault_keys.c.owner.in_(bindparam("owners", expanding=True)))
)
_insert_key = {name: PreparedStatement(put(vault_keys).on_conflict_do_nothing()) for name, put in INSERTS.items()}


class Vault:
    """Seals and opens, with the keys of one key file. May be used by several threads at once."""

    def __init__(self, keys: Keys) -> None:
        self._lookup = keys.lookup
        self._masters = {fingerprint(key): AESGCM(key) for key in (keys.master, keys.previous) if key}
        self._master = fingerprint(keys.master)
        self._kept: OrderedDict[str, AESGCM] = OrderedDict()
        self._remembered: OrderedDict[str, tuple[bytes, object]] = OrderedDict()
        self._forgotten: set[str] = set()
        self._watchers: list[Callable[[], object]] = []
        self._lock = Lock()

    def lookup(self, channel: str, address: str) -> bytes:
        """Return the keyed hash (32 bytes) by which a contact is found."""
        return hmac.digest(self._lookup, f"contact\0{channel}\0{address}".encode(), "sha256")

    def hash_message(self, channel: str, external_id: str) -> str:
        """Return the keyed hash (64 hexadecimal digits) of a provider's name for a message, which may hold an address."""
        return hmac.digest(self._lookup, f"message\0{channel}\0{external_id}".encode(), "sha256").hex()

    def hash_token(self, token: str) -> bytes:
        """Return the keyed hash of the token of a link. Case does not matter."""
        return hmac.digest(self._lookup, f"token\0{token.lower()}".encode(), "sha256")

    def token_of(self, invitation_id: str) -> str:
        """Return the token of an invitation: 128 bits as 26 characters, the same each time."""
        digest = hmac.digest(self._lookup, f"invitation\0{invitation_id}".encode(), "sha256")
        return base64.b32encode(digest[:16]).decode("ascii").rstrip("=").lower()

    def sign(self, text: str) -> str:
        """Return a keyed hash of a text as 26 small letters and digits: what a Message-ID of ours carries."""
        digest = hmac.digest(self._lookup, f"signed\0{text}".encode(), "sha256")
        return base64.b32encode(digest[:16]).decode("ascii").rstrip("=").lower()

    def digest(self, text: str) -> bytes:
        """Return the keyed hash of a whole message, by which a second copy is known."""
        return hmac.digest(self._lookup, f"copy\0{text}".encode("utf-8", "surrogatepass"), "sha256")

    def hash_code(self, code: str) -> bytes:
        """Return the keyed hash of a return code, however it was typed."""
        return hmac.digest(self._lookup, f"code\0{read_crockford(code)}".encode(), "sha256")

    def stamp(self, kind: str, text: str) -> str:
        """Return a keyed hash (64 hexadecimal digits) of a text, other for each kind: for the audit and for forms."""
        return hmac.digest(self._lookup, f"{kind}\0{text}".encode("utf-8", "surrogatepass"), "sha256").hex()

    def seal(self, tx: Connection, owner: str, place: str, text: str, row: str = "") -> bytes:
        """Seal a text for an owner, making the owner's key when this is the first.

        `place` is `table.column`; `row` is what names the row for ever. Raises KeyErased for an owner whose key this
        program deleted.
        """
        key = self._key(tx, owner) or self._new_key(tx, owner)
        nonce = secrets.token_bytes(_NONCE)
        return _VERSION + nonce + key.encrypt(nonce, text.encode("utf-8", "surrogatepass"), _bound(owner, place, row))

    def make_keys(self, tx: Connection, owners: Collection[str]) -> None:
        """Make the keys of many new owners in one statement. They are at hand until the transaction ends, no longer."""
        raw = {owner: secrets.token_bytes(32) for owner in owners}
        rows = [{"owner": owner, "wrapped": self._wrap(owner, key)} for owner, key in raw.items()]
        tx.execute(vault_keys.insert(), rows)
        scratch(tx).setdefault("keys", {}).update({owner: AESGCM(key) for owner, key in raw.items()})

    def open(self, tx: Connection, owner: str, place: str, sealed: bytes, row: str = "") -> str:
        """Return what was sealed. Raises KeyErased when the key is gone, StorageError when the bytes are not ours."""
        key = self._key(tx, owner)
        if key is None:
            raise KeyErased(f"What {place} holds was erased with its owner's key.")
        if sealed[:1] != _VERSION:
            raise StorageError(f"{place} was sealed by a newer sayso. Use that one.")
        nonce, body = sealed[1 : 1 + _NONCE], sealed[1 + _NONCE :]
        try:
            return key.decrypt(nonce, body, _bound(owner, place, row)).decode("utf-8", "surrogatepass")
        except InvalidTag:
            raise StorageError(f"A sealed value in {place} was changed or moved. Restore it from a backup.") from None

    def fetch(self, tx: Connection, owners: Collection[str]) -> None:
        """Have the keys of several owners at hand: one question for all, where many texts are opened together."""
        with self._lock:
            missing = [owner for owner in dict.fromkeys(owners) if owner not in self._kept]
        for owner, wrapped in _wrapped_of_all.rows(tx, {"owners": missing}) if missing else ():
            self._keep(owner, AESGCM(self._unwrap(owner, wrapped)))

    def remember(self, owner: str, sealed: bytes, value: object) -> None:
        """Keep in memory what an owner's value is that was sealed just now. `value` must never change."""
        with self._lock:
            self._remembered.pop(owner, None)
            if owner not in self._forgotten:
                self._remembered[owner] = sealed, value
                if len(self._remembered) > _REMEMBERED:
                    self._remembered.popitem(last=False)

    def recall(self, owner: str, sealed: bytes) -> object | None:
        """Return what was remembered, or None where it was sealed anew since.

        No two sealed values are the same, so what another program stored or a transaction undid is never mistaken.
        """
        latest, value = self._remembered.get(owner, (b"", None))
        return value if latest == sealed else None

    def forget(self, tx: Connection, owner: str) -> bool:
        """Delete an owner's key, and with it everything sealed for the owner. Returns whether there was one."""
        gone = tx.execute(delete(vault_keys).where(vault_keys.c.owner == owner)).rowcount
        scratch(tx).get("keys", {}).pop(owner, None)
        after_commit(tx, lambda: self._drop(owner))
        return bool(gone)

    def watch(self, act: Callable[[], object]) -> None:
        """Have something done, in any thread, whenever this program has erased words: what is made of them in memory goes."""
        self._watchers.append(act)

    def tell_erased(self, tx: Connection) -> None:
        """Tell whoever watches that words were erased, once that is committed."""
        for act in self._watchers:
            after_commit(tx, act)

    def tell_watchers(self) -> None:
        """Tell whoever watches that another program has erased words."""
        for act in self._watchers:
            act()

    def let_go(self, owners: Iterable[str]) -> None:
        """Keep nothing more of owners whose keys another program has deleted."""
        for owner in owners:
            self._drop(owner)

    def check(self, tx: Connection) -> None:
        """Make sure that this key file belongs to this database, taking a new database for its own.

        Raises KeyFault with one clear line when it does not.
        """
        if not is_claimed(tx):
            if tx.execute(select(func.count()).select_from(vault_keys)).scalar_one():
                raise KeyFault("The database holds sealed feedback but no canary. Restore it from a backup.")
            tx.execute(vault_keys.insert().values(owner=CANARY, wrapped=self._wrap(CANARY, secrets.token_bytes(32))))
            return
        self._unwrap(CANARY, _wrapped_of.value(tx, {"owner": CANARY}))

    def rewrap(self, tx: Connection, *, limit: int = 1000) -> int:
        """Wrap up to `limit` keys that the previous master key still wraps with the present one; return how many.

        Keys only are wrapped again, never texts. Killed at any point, it goes on where it was: both master keys
        open until it returns 0, and only then may the previous one leave the key file.
        """
        stale = func.substr(vault_keys.c.wrapped, 2, 4) != self._master
        rows = tx.execute(select(vault_keys).where(stale).limit(limit)).all()
        for owner, wrapped in rows:
            again = self._wrap(owner, self._unwrap(owner, wrapped))
            tx.execute(update(vault_keys).where(vault_keys.c.owner == owner).values(wrapped=again))
        return len(rows)

    def _key(self, tx: Connection, owner: str) -> AESGCM | None:
        with self._lock:
            key = self._kept.get(owner)
            if key:
                self._kept.move_to_end(owner)
                return key
        fresh: AESGCM | None = scratch(tx).get("keys", {}).get(owner)
        if fresh:
            return fresh
        wrapped = _wrapped_of.value(tx, {"owner": owner})
        if wrapped is None:
            return None
        return self._keep(owner, AESGCM(self._unwrap(owner, wrapped)))

    def _new_key(self, tx: Connection, owner: str) -> AESGCM:
        """Make a key. It is kept in memory only once it is committed, for a key that was undone must seal nothing."""
        if owner in self._forgotten:
            raise KeyErased("This owner was erased; nothing more is sealed for it.")
        raw = secrets.token_bytes(32)
        if not _insert_key[tx.dialect.name].change(tx, {"owner": owner, "wrapped": self._wrap(owner, raw)}):
            # Another program has just made one: that is the one that counts.
            return AESGCM(self._unwrap(owner, _wrapped_of.value(tx, {"owner": owner})))
        key = AESGCM(raw)
        scratch(tx).setdefault("keys", {})[owner] = key
        after_commit(tx, lambda: self._keep(owner, key))
        return key

    def _keep(self, owner: str, key: AESGCM) -> AESGCM:
        with self._lock:
            if owner not in self._forgotten:
                self._kept[owner] = key
                if len(self._kept) > _KEPT:
                    self._kept.popitem(last=False)
        return key

    def _drop(self, owner: str) -> None:
        with self._lock:
            self._kept.pop(owner, None)
            self._remembered.pop(owner, None)
            self._forgotten.add(owner)

    def _wrap(self, owner: str, key: bytes) -> bytes:
        nonce = secrets.token_bytes(_NONCE)
        body = self._masters[self._master].encrypt(nonce, key, self._binding(owner))
        return _VERSION + self._master + nonce + body

    def _unwrap(self, owner: str, wrapped: bytes) -> bytes:
        master = self._masters.get(wrapped[1:5])
        if master is None:
            raise KeyFault(_WRONG_KEYS)
        try:
            return master.decrypt(wrapped[5 : 5 + _NONCE], wrapped[5 + _NONCE :], self._binding(owner))
        except InvalidTag:
            raise KeyFault(_WRONG_KEYS) from None

    def _binding(self, owner: str) -> bytes:
        """Bind a wrapped key to its owner; the canary's to the look-up key too, so that both keys are checked."""
        extra = hmac.digest(self._lookup, CANARY.encode(), "sha256") if owner == CANARY else b""
        return b"vault_key\0" + owner.encode() + b"\0" + extra


def is_claimed(tx: Connection) -> bool:
    """Return whether this database already belongs to a key file. Then a missing one must never be made anew."""
    return _wrapped_of.value(tx, {"owner": CANARY}) is not None


def _bound(owner: str, place: str, row: str) -> bytes:
    return f"{place}\0{owner}\0{row}".encode()


def fingerprint(master: bytes) -> bytes:
    """Return four bytes by which a master key is told from others, and from which nothing of it can be learned."""
    return hashlib.sha256(b"sayso master key" + master).digest()[:4]
