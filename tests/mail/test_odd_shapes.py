"""Mails in shapes that people really send: words in quotes, below names, in subjects, in forwards; and what machines add."""

import pytest

from mail.classify.away_phrases import is_away
from mail.classify.receipts import is_receipt
from mail.model.expected_answers import SentLetter
from mail.phrases.gateway_warnings import is_label, warning_lines
from mail.reader.parse import hear, understand
from mail.replies.reactions import of_gmail, of_words

SENT = SentLetter("What did you think of the choir?\n\nYou can simply answer this letter.")


def mail(text: str, *, subject: str = "Re: The choir", html: str = "", head: str = "", answers: bool = True) -> bytes:
    begins = (
        f"From: Wren Example <wren@people.test>\nTo: choir@trust.test\nSubject: {subject}\nMIME-Version: 1.0\n{head}"
    )
    begins += "In-Reply-To: <c1@trust.test>\n" if answers else ""
    if not html:
        return f"{begins}Content-Type: text/plain; charset=utf-8\n\n{text}".encode()
    return (
        f'{begins}Content-Type: multipart/alternative; boundary="x"\n\n--x\nContent-Type: text/plain; charset=utf-8\n\n{text}\n'
        f"--x\nContent-Type: text/html; charset=utf-8\n\n{html}\n--x--\n"
    ).encode()


def words(raw: bytes) -> str:
    return " ".join(understand(raw).reply.split())


QUOTED = "\n\nOn Tue, 3 Mar 2026 at 10:00, The Trust <choir@trust.test> wrote:\n> What did you think of the choir?\n"


@pytest.mark.parametrize(
    ("text", "own"),
    [
        pytest.param(
            "On 2026-03-03 10:00, The Trust wrote:\n> The songs were too high for me.\n> Wren\n>\n"
            "> ## Please reply above this line ##\n>\n> What did you think of the choir?\n",
            "The songs were too high for me.",
            id="typed in the quote, above the line that asks for it",
        ),
        pytest.param(
            f"It was loud.\n\nThanks,\nWren\nPS. bring water next time{QUOTED}",
            "It was loud. PS. bring water next time",
            id="a postscript right below the name",
        ),
        pytest.param(
            f"It was loud.\n\nThanks,\nWren\nP.P.S. and a chair please{QUOTED}",
            "It was loud. P.P.S. and a chair please",
            id="a second postscript",
        ),
        pytest.param(
            f"Attention was paid to me from the outside door on. Opening it was hard.\n\nAll in all good.{QUOTED}",
            "Attention was paid to me from the outside door on. Opening it was hard. All in all good.",
            id="a person who begins as a gateway would",
        ),
        pytest.param(
            "Fine for me.\n\nThe Trust <choir@trust.test> wrote:\n\nWhat did you think of the choir?",
            "Fine for me.",
            id="a head without a date",
        ),
        pytest.param(
            "Fine for me.\n\nOn Tue, 3 Mar 2026, T <t@trust.test> wrote:\n> Hello\n>> On Mon, T <\n>> t@trust.test> wrote:\n>>> older",
            "Fine for me.",
            id="an address broken in a quote",
        ),
        pytest.param(
            "Loud.\n\nOn Tue, 3 Mar 2026, T <t@trust.test> wrote:\n> Please tell us in your own words what you thought of the choir and\nits songs\n> today.",
            "Loud.",
            id="the rest of a quoted line that was broken",
        ),
    ],
)
def test_the_words_of_the_person_are_kept_and_no_others(text: str, own: str):
    assert words(mail(text)) == own


def test_words_that_all_stand_in_a_quote_box_without_a_head_are_own():
    html = '<div class="gmail_quote"><div>The hall was warm. I sang.</div></div>'
    raw = b"From: a@people.test\nSubject: singing\nContent-Type: text/html\n\n" + html.encode()

    assert (understand(raw).kind, words(raw)) == ("new", "The hall was warm. I sang.")


def test_a_text_and_its_html_that_disagree_lose_no_words():
    assert words(mail("All of it was good.", html='<div class="gmail_quote">All of it was good.</div>')) == (
        "All of it was good."
    )


def test_a_quote_box_of_a_phone_with_a_whole_page_in_it_is_a_quote():
    html = (
        "I came late since the tram stood still.<br><p class='yahoo-quoted-begin'>On Tuesday, March 3, 2026, 10:00 AM, The Trust"
        " &lt;choir@trust.test&gt; wrote:</p><blockquote class='iosymail'><div><html><head></head><body>What did you think of the choir?"
        "</body></html></div></blockquote>"
    )

    assert words(mail("", html=html)) == "I came late since the tram stood still."


