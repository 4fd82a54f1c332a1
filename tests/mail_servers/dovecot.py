"""A Dovecot of a test's own: private configuration, high ports on loopback, TLS, a handful of mailboxes."""

import base64
import grp
import hashlib
import hmac
import imaplib
import json
import os
import pwd
import shutil
import signal
import smtplib
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from mail_servers.machine import HOST, free_ports, greets, is_free, program, run, until

DOMAIN = "example.test"
PASSWORD = "secret"
FEEDBACK = f"feedback@{DOMAIN}"
PEOPLE = tuple(f"p{number:02}@{DOMAIN}" for number in range(1, 31))
ODD_USER, ODD_PASSWORD = f"odd one@{DOMAIN}", 'b "quoted" \\ word'
USERS = (FEEDBACK, *(f"{name}@{DOMAIN}" for name in ("staff", "bounces", "ada", "bea", "cal")), *PEOPLE)
_NOT_CONNECTED = 68
_TOKEN_KEY = b"the key that the test server checks tokens with"

_CONFIG = """
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {login}
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
ssl = yes
ssl_cert = <{folder}/cert.pem
ssl_key = <{folder}/key.pem
ssl_dh =
auth_mechanisms = plain login xoauth2 oauthbearer
auth_username_chars =
auth_failure_delay = 0
mail_location = maildir:~/Maildir
mail_fsync = never
# A busy machine may have no watch on folders left (inotify); then the server looks by itself, every 30 s as a rule.
mailbox_idle_check_interval = 2 secs
mail_max_userip_connections = 100
recipient_delimiter = +
first_valid_uid = 0
mail_uid = {uid}
mail_gid = {gid}
passdb {{
  driver = passwd-file
  mechanisms = plain login
  args = username_format=%Lu {folder}/users
}}
passdb {{
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = {folder}/oauth2.conf
}}
userdb {{
  driver = passwd-file
  args = username_format=%Lu {folder}/users
  override_fields = uid={uid} gid={gid} home={folder}/home/%Lu
}}
namespace inbox {{
  inbox = yes
  separator = /
  mailbox Junk {{
    auto = create
    special_use = \\Junk
  }}
}}
protocol lmtp {{
  postmaster_address = postmaster@example.test
}}
{extra}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {imap}
  }}
  inet_listener imaps {{
    port = {imaps}
    ssl = yes
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    address = 127.0.0.1
    port = {lmtp}
  }}
}}
service auth {{
  inet_listener {{
    address = 127.0.0.1
    port = {sasl}
  }}
}}
"""
# The key for tokens without a key id of their own, as Dovecot looks it up: client, algorithm, key id.
_OAUTH2 = """
introspection_mode = local
local_validation_key_dict = fs:posix:prefix={folder}/keys/
username_attribute = email
"""


