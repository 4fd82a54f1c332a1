"""How long each kind of data is kept, by its privacy class: one table, which documents and pages show.

A number stands where it is enforced, and is read from there.
"""

from datetime import timedelta

from feedback.conversation.timeouts import CONSENT_WAITS, CONSENT_WAITS_BY_LETTER
from review.http.setup_port import RetentionRule
from sayso.core.conversation_service import LINK_KEPT, LINK_KEPT_FOR_MORE
from storage.accounts import form_marks, kept_forms, sessions
from storage.backup.saving import KEPT_KEYS
from storage.involvement import asks, introductions, payments
from storage.messages.inbox import KEPT_WHEN_DONE
from storage.messages.incoming_mail import ORIGINAL_KEPT
from storage.organisations.assessments import LINK_WORKS

_ERASED = "until erased"
_FOR_EVER = "for ever"
_BY_PERSON = "the person, or you"
_BY_TIME = "time alone"
_ERASURE = "storage/people/erasure.py"
_PAYMENTS = "storage/involvement/payments.py"


def _told(time: timedelta) -> str:
    """Return a time as people say it, in the largest unit that fits."""
    if time >= timedelta(days=2):
        return f"{time.days} days"
    hours = time // timedelta(hours=1)
    return f"{hours} hours" if hours > 1 else f"{time // timedelta(minutes=1)} minutes"


RETENTION: tuple[RetentionRule, ...] = (
    RetentionRule(
        "personal words",
        "What people say, before a yes",
        _told(CONSENT_WAITS),
        _BY_TIME,
        "feedback/conversation/timeouts.py",
    ),
    RetentionRule(
        "personal words",
        "The same by letter",
        _told(CONSENT_WAITS_BY_LETTER),
        _BY_TIME,
        "feedback/conversation/timeouts.py",
    ),
    RetentionRule("personal words", "What people said, after a yes", _ERASED, _BY_PERSON, _ERASURE),
    RetentionRule("personal words", "Letters as they went out, and what sayso said", _ERASED, _BY_PERSON, _ERASURE),
    RetentionRule(
        "personal words", "Mails as they came", _told(ORIGINAL_KEPT), _BY_TIME, "storage/messages/incoming_mail.py"
    ),
    RetentionRule(
        "personal words", "What staff asked one person", _told(asks.KEPT), _BY_TIME, "storage/involvement/asks.py"
    ),
    RetentionRule(
        "personal words",
        "Introductions of two people",
        _told(introductions.KEPT),
        _BY_TIME,
        "storage/involvement/introductions.py",
    ),
    RetentionRule(
        "personal words",
        "What staff typed while they had to sign in again",
        _told(kept_forms.KEPT),
        _BY_TIME,
        "storage/accounts/kept_forms.py",
    ),
    RetentionRule(
        "personal words",
        "A message that could not be read",
        "until somebody deals with it",
        "staff",
        "storage/messages/inbox.py",
    ),
    RetentionRule(
        "personal words", "A story on the public page", "until it is taken back", _BY_PERSON, "storage/review/told_back"
    ),
    RetentionRule("coded answer", "Choices, numbers and dates", _ERASED, _BY_PERSON, _ERASURE),
    RetentionRule(
        "contact",
        "Who a conversation is from, after its end",
        _told(LINK_KEPT),
        _BY_TIME,
        "sayso/core/conversation_service.py",
    ),
    RetentionRule(
        "contact",
        "The same, for who wants to hear more or may be asked again",
        _told(LINK_KEPT_FOR_MORE),
        _BY_TIME,
        "sayso/core/conversation_service.py",
    ),
    RetentionRule("contact", "Contacts that you brought in", _ERASED, "you, or the person", _ERASURE),
    RetentionRule(
        "payment",
        "To whom an offer of payment was, and what for",
        _told(payments.KEPT),
        "time, the person, or you",
        _PAYMENTS,
    ),
    RetentionRule("payment", "Offers that were taken off the log", _told(payments.TAKEN_OFF_KEPT), _BY_TIME, _PAYMENTS),
    RetentionRule(
        "payment", "What was offered and paid, without to whom", "for as long as it is on the log", "you", _PAYMENTS
    ),
    RetentionRule("secret", "Keys of people", _ERASED, _BY_PERSON, _ERASURE),
    RetentionRule(
        "secret",
        "Keys of people in backups",
        f"until {KEPT_KEYS} newer backups are made",
        "newer backups",
        "storage/backup/saving.py",
    ),
    RetentionRule(
        "secret", "Links to a self-assessment", _told(LINK_WORKS), _BY_TIME, "storage/organisations/assessments.py"
    ),
    RetentionRule(
        "secret",
        "Sessions of staff",
        _told(sessions.LONGEST),
        "time alone, or signing out",
        "storage/accounts/sessions.py",
    ),
    RetentionRule(
        "secret",
        "Addresses that want no letters, as keyed hashes",
        _FOR_EVER,
        "a new wish of the person",
        "storage/messages/suppression_list.py",
    ),
    RetentionRule(
        "secret", "Tokens of invitations, as keyed hashes", _FOR_EVER, "nothing", "storage/people/invitations.py"
    ),
    RetentionRule("operational", "How often Help now was used, by day", _FOR_EVER, "nothing", "storage/db/counters.py"),
    RetentionRule(
        "operational",
        "Messages as they came, once they are handled",
        _told(KEPT_WHEN_DONE),
        _BY_TIME,
        "storage/messages/inbox.py",
    ),
    RetentionRule(
        "operational",
        "Marks of forms that were sent",
        _told(form_marks.KEPT),
        _BY_TIME,
        "storage/accounts/form_marks.py",
    ),
    RetentionRule("operational", "What staff did (the audit)", _FOR_EVER, "nothing", "storage/audit/audit_log.py"),
    RetentionRule(
        "public",
        "That there was a conversation, when, and which consents were given",
        _FOR_EVER,
        "nothing: it is the proof",
        _ERASURE,
    ),
)
"""Every kind of data with an end of its own, and what has none. docs/privacy.md says the same to people."""
