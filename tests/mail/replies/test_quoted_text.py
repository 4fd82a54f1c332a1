"""What `mail.replies.quoted_text` keeps of plain mails: the person's own words, whatever language their program speaks."""

import pytest

from mail.replies.quoted_text import split
from tests.growth import grows_in_line

ATTRIBUTIONS = {
    "English": "On Tue, 3 Mar 2026 at 10:12, Bea Example <bea@example.org> wrote:",
    "English wrapped": "On Tue, 3 Mar 2026 at 10:12, Bea Example\n<bea@example.org> wrote:",
    "English, date and no address": "On 3 Mar 2026, at 10:12, Bea Example wrote:",
    "Welsh": "Ar Maw, 3 Maw 2026 am 10:12, ysgrifennodd Bea Example <bea@example.org>:",
    "Polish": "wt., 3 mar 2026 o 10:12 Bea Example <bea@example.org> napisał(a):",
    "German": "Am Di., 3. März 2026 um 10:12 Uhr schrieb Bea Example <bea@example.org>:",
    "French": "Le mar. 3 mars 2026 à 10:12, Bea Example <bea@example.org> a écrit :",
    "Spanish": "El mar, 3 mar 2026 a las 10:12, Bea Example (<bea@example.org>) escribió:",
    "Portuguese": "Em ter., 3 de mar. de 2026 às 10:12, Bea Example <bea@example.org>\nescreveu:",
    "Italian": "Il giorno mar 3 mar 2026 alle ore 10:12 Bea Example <bea@example.org> ha scritto:",
    "Dutch": "Op di 3 mrt 2026 om 10:12 schreef Bea Example <bea@example.org>:",
    "Danish": "Den tir. 3. mar. 2026 kl. 10.12 skrev Bea Example <bea@example.org>:",
    "Finnish": "ti 3. maalisk. 2026 klo 10.12 Bea Example (bea@example.org) kirjoitti:",
    "Czech": "út 3. 3. 2026 v 10:12 odesílatel Bea Example <bea@example.org> napsal:",
    "Hungarian": "Bea Example <bea@example.org> ezt írta (időpont: 2026. márc. 3., K, 10:12):",
    "Romanian": "În mar., 3 mar. 2026 la 10:12, Bea Example <bea@example.org> a scris:",
    "Turkish": "Bea Example <bea@example.org>, 3 Mar 2026 Sal, 10:12 tarihinde şunu yazdı:",
    "Greek": "Στις Τρί 3 Μαρ 2026 στις 10:12 π.μ., ο χρήστης Bea Example <bea@example.org> έγραψε:",
    "Russian": "вт, 3 мар. 2026 г. в 10:12, Bea Example <bea@example.org>:",
    "Ukrainian": "вт, 3 бер. 2026 р. о 10:12 Bea Example <bea@example.org> пише:",
    "Arabic": "في الثلاثاء، ٣ مارس ٢٠٢٦ في ١٠:١٢ ص تمت كتابة ما يلي بواسطة Bea Example <bea@example.org>:",
    "Hebrew": "\u202bבתאריך יום ג׳, 3 במרץ 2026 ב-10:12 מאת \u202aBea Example\u202c <\u202abea@example.org\u202c>:\u202c",
    "Urdu": "منگل، 3 مارچ 2026 کو 10:12 بجے Bea Example <bea@example.org> نے لکھا:",
    "Bengali": "মঙ্গলবার, ৩ মার্চ, ২০২৬ এ ১০:১২ AM তারিখে Bea Example <bea@example.org> লিখেছেন:",
    "Somali": "Tal, 3 Mar 2026 markay tahay 10:12 Bea Example <bea@example.org> ayaa qoray:",
    "Vietnamese": "Vào Th 3, 3 thg 3, 2026 vào lúc 10:12 Bea Example <bea@example.org> đã viết:",
    "Chinese": "Bea Example <bea@example.org> 于2026年3月3日周二 10:12写道：",
    "Japanese": "2026年3月3日(火) 10:12 Bea Example <bea@example.org>:",
    "Korean": "2026년 3월 3일 (화) 오전 10:12, Bea Example <bea@example.org>님이 작성:",
    "a language that nobody listed": "Qa 3 Mraz 2026 zu 10:12, Bea Example <bea@example.org> brzuka:",
}

