"""A project that is hard on every reader: 200 invented comments, two coders, nested codes, memos."""

from datetime import UTC, datetime, timedelta

import pytest

from report.exports.qdpx_types import QdpxCode, QdpxCoder, QdpxProject, QdpxSource, QdpxSpan, guid_of
from report.exports.text_mapping import edited, line_ends

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
CODERS = tuple(QdpxCoder(guid_of("coder", name), name) for name in ("Ada & Bea", "Cal <3"))
NAMES = ("Pay", "Pay & <thanks>", "Größe", "Told what changed — or not", "Zeit", "Räume", 'Being "heard"', "ٱلسلام")
SAID = (
    "  It was good.\r\nNobody wrote back. 👩‍👩‍👧‍👦 We waited.\r\n",
    "👍🏽 Yes & no <b>really</b>",
    "شكرا they listened, مرحبا and paid us",
    "e\u0301te\u0301 and \u202ereversed\u202c words \u2028 next line",
    "\ufeffA mark in front\rand an old line end\x00",
    "x" * 5000 + " 🙂 end",
    "One",
)


def codes():
    """Eight codes, three deep, some with memos."""
    guids = [guid_of("theme", name) for name in NAMES]
    parents = ["", guids[0], guids[1], "", guids[3], guids[3], "", ""]
    memos = ["What people were paid.\nAlso thanks.", "", "ä 🙂 <tag> & more", "", "", "", "", ""]
    return tuple(QdpxCode(*row) for row in zip(guids, NAMES, memos, parents, strict=True))


def spans(number, words, themes):
    """Overlaps, a span of one character, one behind an emoji, the whole text, and two coders on one span."""
    length = len(words)
    places = [(0, length), (0, max(1, length // 2)), (length // 3, length), (length - 1, length)][: 1 + number % 4]
    found = [
        QdpxSpan(
            guid_of("coding", f"{number}/{place}/{coder}"),
            themes[(number + place + coder) % len(themes)].guid,
            *edges,
            CODERS[coder].guid,
            AT + timedelta(minutes=number),
            f"Why {number}: & < > 🙂\nsecond line" if (number + place) % 3 == 0 else "",
        )
        for place, edges in enumerate(places)
        for coder in range(1 + (number + place) % 2)
    ]
    return tuple(found)


@pytest.fixture(scope="session")
def hard() -> QdpxProject:
    """The project as an export makes it."""
    themes = codes()
    sources = []
    for number in range(200):
        said = SAID[number % len(SAID)] + f" ({number})"
        words = edited(said, line_ends(said)).text
        values = (("flow", "club"), ("channel", "web & <mail>"), ("Used it", "Yes"))
        guid = guid_of("text", str(number))
        sources.append(QdpxSource(guid, f"why-c{number}", words, spans(number, words, themes), values))
    return QdpxProject("Hard & <fast>", themes, CODERS, tuple(sources), AT)
