"""Words of the team that an answer can begin with."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from feedback.errors import SaysoError
from storage.audit.undo import Act
from storage.db.ids import new_id
from storage.tables import answer_templates


class TemplateFault(SaysoError):
    """A template cannot be kept like this."""


@dataclass(frozen=True)
class AnswerTemplate:
    """A template: what it is called, and its words."""

    id: str
    name: str
    words: str


def every(tx: Connection) -> tuple[AnswerTemplate, ...]:
    """Return all templates, by name."""
    columns = (answer_templates.c.id, answer_templates.c.name, answer_templates.c.words)
    return tuple(AnswerTemplate(*row) for row in tx.execute(select(*columns).order_by(answer_templates.c.name)))


def add(tx: Connection, act: Act, *, name: str, words: str, now: datetime) -> str:
    """Keep a new template and return its id. Raises TemplateFault for a name that is taken."""
    _refuse_taken(tx, name, "")
    row = {"id": new_id(), "name": name, "words": words, "by": act.by, "at": now}
    act.insert(answer_templates, row)
    return str(row["id"])


def change(tx: Connection, act: Act, *, template: AnswerTemplate) -> bool:
    """Change a template. Returns False where there is none. Raises TemplateFault for a name that is taken."""
    _refuse_taken(tx, template.name, template.id)
    return act.change(answer_templates, {"id": template.id}, {"name": template.name, "words": template.words})


def remove(act: Act, *, template_id: str) -> bool:
    """Take a template away. Returns False where there is none."""
    return act.remove(answer_templates, {"id": template_id})


def _refuse_taken(tx: Connection, name: str, template_id: str) -> None:
    taken = select(answer_templates.c.id).where(answer_templates.c.name == name, answer_templates.c.id != template_id)
    if tx.execute(taken).first():
        raise TemplateFault("There is a template of this name. Choose another name.")
