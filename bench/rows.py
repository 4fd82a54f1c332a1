"""What is measured, row by row, and what is aimed at."""

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import chain, cycle
from pathlib import Path

from bench.export_memory import export_memory
from bench.exports import exports
from bench.mail import mail
from bench.report import reports
from bench.row import Row
from bench.running import REFEREE, TALK, TALK_IN_OWN_WORDS, Program, RemoteServer, peer, sayso
from bench.services import several_services
from bench.staff import staff
from config.load import load_words
from feedback.conversation.messages import Inbound
from feedback.conversation.step import begin, step
from feedback.flows.linter import check
from feedback.flows.model import Flow

ECHO = ["hello"] * 19
AT_ONCE = 50
OWN_WORDS = [
    "yes it was really good thank you",
    "not really, they never rang me back",
    "aye",
    "i dont know, some of the time maybe",
    "no one told us anything about it and we asked three times",
    "Most of it was OK but the room was cold. I would go again.",
    "sort of",
    "nah",
    "how many more questions are there",
    "yeh i think so, the nurse was lovely",
]
"""Answers as people type them: none is a label, so that each is heard."""


def _rate(program: Program, script: list[str], people: int = 2 * AT_ONCE) -> float:
    program.load(20, script, 20)
    return float(program.load(people, script, AT_ONCE)["per_second"])


def throughput() -> Iterator[Row]:
    """(a) and (b): durable answers a second, beside bare echoes and beside this disk."""
    ours, ptb, aiogram = [], [], []
    for _ in range(2):
        with sayso() as program:
            ours.append(_rate(program, TALK))
        with peer("ptb_echo") as program:
            ptb.append(_rate(program, ECHO))
        with peer("aiogram_echo", REFEREE) as program:
            aiogram.append(_rate(program, ECHO))
    mine = statistics.median(ours)
    yield Row("durable answers a second, 50 people at once", f"{mine:.0f}/s")
    for name, figures in (("python-telegram-bot", ptb), ("aiogram", aiogram)):
        echo = statistics.median(figures)
        yield Row(
            f"  as a share of {name}'s bare echo",
            f"{mine / echo:.2f}",
            f"aim 0.50; echo {echo:.0f}/s",
            mine / echo >= 0.5,
        )
    with peer("ptb_conversation") as program:
        program.load(1000, ["/start"], AT_ONCE)
        kept = float(program.load(AT_ONCE, ["/start", *["an answer"] * 2], AT_ONCE)["per_second"])
    against = f"aim 5; ConversationHandler, pickle: {kept:.0f}/s"
    yield Row("  times a kept ConversationHandler, 1,000 open", f"{mine / kept:.1f}", against, mine / kept >= 5)
    commits = disk_commits()
    yield Row("  share of this disk's durable commits", f"{mine / commits:.2f}", f"bare sqlite3, FULL: {commits:.0f}/s")


def hearing() -> Iterator[Row]:
    """(b2) What hearing costs: durable answers a second with and without it, in turn, in the same run."""
    heard, unheard, own = [], [], []
    for _ in range(3):
        with sayso() as program:
            heard.append(_rate(program, TALK))
        with sayso(is_hearing=False) as program:
            unheard.append(_rate(program, TALK))
        with sayso() as program:
            own.append(_rate(program, TALK_IN_OWN_WORDS))
    without = statistics.median(unheard)
    for name, figures in (("", heard), (", begun in own words", own)):
        share = statistics.median(figures) / without
        told = f"aim 0.90; without {without:.0f}/s"
        yield Row(f"durable answers{name}, as a share of no hearing", f"{share:.2f}", told, share >= 0.9)


def disk_commits(seconds: float = 2.0) -> float:
    """Return durable one-row commits a second of the bare driver on this disk."""
    with tempfile.TemporaryDirectory() as folder:
        connection = sqlite3.connect(Path(folder) / "bare.db", isolation_level=None)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("CREATE TABLE answer (id INTEGER PRIMARY KEY, words TEXT)")
        count, began = 0, time.perf_counter()
        while time.perf_counter() - began < seconds:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("INSERT INTO answer (words) VALUES (?)", ("x" * 200,))
            connection.execute("COMMIT")
            count += 1
        connection.close()
        return count / seconds


