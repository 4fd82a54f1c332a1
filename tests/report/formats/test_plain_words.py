"""Any character that anybody writes prints or is named, in every format, and acts nowhere as a command."""

import io
import json
import re
import subprocess
import sys
from xml.etree import ElementTree as ET

import docx
import numpy as np
import pytest
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

import sayso.exports.pdf as typesetter
from report.formats.blocks import Chart, Document, Heading, Points, Quoted, Table, Text
from report.formats.html import to_html
from report.formats.markdown_json import to_json, to_markdown
from report.formats.plain_words import named, plain, script_of
from report.formats.strips import pair_scale, share_strip
from report.formats.svg_chart import run_chart
from report.narrative.quotes import Quote
from sayso.doctor.font_checks import font_check
from sayso.exports.docx import to_docx
from sayso.exports.pdf import pictures, to_pdf, undrawn
from tests.samples import IS_GATE, examples

HOSTILE = (
    *("# head", "1. one", "- x", "+ x", "> q", "===", "---", "```\ncode", "<script>alert(1)</script>", "&lt;", "&#60;"),
    *("[x](http://x.example)", "![x](y)", "www.x.example", "a@b.example", "*b*", "_i_", "| a | b |", "$x$", "~~x~~"),
    *(
        "#set page(width: 0pt)",
        '"); #panic("x',
        "\\u{41}",
        "{{ x }}",
        "=1+1",
        "\\",
        "a\tb",
        "\x00\x07\x1b[31m",
        "\r\nx",
    ),
    *(
        "\u202eold",
        "\u2028",
        "\ufeff",
        "\ud800",
        "\ufffe",
        "\ue000",
        "\u0378",
        "e" + "\u0301" * 40,
        "👨‍👩‍👧",
        "👍🏽",
        "🏴󠁧󠁢󠁷󠁬󠁳󠁿",
        "🇬🇧",
    ),
    *("没有人问我", "لم يسألني أحد", "می‌خواهم", "किसी ने", "யாரும்", "ዝኾነ", "אף אחד", "ไม่มีใคร", "\u00ad", "x" * 300),
)


def quotes(count: int) -> list[str]:
    """Return quotes made of hostile pieces and of any characters at all, the same each time in the gate."""
    draw = np.random.default_rng(13 if IS_GATE else None)
    made = list(HOSTILE)
    while len(made) < count:
        odd = "".join(map(chr, draw.integers(0x2FFFF, size=draw.integers(6))))
        made.append(str(draw.choice([" ", "\n"])).join((*draw.choice(HOSTILE, draw.integers(1, 4)), odd)))
    return made[:count]


def page(words: list[str]) -> Document:
    """Return a document in which each of these words stands in every place that words can stand."""
    rows = tuple((one, "1 of 2") for one in words)
    chart = run_chart("c", [(one, 1) for one in words[:20]])
    items = Points(tuple(words))
    heads = [Heading(2, one) for one in words]
    return Document(
        "T",
        (
            chart,
            items,
            Table("c", ("a", "b"), rows, (share_strip(50),) * len(rows), pair_scale((words[0], words[-1]))),
            *heads,
            *map(Text, words),
            *map(Quoted, words),
        ),
    )


def tags(text: str) -> set[str | None]:
    return {one.tag for one in LexborHTMLParser(text).css("*")}


def kinds(text: str) -> set[str]:
    return {token.type for token in MarkdownIt("commonmark").enable("table").parse(text)}


@pytest.mark.slow
def test_hostile_quotes_go_through_every_format_and_command_none():
    mild = page(["x"])
    whole = quotes(examples(150 if IS_GATE else 1000))
    for words in (whole[at : at + 200] for at in range(0, len(whole), 200)):
        told = page(words)

        assert to_pdf(told).startswith(b"%PDF-")
        assert len(docx.Document(io.BytesIO(to_docx(told))).tables[0].rows) == len(words) + 1
        assert tags(to_html(told)) == tags(to_html(mild))
        assert kinds(to_markdown(told)) == kinds(to_markdown(mild))
        assert all(ET.fromstring(chart.svg) for chart in told.blocks if isinstance(chart, Chart))  # noqa: S314 - our own
        assert "\x00" not in json.loads(to_json(Quote("\n".join(words))).encode())["words"]


