"""Files of questions, checked one by one: for `sayso flow check` and for the staff pages."""

from pathlib import Path

from config.load import check_file, check_translation, is_translation
from feedback.flows.linter import Checked
from feedback.flows.words import Words


def check_path(path: Path, words: Words) -> Checked:
    """Return what the checker says of one file: a flow, or a translation of the flow beside it."""
    if not is_translation(path):
        return check_file(path, words)
    base = path.with_name(f"{path.stem.split('.')[0]}.toml")
    own = check_file(base, words).flow if base.is_file() else None
    return Checked(check_translation(path, {base.stem: own} if own else {}))
