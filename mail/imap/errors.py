"""What can go wrong between us and a mailbox. No text here ever holds an address, a password or a person's words."""

from typing import Literal

from feedback.errors import SaysoError

LostHow = Literal["unreachable", "certificate", "cut", "silent", "sent away", "garbled", "busy"]
"""`silent`: no byte came in the time allowed. `sent away`: the server said BYE. `busy`: it asked us to come later."""


class ConnectionLost(SaysoError):
    """The line is of no more use; a new one may be. `how` says what happened to it."""

    def __init__(self, how: LostHow) -> None:
        super().__init__(f"The mail server is not to be had: {how}. Nothing is lost; it is tried again.")
        self.how = how


class ImapSignInRefused(SaysoError):
    """The server does not take the user and the password (or token).

    `is_certain` is True when it said so in a code of RFC 5530; without one it may be a passing trouble.
    """

    def __init__(self, *, is_certain: bool) -> None:
        super().__init__("The mail server refused the user or the password. Check SAYSO_IMAP_URL, then start again.")
        self.is_certain = is_certain


class CommandRefused(SaysoError):
    """The server said NO or BAD to one command. `code` is its response code (TRYCREATE, OVERQUOTA ...), or nothing."""

    def __init__(self, command: str, code: str = "") -> None:
        super().__init__(f"The mail server refused {command} ({code or 'no reason given'}).")
        self.command, self.code = command, code


class NotSecure(SaysoError):
    """A password would travel without encryption."""

    def __init__(self) -> None:
        super().__init__("Without encryption only a mailbox on this machine is read. Write imaps:// in SAYSO_IMAP_URL.")
