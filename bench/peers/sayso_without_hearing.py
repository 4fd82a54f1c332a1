"""sayso as it would be without hearing or looking for distress: what these cost is measured against it."""

from feedback.conversation import turn
from feedback.hearing.heard import UNCLEAR
from sayso.cli import main

turn.hear = lambda _ask, _text: UNCLEAR
turn.notices = lambda _text, _lately=(): ()
turn.signs_of_distress = lambda _words, _text, _lately=(): ()
main(["serve"])
