"""Holds requests, answers and updates of the Bot API against the models of another library (aiogram).

It runs in `.venv-referee`, reads one JSON object a line and writes one JSON list of faults a line:
`{"method", "values", "files", "answer"}` for a call (`answer` empty where the line was cut), `{"update"}` for an update.
Unknown and misspelt fields are faults too. Values are repeated in faults: only invented words may come here.
"""

import json
import sys
import types
import typing
from collections.abc import Iterator
from typing import Any

from aiogram import methods
from aiogram.methods.base import Response, TelegramMethod
from aiogram.types import Update
from pydantic import BaseModel, ValidationError

METHODS = {
    method.__api_method__.lower(): method
    for method in vars(methods).values()
    if isinstance(method, type) and issubclass(method, TelegramMethod) and method is not TelegramMethod
}


def judge(line: dict[str, Any]) -> list[str]:
    if "update" in line:
        return [f"update: {fault}" for fault in _faults(Update, line["update"])]
    name = line["method"]
    method = METHODS.get(name)
    if method is None:
        return [f"{name}: there is no such method"]
    faults = [f"{name}: {fault}" for fault in _request_faults(method, line["values"], line["files"])]
    if line["answer"]:
        faults += [f"{name} answer: {fault}" for fault in _answer_faults(method, line["answer"])]
    return faults


def _request_faults(method: type[TelegramMethod[Any]], values: dict[str, str], files: list[str]) -> Iterator[str]:
    read: dict[str, Any] = dict.fromkeys(files, "attach://file")
    for name, text in values.items():
        field = method.model_fields.get(name)
        try:
            read[name] = text if field is None or _takes_text(field.annotation) else json.loads(text)
        except ValueError:
            yield f"{name} is not JSON: {text!r}"
            return
    yield from _faults(method, read)


def _answer_faults(method: type[TelegramMethod[Any]], answer: str) -> Iterator[str]:
    yield from _faults(Response[method.__returning__], json.loads(answer))


def _faults(model: type[BaseModel], content: Any) -> Iterator[str]:
    try:
        read = model.model_validate(content)
    except ValidationError as error:
        for fault in error.errors():
            yield f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}"
        return
    yield from _unknown(read, "")


def _unknown(value: Any, path: str) -> Iterator[str]:
    """Yield every field that the models do not know, however deep."""
    if isinstance(value, list | tuple):
        for item in value:
            yield from _unknown(item, path)
    if isinstance(value, BaseModel):
        for name in value.model_extra or ():
            yield f"{path}{name}: there is no such field"
        for name in value.model_fields_set & set(type(value).model_fields):
            yield from _unknown(getattr(value, name), f"{path}{name}.")


def _takes_text(annotation: Any) -> bool:
    if typing.get_origin(annotation) in {typing.Union, types.UnionType}:
        return any(_takes_text(part) for part in typing.get_args(annotation))
    return annotation is str


def main() -> None:
    for line in sys.stdin:
        sys.stdout.write(json.dumps(judge(json.loads(line))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
