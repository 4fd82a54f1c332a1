"""Which words of a reply answer which question, by laying it beside the letter that we sent."""

from mail.letter import Heard, Sent, Slot
from mail.quote import split, split_html


def hear(text: str | None, html: str | None, sent: Sent) -> Heard:
    """Take a reply apart. `text` and `html` are the same reply in two forms; either may be missing."""
    parts = split(text) if text is not None else split_html(html or "")
    if len(sent.items) == 1 and parts.reply:
        slot = Slot(sent.items[0].about, parts.reply)
        return Heard(parts.reply, parts.quoted, parts.signature, slots=(slot,), grade="likely")
    return Heard(parts.reply, parts.quoted, parts.signature, comment=parts.reply, grade="unsure")
