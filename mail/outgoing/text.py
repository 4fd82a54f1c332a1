"""What each letter says: an invitation with all its questions, a reminder, a reply, help, and a last word.

Words for people come from the shared words (`mail_...`), so that they can be translated and are held to the same
reading age. How a letter looks is `mail.outgoing.layout`'s, its headers `mail.outgoing.mime_builder`'s.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from feedback.conversation.messages import Outbound, Prompt
from feedback.flows.answer import Answer
from feedback.flows.condition import atoms_of
from feedback.flows.model import Choice, Flow, Question, route
from feedback.flows.words import Words
from feedback.types.registry import type_of
from mail.model.expected_answers import LetterItem, LetterKind

SUBJECT_LONGEST = 60
"""Characters of a subject: more is cut off on a phone. It stands on lock screens, so it never says what it is about."""

_SUBJECTS: Mapping[LetterKind, str] = {
    "invitation": "mail_subject_invitation",
    "reminder": "mail_subject_reminder",
    "talk": "mail_subject_talk",
    "help": "mail_subject_talk",
    "farewell": "mail_subject_talk",
    "alert": "mail_subject_talk",
}


@dataclass(frozen=True)
class Letter:
    """What one letter says, in its own words: paragraphs, then numbered questions, then paragraphs.

    `summary` repeats a person's answers, one a line. Leave it empty unless they asked: others may read their mail.
    """

    kind: LetterKind
    subject: str
    opening: tuple[str, ...]
    items: tuple[LetterItem, ...] = ()
    summary: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    language: str = "en"

    @property
    def is_campaign(self) -> bool:
        """Whether it goes out by our own choice, and not because the person wrote."""
        return self.kind in ("invitation", "reminder")


class _Open(NamedTuple):
    question: Question
    is_perhaps: bool
    """Whether it depends on an answer that is not known yet."""


def letter_for_flow(
    flow: Flow, words: Words, *, organisation: str = "", place: str = "", kind: LetterKind = "invitation"
) -> Letter:
    """Return an invitation (or a reminder of one) with consent and every question of the flow, numbered from 1.

    `place` is that of the invitation, offered as an answer to the question about the place.
    """
    says = words.say
    first = ("mail_reminder",) if kind == "reminder" else ()
    opening = (says("mail_hello"), *(says(key) for key in first))
    return Letter(
        kind=kind,
        subject=_subject(kind, words, organisation),
        opening=(*opening, says("mail_asks", organisation=_us(organisation, words), title=flow.title)),
        items=items_left(flow, words, place=place),
        language=flow.language,
    )


def letter_for(
    outbound: Outbound,
    words: Words,
    *,
    organisation: str = "",
    items: tuple[LetterItem, ...] = (),
    with_summary: bool = False,
) -> Letter:
    """Return a letter for one message: what it says, then `items` (what is left to answer), or else its own question.

    A summary of the answers is left out unless `with_summary`: the person sees it on their own page.
    """
    prompt = outbound.prompt
    own = item_of(prompt, words, with_summary=with_summary) if prompt and not items else None
    is_plain = prompt is not None and own is None and not items
    return Letter(
        kind=outbound.kind,
        subject=_subject(outbound.kind, words, organisation),
        opening=(*_paragraphs(outbound.text), *((words.say("mail_left"),) if len(items) > 1 else ())),
        items=items or ((own,) if own else ()),
        summary=_summary(prompt) if prompt and with_summary else (),
        closing=_paragraphs(prompt.ask) if prompt and is_plain else _one_word(prompt, words, is_asked=bool(own)),
        language=words.language,
    )


def letter_to_staff(outbound: Outbound) -> Letter:
    """Return an alert to one of the team. Its first paragraph is its subject; nothing is asked."""
    subject, *said = _paragraphs(outbound.text)
    return Letter(kind="alert", subject=subject[:SUBJECT_LONGEST], opening=tuple(said))


def items_left(
    flow: Flow, words: Words, answers: Mapping[str, Answer] | None = None, *, place: str = ""
) -> tuple[LetterItem, ...]:
    """Return what is still to answer, numbered from 1. Without `answers`, nothing is known: consent comes first.

    A question that depends on an answer not known yet stands there with a line saying whom it is for; one whose
    condition already fails does not.
    """
    consent = () if answers is not None else (_consent(flow, words),)
    lead: list[str] = []
    asked: list[LetterItem] = []
    for question, is_perhaps in _open(flow, answers or {}):
        if type_of(question).gives == "nothing":
            lead.append(question.ask)
            continue
        item = _item(question, words, "\n\n".join((*lead, question.ask)), is_perhaps=is_perhaps)
        asked.append(_with_place(item, place))
        lead.clear()
    return tuple(_numbered((*consent, *asked)))


def item_of(prompt: Prompt, words: Words, *, with_summary: bool = False) -> LetterItem | None:
    """Return a prompt as the one item of a letter, or None where it only says something."""
    if type_of(prompt).gives == "nothing" or prompt.about == "closed":
        return None
    ask = prompt.ask
    if prompt.about == "check":
        ask = ask.partition("\n\n")[0] if with_summary else words.say("mail_check")
    if prompt.progress:
        ask = f"{prompt.progress}\n\n{ask}"
    hints = [prompt.hint, _answer_hint(prompt, words), *_rather_not("prefer_not" in prompt.words, words)]
    return LetterItem(1, prompt.about, ask, prompt.type, prompt.choices, _joined(hints))


def _open(flow: Flow, answers: Mapping[str, Answer]) -> Iterable[_Open]:
    """Return the questions without an answer that may still be this person's, in the order of the flow."""
    not_known: set[str] = set()
    for entry in route(flow, answers):
        question = entry.question
        needs = {atom.question for atom in atoms_of(question.when)} if question.when else set[str]()
        is_perhaps = not needs.isdisjoint(not_known)
        if question.id in answers or (entry.state != "asked" and not is_perhaps):
            continue
        not_known.add(question.id)
        yield _Open(question, is_perhaps)


