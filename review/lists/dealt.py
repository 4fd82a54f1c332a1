"""What a form says was done for somebody who waited."""

from review.http.request import StaffRequest
from review.text import labels


def what_was_done(visit: StaffRequest) -> tuple[str, str, str]:
    """Return what a form says was done, the note with it, and what is missing (nothing, where all is there)."""
    did, words = visit.form.one("done"), visit.form.one("note")
    if did not in labels.DEALT:
        return "", words, "Say what was done."
    return did, words, "Write what was done in the note." if did == "other" and not words else ""