@pytest.mark.parametrize(
    "text",
    [
        "On 2026-03-03 10:00, The Trust wrote:\n> I could not see the notes.\n>\n> What did you think of the choir?\n>\n> You can simply answer this letter.\n",
        "On Tue, 3 Mar 2026 at 10:00, The Trust <choir@trust.test> wrote:\n\nI could not see the notes.\n\nWhat did you think of the choir?\n\nYou can simply answer this letter.\n",
    ],
)
def test_beside_our_letter_no_reply_is_empty_where_words_are_not_ours(text: str):
    assert " ".join(hear(mail(text), SENT).reply.split()) == "I could not see the notes."


def test_a_reply_with_nothing_but_our_letter_stays_empty():
    text = "On 2026-03-03 10:00, The Trust wrote:\n> What did you think of the choir?\n>\n> You can simply answer this letter.\n"

    assert hear(mail(text), SENT).reply == ""


def test_a_forward_gives_the_note_and_the_words_of_the_other_and_no_header():
    raw = mail(
        "Mum asked me to send this.\n\n---------- Forwarded message ---------\nFrom: Mum <mum@people.test>\nDate: Mon, 2 Mar 2026\n"
        "Subject: choir\nTo: Wren <wren@people.test>\n\nI loved the tea. My back hurt.\n\nRing me: mum@people.test\n",
        subject="Fwd: choir",
        answers=False,
    )
    found = understand(raw)

    assert found.kind == "new"
    assert " ".join(found.reply.split()) == "Mum asked me to send this. I loved the tea. My back hurt."
    assert found.forwarded == "I loved the tea. My back hurt."
    assert "@" not in found.reply


def test_a_forward_without_a_note_gives_the_words_alone():
    raw = mail(
        "From: Mum <mum@people.test>\nSent: Monday\nTo: Wren\nSubject: choir\n\nI loved the tea.", subject="FW: choir"
    )

    assert words(raw) == "I loved the tea."


def test_words_that_stand_in_the_subject_alone_are_heard():
    found = understand(mail("\n\nSent from my iPhone", subject="Please call me, the choir made me ill", answers=False))

    assert found.reply == "Please call me, the choir made me ill"
    assert found.is_in_subject


@pytest.mark.parametrize(
    ("subject", "answers"), [("Feedback", False), ("Re: What did you think", True), ("Fwd: the choir is good", False)]
)
def test_a_title_or_our_own_subject_is_no_answer(subject: str, *, answers: bool):
    found = understand(mail("\n", subject=subject, answers=answers))

    assert found.reply == ""
    assert not found.is_in_subject


@pytest.mark.parametrize(
    "warning",
    [
        "CAUTION: This email came from outside our organisation. Do not click links unless you trust the sender.",
        "This message originated from outside of NHSmail. Please do not open attachments unless you recognise the sender.",
        "[EXTERNAL EMAIL] Do not click links or open attachments unless you know the sender is safe.",
        "You don't often get email from choir@trust.test. Learn why this is important",
        "RHYBUDD: Daeth yr e-bost hwn o'r tu allan i'r sefydliad. Peidiwch â chlicio dolenni.",
        "ACHTUNG: Diese E-Mail kommt von extern. Bitte keine Anhänge öffnen.",
        "ATTENTION : ce courriel provient de l'extérieur. Ne cliquez pas sur les liens.",
        "UWAGA: wiadomość spoza organizacji. Nie otwieraj załączników.",
        "PRECAUCIÓN: este correo viene de fuera. No abra enlaces ni adjuntos.",
        "LET OP: dit bericht komt van buiten. Open geen bijlagen.",
    ],
)
def test_a_warning_of_a_gateway_is_no_words_of_the_person(warning: str):
    assert warning_lines([warning]) == 1
    assert words(mail(f"{warning}\n\nWe all sang.{QUOTED}")) == "We all sang."


@pytest.mark.parametrize(
    "said",
    [
        "Security was rude to me outside. They made me open my bag.",
        "Attention to detail outside was poor, and the door would not open.",
        "Warning signs outside were missing and I clicked the wrong link.",
        "Be careful who you let in from outside.",
    ],
)
def test_a_persons_own_warning_is_never_a_gateways(said: str):
    assert warning_lines([said]) == 0
    assert not is_label(said)
    assert words(mail(f"{said}\n\nThe rest was fine.{QUOTED}")).startswith(said)


