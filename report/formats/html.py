"""A document as one page of HTML that needs nothing else: no script, no picture file, no font, no network."""

from collections.abc import Iterator
from html import escape
from typing import assert_never

from report.formats.blocks import Block, Chart, Document, Heading, Points, Quoted, SmallPrint, Table, Text

_STYLE = """
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #1d2528; font: 1.0625rem/1.55 system-ui, "Segoe UI", "Noto Sans", Arial, sans-serif; overflow-wrap: break-word; }
body.easy { font-size: 1.375rem; line-height: 1.7; }
main { max-width: 46rem; margin: 0 auto; padding: 1rem; }
h1 { line-height: 1.2; } h2 { margin-top: 2.5rem; border-top: 2px solid #0b5d66; padding-top: .75rem; line-height: 1.25; }
h3 { margin-top: 2rem; line-height: 1.3; } h4 { margin-top: 1.5rem; line-height: 1.3; }
table { border-collapse: collapse; width: 100%; margin: .75rem 0 1.5rem; font-size: .9375em; table-layout: auto; }
caption, figcaption { text-align: left; font-weight: 600; padding-bottom: .25rem; }
.cover { border-bottom: 4px solid #0b5d66; padding: 3rem 0 1.5rem; } .cover h1 { font-size: 2.25em; margin: .25em 0 .5em; }
.who, .contents { font-weight: 600; margin: 0; } .contents { margin-top: 1.5rem; font-size: 1.25em; } nav ol { padding-left: 1.75rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 0; } dt { font-weight: 600; } dd { margin: 0; }
a { color: #0b5d66; }
th, td { border-bottom: 1px solid #7b878b; padding: .4rem .5rem; text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid #1d2528; } tbody th { font-weight: 400; }
.wide { overflow-x: auto; } .wide table { min-width: 34rem; table-layout: auto; }
.drawn th:first-child { width: 46%; } svg.strip { max-width: 20rem; margin-top: .25rem; }
figure { margin: 1rem 0; } svg { display: block; width: 100%; height: auto; forced-color-adjust: none; background: #fff; } svg.phone { display: none; } svg.picture { width: 4rem; margin-top: 2.5rem; } svg.picture + h2 { margin-top: .5rem; } svg.picture + h3 { margin-top: .5rem; }
@media screen and (max-width: 30rem) { svg.page { display: none; } svg.phone { display: block; max-width: 26rem; } }
blockquote { margin: 1rem 0; padding: .25rem 1rem; border-left: 4px solid #0b5d66; white-space: pre-wrap; }
.note { font-size: .875em; font-style: italic; }
@media (max-width: 30rem) { table { font-size: .8em; table-layout: fixed; } th, td { padding: .3rem .1rem; overflow-wrap: anywhere; hyphens: auto; } .wide th, .wide td { overflow-wrap: break-word; } }
@page { size: A4; margin: 2.2cm; @bottom-right { content: counter(page) " / " counter(pages); } }
@media print { main { max-width: none; padding: 0; } .cover { break-after: page; padding-top: 30%; } nav { break-after: page; } h2, h3 { break-after: avoid; } figure, tr, blockquote { break-inside: avoid; } }
""".strip()


def to_html(document: Document) -> str:
    """Return a whole page. All words are escaped; a chart has its name and its numbers in words beside the drawing."""
    kind = "easy" if document.is_easy else "plain"
    body = "\n".join(_block(block, place) for place, block in enumerate(document.blocks))
    return (
        f'<!doctype html>\n<html lang="{escape(document.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(document.title)}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n"
        f'<body class="{kind}">\n<main>\n{_opening(document)}\n{body}\n</main>\n</body>\n</html>\n'
    )