HEADERS = {
    "English": ("From", "Sent", "To", "Subject"),
    "bold English": ("*From:", "*Sent:", "*To:", "*Subject:"),
    "German": ("Von", "Gesendet", "An", "Betreff"),
    "French": ("De ", "Envoyé ", "À ", "Objet "),
    "Polish": ("Od", "Wysłano", "Do", "Temat"),
    "Swedish": ("Från", "Skickat", "Till", "Ämne"),
    "Welsh": ("Oddi wrth", "Anfonwyd", "At", "Pwnc"),
    "Turkish": ("Gönderen", "Gönderildi", "Kime", "Konu"),
    "Arabic": ("من", "تم الإرسال", "إلى", "الموضوع"),
    "a language that nobody listed": ("Brzu", "Qazt", "Wuur", "Plonk"),
}

RULES = [
    "-----Original Message-----",
    "-----Ursprüngliche Nachricht-----",
    "-------- Message d'origine --------",
    "----- Mensaje original -----",
    "---------- Пересылаемое сообщение ----------",
    "-------- Neges wreiddiol --------",
]

SIGNATURES = [
    "-- \nAda Example\nPeer worker",
    "--\nAda",
    "Sent from my iPhone",
    "Von meinem Samsung Galaxy Smartphone gesendet.",
    "Envoyé de mon iPhone",
    "Enviado desde mi Huawei",
    "Anfonwyd o fy iPad",
    "मेरे iPhone से भेजा गया",
    "Get Outlook for Android",
    "Kind regards,\nAda Example\n01632 960456",
    "Mit freundlichen Grüßen\nAda Example",
    "Cordialement,\nAda",
    "Thanks\nAda",
    "-Ada",
    "Ada Example\nada@example.net\n+44 1632 960456\nwww.example.net",
    "This email and any attachments are confidential and intended only for the addressee.",
    "____________________\nExample list\nlist@example.org\nhttps://example.org/list",
]


@pytest.mark.parametrize("head", ATTRIBUTIONS.values(), ids=ATTRIBUTIONS.keys())
@pytest.mark.parametrize("below", ["> How was it?\n> Tell us.", "How was it?\nTell us."], ids=["marked", "unmarked"])
def test_an_attribution_ends_the_reply_above_it(head: str, below: str):
    parts = split(f"It was fine.\nWe had tea.\n\n{head}\n\n{below}\n")

    assert parts.reply == "It was fine.\nWe had tea."
    assert parts.quoted.startswith(head[:10].strip())


@pytest.mark.parametrize("head", ATTRIBUTIONS.values(), ids=ATTRIBUTIONS.keys())
def test_a_reply_below_the_quote_is_kept(head: str):
    assert split(f"{head}\n> How was it?\n> Tell us.\n\nIt was fine.\n").reply == "It was fine."


@pytest.mark.parametrize("names", HEADERS.values(), ids=HEADERS.keys())
@pytest.mark.parametrize("rule", ["", "________________________________\n"], ids=["bare", "under a rule"])
def test_header_lines_end_the_reply_above_them(names: tuple[str, ...], rule: str):
    values = ("Bea Example <bea@example.org>", "3 March 2026 10:12", "Ada Example", "How was it?")
    lines = "\n".join(f"{name}: {value}" for name, value in zip(names, values, strict=True))

    assert split(f"It was fine.\n\n{rule}{lines}\n\nDear Ada,\nhow was it?\n").reply == "It was fine."


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_that_names_a_message_ends_the_reply(rule: str):
    assert split(f"It was fine.\n\n{rule}\n\nHow was it?\n").reply == "It was fine."


@pytest.mark.parametrize("signature", SIGNATURES)
def test_a_signature_is_told_from_the_words(signature: str):
    parts = split(f"It was fine.\n\n{signature}\n")

    assert (parts.reply, parts.signature.strip()) == ("It was fine.", signature.replace("-- ", "--"))


