"""Rules of the house that no linter knows: each failure says which file and what to do."""

import re
import socket
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions, version
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from pytest_socket import SocketConnectBlockedError

from config.settings import SETTINGS
from feedback.flows.words import COMMANDS as TYPED_WORDS
from feedback.types.registry import QUESTION_TYPES
from sayso.cli import COMMANDS

ROOT = Path(__file__).parent.parent
PACKAGES = ("feedback", "browser", "bot", "mail", "web", "storage", "report", "review", "config", "sayso")
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


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text())


def run_python(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False, cwd=ROOT)


def test_a_file_is_one_room_of_at_most_400_lines():
    code = [path for path in tracked("*.py") if "versions" not in path.parts]

    long = {str(path.relative_to(ROOT)): n for path in code if (n := len(path.read_text().splitlines())) > LONGEST}

    assert long == {}


def test_tests_hold_no_packages_that_would_hide_the_real_ones():
    assert [path for path in tracked("tests/*") if path.name == "__init__.py"] == []


@pytest.mark.slow
def test_no_dependency_ships_one_of_our_top_level_names():
    owners = packages_distributions()

    assert {name: owners[name] for name in PACKAGES if set(owners.get(name, [])) - {"sayso"}} == {}


def test_every_dependency_has_its_reason_beside_it():
    text = (ROOT / "pyproject.toml").read_text()
    listed = re.findall(r'^    "[a-z][^"]*[<>=][^"]*",.*$', text, flags=re.MULTILINE)

    assert listed
    assert [line for line in listed if "# " not in line] == []


def test_what_is_installed_is_what_pyproject_asks_for():
    wanted = [*project()["project"]["dependencies"], *project()["dependency-groups"]["dev"]]
    asked = [Requirement(line) for line in wanted]

    assert [str(one) for one in asked if version(one.name) not in one.specifier] == []


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

    done = run_python("-c", code)

    assert done.returncode == 0, done.stderr
    assert "serve" in done.stdout


def test_the_changelog_and_the_package_agree_on_the_version():
    assert f"## {version('sayso')}" in (ROOT / "CHANGELOG.md").read_text()
    assert version("sayso") == project()["project"]["version"]


def test_every_setting_and_every_command_stands_in_the_docs():
    text = "\n".join(path.read_text() for path in tracked("README.md", "docs/*.md"))

    assert [name for name in SETTINGS if name not in text] == []
    assert [name for name in COMMANDS if f"sayso {name}" not in text] == []


@pytest.mark.slow
def test_what_the_program_writes_into_the_documents_is_current():
    done = run_python("scripts/readme.py", "--check")

    assert done.returncode == 0, done.stderr


def test_the_long_conversation_is_a_page_of_its_own_and_the_readme_leads_to_it():
    readme, page = (ROOT / "README.md").read_text(), (ROOT / "docs/conversation.md").read_text()

    assert "(docs/conversation.md)" in readme
    assert "<!-- conversation -->" not in readme
    assert "<!-- conversation -->" in page


def test_every_link_between_documents_leads_somewhere():
    links = re.compile(r"(?:\]\(|src=\")(?!https?:|#)([^)\"#]+)")
    pages = tracked("*.md")

    lost = [(page.name, link) for page in pages for link in links.findall(page.read_text()) if not there(page, link)]

    assert lost == []


def there(page: Path, link: str) -> bool:
    return (page.parent / link).exists()


def test_no_test_reaches_another_machine():
    with socket.socket() as line, pytest.warns(UserWarning, match="192"), pytest.raises(SocketConnectBlockedError):
        line.connect(("192.0.2.1", 80))


def test_every_question_type_and_every_command_word_has_a_transcript():
    chats = "\n".join(path.read_text() for path in tracked("tests/data/conversations/*.chat"))
    shown = set(re.findall(r"^# shows: (.*)$", chats, flags=re.MULTILINE))
    named = {word.strip() for line in shown for word in line.split(",")}

    assert {*QUESTION_TYPES, *TYPED_WORDS} - named == set()
