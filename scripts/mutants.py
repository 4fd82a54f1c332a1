"""Changes the code in one small place after the other, and tells which changes no test notices.

`python scripts/mutants.py [--sample 60] [--since REF] [FILE ...]` works in a copy of the tracked files. Without FILE it takes
the files of the product that differ from REF (`HEAD~1` if none is named). For each change it runs the tests that stand beside
the file under tests/, then its room, then all of its package. A change that survives is a rule that nobody would miss, or a test to write.
"""

import argparse
import ast
import copy
import os
import random  # noqa: TID251 - a sample that is the same for the same seed
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
PRODUCT = ("feedback", "browser", "bot", "mail", "web", "storage", "report", "review", "config", "sayso")
SECONDS = 300
"""A change that makes the tests run longer than this has been noticed."""
_TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
_SWAPPED: dict[type[ast.operator], type[ast.operator]] = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv}


@dataclass(frozen=True)
class Mutant:
    """A file with one change: where, and what was done."""

    file: str
    line: int
    what: str
    text: str


def mutants(file: str) -> Iterator[Mutant]:
    """Yield every change of one file: turned comparisons, swapped and/or, left-out calls, other numbers and truths."""
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    # zip(strict=True) is a check of ours on code, which no input can fail.
    checks = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg == "strict"}
    for number, node in enumerate(ast.walk(tree)):
        if id(node) in checks:
            continue
        for what in _ways(node):
            changed = copy.deepcopy(tree)
            target = next(one for place, one in enumerate(ast.walk(changed)) if place == number)
            _change(target)
            yield Mutant(file, getattr(node, "lineno", 0), what, ast.unparse(changed))


def _ways(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Compare(ops=[op]) if type(op) in _TURNED:
            yield f"{type(op).__name__} becomes {_TURNED[type(op)].__name__}"
        case ast.BoolOp(op=op):
            yield "and becomes or" if isinstance(op, ast.And) else "or becomes and"
        case ast.BinOp(op=op) if type(op) in _SWAPPED:
            yield f"{type(op).__name__} becomes {_SWAPPED[type(op)].__name__}"
        case ast.UnaryOp(op=ast.Not()):
            yield "not is left out"
        case ast.Constant(value=bool() | int()):
            yield f"{node.value} becomes another"
        case ast.Expr(value=ast.Call()):
            yield "the call is left out"


def _change(node: ast.AST) -> None:
    match node:
        case ast.Compare():
            node.ops = [_TURNED[type(node.ops[0])]()]
        case ast.BoolOp():
            node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        case ast.BinOp():
            node.op = _SWAPPED[type(node.op)]()
        case ast.UnaryOp():
            node.op, node.operand = ast.Not(), ast.UnaryOp(ast.Not(), node.operand)
        case ast.Constant():
            node.value = not node.value if isinstance(node.value, bool) else node.value + 1
        case ast.Expr():
            node.value = ast.Constant(None)


def tests_of(file: str) -> list[list[str]]:
    """Return the tests to run, the nearest first."""
    path = Path(file)
    name = f"test_{path.stem}.py"
    near = sorted(str(found.relative_to(ROOT)) for found in (ROOT / "tests" / path.parts[0]).rglob(name))
    rooms = (Path("tests", *path.parts[:depth]) for depth in range(len(path.parts) - 1, 0, -1))
    return [*([near] if near else []), *([str(room)] for room in rooms if (ROOT / room).is_dir())]


def is_noticed(mutant: Mutant, copy_of: Path) -> bool:
    """Return whether a test fails with this change."""
    target = copy_of / mutant.file
    before = target.read_text(encoding="utf-8")
    target.write_text(mutant.text, encoding="utf-8")
    try:
        return any(not _passes(tests, copy_of) for tests in tests_of(mutant.file))
    finally:
        target.write_text(before, encoding="utf-8")


def _passes(tests: list[str], folder: Path) -> bool:
    command = [sys.executable, "-B", "-m", "pytest", "-q", "-x", "-p", "no:randomly", "-p", "no:cacheprovider", *tests]
    environ = os.environ | {"PYTHONPATH": str(folder)}
    try:
        done = subprocess.run(command, cwd=folder, env=environ, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def _survivors(sample: list[Mutant], folder: Path) -> Iterator[Mutant]:
    """Yield what no test notices, each printed as soon as it is known: a long run that is cut off has told its part."""
    for number, mutant in enumerate(sample, start=1):
        if not is_noticed(mutant, folder):
            print(f"{mutant.file}:{mutant.line}: nobody notices when {mutant.what} ({number} tried)", flush=True)
            yield mutant


def _copied(folder: Path) -> None:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, names.split("\0")):
        if not (ROOT / name).is_file():
            continue
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, folder / name)


def _changed_since(ref: str) -> list[str]:
    command = ["git", "diff", "--name-only", "--diff-filter=d", ref, "--", *(f"{name}/*.py" for name in PRODUCT)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()


def main() -> int:
    """Try a sample; print what survived and the share that was noticed. Returns 1 under nine in ten."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("files", nargs="*")
    asked.add_argument("--sample", type=int, default=60)
    asked.add_argument("--since", default="HEAD~1")
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    files = given.files or [one for one in _changed_since(given.since) if "versions" not in one]
    everything = [one for file in files for one in mutants(file)]
    sample = random.Random(given.seed).sample(everything, min(given.sample, len(everything)))  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory() as name:
        _copied(Path(name))
        red = [file for file in files if not all(_passes(tests, Path(name)) for tests in tests_of(file))]
        if red:
            raise SystemExit(f"The tests fail as the code stands: {', '.join(red)}. Mend that first.")
        survived = list(_survivors(sample, Path(name)))
    print(f"{len(sample) - len(survived)} of {len(sample)} changes were noticed.")
    return 1 if len(survived) * 10 > len(sample) else 0


if __name__ == "__main__":
    sys.exit(main())
