"""A text is read once, and each who reads it again finds what was in it and nothing that others noted since."""

from feedback.flows.toml_source import read_source

TEXT = 'flow = "tea"\nversion = \n'


def test_what_one_reader_notes_is_not_there_for_the_next():
    first = read_source("one.toml", TEXT)
    first.blame(("flow",), "wrong", "This is wrong.")

    second = read_source("two.toml", TEXT)

    assert [(fault.file, fault.line) for fault in first.faults] == [("one.toml", 2), ("one.toml", 1)]
    assert [(fault.file, fault.line) for fault in second.faults] == [("two.toml", 2)]
    assert first.raw == second.raw == {"flow": "tea"}
