"""What Prometheus reads: figures about the service, for whoever shows the token, and nothing of anybody's."""

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from config.secret import Secret
from sayso.core.health import Health
from sayso.doctor.metrics import Metrics
from sayso.doctor.prometheus_text import MetricFamily, exposition
from storage.db.engine import Database
from storage.db.errors import Unreachable
from storage.messages import inbox

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
TOKEN = "t" * 32
HOST = Path(__file__).parents[3] / "config" / "host"


async def read(db: Database, folder: Path, token: str = TOKEN) -> httpx.Response:
    heard = {"telegram": NOON - timedelta(seconds=7)}
    health = Health(db, folder, heard, ("telegram",), lambda: NOON)
    metrics = Metrics(Secret(TOKEN), health, lambda: NOON - timedelta(hours=3))
    transport = httpx.ASGITransport(Starlette(routes=[Route("/metrics", metrics.answer)]))
    async with httpx.AsyncClient(transport=transport, base_url="http://sayso") as client:
        return await client.get("/metrics", headers={"Authorization": f"Bearer {token}"} if token else {})


@pytest.mark.parametrize("token", ["", "x" * 32, TOKEN[:-1], f"{TOKEN}\u00e9"])
async def test_nobody_reads_them_without_the_token(sqlite_db, tmp_path, token):
    health = Health(sqlite_db, tmp_path, {}, (), lambda: NOON)
    transport = httpx.ASGITransport(Starlette(routes=[Route("/metrics", Metrics(Secret(TOKEN), health).answer)]))
    async with httpx.AsyncClient(transport=transport, base_url="http://sayso") as client:
        answer = await client.get("/metrics", headers={"Authorization": f"Bearer {token}".encode()})

    assert (answer.status_code, answer.text) == (401, "")


async def test_they_tell_how_the_service_is_and_no_word_of_anybody(db, vault, tmp_path):
    raw = inbox.RawMessage("telegram", "m1", "7001", "Ada said something private", NOON - timedelta(seconds=70))
    db.write_now(lambda tx: inbox.accept(tx, vault, raw))

    answer = await read(db, tmp_path)

    told = dict(line.rsplit(" ", 1) for line in answer.text.splitlines() if not line.startswith("#"))
    assert told["sayso_messages_pending"] == "1"
    assert told["sayso_inbox_oldest_seconds"] == "70"
    assert told["sayso_backup_age_seconds"] == "10800"
    assert told['sayso_channel_heard_age_seconds{channel="telegram"}'] == "7"
    assert told["sayso_messages_balanced"] == "1"
    assert told["sayso_troubles"] == "1"
    assert int(float(told["process_open_fds"])) > 2
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    assert not re.search("Ada|private|7001", answer.text)
    assert set(re.findall(r"\{(\w+)=", answer.text)) == {"channel", "state", "version"}


async def test_a_database_that_is_away_is_a_trouble_and_the_machine_is_told_of_still(sqlite_db, tmp_path, monkeypatch):
    async def away(*_: object) -> None:
        raise Unreachable("The database is away.")

    monkeypatch.setattr(Database, "read", away)
    monkeypatch.setattr(Database, "write", away)
    answer = await read(sqlite_db, tmp_path)

    assert answer.status_code == 200
    assert "sayso_troubles 1\n" in answer.text
    assert "process_resident_memory_bytes" in answer.text
    assert "sayso_messages_pending" not in answer.text


async def test_each_figure_has_a_line_of_help_a_kind_and_then_its_values(sqlite_db, tmp_path):
    text = (await read(sqlite_db, tmp_path)).text
    value = r'NAME(?:\{[a-z]+="[^"\n]*"\})? -?[0-9.e+]+\n'
    family = (
        rf"# HELP (?P<name>[a-z_]+) .+\n# TYPE (?P=name) (?:gauge|counter)\n(?:{value.replace('NAME', '(?P=name)')})+"
    )

    assert re.sub(family, "", text) == ""


async def test_every_figure_of_the_dashboard_and_of_the_rules_is_one_that_there_is(sqlite_db, tmp_path):
    text = (await read(sqlite_db, tmp_path)).text
    there = {line.split()[2] for line in text.splitlines() if line.startswith("# TYPE")}
    board = json.loads((HOST / "grafana-sayso.json").read_text("utf-8"))
    asked = [target["expr"] for panel in board["panels"] for target in panel["targets"]]
    asked += re.findall(r"expr: (.*)", (HOST / "prometheus-alerts.yml").read_text("utf-8"))
    named = {name for one in asked for name in re.findall(r"\b(?:sayso|process)_\w+", one)}

    assert named <= there
    assert there - named <= {"sayso_messages_received"}
    places = [tuple(panel["gridPos"].values()) for panel in board["panels"]]
    assert len(set(places)) == len(board["panels"])


def test_odd_signs_in_a_label_cannot_break_the_text():
    told = exposition(
        [MetricFamily("a", "gauge", "One\nline.", {'q"u\\o\nte': 1.5}, "name"), MetricFamily("b", "gauge", "", {})]
    )

    assert told == '# HELP a One\\nline.\n# TYPE a gauge\na{name="q\\"u\\\\o\\nte"} 1.5\n'
