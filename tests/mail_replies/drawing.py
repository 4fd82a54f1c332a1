"""Draws a laid-out reply as a mail program would: as plain text, as HTML, and as the bytes of a mail."""

import re
import textwrap
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from html import escape
from urllib.parse import quote

from mail_replies.clients import Client, Form, Html
from mail_replies.languages import Language
from mail_replies.letters import Letter
from mail_replies.positions import Piece, Plan

PERSON = "Ada Example <ada@example.net>"
RULE = "_" * 32
CLOSING = re.compile(r"(?:</[a-z:]+>|<br>|<o:p>)*$")


@dataclass(frozen=True)
class Desk:
    """Everything that decides how a plan looks: the letter, the program, its language and form."""

    letter: Letter
    client: Client
    language: Language
    form: Form
    plan: Plan
    is_late: bool
    """Which of the two dates stands in the head."""
    is_guarded: bool
    """A gateway rewrote the links of the letter and put a warning on top."""

    @property
    def mark(self) -> str:
        return "" if self.plan.is_copied or self.plan.colour else self.client.mark

    def head(self, name: str = "") -> list[str]:
        """Return the lines before a quoted message, by `name` or by us."""
        sender, address = (name, "ada@example.net") if name else (self.letter.sender, self.letter.address)
        date = self.language.dates[self.is_late]
        if self.client.head.startswith("line"):
            line = self.language.wrote.format(date=date, name=sender, addr=address)
            return line.replace("<", "<\n", 1).split("\n") if self.client.head == "line-wrapped" else [line]
        if self.client.head in {"bare", "none"}:
            return []
        return self._block(sender, address, date)

    def _block(self, sender: str, address: str, date: str) -> list[str]:
        who, sent, to, subject = self.language.labels
        block = [
            f"{who}: {sender} <{address}>",
            f"{sent}: {date}",
            f"{to}: {PERSON}",
            f"{subject}: {self.letter.subject}",
        ]
        original = self.language.original
        above = {
            "block": [],
            "block-rule": [RULE],
            "block-dashes": [f"-----{original}-----"],
            "phone-dashes": [f"-------- {original} --------"],
        }
        return [*above[self.client.head], *block]


def as_text(desk: Desk) -> str:
    """Return the reply as the program's plain text."""
    blocks: list[tuple[str, list[str]]] = []
    level = 0
    for piece in desk.plan.pieces:
        if piece.role == "head":
            blocks.append((piece.role, _marked(desk, desk.head(piece.text), level)))
            level += 1
        elif piece.role == "end":
            level -= 1
        elif piece.is_joined and blocks:
            gap = "" if piece.text[0] in " ,;" else "  "
            blocks[-1][1][-1] += gap + piece.text
        else:
            blocks.append((piece.role, _block(desk, piece, level)))
    return _joined(desk, [(role, lines) for role, lines in blocks if lines]) + "\n"


def _block(desk: Desk, piece: Piece, level: int) -> list[str]:
    if piece.role == "ours":
        return _marked(desk, _ours(desk, piece.section), level)
    if piece.role == "other":
        return _marked(desk, piece.text.split("\n"), level)
    width = desk.client.width if piece.role == "typed" else 0
    return [folded for line in piece.text.split("\n") for folded in _fold(line, width)] if piece.text else []


def _joined(desk: Desk, blocks: list[tuple[str, list[str]]]) -> str:
    """Set blank lines between blocks; between two quoted ones the blank line is quoted too."""
    lines: list[str] = []
    mark = desk.mark.rstrip()
    for role, block in blocks:
        is_run_on = desk.plan.is_tight and role in {"ours", "typed"}
        if lines and mark and lines[-1].startswith(mark) and block[0].startswith(mark):
            lines.append(mark)
        elif lines and not is_run_on:
            lines.append("")
        lines += block
    return "\n".join(lines)


def _ours(desk: Desk, section: int) -> list[str]:
    is_from_html = desk.form != "text" and not desk.plan.is_copied
    if not is_from_html:
        found = [part.body.split("\n") for part in desk.letter.texts if part.section == section]
    else:
        found = [part.plain.split("\n") for part in desk.letter.htmls if part.section == section]
    if desk.plan.is_copied:
        found = found[:1]
    lines: list[str] = []
    for paragraph in found:
        lines += [*([""] if lines else []), *paragraph]
    if is_from_html:
        lines = [_bulleted(desk, line) for line in lines]
        lines = [folded for line in lines for folded in _fold(line, desk.client.width)]
    return [_guarded(desk, line) for line in lines]


def _bulleted(desk: Desk, line: str) -> str:
    return (
        desk.client.bullet + line.strip().removeprefix("- ")
        if line.startswith("   - ") and desk.client.bullet
        else line
    )


