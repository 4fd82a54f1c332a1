"""What `mail.replies.matching` hears: a person's words beside the letter that they answer, each at its question."""

import pytest

from feedback.flows.model import Choice
from mail.model.expected_answers import LetterItem, ParsedReply, SentLetter
from mail.replies.matching import hear

YES_NO = (Choice("yes", "Yes"), Choice("no", "No"), Choice("ns", "Not sure"))
WAYS = (Choice("tea", "More tea"), Choice("pay", "Better pay for all of us"), Choice("none", "None of these"))
ITEMS = (
    LetterItem(1, "consent", "Is it OK to keep and use your answers?", "yesno", YES_NO[:2]),
    LetterItem(2, "equal", "Were you treated as an equal?", "yesno", YES_NO),
    LetterItem(3, "place", "Where did you take part?", "place", (), "You can skip this."),
    LetterItem(4, "change", "What should change? Pick all that fit.", "many", WAYS),
    LetterItem(5, "more", "Is there anything else you want to tell us?", "text"),
)
LETTER = """\
Hello. I am a computer program, not a person.

You can skip any question. You can stop at any time. Your page is here:
https://feedback.example.org/t/abcdefgh

1. Is it OK to keep and use your answers?
(Yes / No)

2. Were you treated as an equal?
(Yes / No / Not sure)

3. Where did you take part?
You can skip this.

4. What should change? Pick all that fit.
   1) More tea
   2) Better pay for all of us
   3) None of these

5. Is there anything else you want to tell us?

Thank you. A person will read this.
Reply to feedback+abcdefgh@feedback.example.org
"""
SENT = SentLetter(LETTER, ITEMS)
HEAD = "On Tue, 3 Mar 2026 at 10:12, Example Trust <feedback+abcdefgh@feedback.example.org> wrote:"
OUTLOOK = "Von: Example Trust <feedback+abcdefgh@feedback.example.org>\nGesendet: 3. März 2026 10:12\nAn: Ada\nBetreff: A few questions"


