"""Answers between the questions of a letter that is not known, and that nobody marked as quoted."""

import pytest

from config.load import load_words
from mail.phrases.own_letters import CLOSING, HINT, WAYS
from mail.reader.parse import understand
from mail.replies.quoted_text import split, split_html
from tests.growth import grows_in_line

HEAD = "From: The Trust <trust@trust.test>\nSent: 3 March 2026 10:12\nTo: Ada Example <ada@people.test>\nSubject: How it was\n\n"
OPENING = "Hello.\n\nWe ask a few things.\n\n"
REFERENCE = "abcdefghijklmnopqrstuvwx23"
LETTER = (
    "1. Was it easy to find?\n(Yes / No)\n\n{0}2. How did you come?\n   1) By bus\n   2) On foot\n\n{1}"
    "3. What should change?\nLeave it out if it does not fit you.\n\n{2}Help now\n\nRing 999.\n\nReference: "
    + REFERENCE
    + "\n"
)


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("answers", "own"),
    [
        (
            ("No, it was dark.\n\n", "By bus!\n\n", "More tea.\n\nAnd chairs.\n\n"),
            "No, it was dark. By bus! More tea. And chairs.",
        ),
        (("", "", "More tea.\n\n"), "More tea."),
        (("", "I would say\n- by bus\n- or not at all\n\n", ""), "I would say - by bus - or not at all"),
        (("1. Yes\n\n", "", ""), "1. Yes"),
        (("yes\n\n", "yes\n\n", "yes\n\n"), "yes yes yes"),
    ],
)
def test_answers_between_questions_are_the_persons(answers: tuple[str, ...], own: str):
    assert squeezed(split(HEAD + OPENING + LETTER.format(*answers)).reply) == own


def test_words_above_are_all_where_nothing_stands_between():
    assert split("It was fine.\n\n" + HEAD + OPENING + LETTER.format("", "", "")).reply == "It was fine."


def test_words_below_the_last_line_of_our_letter_are_the_persons():
    assert split(f"{HEAD}{OPENING}{LETTER.format('', '', '')}\nAll of it was fine.").reply == "All of it was fine."


def test_answers_right_below_their_question_are_the_persons():
    text = "1. Was it easy to find?\n(Yes / No)\nNo\n2. How did you come?\n   1) By bus\n   2) On foot\nby tram\n3. Anything else?\nMore tea."

    assert squeezed(split(HEAD + text).reply) == "No by tram More tea."


@pytest.mark.parametrize("mark", ["", "> ", "| "])
def test_answers_on_the_line_of_their_question_are_the_persons(mark: str):
    text = LETTER.format("", "", "").replace("No)", "No)  it was dark").replace("On foot", "On foot  by tram")
    letter = "".join(f"{mark}{line}\n" for line in (OPENING + text).split("\n"))
    head = "On Tue, 3 Mar 2026 at 10:12, The Trust <trust@trust.test> wrote:\n\n" if mark else HEAD

    assert squeezed(split(head + letter).reply) == "it was dark by tram"


def test_all_questions_are_kept_where_nobody_can_tell_the_answers_in_them():
    text = "1. Was it easy to find? no it was not\n\n2. How did you come? by tram\n\n"

    assert "by tram" in split(HEAD + OPENING + text).reply


def test_questions_that_were_copied_with_their_choices_are_not_the_persons():
    text = "1. Was it easy to find?\n(Yes / No)\n\nNo, dark.\n\n2. How did you come?\n   1) By bus\n   2) On foot\n\nby tram\n"

    assert squeezed(split(text).reply) == "No, dark. by tram"


def test_questions_that_somebody_asks_us_are_their_words():
    text = "1. Why was I not paid?\n\nI asked in May.\n\n2. Who reads this?\n\nNobody told me."

    assert split(text).reply == text


def test_a_list_of_somebodys_own_is_their_words():
    text = "1. The tea was good.\n2. The room was cold.\n3. Thank you."

    assert split(text).reply == text


def page(*answers: str) -> str:
    blocks = LETTER.format("@", "@", "@").strip().split("\n\n")
    told = iter(answers)
    shown = "".join(
        f"<div>{next(told, '')}</div>" + f"<p>{block.removeprefix('@')}</p>" if block[:1] == "@" else f"<p>{block}</p>"
        for block in blocks
    ).replace("\n", "<br>")
    head = HEAD.replace("<", "&lt;").replace("\n", "<br>")
    return f'<div id="divRplyFwdMsg">{head}</div><div><p>Hello.</p>{shown}</div>'


def test_what_a_program_typed_in_blocks_of_its_own_is_the_persons():
    assert squeezed(split_html(page("No, dark.", "by tram", "More tea.")).reply) == "No, dark. by tram More tea."


def test_of_a_text_and_its_html_the_one_that_shows_the_answers_is_heard():
    text = HEAD + "1. Was it easy to find?\n\nThis is asked of all.\n\nNo.\n\n2. How did you come?\n\nby tram\n"
    html = (
        f'<div id="divRplyFwdMsg">{HEAD}</div><p>1. Was it easy to find?</p><p>To read more first, reply PRIVACY.</p><div>No.</div>'
        "<p>2. How did you come?</p><div>by tram</div>"
    )
    raw = (
        "From: ada@people.test\nSubject: Re: How it was\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=x\n\n"
        f"--x\nContent-Type: text/plain\n\n{text}\n--x\nContent-Type: text/html\n\n{html}\n--x--\n"
    )

    assert squeezed(understand(raw.encode()).reply) == "No. by tram"


def test_what_our_letters_say_is_known_as_theirs():
    words = load_words("en")

    assert {words.labels["help"].casefold(), words.say("mail_about").casefold()} == CLOSING
    assert {words.say("mail_one_reply").casefold(), words.say("mail_or_page").casefold()} == WAYS
    hints = ("mail_privacy_word", "mail_leave_out", "mail_gentle_signpost", "mail_date")
    assert all(HINT.match(words.say(key)) for key in hints)
    assert HINT.match(words.say("mail_only_for", base="people who came"))
    assert HINT.match(words.say("mail_between", low="1", high="5"))
    assert HINT.match(words.say("mail_rather_not", label="I would rather not say"))


@pytest.mark.parametrize("line", ["1. a? (b / ", "1. ( / " * 9 + "\n", "2. a?  b\n", "3. c?\n(", "4. d?\nx / y\n"])
def test_time_grows_in_line_with_questions(line: str):
    small, large = (HEAD + line * (size // len(line)) for size in (30_000, 240_000))

    assert grows_in_line(lambda: split(small), lambda: split(large), times=8)
