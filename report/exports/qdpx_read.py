"""Projects and codebooks of other programs read (REFI-QDA 1.0), with a list of what was left out.

Names of files and folders are looked up whatever their case: programs differ. A document type is refused, since no
program writes one and it is the way to make a reader fetch or blow up.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from uuid import UUID
from xml.etree import ElementTree as ET
from xml.parsers import expat

from feedback.errors import SaysoError
from report.exports.qdpx_types import QdpxCode, QdpxCoder, QdpxProject, QdpxSource, QdpxSpan

ELEMENTS_MOST = 1_000_000
"""Parts of an XML file at most: 30,000 texts with their codings and variables have about as many."""
DEPTH_MOST = 100
"""Parts in parts at most. Codes in codes seldom go deeper than five."""
_KNOWN = frozenset({"Users", "CodeBook", "Variables", "Sources"})


def read_qdpx(files: Mapping[str, bytes]) -> QdpxProject:
    """Return the project in the files of a .qdpx (by their path). Raises SaysoError where there is none."""
    by_path = {path.lower().replace("\\", "/"): content for path, content in files.items()}
    name = next((path for path in by_path if path.endswith(".qde") and "/" not in path), None)
    if name is None:
        raise SaysoError("This is no REFI-QDA project: it holds no project.qde.")
    root = _parsed(by_path[name], "Project")
    left_out: Counter[str] = Counter()
    left_out.update(_name(child) for child in root if _name(child) not in _KNOWN)
    names = _variable_names(root)
    sources = tuple(_sources(root, by_path, names, left_out))
    return QdpxProject(
        name=root.get("name", ""),
        codes=tuple(_codes(_child(root, "CodeBook"), "")),
        coders=tuple(QdpxCoder(_guid(user), user.get("name", "")) for user in _children(root, "Users")),
        sources=sources,
        made_at=_time(root.get("creationDateTime")),
        left_out=tuple(f"{what}: {count}" for what, count in sorted(left_out.items())),
    )


def read_qdc(content: bytes) -> QdpxProject:
    """Return the codes of a .qdc, in a project of no texts. Raises SaysoError where it is none."""
    root = _parsed(content, "CodeBook")
    left_out = Counter(_name(child) for child in root if _name(child) != "Codes")
    told = tuple(f"{what}: {count}" for what, count in sorted(left_out.items()))
    return QdpxProject("", codes=tuple(_codes(root, "")), left_out=told)


def _parsed(content: bytes, wanted: str) -> ET.Element:
    builder = _Builder()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.tree.data
    parser.StartDoctypeDeclHandler = _refuse_document_type
    try:
        parser.Parse(content, True)  # noqa: FBT003 - the function takes it by place only
    except expat.ExpatError as error:
        place = f"line {error.lineno}, character {error.offset}"
        raise SaysoError(f"This is not XML ({place}). Export it again.") from None
    root: ET.Element = builder.tree.close()
    if _name(root) != wanted:
        raise SaysoError(f"This is no REFI-QDA file: it begins with <{_name(root)}>, not with <{wanted}>.")
    return root


class _Builder:
    """Builds the tree, as long as it is no larger than a project can be: a small file may unpack to a very large one."""

    def __init__(self) -> None:
        self.tree = ET.TreeBuilder()
        self._count = self._depth = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        self._depth += 1
        if self._count > ELEMENTS_MOST or self._depth > DEPTH_MOST:
            raise SaysoError("This file has more parts, or parts in parts, than any project. It was not read.")
        self.tree.start(name, attributes)

    def end(self, name: str) -> None:
        self._depth -= 1
        self.tree.end(name)


def _refuse_document_type(*_: object) -> None:
    raise SaysoError("This file has a document type, which no such program writes. It was not read.")


def _decoded(content: bytes) -> str:
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    return content.decode(encoding, errors="replace")


def _codes(holder: ET.Element | None, parent: str) -> Iterator[QdpxCode]:
    """Yield codes depth first, each before those under it."""
    if holder is None:
        return
    waiting = [(code, parent) for code in reversed(_all(holder, "Codes", "Code"))]
    while waiting:
        element, above = waiting.pop()
        guid = _guid(element)
        yield QdpxCode(guid, element.get("name", ""), _memo(element), above)
        waiting += [(code, guid) for code in reversed(_named(element, "Code"))]


def _sources(
    root: ET.Element, files: Mapping[str, bytes], names: Mapping[str, str], left_out: Counter[str]
) -> Iterator[QdpxSource]:
    for element in _children(root, "Sources"):
        if _name(element) != "TextSource":
            left_out[_name(element)] += 1
            continue
        words = _words(element, files)
        if words is None:
            left_out["TextSource without its text"] += 1
            continue
        yield QdpxSource(
            guid=_guid(element),
            name=element.get("name", ""),
            words=words,
            spans=tuple(_spans(element, len(words), left_out)),
            values=tuple(_values(element, names)),
        )


def _words(element: ET.Element, files: Mapping[str, bytes]) -> str | None:
    inside = _child(element, "PlainTextContent")
    if inside is not None:
        return inside.text or ""
    path = element.get("plainTextPath", "").lower().replace("\\", "/")
    name = path.rpartition("://")[2].rpartition("/")[2]
    content = files.get(f"sources/{name}", files.get(name)) if name else None
    return None if content is None else _decoded(content)


def _spans(element: ET.Element, length: int, left_out: Counter[str]) -> Iterator[QdpxSpan]:
    """Yield codings: of parts, and of the whole text. A selection that nobody coded is a note, and left out."""
    for coding in _named(element, "Coding"):
        yield from _coded(coding, 0, length, "")
    for selection in _named(element, "PlainTextSelection"):
        start, stop = (_whole(selection.get(name)) for name in ("startPosition", "endPosition"))
        codings = _named(selection, "Coding")
        if start is None or stop is None or not 0 <= start < stop <= length:
            left_out["PlainTextSelection outside its text"] += 1
        elif not codings:
            left_out["PlainTextSelection without a code"] += 1
        else:
            for coding in codings:
                yield from _coded(coding, start, stop, _memo(selection))


def _coded(coding: ET.Element, start: int, stop: int, memo: str) -> Iterator[QdpxSpan]:
    for reference in _named(coding, "CodeRef"):
        yield QdpxSpan(
            guid=_guid(coding),
            code=_guid(reference, "targetGUID"),
            start=start,
            stop=stop,
            coder=_guid(coding, "creatingUser") if coding.get("creatingUser") else "",
            at=_time(coding.get("creationDateTime")),
            memo=memo,
        )


def _variable_names(root: ET.Element) -> dict[str, str]:
    return {_guid(variable): variable.get("name", "") for variable in _children(root, "Variables")}


def _values(element: ET.Element, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for held in _named(element, "VariableValue"):
        reference = _child(held, "VariableRef")
        value = next((one.text or "" for one in held if _name(one).endswith("Value")), "")
        if reference is not None:
            yield names.get(_guid(reference, "targetGUID"), ""), value


def _guid(element: ET.Element, attribute: str = "guid") -> str:
    """Return a GUID in the one form that we use; programs write it bare or in braces, in either case."""
    try:
        return str(UUID(element.get(attribute, "")))
    except ValueError:
        raise SaysoError(f"A <{_name(element)}> of this file has no {attribute} that can be read.") from None


def _time(text: str | None) -> datetime | None:
    try:
        at = datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
    return at.replace(tzinfo=UTC) if at is not None and at.tzinfo is None else at


def _whole(text: str | None) -> int | None:
    return int(text) if text and text.strip().isdecimal() else None


def _memo(element: ET.Element) -> str:
    found = _child(element, "Description")
    return "" if found is None else found.text or ""


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def _named(element: ET.Element, name: str) -> list[ET.Element]:
    return [child for child in element if _name(child) == name]


def _child(element: ET.Element, name: str) -> ET.Element | None:
    return next(iter(_named(element, name)), None)


def _all(element: ET.Element, holder: str, name: str) -> list[ET.Element]:
    return [child for one in _named(element, holder) for child in _named(one, name)]


def _children(root: ET.Element, holder: str) -> list[ET.Element]:
    return [child for one in _named(root, holder) for child in one]
