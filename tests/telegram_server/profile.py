"""The bot's own page: its commands menu, descriptions and name, by language and scope."""

import re
from typing import TYPE_CHECKING, Any

from telegram_server.errors import bad_request
from telegram_server.parameters import Parameters

if TYPE_CHECKING:
    from telegram_server.server import TelegramServer


def set_my_commands(server: "TelegramServer", values: Parameters) -> bool:
    commands = values.parsed("commands", "commands") or []
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    server.settings[_key("commands", values)] = commands
    return True


def get_my_commands(server: "TelegramServer", values: Parameters) -> list[dict[str, Any]]:
    return server.settings.get(_key("commands", values), [])


def delete_my_commands(server: "TelegramServer", values: Parameters) -> bool:
    server.settings.pop(_key("commands", values), None)
    return True


def _setter(name: str, longest: int) -> Any:
    def set_text(server: "TelegramServer", values: Parameters) -> bool:
        text = values.text(name)
        if len(text) > longest:
            raise bad_request(f"{name.replace('_', ' ')} is too long")
        server.settings[_key(name, values)] = text
        return True

    return set_text


def _getter(name: str) -> Any:
    def get_text(server: "TelegramServer", values: Parameters) -> dict[str, str]:
        return {name: server.settings.get(_key(name, values), "")}

    return get_text


def _key(name: str, values: Parameters) -> str:
    return f"{name} {values.text('language_code')} {values.text('scope')}".strip()


METHODS = {
    "setmycommands": set_my_commands,
    "getmycommands": get_my_commands,
    "deletemycommands": delete_my_commands,
    "setmydescription": _setter("description", 512),
    "getmydescription": _getter("description"),
    "setmyshortdescription": _setter("short_description", 120),
    "getmyshortdescription": _getter("short_description"),
    "setmyname": _setter("name", 64),
    "getmyname": _getter("name"),
}
