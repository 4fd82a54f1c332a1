"""The most memory that `sayso export` takes for 100,000 answers, with their words, beside a bare start of the program."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial

from sqlalchemy import Connection, insert

from bench.report import RUN
from bench.row import Row
from config.settings import load_settings
from feedback.conversation.serialisation import dump_pieces, dump_value
from feedback.flows.answer import Piece
from feedback.flows.canonical_json import compile_flow
from feedback.flows.model import Flow
from sayso.core.flow_registry import registry_for
from sayso.core.store import open_store
from storage.conversations import flow_versions
from storage.conversations.events import ANSWER_WORDS, answer_row
from storage.crypto.vault import Vault
from storage.tables import answers, consents, conversations, people

FLOW, TALKS, TOGETHER = "open_door", 50_000, 2_000
"""In each talk a text and a choice: 100,000 answers."""
MOST = 250
"""Megabytes."""
AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
SAID = "They listened to us 🙂 and nobody wrote back. This is what number {} had to say about it. " * 3


def export_memory() -> Iterator[Row]:
    """Yield what each format takes that is made piece by piece."""
    with tempfile.TemporaryDirectory(prefix="bench") as folder:
        environ = {**os.environ, "SAYSO_DATA": f"{folder}/data", "SAYSO_KEY_FILE": f"{folder}/keys"}
        _fill(environ)
        bare = _measured(environ, folder, "--help")[1]
        for form in ("xlsx", "sav", "qdpx"):
            seconds, most = _measured(environ, folder, "--flow", FLOW, "--out", f"out.{form}")
            against = f"aim under {MOST} MB; bare {bare:.0f} MB, {seconds:.0f} s of work"
            yield Row(f"memory, {2 * TALKS:,} answers to {form}", f"{most:.0f} MB", against, most < MOST)


def _measured(environ: dict[str, str], folder: str, *arguments: str) -> tuple[float, float]:
    """Return seconds of work and most megabytes of one `sayso export`."""
    command = [sys.executable, "-c", RUN, sys.executable, "-m", "sayso", "export", *arguments]
    done = subprocess.run(command, env=environ, cwd=folder, capture_output=True, text=True, check=True)
    code, _, seconds, most = done.stdout.split()
    assert code == "0", done.stderr
    return float(seconds), float(most)


def _fill(environ: dict[str, str]) -> None:
    settings = load_settings(environ)
    flow = registry_for(settings).named(FLOW)
    assert flow is not None
    with open_store(settings, is_new_allowed=True) as store:
        store.database.write_now(lambda tx: flow_versions.keep(tx, flow=flow, compiled=compile_flow(flow), now=AT))
        for first in range(0, TALKS, TOGETHER):
            store.database.write_now(partial(_insert, store.vault, flow, range(first, first + TOGETHER)))


def _insert(vault: Vault, flow: Flow, batch: range, tx: Connection) -> None:
    tx.execute(insert(people), [{"id": f"p{n}", "created_at": AT} for n in batch])
    vault.make_keys(tx, [f"p{n}" for n in batch])
    more = {"flow": FLOW, "version_id": flow.version_id, "language": "en", "stage": "finished", "turn": 5}
    moments = {n: AT + timedelta(seconds=n) for n in batch}
    talks = [
        {"id": f"c{n}", "person_id": f"p{n}", "channel": "web", **more}
        | {"started_at": moments[n], "heard_at": moments[n], "finished_at": moments[n]}
        for n in batch
    ]
    tx.execute(insert(conversations), talks)
    agreed = {"switch": "take_part", "granted": True, "wording": "", "wording_hash": "", "language": "en"}
    tx.execute(
        insert(consents),
        [{"person_id": f"p{n}", "conversation_id": f"c{n}", "channel": "web", "at": AT, **agreed} for n in batch],
    )
    text, choice = (next(one for one in flow.questions if one.type == kind) for kind in ("text", "one"))
    given = {"revision": 1, "is_current": True, "state": "answered", "channel": "web", "language": "en", "at": AT}
    rows = []
    for n in batch:
        words = dump_pieces((Piece("1", SAID.format(*[n] * 3)),))
        sealed = vault.seal(tx, f"p{n}", ANSWER_WORDS, words, answer_row(f"c{n}", text.id, 1))
        picked = dump_value(choice.choices[n % len(choice.choices)].id)
        rows += [
            {"conversation_id": f"c{n}", "question": text.id, "value": None, "words": sealed, **given},
            {"conversation_id": f"c{n}", "question": choice.id, "value": picked, "words": None, **given},
        ]
    tx.execute(insert(answers), rows)
