"""A flow judged as a whole: can each question be reached, is it short, is it plain, is it kind."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from feedback.errors import Fault
from feedback.flows.condition import IsNot, atoms_of
from feedback.flows.field_readers import TEXT_MOST
from feedback.flows.flow_parser import Draft, read
from feedback.flows.model import QUEUE_OF, Flow, Question, about_person
from feedback.flows.question_parser import LABEL_MOST
from feedback.flows.readability import GRADE_MOST, SENTENCE_MOST, grade, hard_words, long_sentences
from feedback.flows.route_analysis import Walk, can_hold, walk
from feedback.flows.toml_source import Path
from feedback.flows.words import Words
from feedback.types.registry import type_of

ASK_TARGET = 120
"""Characters: two short sentences, all in sight on a small phone."""
LABEL_TARGET = 40
"""Characters. A guess: one line of a chat's button on most phones; 20 fit with large print."""
CHOICES_TARGET = 7
"""A guess: more have to be read again before one can be picked."""
ROUTE_TARGET = 8
"""Questions of the longest way: about five minutes for a slow reader who also writes."""

_ENGLISH = re.compile(r"en(-|$)")

Remark = tuple[Path, str, str, str]
"""A fault or warning without its line: path, code, message, suggestion."""


@dataclass(frozen=True)
class Checked:
    """What came of a check. `flow` and `walk` are None where there are errors."""

    faults: tuple[Fault, ...]
    flow: Flow | None = None
    walk: Walk | None = None


def check(file: str, text: str, words: Words) -> Checked:
    """Read and judge a flow file: every error and every warning at once, in the order of the file."""
    return check_draft(read(file, text, words))


def check_draft(draft: Draft) -> Checked:
    """Judge a flow that has been read. The ways through it are walked only when it could be read without fault."""
    if not draft.source.is_whole:
        return Checked(draft.faults)
    flow, is_sound = draft.flow, not draft.faults
    walked = walk(flow) if is_sound else None
    errors = [*_help_errors(flow), *(_route_errors(flow, walked) if walked else ())]
    warnings = [*_flow_warnings(flow), *(_route_warnings(walked) if walked else ())]
    for question in flow.questions:
        warnings += _question_warnings(flow, question)
    noted = [_fault(draft, error, is_warning=False) for error in errors]
    noted += [_fault(draft, warning, is_warning=True) for warning in warnings]
    faults = tuple(sorted((*draft.faults, *noted)))
    return Checked(faults) if errors or not is_sound else Checked(faults, flow, walked)


def _fault(draft: Draft, remark: Remark, *, is_warning: bool) -> Fault:
    path, code, message, suggestion = remark
    line = draft.source.line(_place(draft, path))
    return Fault(draft.source.file, line, code, message, suggestion, is_warning)


def _place(draft: Draft, path: Path) -> Path:
    """Turn ("question", ID, ...) into ("question", NUMBER, ...)."""
    if path[:1] != ("question",) or len(path) == 1:
        return path
    raw = draft.source.raw["question"]
    number = next(number for number, item in enumerate(raw) if item.get("id") == path[1])
    return ("question", number, *path[2:])


def _help_errors(flow: Flow) -> Iterator[Remark]:
    words = flow.words
    if not words.texts.get("help_first") or not any(post.show and post.always_open for post in words.signposts):
        message = f'The words in "{words.language}" do not say where help is, day and night.'
        yield ("language",), "help-missing", message, "Fill in help_first in words.toml, and signposts.toml."


def _route_errors(flow: Flow, walked: Walk) -> Iterator[Remark]:
    questions = {question.id: question for question in flow.questions}
    for question in flow.questions:
        if question.id in walked.reached or question.when is None or not walked.is_whole:
            continue
        path: Path = ("question", question.id, "when")
        if not can_hold(question.when, questions):
            message = "This condition can never be true: its parts rule each other out."
            yield path, "when-never", message, 'Join the parts with "or", or take one out.'
        else:
            message = "This question can never be reached: nobody is asked what its condition needs."
            yield path, "never-reached", message, "Compare its condition with those of the questions that it names."


def _route_warnings(walked: Walk) -> Iterator[Remark]:
    longest = walked.longest
    if longest.questions > ROUTE_TARGET:
        message = (
            f"The longest way has {longest.questions} questions (about {longest.minutes} minutes), the median "
            f"{walked.median.questions}; the target is {ROUTE_TARGET}."
        )
        yield ("flow",), "route-long", message, "Take questions out, or ask them another time."
    if not walked.is_whole:
        message = "There are too many ways through this flow to walk them all."
        yield ("flow",), "ways-too-many", message, "Let conditions name fewer questions."


def word_warnings(flow: Flow, beside: Flow | None = None) -> Iterator[Remark]:
    """Yield what makes the words of a flow hard to read; those that it shares with another flow are left out."""
    shared = set(_texts_of(beside)) if beside else set[tuple[Path, str]]()
    texts = [one for one in _texts_of(flow) if one not in shared]
    for path, text in texts:
        yield from _sentence_warnings(path, text)
    told = [text for _, text in texts]
    if _ENGLISH.match(flow.language) and grade(told) > GRADE_MOST:
        hard = ", ".join(hard_words(told)[:8])
        message = f"All words together read at grade {grade(told):.1f}; the most is {GRADE_MOST:.0f} (age 9 to 11)."
        yield ("flow",), "reading-grade", message, f"Find plainer words for: {hard}." if hard else "Write shorter."


