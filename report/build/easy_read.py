"""The report in Easy Read: short sentences, one thing at a time, large print, a picture for the surest findings.

Its numbers are those of the report itself.
"""

from collections.abc import Iterator, Mapping, Sequence

from report.build.cover import cover_of, title_of
from report.build.phrases import number, of, people, quoted
from report.build.report import Report
from report.counting.figures import Figure
from report.counting.theme_figures import Basis
from report.disclosure.response_rates import Turnout
from report.disclosure.suppression import NOBODY
from report.formats.blocks import Block, Document, Heading, Points, Quoted, Text
from report.formats.pictures import picture
from report.formats.svg_chart import people_row
from report.narrative.prose import easy_sections

EASY = "en-x-easy"
"""The language tag of Easy Read."""
_NONE_AGREED = "We do not print words yet. First a person must say yes. Then we check the words."
_KEPT_BACK = "We have words that we may print. We keep them back. Printing them could tell who spoke, or we must sort them first."


def easy_document(report: Report) -> Document:
    """Return the report as an Easy Read document."""
    return Document(title_of(report), tuple(easy_blocks(report)), EASY, is_easy=True, cover=cover_of(report))


def easy_blocks(report: Report) -> Iterator[Block]:
    """Yield the report without its title and its cover; of the words of staff only what reads easily."""
    written = easy_sections(report.method.narrative)
    if report.method.narrative.organisation:
        yield Text(f"This is from {report.method.narrative.organisation}.")
    yield from (*written.get("introduction", ()), *written.get("asked", ()))
    yield from _who(report)
    for asked in report.method.questions:
        mine = [one for one in report.figures if one.question == asked.id]
        if mine and any(one.why_hidden != NOBODY for one in mine):
            yield Heading(2, asked.ask, picture("question"))
            yield from _question(mine)
            yield from _once(mine, report.method.by_person)
    yield from written["told"]
    yield from _themes(report)
    yield from _quotes(report)
    yield from _next(report)
    yield from (*written.get("next", ()), *written.get("thanks", ()))
    if report.method.narrative.contact:
        yield Heading(2, "What do you think?", picture("letter"))
        yield Text(f"Please tell us: {report.method.narrative.contact}")


def _who(report: Report) -> Iterator[Block]:
    yield Heading(2, "Who replied", picture("people"))
    yield Text("We asked questions about taking part.")
    yield Text(f"Replies: {number(report.responses)}.")
    if report.method.slice.is_part:
        yield Text(f"This is a part of all replies: {report.method.slice}.")
    if report.method.questions_by_person:
        yield Text(f"They came from {people(report.method.people)}. Some replied more than once.")
    if report.invited is not None:
        yield Text(f"We asked {report.invited}.")
        yield from map(Text, _began(report.method.turnout))
    yield Text("You can read how many gave each answer.")
    yield Text("% means out of 100.")


def _quotes(report: Report) -> Iterator[Block]:
    yield Heading(2, "In their own words", picture("quote"))
    yield from (Quoted(quote.words, quote.who) for quote in report.method.quotes)
    if not report.method.quotes:
        yield Text(_KEPT_BACK if report.method.kept_back else _NONE_AGREED)


def _next(report: Report) -> Iterator[Block]:
    yield Heading(2, "What happens next", picture("next"))
    yield from (Text(f"{action.state}: {action.words}") for action in report.method.actions)
    if not report.method.actions:
        yield Text("Nothing is decided yet.")
    told = report.method.told_back
    if told is not None and told.told is not None:
        yield Text(f"{people(told.asked)} asked us to tell them what happens.")
        yield Text(f"We have told {told.told} of them.")


def _began(found: Turnout | None) -> Iterator[str]:
    """Yield how many of those whom we asked began, where that is known."""
    if found is None:
        return
    if found.began is None:
        yield "We do not say how many of them replied. It could tell of few people."
        return
    yield f"{found.began} of them replied."
    if found.uninvited:
        yield f"{found.uninvited} more came without an invitation."
    if found.again:
        yield f"{found.again} more came from an invitation used before."


def _question(mine: Sequence[Figure]) -> Iterator[Block]:
    shown = [one for one in mine if one.percent is not None]
    if not shown:
        yield Text("We do not show this. Too few people answered, or it is private.")
        return
    most = max(shown, key=lambda one: one.chose or 0)
    if most.chose:
        yield people_row(f"{most.label}: {of(most)}", most.chose, most.answered or 0)
    yield Points(tuple(f"{of(one)} said {quoted(one.label)}." for one in shown))
    if len(shown) < len(mine):
        yield Text("Some answers are not shown. Too few people gave them.")


_RESTS_ON: Mapping[Basis, str] = {
    "all": "That is everybody.",
    "sample": "We chose them by chance. So for everybody it is nearly the same.",
    "part": "The others may say other things. We do not know yet.",
}


def _themes(report: Report) -> Iterator[Block]:
    """Yield what people wrote about, over all their words together, with how many of those who wrote are sorted."""
    mine = [one for one in report.method.themes if one.question == "words"]
    shown = [one for one in mine if one.shown]
    if not mine:
        return
    yield Heading(2, "What people wrote about", picture("speech"))
    yield Text(f"Replies with words: {number(mine[0].wrote)}.")
    yield Text(f"We have read and sorted: {number(mine[0].sorted)}. {_RESTS_ON[mine[0].basis]}")
    if shown:
        yield Points(tuple(f"{of(one)} wrote about {quoted(one.label)}." for one in shown))
    if len(shown) < len(mine):
        yield Text("Some are not shown. Too few people wrote about them.")


def _once(mine: Sequence[Figure], by_person: Sequence[Figure]) -> Iterator[Block]:
    """Yield the same with each person counted once, where that is another number and may be told."""
    told = {one.id: of(one) for one in mine if one.shown}
    others = [one for one in by_person if one.shown and told.get(one.id, of(one)) != of(one)]
    if others:
        yield Text("This is how it is when we count each person once:")
        yield Points(tuple(f"{of(one)} said {quoted(one.label)}." for one in others))
