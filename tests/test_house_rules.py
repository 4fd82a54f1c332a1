"""Rules of the house that no linter knows: each failure says which file and what to do."""

import ast
import re
import runpy
import socket
import subprocess
import sys
import tomllib
from collections import Counter
from functools import cache
from importlib.metadata import packages_distributions, version
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from pytest_socket import SocketConnectBlockedError

from config.setting_table import SETTINGS
from feedback.channels import EMAIL, TELEGRAM, TERMINAL, WEB
from feedback.flows.words import COMMANDS as TYPED_WORDS
from feedback.types.registry import QUESTION_TYPES
from sayso.cli import COMMANDS

ROOT = Path(__file__).parent.parent
BESIDE_THE_PRODUCT = {"tests", "bench", "scripts"}
LONGEST = 400
MOST_MODULES = 15
OF_ONE_KIND = {"commands", "pages", "types", "tables", "versions"}
"""Folders that hold one kind of thing each, as many as there are; what is alike needs no rooms."""
NAMED_TWICE = {
    "Answered": "what happened in a conversation, and the condition `ID answered`: each is the word of its own grammar",
    "Asked": "a question on a route, and what a question type needs to know of it: types import no flows",
    "Choice": "a choice of a flow, and what a question type needs to know of it: types import no flows",
    "Fault": "a fault with its line in a file, and one that a question type finds, which knows no file yet",
    "Judged": "two models, of distress and of meaning, which know nothing of each other and are judged alike",
    "Match": "a choice that fits, and a template that fits: both inside rooms of `feedback.hearing` alone",
}
"""Public classes whose name stands in two modules, and why each may."""
MEASURED = ("feedback/distress/", "feedback/hearing/")
"""Rooms of what was learned or set by trying it on many answers: their numbers are told by how well they do
(`docs/hearing.md`), not each by itself."""


@cache
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


@cache
def packages() -> set[str]:
    """Return every top folder with code of the product."""
    parts = {path.relative_to(ROOT).parts for path in tracked("*.py")}
    return {found[0] for found in parts if len(found) > 1} - BESIDE_THE_PRODUCT


def contracts(kind: str) -> list[dict[str, Any]]:
    return [one for one in project()["tool"]["importlinter"]["contracts"] if one["type"] == kind]


def run_python(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False, cwd=ROOT)


def test_a_file_is_one_room_of_at_most_400_lines():
    code = [path for path in tracked("*.py") if "versions" not in path.parts]

    long = {str(path.relative_to(ROOT)): n for path in code if (n := len(path.read_text().splitlines())) > LONGEST}

    assert long == {}


def test_a_folder_is_a_hall_of_at_most_15_modules_but_where_all_are_of_one_kind():
    modules = [path.relative_to(ROOT) for path in tracked("*.py") if not path.name.startswith("__")]
    counted = Counter(str(path.parent) for path in modules if path.parts[0] in packages())

    large = {name: n for name, n in counted.items() if n > MOST_MODULES and Path(name).name not in OF_ONE_KIND}

    assert large == {}


@pytest.mark.slow
def test_a_public_class_name_stands_once_so_that_a_stack_trace_says_which():
    modules = [path for path in tracked("*.py") if path.relative_to(ROOT).parts[0] in packages()]
    counted = Counter(name for path in modules for name in public_classes(path))

    twice = {name for name, n in counted.items() if n > 1}

    assert twice - set(NAMED_TWICE) == set(), "rename all but one, or say in NAMED_TWICE why both may stand"
    assert set(NAMED_TWICE) - twice == set(), "these stand once now: take them out of NAMED_TWICE"


def public_classes(path: Path) -> list[str]:
    body = ast.parse(path.read_text()).body
    return [node.name for node in body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]


def test_every_top_folder_with_code_is_typed_linted_counted_and_shipped():
    tools = project()["tool"]
    (acyclic,) = contracts("acyclic_siblings")
    top = next(one["layers"] for one in contracts("layers") if "containers" not in one)
    lists = {
        "the wheel": tools["hatch"]["build"]["targets"]["wheel"]["packages"],
        "mypy": tools["mypy"]["files"],
        "coverage": tools["coverage"]["run"]["source"],
        "import-linter": tools["importlinter"]["root_packages"],
        "the contract without cycles": acyclic["ancestors"],
        "the contract of one direction": [name for layer in top for name in layer.split(" | ")],
        "the floors of coverage": runpy.run_path(str(ROOT / "scripts" / "coverage_gate.py"))["FLOORS"],
    }

    assert {name: packages() ^ set(found) for name, found in lists.items() if set(found) != packages()} == {}


def test_every_package_with_rooms_has_a_contract_for_them():
    rooms = {path.relative_to(ROOT).parts[0] for path in tracked("*.py") if len(path.relative_to(ROOT).parts) > 2}

    held = {name for one in contracts("layers") for name in one.get("containers", [])}

    assert (rooms & packages()) - held == set()


