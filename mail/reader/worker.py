"""The reading child: it is handed mails on standard input and hands back what it understood. Started by `mail.reader.pool`.

It has no more memory and time than it is given, can write no file, and says nothing but its answers: what goes wrong
inside is told as a code, never with a word of the mail.
"""

import gc
import resource
import sys
from typing import BinaryIO

from mail.model.expected_answers import load_sent
from mail.model.parsed_mail import dump, dump_files, dump_heard
from mail.reader import parse
from mail.reader.protocol import ANSWER, READY, WANTED

_MEMORY = 768 * 1024 * 1024
"""Bytes of address space, libraries included. The child itself takes about 60 MB; the largest mail is held several
times while it is read."""
_CPU_SECONDS = 8
"""For one mail. The parent stops it after 5 s; this ends it where the parent is gone or stuck."""
_MOST_MAILS = 2_000
"""After that the child ends and another begins, so that no memory is held for good."""


def main() -> None:
    """Answer until there is nothing more to read."""
    taken, given = sys.stdin.buffer, sys.stdout.buffer
    parse.warm_up()
    gc.collect()
    gc.freeze()  # what was loaded stays for good: the collector need not walk it with every few mails
    _limit(resource.RLIMIT_AS, _MEMORY)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_CORE, 0)
    given.write(READY)
    given.flush()
    for _ in range(_MOST_MAILS):
        if not _answered(taken, given):
            return


def _answered(taken: BinaryIO, given: BinaryIO) -> bool:
    """Answer one mail. Returns False at the end, and after a want of memory: what is left then is not to be trusted."""
    head = taken.read(WANTED.size)
    if len(head) < WANTED.size:
        return False
    wanted, of_sent, of_raw = WANTED.unpack(head)
    sent, raw = taken.read(of_sent), taken.read(of_raw)
    spent = resource.getrusage(resource.RUSAGE_SELF)
    _limit(resource.RLIMIT_CPU, int(spent.ru_utime + spent.ru_stime) + _CPU_SECONDS)
    state, answer = _worked(wanted, sent, raw)
    given.write(ANSWER.pack(state, len(answer)) + answer)
    given.flush()
    return state != b"m"


def _worked(wanted: bytes, sent: bytes, raw: bytes) -> tuple[bytes, bytes]:
    try:
        if wanted == b"h":
            heard = parse.hear(raw, load_sent(sent.decode("utf-8")))
            return b"+", dump_heard(heard).encode("ascii")
        if wanted == b"f":
            return b"+", dump_files(parse.files_of(raw)).encode("ascii")
        return b"+", dump(parse.understand_mail(raw)).encode("ascii")
    except MemoryError:
        return b"m", b""
    except Exception:  # noqa: BLE001 - one mail must not end the child, and its words must not stand in a traceback
        return b"x", b""


def _limit(kind: int, most: int) -> None:
    hard = resource.getrlimit(kind)[1]
    resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


if __name__ == "__main__":
    main()
