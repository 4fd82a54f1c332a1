"""A project as JSON, on its way out of the process that read it."""

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

from report.exports.qdpx_types import QdpxCode, QdpxCoder, QdpxProject, QdpxSource, QdpxSpan


def dump_project(project: QdpxProject) -> str:
    """Return a project as JSON."""
    return json.dumps(asdict(project), default=datetime.isoformat)


def load_project(text: str | bytes) -> QdpxProject:
    """Return what `dump_project` wrote."""
    told: dict[str, Any] = json.loads(text)
    return QdpxProject(
        name=told["name"],
        codes=tuple(QdpxCode(**one) for one in told["codes"]),
        coders=tuple(QdpxCoder(**one) for one in told["coders"]),
        sources=tuple(_source(one) for one in told["sources"]),
        made_at=_moment(told["made_at"]),
        left_out=tuple(told["left_out"]),
    )


def _source(told: dict[str, Any]) -> QdpxSource:
    spans = tuple(QdpxSpan(**{**one, "at": _moment(one["at"])}) for one in told["spans"])
    values = tuple((name, value) for name, value in told["values"])
    return QdpxSource(told["guid"], told["name"], told["words"], spans, values)


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
