"""The words in files that came with a mail: plain text, HTML, Word (.docx), OpenDocument (.odt), rich text (.rtf) and PDF.

What a file is, its first bytes say, never its name or type. Nothing is run or fetched, no document type is believed, and no
file may unpack to more than it is given: what is hostile or too large has no words here, and stays whole in the raw mail.
"""

import html
import re
import zlib
from collections.abc import Iterable
from io import BytesIO
from typing import Literal
from zipfile import BadZipFile, LargeZipFile, ZipFile

from mail.mime.charset import decode
from mail.mime.html import to_text
from mail.mime.parts import MimeParse, MimePart, content
from mail.mime.pdf import is_pdf
from mail.mime.pdf import text_of as pdf_text
from mail.mime.rtf import text_of as rtf_text
from mail.mime.sniffing import is_binary
from mail.model.parsed_mail import FileWords

_MOST_FILES = 5
"""Files that are read. A guess: who attaches more sends documents, not an answer."""
_LONGEST_FILE = 10_000_000
"""Bytes of a file that is looked at: a long letter with pictures."""
_LONGEST_XML = 4_000_000
"""Bytes of its words once unpacked: a book. A bomb unpacks to more."""
_MOST_MEMBERS = 1_000
"""Parts of a packed file. A letter has some twenty."""
_MEMBER = b"PK\x01\x02"
"""What each part has in the list of them (APPNOTE 4.3.12)."""
_LONGEST_WORDS = 50_000
"""Characters that are kept of one file: far more than anybody answers."""
_DOCX, _ODT = "word/document.xml", "content.xml"
_OF_DOCX = re.compile(r"<w:t(?:\s[^<>]{0,200})?>([^<]*)</w:t>|<w:(tab|br|cr)\b[^<>]{0,200}>|</w:(p)>")
_LEFT_OUT = ("office:annotation", "text:tracked-changes", "office:forms")
"""Remarks of others, words that were taken out, and forms: none of them is a word of the letter."""
_OF_ODT = re.compile(r"<(/text:p|/text:h|text:line-break|text:tab|text:s)\b[^<>]{0,500}>|<[^<>]{0,2000}>")
_BREAKS = {"/text:p": "\n", "/text:h": "\n", "text:line-break": "\n", "text:tab": "\t", "text:s": " "}
_GAP = re.compile(r"\n(?:[ \t]*\n){2,}")
_DECLARES = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_TEXTS = (".txt", ".text", ".md")
_PAGES = (".htm", ".html")


def read_files(parts: Iterable[MimePart]) -> tuple[FileWords, ...]:
    """Return the words of files, in the order in which they came; a file without any is not among them. Never raises."""
    found = []
    for part in [one for one in parts if _may_hold_words(one)][:_MOST_FILES]:
        told = words_of(content(part, MimeParse(), _LONGEST_FILE), kind=_kind_of(part))
        if told:
            found.append(FileWords(part.name[:200], told))
    return tuple(found)


def words_of(data: bytes, *, kind: Literal["", "text", "html"] = "") -> str:
    """Return the words of one file, or "" where it holds none that can be read. `kind`: it says that it is a text, or a page."""
    if data.startswith(b"PK\x03\x04"):
        told = _packed(data)
    elif data.startswith(b"{\\rtf"):
        told = rtf_text(data)
    elif is_pdf(data):
        told = pdf_text(data)
    elif kind == "html" and not is_binary(data):
        told = to_text(decode(data)[0])
    elif kind == "text" and not is_binary(data):
        told = decode(data)[0]
    else:
        told = ""
    return _GAP.sub("\n\n", told.replace("\r\n", "\n").replace("\x00", "")).strip()[:_LONGEST_WORDS]


def _packed(data: bytes) -> str:
    if data.count(_MEMBER) > _MOST_MEMBERS:
        return ""
    try:
        with ZipFile(BytesIO(data)) as packed:
            names = packed.namelist()
            if _DOCX in names:
                return _of_docx(_member(packed, _DOCX))
            return _of_odt(_member(packed, _ODT)) if _ODT in names else ""
    except (BadZipFile, LargeZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError, zlib.error):
        return ""  # damaged, locked with a password, or packed in a way that nobody uses


def _member(packed: ZipFile, name: str) -> str:
    """Return one part of a packed file as text; "" where it is too large, or declares types of its own."""
    with packed.open(name) as member:
        data = member.read(_LONGEST_XML + 1)
    told = data.decode("utf-8", "replace") if len(data) <= _LONGEST_XML else ""
    return "" if _DECLARES.search(told) else told


def _of_docx(xml: str) -> str:
    return "".join(
        html.unescape(found[1]) if found[1] is not None else "\t" if found[2] == "tab" else "\n"
        for found in _OF_DOCX.finditer(xml)
    )


def _of_odt(xml: str) -> str:
    body = xml[max(0, xml.find("<office:body")) :]
    for name in _LEFT_OUT:
        first, *others = body.split(f"<{name}")
        body = first + "".join(other.partition(f"</{name}>")[2] for other in others)
    return html.unescape(_OF_ODT.sub(lambda found: _BREAKS.get(found[1] or "", ""), body))


def _kind_of(part: MimePart) -> Literal["", "text", "html"]:
    if part.type == "text/html" or part.name.lower().endswith(_PAGES):
        return "html"
    return "text" if _is_text(part) else ""


def _is_text(part: MimePart) -> bool:
    return part.type in ("text/plain", "text/markdown") or part.name.lower().endswith(_TEXTS)


def _may_hold_words(part: MimePart) -> bool:
    return _is_text(part) or part.type.partition("/")[0] in ("application", "text")
