"""Letters as they leave: read back by the standard library, header by header, and both forms word by word."""

from dataclasses import replace
from email import message_from_bytes
from email.header import decode_header, make_header
from email.headerregistry import AddressHeader
from email.utils import parseaddr

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from feedback.conversation.messages import Outbound
from feedback.errors import GiveUp
from feedback.flows.model import Choice
from feedback.flows.words import Words
from mail.classify.reply_tokens import bounce_to, message_id, reply_to, tokens_in
from mail.model.expected_answers import LetterItem
from mail.outgoing.mime_builder import compose
from mail.outgoing.text import Letter, letter_for, letter_for_flow
from tests.mail.written import ALL_FLOWS, ENVELOPE, HARBOUR, INVITATION, PEOPLE, TOKEN, WORDS, body, made, read

KNOWN_HEADERS = set(made().keys())


def test_every_header_of_an_invitation_is_there_and_no_other():
    message = made()

    assert dict(message.items()) == {
        "From": f"{HARBOUR} <feedback@example.org>",
        "Reply-To": f"{HARBOUR} <feedback+{TOKEN}@example.org>",
        "To": "ada@example.net",
        "Subject": "A few questions from Harbour Trust",
        "Date": "Mon, 02 Mar 2026 09:30:00 +0000",
        "Message-ID": "<inv.letter.mac@example.org>",
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "OOF, AutoReply",
        "Precedence": "bulk",
        "List-Id": "<people.example.org>",
        "List-Unsubscribe": f"<https://talk.example.org/stop/{TOKEN}>, "
        f"<mailto:feedback+{TOKEN}@example.org?subject=STOP>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Feedback-ID": "people:example.org:invitation:sayso",
        "MIME-Version": "1.0",
        "Content-Language": "en",
        "Content-Type": 'multipart/alternative; boundary="edge0123456789"',
    }
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]


def test_a_reminder_refers_to_the_invitation_and_an_answer_says_that_it_is_one():
    thanks = letter_for(Outbound("Thank you."), WORDS, organisation=HARBOUR)
    reminder = made(
        letter_for_flow(PEOPLE, WORDS, kind="reminder"), in_reply_to="<a@b.example>", references=("<a@b.example>",)
    )
    answer = made(thanks, in_reply_to="<c@d.example>", references=("<a@b.example>", "junk", "<c@d.example>"))

    assert (reminder["In-Reply-To"], reminder["References"]) == ("<a@b.example>", "<a@b.example>")
    assert (reminder["Auto-Submitted"], reminder["Precedence"]) == ("auto-generated", "bulk")
    assert (answer["In-Reply-To"], answer["References"]) == ("<c@d.example>", "<a@b.example> <c@d.example>")
    assert (answer["Auto-Submitted"], answer["Precedence"]) == ("auto-replied", None)
    assert answer["List-Unsubscribe"] is not None


def test_a_last_word_has_nothing_to_stop_and_a_page_without_https_is_no_button():
    farewell = made(letter_for(Outbound("We have stopped.", kind="farewell"), WORDS))
    plain = made(stop_url="http://127.0.0.1:8000/stop/x")

    assert [farewell[name] for name in ("List-Id", "List-Unsubscribe", "List-Unsubscribe-Post")] == [None] * 3
    assert "STOP" not in body(farewell, "plain")
    assert plain["List-Unsubscribe"] == f"<mailto:feedback+{TOKEN}@example.org?subject=STOP>"
    assert plain["List-Unsubscribe-Post"] is None


def test_a_mailbox_without_plus_addresses_gets_plain_ones():
    composed = compose(INVITATION, replace(ENVELOPE, has_plus=False), WORDS)
    message = read(composed)

    assert composed.sender == "feedback@example.org"
    assert str(message["Reply-To"]) == f"{HARBOUR} <feedback@example.org>"
    assert str(message["List-Unsubscribe"]).endswith(f"<mailto:feedback@example.org?subject=STOP%20{TOKEN}>")
    assert f"Reference: {TOKEN}" in composed.sent.text


def test_many_references_keep_the_first_and_the_latest():
    ids = tuple(f"<{number}@x.example>" for number in range(30))

    references = str(made(in_reply_to=ids[-1], references=ids)["References"]).split()

    assert references == [ids[0], *ids[-9:]]


def test_the_same_letter_is_made_the_same_to_the_byte_and_bounces_come_to_its_own_address():
    first, second = (compose(INVITATION, ENVELOPE, WORDS) for _ in range(2))

    assert first == second
    assert first.sender == bounce_to("feedback@example.org", TOKEN)
    assert first.sent.items == INVITATION.items


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(name=st.text(max_size=80), subject=st.text(max_size=120), word=st.text(max_size=20))
def test_no_name_subject_or_word_can_break_out_of_its_header(name: str, subject: str, word: str):
    attack = f"{name}\r\nBcc: eve@example.com\n\n{word}"
    letter = replace(INVITATION, subject=f"{subject}\r\nX-Evil: 1\r\n\r\nbody", language=word)

    message = made(letter, organisation=attack, campaign=word + attack, in_reply_to=attack, stop_url=attack)

    assert set(message.keys()) <= KNOWN_HEADERS | {"In-Reply-To", "References"}
    assert len(message.keys()) == len(set(message.keys()))
    sender, to = message["From"], message["To"]
    assert isinstance(sender, AddressHeader)
    assert isinstance(to, AddressHeader)
    assert [address.addr_spec for address in (*sender.addresses, *to.addresses)] == [
        "feedback@example.org",
        "ada@example.net",
    ]


