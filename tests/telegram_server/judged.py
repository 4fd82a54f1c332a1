"""The referee as a test sees it: a process with another library's reading of the Bot API."""

import json
import subprocess
from pathlib import Path
from typing import Any

from telegram_server.server import TelegramServer

ROOT = Path(__file__).parents[2]
PYTHON = ROOT / ".venv-referee" / "bin" / "python"


class Referee:
    """One process for many tests. `close` it at the end."""

    def __init__(self) -> None:
        assert PYTHON.exists(), "The referee is not installed. Run: sh scripts/install-referee.sh"
        script = ROOT / "tests" / "referee" / "referee.py"
        self._process = subprocess.Popen(
            [PYTHON, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )

    def faults(self, server: TelegramServer) -> list[str]:
        """Judge every call and every update that the server has recorded, each only once."""
        calls = [vars(call) for call in server.calls if call.status != 404]
        updates = [{"update": json.loads(text)} for text in server.delivered]
        return [fault for line in (*calls, *updates) for fault in self.judge(line)]

    def judge(self, line: dict[str, Any]) -> list[str]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(line) + "\n")
        faults: list[str] = json.loads(self._process.stdout.readline())
        return faults

    def close(self) -> None:
        self._process.communicate()