class Dovecot:
    """A real IMAP server with LMTP delivery.

    `imap_port` (plain; Dovecot counts loopback as safe), `imaps_port`, `lmtp_port` and `sasl_port` listen on 127.0.0.1.
    `certificate` is the file to trust. Every user of USERS has the password PASSWORD; ODD_USER has ODD_PASSWORD. Plus
    addressing is on: feedback+TOKEN@example.test lands in the mailbox of FEEDBACK. `extra` is more configuration.
    """

    def __init__(self, folder: Path, extra: str = "") -> None:
        self.folder = folder
        self.certificate = folder / "cert.pem"
        self.imap_port, self.imaps_port, self.lmtp_port, self.sasl_port = free_ports(4)
        self._server: subprocess.Popen[bytes] | None = None
        self._owner = pwd.getpwnam("nobody") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
        self._write(extra)

    def start(self) -> None:
        """Return when it answers. Its folder of sockets is new each time: an old one makes the first client wait."""
        shutil.rmtree(self.folder / "run", ignore_errors=True)
        with (self.folder / "output.log").open("ab") as output:
            self._server = subprocess.Popen(
                [program("dovecot"), "-F", "-c", self._config],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )
        until(lambda: greets(self.imap_port, b"* OK") and greets(self.lmtp_port, b"220"), self.log)

    def stop(self) -> None:
        """Kill it with all its connections, which see the line cut at once; what was delivered stays on the disk."""
        if self._server is not None:
            os.killpg(self._server.pid, signal.SIGKILL)
            self._server.wait()
            self._server = None
            # Its children were killed with it, but each of them holds the ports until it has gone.
            ports = (self.imap_port, self.imaps_port, self.lmtp_port, self.sasl_port)
            until(lambda: all(map(is_free, ports)), "a port of the server that was stopped is still taken")

    def restart(self) -> None:
        self.stop()
        self.start()

    def kick(self, user: str = FEEDBACK) -> None:
        """End a user's connections with a BYE; one who has none is left in peace."""
        run(program("doveadm"), "-c", self._config, "kick", user, is_good=(0, _NOT_CONNECTED))

    def cut(self) -> None:
        """Kill every process that serves a mailbox: its connection is lost without a word."""
        self._signal_sessions(signal.SIGKILL)

    def freeze(self) -> None:
        """Let every open connection stand, mute, until `thaw`: a silent drop as a client sees it."""
        self._signal_sessions(signal.SIGSTOP)

    def thaw(self) -> None:
        self._signal_sessions(signal.SIGCONT)

    def deliver(self, raw: bytes, to: str = FEEDBACK, sender: str = PEOPLE[0]) -> None:
        """Bring one message by LMTP; return when it is in the mailbox."""
        with smtplib.LMTP(HOST, self.lmtp_port) as line:
            line.sendmail(sender, [to], raw)

    def fill(self, raws: Iterable[bytes], user: str = FEEDBACK, folder: str = "INBOX") -> int:
        """Lay many messages into a mailbox at once, past every protocol; return how many."""
        maildir = self._maildir(user, folder)
        if not (maildir / "new").is_dir():
            for name in ("cur", "new", "tmp"):
                (maildir / name).mkdir(parents=True, exist_ok=True)
            self._give_away(self.folder / "home")
        count = 0
        for count, raw in enumerate(raws, start=1):
            # Written whole and given away before the server sees it: it moves a new mail as soon as it finds one.
            written = maildir / "tmp" / f"1700000000.{count:08}.{os.urandom(4).hex()}.test"
            written.write_bytes(raw)
            if os.geteuid() == 0:
                os.chown(written, self._owner.pw_uid, self._owner.pw_gid)
            written.rename(maildir / "new" / written.name)
        return count

    def renumber(self, user: str = FEEDBACK) -> None:
        """Make the server forget its numbers, as after a restore: UIDVALIDITY changes and UIDs start anew."""
        self.stop()
        for file in self._maildir(user, "INBOX").glob("dovecot*"):
            if file.is_file() and not file.name.startswith("dovecot-uidvalidity"):
                file.unlink()
        self.start()

    def empty(self) -> None:
        """Take every mail and every folder of every user away."""
        self.stop()
        for home in (self.folder / "home").iterdir():
            shutil.rmtree(home)
        self.start()

    @contextmanager
    def mailbox(self, user: str = FEEDBACK) -> Iterator[imaplib.IMAP4]:
        """A second client, the standard library's, to look on with."""
        with imaplib.IMAP4(HOST, self.imap_port, timeout=20) as client:
            client.login(f'"{user}"', ODD_PASSWORD if user == ODD_USER else PASSWORD)
            yield client

    def read(self, user: str = FEEDBACK, folder: str = "INBOX") -> list[bytes]:
        """Return every message of a folder, oldest first, and mark none as seen. A folder that is not there is empty."""
        with self.mailbox(user) as client:
            answer, _ = client.select(f'"{folder}"', readonly=True)
            if answer != "OK":
                return []
            _, found = client.uid("fetch", "1:*", "(BODY.PEEK[])")
            return [part[1] for part in found if isinstance(part, tuple)]

    def count(self, user: str = FEEDBACK, folder: str = "INBOX") -> int:
        """Return how many messages lie in a folder, as its files say: signing in to ask is work for both."""
        return sum(1 for place in ("new/*", "cur/*") for _ in self._maildir(user, folder).glob(place))

    def folders(self, user: str = FEEDBACK) -> set[str]:
        """Return the names of a user's folders as they are on the wire."""
        with self.mailbox(user) as client:
            _, lines = client.list()
            return {line.decode().split(' "/" ')[1].strip('"') for line in lines if isinstance(line, bytes)}

    def log(self) -> str:
        file = self.folder / "dovecot.log"
        return file.read_text() if file.is_file() else "no log"

    def _write(self, extra: str) -> None:
        is_root = os.geteuid() == 0
        own = self._owner.pw_name
        values = {
            "folder": self.folder,
            "user": "dovecot" if is_root else own,
            "group": "dovecot" if is_root else grp.getgrgid(self._owner.pw_gid).gr_name,
            "login": "dovenull" if is_root else own,
            "uid": self._owner.pw_uid,
            "gid": self._owner.pw_gid,
            "imap": self.imap_port,
            "imaps": self.imaps_port,
            "lmtp": self.lmtp_port,
            "sasl": self.sasl_port,
            "extra": extra,
        }
        (self.folder / "dovecot.conf").write_text(_CONFIG.format(**values))
        (self.folder / "oauth2.conf").write_text(_OAUTH2.format(**values))
        passwords = dict.fromkeys(USERS, PASSWORD) | {ODD_USER: ODD_PASSWORD}
        lines = [f"{user}:{{PLAIN}}{password}::::::\n" for user, password in passwords.items()]
        (self.folder / "users").write_text("".join(lines))
        keys = self.folder / "keys" / "default" / "HS256"
        keys.mkdir(parents=True)
        (keys / "default").write_bytes(base64.b64encode(_TOKEN_KEY))
        (self.folder / "home").mkdir()
        self._give_away(self.folder / "home")

    def _give_away(self, folder: Path) -> None:
        """Let the mail user own a folder: as root, Dovecot reads mail as somebody who may do nothing else."""
        if os.geteuid() == 0:
            run("chown", "-R", f"{self._owner.pw_uid}:{self._owner.pw_gid}", str(folder))

    def _maildir(self, user: str, folder: str) -> Path:
        inbox = self.folder / "home" / user / "Maildir"
        return inbox if folder == "INBOX" else inbox / f".{folder}"

    def _signal_sessions(self, number: signal.Signals) -> None:
        assert self._server is not None
        for status in Path("/proc").glob("[0-9]*/stat"):
            try:
                name, rest = status.read_text().rsplit(")", 1)
            except OSError:  # it ended while we looked
                continue
            if name.endswith("(imap") and int(rest.split()[2]) == self._server.pid:
                os.kill(int(status.parent.name), number)

    @property
    def _config(self) -> str:
        return str(self.folder / "dovecot.conf")


def access_token(user: str = FEEDBACK, *, expires_at: int = 4_000_000_000) -> str:
    """Return a token that the server takes for this user until then (seconds since 1970)."""
    said = {"alg": "HS256", "typ": "JWT"}, {"email": user, "sub": user, "iat": 1_700_000_000, "exp": expires_at}
    text = ".".join(_base64url(json.dumps(part).encode()) for part in said)
    return f"{text}.{_base64url(hmac.digest(_TOKEN_KEY, text.encode(), hashlib.sha256))}"


def _base64url(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).decode().rstrip("=")
