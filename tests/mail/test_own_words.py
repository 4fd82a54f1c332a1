"""What people type can look like what programs write. Their words stay theirs, and what programs write goes."""

import pytest

from mail.model.expected_answers import SentLetter
from mail.replies import matching
from mail.replies.quoted_text import SplitText, split, split_html

OWN = {
    "a sentence with an address, a day and a time before a list": (
        "You can reach me at ada@example.org on 5 May at 10:30. My points are:\n\nThe room was cold."
    ),
    "a list with a date and what was written down": "1. The 3 March 2026 meeting was long. I wrote down why:\nIt started late.",
    "from and to in a sentence of two lines": "From: my point of view\nTo: yours\nit is a long way.",
    "a form": "Name: Ada\nRole: carer\nWhen: 3 March 2026, 10:00\nI liked: the tea",
    "a form that reads like the head of a mail": "Date: 3 May 2026\nSubject: the food\nFrom: the kitchen\nIt was cold.",
    "what somebody said": 'She said on 3 March 2026:\n\n"You can come any time."\n\nI never did.',
    "what somebody wrote": "On 3 May 2026 at 10:00 my worker wrote:\n\nYou are not wanted here.\n\nI was upset.",
    "a line drawn around a heading": "--- message for the manager ---\nPlease ring me about the lift.",
    "a marker spoken of": "Please do not write below this line when you answer us on paper. That was hard.\nThe rest was fine.",
    "a wish to keep it secret": "It was fine.\n\nThis message is confidential, please: my worker shouted at me.",
    "a trouble with a button": "The day was fine.\n\nTo unsubscribe was hard: the button did not work.",
    "why somebody got it": "It was good.\n\nYou received this because I trust you. Nobody else knows.",
    "love": "Tell them\nlove\nis all you need",
    "a phone in a sentence": "I heard of it\nvia my phone",
    "a rule between two parts": "First part.\n_____\nSecond part, with my number 01632 960123.\nAnd more.",
    "a scanner that somebody speaks of": "It was good.\n\nMy Norton blocked your page https://example.org/x",
    "a bullet for each": "- cold\n- loud\n- far",
    "two that speak": "A> we talked\nB> we walked",
    "thanks before a short answer": "Hi Jo,\n\nThank you.\n\nIt was very good.",
    "thanks before a list of answers": "Hello\n\nThanks!\n\nYes\nNo\nSometimes",
    "thanks in German before an answer": "Hallo,\n\nvielen Dank.\n\nEs war gut.",
    "thanks before a wish": "Hi\n\nThanks again.\n\nPlease ring me on 01632 960123",
    "thanks, then more": "It was hard.\n\nThank you.\n\nThe room was too cold",
    "words after the name": "It was fine.\n\nThanks,\nAda\n\nThe room was cold.",
    "one bullet": "Worst thing?\n\n- parking",
    "bullets with room between them": "Points:\n\n- Pay\n\n- Respect\n\n- Food",
    "a line drawn between two words": "Good.\n\n-----\n\nBad.",
    "headings that are underlined": "Part 1\n=====\nfine\n\nPart 2\n=====\nnot fine",
    "two dashes above what is meant": "--\n\nI found it upsetting and nobody asked me afterwards.",
    "whom to ring": "Please ring\n\nBea Example\n01632 960123\nbea@example.org",
    "groups to know": "Two good groups:\n\nExample Carers\nwww.example.org\n01632 960123",
    "thanks to the cook": "This email is intended to thank the cook.",
    "paper": "I liked it.\n\nPlease consider the environment: stop printing papers that nobody reads.",
    "a day without a virus": "Virus-free day out, at last.",
    "somebody else's phone": "Sent from my mother's phone as mine is broken. It was good.",
    "an arrow to begin with": "> 5 meetings a year is too many",
    "arrows around": ">> look here << the stairs are the problem",
}
BELOW_A_HEAD = {
    "a label": "Best bit: the tea.\n\nTo: Denise, thank you.",
    "two labels": "Sent: three forms.\nReceived: nothing.",
    "a label that is a word of a header elsewhere": "It was good.\n\nDo: pay us.\nDon't: talk down to us.",
    "the head of a letter": "From: Ada Example\nTo: The Team\nDate: 4 March 2026\n\nThe minutes do not show what I said.",
    "what somebody wrote, first": "At 10:14 on 3/3/2026 the nurse wrote:\n\npatient calm\n\nI was not.",
    "what somebody wrote, below own words": 'I went.\n\nAt 9:30 on 12/02/2026 Jo wrote:\n\n"welcome"\n\nThat was nice.',
    "a marker spoken of": "Reply above this line? I will reply where I like",
    "an arrow": "> 5 meetings a year is too many",
    "what the minutes say": "The minutes say:\n\n> Ada was pleased.\n\nI never said that.",
}
"""Own words that look like the head of a mail, where the true head stands below them."""
HEAD = (
    "From: Example Trust <feedback@example.org>\nSent: 03 March 2026 10:14\nTo: Ada Example <ada@example.net>\nSubject: How was it?\n\n"
    "Hello,\nHow was it?"
)
AFTER_A_SIGNATURE = {
    "a PS": (
        "All good.\n\n-- \nAda Example\n01632 960123\n\nPS I forgot: the microphone squeals.",
        "All good.\n\nPS I forgot: the microphone squeals.",
    ),
    "all words": (
        "-- \nAda Example\n\nMy phone puts that first. I found it hard.",
        "My phone puts that first. I found it hard.",
    ),
    "words below a phone's line": (
        "Sent from my iPhone\n\nThat went too early. I was heard.",
        "That went too early. I was heard.",
    ),
}
PROGRAMS = {
    "Gnus": "Ada <ada@example.org> writes:\n\n> How was it?\n\nHard to hear.",
    "Emacs with initials": ">>>>> On 3 Mar 2026, Ada <a@b.test> said:\n\nET> How was it?\n\nHard to hear.",
    "Mailman": "Hard to hear.\n____________\nA list -- list@example.org\nTo unsubscribe send an email to list-leave@example.org",
    "a list with a wide rule": "Hard to hear.\n\n##########\n\nTo unsubscribe from the list, click the following link:\nhttps://example.org/x",
    "a Finnish phone": "Hard to hear.\n\nLähetetty iPhonesta",
    "a Turkish phone": "Hard to hear.\n\niPhone'umdan gönderildi",
    "a Japanese phone": "Hard to hear.\n\niPhoneから送信",
    "Windows in Chinese": "Hard to hear.\n\n从 Windows 版邮件发送",
    "Zoho": "Hard to hear.\n\nSent using Zoho Mail",
    "a scanner in French": "Hard to hear.\n\n---\nL'absence de virus a été vérifiée par le logiciel Avast.\nhttps://www.avast.com/x",
    "small print of several paragraphs": (
        "Hard to hear.\n\n**********\n\nThis message may contain confidential information. If it is not for you:\n"
        "i) tell the sender;\nii) do not copy it.\n\nExample Mail is the secure service for all staff."
    ),
    "an app that leaves the mail on the line that names it": (
        "Hard to hear.\n\n  On Tue, 3 Mar 2026 at 10:12, Example Trust<feedback@example.org> wrote:   Hello,\nHow was it?"
    ),
    "a Croatian greeting": "Hard to hear.\n\nLijep pozdrav,\nAda",
    "a Chinese phone": "Hard to hear.\n\n发自我的iPhone",
    "a Czech phone": "Hard to hear.\n\nOdesláno z iPhonu",
    "a Hungarian phone": "Hard to hear.\n\nAz iPhone-omról küldve",
    "a phone that says sorry": "Hard to hear.\n\nSent from my Fairphone, excuse typos",
    "Yahoo": "Hard to hear.\n\nYahoo Mail: Search, organise, conquer",
    "Proton of old": "Hard to hear.\n\nSent with ProtonMail Secure Email.\n\n‐‐‐‐‐‐‐ Original Message ‐‐‐‐‐‐‐\nOn Monday, 2 March 2026 10:12, Ada <a@b.test> wrote:\n\n> Hi",
    "Nokia": "Hard to hear.\n\n-original message-\nSubject: How was it?\nFrom: Ada <a@b.test>\nDate: 02/03/2026 10:12\n\nHow was it?",
    "GroupWise": "Hard to hear.\n\n>>> Ada Example <a@b.test> 03/03/2026 10:12 >>>\nHello,\nHow was it?",
    "marks without a space": "On 3 March 2026 at 10:12, Ada <a@b.test> wrote:\n>Dear member,\n>\n>Please say:\n>Did you like it?\n\nHard to hear.",
    "a warning of a gateway": (
        "CAUTION: This email came from outside the organisation. Do not click links or open attachments\n"
        "unless you know the sender.\n\nHard to hear."
    ),
    "a scanner that names itself": (
        "Hard to hear.\n\n____________________\nThis email has been scanned by the Example Email Security service.\n____________________"
    ),
    "an office in Germany": "Hard to hear.\n\nMit freundlichen Grüßen\ni. A. Ada Example\n\nVerband e. V.\nPostfach 10 01, 53111 Bonn",
    "a card in one line": "Hard to hear.\n\nRegards\n\nAda Example | Involvement Officer | Example NHS Trust\nTel: 01632 960123",
    "a card with a sentence in it": "Hard to hear.\n\nKind regards\nAda Example\nI work on Mondays.\n01632 960123",
    "a name in small letters": "Hard to hear.\n\nRegards,\nada example",
    "an office that signs": "Hard to hear.\n\nBest wishes\nthe support team",
    "a name with one way to reach it": "Hard to hear.\n\nAda Example\n01632 960123",
    "a charity with its number": (
        "Hard to hear.\n\nYours sincerely\n\nProf. Ada Example\nChair of Trustees\n\nRegistered charity no. 0000000. Registered office: 1 Long Street"
    ),
}