def marked(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def between(answers: dict[int, str], *, mark: str = "> ", gap: str = "\n") -> str:
    """The letter with an answer under the last line of each question."""
    lines: list[str] = []
    number = 0
    for line in LETTER.split("\n"):
        if line[:1].isdigit():
            number = int(line[0])
        if number and not line and number in answers:
            lines.append(f"{gap}{answers[number]}{gap}".strip("\n") if not gap else f"\n{answers[number]}\n")
            number = 0
        lines.append(f"{mark}{line}".rstrip())
    return f"{HEAD}\n\n" + "\n".join(lines)


def slots(heard: ParsedReply) -> dict[str, str]:
    return {slot.about: slot.text for slot in heard.slots}


ANSWERS = {1: "Yes", 2: "not sure", 3: "Leeds\n\nand York", 4: "None of these", 5: "same as 2"}
TRUE = {
    "consent": "Yes",
    "equal": "not sure",
    "place": "Leeds\n\nand York",
    "change": "None of these",
    "more": "same as 2",
}


@pytest.mark.parametrize("mark", ["> ", ">> ", "| ", ""], ids=["marked", "twice", "bars", "unmarked"])
@pytest.mark.parametrize("gap", ["\n", ""], ids=["loose", "tight"])
def test_answers_between_the_lines_reach_their_question(mark: str, gap: str):
    heard = hear(between(ANSWERS, mark=mark, gap=gap), None, SENT)

    assert slots(heard) == TRUE
    assert (heard.comment, heard.grade) == ("", "exact")


def test_the_quote_may_be_wrapped_anew():
    wrapped = "> 1. Is it OK to keep and\n> use your answers?\n> (Yes /\n> No)\nno\n> 2. Were you treated as\n> an equal? (Yes / No /\n> Not sure)\nNot sure\n"

    assert slots(hear(f"{HEAD}\n{wrapped}", None, SENT)) == {"consent": "no", "equal": "Not sure"}


def test_an_answer_on_the_line_of_its_question_is_heard():
    text = (
        between({}).replace("(Yes / No / Not sure)", "(Yes / No / Not sure)  no, never").replace("part?", "part? Leeds")
    )

    assert slots(hear(text, None, SENT)) == {"equal": "no, never", "place": "Leeds"}


def test_a_choice_left_alone_is_the_answer():
    text = "2. Were you treated as an equal?\nYes\n\n4. What should change? Pick all that fit.\n   2) Better pay for all of us\n"

    assert slots(hear(text, None, SENT)) == {"equal": "Yes", "change": "Better pay for all of us"}


def test_a_tick_beside_a_choice_is_the_answer():
    text = between({}).replace(">    2) Better", "> x  2) Better").replace(">    1) More tea", ">    1) More tea <--")

    assert slots(hear(text, None, SENT)) in (
        {"change": "More tea\nBetter pay for all of us"},
        {"change": "Better pay for all of us"},
    )


def test_answers_to_deleted_questions_are_found_by_their_numbers():
    text = f"{HEAD}\n> Hello. I am a computer program, not a person.\n\n1. yes\n\n> 2. Were you treated as an equal?\n> (Yes / No / Not sure)\n\nno\n\n3. Leeds\n\n> 5. Is there anything else you want to tell us?\n\nNothing\n"

    assert slots(hear(text, None, SENT)) == {"consent": "yes", "equal": "no", "place": "Leeds", "more": "Nothing"}


def test_a_question_repeated_inside_a_sentence_stays_the_persons():
    answer = 'You ask "Were you treated as an equal?" and I say it depends.'

    assert slots(hear(between({2: answer}), None, SENT)) == {"equal": answer}
    assert hear(f"{answer}\n\n{HEAD}\n{marked(LETTER)}", None, SENT).comment == answer


def test_a_name_before_each_answer_is_no_part_of_it():
    heard = hear(between({1: "[Ada] yes", 2: "[Ada] no", 5: "[Ada] tea"}), None, SENT)

    assert slots(heard) == {"consent": "yes", "equal": "no", "more": "tea"}
    assert "[Ada]" in heard.reply


def test_words_above_and_below_the_letter_are_a_comment():
    heard = hear(f"Hi all,\nsee below.\n\n{between({2: 'no'})}\n\nI liked the tea.\n\n-- \nAda", None, SENT)

    assert (slots(heard), heard.comment) == ({"equal": "no"}, "Hi all,\nsee below.\n\nI liked the tea.")
    assert heard.signature.endswith("Ada")


@pytest.mark.parametrize(
    "head", [HEAD, OUTLOOK, "Qa 3 Mraz 2026 Example Trust <feedback+abcdefgh@feedback.example.org> brzuka:"]
)
@pytest.mark.parametrize("below", [LETTER, marked(LETTER)], ids=["unmarked", "marked"])
def test_words_above_the_whole_letter_are_a_comment(head: str, below: str):
    heard = hear(f"It was fine and we had tea.\n\n{head}\n\n{below}", None, SENT)

    assert (heard.reply, heard.comment, heard.slots) == ("It was fine and we had tea.",) * 2 + ((),)
    assert heard.grade == "exact"


@pytest.mark.parametrize(
    "text",
    [
        "1 yes 2 not sure 3 skip",
        "1. yes\n2. not sure\n3. skip",
        "1) yes\n\n2) not sure\n\n3) skip",
        "Q1: yes\nQ2: not sure\nQ3: skip",
        "1 - yes, 2 - not sure, 3 - skip",
        "yes please see:\n1: yes\n2: not sure\n3: skip",
    ],
)
@pytest.mark.parametrize("quoted", ["", f"\n\n{HEAD}\n{marked(LETTER)}"], ids=["alone", "above the letter"])
def test_a_numbered_list_is_read_by_its_numbers(text: str, quoted: str):
    heard = hear(f"{text}{quoted}", None, SENT)

    assert slots(heard) == {"consent": "yes", "equal": "not sure", "place": "skip"}
    assert heard.grade == "likely"


def test_a_list_that_answers_nothing_asked_is_not_forced_onto_questions():
    text = "1. The room was much too cold for us.\n2. Nobody told me who was who there."

    heard = hear(text, None, SENT)

    assert (heard.grade, heard.slots, heard.comment) == ("unsure", (), text)


def test_the_only_question_gets_the_whole_reply():
    one = SentLetter(
        "1. Were you treated as an equal?\n(Yes / No / Not sure)\n\nReply with your answer.\n", (ITEMS[1],)
    )
    one = SentLetter(one.text, (LetterItem(1, "equal", ITEMS[1].ask, "yesno", YES_NO),))

    assert slots(hear("not sure", None, one)) == {"equal": "not sure"}
    assert slots(hear("1 no", None, one)) == {"equal": "no"}
    assert slots(hear(f"No.\n\n{HEAD}\n{marked(one.text)}", None, one)) == {"equal": "No."}
    below = hear(f"Hi,\n\n{HEAD}\n{marked(one.text)}\n\nno\n\nAda", None, one)
    assert (slots(below), below.comment) == ({"equal": "no"}, "Hi,\n\nAda")


def test_a_word_without_a_question_is_not_guessed():
    heard = hear("Yes", None, SENT)

    assert (heard.grade, heard.comment, heard.slots) == ("unsure", "Yes", ())


def test_a_mail_with_nothing_of_the_persons_has_no_words():
    assert hear(f"{HEAD}\n{marked(LETTER)}", None, SENT).reply == ""
    assert hear(None, None, SENT) == ParsedReply("", grade="unsure")


def test_words_below_an_attribution_alone_are_not_lost():
    heard = hear(f"{HEAD}\n\nIt was fine and we had tea.\n", None, SENT)

    assert (heard.comment, heard.grade) == ("It was fine and we had tea.", "exact")


def test_another_persons_mail_between_two_headers_is_not_heard():
    other = OUTLOOK.replace("Example Trust <feedback+abcdefgh@feedback.example.org>", "Bea <bea@example.org>")

    assert hear(f"Mine.\n\n{other}\n\nHers was that.\n\n{OUTLOOK}\n\n{LETTER}", None, SENT).reply == "Mine."


def test_links_wrapped_by_a_gateway_are_ours():
    wrapped = "https://eur01.safelinks.example.com/?url=https%3A%2F%2Ffeedback.example.org%2Ft%2Fabcdefgh&data=05"
    letter = LETTER.replace("https://feedback.example.org/t/abcdefgh", wrapped)

    assert hear(f"Fine by me, thank you all.\n\n{letter}", None, SENT).reply == "Fine by me, thank you all."
    assert "https://example.net/x" in hear(f"See https://example.net/x for it.\n\n{letter}", None, SENT).reply


def test_html_alone_is_heard_as_well():
    paragraphs = "".join(f"<p>{line}</p>" if line else "" for line in LETTER.split("\n"))
    page = paragraphs.replace(
        "<p>(Yes / No / Not sure)</p>", "<p>(Yes / No / Not sure)</p><p style='color:red'>Not sure</p>"
    )

    for html in (f"<div>{page}</div>", f"<blockquote type='cite'>{page}</blockquote>"):
        assert slots(hear(None, html, SENT)) == {"equal": "Not sure"}
    assert slots(hear("  ", f"<div>{page}</div>", SENT)) == {"equal": "Not sure"}


@pytest.mark.slow
def test_a_reply_of_a_megabyte_keeps_its_words():
    text = "\n".join(["1. yes", "2. no", *(f"and line {number} of it" for number in range(4000))])

    heard = hear(text, None, SENT)

    assert heard.reply == text
    assert hear(f"Fine, thank you all.\n\n{HEAD}\n{marked(LETTER * 40)}", None, SENT).reply == "Fine, thank you all."
