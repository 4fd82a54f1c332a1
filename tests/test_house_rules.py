"""Rules of the house that no linter knows: each failure says which file and what to do."""

import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("feedback", "bot", "web", "storage", "report", "config", "sayso")
LONGEST = 400


def tracked(*patterns: str) -> list[Path]:
    found = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [ROOT / name for name in found.stdout.splitlines() if (ROOT / name).is_file()]


def project() -> dict[str, object]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text())


def test_a_file_is_one_room_of_at_most_400_lines():
    code = [path for path in tracked("*.py") if "versions" not in path.parts]

    long = {str(path.relative_to(ROOT)): n for path in code if (n := len(path.read_text().splitlines())) > LONGEST}

    assert long == {}


def test_tests_hold_no_packages_that_would_hide_the_real_ones():
    assert [path for path in tracked("tests/*") if path.name == "__init__.py"] == []


def test_no_dependency_ships_one_of_our_top_level_names():
    owners = packages_distributions()

    assert {name: owners[name] for name in PACKAGES if set(owners.get(name, [])) - {"sayso"}} == {}


def test_every_dependency_has_its_reason_beside_it():
    text = (ROOT / "pyproject.toml").read_text()
    listed = re.findall(r'^    "[a-z][^"]*[<>=][^"]*",.*$', text, flags=re.MULTILINE)

    assert listed
    assert [line for line in listed if "# " not in line] == []


@pytest.mark.parametrize("lock", sorted(path.name for path in tracked("*.lock")))
def test_a_lock_names_no_host_and_has_a_hash_for_every_package(lock: str):
    path = next(path for path in tracked("*.lock") if path.name == lock)
    text = path.read_text()

    assert "://" not in text
    assert re.findall(r"^[a-z0-9][^\n]*==[^\n]*[^\\\n]$", text, flags=re.MULTILINE) == []


def test_no_file_holds_a_path_of_one_machine():
    own = re.compile(r"(?<![\w.])/(?:work|root|home/\w+|Users)/")
    texts = [path for path in tracked() if path.suffix in {".py", ".md", ".toml", ".sh", ".html", ".css", ".yml", ""}]

    found = [str(path.relative_to(ROOT)) for path in texts if own.search(path.read_text(errors="replace"))]

    assert [name for name in found if not name.endswith("test_house_rules.py")] == []


def test_help_is_quick_because_commands_import_late():
    code = (
        "import sys\nfrom sayso.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "heavy = {'sqlmodel', 'sqlalchemy', 'telegram', 'alembic', 'starlette', 'cryptography'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)

    assert done.returncode == 0, done.stderr
    assert "serve" in done.stdout


def test_the_changelog_and_the_package_agree_on_the_version():
    version = project()["project"]["version"]  # type: ignore[index]

    assert f"## {version}" in (ROOT / "CHANGELOG.md").read_text()


def test_every_setting_and_every_command_stands_in_the_docs():
    from config.settings import SETTINGS

    from sayso.cli import COMMANDS

    text = "\n".join(path.read_text() for path in tracked("README.md", "docs/*.md"))

    assert [name for name in SETTINGS if name not in text] == []
    assert [name for name in COMMANDS if f"sayso {name}" not in text] == []


def test_every_question_type_and_every_command_word_has_a_transcript():
    from feedback.flow import QUESTION_TYPES
    from feedback.words import COMMANDS

    chats = "\n".join(path.read_text() for path in tracked("tests/data/conversations/*.chat"))
    shown = set(re.findall(r"^# shows: (.*)$", chats, flags=re.MULTILINE))
    named = {word.strip() for line in shown for word in line.split(",")}

    assert {*QUESTION_TYPES, *COMMANDS} - named == set()
