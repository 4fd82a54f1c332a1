"""A Postfix of the test run's own, which hands everything for example.test to a Dovecot and lets nothing else out."""

import os
import shutil
import smtplib
from pathlib import Path

import pytest
from mail_servers.dovecot import FEEDBACK, PEOPLE, USERS, Dovecot
from mail_servers.machine import HOST, free_ports, greets, program, run, until

_MAIN = """
compatibility_level = 3.6
queue_directory = {folder}/spool
data_directory = {folder}/lib
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
myhostname = mx.example.test
mydestination =
mynetworks = 127.0.0.0/8
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
alias_maps =
alias_database =
local_recipient_maps =
local_transport = error:no local mail
virtual_mailbox_domains = example.test
virtual_mailbox_maps = inline:{{ {users} }}
virtual_transport = lmtp:inet:127.0.0.1:{lmtp}
recipient_delimiter = +
default_transport = error:outbound mail is off in tests
relay_transport = error:outbound mail is off in tests
smtpd_relay_restrictions = reject_unauth_destination
smtpd_recipient_restrictions =
disable_dns_lookups = yes
smtp_host_lookup = native
smtpd_peername_lookup = no
smtpd_tls_cert_file = {folder}/cert.pem
smtpd_tls_key_file = {folder}/key.pem
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:127.0.0.1:{sasl}
message_size_limit = 52428800
mailbox_size_limit = 0
queue_run_delay = 1s
minimal_backoff_time = 1s
maximal_backoff_time = 1s
maillog_file = {folder}/postfix.log
maillog_file_prefixes = {folder}
biff = no
"""
_SIGNED_IN = "-o smtpd_sasl_auth_enable=yes -o smtpd_client_restrictions=permit_sasl_authenticated,reject"
_MASTER = """
127.0.0.1:{smtp} inet n - n - - smtpd
127.0.0.1:{submission} inet n - n - - smtpd -o smtpd_tls_security_level=encrypt {signed_in}
127.0.0.1:{smtps} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes {signed_in}
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
error unix - - n - - error
retry unix - - n - - error
showq unix n - n - - showq
postlog unix-dgram n - n - 1 postlogd
"""


class Postfix:
    """A real SMTP server in front of `dovecot`.

    `smtp_port` takes mail for example.test from anybody on this machine and offers STARTTLS; `submission_port` demands
    STARTTLS and then a password; `smtps_port` is TLS from the start and demands a password. Users and passwords are
    those of the Dovecot; `certificate` is the file to trust. Unknown users get 550 5.1.1, other domains 554. Mail that
    Dovecot cannot take waits in the queue and is tried again every second; a refusal bounces to its sender.
    """

    def __init__(self, folder: Path, dovecot: Dovecot) -> None:
        if os.geteuid() != 0:
            pytest.fail("Postfix runs as root only. Run the tests as root, as CI does.", pytrace=False)
        self.folder, self.dovecot = folder, dovecot
        self.certificate = folder / "cert.pem"
        self.smtp_port, self.submission_port, self.smtps_port = free_ports(3)
        self._write()

    def start(self) -> None:
        """Return when it answers."""
        self._postfix("start")
        until(lambda: greets(self.smtp_port, b"220"), self.log)

    def stop(self) -> None:
        self._postfix("stop")

    def restart(self) -> None:
        self.stop()
        self.start()

    def deliver(self, raw: bytes, to: str = FEEDBACK, sender: str = PEOPLE[0]) -> None:
        """Send one message from outside; return when it is accepted, which is some moments before it is delivered."""
        with smtplib.SMTP(HOST, self.smtp_port) as line:
            line.sendmail(sender, [to], raw)

    def settle(self) -> None:
        """Wait until nothing is in the queue."""
        until(lambda: not self.queue(), "mail is left in the queue of Postfix")

    def queue(self) -> list[str]:
        """Return what waits, a line of JSON each."""
        return run(program("postqueue"), "-c", str(self.folder / "etc"), "-j").splitlines()

    def empty(self) -> None:
        """Forget what waits; what is just being delivered arrives before this returns."""
        run(program("postsuper"), "-c", str(self.folder / "etc"), "-d", "ALL")
        self.settle()

    def log(self) -> str:
        file = self.folder / "postfix.log"
        return file.read_text() if file.is_file() else "no log"

    def _postfix(self, action: str) -> None:
        run(program("postfix"), "-c", str(self.folder / "etc"), action)

    def _write(self) -> None:
        known = " ".join(f"{{ {user} = 1 }}" for user in USERS)
        values = {"folder": self.folder, "users": known, "signed_in": _SIGNED_IN, "smtp": self.smtp_port}
        values |= {"submission": self.submission_port, "smtps": self.smtps_port}
        values |= {"lmtp": self.dovecot.lmtp_port, "sasl": self.dovecot.sasl_port}
        for name in ("etc", "spool", "lib"):
            (self.folder / name).mkdir()
        shutil.chown(self.folder / "lib", "postfix")
        (self.folder / "etc" / "main.cf").write_text(_MAIN.format(**values))
        (self.folder / "etc" / "master.cf").write_text(_MASTER.format(**values))