def _opening(document: Document) -> str:
    """Return the title, and where there is a cover its facts and the contents."""
    title, cover = f"<h1>{escape(document.title)}</h1>", document.cover
    if cover is None:
        return title
    who = f'<p class="who">{escape(cover.organisation)}</p>' if cover.organisation else ""
    facts = "".join(f"<dt>{escape(name)}</dt><dd>{escape(fact)}</dd>" for name, fact in cover.facts)
    parts = "".join(f'<li><a href="#part-{at}">{escape(words)}</a></li>' for at, words in document.contents)
    told = f"<dl>{facts}</dl>" if facts else ""
    return (
        f'<header class="cover">{who}{title}{told}</header>\n'
        f'<nav aria-labelledby="contents"><p id="contents" class="contents">Contents</p><ol>{parts}</ol></nav>'
    )


def _block(block: Block, place: int) -> str:  # noqa: PLR0911 - one for each kind of block
    match block:
        case Heading(level, words, picture):
            return f'{pictured(picture)}<h{level} id="part-{place}">{escape(words)}</h{level}>'
        case Text(words):
            return f"<p>{escape(words)}</p>"
        case Points(items):
            return "<ul>\n" + "\n".join(f"<li>{escape(item)}</li>" for item in items) + "\n</ul>"
        case Table():
            return "\n".join(_table(block))
        case Chart():
            named = f"<figcaption>{escape(block.name)}</figcaption>"
            return f"<figure>{named}{drawing(block, place)}</figure>"
        case Quoted(words, who):
            said_by = f"<footer>{escape(who)}</footer>" if who else ""
            return f"<blockquote>{escape(words)}{said_by}</blockquote>"
        case SmallPrint(words):
            return f'<p class="note">{escape(words)}</p>'
        case _:  # pragma: no cover - mypy proves that there is no other
            assert_never(block)


def drawing(chart: Chart, place: int) -> str:
    """Return a chart for a page: drawn for a wide one and for a phone, of which the style shows one. `place` tells it apart."""
    return _named(chart.svg, chart, f"{place}", "page") + _named(chart.narrow, chart, f"{place}-narrow", "phone")


def _named(svg: str, chart: Chart, place: str, kind: str) -> str:
    named = f'<title id="n{place}">{escape(chart.name)}</title><desc id="d{place}">{escape(chart.shows)}</desc>'
    head, rest = svg.split(">", 1)
    return f'{head} class="{kind}" role="img" aria-labelledby="n{place}" aria-describedby="d{place}">{named}{rest}'


def pictured(svg: str) -> str:
    """Return the drawing beside a heading for a page. It is left out for a screen reader: the heading says the same."""
    return svg.replace("<svg ", '<svg class="picture" aria-hidden="true" ', 1)


def strip(svg: str) -> str:
    """Return a drawing of one row for a page. It is left out for a screen reader: the numbers stand beside it."""
    return svg.replace("<svg ", '<svg class="strip" aria-hidden="true" ', 1)


_MANY_COLUMNS = 5
"""A table of so many columns is rolled sideways on a phone, by hand or by keys; its words would be cut in pieces else."""


def _table(table: Table) -> Iterator[str]:
    if len(table.heads) >= _MANY_COLUMNS:
        yield f'<div class="wide" role="region" tabindex="0" aria-label="{escape(table.caption)}">'
    yield from _rows(table)
    if len(table.heads) >= _MANY_COLUMNS:
        yield "</div>"


def _rows(table: Table) -> Iterator[str]:
    kind = ' class="drawn"' if table.strips else ""
    yield f"<table{kind}>\n<caption>{escape(table.caption)}</caption>\n<thead>\n<tr>"
    heads = zip(table.heads, (table.scale, *("" for _ in table.heads[1:])), strict=True)
    yield from (f'<th scope="col">{escape(head)}{strip(scale)}</th>' for head, scale in heads)
    yield "</tr>\n</thead>\n<tbody>"
    for (first, *others), drawn in zip(table.rows, table.drawn, strict=True):
        cells = "".join(f"<td>{escape(cell)}</td>" for cell in others)
        yield f'<tr><th scope="row">{escape(first)}{strip(drawn)}</th>{cells}</tr>'
    yield "</tbody>\n</table>"
