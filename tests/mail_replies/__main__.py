"""`PYTHONPATH=tests python -m mail_replies COUNT [FIRST]`: the table of COUNT replies and every failure.

`PYTHONPATH=tests python -m mail_replies show SEED`: one reply, how it was heard, and what is true.
"""

import sys
from email import message_from_bytes, policy

from mail_replies.judge import judge
from mail_replies.make import replies, reply
from mail_replies.table import measure

from mail.understand import hear


def say(*parts: object) -> None:
    """Write the parts, each on a line of its own."""
    sys.stdout.writelines(f"{part}\n" for part in parts)


def show(seed: int) -> None:
    """Print one reply with what was heard and what is true of it."""
    one = reply(seed)
    say(one.name)
    for part in message_from_bytes(one.raw, policy=policy.default).walk():
        if part.get_content_maintype() == "text":
            say(f"--- {part.get_content_type()}\n{part.get_content()}")
    heard = hear(one.raw, one.sent)
    say(f"--- heard, {heard.grade}\n{heard.reply}\n--- signature\n{heard.signature}\n--- comment\n{heard.comment}")
    say("--- slots", *heard.slots, "--- true", *one.slots, repr(one.comment), one.signature)
    say(judge(one, heard))


arguments = sys.argv[1:]
if arguments[:1] == ["show"]:
    show(int(arguments[1]))
else:
    count, *first = [int(argument) for argument in arguments]
    for line in measure(replies(count, *first), hear).lines():
        say(line)
