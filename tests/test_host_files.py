"""What `make host` puts onto a machine: locked units, private folders, and settings that are there stay."""

import os
import subprocess
from configparser import ConfigParser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SERVICES = ("sayso.service", "sayso-backup.service")
LOCKED = {
    "NoNewPrivileges": "yes",
    "CapabilityBoundingSet": "",
    "AmbientCapabilities": "",
    "ProtectSystem": "strict",
    "ProtectHome": "yes",
    "PrivateTmp": "yes",
    "PrivateDevices": "yes",
    "PrivateIPC": "yes",
    "PrivateUsers": "yes",
    "ProtectProc": "invisible",
    "ProcSubset": "pid",
    "ProtectClock": "yes",
    "ProtectHostname": "yes",
    "ProtectKernelLogs": "yes",
    "ProtectKernelModules": "yes",
    "ProtectKernelTunables": "yes",
    "ProtectControlGroups": "yes",
    "RestrictNamespaces": "yes",
    "RestrictRealtime": "yes",
    "RestrictSUIDSGID": "yes",
    "LockPersonality": "yes",
    "RemoveIPC": "yes",
    "KeyringMode": "private",
    "UMask": "0077",
    "RestrictAddressFamilies": "AF_INET AF_INET6 AF_UNIX",
    "SystemCallArchitectures": "native",
    "SystemCallFilter": "~@privileged",
    "SystemCallErrorNumber": "EPERM",
}
"""With these `systemd-analyze security` of systemd 252 gives 1.4, where 10 is open and the aim is under 2."""


def unit(name):
    read = ConfigParser(strict=False, interpolation=None)
    read.optionxform = str
    read.read(ROOT / "config" / "host" / name)
    return read


@pytest.fixture
def machine(tmp_path):
    """Another root, and what installs into it."""

    def install():
        command = ["sh", ROOT / "scripts" / "install-host.sh"]
        surroundings = {**os.environ, "DESTDIR": str(tmp_path)}
        return subprocess.run(command, env=surroundings, capture_output=True, text=True, check=True).stdout

    return tmp_path, install


@pytest.mark.parametrize("name", SERVICES)
def test_the_units_give_the_program_nothing_that_it_does_not_need(name):
    assert {key: value for key, value in unit(name)["Service"].items() if key in LOCKED} == LOCKED


def test_the_service_writes_its_data_and_the_lists_beside_its_key_and_a_backup_no_key():
    folders = {name: unit(name)["Service"]["ReadWritePaths"].split() for name in SERVICES}

    assert folders == {
        "sayso.service": ["/var/lib/sayso", "/etc/sayso"],
        "sayso-backup.service": ["/var/lib/sayso", "/var/backups/sayso"],
    }


def test_backups_come_each_night_and_after_a_night_that_was_missed():
    timer = unit("sayso-backup.timer")

    assert timer["Timer"]["OnCalendar"] == "*-*-* 02:15:00"
    assert timer["Timer"]["Persistent"] == "true"
    assert timer["Install"]["WantedBy"] == "timers.target"


def test_folders_and_settings_are_private_and_settings_that_are_there_stay(machine):
    root, install = machine
    first = install()
    modes = {name: (root / name).stat().st_mode & 0o777 for name in PRIVATE}
    settings = root / "etc/sayso/environment"
    settings.write_text("SAYSO_ORGANISATION=Another\n")

    again = install()

    assert modes == PRIVATE
    assert f"Write your settings into {settings}." in first
    assert "Write your settings" not in again
    assert settings.read_text() == "SAYSO_ORGANISATION=Another\n"
    assert {one.name for one in (root / "etc/systemd/system").iterdir()} == {*SERVICES, "sayso-backup.timer"}


PRIVATE = {"var/lib/sayso": 0o700, "etc/sayso": 0o700, "var/backups/sayso": 0o700, "etc/sayso/environment": 0o600}
