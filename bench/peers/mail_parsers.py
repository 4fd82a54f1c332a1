"""Other reply parsers on the mails that come in, one in base64 a line: prints the replies and the time they took.

Run by the Python of .venv-peers: `python mail_parsers.py NAME TIMES`. Each mail is read by the standard library; HTML
without a text twin is drawn as text, once for all of them, where a library knows plain text only.
"""

import base64
import email
import email.policy
import gc
import json
import sys
import time
import warnings
from collections.abc import Callable

warnings.simplefilter("ignore")  # theirs, about their own dependencies

import lxml.html  # noqa: E402 - after the filter

Parse = Callable[[str, bool], str]
BLOCKS = ("p", "div", "br", "li", "tr", "h1", "h2", "h3", "blockquote", "hr", "ul")
LANGUAGES = ["en", "da", "nl", "fr", "de", "it", "ja", "pl", "sv", "cs", "es", "ko", "zh"]


def bodies(raw: bytes) -> tuple[str, bool]:
    """Return the text of a mail, or its HTML where it has no text; and whether it is HTML."""
    mail = email.message_from_bytes(raw, policy=email.policy.default)
    body = mail.get_body(("plain", "html"))
    if body is None:
        return "", False
    return body.get_content(), body.get_content_subtype() == "html"


def drawn(html: str) -> str:
    """Return HTML as lines of text."""
    tree = lxml.html.document_fromstring(html or "<p></p>")
    for element in tree.iter(*BLOCKS):
        element.tail = f"\n{element.tail or ''}"
    return tree.text_content()


def talon() -> Parse:
    from talon import quotations  # noqa: PLC0415 - only the library that is measured is loaded

    quotations.register_xpath_extensions()  # this release ships no rules for signatures

    def parse(body: str, is_html: bool) -> str:  # noqa: FBT001 - one shape for all
        return drawn(quotations.extract_from_html(body)) if is_html else quotations.extract_from_plain(body)

    return parse


def mail_parser_reply() -> Parse:
    from mailparser_reply import EmailReplyParser  # noqa: PLC0415 - only the library that is measured is loaded

    parser = EmailReplyParser(languages=LANGUAGES)
    return lambda body, is_html: parser.parse_reply(drawn(body) if is_html else body) or ""


def quotequail() -> Parse:
    from quotequail import quote, unwrap, unwrap_html  # noqa: PLC0415 - only the library that is measured is loaded

    def parse(body: str, is_html: bool) -> str:  # noqa: FBT001 - one shape for all
        found = unwrap_html(body) if is_html else unwrap(body)
        if is_html:
            shown = [found.get("html_top"), found.get("html_bottom")] if found else [body]
            return "\n".join(drawn(part) for part in shown if part)
        if found:
            return "\n".join(part for part in (found.get("text_top"), found.get("text_bottom")) if part)
        return "\n".join(text for is_own, text in quote(body) if is_own)

    return parse


def email_reply_parser() -> Parse:
    from email_reply_parser import EmailReplyParser  # noqa: PLC0415 - only the library that is measured is loaded

    return lambda body, is_html: EmailReplyParser.parse_reply(drawn(body) if is_html else body)


PEERS = {
    "talon-main": talon,
    "mail-parser-reply": mail_parser_reply,
    "quotequail": quotequail,
    "email-reply-parser": email_reply_parser,
}


def reply(parse: Parse, raw: bytes) -> str:
    """Return what a library makes of a mail; what it raises counts as nothing heard."""
    try:
        return parse(*bodies(raw)) or ""
    except Exception:  # noqa: BLE001 - whatever a library raises
        return ""


def main(name: str, times: int) -> None:
    parse = PEERS[name]()
    mails = [base64.b64decode(line) for line in sys.stdin]
    gc.freeze()  # for all alike: nobody pays for walking the mails that wait
    best, replies = float("inf"), []
    for _ in range(times):
        began = time.process_time()
        replies = [reply(parse, raw) for raw in mails]
        best = min(best, time.process_time() - began)
    sys.stdout.write(json.dumps({"seconds": best, "replies": replies}))


main(sys.argv[1], int(sys.argv[2]))