@pytest.mark.parametrize(
    "text",
    [
        "Thanks",
        "Thanks,\nAda",
        "Yes",
        "- yes\n- no\n- maybe",
        "Sent from my desk, which is easier than my phone.",
        "Sent my form in twice and it was lost both times.",
        "On Monday I wrote to them and nobody wrote back.",
        "I was told on 3 March at 10:12 that it was full.",
        "Name: Ada\nDate: 3 March 2026 10:12\nEmail: ada@example.net",
        "From: Leeds\nTo: York",
        "What went well:\n\nthe tea",
        "Please reply.\n\n----- my answers below -----\n\nIt was fine.",
        "We are >5 people.\n>:( about the room",
        "Love the group.\nThe regards of staff were kind.",
        "Best\nthing was the tea and worst was that nobody told us what came of it.",
        "Regards were sent to us at the end, but no report.",
        "Thank you for asking me.\n1 Yes\n2 No",
    ],
)
def test_words_that_only_look_like_something_else_are_kept(text: str):
    parts = split(text)

    assert (parts.reply, parts.quoted, parts.signature) == (text, "", "")


def test_answers_between_quoted_lines_are_kept_in_their_order():
    text = (
        "Hi,\n\nOn 3 Mar 2026 at 10:12, Bea <bea@example.org> wrote:\n> How was it?\nFine.\n>\n> What next?\n\n"
        "More tea.\n\n>> older\n> Bye\n\n-- \nAda\n"
    )

    parts = split(text)

    assert parts.reply == "Hi,\n\nFine.\n\nMore tea."
    assert parts.signature.strip() == "--\nAda"


def test_words_before_an_attribution_on_its_own_line_are_kept():
    assert split("fine-- On Tue, 3 Mar 2026 at 10:12, bea@example.org wrote:\n> How was it?").reply == "fine"


def test_a_marker_that_asks_for_replies_above_it_ends_the_reply():
    assert (
        split("It was fine.\n\n##- Please type your reply above this line -##\n\nHow was it?").reply == "It was fine."
    )


def test_nothing_of_the_persons_leaves_an_empty_reply():
    assert split("On 3 Mar 2026 at 10:12, Bea <bea@example.org> wrote:\n> How was it?\n").reply == ""
    assert split("Sent from my iPhone\n\n> How was it?\n").reply == ""
    assert split("").reply == ""


def test_a_message_handed_on_without_a_word_is_kept_whole():
    forwarded = "---------- Forwarded message ---------\nFrom: Bea <bea@example.org>\nDate: 3 Mar 2026\n\nIt was fine."

    assert split(forwarded).reply == forwarded
    assert split(f"See below.\n\n{forwarded}").reply == "See below."


def test_the_torn_end_of_a_link_between_quoted_lines_is_quoted():
    text = "Fine.\n\n> See https://example.org/a?\nx=1&y=2\n> Bye"

    assert split(text).reply == "Fine."


MEGABYTE = 1_000_000
HURTFUL = {
    "On": "On\n",
    "prose that begins with On": "On Monday I went to see the people there\n",
    "blank lines": "\n",
    "spaces": " ",
    "Am": "Am ",
    "dashes": "-",
    "headers": "From: a b c\n",
    "opening brackets": "<",
    "wrote": "wrote:\n",
    "marks": "> a\n> b\n\n",
    "attributions": "On 3 May 2026 at 10:00 a@b.org wrote:\nhi\n",
    "sign-offs": "Thanks\nAda\n",
    "colons": "a:\n",
}


@pytest.mark.slow
@pytest.mark.parametrize("piece", HURTFUL.values(), ids=HURTFUL.keys())
def test_a_megabyte_made_to_hurt_takes_time_in_line_with_its_size(piece: str):
    large = (piece * (MEGABYTE // len(piece) + 1))[:MEGABYTE]
    small = large[: MEGABYTE // 8]

    assert grows_in_line(lambda: split(small), lambda: split(large), times=8)


def test_a_long_reply_keeps_its_words_beyond_what_is_looked_at():
    text = "\n".join(f"line {number} of my story" for number in range(5000))

    assert split(text).reply == text
    assert split(f"Fine.\n\n-----Original Message-----\n{text}").reply == "Fine."