@pytest.mark.slow
def test_a_document_that_is_named_is_there():
    """So that whoever reads a reference can follow it: a paper of ours, or a public standard by its number."""
    texts = [path for path in tracked() if path.suffix in {".py", ".toml", ".sh", ".md", ".html", ".css", ".js"}]
    texts = [path for path in texts if path.name != "test_house_rules.py"]
    there = {path.name for path in tracked("*.md")}

    lost = {str(path.relative_to(ROOT)): found for path in texts if (found := set(papers(path.read_text())) - there)}

    assert lost == {}


def papers(text: str) -> list[str]:
    """Return the documents that a text names, each as the name of a file, but for what a test writes."""
    named = re.findall(r"(?<!tmp_path / \")(?<![\w-])[\w-]+\.md(?![\w(])", text)
    decisions = {path.name[:4]: path.name for path in tracked("docs/decisions/*.md")}
    numbered = [decisions.get(number, f"decision {number}") for number in re.findall(r"decisions? (\d{4})", text)]
    sections = re.findall(r"[^\W\d]\w* section \d", text)  # a standard has its number before: RFC 8265 section 4.2
    return [*named, *numbered, *sections]


def test_between_the_database_and_the_program_nearly_every_value_has_a_type():
    """A row or a statement that is `Any` is checked by nobody: name its columns (`storage.db.typed_rows`)."""
    code = [path for path in tracked("storage/*.py") if "versions" not in path.parts]

    untyped = {path.name: n for path in code if (n := untyped_in(path))}

    assert sum(untyped.values()) <= 20, untyped


def untyped_in(path: Path) -> int:
    return sum(isinstance(node, ast.Name) and node.id == "Any" for node in ast.walk(ast.parse(path.read_text())))


@pytest.mark.slow
def test_a_number_has_its_why_beside_it():
    """A source, a measurement or a reason, in a docstring or a comment; "a guess" where there is nothing better."""
    names = (str(path.relative_to(ROOT)) for path in tracked("*.py"))
    code = [name for name in names if name.split("/")[0] in packages() and not name.startswith(MEASURED)]

    bare = {name: found for name in code if (found := numbers_without_a_why((ROOT / name).read_text()))}

    assert bare == {}


def test_a_number_without_a_why_is_found():
    told = ('A = 30\n"""Seconds."""\n', "A = 30  # seconds\n", "# seconds\nA = 30\n", "A = 2\n", 'A = {"b": 30}\n')

    assert numbers_without_a_why("A = 30  # noqa: F841\nB = 3\n") == ["A = 30  # noqa: F841", "B = 3"]
    assert [numbers_without_a_why(code) for code in told] == [[]] * len(told)


def numbers_without_a_why(code: str) -> list[str]:
    """Return the lines of a module that set a number and say nothing of it. A table of many, or with words, is data."""
    lines, body = ["", *code.splitlines()], ast.parse(code).body
    numbers = (pair for pair in zip(body, [*body[1:], None], strict=True) if is_number(pair[0]))
    return [lines[node.lineno] for node, after in numbers if not (is_text(after) or is_told(lines, node.lineno))]


def is_number(node: ast.stmt) -> bool:
    """Return whether a statement gives a name to a number, or to as many as three, other than 0, 1 and 2."""
    value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
    values = [one.value for one in ast.walk(value) if isinstance(one, ast.Constant)] if value else []
    numbers = [one for one in values if type(one) in {int, float} and one not in {0, 1, 2}]
    return 0 < len(numbers) <= 3 and not any(isinstance(one, str) for one in values)


def is_text(node: ast.stmt | None) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def is_told(lines: list[str], number: int) -> bool:
    is_comment = re.compile(r"# (?!noqa|type:|fmt:)").search
    return bool(is_comment(lines[number]) or is_comment(lines[number - 1][:2]))


@pytest.mark.slow
def test_no_place_asks_for_a_channel_by_its_name():
    """Ask for a trait (`feedback.channels.Channel`): a channel that is added later has it too."""
    code = [path for path in tracked("*.py") if path.relative_to(ROOT).parts[0] in packages()]
    names = {TELEGRAM.name, EMAIL.name, WEB.name, TERMINAL.name}

    asking = {str(path.relative_to(ROOT)): found for path in code if (found := names & compared_with(path))}

    assert asking == {
        "feedback/types/text.py": {"email"},  # a kind of field in a form of SurveyJS
        "feedback/hearing/hear.py": {"email"},  # a kind of question there: leaving, asked in a mail
        "sayso/commands/hear.py": {"email"},
        "storage/people/contact_csv.py": {"email"},  # a column of a file that a host brings
        "storage/people/list_columns.py": {"email"},
    }


def compared_with(path: Path) -> set[str]:
    """Return the words that a file compares something with."""
    comparisons = [
        node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Compare | ast.match_case)
    ]
    inside = (
        leaf for node in comparisons for leaf in ast.walk(node if isinstance(node, ast.Compare) else node.pattern)
    )
    return {leaf.value for leaf in inside if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str)}


def test_tests_hold_no_packages_that_would_hide_the_real_ones():
    assert [path for path in tracked("tests/*") if path.name == "__init__.py"] == []


@pytest.mark.slow
def test_no_dependency_ships_one_of_our_top_level_names():
    owners = packages_distributions()

    assert {name: owners[name] for name in packages() if set(owners.get(name, [])) - {"sayso"}} == {}


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
