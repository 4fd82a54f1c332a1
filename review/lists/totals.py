"""How many conversations a search finds, as far as that can be told quickly."""

from dataclasses import dataclass, replace

from sqlalchemy import Connection

from review.http.roles import RAW
from review.lists.search import ListQuery, ResultPage, listed
from storage.crypto.vault import Vault
from storage.review import case_list
from storage.review.case_list import COUNTED_MOST, CaseFilter
from storage.review.search_index import WordIndex, WordQuery, query_of

_READ_MOST = 100
"""Conversations that are opened to be counted, where the index does not know: a page must not wait for more."""
_FILTERED = 250
"""Conversations of one query, as a list asks for them."""


@dataclass(frozen=True)
class SearchTotal:
    """How many there are. `is_least`: there may be more."""

    count: int
    is_least: bool = False


def total(tx: Connection, vault: Vault, asked: ListQuery, page: ResultPage) -> SearchTotal | None:
    """Return how many conversations a search finds in all; None for no search, and while there is no index."""
    query, index = query_of(asked.words), asked.index
    if not query or index is None:
        return None
    if asked.after is None and page.after is None:
        return SearchTotal(len(page.rows))
    if any(len(term.words) > 1 for group in query for term in group):
        return _read(tx, vault, asked, page, index)
    if _leaves_nothing_out(asked.wanted):
        count = index.count(query, is_raw=asked.role in RAW, most=COUNTED_MOST + 1)
        return SearchTotal(min(count, COUNTED_MOST), is_least=count > COUNTED_MOST)
    return _filtered(tx, asked, index, query)


def _leaves_nothing_out(wanted: CaseFilter) -> bool:
    return replace(wanted, staff_id="", order="latest") == CaseFilter()


def _read(tx: Connection, vault: Vault, asked: ListQuery, page: ResultPage, index: WordIndex) -> SearchTotal:
    """Count those in which words follow each other, of the first that hold the words: they are opened for it."""
    is_raw = asked.role in RAW
    hits = index.find(query_of(asked.words), is_raw=is_raw, place=None, limit=_READ_MOST + 1)
    named = tuple(hit.conversation_id for hit in hits[:_READ_MOST])
    these = replace(asked, wanted=_among(asked.wanted, named), index=None, after=None, limit=_READ_MOST + 1)
    found = len(listed(tx, vault, these).rows)
    return SearchTotal(max(found, len(page.rows)), is_least=len(hits) > _READ_MOST)


def _filtered(tx: Connection, asked: ListQuery, index: WordIndex, query: WordQuery) -> SearchTotal:
    """Count those that the filters leave, of the first that hold the words."""
    hits = index.find(query, is_raw=asked.role in RAW, place=None, limit=COUNTED_MOST + 1)
    named = [hit.conversation_id for hit in hits]
    parts = (tuple(named[start : start + _FILTERED]) for start in range(0, len(named), _FILTERED))
    count = sum(case_list.count(tx, wanted=_among(asked.wanted, part)) for part in parts)
    return SearchTotal(count, is_least=len(hits) > COUNTED_MOST)


def _among(wanted: CaseFilter, ids: tuple[str, ...]) -> CaseFilter:
    known = wanted.among
    return replace(wanted, among=ids if known is None else tuple(set(ids) & set(known)))