@pytest.mark.parametrize("text", OWN.values(), ids=OWN)
def test_words_that_look_like_a_programs_stay_the_persons(text: str):
    assert split(text).reply == text


@pytest.mark.parametrize("text", BELOW_A_HEAD.values(), ids=BELOW_A_HEAD)
def test_own_words_that_look_like_a_head_stay_above_the_true_one(text: str):
    assert split(f"{text}\n\n{HEAD}") == SplitText(text, HEAD)


@pytest.mark.parametrize("text", BELOW_A_HEAD.values(), ids=BELOW_A_HEAD)
def test_beside_the_letter_too_only_what_is_above_it_in_a_program_s_head_goes(text: str):
    heard = matching.hear(f"{text}\n\n{HEAD}", None, SentLetter("Hello,\nHow was it?"))

    assert heard.reply == text


@pytest.mark.parametrize(("text", "reply"), AFTER_A_SIGNATURE.values(), ids=AFTER_A_SIGNATURE)
def test_words_below_a_signature_are_the_persons(text: str, reply: str):
    parts = split(f"{text}\n\nOn 3 March 2026 at 10:12, Ada <a@b.test> wrote:\n> Hi")

    assert parts.reply == reply
    assert parts.signature


@pytest.mark.parametrize("text", PROGRAMS.values(), ids=PROGRAMS)
def test_what_programs_and_lists_write_is_told_apart(text: str):
    assert split(text).reply.strip() == "Hard to hear."


