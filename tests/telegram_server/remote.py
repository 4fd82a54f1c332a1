"""The server in a process of its own, as another program steers it. Standard library only, no event loop needed."""

import json
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, Self

SERVE = Path(__file__).with_name("serve.py")


class RemoteServer:
    """`with RemoteServer() as server:` gives `server.url`, `server.token` and `server.do("says", person=1, text="Hi")`."""

    def __init__(self, port: int = 0, *, record: bool = False) -> None:
        self._command = [sys.executable, str(SERVE), "--port", str(port), *(["--record"] if record else [])]

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        ready = json.loads(self._process.stdout.readline())
        self.url, self.token = ready["url"], ready["token"]
        self._address = ready["control"].removeprefix("http://")
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate(timeout=10)

    @property
    def pid(self) -> int:
        return self._process.pid

    def do(self, order: str, *, limit: float = 150.0, **values: Any) -> Any:
        """Give an order of control.py and return its result within `limit` seconds. Raises AssertionError with its reason."""
        body = json.dumps({"do": order, **values})
        line = HTTPConnection(self._address, timeout=limit)
        try:
            line.request("POST", "/", body, {"Content-Type": "application/json"})
            answer = json.load(line.getresponse())
        finally:
            line.close()
        assert answer["ok"], answer["why"]
        return answer["result"]
