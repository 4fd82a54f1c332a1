"""What every file of an export is made of."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from feedback.conversation.response import Response
from feedback.flows.model import Flow
from report.exports.codebook import Codebook, codebook
from report.exports.long import LongRow, rows
from report.exports.qdpx_types import QdpxProject, QdpxSource
from report.exports.theme_columns import ThemeWords
from report.exports.wide import Cell, wide_rows

NOTHING = QdpxProject("")
Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Reread(Generic[Thing]):
    """Things that are read anew each time somebody goes through them, so that they never lie in memory together."""

    begin: Callable[[], Iterable[Thing]]

    def __iter__(self) -> Iterator[Thing]:
        """Begin from the first."""
        return iter(self.begin())


@dataclass(frozen=True)
class ResponseDataset:
    """Responses, with the versions they belong to (by version id) and a codebook for each flow.

    `responses` are gone through again for each table; `count` is how many there are. `project` and its `sources` are
    made where texts and their codings are wanted.
    """

    responses: Iterable[Response]
    flows: Mapping[str, Flow]
    books: tuple[Codebook, ...]
    count: int = 0
    project: QdpxProject = NOTHING
    sources: Iterable[QdpxSource] = ()
    separator: str = ","
    """What stands between the cells of a CSV."""

    def long(self) -> Iterator[LongRow]:
        """Yield one row for each answer and comment, made anew: kept, they would take more room than all else."""
        return rows(self.responses, self.flows)

    def wide(self, book: Codebook) -> Iterator[tuple[Cell, ...]]:
        """Yield one row for each conversation of a flow, made anew."""
        return wide_rows(book, self.responses, self.flows)


def material(
    responses: Iterable[Response],
    flows: Mapping[str, Flow],
    only: str | None = None,
    words: ThemeWords | None = None,
) -> ResponseDataset:
    """Return the material of one flow, or of every flow that has responses (of all where there are none).

    `words` is what staff have sorted under themes. Responses that can be gone through once only are kept in memory;
    `Reread` ones are read again for each table.
    """
    kept = tuple(responses) if isinstance(responses, Iterator) else responses
    numbers = Counter(response.flow for response in kept)
    heard = {only} if only else set(numbers) or {flow.name for flow in flows.values()}
    ordered = sorted((flow for flow in flows.values() if flow.name in heard), key=lambda flow: flow.name)
    books = tuple(codebook(tuple(versions), words) for _, versions in groupby(ordered, key=lambda flow: flow.name))
    return ResponseDataset(kept, flows, books, numbers.total())
