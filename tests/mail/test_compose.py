"""Letters as they leave: read back by the standard library, header by header, and both forms word by word."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.headerregistry import AddressHeader
from email.message import EmailMessage
from email.utils import parseaddr
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from config.load import FLOWS, load_flows, load_words
from feedback.answer import Answer
from feedback.errors import GiveUp
from feedback.flow import Choice, Flow
from feedback.message import Outbound, Prompt
from feedback.readability import grade, long_sentences
from feedback.words import Words
from mail.address import bounce_to, message_id, reply_to, tokens_in
from mail.align import hear
from mail.compose import Composed, compose
from mail.letter import Item
from mail.letterhead import Envelope, choices_of
from mail.writing import Letter, item_of, items_left, letter_for, letter_for_flow

WORDS = load_words("en")
ALL_FLOWS = {flow.name: flow for flow in load_flows(FLOWS, WORDS)}
PEOPLE = ALL_FLOWS["people"]
AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
TOKEN = "abcdefghijklmnopqrstuvwx23"
HARBOUR = "Harbour Trust"
ENVELOPE = Envelope(
    from_address="feedback@example.org",
    to="ada@example.net",
    token=TOKEN,
    message_id="<inv.letter.mac@example.org>",
    at=AT,
    boundary="edge0123456789",
    organisation=HARBOUR,
    campaign="people",
    public_url="https://talk.example.org",
    page_url=f"https://talk.example.org/i/{TOKEN}",
    stop_url=f"https://talk.example.org/stop/{TOKEN}",
)
INVITATION = letter_for_flow(PEOPLE, WORDS, organisation=HARBOUR)
YES_NO = (Choice("yes", "Yes"), Choice("no", "No"))


def read(composed: Composed) -> EmailMessage:
    message = message_from_bytes(composed.raw, policy=policy.default)
    assert isinstance(message, EmailMessage)
    assert [part.defects for part in message.walk()] == [[], [], []]
    return message


def body(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    assert part is not None
    assert part["Content-Transfer-Encoding"] == "quoted-printable"
    content: str = part.get_content()
    return content.replace("\r\n", "\n")


def made(letter: Letter = INVITATION, **changes: object) -> EmailMessage:
    return read(compose(letter, replace(ENVELOPE, **changes), WORDS))  # type: ignore[arg-type] # fields by name


KNOWN_HEADERS = set(made().keys())


def answered(value: str) -> Answer:
    return Answer("answered", AT, value)


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
    items = tuple(Item(number, f"q{number}", ask, "one", choices) for number, ask in enumerate(asks, 1))
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


@pytest.mark.parametrize("name", sorted(ALL_FLOWS))
def test_an_invitation_asks_for_consent_first_and_then_every_question_of_the_flow(name: str):
    flow = ALL_FLOWS[name]
    letter = letter_for_flow(flow, WORDS, organisation=HARBOUR)
    text = compose(letter, ENVELOPE, WORDS).sent.text
    squeezed = " ".join(text.split())

    assert [item.about for item in letter.items] == ["consent", *(question.id for question in flow.questions)]
    assert [item.number for item in letter.items] == list(range(1, len(letter.items) + 1))
    places = [squeezed.index(f"{item.number}. {' '.join(item.ask.split())}") for item in letter.items]
    assert places == sorted(places)
    for item, (start, end) in zip(letter.items, pairwise([*places, len(squeezed)]), strict=True):
        assert all(choice.label in squeezed[start:end] for choice in item.choices)


def test_an_invitation_says_how_to_answer_where_help_is_who_reads_it_and_how_to_stop():
    text = compose(INVITATION, ENVELOPE, WORDS).sent.text
    head, foot = text.split("The questions")[0], text.split("Help now")[-1]

    assert "In danger now? Emergency: 999." in head
    assert "Samaritans: 116 123" in foot
    for way in ("in your own words", "under each question", "1 my answer, 2 my answer", ENVELOPE.page_url):
        assert way in head
    for told in ("A person reads what you write", "reply STOP", ENVELOPE.stop_url, f"Reference: {TOKEN}"):
        assert told in foot
    assert "4Pi" not in INVITATION.subject


def test_the_example_of_an_answer_is_not_what_a_person_would_send():
    """What repeats our letter counts as ours, so the example must not be anybody's reply."""
    sent = compose(INVITATION, ENVELOPE, WORDS).sent

    heard = hear("1 yes 2 skip 4 partly\n", None, sent)

    assert [(slot.about, slot.text) for slot in heard.slots] == [("consent", "yes"), ("c1", "skip"), ("c3", "partly")]


