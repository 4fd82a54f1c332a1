"""The list that a conversation was opened from, to stand beside it on a wide screen: who, when, how far, and no words.

Words of others stay closed here: each reading of words is a line in the audit, and screens are looked at over shoulders.
"""

from review.http.request import StaffRequest
from review.lists.list_query import asked_for, came_from, place_of
from review.lists.search import listed
from storage.review import case_list
from storage.review.case_list import Case


async def list_beside(visit: StaffRequest) -> tuple[Case, ...]:
    """Return the page of the list that somebody came from; none where they came from no list."""
    if not came_from(visit):
        return ()
    desk, is_search = visit.desk, bool(visit.query.one("q"))
    around = await desk.around.current(desk.database, desk.now())
    index = await desk.indexing.current(desk.database, visit.vault) if is_search else None
    asked = asked_for(visit, around, place_of(visit.query.one("after")), index)
    if is_search:
        found = await visit.read(lambda tx: listed(tx, visit.vault, asked))
        return tuple(row.case for row in found.rows)
    return await visit.read(lambda tx: case_list.cases(tx, wanted=asked.wanted, limit=asked.limit, after=asked.after))
