"""Replies made from a seed, each with its truth: the words typed, where each answer belongs, comment and signature."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random  # noqa: TID251 - every reply is made from a seed that is handed in

from mail_replies import people
from mail_replies.clients import CLIENTS, Client, Form
from mail_replies.drawing import Desk, as_mail
from mail_replies.languages import LANGUAGES, Language
from mail_replies.letters import Letter, Part, letter
from mail_replies.people import Signature
from mail_replies.positions import COLOURED, MARKED, POSITIONS, Maker, two_people
from mail_replies.wear import SIGNS, WEARS, banner, worn_html

from mail.model.expected_answers import ItemReply, SentLetter


@dataclass(frozen=True)
class Reply:
    """One reply and what is true of it."""

    seed: int
    client: str
    language: str
    form: Form
    position: str
    letter: str
    sent: SentLetter
    raw: bytes
    words: tuple[str, ...]
    """What the person typed, piece by piece in order."""
    shown: tuple[str, ...]
    """The same with what may be dropped: a number before an answer, a name in brackets."""
    slots: tuple[ItemReply, ...]
    comment: str
    signature: Signature
    is_open: bool

    @property
    def is_between(self) -> bool:
        """Whether the answers stand between the lines of the letter."""
        return self.position.startswith("inline") or self.position in {"questions only", "partial quote"}

    @property
    def name(self) -> str:
        return f"seed {self.seed}: {self.client}, {self.language}, {self.form}, {self.position}, {self.letter}"


def replies(count: int, first: int = 0, *, is_worn: bool = False) -> Iterator[Reply]:
    """Yield the replies of `count` seeds from `first` on: positions in turn, so that each has its share."""
    for seed in range(first, first + count):
        yield reply(seed, is_worn=is_worn)


def reply(seed: int, *, is_worn: bool = False) -> Reply:
    """Return the reply of one seed, always the same. `is_worn`: the letter that it quotes has suffered on its way."""
    rng = Random(seed * 7919 + 11)  # noqa: S311 - replies are no secret
    position = POSITIONS[seed % len(POSITIONS)]
    client, form = _program(rng, position)
    spoken = [one for one in LANGUAGES if not client.languages or one.code in client.languages]
    language = rng.choice(spoken)
    sent = letter(rng)
    held = _worn(rng, sent) if is_worn else sent
    sign = people.signature(rng, _last_line(client, language))
    plan = position(rng, sent, sign)
    desk = Desk(held, client, language, form, plan, is_late=rng.random() < 0.5, is_guarded=rng.random() < 0.15)
    return _judged(seed, desk, sign)


def _program(rng: Random, position: Maker) -> tuple[Client, Form]:
    if position in MARKED:
        return rng.choice([client for client in CLIENTS if client.mark and "text" in client.forms]), "text"
    if position in COLOURED:
        client = rng.choice([client for client in CLIENTS if client.html is not None])
        return client, rng.choice([form for form in client.forms if form != "text"])
    client = rng.choice([client for client in CLIENTS if client.head != "bare" or position is not two_people])
    return client, rng.choice(client.forms)


def _worn(rng: Random, sent: Letter) -> Letter:
    """Return the letter as it lies in a mailbox that did not keep it as it was."""
    wear = rng.choice(WEARS)
    texts = [Part("\n".join(wear(part.body.split("\n"), rng)), part.section) for part in sent.texts]
    htmls = [
        Part(
            worn_html(part.body, wear, rng) if wear in SIGNS else part.body,
            part.section,
            "\n".join(wear(part.plain.split("\n"), rng)),
        )
        for part in sent.htmls
    ]
    if rng.random() < 0.2:
        plain, page = banner(rng)
        texts.insert(0, Part(plain, 0))
        htmls.insert(0, Part(page, 0, plain))
    return replace(sent, texts=tuple(texts), htmls=tuple(htmls), name=f"{sent.name}-{wear.__name__}")


def _last_line(client: Client, language: Language) -> str:
    return language.phone.format(device=client.device) if client.device else client.line


def _judged(seed: int, desk: Desk, sign: Signature) -> Reply:
    plan, own = desk.plan, [piece for piece in desk.plan.pieces if piece.role == "typed"]
    about = {item.number: item.about for item in desk.letter.sent.items}
    return Reply(
        seed,
        desk.client.name,
        desk.language.code,
        desk.form,
        plan.position,
        desk.letter.name,
        desk.letter.sent,
        as_mail(desk, seed),
        tuple(piece.words or "" for piece in own),
        tuple(piece.text for piece in own),
        tuple(ItemReply(about[piece.item], piece.words or "") for piece in own if piece.item is not None),
        "\n\n".join(piece.words or "" for piece in own if piece.item is None),
        sign,
        plan.is_open,
    )