def test_a_question_for_some_says_for_whom_it_is():
    by_id = {item.about: item for item in INVITATION.items}
    counted = {item.about: item for item in letter_for_flow(ALL_FLOWS["trust_leads"], WORDS).items}

    assert by_id["c6b"].hint == (
        "This one is for people who did not get all they needed. Leave it out if it does not fit you."
    )
    assert by_id["c9c"].hint.endswith("You do not have to tell us. You can always reply HELP.")
    assert by_id["age_band"].hint.endswith("You can also write: Prefer not to say.")
    assert by_id["c6"].hint == ""
    implied = next(question for question in ALL_FLOWS["trust_leads"].questions if question.otherwise)
    assert counted[implied.id].hint == "Leave it out if it does not fit you."


def test_the_place_of_an_invitation_can_be_picked_as_an_answer():
    letter = letter_for_flow(PEOPLE, WORDS, place="Harbour House")

    [item] = [item for item in letter.items if item.type == "place"]

    assert item.choices == (Choice("invited", "Harbour House"),)
    assert f"{item.number}. {item.ask}\n   1) Harbour House\n" in compose(letter, ENVELOPE, WORDS).sent.text


def test_what_is_left_to_answer_follows_from_the_answers_so_far():
    told = {"c1": answered("user"), "c6": answered("yes"), "c9b": answered("yes"), "about_you": answered("no")}

    left = {item.about: item for item in items_left(PEOPLE, WORDS, told)}

    assert not {"consent", "c1", "c6", "c6b", "c9b", "age_band", "ethnic_group"} & left.keys()
    assert left["c9c"].hint == "You do not have to tell us. You can always reply HELP."
    assert [item.number for item in left.values()] == list(range(1, len(left) + 1))


def test_what_a_flow_only_says_stands_before_the_next_question(every_type: Flow):
    items = items_left(every_type, WORDS)
    text = compose(Letter("talk", "Hello", (), items), ENVELOPE, WORDS).sent.text

    assert "Now a few words of ours.\n\n3. How far did you feel heard?\n" in text
    assert "Write a number from 1 to 5. 1 is: Not at all. 5 is: Fully.\n" in text
    assert "How many meetings?\nWrite a number from 0 to 99.\n" in text
    assert "When was it?\nWrite a day like 3 May 2026. Or just the year.\n" in text


@pytest.fixture
def every_type() -> Flow:
    base = PEOPLE.questions[0]
    types = [
        replace(base, id="a", ask="Which?", choices=YES_NO),
        replace(base, id="said", ask="Now a few words of ours.", type="info", choices=()),
        replace(base, id="b", ask="How far did you feel heard?", type="scale", choices=(), range=(1, 5),
                ends=("Not at all", "Fully")),
        replace(base, id="c", ask="How many meetings?", type="number", choices=(), range=(0, 99)),
        replace(base, id="d", ask="When was it?", type="date", choices=()),
    ]  # fmt: skip
    return replace(PEOPLE, questions=tuple(types))


@pytest.mark.parametrize(
    ("labels", "kind", "shown"),
    [
        (("Yes", "No", "Not sure"), "one", "(Yes / No / Not sure)"),
        (("Yes", "No"), "many", "   1) Yes\n   2) No"),
        (("Yes/maybe", "No"), "one", "   1) Yes/maybe\n   2) No"),
        (("I use or used services", "No"), "one", "   1) I use or used services\n   2) No"),
        ((), "text", ""),
    ],
)
def test_short_choices_stand_in_brackets_and_others_one_a_line(labels: tuple[str, ...], kind: str, shown: str):
    choices = tuple(Choice(label, label) for label in labels)

    assert choices_of(Item(1, "q", "Ask?", kind, choices)) == shown  # type: ignore[arg-type] # a question type


