"""A document as a source for the typesetter Typst, which makes a tagged PDF of it.

Every text goes in as a string literal, so nothing that anybody wrote can act as a command.
"""

from collections.abc import Iterable, Iterator
from typing import assert_never

from report.formats.blocks import Block, Chart, Document, Heading, Points, Quoted, SmallPrint, Table, Text

_FONTS = '("Noto Sans", "Liberation Sans", "DejaVu Sans", "Noto Emoji", "Libertinus Serif")'
"""The first that has a sign prints it; the typesetter looks through all other fonts for what none of these has."""


_NARROWEST, _WIDEST, _RIM = 12, 30, 2
"""Bounds on the weight of a column, in characters of its longest cell, and what the rim of a cell takes."""
_STRIP = 40
"""The least weight of a column with drawings: about half of the page beside two columns of numbers."""
STRIP_WIDTH = 7
"""Centimetres of a drawing of one row as a picture."""


_WHOLE = 12
"""Rows of a table that no page cuts: about a third of a page. Longer ones repeat their head on the next."""


def to_typst(document: Document) -> str:
    """Return the source of a document on A4, with heads, tables and pictures that a screen reader can tell apart."""
    size = "16pt" if document.is_easy else "10.5pt"
    follows = (*document.blocks[1:], None)
    blocks = "\n\n".join(
        line for block, after in zip(document.blocks, follows, strict=False) for line in _kept(block, after)
    )
    return (
        f"#set document(title: {_literal(document.title)}, date: none)\n"
        f"#set text(lang: {_literal(document.language.split('-')[0])}, size: {size}, font: {_FONTS})\n"
        f'#set page(paper: "a4", margin: 2.2cm, numbering: "1 / 1"{_running(document)})\n'
        "#set par(leading: 0.7em)\n"
        "#show heading.where(level: 1): set block(below: 1.2em)\n"
        "#show heading.where(level: 2): set text(size: 1.25em)\n"
        "#show heading.where(level: 2): set block(above: 2em, below: 0.9em)\n"
        "#show heading.where(level: 3): set text(size: 1.12em)\n"
        "#show heading.where(level: 3): set block(above: 1.6em, below: 0.8em)\n"
        "#show heading.where(level: 4): set block(above: 1.4em, below: 0.8em)\n"
        "#show figure.where(kind: table): set figure.caption(position: top)\n"
        "#show figure: set block(breakable: true)\n"
        "#show figure.caption: set align(left)\n"
        "#show figure.caption: set block(sticky: true)\n"
        "#show table: set text(size: 0.92em)\n"
        "#set table(stroke: (x: none, y: 0.5pt + luma(120)), align: left)\n"
        "#set table.cell(breakable: false)\n\n"
        f"{_opening(document)}\n\n{blocks}\n"
    )


def _running(document: Document) -> str:
    """Return the head and the foot of all pages but the cover; without a cover there is a page number alone."""
    if document.cover is None:
        return ""
    head, foot = _literal(document.title), _literal(document.cover.organisation)
    small = "text(size: 9pt, fill: luma(70), {})"
    return (
        f", header: context if counter(page).get().first() > 1 {{ {small.format(head)} }}, "
        f"footer: context if counter(page).get().first() > 1 {{ {small.format(foot)} + h(1fr) + "
        f'{small.format("""counter(page).display("1 / 1", both: true)""")} }}'
    )


def _opening(document: Document) -> str:
    """Return the title, and where there is a cover the page with its facts, and the contents."""
    title, cover = f"#heading(level: 1, {_literal(document.title)})", document.cover
    if cover is None:
        return title
    who = f"#par(strong({_literal(cover.organisation)}))\n" if cover.organisation else ""
    facts = "\n".join(f"#par(strong({_literal(f'{name}: ')}) + {_literal(fact)})" for name, fact in cover.facts)
    return (
        f"#v(6cm)\n{who}#show heading.where(level: 1): set text(size: 24pt)\n{title}\n#line(length: 100%, stroke: 3pt + "
        f'rgb("#0b5d66"))\n{facts}\n#pagebreak()\n#text(size: 14pt, weight: "bold", "Contents")\n'
        "#outline(title: none, target: heading.where(level: 2))\n#pagebreak()"
    )


def pictures_source(charts: Iterable[Chart]) -> str:
    """Return a source with one page for each chart and nothing round it, for formats that take pictures only."""
    pages = "\n#pagebreak()\n".join(f"#{_picture(chart)}" for chart in charts)
    return f"#set page(width: 17cm, height: auto, margin: 0pt)\n#set text(font: {_FONTS})\n{pages}\n"


