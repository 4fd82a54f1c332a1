"""Which questions, or answers to them, were not understood at first, as the figures for authors count them."""

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import Connection, select

from storage.tables import conversations, misunderstandings


def noted(tx: Connection, *, flow: str | None) -> Mapping[str, frozenset[tuple[str, str]]]:
    """Return (question, how) by conversation, of one flow or of all (None)."""
    query = select(misunderstandings)
    if flow is not None:
        mine = conversations.c.id == misunderstandings.c.conversation_id
        query = query.join(conversations, mine).where(conversations.c.flow == flow)
    found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for conversation, question, how in tx.execute(query):
        found[conversation].add((question, how))
    return {conversation: frozenset(marks) for conversation, marks in found.items()}
