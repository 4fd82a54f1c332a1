"""What people said as a project for qualitative analysis: each text a source, each coding a span.

A text is the words of one answer or one comment. Ticks and numbers are not texts; they go along as variables, so that
texts can be sorted by them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from feedback.conversation.response import Comment, Response
from feedback.flows.answer import Answer
from feedback.flows.model import Flow, Question
from feedback.types.registry import type_of
from report.counting.response_state import QuestionState, replies, standing
from report.exports.codebook import Codebook, labels
from report.exports.folded_words import folded
from report.exports.long import version_of
from report.exports.qdpx_types import QdpxCode, QdpxCoder, QdpxSource, QdpxSpan, guid_of
from report.exports.redaction import ClearedTexts, HiddenSpan, parts_of
from report.exports.text_mapping import EditedText, edited, line_ends


@dataclass(frozen=True)
class CodedTexts:
    """Themes, who gave them, and the spans of each text by its GUID, in the words as they came (0 and 0: all)."""

    codes: tuple[QdpxCode, ...] = ()
    coders: tuple[QdpxCoder, ...] = ()
    spans: Mapping[str, tuple[QdpxSpan, ...]] = field(default_factory=dict)


def answer_guid(conversation: str, question: str) -> str:
    """Return the GUID of the words of an answer."""
    return guid_of("text", f"{conversation}/{question}")


def comment_guid(conversation: str, comment: int) -> str:
    """Return the GUID of a comment."""
    return guid_of("text", f"{conversation}/comment/{comment}")


def outgoing(words: str, hidden: Iterable[HiddenSpan] = ()) -> EditedText:
    """Return a text as it leaves: hidden parts replaced, and line ends that every program counts alike."""
    return edited(words, [*parts_of(hidden), *line_ends(words)])


@dataclass(frozen=True)
class QdpxInputs:
    """What sources are made of. `checked` is None for those who see all words; else only checked ones leave."""

    flows: Mapping[str, Flow]
    books: tuple[Codebook, ...]
    coded: CodedTexts
    checked: ClearedTexts | None = None


def sources(responses: Iterable[Response], of: QdpxInputs) -> Iterator[QdpxSource]:
    """Yield a source for each text of each counted conversation, in their order.

    Memos of staff leave only with the words as they came. Raises SaysoError for a version that is not there.
    """
    told = {book.flow: labels(book)[1] for book in of.books}
    for response in responses:
        if standing(response) == "counted":
            found = tuple(replies(version_of(response, of.flows), response.answers))
            values = (*_about(response), *_variables(found, told.get(response.flow, {})))
            yield from _answers(response, found, values, of)
            yield from _comments(response, values, of)


def placed(source: QdpxSource, words: str, hidden: tuple[HiddenSpan, ...] | None) -> tuple[QdpxSpan, ...] | None:
    """Return the spans of a source that came back, in the words that are stored; None where they are other words.

    `hidden` is what was hidden when the text left for those who see checked words only, None if it was not checked.
    Words that differ in spaces, case or kinds of quotation marks alone are the same.
    """
    came = outgoing(source.words)
    ways = (outgoing(words), *(() if hidden is None else (outgoing(words, hidden),)))
    for left in ways:
        if came.text == left.text:
            return tuple(_back(span, came, left, len(words)) for span in source.spans)
    mine = folded(source.words)
    for left in ways:
        theirs = folded(left.text)
        if mine.text and mine.text == theirs.text:
            moved = ((span, *mine.forth(span.start, span.stop)) for span in source.spans)
            return tuple(_whole_back(span, theirs.back(*at), left, len(words)) for span, *at in moved if at[0] < at[1])
    return None


def _whole_back(span: QdpxSpan, place: tuple[int, int], left: EditedText, length: int) -> QdpxSpan:
    return _placed(span, left.back(*place), length)


def _back(span: QdpxSpan, came: EditedText, left: EditedText, length: int) -> QdpxSpan:
    """Return a span in the words as they came; all of them are 0 and 0."""
    return _placed(span, left.back(*came.forth(span.start, span.stop)), length)


def _placed(span: QdpxSpan, place: tuple[int, int], length: int) -> QdpxSpan:
    start, stop = place
    return replace(span, start=0, stop=0) if (start, stop) == (0, length) else replace(span, start=start, stop=stop)


def _answers(
    response: Response, found: Iterable[QuestionState], values: tuple[tuple[str, str], ...], of: QdpxInputs
) -> Iterator[QdpxSource]:
    for reply in found:
        answer, question = reply.answer, reply.question
        guid = answer_guid(response.conversation, question.id)
        if answer is None or not answer.words:
            continue
        if _is_text(question, answer) or guid in of.coded.spans:
            hidden = None if of.checked is None else of.checked.answers.get((response.conversation, question.id))
            name = f"{question.id}-{response.conversation}"
            yield from _source(
                QdpxSource(guid, name, answer.words, values=(("question", question.id), *values)), hidden, of
            )


def _comments(response: Response, values: tuple[tuple[str, str], ...], of: QdpxInputs) -> Iterator[QdpxSource]:
    for comment in response.comments:
        guid = comment_guid(response.conversation, comment.id)
        hidden = None if of.checked is None else of.checked.comments.get(comment.id)
        yield from _source(QdpxSource(guid, _name(comment), comment.words, values=values), hidden, of)


def _name(comment: Comment) -> str:
    return f"comment-{comment.id}"


def _source(source: QdpxSource, hidden: tuple[HiddenSpan, ...] | None, of: QdpxInputs) -> Iterator[QdpxSource]:
    if not source.words or (of.checked is not None and hidden is None):
        return
    said = outgoing(source.words, hidden or ())
    spans = of.coded.spans.get(source.guid, ())
    moved = (_forth(span, said, len(source.words)) for span in spans)
    kept = tuple(span if of.checked is None else replace(span, memo="") for span in moved)
    yield replace(source, words=said.text, spans=kept)


def _forth(span: QdpxSpan, said: EditedText, length: int) -> QdpxSpan:
    start, stop = said.forth(span.start, span.stop or length)
    return replace(span, start=start, stop=stop)


def _is_text(question: Question, answer: Answer) -> bool:
    """Return whether words say more than the choice, number or date that was understood."""
    return type_of(question).gives == "words" or answer.value is None or question.other in answer.picked


def _about(response: Response) -> Iterator[tuple[str, str]]:
    for name in ("flow", "channel", "language", "conversation", "person", "organisation"):
        if value := getattr(response, name):
            yield name, value


def _variables(found: Iterable[QuestionState], told: Mapping[tuple[str, str], str]) -> Iterator[tuple[str, str]]:
    """Yield what a conversation answered to questions with one answer; several picks stand with commas between."""
    for reply in found:
        question, answer = reply.question, reply.answer
        if answer is None or answer.value is None:
            continue
        name = f"{question.id}: {question.short or question.ask}"
        if type_of(question).has_choices:
            yield name, ", ".join(told.get((question.id, choice), choice) for choice in answer.picked)
        else:
            yield name, str(answer.value)