def test_answers_between_quoted_lines_that_look_like_a_farewell_are_kept():
    asked = [("How was it?", "- lunch"), ("What to change?", "Less paper"), ("Were you heard?", "Thanks\nYes I did")]
    text = "\n\n".join(f"> {question}\n\n{answer}" for question, answer in asked)

    assert split(f"On 3 March 2026 at 10:12, Ada <a@b.test> wrote:\n{text}").reply == "\n\n".join(
        answer for _, answer in asked
    )


def test_a_mark_typed_in_html_is_the_persons_where_a_box_holds_the_quote():
    html = '<p>&gt; 90% of us agreed.</p><p>Yes.</p><blockquote type="cite"><p>How was it?</p></blockquote>'

    assert split_html(html).reply == "> 90% of us agreed.\n\nYes."


def test_a_name_and_a_number_above_a_quote_are_no_attribution():
    html = '<div>Write to her:</div><div>Bea Example</div><div>bea@example.org</div><div>0117 960 0123</div><div class="gmail_quote">Hello</div>'

    assert split_html(html).reply == "Write to her:\nBea Example\nbea@example.org\n0117 960 0123"


SIGNED = {
    "a first name": ("I cannot come. Ring me after four\n\nAda", "I cannot come. Ring me after four"),
    "a closing that nobody knows": (
        "Yes to all.\n\nYours in hope,\n\nAda Example (Mrs)\n14 Quarry Lane",
        "Yes to all.",
    ),
    "a name and a firm": ("Nice one.\n\nAda\n\nExample Rovers\nUnder 12s Manager", "Nice one."),
    "a card below a farewell": (
        "Yes.\n\nEvery blessing\nAda\n\nRevd Ada Example\nVicar, St Example\nDay off: Friday",
        "Yes.",
    ),
    "kisses": ("It was lovely.\n\nAda xx", "It was lovely."),
}
NOT_SIGNED = {
    "one of several": "Tom\nAda\nJoan",
    "a list": "Names:\n\nTom\n\nAda",
    "what was asked for": "My name is:\nAda",
    "whom to ask for": "Who do I ask for?\n\nAda",
    "a sentence that goes on": "The person to speak to is\n\nAda Example",
    "an answer below a question": "On 3 March 2026 at 10:12, Bea <b@b.test> wrote:\n> Who helped?\nMo\n> Your name?\n\nAda Example",
    "best": "On 3 March 2026 at 10:12, Bea <b@b.test> wrote:\n> Who was your guide?\n\nBest, Alan",
}


@pytest.mark.parametrize(("text", "reply"), SIGNED.values(), ids=SIGNED)
def test_the_senders_own_name_is_a_signature(text: str, reply: str):
    assert split(text, "Ada Example").reply == reply


@pytest.mark.parametrize("text", NOT_SIGNED.values(), ids=NOT_SIGNED)
def test_the_senders_own_name_may_be_an_answer(text: str):
    own = "\n\n".join(line for line in text.split("\n") if line[:1] not in (">", "") and "wrote:" not in line)

    assert split(text, "Ada Example").reply.split() == own.split()
