"""Projects written as REFI-QDA 1.0 (.qdpx and .qdc), in the subset that every program reads.

Each comment is a text file of its own; every coding has a selection of its own, for memos belong to selections. Empty
containers are not valid, so they are left out. Element order is that of the published schema.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from report.qdpx import Code, Project, Source, Span, guid_of

PROJECT = "urn:QDA-XML:project:1.0"
CODEBOOK = "urn:QDA-XML:codebook:1.0"
_ORIGIN = "sayso"
_COLOURS = ("#1b6ca8", "#b35900", "#2e7d32", "#8e3b9e", "#a12a2a", "#00727a", "#6b5b00", "#4a4a8a")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def qdpx_files(project: Project) -> dict[str, bytes]:
    """Return the files of a .qdpx: `project.qde`, and one text for each source in `sources/`."""
    files = {"project.qde": _xml(_project(project))}
    return files | {f"sources/{source.guid}.txt": source.words.encode() for source in project.sources}


def qdc_file(project: Project) -> bytes:
    """Return the codes of a project as a .qdc: a code book for other projects."""
    root = ET.Element("CodeBook", {"xmlns": CODEBOOK, "origin": _ORIGIN})
    _add_codes(root, project.codes)
    return _xml(root)


def _project(project: Project) -> ET.Element:
    root = ET.Element("Project", {"xmlns": PROJECT, "name": _clean(project.name), "origin": _ORIGIN})
    if project.made_at:
        root.set("creationDateTime", _time(project.made_at))
    if project.coders:
        users = ET.SubElement(root, "Users")
        for coder in project.coders:
            ET.SubElement(users, "User", {"guid": coder.guid, "name": _clean(coder.name)})
    if project.codes:
        _add_codes(ET.SubElement(root, "CodeBook"), project.codes)
    names = dict.fromkeys(name for source in project.sources for name, _ in source.values)
    variables = {name: guid_of("variable", name) for name in names}
    if variables:
        _add_variables(root, variables)
    if project.sources:
        sources = ET.SubElement(root, "Sources")
        for source in project.sources:
            _add_source(sources, source, variables)
    return root


def _add_codes(book: ET.Element, codes: Iterable[Code]) -> None:
    """Nest codes under their parents; one whose parent is missing, or its own descendant, stands on top."""
    ordered = tuple(codes)
    by_parent: dict[str, list[Code]] = {}
    for code in ordered:
        by_parent.setdefault(_sound_parent(code, {one.guid: one.parent for one in ordered}), []).append(code)
    if not ordered:
        return
    waiting = [(ET.SubElement(book, "Codes"), "")]
    while waiting:
        holder, parent = waiting.pop()
        waiting += [(_add_code(holder, code), code.guid) for code in by_parent.get(parent, ())]


def _sound_parent(code: Code, parents: Mapping[str, str]) -> str:
    seen, at = {code.guid}, code.parent
    while at:
        if at not in parents or at in seen:
            return ""
        seen.add(at)
        at = parents[at]
    return code.parent


def _add_code(holder: ET.Element, code: Code) -> ET.Element:
    colour = _COLOURS[int(code.guid[-4:], 16) % len(_COLOURS)]
    given = {"guid": code.guid, "name": _clean(code.name), "isCodable": "true", "color": colour}
    element = ET.SubElement(holder, "Code", given)
    _add_memo(element, code.memo)
    return element


def _add_variables(root: ET.Element, variables: Mapping[str, str]) -> None:
    holder = ET.SubElement(root, "Variables")
    for name, guid in variables.items():
        ET.SubElement(holder, "Variable", {"guid": guid, "name": _clean(name), "typeOfVariable": "Text"})


def _add_source(holder: ET.Element, source: Source, variables: Mapping[str, str]) -> None:
    path = f"internal://{source.guid}.txt"
    given = {"guid": source.guid, "name": _clean(source.name), "plainTextPath": path}
    element = ET.SubElement(holder, "TextSource", given)
    for span in source.spans:
        _add_span(element, span)
    for name, value in source.values:
        held = ET.SubElement(element, "VariableValue")
        ET.SubElement(held, "VariableRef", {"targetGUID": variables[name]})
        ET.SubElement(held, "TextValue").text = _clean(value)


def _add_span(holder: ET.Element, span: Span) -> None:
    by = {"creatingUser": span.coder} if span.coder else {}
    at = {"creationDateTime": _time(span.at)} if span.at else {}
    places = {"startPosition": str(span.start), "endPosition": str(span.stop)}
    selection = ET.SubElement(
        holder, "PlainTextSelection", {"guid": guid_of("selection", span.guid), **places, **by, **at}
    )
    _add_memo(selection, span.memo)
    coding = ET.SubElement(selection, "Coding", {"guid": span.guid, **by, **at})
    ET.SubElement(coding, "CodeRef", {"targetGUID": span.code})


def _add_memo(element: ET.Element, memo: str) -> None:
    if memo:
        ET.SubElement(element, "Description").text = _clean(memo)


def _clean(text: str) -> str:
    """Return a text as XML can hold it: with one kind of line end, and a mark for what it cannot."""
    return _NOT_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def _time(at: datetime) -> str:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _xml(root: ET.Element) -> bytes:
    content: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return content
