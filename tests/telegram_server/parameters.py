"""The parameters of one request, however they were sent: in the address, as a form, as JSON or as multipart."""

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web
from telegram_server.errors import bad_request


@dataclass
class Parameters:
    """Every value as the text that was sent, and the uploaded files by the name of their part."""

    values: dict[str, str] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)

    def text(self, name: str, default: str = "") -> str:
        return self.values.get(name, default)

    def number(self, name: str, default: int, low: int | None = None, high: int | None = None) -> int:
        """A whole number; outside its bounds it is moved to the nearer one, as the real server does."""
        try:
            number = int(self.values.get(name, default))
        except ValueError:
            return default
        number = number if low is None else max(low, number)
        return number if high is None else min(high, number)

    def flag(self, name: str) -> bool:
        return self.values.get(name, "").lower() in {"true", "1", "yes"}

    def parsed(self, name: str, what: str) -> Any:
        """The value as JSON, or None if it was not sent."""
        if name not in self.values:
            return None
        try:
            return json.loads(self.values[name])
        except ValueError:
            raise bad_request(f"can't parse {what} JSON object") from None


async def read(request: web.BaseRequest) -> Parameters:
    parameters = Parameters(dict(request.query))
    kind = request.content_type
    if kind == "multipart/form-data":
        await _read_parts(request, parameters)
    elif kind == "application/json":
        body = json.loads(await request.read() or b"{}")
        parameters.values |= {name: _as_text(value) for name, value in body.items()}
    elif request.can_read_body:
        body = (await request.read()).decode("utf-8", "replace")
        parameters.values |= dict(parse_qsl(body, keep_blank_values=True))
    return parameters


async def _read_parts(request: web.BaseRequest, parameters: Parameters) -> None:
    async for part in await request.multipart():
        content = await part.read(decode=True)
        if part.filename is None:
            parameters.values[part.name] = content.decode()
        else:
            parameters.files[part.name] = bytes(content)


def _as_text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)
