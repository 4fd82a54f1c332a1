"""What forms are about, as their authors see it: compared between the drawing of a form and its effect."""

from collections.abc import Sequence

from sqlalchemy import Connection

from review.http.press import Snapshot
from review.http.request import StaffRequest
from review.http.templates import moment
from review.text import labels
from storage.crypto.vault import Vault
from storage.review import before_yes, case_list, replies, texts
from storage.review.case_list import Case
from storage.review.replies import TAKEN_BACK
from storage.review.texts import FreeText


def of_case(case: Case) -> Snapshot:
    """Return how far a conversation is, who has it, and what waits in it."""
    waits = [*(labels.flag(tag) for tag in case.flags), *(["wants a person"] if case.is_waiting else [])]
    parts = (("State", case.state), ("Who has it", case.assigned_name or "nobody"), ("Waits", ", ".join(waits)))
    return Snapshot(parts, _target(case.conversation_id))


def of_text(text: FreeText) -> Snapshot:
    """Return the words of a text, and what was last found when somebody checked it."""
    said, check = ("What was said", text.words), text.check
    if check is None:
        return Snapshot((said,), _target(text.conversation_id))
    hidden = ", ".join(text.words[span.start : span.stop] for span in check.hidden)
    parts = (
        (f"{check.state} by {check.by}, {moment(check.at)}", text.shown or ""),
        (f"Hidden by {check.by}, {moment(check.at)}", hidden),
    )
    return Snapshot(
        (said, *(part for part in parts if part[1] or part[0].startswith(check.state))), _target(text.conversation_id)
    )


def of_talk(tx: Connection, vault: Vault, case: Case, said: Sequence[FreeText]) -> Snapshot:
    """Return what a person said, and what they were answered."""
    answers = [
        (f"{reply.by} wrote to them, {moment(reply.at)}", reply.words)
        for reply in replies.of_conversation(tx, vault, case=case)
        if reply.state != TAKEN_BACK
    ]
    return Snapshot(
        (*answers, *((f"They said, {moment(text.at)}", text.words) for text in said)), _target(case.conversation_id)
    )


def case_of_form(tx: Connection, *, visit: StaffRequest) -> Snapshot:
    """Look at the conversation that a form names."""
    case = case_list.case(tx, conversation_id=visit.path("id"))
    return of_case(case) if case else Snapshot()


def text_of_form(tx: Connection, *, visit: StaffRequest) -> Snapshot:
    """Look at the text that a form names."""
    text = texts.with_ref(tx, visit.vault, ref=visit.path("ref"))
    return of_text(text) if text else Snapshot()


def talk_of_form(tx: Connection, *, visit: StaffRequest) -> Snapshot:
    """Look at the conversation that a form answers."""
    case = case_list.case(tx, conversation_id=visit.path("id"))
    return of_talk(tx, visit.vault, case, said_in(tx, visit.vault, case)) if case else Snapshot()


def said_in(tx: Connection, vault: Vault, case: Case) -> Sequence[FreeText]:
    """Return what was said in a conversation, also before a yes: the caller has seen to who may read it."""
    named = {"conversation_id": case.conversation_id}
    read = texts.before_a_yes if before_yes.is_before_yes(tx, **named) else texts.of_conversations
    return read(tx, vault, ids=[case.conversation_id]).get(case.conversation_id, ())


def _target(conversation_id: str) -> str:
    return f"conversation {conversation_id}"
