"""`sayso doctor` says which scripts a PDF can print here."""

import sys

import sayso.exports.pdf as typesetter
from sayso.doctor.font_checks import font_check


def test_scripts_that_no_font_has_are_named_and_no_fault(monkeypatch):
    monkeypatch.setattr(typesetter, "undrawn", lambda words: frozenset("🙂یக") & frozenset(words))
    some = font_check()
    monkeypatch.setattr(typesetter, "undrawn", lambda _: frozenset())

    assert some.is_well
    assert "no letters for: Arabic and Urdu, small pictures (emoji). It says so" in some.found
    assert font_check().found == "a PDF prints every script that we looked for."


def test_without_the_part_that_makes_pdfs_there_is_nothing_to_look_at(monkeypatch):
    monkeypatch.delitem(sys.modules, "sayso.exports.pdf")
    monkeypatch.setitem(sys.modules, "typst", None)

    assert "its part is not installed" in font_check().found
