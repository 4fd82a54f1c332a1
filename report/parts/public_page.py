"""What the public may see of a report that was published: the figures of questions that staff chose, and no others.

A page shows fewer numbers than the report that it is of, and none that this hides. So whatever is held back there is held
back here, and a page tells nothing that the report does not.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from feedback.flows.model import Flow
from report.build.report import Report
from report.counting.figures import Figure, QuestionCounts


@dataclass(frozen=True)
class PublicAnswer:
    """One answer: how many of those who answered gave it. `share` is a whole percentage as it is printed."""

    label: str
    chose: int
    answered: int
    share: str


@dataclass(frozen=True)
class PublicQuestion:
    """One question with the answers that are shown, in the order of the report. `has_hidden`: others are not."""

    id: str
    ask: str
    answers: tuple[PublicAnswer, ...]
    has_hidden: bool = False


def public_questions(
    report: Report, chosen: Collection[str] | None = None, words: Flow | None = None
) -> tuple[PublicQuestion, ...]:
    """Return the questions of a published report that were chosen (None: all that can be), in its order.

    A question of which no number is shown cannot be. `words` is the flow in another language, for its labels.
    """
    wanted = (one for one in report.method.questions if chosen is None or one.id in chosen)
    found = (_question(report, one, words) for one in wanted)
    return tuple(one for one in found if one.answers)


def open_themes(report: Report) -> frozenset[str]:
    """Return the themes whose number over all words is shown: words under any other are not quoted beside the report."""
    return frozenset(one.choice for one in report.method.themes if one.question == "words" and one.shown)


def _question(report: Report, asked: QuestionCounts, words: Flow | None) -> PublicQuestion:
    mine = [one for one in report.figures if one.question == asked.id]
    told = words.question(asked.id) if words else None
    answers = tuple(_answers(mine, words))
    has_hidden = len(answers) < len(mine)
    return PublicQuestion(asked.id, told.ask if told else asked.wording or asked.ask, answers, has_hidden)


def _answers(figures: list[Figure], words: Flow | None) -> Iterator[PublicAnswer]:
    for one in figures:
        if one.shown and one.chose is not None and one.answered and one.percent is not None:
            yield PublicAnswer(
                _label(one, words), one.chose, one.answered, _share(one.chose, one.answered, one.percent)
            )


def _label(figure: Figure, words: Flow | None) -> str:
    question = words.question(figure.question) if words else None
    choice = question.choice(figure.choice) if question else None
    return choice.label if choice else figure.label


def _share(part: int, whole: int, percent: int) -> str:
    """Return a whole percentage in signs, which are the same in each language: none is 0 % of somebody or 100 % of some."""
    if percent == 0 and part:
        return "< 1 %"
    return "> 99 %" if percent == 100 and part < whole else f"{percent} %"