def test_one_question_a_letter_is_drawn_from_its_prompt():
    prompt = Prompt(
        "c4",
        "Was it clear?",
        "one",
        YES_NO,
        progress="Question 4 of about 9",
        words=("skip", "prefer_not", "back"),
        hint="Take your time.",
    )

    letter = letter_for(Outbound("Thank you.", prompt), WORDS, organisation=HARBOUR)
    text = compose(letter, ENVELOPE, WORDS).sent.text

    assert [(item.number, item.about) for item in letter.items] == [(1, "c4")]
    assert "Or reply with one of these words: Skip, Back.\n" in text
    assert "The question\n\nQuestion 4 of about 9\n\n1. Was" in text
    assert f"(Yes / No)\n\nReply with your answer.\nOr use your own private page:\n{ENVELOPE.page_url}\n" in text
    assert "How to answer" not in text
    assert "1. Was it clear?\nTake your time.\nYou can also write: Prefer not to say.\n(Yes / No)\n" in text


def test_thanks_come_with_what_is_left_to_answer_and_without_a_question_of_their_own():
    items = items_left(PEOPLE, WORDS, {"c1": answered("user")})[:2]

    letter = letter_for(Outbound("Thank you.", Prompt("c4", "Was it clear?", "one", YES_NO)), WORDS, items=items)

    assert letter.items == items
    assert letter.opening == ("Thank you.", "These questions are still open. You can answer them, or leave them.")


def test_answers_are_repeated_only_where_the_person_asked_for_it():
    check = Prompt(
        "check", "Here is what you told us. Is it right?\n\nAge: 25 to 44\nHeard of 4Pi: Yes", "one", YES_NO,
        is_question=False,
    )  # fmt: skip

    quiet = compose(letter_for(Outbound("", check), WORDS), ENVELOPE, WORDS).sent.text
    told = compose(letter_for(Outbound("", check), WORDS, with_summary=True), ENVELOPE, WORDS).sent.text

    assert "25 to 44" not in quiet
    assert "1. You can see your answers on your own page. Is all of it right?" in quiet
    assert "1. Here is what you told us. Is it right?" in told
    assert "What you told us\n\nAge: 25 to 44\nHeard of 4Pi: Yes\n" in told


def test_help_comes_first_and_once_and_a_conversation_that_is_over_asks_nothing():
    closed = Prompt("closed", "You can still write to us here.", "text", is_question=False)
    after = Prompt("after help", "What would you like to do?", "one", YES_NO, is_question=False)

    help_now = compose(
        letter_for(Outbound("Emergency: 999.\nSamaritans: 116 123.", after, "help"), WORDS), ENVELOPE, WORDS
    )
    thanks = letter_for(Outbound("Thank you.", closed), WORDS)

    assert help_now.sent.text.startswith("A message from us\n\nEmergency: 999.\nSamaritans: 116 123.\n")
    assert help_now.sent.text.count("999") == 1
    assert thanks.items == ()
    assert thanks.closing == ("You can still write to us here.",)
    assert item_of(Prompt("x", "Only words.", "info"), WORDS) is None


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


def test_a_long_name_never_makes_a_long_subject():
    letter = letter_for_flow(PEOPLE, WORDS, organisation="The Trust of all the People at the Harbour and the River")
    endless = letter_for_flow(PEOPLE, WORDS, organisation="x" * 100)

    assert letter.subject == "A few questions from The Trust of all the People at the"
    assert len(endless.subject) <= 60


def test_a_language_that_is_read_from_the_right_says_so():
    composed = compose(replace(INVITATION, language="ur"), ENVELOPE, WORDS)

    assert '<html lang="ur" dir="rtl">' in body(read(composed), "html")


def test_the_words_of_a_letter_read_at_age_eleven_at_most():
    text = compose(INVITATION, ENVELOPE, WORDS).sent.text
    told = re.sub(r"https?://\S+|Reference: \S+", "", text).replace("\n", " ")
    own = [said for key, said in WORDS.texts.items() if key.startswith("mail_")]

    assert [sentence for said in own for sentence in long_sentences(said)] == []
    assert grade(own) <= 6
    assert grade([told]) <= 7
    assert "!" not in text
