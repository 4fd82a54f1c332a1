"""What the daily list of one member of staff counts: only what they may see."""

from collections.abc import Iterable

from sqlalchemy import Connection

from feedback.alerts.model import Colleague, WaitingCase
from feedback.alerts.wording import DigestCounts
from storage.messages import inbox
from storage.review import case_list, requests
from storage.review.case_list import CaseFilter

_NEW = ("{} conversation is new.", "{} conversations are new.")
_ASKED = ("{} request is open.", "{} requests are open.")
_ASIDE = ("{} message could not be read.", "{} messages could not be read.")


def digest_counts(tx: Connection, colleague: Colleague, waiting: Iterable[WaitingCase]) -> DigestCounts:
    """Return what waits for somebody, and what else there is for them to do."""
    seen = tuple(case for case in waiting if colleague.sees(case) or colleague.is_administrator)
    aside = (inbox.conservation(tx).quarantined, *_ASIDE)
    if colleague.is_administrator and not colleague.may_act:
        return DigestCounts(seen, (aside,))
    new = (case_list.count(tx, wanted=CaseFilter("new")), *_NEW)
    if not colleague.may_act:
        return DigestCounts(seen, (new,))
    asked = (sum(requests.counts(tx).values()), *_ASKED)
    return DigestCounts(seen, (new, asked, aside))
