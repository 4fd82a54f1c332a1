"""Prints what pyrefiqda reads in a .qdpx, as JSON. It runs in .venv-analysis."""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from pyrefiqda import RefiProject


def main() -> None:
    with TemporaryDirectory() as folder:
        project = RefiProject.load(sys.argv[1], folder)
        sources = [_source(source, folder) for source in project.sources.text_source]
        codes = [row for code in project.code_book.codes.code for row in _codes(code, "")]
        coders = {user.guid: user.name for user in project.users.user}
        sys.stdout.write(json.dumps({"sources": sources, "codes": codes, "coders": coders}))


def _codes(code, parent):
    yield code.guid, code.name, code.description or "", parent
    for inner in code.code:
        yield from _codes(inner, code.guid)


def _source(source, folder):
    words = Path(RefiProject.resolve_source_path(source.plain_text_path, folder)).read_bytes().decode()
    spans = [
        (
            part.start_position,
            part.end_position,
            coding.code_ref.target_guid,
            coding.creating_user,
            str(coding.creation_date_time),
            part.description or "",
            words[part.start_position : part.end_position],
        )
        for part in source.plain_text_selection
        for coding in part.coding
    ]
    values = [(value.variable_ref.target_guid, value.text_value) for value in source.variable_value]
    return {"guid": source.guid, "name": source.name, "words": words, "spans": spans, "values": values}


main()
