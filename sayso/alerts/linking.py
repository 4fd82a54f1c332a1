"""Linking a chat: a member of staff sends the one-time code of their account page to the bot, from their own phone."""

import re
from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection

from feedback.alerts.wording import code_over_text, linked_text
from feedback.channels import TELEGRAM
from feedback.conversation.messages import Inbound
from storage.alerts import alert_log, choices
from storage.audit import audit_log
from storage.audit.audit_log import AuditRecord
from storage.crypto.vault import Vault

_SAID = re.compile(r"\s*alerts[\s:-]+([0-9A-Za-z]{4}(?:[\s-]?[0-9A-Za-z]{4}){2})\s*", re.IGNORECASE)
"""What the account page asks somebody to send: the word and a code of three times four."""


class ChatLinks:
    """Takes the codes that come by chat. Everything here runs inside the caller's transaction."""

    def __init__(self, vault: Vault, now: Callable[[], datetime]) -> None:
        self._vault, self._now = vault, now

    def claim(self, tx: Connection, address: str, inbound: Inbound) -> bool:
        """Return whether a message is a code of this kind; then it is nobody's feedback, and is answered here."""
        said = inbound.payload if inbound.command == "start" else inbound.text
        found = _SAID.fullmatch(said) if inbound.kind in ("text", "command") else None
        if found is None or inbound.channel != TELEGRAM.name:
            return False
        now = self._now()
        staff_id = choices.link_chat(tx, self._vault, code=found[1], chat=address, now=now)
        if staff_id is not None:
            name = alert_log.name_of(tx, staff_id=staff_id)
            audit_log.record(tx, self._vault, AuditRecord(name, "linked their chat for alerts"), now=now)
        alert_log.answer_chat(
            tx, self._vault, chat=address, text=linked_text() if staff_id else code_over_text(), now=now
        )
        return True