@pytest.mark.parametrize(
    "reply",
    [
        "Thank you for your email. I am currently out of the office until 4 May. For urgent matters please contact Bea.",
        "Hello,\nI am on annual leave and will be back on Monday.\nKind regards\nWren",
        "Vielen Dank für Ihre Nachricht. Ich bin bis zum 4. Mai nicht im Büro. In dringenden Fällen wenden Sie sich an Bea.",
        "Je suis en congés jusqu'au 4 mai. Je vous répondrai à mon retour.",
        "Estoy fuera de la oficina hasta el 4 de mayo. En caso de urgencia llame a Bea.",
        "Sono in ferie fino al 4 maggio. Per urgenze scrivere a Bea.",
        "Ik ben met vakantie tot en met 4 mei. Bij dringende vragen bel Bea.",
        "Jestem na urlopie do dnia 4 maja. W pilnych sprawach proszę o kontakt z Beą.",
        "Jag är på semester till och med 4 maj.",
        "Jeg er på ferie til og med 4. mai.",
        "Estou de férias até ao dia 4 de maio.",
        "Я в отпуске до 4 мая. По возвращении отвечу.",
        "Rydw i allan o'r swyddfa tan 4 Mai. Byddaf yn dychwelyd ddydd Llun.",
        "أنا في إجازة حتى 4 مايو.",
        "मैं छुट्टी पर हूँ, 4 मई तक।",
        "Jsem na dovolené do 4. května. Po návratu odpovím.",
        "Olen lomalla 4.5. asti.",
        "Szabadságon vagyok, május 4-én térek vissza.",
        "Sunt în concediu până pe 4 mai.",
        "Yıllık izindeyim, 4 Mayıs'ta dönece\u011fim.",
        "我休假，5月4日返回。",
        "4月5日まで休暇をいただいております。戻り次第ご連絡します。",
    ],
)
def test_an_answer_of_a_responder_is_known_by_its_words(reply: str):
    assert is_away(reply)
    assert understand(mail(reply + QUOTED)).kind == "auto-reply"


@pytest.mark.parametrize(
    "reply",
    [
        "I am on holiday until Monday, but I want to say that the choir helped me. The room was cold. Nobody spoke to me.",
        "The office was closed.",
        "I was away from my desk when you rang.",
        "I am on sick leave.",
        "",
        "I will be back next week. I liked it.",
        "My request has been ignored since May.",
    ],
)
def test_a_person_who_is_away_and_says_something_is_heard(reply: str):
    assert not is_away(reply)
    assert not is_receipt(reply)


@pytest.mark.parametrize(
    "reply",
    [
        "Your request has been received. Ticket number: 4711",
        "We have received your email and will respond within three working days.",
        "To prove that you are a person, please click the link below.",
        "Ihre Anfrage ist bei uns eingegangen.",
    ],
)
def test_tickets_and_challenges_are_automatic(reply: str):
    assert understand(mail(reply)).kind == "auto-reply"


def test_a_reaction_is_its_sign_and_names_nobody():
    head = 'Content-Type: multipart/alternative; boundary="y"\n\n--y\nContent-Type: text/plain; charset=utf-8\n\n❤️\n\nWren Example reacted via Gmail\n'
    raw = (
        f"From: Wren <wren@people.test>\nSubject: Re: The choir\nIn-Reply-To: <c1@trust.test>\nMIME-Version: 1.0\n{head}"
        '--y\nContent-Type: text/vnd.google.email-reaction+json\n\n{"emoji":"❤️","version":1}\n--y--\n'
    ).encode()

    assert understand(raw).reply == "❤️"
    assert hear(raw, SENT).reply == "❤️"


@pytest.mark.parametrize(
    ("reply", "sign"),
    [
        ("👍\nWren reacted to your message:", "👍"),
        ("👍 Wren Example reacted to your message:", "👍"),
        ("❤️\n\nWren reaccionó a través de Gmail\n<https://mail.example>", "❤️"),
        ("Wren hat auf Ihre Nachricht reagiert", ""),
        ("Wren hat auf Ihre Nachricht mit 👍 reagiert", "👍"),
        ("👍 Wren heeft op je bericht gereageerd:", "👍"),
        ("👍\n\nWren Example, Gmail aracılığıyla ifade bıraktı", "👍"),
        ("👍\n\nWren Example Gmail வழியாக எதிர்வினை", "👍"),
        ("Wren liked your message", "👍"),
        ("👍\n\nI wrote this with Gmail", ""),
        ("👍\nMy nurse reacted to your message", ""),
        ("My nurse reacted to your message: she was cross 👍\nI was glad", ""),
        ("👍", ""),
    ],
)
def test_only_words_of_a_program_around_a_sign_are_left_out(reply: str, sign: str):
    assert of_words(reply) == sign


@pytest.mark.parametrize("part", ["", "[]", '{"emoji": 3}', "{", '{"version": 1}'])
def test_a_reaction_that_cannot_be_read_is_none(part: str):
    assert of_gmail(part) == ""


@pytest.mark.parametrize(
    ("address", "sign", "is_cut"),
    [
        ("wren.example@people.test", "Wren", True),
        ("Wren Example <w1@people.test>", "WE", True),
        ("wren.example@people.test", "Bea", False),
        ("info@people.test", "Info", False),
        ("w4711@people.test", "Wren", False),
    ],
)
def test_a_name_alone_below_the_words_is_cut_where_it_is_the_senders(address: str, sign: str, *, is_cut: bool):
    raw = f"From: {address}\nSubject: Hello there\n\nThe hall was cold.\nNobody came.\n\n{sign}\n".encode()

    assert understand(raw).reply == (
        "The hall was cold.\nNobody came." if is_cut else f"The hall was cold.\nNobody came.\n\n{sign}"
    )