@pytest.mark.parametrize("words", [*HOSTILE[:22], "12) x", "a www.x.example b", "http://x.example"])
def test_markdown_prints_words_as_they_were_written(words):
    told = MarkdownIt("gfm-like", {"linkify": False}).render(to_markdown(Document("T", (Text(words),))))

    text = re.sub(r"<(/?p|/?h1)>", "", told).removeprefix("T\n").strip()
    assert " ".join(words.split()) == text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace(
        "&amp;", "&"
    )


def test_what_cannot_be_seen_goes_and_what_no_font_can_have_is_named():
    assert plain("a\x00b\x07\r\nc\u2028d\u202ee\ufeff\ud800\ufffe\ufdd0") == "ab\nc\nde"
    assert plain("\ue000 \u0378") == "[U+E000] [U+0378]"
    assert plain("e" + "\u0301" * 40) == "e" + "\u0301" * 8
    assert plain("می‌خواهم \u0600") == "می‌خواهم \u0600"


def test_signs_are_named_and_letters_counted():
    assert named("ok 👍🏽 👨‍👩‍👧!", frozenset("👍👨👩👧")) == "ok [thumbs up sign] [man][woman][girl]!"
    assert named("没有人 ไ", frozenset("没有人ไ")) == "[3 letters: CJK] [1 letter: Thai]"
    assert named("می‌خواهم 🙂", frozenset("🙂")) == "می‌خواهم [slightly smiling face]"
    assert named("1\ufe0f\u20e3 x", frozenset("\ufe0f\u20e3")) == "1 x"
    assert named("☹\ufe0f", frozenset("☹\ufe0f")) == "[white frowning face]"
    assert script_of("\U0001f642") == "Slightly"


def read(words: str, tmp_path) -> str:
    (tmp_path / "x.pdf").write_bytes(to_pdf(Document("T", (Quoted(words),))))
    told = subprocess.run(["pdftotext", tmp_path / "x.pdf", "-"], capture_output=True, text=True, check=True).stdout
    return " ".join(told.split())


def test_a_pdf_prints_every_script_that_people_here_write_and_pictures_in_black_and_white(tmp_path):
    told = read("Kind \U0001faf6 没有人问我 ዝኾነ ไม่มีใคร Ніхто 1\ufe0f\u20e3", tmp_path)

    assert "Kind \U0001faf6 没有人问我 ዝኾነ ไม่มีใคร Ніхто 1" in told
    assert font_check().found == "a PDF prints every script that we looked for."
    assert not [kind for kind in fonts(tmp_path / "x.pdf") if kind.startswith("Type 3")]


def fonts(file) -> list[str]:
    told = subprocess.run(["pdffonts", file], capture_output=True, text=True, check=True).stdout
    return [line[37:].lstrip() for line in told.splitlines()[2:]]


def test_a_pdf_names_what_no_font_has_and_says_the_rest(tmp_path):
    told = read("Kind \u13a0\u13a1 staff \U00012000\U00012001.", tmp_path)

    assert undrawn("\U00012000") == frozenset("\U00012000")
    assert "staff [2 letters: Cuneiform]." in told
    assert undrawn("plain é") == frozenset()


def test_a_picture_has_names_for_what_no_font_has():
    (made,) = pictures([run_chart("c", [("🫶 \U00012000", 1)])])

    assert made.startswith(b"\x89PNG")


def test_where_the_typesetter_breaks_off_all_that_is_not_latin_is_named(monkeypatch):
    class PanicException(BaseException):
        """What the typesetter throws where it breaks off."""

    whole = typesetter.typst.compile

    def breaking(source, **how):
        if "ж" in source.decode():
            raise PanicException
        return whole(source, **how)

    monkeypatch.setattr(typesetter.typst, "compile", breaking)
    assert to_pdf(Document("T", (Text("ж"),))).startswith(b"%PDF-")

    def broken(source, **how):
        raise PanicException

    monkeypatch.setattr(typesetter.typst, "compile", broken)
    with pytest.raises(PanicException):
        to_pdf(Document("T", (Text("a"),)))


def test_a_fault_of_another_kind_is_not_hidden(monkeypatch):
    def refuse(document):
        return "#nonsense("

    monkeypatch.setattr(sys.modules["sayso.exports.pdf"], "to_typst", refuse)

    with pytest.raises(typesetter.typst.TypstError):
        to_pdf(Document("T", ()))