def _guarded(desk: Desk, line: str) -> str:
    if not desk.is_guarded or not line.startswith("https://"):
        return line
    return f"https://eur01.safelinks.example.com/?url={quote(line, safe='')}&data=05%7C02%7Cada%40example.net"


def _marked(desk: Desk, lines: list[str], level: int) -> list[str]:
    if not desk.mark or level == 0:
        return lines
    mark = desk.mark * level
    return [part for line in lines for part in _marked_line(desk, mark, line)]


def _marked_line(desk: Desk, mark: str, line: str) -> list[str]:
    first, *rest = _fold(line, desk.plan.fold)
    return [f"{mark}{first}".rstrip(), *(part if desk.plan.is_fold_broken else f"{mark}{part}" for part in rest)]


def _fold(line: str, width: int) -> list[str]:
    if not width or len(line) <= width:
        return [line]
    return textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) or [""]


def as_html(desk: Desk) -> str:
    """Return the reply as the program's HTML."""
    html = desk.client.html
    assert html is not None
    out: list[str] = []
    level = 0
    for piece in desk.plan.pieces:
        if piece.role == "head":
            out.append(f"{html.before}{_html_head(desk, piece.text)}{html.quote}" if not desk.plan.is_copied else "")
            level += 1
        elif piece.role == "end":
            out.append(f"{html.unquote}{html.after}" if not desk.plan.is_copied else "")
            level -= 1
        elif piece.role == "ours":
            out += _html_ours(desk, piece.section)
        elif piece.is_joined and out:
            out[-1] = _appended(desk, out[-1], piece.text)
        else:
            out.append(_html_typed(desk, piece, level))
    return f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>{"".join(out)}</body></html>'


def _html_head(desk: Desk, name: str) -> str:
    lines = desk.head(name)
    if desk.client.head.startswith("line"):
        return escape("".join(lines)) + "<br>"
    bold = [
        f"<b>{label}:</b>{rest}" for label, _, rest in (escape(line).partition(":") for line in lines if ": " in line)
    ]
    rules = [escape(line) for line in lines if ": " not in line and line != RULE]
    return "<br>\n".join([*rules, *bold])


def _html_ours(desk: Desk, section: int) -> list[str]:
    parts = [part for part in desk.letter.htmls if part.section == section]
    if desk.plan.is_copied:
        parts = parts[:1]
    style = 'class="MsoNormal"' if desk.client.name.startswith("outlook") else 'dir="ltr"'
    return [part.body.replace("<p>", f"<p {style}>") for part in parts]


def _appended(desk: Desk, fragment: str, text: str) -> str:
    """Put text into the last element of a fragment, on the line that it ends with."""
    closing = CLOSING.search(fragment)
    assert closing is not None
    return f"{fragment[: closing.start()]} {_coloured(desk, escape(text))}{fragment[closing.start() :]}"


def _html_typed(desk: Desk, piece: Piece, level: int) -> str:
    if not piece.text:
        return ""
    html = desk.client.html
    assert html is not None
    lines = [escape(line) for line in piece.text.split("\n")]
    if piece.role == "typed":
        lines = [_coloured(desk, line) for line in lines]
    lines = [html.para.format(line or "<br>") for line in lines]
    is_split = level == 1 and piece.role == "typed" and desk.mark and "<blockquote" in html.quote
    return _outside(html, "".join(lines)) if is_split else "".join(lines)


def _outside(html: Html, typed: str) -> str:
    """Break the quotation open, as programs do that mark it with a bar."""
    return f"{html.unquote}{typed}{html.quote[html.quote.index('<blockquote') :]}"


def _coloured(desk: Desk, text: str) -> str:
    return f'<span style="color:{desk.plan.colour}">{text}</span>' if desk.plan.colour and text else text


def as_mail(desk: Desk, number: int) -> bytes:
    """Return the bytes of the reply as they arrive."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = PERSON
    mail["To"] = desk.letter.address
    mail["Subject"] = f"{desk.language.answer}: {desk.letter.subject}"
    mail["Message-ID"] = f"<{number:08x}.{desk.client.name}@mail.example.net>"
    mail["In-Reply-To"] = mail["References"] = f"<inv.{number:08x}@feedback.example.org>"
    mail["Date"] = "Tue, 03 Mar 2026 11:20:00 +0000"
    if desk.client.mailer:
        mail["X-Mailer"] = desk.client.mailer
    if desk.form in {"text", "both"}:
        mail.set_content(as_text(desk), cte=desk.client.encoding)
    if desk.form == "html":
        mail.set_content(as_html(desk), subtype="html", cte=desk.client.encoding)
    if desk.form == "both":
        mail.add_alternative(as_html(desk), subtype="html", cte=desk.client.encoding)
        mail.set_boundary(f"=_part_{number:08x}")
    return mail.as_bytes()
