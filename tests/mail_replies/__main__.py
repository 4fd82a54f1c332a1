"""`PYTHONPATH=tests python -m mail_replies COUNT [FIRST]`: the table of COUNT replies and every failure.

`PYTHONPATH=tests python -m mail_replies show SEED`: one reply, how it was heard, and what is true.
With `worn` as the first word, the letters that are quoted have suffered on their way.
"""

import sys
from email import message_from_bytes, policy

from mail_replies.judge import judge
from mail_replies.make import replies, reply
from mail_replies.table import measure

from mail.reader.parse import hear


def say(*parts: object) -> None:
    """Write the parts, each on a line of its own."""
    sys.stdout.writelines(f"{part}\n" for part in parts)


def show(seed: int, *, is_worn: bool) -> None:
    """Print one reply with what was heard and what is true of it."""
    one = reply(seed, is_worn=is_worn)
    say(one.name)
    for part in message_from_bytes(one.raw, policy=policy.default).walk():
        if part.get_content_maintype() == "text":
            say(f"--- {part.get_content_type()}\n{part.get_content()}")
    heard = hear(one.raw, one.sent)
    say(f"--- heard, {heard.grade}\n{heard.reply}\n--- signature\n{heard.signature}\n--- comment\n{heard.comment}")
    say("--- slots", *heard.slots, "--- true", *one.slots, repr(one.comment), one.signature)
    say(judge(one, heard))


is_worn = sys.argv[1:2] == ["worn"]
arguments = sys.argv[1 + is_worn :]
if arguments[:1] == ["show"]:
    show(int(arguments[1]), is_worn=is_worn)
else:
    count, *first = [int(argument) for argument in arguments]
    for line in measure(replies(count, *first, is_worn=is_worn), hear).lines():
        say(line)