def _consent(flow: Flow, words: Words) -> LetterItem:
    choices = (Choice("yes", words.say("yes")), Choice("no", words.say("no")))
    return LetterItem(1, "consent", flow.consent.ask, "yesno", choices, words.say("mail_privacy_word"))


def _item(question: Question, words: Words, ask: str, *, is_perhaps: bool) -> LetterItem:
    hints = [
        _for_whom(question, words) if is_perhaps else "",
        question.hint,
        words.say("mail_gentle_signpost") if question.signpost else "",
        _answer_hint(question, words),
        *_rather_not(question.prefer_not, words),
    ]
    return LetterItem(0, question.id, ask, question.type, question.choices, _joined(hints))


def _with_place(item: LetterItem, place: str) -> LetterItem:
    """Return a question about the place with that of the invitation to pick (see `feedback.conversation.prompts`)."""
    if not type_of(item).offers_place or not place:
        return item
    return replace(item, choices=(Choice("invited", place), *item.choices))


def _numbered(items: Iterable[LetterItem]) -> Iterable[LetterItem]:
    return (replace(item, number=number) for number, item in enumerate(items, 1))


def _for_whom(question: Question, words: Words) -> str:
    """Return whom a question is for. The base of one with an implied answer is a rule of counting, no group."""
    leave_out = words.say("mail_leave_out")
    if not question.base or question.otherwise is not None:
        return leave_out
    return f"{words.say('mail_only_for', base=question.base)} {leave_out}"


def _answer_hint(asked: Question | Prompt, words: Words) -> str:
    """Return what kind of answer fits, where no choices show it."""
    kind = type_of(asked)
    if kind.mail_hint:
        return words.say(kind.mail_hint)
    if kind.gives != "number" or asked.range is None:
        return ""
    low, high = (f"{end:g}" for end in asked.range)
    between = words.say("mail_between", low=low, high=high)
    if asked.ends is None:
        return between
    return f"{between} {words.say('mail_ends', low=low, low_words=asked.ends[0], high=high, high_words=asked.ends[1])}"


def _rather_not(is_offered: bool, words: Words) -> tuple[str, ...]:  # noqa: FBT001 - a yes or no of the question
    return (words.say("mail_rather_not", label=words.labels["prefer_not"]),) if is_offered else ()


def _one_word(prompt: Prompt | None, words: Words, *, is_asked: bool) -> tuple[str, ...]:
    """Return which single words a reply may be, beside an answer. Help and stop stand in every letter."""
    if prompt is None or not is_asked:
        return ()
    labels = [words.labels[word] for word in prompt.words if word in ("skip", "next", "back", "pause")]
    return (words.say("mail_one_word", labels=", ".join(labels)),) if labels else ()


def _joined(hints: Iterable[str]) -> str:
    return "\n".join(hint for hint in hints if hint)


def _summary(prompt: Prompt) -> tuple[str, ...]:
    return tuple(prompt.ask.partition("\n\n")[2].splitlines()) if prompt.about == "check" else ()


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("\n\n") if part.strip())


def _us(organisation: str, words: Words) -> str:
    return organisation or words.say("mail_us")


def _subject(kind: LetterKind, words: Words, organisation: str) -> str:
    subject = " ".join(words.say(_SUBJECTS[kind], organisation=_us(organisation, words)).split())
    if len(subject) <= SUBJECT_LONGEST:
        return subject
    return subject[: SUBJECT_LONGEST + 1].rsplit(" ", 1)[0][:SUBJECT_LONGEST].rstrip(" ,.:;-")
