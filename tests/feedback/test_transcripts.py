"""Whole conversations as text files. `make chats` writes them anew; the diff is the review.

`>` is the person, `<` is us. `> (edit 3) words` corrects the person's third message, `> (voice) caption` sends a voice
note, `~ 1 day` lets time pass. `! (case study) words` is what staff ask. The conversation is saved and loaded between every two lines.
"""

import os
import re
from pathlib import Path

import pytest

from feedback.flows.model import Flow

CONVERSATIONS = Path(__file__).parent.parent / "data" / "conversations"


def lines_of(path: Path) -> tuple[list[str], list[str]]:
    text = path.read_text().splitlines()
    return [line for line in text if line.startswith("#")], [line for line in text if line.startswith((">", "~", "!"))]


def perform(play, line: str) -> str:
    what = line[1:].strip()
    if line.startswith("~"):
        number, unit = what.split()
        return play.waits(**{unit if unit.endswith("s") else unit + "s": float(number)})
    if line.startswith("!"):
        kind, words = re.fullmatch(r"\(([a-z ]+)\) (.*)", what).groups()
        return play.is_asked(kind, words.replace("\\n", "\n"))
    if edit := re.fullmatch(r"\(edit (\d+)\) (.*)", what):
        return play.edits(int(edit[1]), edit[2])
    if media := re.fullmatch(r"\((voice|photo|sticker)\) ?(.*)", what):
        return play.sends(media[1], media[2])
    if what.startswith("(forward) "):
        return play.says(what.removeprefix("(forward) "), is_forward=True)
    return play.says(what.replace("\\n", "\n"))


@pytest.mark.parametrize("path", sorted(CONVERSATIONS.glob("*.chat")), ids=lambda path: path.stem)
def test_the_conversation_goes_as_written(path: Path, all_flows: dict[str, Flow], play):
    header, inputs = lines_of(path)
    name = next(line.removeprefix("# flow:").strip() for line in header if line.startswith("# flow:"))
    person = play(all_flows[name])
    out = [*header, ""]
    for line in inputs:
        said = perform(person, line)
        out += [line, *(f"< {part}".rstrip() for part in said.splitlines()), ""]

    if os.environ.get("REWRITE_CHATS"):
        path.write_text("\n".join(out).rstrip() + "\n")

    assert path.read_text().rstrip() == "\n".join(out).rstrip()
