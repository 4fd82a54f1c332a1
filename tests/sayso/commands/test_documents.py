"""Drafts for whoever approves the service: from the settings, each line with its ground, and nothing that is not so."""

import json
import re
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import pytest
from click.testing import CliRunner

from config.settings import load_settings
from sayso.commands.documents import command
from sayso.core.conversation_service import LINK_KEPT
from sayso.documents.asvs import asvs_table, requirements
from sayso.documents.dtac import dtac_answers
from sayso.documents.hazards import HAZARDS, accessibility_statement, hazard_log
from sayso.documents.processing import impact_assessment, record_of_processing
from sayso.documents.retention import retention_schedule
from sayso.documents.sbom import sbom
from sayso.setup.retention import RETENTION
from storage.messages.incoming_mail import ORIGINAL_KEPT
from storage.tables.privacy import PRIVACY_MEANINGS

ROOT = Path(__file__).parents[3]
MAKERS = {
    "record-of-processing": record_of_processing,
    "dpia": impact_assessment,
    "hazard-log": hazard_log,
    "accessibility": accessibility_statement,
    "dtac": dtac_answers,
    "asvs": asvs_table,
    "retention": retention_schedule,
}
NAMES = {"sbom.cdx.json", *(f"{name}.md" for name in MAKERS)}
ENVIRON = {"SAYSO_ORGANISATION": "Fern Trust", "SAYSO_PUBLIC_URL": "https://feedback.example.org"}


@pytest.fixture
def settings(tmp_path):
    return load_settings(ENVIRON, tmp_path / "none.toml")


@pytest.fixture
def written(settings) -> str:
    return "\n".join(make(settings) for make in MAKERS.values())


def test_every_file_that_is_named_as_a_ground_is_there(written):
    named = set(re.findall(r"`((?:tests|sayso|storage|feedback)/[\w/.]+)`", written))

    assert len(named) > 15
    assert [one for one in named if not (ROOT / one).exists()] == []


def test_every_line_says_what_it_rests_on(written):
    lines = [line for line in written.splitlines() if line.startswith("- ")]

    assert [
        line
        for line in lines
        if not re.search(r"\((Read from|Tested in) `[^`]+`\)$|\*\*CLAIM: look at it yourself\.\*\*$", line)
    ] == []


def test_what_is_set_is_what_is_told(settings, tmp_path):
    told = record_of_processing(settings)
    mail = {
        "SAYSO_IMAP_URL": "imaps://feedback:secret-word@mail.example.org",
        "SAYSO_SMTP_URL": "smtps://feedback:secret-word@mail.example.org",
        "SAYSO_MAIL_ADDRESS": "feedback@example.org",
        "SAYSO_DATABASE_URL": "postgresql://sayso:secret-word@127.0.0.1/feedback",
        "SAYSO_TELEGRAM_TOKEN": "123456:secret-word",
    }
    other = record_of_processing(load_settings(ENVIRON | mail, tmp_path / "none.toml"))

    for line in ("Controller: Fern Trust.", "Telegram is off.", "Email is off.", "SQLite", "People come by https."):
        assert line in told
    for line in ("Telegram carries", "mail.example.org", "PostgreSQL"):
        assert line in other
    assert "secret-word" not in other
    bare = replace(settings, organisation="", public_url="http://127.0.0.1:8000")
    assert "SAYSO_ORGANISATION is not set. **CLAIM" in record_of_processing(bare)
    assert "without encryption" in record_of_processing(bare)


def test_every_hazard_has_a_control(settings):
    assert len(HAZARDS) >= 10
    assert all(one.controls for one in HAZARDS)
    assert hazard_log(settings).count("Severity: ") == len(HAZARDS)


def test_the_schedule_covers_every_privacy_class_and_reads_its_times_where_they_hold(settings):
    told = retention_schedule(settings)

    assert {one.privacy for one in RETENTION} == set(PRIVACY_MEANINGS)
    assert told.count("\n| ") == len(RETENTION) + 1
    assert f"Mails as they came | {ORIGINAL_KEPT.days} days |" in told
    assert f"{LINK_KEPT.days} days" in told
    assert "Marks of forms that were sent | 24 hours |" in told
    assert "sign in again | 60 minutes |" in told


def test_every_requirement_of_asvs_at_level_2_has_one_line_in_its_order(settings):
    rows = requirements()
    numbers = [tuple(map(int, one.number.removeprefix("V").split("."))) for one in rows]
    per_chapter = Counter(chapter for chapter, *_ in numbers)

    assert numbers == sorted(set(numbers))
    assert tuple(per_chapter.values()) == (27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7)
    assert [one for one in rows if one.test and not one.test.startswith("tests/")] == []
    assert [one for one in rows if one.met.startswith(("Not met", "Does not apply")) and one.test] == []
    told = asvs_table(settings)
    assert told.count("\n| V") == len(rows) == told.count("Tested in `") + told.count("**CLAIM**")


def test_each_assessed_section_of_dtac_is_answered_from_what_is_set(settings, tmp_path):
    told = dtac_answers(settings)

    assert re.findall(r"^## (\w\d)", told, re.MULTILINE) == ["C1", "C2", "C3", "C4", "D1"]
    assert "Controller: Fern Trust." in told
    assert "OpenID Connect is off." in told
    provider = {
        "SAYSO_OIDC_ISSUER": "https://id.example.org",
        "SAYSO_OIDC_CLIENT_ID": "sayso",
        "SAYSO_OIDC_CLIENT_SECRET": "secret-word",
    }
    other = dtac_answers(load_settings(ENVIRON | provider, tmp_path / "none.toml"))
    assert "The provider is https://id.example.org." in other
    assert "OpenID Connect is off." not in other


def test_the_list_of_what_is_installed_names_each_package_once_with_its_version():
    made_at = datetime(2026, 3, 1, tzinfo=UTC)
    written = sbom(made_at)
    told = json.loads(written)
    found = {one["name"]: one for one in told["components"]}

    assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.6")
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", told["serialNumber"])
    assert len({one["bom-ref"] for one in told["components"]}) == len(told["components"])
    assert found["sqlalchemy"]["version"] == version("sqlalchemy")
    assert found["sqlalchemy"]["purl"] == f"pkg:pypi/sqlalchemy@{version('sqlalchemy')}"
    assert "sayso" not in found
    assert sbom(made_at) == written


def test_the_command_writes_them_all_and_counts_the_claims(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "documents"

    done = CliRunner().invoke(command, ["--to", str(folder)], env=ENVIRON)

    assert (done.exit_code, {one.name for one in folder.iterdir()}) == (0, NAMES)
    claims = sum(one.read_text("utf-8").count("**CLAIM") for one in folder.iterdir())
    assert f"{claims} lines are only claims" in done.output
    (tmp_path / "file").write_text("")
    refused = CliRunner().invoke(command, ["--to", str(tmp_path / "file" / "below")], env=ENVIRON)
    assert (refused.exit_code, "Choose another folder" in refused.output) == (1, True)
