"""Who answers what: plainly invented people, the words that they type, and how they end a mail."""

from dataclasses import dataclass
from random import Random  # noqa: TID251 - every reply is made from a seed that is handed in

from mail.model.expected_answers import LetterItem

NAMES = ("Ada", "Bea", "Cal")
LONG = (
    "More time to read the papers, and breaks.",
    "Thanks to Bea I felt welcome from the first day.",
    "Best thing was the tea. Worst was the stairs.",
    "On Monday I wrote to them and nobody wrote back to me.",
    "Ask us sooner. By the time we came it was all decided.",
    "They listened, but I am not sure that they heard.",
    "I wrote about it at the time: it was the noise, the lights and the long day.",
    "From my point of view it was fine, just slow.",
    "Pay people on the day. I waited 3 weeks for 12 pounds.",
    "Regards were sent to us at the end, but no report.",
    "I would say\n- shorter meetings\n- a quiet room\n- someone to sit with",
    "It made me tired.\n\nStill, I would do it again next year.",
    "Dim ond un peth: mwy o Gymraeg yn y cyfarfodydd.",  # codespell:ignore ond
    "Chciałabym więcej przerw i prostszego języka.",
    "مجھے اچھا لگا کہ سب نے میری بات سنی۔",
    "It was great 😀 do it again!",
    "A & B groups got < 5 minutes each; the rest went to slides.",
    "Nothing.",
    "The date on the letter was wrong: it said Friday 6 March at 10:00.",
    "To be honest I do not remember much of it.",
    'Two people told me "you are only here for show". That hurt.',
    "Sent my form in twice and it was lost both times.",
    (
        "Hearing that one sentence of mine was in the plan, word for word. That is what it did for me, and I have told "
        "everyone at the club about it since, because nobody there believed that anything would come of it."
    ),
    "5 stars",
    "See https://www.example.org/minutes for what we said.",
)
PLACES = ("Camden", "at the Tuesday group", "North Example hospital", "online", "LS6", "Caerdydd")
SHARED = ("skip", "same as 2", "I do not want to say", "not sure really", "?? what do you mean", "as above")
OPENINGS = (
    "Hi,",
    "Hello there, my answers are below.",
    "See below.",
    "Dear all,\n\nThank you for asking me.",
    "Sorry this is late, I was away.",
    "Helo, diolch am ofyn.",
)
PROSE = (
    "I liked it, and I would do it again.\n\nThe room was cold though.",
    "It was all right. They were kind and I was paid. I still do not know what they did with it.",
    "Can someone ring me please? I find typing hard.",
    "Yes it was OK",
    "Fine thanks",
    "I have been to four of these now.\nEach time the same people talk.\nPlease ask the quiet ones.",
    "Mae'n ddrwg gen i, dydw i ddim yn cofio llawer.",
    "Nie pamiętam wszystkiego, ale było dobrze.",
    "👍 all good from me",
    (
        "I can only tell you this: on the first day someone wrote my name down wrong and it stayed wrong until the end. "
        "I said so twice. It is a small thing but it tells you how closely they listen."
    ),
    "We were treated as guests, not as equals. That is my whole answer.",
)
SHORT = ("Yes", "No", "Partly", "ok", "Not sure", "2", "👍", "Fine", "Ie", "Tak")
SOFT = (
    "Best wishes\n{name}",
    "Thanks,\n{name}",
    "Kind regards,\n\n{name} Example\nPeer worker, Example Trust\nTel: 01632 960123",
    "{name}",
    "{name} x",
    "Diolch\n{name}",
    "Pozdrawiam,\n{name}",
)
HARD = (
    "-- \n{name} Example\nPeer worker\nhttps://www.example.net/{name}",
    "--\n{name} Example | Example Trust | 01632 960456",
    '-- \n{name}\n"The only way out is through"',
)
DISCLAIMERS = (
    (
        "________________________________\nThis email and any attachments are confidential and intended only for the "
        "person to whom they are addressed. If you have received this email in error please delete it and tell the sender."
    ),
    (
        "**********************************************************************\nThis message may contain confidential "
        "information. If you are not the intended recipient please inform the\nsender that you have received the message "
        "in error before deleting it.\n**********************************************************************"
    ),
    (
        "The information in this email is confidential. If you are not the intended recipient, you must not copy it or "
        "pass it on. Please think about the environment before you print this email."
    ),
)


@dataclass(frozen=True)
class Signature:
    """How a mail ends. A hard one must not stay in the reply; a soft one is the person's own and may stand in either."""

    text: str = ""
    is_hard: bool = False


def signature(rng: Random, phone: str) -> Signature:
    """Return one of the ends of a mail; `phone` is the line that the person's program adds, or empty."""
    name = rng.choice(NAMES)
    roll = rng.random()
    if phone and roll < 0.7:
        return Signature(phone, is_hard=True)
    if roll < 0.4:
        return Signature()
    if roll < 0.65:
        return Signature(rng.choice(SOFT).format(name=name))
    if roll < 0.93:
        return Signature(rng.choice(HARD).format(name=name), is_hard=True)
    return Signature(rng.choice(DISCLAIMERS), is_hard=True)


def sheet(rng: Random, items: tuple[LetterItem, ...]) -> dict[int, str]:
    """Return what a person types to each item; nothing to some, and at least one answer."""
    share = rng.choice((0.3, 0.7, 1.0))
    answers = {item.number: answer(rng, item) for item in items if rng.random() < share}
    if not answers:
        answers[items[0].number] = answer(rng, items[0])
    if rng.random() < 0.08:  # the same words to every question
        answers = dict.fromkeys(answers, rng.choice(("Yes", "No", "not sure", "ok")))
    return answers


def answer(rng: Random, item: LetterItem) -> str:
    """Return one answer, mostly of the kind that the item asks for."""
    roll = rng.random()
    if roll < 0.06:
        return rng.choice(SHARED)
    if roll < 0.10:
        return f'You ask "{item.ask}" and I say: it depends.'
    if item.type == "place":
        return rng.choice(PLACES)
    if not item.choices or roll < 0.2:
        return rng.choice(LONG)
    if item.type == "many":
        return _several(rng, item)
    return _one(rng, item)


def short_answer(rng: Random, item: LetterItem) -> str:
    """Return an answer of a few words without any digits, as it fits into one line of many answers."""
    if not item.choices or rng.random() < 0.2:
        return rng.choice(("skip", "no idea", "the tea", "ok", "maybe"))
    label = rng.choice(item.choices).label
    return label.lower() if not any(letter.isdigit() or letter == "," for letter in label) else "skip"


def _one(rng: Random, item: LetterItem) -> str:
    place = rng.randrange(len(item.choices))
    label = item.choices[place].label
    return rng.choice(
        (label, label, label.lower(), label.upper(), f"{label}!", f"{label}, I think.", str(place + 1), f"{label} 😀")
    )


def _several(rng: Random, item: LetterItem) -> str:
    places = sorted(rng.sample(range(len(item.choices)), k=min(len(item.choices), rng.randint(1, 3))))
    labels = [item.choices[place].label for place in places]
    numbers = [str(place + 1) for place in places]
    return rng.choice(
        (", ".join(labels), "\n".join(labels), " and ".join(labels), ", ".join(numbers), " ".join(numbers))
    )
