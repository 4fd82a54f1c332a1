"""Texts of one person together as one document, and such a document apart again.

In front of each text stands its name in square brackets on a line of its own. The name holds the random name of the
conversation, so that nobody writes such a line by chance.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from report.exports.qdpx_types import QdpxSource, QdpxSpan, guid_of

_HEADING = re.compile(r"^\[([^\[\]\n]+)\][ \t]*\n", re.MULTILINE)
_BETWEEN = "\n\n"


def by_person(sources: Iterable[QdpxSource]) -> Iterator[QdpxSource]:
    """Yield one document for each person, in the order in which they were first heard.

    What all texts of a person share (variables with the same value) goes along. Texts are held in memory.
    """
    found: dict[str, list[QdpxSource]] = {}
    for source in sources:
        found.setdefault(dict(source.values).get("person", source.name), []).append(source)
    for person, some in found.items():
        yield _joined(person, some)


def _joined(person: str, some: list[QdpxSource]) -> QdpxSource:
    words, spans = "", list[QdpxSpan]()
    for source in some:
        words += f"{_BETWEEN if words else ''}[{source.name}]\n"
        spans += (replace(one, start=one.start + len(words), stop=one.stop + len(words)) for one in source.spans)
        words += source.words
    shared = tuple(one for one in some[0].values if all(one in source.values for source in some))
    return QdpxSource(guid_of("text", f"person/{person}"), f"person-{person}", words, tuple(spans), shared)


def apart(source: QdpxSource, known: Collection[str]) -> tuple[QdpxSource, ...]:
    """Return the texts of a document, named as the lines in front of them; a source without such lines is itself.

    A coding over several texts, or over a line between them, is cut into one for each text that it touches.
    """
    headings = [found for found in _HEADING.finditer(source.words) if found.group(1) in known]
    if not headings:
        return (source,)
    ends = [found.start() for found in headings[1:]] + [len(source.words) + len(_BETWEEN)]
    return tuple(
        _part(source, found.group(1), found.end(), end - len(_BETWEEN))
        for found, end in zip(headings, ends, strict=True)
    )


def _part(source: QdpxSource, name: str, start: int, stop: int) -> QdpxSource:
    cut = (replace(one, start=max(one.start, start) - start, stop=min(one.stop, stop) - start) for one in source.spans)
    spans = tuple(one for one in cut if one.start < one.stop)
    return QdpxSource("", name, source.words[start:stop], spans, source.values)