def _flow_warnings(flow: Flow) -> Iterator[Remark]:
    yield from word_warnings(flow)
    yield from _unreachable_queues(flow)
    if flow.questions:
        yield from _sensitive_warnings(flow.questions[0], "first")
        yield from _sensitive_warnings(flow.questions[-1], "last")


def _unreachable_queues(flow: Flow) -> Iterator[Remark]:
    """Yield each queue into which an answer puts people whom nobody asks whether they may be contacted about it."""
    asked = {question.consent for question in flow.questions} | set(flow.consent.switches)
    if "contact_more" in asked:
        return
    may_contact = {queue for switch, queue in QUEUE_OF.items() if switch in asked}
    for question in flow.questions:
        for queue in sorted({queue for queue, _ in question.queues} - may_contact):
            message = f'An answer puts people into the queue "{queue}", and nobody asks them if they may be contacted.'
            suggestion = 'Add a question with: consent = "contact_more".'
            yield ("question", question.id, "queues", queue), "queue-without-contact", message, suggestion


def _texts_of(flow: Flow) -> list[tuple[Path, str]]:
    head: list[tuple[Path, str]] = [
        (("start",), flow.start),
        (("consent", "ask"), flow.consent.ask),
        (("consent", "no"), flow.consent.no),
        (("finish", "check"), flow.finish.check),
        (("finish", "thanks"), flow.finish.thanks),
    ]
    for question in flow.questions:
        head += [(("question", question.id, "ask"), question.ask), (("question", question.id, "hint"), question.hint)]
        head += [(("question", question.id, "choices", choice.id), choice.label) for choice in question.choices]
    return head


def _sentence_warnings(path: Path, text: str) -> Iterator[Remark]:
    for sentence in long_sentences(text):
        message = f'The sentence that begins "{sentence[:40]}" has over {SENTENCE_MOST} words.'
        yield path, "sentence-long", message, "Make two of it."


def _sensitive_warnings(question: Question, place: str) -> Iterator[Remark]:
    if question.private or question.signpost:
        message = f"A sensitive question comes {place}."
        yield ("question", question.id), f"sensitive-{place}", message, "Put it in the middle."


def _question_warnings(flow: Flow, question: Question) -> Iterator[Remark]:
    for rule in _RULES:
        yield from rule(flow, question)


def _long_texts(_flow: Flow, question: Question) -> Iterator[Remark]:
    at: Path = ("question", question.id)
    if ASK_TARGET < len(question.ask) <= TEXT_MOST:
        message = f"The question has {len(question.ask)} characters; the target is {ASK_TARGET}."
        yield (*at, "ask"), "text-over-target", message, "Say it in fewer words."
    for choice in question.choices:
        if LABEL_TARGET < len(choice.label) <= LABEL_MOST:
            message = f"The label has {len(choice.label)} characters; the target is 20, the most {LABEL_TARGET}."
            yield (*at, "choices", choice.id), "label-over-target", message, "Say it in fewer words."
        if choice.label and not any(character.isalnum() for character in choice.label):
            message = f'The label "{choice.label}" has no words, and not everyone can see or hear it.'
            yield (*at, "choices", choice.id), "label-no-words", message, "Add a word to it."


def _too_much_at_once(_flow: Flow, question: Question) -> Iterator[Remark]:
    at: Path = ("question", question.id)
    if len(question.choices) > CHOICES_TARGET:
        message = f"There are {len(question.choices)} choices; the target is {CHOICES_TARGET}."
        yield (*at, "choices"), "choices-many", message, "Join some, or leave the rare ones to 'other'."
    asking = [sentence for sentence in re.split(r"(?<=[.!?])\s+", question.ask) if sentence.endswith("?")]
    if len(asking) > 1 or any(" and " in sentence for sentence in asking):
        message = 'This may be two questions in one (two question marks, or "and").'
        yield (*at, "ask"), "double-question", message, "Ask one thing at a time."


def _missing_words(_flow: Flow, question: Question) -> Iterator[Remark]:
    at: Path = ("question", question.id)
    if not question.theme and not question.consent and type_of(question).needs_theme:
        yield at, "no-theme", "This question has no theme.", 'Write: theme = "impact".'
    if question.when is not None and not question.base and type_of(question).gives != "nothing":
        message = "The report cannot say in your words whom this question was put to."
        yield (*at, "when"), "no-base", message, 'Write: base = "people who ...".'


def _identity(flow: Flow, question: Question) -> Iterator[Remark]:
    if question.prefer_not or type_of(question).gives == "nothing" or question.consent:
        return
    if question.id in about_person(flow):
        message = 'A question about who somebody is needs "prefer not to say".'
        yield ("question", question.id), "no-prefer-not", message, "Write: prefer_not = true."


def _alone(flow: Flow, question: Question) -> Iterator[Remark]:
    """`x is not y` is false for those never asked x; say so, so that nobody has to know it."""
    atoms = atoms_of(question.when) if question.when is not None else ()
    for atom in atoms:
        named = flow.question(atom.question)
        if not isinstance(atom, IsNot) or named is None or named.when is None or named.otherwise is not None:
            continue
        if not set(atoms_of(named.when)) <= set(atoms):
            message = f'"{atom.question}" is not put to everyone, and "is not" is false for those who were not asked.'
            suggestion = f'Write the condition of "{atom.question}" out again, joined by "and".'
            yield ("question", question.id, "when"), "is-not-alone", message, suggestion


_RULES: tuple[Callable[[Flow, Question], Iterable[Remark]], ...] = (
    _long_texts,
    _too_much_at_once,
    _missing_words,
    _identity,
    _alone,
)
