"""What every file of an export is made of."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from feedback.conversation.response import Response
from feedback.flows.model import Flow
from report.exports.codebook import Codebook, codebook
from report.exports.long import LongRow, rows
from report.exports.qdpx_types import QdpxProject
from report.exports.wide import Cell, wide_rows

NOTHING = QdpxProject("")


@dataclass(frozen=True)
class ResponseDataset:
    """Responses, read once and kept, with the versions they belong to (by version id) and a codebook for each flow.

    `project` is made where texts and their codings are wanted.
    """

    responses: Sequence[Response]
    flows: Mapping[str, Flow]
    books: tuple[Codebook, ...]
    project: QdpxProject = NOTHING

    def long(self) -> Iterator[LongRow]:
        """Yield one row for each answer and comment, made anew: kept, they would take more room than all else."""
        return rows(self.responses, self.flows)

    def wide(self, book: Codebook) -> Iterator[tuple[Cell, ...]]:
        """Yield one row for each conversation of a flow, made anew."""
        return wide_rows(book, self.responses, self.flows)


def material(responses: Iterable[Response], flows: Mapping[str, Flow], only: str | None = None) -> ResponseDataset:
    """Return the material of one flow, or of every flow that has responses (of all where there are none)."""
    kept = tuple(responses)
    heard = {only} if only else {response.flow for response in kept} or {flow.name for flow in flows.values()}
    ordered = sorted((flow for flow in flows.values() if flow.name in heard), key=lambda flow: flow.name)
    books = tuple(codebook(tuple(versions)) for _, versions in groupby(ordered, key=lambda flow: flow.name))
    return ResponseDataset(kept, flows, books)
