"""Names, cards and leave-takings go; what somebody says below them stays, and a name that is an answer too."""

from itertools import product

import pytest

from mail.replies.quoted_text import split

BODY = "The hall was cold.\nNobody spoke to me."
NAME = "Wren Example wren example we"
CARD = "Kind regards\nWren Example\nTenant officer\n07700 900123\nwren.example@people.test"
MARKS = [
    "PS",
    "P.S.",
    "P.S",
    "p.s.",
    "ps:",
    "PS -",
    "PPS",
    "P.P.S.",
    "P. S.",
    "PS)",
    "Post scriptum:",
    "Postscript:",
    "N.B.",
    "NB:",
    "NB",
    "*PS*",
    "PD:",
    "P.D.",
    "O.N.:",
    "DP:",
    "ÖI:",
    "P.-S. :",
    "P/S:",
    "З.Ы.",
    "П.С.",
    "附言：",
    "又及：",
    "追伸",
    "ملاحظة:",
    "نوٹ:",
]
ADDED = (
    "I forgot to say the tea was nice.",
    "One more thing: the chairs hurt my back.",
    "Oh and the bus was late.",
    "And please ring me on Monday.",
    "Could somebody call me back?",
    "Ich habe die Lieder nicht gekannt.",
    "Я не знала песен.",
)
LEAVES = [
    "Kind regards",
    "Cheers",
    "With love",
    "Bye for now",
    "Speak soon",
    "Hope this helps",
    "Stay safe",
    "Mit freundlichen Grüßen",
    "Hochachtungsvoll",
    "Bis bald",
    "Bien cordialement",
    "À bientôt",
    "Un saludo",
    "Besos",
    "Atenciosamente",
    "Beijos",
    "Cari saluti",
    "Groetjes",
    "Vänliga hälsningar",
    "Kærlig hilsen",
    "Pozdrawiam serdecznie",
    "S pozdravem",
    "Cu drag",
    "Üdvözlettel",
    "Всего доброго",
    "З повагою",
    "Με εκτίμηση",
    "Saygılarımla",
    "Cofion gorau",
    "Hwyl fawr",
    "Yr eiddoch yn gywir",
    "Is mise le meas",
    "Su pagarba",
    "Ar cieņu",
    "Me respekt",
    "Mahadsanid",
    "Asante sana",
    "Nagode",
    "Maraming salamat",
    "مع أطيب التحيات",
    "با سپاس",
    "آپ کا مخلص",
    "सादर",
    "धन्यवाद",
    "শুভেচ্ছা",
    "ধন্যবাদান্তে",
    "ਸਤਿਕਾਰ ਸਹਿਤ",
    "આભાર",
    "அன்புடன்",
    "ด้วยความนับถือ",
    "祝好",
    "よろしくお願いします",
    "감사합니다",
    "תודה רבה",
    "ከሰላምታ ጋር",
    "سوپاس",
]
CARDS = (
    "Wren Example\nVolunteer\nExample House, 12 Long Road, Leeds LS1 1AA\nT: 0113 496 0123",
    "Wren\n(she/her)",
    "W. Example",
    "WE",
    "wren xx",
    "- Wren",
    "Wren & Tom",
    "Wren Example\nMy working days are Monday to Wednesday.\nexample.test",
)


def own(text: str) -> str:
    return split(text, NAME).reply.strip()


def test_a_postscript_in_any_form_is_kept_below_a_name_and_below_a_card():
    for mark, above, gap in product(MARKS, ("Thanks,\nWren", CARD), ("\n", "\n\n")):
        said = f"{mark} please bring water next time"

        assert " ".join(own(f"{BODY}\n\n{above}{gap}{said}").split()) == " ".join(f"{BODY} {said}".split()), mark


def test_a_sentence_that_only_a_person_says_is_kept_below_their_name():
    for said, above in product(ADDED, ("Thanks\nWren", CARD, "-- \nWren Example\n07700 900123")):
        assert " ".join(own(f"{BODY}\n\n{above}\n\n{said}").split()) == " ".join(f"{BODY} {said}".split()), said


@pytest.mark.parametrize(
    "print_",
    [
        "I work Monday to Wednesday and answer e-mails on those days.",
        "Please consider the environment before printing this e-mail.",
        '"Be the change that you wish to see in the world."',
        "Sent from my iPhone",
        "We are a registered charity.",
    ],
)
def test_small_print_and_mottos_below_a_card_stay_there(print_: str):
    assert own(f"{BODY}\n\n{CARD}\n\n{print_}") == BODY


def test_a_leave_taking_of_many_languages_goes_with_the_name_below_it():
    for leave, name, comma in product(LEAVES, ("Wren", "Bea Example"), ("", ",")):
        assert split(f"{BODY}\n\n{leave}{comma}\n{name}").reply.strip() == BODY, leave


def test_a_leave_taking_that_may_be_an_answer_stays_where_no_name_is_below():
    for said in ("Peace", "Bye", "Respect", "Love", "Hope this helps", "Stay safe"):
        assert own(f"{BODY}\n\n{said}") == f"{BODY}\n\n{said}"


@pytest.mark.parametrize("card", CARDS)
@pytest.mark.parametrize("leave", ["", "Thanks\n"])
def test_a_card_is_what_the_senders_own_name_says(card: str, leave: str):
    assert own(f"{BODY}\n\n{leave}{card}") == BODY


@pytest.mark.parametrize(
    "said",
    [
        "Tea\nBiscuits",
        "Tea & biscuits",
        "The manager, Bea Example, was rude.\nHer number is 07700 900123.",
        "Please ring me\n07700 900123",
        "Bea Example",
        "Call Bea Example on 0113 496 0123.",
        "Wren was never told about this.",
        "I am Wren and I want to be heard",
    ],
)
def test_what_only_looks_like_a_card_is_kept(said: str):
    assert own(f"{BODY}\n\n{said}") == f"{BODY}\n\n{said}"