def _kept(block: Block, after: Block | None) -> Iterator[str]:
    """Yield a block; a paragraph that leads to a drawing or a table stays on one page with it."""
    is_lead = isinstance(block, Text) and isinstance(after, Text | Chart | Table)
    yield from (f"#block(sticky: true, {line.removeprefix('#')})" if is_lead else line for line in _block(block))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, words, picture):
            yield from [_pictured(picture)] if picture else []
            yield f"#heading(level: {level}, {_literal(words)})"
        case Text(words):
            yield f"#par({_literal(words)})"
        case Points(items):
            yield f"#list({', '.join(map(_literal, items))})"
        case Table():
            yield _table(block)
        case Chart():
            yield f"#block(sticky: true, text(size: 0.92em, {_literal(block.name)}))"
            yield f"#{_picture(block)}"
        case Quoted(words, who):
            by = f", attribution: {_literal(who)}" if who else ""
            yield f"#quote(block: true{by}, {_literal(words)})"
        case SmallPrint(words):
            yield f"#par(emph(text(size: 0.88em, {_literal(words)})))"
        case _:  # pragma: no cover - mypy proves that there is no other
            assert_never(block)


def _pictured(svg: str) -> str:
    """Return the drawing above a heading, as nothing that a screen reader reads; it stays on one page with it."""
    image = f'image(bytes({_literal(svg)}), format: "svg", width: 1.8cm)'
    return f"#block(above: 1.6em, below: 0pt, sticky: true, pdf.artifact({image}))\n#v(-1.4em)"


def _picture(chart: Chart) -> str:
    alt = f"{chart.name}. {chart.shows}"
    return f'image(bytes({_literal(chart.svg)}), format: "svg", width: 100%, alt: {_literal(alt)})'


def _table(table: Table) -> str:
    """Return a table whose first row is its head, on each page anew; columns are as wide as what stands in them."""
    columns = ", ".join(f"{weight}fr" for weight in column_weights(table))
    first, *others = (f"strong({_literal(head)})" for head in table.heads)
    heads = ", ".join((first + _strip(table.scale), *others))
    rows = zip(table.rows, table.drawn, strict=True)
    cells = ", ".join(", ".join((_literal(row[0]) + _strip(svg), *map(_literal, row[1:]))) for row, svg in rows)
    made = f"table(columns: ({columns}), table.header({heads}), {cells})"
    named = f"figure(kind: table, supplement: none, numbering: none, caption: {_literal(table.caption)}, {made})"
    return f"#block(breakable: false, {named})" if len(table.rows) <= _WHOLE else f"#{named}"


def _strip(svg: str) -> str:
    """Return the drawing of a row, below its name, as nothing that a screen reader reads."""
    image = f'image(bytes({_literal(svg)}), format: "svg", width: 100%)'
    return f" + block(above: 4pt, below: 0pt, pdf.artifact({image}))" if svg else ""


def strips_source(strips: Iterable[str]) -> str:
    """Return a source with one page for each strip, for formats that take pictures only."""
    pages = "\n#pagebreak()\n".join(f'#image(bytes({_literal(svg)}), format: "svg", width: 100%)' for svg in strips)
    return f"#set page(width: {STRIP_WIDTH}cm, height: auto, margin: 0pt)\n#set text(font: {_FONTS})\n{pages}\n"


def column_weights(table: Table) -> tuple[float, ...]:
    """Return how wide each column should be, beside the others."""
    first, *others = map(_weight, zip(table.heads, *table.rows, strict=True))
    return (max(first, _STRIP) if table.strips else first, *others)


def _weight(column: tuple[str, ...]) -> float:
    """Return the share of the page that a column needs: room for its longest cell, or for its longest word at least."""
    cell = max(map(len, column))
    word = max((len(word) for words in column for word in words.split()), default=0)
    return max(min(_WIDEST, cell) + _RIM, 2 * word, _NARROWEST)


def _literal(words: str) -> str:
    """Return words of a document as a string of Typst. No line ends between a number and its per cent sign."""
    told = (
        words.replace(" %", "\u00a0%")
        .replace("\\", "\\\\")
        .replace('"', '\\"')
        .replace("\n", "\\n")
        .replace("\t", "\\t")
    )
    return f'"{told}"'