@pytest.mark.parametrize(
    "name", ['Ymddiriedolaeth Môr, "Cymru" (elusen)', "Дім біля моря " * 6, "=?utf-8?q?not_one?=", "a, b <c@d.example>"]
)
def test_any_name_reads_back_as_it_was_written(name: str):
    raw = compose(INVITATION, replace(ENVELOPE, organisation=name), WORDS).raw
    shown, address = parseaddr(message_from_bytes(raw)["From"])

    assert str(make_header(decode_header(shown))) == " ".join(name.split())
    assert address == "feedback@example.org"


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text(max_size=200), max_size=4),
    st.lists(st.text(min_size=1, max_size=300), max_size=4),
    st.lists(st.text(max_size=70), max_size=6),
)
def test_any_letter_reads_back_as_the_text_that_is_kept_of_it(said: list[str], asks: list[str], labels: list[str]):
    choices = tuple(Choice(str(number), label) for number, label in enumerate(labels))
    items = tuple(LetterItem(number, f"q{number}", ask, "one", choices) for number, ask in enumerate(asks, 1))
    letter = Letter("talk", "Hello", tuple(said), items, closing=tuple(said))

    composed = compose(letter, ENVELOPE, WORDS)
    message = read(composed)

    assert body(message, "plain") == composed.sent.text
    assert all(len(line) <= 78 for line in composed.raw.split(b"\r\n"))
    assert composed.raw.count(b"\n") == composed.raw.count(b"\r\n")
    assert "\n\n\n" not in composed.sent.text
    assert [line for line in composed.sent.text.split("\n") if len(line) > 72 and " " in line.strip()] == []


@pytest.mark.parametrize("name", sorted(ALL_FLOWS))
def test_both_forms_say_the_same_words_in_the_same_order(name: str):
    composed = compose(letter_for_flow(ALL_FLOWS[name], WORDS, organisation=HARBOUR), ENVELOPE, WORDS)
    tree = LexborHTMLParser(body(read(composed), "html"))
    assert tree.body is not None

    assert tree.body.text(separator=" ").split() == composed.sent.text.split()
    assert tree.css_first("html").attributes == {"lang": "en"}
    assert [node.text() for node in tree.css("title, h1")] == ["A few questions from Harbour Trust"] * 2
    assert tree.css("img, script, link, iframe, [src], [onload]") == []
    assert {node.attributes["href"] for node in tree.css("[href]")} == {
        ENVELOPE.page_url,
        ENVELOPE.stop_url,
        "https://talk.example.org/privacy",
    }
    assert "url(" not in tree.html


def test_a_reply_to_a_letter_leads_back_to_it_by_each_of_its_marks():
    ours = message_id("letter", "example.org", lambda letter: f"{letter}00")
    message = made(message_id=ours)
    addresses = [address.addr_spec for address in message["Reply-To"].addresses]
    found = tokens_in(
        addresses,
        [str(message["Message-ID"])],
        body(message, "plain"),
        mail_address=ENVELOPE.from_address,
        sign=lambda letter: f"{letter}00",
    )

    assert addresses == [reply_to(ENVELOPE.from_address, TOKEN)]
    assert [tuple(clue) for clue in found] == [("address", TOKEN), ("letter", "letter"), ("line", TOKEN)]


@pytest.mark.parametrize(
    "to",
    ["", "ada", "ada@", "@example.net", "ada@example.net\r\nRCPT TO:<eve@example.com>", "a b@example.net",
     "<ada@example.net>", "ada@exa mple.net", "ådå@example.net", "ada@example..net", "ada@😀 .net"],
)  # fmt: skip
def test_an_address_that_is_none_is_refused_without_being_told(to: str):
    with pytest.raises(GiveUp) as fault:
        compose(INVITATION, replace(ENVELOPE, to=to), WORDS)

    assert "ada" not in str(fault.value)


def test_a_domain_in_another_script_travels_in_ascii():
    assert compose(INVITATION, replace(ENVELOPE, to="ada@môr.example"), WORDS).to == "ada@xn--mr-8ja.example"


def test_a_letter_without_a_name_a_page_or_signposts_is_whole():
    bare = Words(texts=WORDS.texts, labels=WORDS.labels)
    envelope = replace(ENVELOPE, organisation="", public_url="", page_url="", stop_url="", why="You wrote to us.")
    composed = compose(letter_for_flow(PEOPLE, bare), envelope, bare)
    message = read(composed)

    assert str(message["From"]) == "feedback@example.org"
    assert str(message["Subject"]) == "A few questions from us"
    assert "http" not in composed.sent.text
    assert "You wrote to us." in composed.sent.text


def test_a_language_that_is_read_from_the_right_says_so():
    composed = compose(replace(INVITATION, language="ur"), ENVELOPE, WORDS)

    assert '<html lang="ur" dir="rtl">' in body(read(composed), "html")