def latency() -> Iterator[Row]:
    """(c) From update to reply, for few and for many."""
    for at_once in (5, 50, 500):
        with sayso() as program:
            program.load(5, TALK, 5)
            told = program.load(max(at_once, 20), TALK, at_once)
        yield Row(f"update to reply, {at_once} people at once: p50", f"{told['p50'] * 1000:.0f} ms")
        is_met = told["p99"] < 2.0
        yield Row(
            f"update to reply, {at_once} people at once: p99", f"{told['p99'] * 1000:.0f} ms", "aim under 2 s", is_met
        )


def waiting() -> Iterator[Row]:
    """(d) Memory while thousands of conversations wait, and the first answer after a start."""
    folder = Path(tempfile.mkdtemp(prefix="bench"))
    with RemoteServer() as server:
        with sayso(folder, server) as program:
            program.load(1000, TALK[:3], AT_ONCE)
            few = program.memory_mb()
            program.load(9000, TALK[:3], AT_ONCE)
            many = program.memory_mb()
        growth = many / few
        yield Row("memory with 1,000 waiting conversations", f"{few:.0f} MB")
        yield Row("memory with 10,000, as a share of that", f"{growth:.2f}", "aim flat: at most 1.25", growth <= 1.25)
        began = time.perf_counter()
        with sayso(folder, server) as program:
            program.first_answer_seconds()
            first = time.perf_counter() - began
        yield Row("start to first answer, 10,000 waiting", f"{first:.2f} s", "aim under 2 s", first < 2.0)


def core() -> Iterator[Row]:
    """(e) The pure step and the checker, on a flow of 100 questions."""
    words = load_words()
    text = _hundred_questions()
    checked, best = None, 9.9
    for _ in range(3):
        began = time.perf_counter()
        checked = check("hundred.toml", text, words)
        best = min(best, time.perf_counter() - began)
    yield Row("checker, 100 questions", f"{best * 1000:.0f} ms", "aim under 200 ms", best < 0.2)
    assert checked is not None
    assert checked.flow is not None
    by_label, heard = _steps(checked.flow, ["1"]), _steps(checked.flow, OWN_WORDS)
    for name, times, aim in (("", by_label, 0.001), (", in own words", heard, 0.0015)):
        p99 = sorted(times)[int(len(times) * 0.99)]
        told = f"aim under {aim * 1000:g} ms"
        yield Row(f"pure step, 100 questions{name}: p99", f"{p99 * 1000:.2f} ms", told, p99 < aim)
        yield Row(f"pure step, 100 questions{name}: p50", f"{statistics.median(times) * 1000:.2f} ms")


def _steps(flow: Flow, said: list[str]) -> list[float]:
    """Return the seconds of each step of ten talks in which these are said in turn; what is asked back is confirmed."""
    now, times = datetime(2026, 3, 2, 12, tzinfo=UTC), []
    for _ in range(10):
        talk, texts = begin(flow, conversation_id="c", code="C", channel="telegram", now=now), cycle(said)
        for typed in chain(["/start", "yes"], texts):
            now += timedelta(minutes=1)
            is_asked = talk.stage == "checking" or talk.aside is not None
            inbound = Inbound("telegram", "text", now, text="yes" if is_asked else typed)
            began = time.process_time()  # this process alone: another one's turn on the core is not ours
            talk, _events = step(flow, talk, inbound, now)
            times.append(time.process_time() - began)
            if talk.stage == "finished":
                break
    return times


def _hundred_questions() -> str:
    head = (
        'flow = "hundred"\nversion = 1\nlanguage = "en"\ntitle = "Hundred"\nstart = "Hello. You can skip or stop."\n'
        '[consent]\nask = "Is it OK?"\nno = "That is fine."\n'
    )
    asked = [
        f'[[question]]\nid = "q{n}"\nask = "Was it good?"\nshort = "Part {n}"\ntype = "yesno"\n'
        + (f'when = "q{n - 1} is not no"\nbase = "those who said yes"\n' if n % 3 == 2 else "")
        for n in range(1, 101)
    ]
    return head + "\n".join(asked) + '\n[finish]\ncheck = "Is it right?"\nthanks = "Thank you."\n'


SECTIONS: dict[str, Callable[[], Iterator[Row]]] = {
    "core": core,
    "throughput": throughput,
    "hearing": hearing,
    "latency": latency,
    "waiting": waiting,
    "mail": mail,
    "report": reports,
    "exports": exports,
    "export-memory": export_memory,
    "staff": staff,
    "services": several_services,
}
