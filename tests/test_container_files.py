"""The container that a host can build: not root, nothing to write to but its data, keys and backups, and https in front."""

import json
import re
import shlex
from pathlib import Path

import pytest
import yaml

from config.setting_table import SETTINGS

ROOT = Path(__file__).parents[1]
HOST = ROOT / "config" / "host"
OURS = ("sayso", "backup")
"""The services of compose.yaml that run our own container."""


def instructions() -> list[tuple[str, str]]:
    """Return each instruction of the Containerfile and what stands behind it, stage by stage."""
    text = (HOST / "Containerfile").read_text("utf-8").replace("\\\n", " ")
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [(name, rest) for name, _, rest in (line.partition(" ") for line in lines)]


def last_stage() -> list[tuple[str, str]]:
    found = instructions()
    return found[max(at for at, (name, _) in enumerate(found) if name == "FROM") :]


@pytest.fixture(scope="module")
def composed() -> dict:
    return yaml.safe_load((HOST / "compose.yaml").read_text("utf-8"))


def test_every_instruction_is_one_that_there_is_and_images_are_named_in_full():
    known = {
        "FROM",
        "RUN",
        "WORKDIR",
        "COPY",
        "ENV",
        "USER",
        "EXPOSE",
        "STOPSIGNAL",
        "HEALTHCHECK",
        "ENTRYPOINT",
        "CMD",
    }

    assert {name for name, _ in instructions()} == known
    for name, rest in instructions():
        if name == "FROM":
            assert re.fullmatch(r"docker\.io/library/debian:bookworm-slim( AS build)?", rest)
        if name == "RUN":
            shlex.split(rest)


def test_it_runs_as_nobody_in_particular_with_private_files_and_says_how_it_is():
    told = dict(last_stage())
    healthy = told["HEALTHCHECK"].partition("CMD ")[2]

    assert told["USER"] == "10001:10001"
    assert json.loads(told["ENTRYPOINT"]) == ["/bin/sh", "-c", 'umask 077 && exec sayso "$@"', "sayso"]
    assert json.loads(told["CMD"]) == ["serve"]
    assert "/healthz" in json.loads(healthy)[-1]
    compile(json.loads(healthy)[-1], "healthcheck", "exec")


def test_its_settings_are_settings_that_there_are_and_its_folders_are_made_private():
    told = dict(last_stage())
    given = dict(pair.split("=", 1) for pair in told["ENV"].split())
    made = next(rest for name, rest in last_stage() if name == "RUN" and "install -d" in rest)

    assert {name for name in given if name.startswith("SAYSO_")} <= set(SETTINGS)
    assert "-m 700 -o 10001 -g 10001" in made
    for name in ("SAYSO_DATA", "SAYSO_KEY_FILE"):
        assert str(Path(given[name]).parent) in made.split()


@pytest.mark.parametrize("name", OURS)
def test_what_runs_has_no_right_and_writes_to_three_volumes_alone(composed, name):
    service = composed["services"][name]
    places = dict(one.split(":")[:2] for one in service["volumes"])

    assert service["user"] == "10001:10001"
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert "privileged" not in service
    assert set(service) & {"devices", "cap_add", "pid", "ipc"} == set()
    assert places == {"data": "/var/lib/sayso", "keys": "/etc/sayso", "backups": "/var/backups/sayso"}
    assert set(places) <= set(composed["volumes"])
    assert (HOST / service["build"]["context"]).resolve() == ROOT
    assert (ROOT / service["build"]["dockerfile"]).exists()


def test_https_stands_in_front_on_the_same_network_so_that_addresses_are_believed(composed):
    https = composed["services"]["https"]

    assert https["network_mode"] == "service:sayso"
    assert https["read_only"] is True
    assert (https["cap_drop"], https["cap_add"]) == (["ALL"], ["NET_BIND_SERVICE"])
    assert "./Caddyfile:/etc/caddy/Caddyfile:ro" in https["volumes"]
    assert composed["services"]["sayso"]["ports"] == ["80:80", "443:443"]
    assert "SAYSO_HOST" not in dict(last_stage())["ENV"]


def test_no_key_no_data_and_no_history_comes_into_the_image():
    left_out = (ROOT / ".dockerignore").read_text("utf-8").split()

    assert {".git", ".venv*", "data", "data.key*", "config/host/sayso.env"} <= set(left_out)
