"""What people type can look like what programs write. Their words stay theirs, and what programs write goes."""

import pytest

from mail.quote import split

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
}


@pytest.mark.parametrize("text", OWN.values(), ids=OWN)
def test_words_that_look_like_a_programs_stay_the_persons(text: str):
    assert split(text).reply == text


@pytest.mark.parametrize("text", PROGRAMS.values(), ids=PROGRAMS)
def test_what_programs_and_lists_write_is_told_apart(text: str):
    assert split(text).reply.strip() == "Hard to hear."
