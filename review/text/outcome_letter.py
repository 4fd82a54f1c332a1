"""What people are written about what came of their words, as it stands before staff change it."""

from collections.abc import Mapping

from storage.review.outcomes import Kind, OutcomeDraft

DONE: Mapping[Kind, str] = {
    "did": "We did this",
    "could not": "We could not do this, because",
    "deciding": "We are still deciding",
}


def letter(draft: OutcomeDraft, organisation: str) -> str:
    """Return the whole message in plain words: thanks, what they said, what came of it, who writes, how to answer.

    `organisation` may be empty. It is for any channel: what it says of answering and stopping holds in each.
    """
    sender = f"from {organisation}" if organisation else "from the team that reads what you tell us"
    return "\n\n".join(
        (
            "Hello. Thank you for telling us what you think.",
            f"You told us: {draft.said}",
            f"{DONE[draft.kind]}: {draft.done}",
            f"This message is {sender}.",
            "You can answer here. A person will read it, but not straight away.",
            "To get no more messages like this, answer STOP.",
        )
    )
