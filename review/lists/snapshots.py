"""What people said and what staff made of it, as the author of a form sees it: compared when the form has its effect."""

from collections.abc import Sequence

from sqlalchemy import Connection

from review.http.press import Snapshot
from review.http.request import StaffRequest
from review.http.templates import day, moment
from review.lists.visibility import words_as_seen
from review.text import labels
from storage.accounts.members import Role
from storage.crypto.vault import Vault
from storage.review import before_yes, case_list, outcomes, replies, requests, texts, themes
from storage.review.case_list import Case
from storage.review.outcomes import OutcomeEntry
from storage.review.replies import TAKEN_BACK
from storage.review.requests import Request
from storage.review.texts import FreeText
from storage.review.themes import Theme
from storage.review.work import answer_templates
from storage.review.work.answer_templates import AnswerTemplate


def of_case(case: Case) -> Snapshot:
    """Return how far a conversation is, who has it, and what waits in it."""
    waits = [*(labels.flag(tag) for tag in case.flags), *(["wants a person"] if case.is_waiting else [])]
    parts = (("State", case.state), ("Who has it", case.assigned_name or "nobody"), ("Waits", ", ".join(waits)))
    return Snapshot(parts, _target(case.conversation_id))


def of_text(text: FreeText) -> Snapshot:
    """Return the words of a text, and what was found when somebody last checked it."""
    said, check = ("What was said", text.words), text.check
    if check is None:
        return Snapshot((said,), _target(text.conversation_id))
    who = f"{check.by}, {moment(check.at)}"
    hidden = ", ".join(text.words[span.start : span.stop] for span in check.hidden)
    shown = (f"{check.state} by {who}", text.shown or "")
    return Snapshot((said, shown, (f"Hidden by {who}", hidden or "nothing")), _target(text.conversation_id))


def of_words(role: Role, text: FreeText) -> Snapshot:
    """Return the words of a text as somebody sees them who puts them under a theme."""
    return Snapshot((("What was said", words_as_seen(role, text)),), _target(text.conversation_id))


def of_talk(tx: Connection, vault: Vault, case: Case, said: Sequence[FreeText]) -> Snapshot:
    """Return what a person said, and what they were answered."""
    answers = [
        (f"{reply.by} wrote to them, {moment(reply.at)}", reply.words)
        for reply in replies.of_conversation(tx, vault, case=case)
        if reply.state != TAKEN_BACK
    ]
    heard = [(f"They said, {moment(text.at)}", text.words) for text in said]
    return Snapshot((*answers, *heard), _target(case.conversation_id))


def of_request(request: Request, draft: str) -> Snapshot:
    """Return how far a request is, who has it, and the case study as it is written."""
    state = labels.REQUESTS[request.state] + ("" if request.is_wanted else ", and they do not want it any more")
    parts = (("State", state), ("Who has it", request.assigned_name or "nobody"), ("The case study", draft))
    return Snapshot(parts, _target(request.conversation_id))


def of_outcome(entry: OutcomeEntry, letter: str) -> Snapshot:
    """Return an entry of what was done, how many were told of it, and in which words the last of them was."""
    draft = entry.draft
    return Snapshot(
        (
            (labels.OUTCOMES[draft.kind], draft.done),
            ("What people said", draft.said),
            ("Theme", entry.theme or "none"),
            ("Who sees to it", entry.owner or "nobody yet"),
            ("By when", day(draft.due_on)),
            ("Answers that it is about", ", ".join(draft.about)),
            (f"Told: {entry.told}", letter),
        )
    )


def of_theme(theme: Theme, known: Sequence[Theme]) -> Snapshot:
    """Return a theme as it is written down."""
    parent = next((one.name for one in known if one.id == theme.parent_id), "nothing")
    return Snapshot((("Name", theme.name), ("What belongs under it", theme.definition), ("Part of", parent)))


def of_template(template: AnswerTemplate) -> Snapshot:
    """Return a template of answers as it is written down."""
    return Snapshot((("Name", template.name), ("Its words", template.words)))


def case_of_form(tx: Connection, *, visit: StaffRequest) -> Snapshot:
    """Look at the conversation that a form names."""
    case = case_list.case(tx, conversation_id=visit.path("id"))
    return of_case(case) if case else Snapshot()


def text_of_form(tx: Connection, *, visit: StaffRequest) -> Snapshot:
    """Look at the text that a form names, and at its check."""
    text = texts.with_ref(tx, visit.vault, ref=visit.path("ref"))
    return of_text(text) if text else Snapshot()


def words_of_form(tx: Connection, *, visit: StaffRequest) -> Snapshot:
    """Look at the words that a form puts under a theme."""
    text = texts.with_ref(tx, visit.vault, ref=visit.path("ref"))
    return of_words(visit.member.role, text) if text else Snapshot()


def talk_of_form(tx: Connection, *, visit: StaffRequest) -> Snapshot:
    """Look at the conversation that a form answers."""
    case = case_list.case(tx, conversation_id=visit.path("id"))
    return of_talk(tx, visit.vault, case, said_in(tx, visit.vault, case)) if case else Snapshot()


def request_of_form(tx: Connection, *, visit: StaffRequest) -> Snapshot:
    """Look at the request that a form names."""
    queue = next((queue for queue in labels.QUEUES if queue == visit.path("name")), "")
    found = requests.one(tx, queue=queue, conversation_id=visit.path("id")) if queue else None
    return of_request(found, draft_of(tx, visit.vault, found)) if found else Snapshot()


def outcome_of_form(tx: Connection, *, visit: StaffRequest) -> Snapshot:
    """Look at the entry that a form names."""
    found = outcomes.entries(tx, outcome_id=visit.path("id"))
    if not found:
        return Snapshot()
    return of_outcome(found[0], outcomes.last_letter(tx, visit.vault, outcome_id=found[0].id))


def theme_of_form(tx: Connection, *, visit: StaffRequest) -> Snapshot:
    """Look at the theme that a form names."""
    known = themes.in_use(tx)
    return next((of_theme(theme, known) for theme in known if theme.id == visit.path("id")), Snapshot())


def template_of_form(tx: Connection, *, visit: StaffRequest) -> Snapshot:
    """Look at the template of answers that a form names."""
    found = (of_template(one) for one in answer_templates.every(tx) if one.id == visit.path("id"))
    return next(found, Snapshot())


def said_in(tx: Connection, vault: Vault, case: Case) -> Sequence[FreeText]:
    """Return what was said in a conversation, also before a yes: the caller has seen to who may read it."""
    named = {"conversation_id": case.conversation_id}
    read = texts.before_a_yes if before_yes.is_before_yes(tx, **named) else texts.of_conversations
    return read(tx, vault, ids=[case.conversation_id]).get(case.conversation_id, ())


def draft_of(tx: Connection, vault: Vault, request: Request) -> str:
    """Return the case study as it is written; empty where nothing is."""
    return requests.draft_of(tx, vault, request=request) if request.has_draft else ""


def _target(conversation_id: str) -> str:
    return f"conversation {conversation_id}"
