"""Projects written as REFI-QDA 1.0 (.qdpx and .qdc), in the subset that every program reads.

Each comment is a text file of its own; every coding has a selection of its own, for memos belong to selections. Empty
containers are not valid, so they are left out. Element order is that of the published schema.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from functools import lru_cache

from report.exports.qdpx_types import QdpxCode, QdpxProject, QdpxSource, QdpxSpan, guid_of

PROJECT = "urn:QDA-XML:project:1.0"
CODEBOOK = "urn:QDA-XML:codebook:1.0"
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_COLOURS = ("#1b6ca8", "#b35900", "#2e7d32", "#8e3b9e", "#a12a2a", "#00727a", "#6b5b00", "#4a4a8a")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SIGNS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_MARKS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def qdpx_files(
    project: QdpxProject, sources: Iterable[QdpxSource] | None = None
) -> Iterator[tuple[str, Iterator[str]]]:
    """Yield the files of a .qdpx with their text, piece by piece: `project.qde`, and one for each source in `sources/`.

    `sources` are gone through three times and never held together; those of the project itself where none are given.
    """
    found = project.sources if sources is None else sources
    yield "project.qde", _project(project, found)
    for source in found:
        yield f"sources/{source.guid}.txt", iter((source.words,))


def qdc_file(project: QdpxProject) -> bytes:
    """Return the codes of a project as a .qdc: a code book for other projects."""
    return f"{_HEAD}{_tag('CodeBook', _codes(project.codes), xmlns=CODEBOOK, origin='sayso')}".encode()


def _project(project: QdpxProject, sources: Iterable[QdpxSource]) -> Iterator[str]:
    names = dict.fromkeys(name for source in sources for name, _ in source.values)
    guids = {name: guid_of("variable", name) for name in names}
    variables = (_tag("Variable", guid=guid, name=name, typeOfVariable="Text") for name, guid in guids.items())
    made_at = {"creationDateTime": _time(project.made_at)} if project.made_at else {}
    yield _HEAD + _begun("Project", xmlns=PROJECT, name=project.name, origin="sayso", **made_at)
    yield _holder("Users", (_tag("User", guid=coder.guid, name=coder.name) for coder in project.coders))
    yield _holder("CodeBook", [_codes(project.codes)] if project.codes else [])
    yield _holder("Variables", variables)
    yield from _sources(sources, guids)
    yield "</Project>"


def _sources(sources: Iterable[QdpxSource], guids: Mapping[str, str]) -> Iterator[str]:
    is_begun = False
    for source in sources:
        yield _source(source, guids) if is_begun else "<Sources>" + _source(source, guids)
        is_begun = True
    if is_begun:
        yield "</Sources>"


def _codes(codes: Iterable[QdpxCode]) -> str:
    """Nest codes under their parents; one whose parent is missing, or its own descendant, stands on top."""
    ordered = tuple(codes)
    parents = {code.guid: code.parent for code in ordered}
    by_parent: dict[str, list[QdpxCode]] = {}
    for code in ordered:
        by_parent.setdefault(_sound_parent(code, parents), []).append(code)
    return _holder("Codes", (_code(code, by_parent) for code in by_parent.get("", ())))


def _sound_parent(code: QdpxCode, parents: Mapping[str, str]) -> str:
    seen, at = {code.guid}, code.parent
    while at:
        if at not in parents or at in seen:
            return ""
        seen.add(at)
        at = parents[at]
    return code.parent


def _code(code: QdpxCode, by_parent: Mapping[str, list[QdpxCode]]) -> str:
    colour = _COLOURS[int(code.guid[-4:], 16) % len(_COLOURS)]
    inside = "".join(_code(part, by_parent) for part in by_parent.get(code.guid, ()))
    return _tag("Code", _memo(code.memo) + inside, guid=code.guid, name=code.name, isCodable="true", color=colour)


def _source(source: QdpxSource, guids: Mapping[str, str]) -> str:
    values = (_value(guids[name], value) for name, value in source.values)
    inside = "".join((*map(_span, source.spans), *values))
    return _tag("TextSource", inside, guid=source.guid, name=source.name, plainTextPath=f"internal://{source.guid}.txt")


@lru_cache(maxsize=4096)  # the same few answers stand at thousands of texts
def _value(guid: str, value: str) -> str:
    return _tag("VariableValue", _tag("VariableRef", targetGUID=guid) + f"<TextValue>{_text(value)}</TextValue>")


def _span(span: QdpxSpan) -> str:
    by = {"creatingUser": span.coder} if span.coder else {}
    at = {"creationDateTime": _time(span.at)} if span.at else {}
    coding = _tag("Coding", _tag("CodeRef", targetGUID=span.code), guid=span.guid, **by, **at)
    places = {"startPosition": str(span.start), "endPosition": str(span.stop)}
    guid = guid_of("selection", span.guid)
    return _tag("PlainTextSelection", _memo(span.memo) + coding, guid=guid, **places, **by, **at)


def _memo(memo: str) -> str:
    return f"<Description>{_text(memo)}</Description>" if memo else ""


def _holder(name: str, parts: Iterable[str]) -> str:
    inside = "".join(parts)
    return _tag(name, inside) if inside else ""


def _tag(name: str, inside: str = "", /, **given: str) -> str:
    begun = _begun(name, **given)
    return f"{begun}{inside}</{name}>" if inside else f"{begun[:-1]}/>"


def _begun(name: str, /, **given: str) -> str:
    told = "".join(f' {key}="{_clean(value).translate(_MARKS)}"' for key, value in given.items())
    return f"<{name}{told}>"


def _text(text: str) -> str:
    return _clean(text).translate(_SIGNS)


def _clean(text: str) -> str:
    """Return a text as XML can hold it: with one kind of line end, and a mark for what it cannot."""
    if text.isprintable():
        return text
    return _NOT_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def _time(at: datetime) -> str:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")
