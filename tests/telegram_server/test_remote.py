"""The server as a process of its own, steered from outside."""

import json
import urllib.parse
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from typing import Any

import pytest
from telegram_server.remote import RemoteServer
from telegram_server.updates import DAY


def ask(server: RemoteServer, method: str, **values: Any) -> Any:
    line = HTTPConnection(server.url.removeprefix("http://"), timeout=10)
    line.request("POST", f"/bot{server.token}/{method}", urllib.parse.urlencode(values), FORM)
    answer = json.load(line.getresponse())
    line.close()
    return answer["result"]


FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.mark.slow
def test_another_process_can_play_people_and_plan_faults() -> None:
    with RemoteServer() as server:
        ada = server.do("person", name="Ada")
        server.do("starts", person=ada, payload="abc")
        assert server.do("status")["waiting"] == 1
        (update,) = ask(server, "getUpdates")
        assert update["message"]["text"] == "/start abc"
        keys = json.dumps({"keyboard": [["Yes"]]})
        ask(server, "sendMessage", chat_id=ada, text="Well?", reply_markup=keys)
        assert server.do("hears", person=ada)["buttons"] == ["Yes"]
        server.do("taps", person=ada, label="Yes")
        assert [shown["text"] for shown in server.do("screen", person=ada)] == ["/start abc", "Well?", "Yes"]
        server.do("advance", seconds=3 * DAY)
        assert server.do("status")["waiting"] == 0
        with pytest.raises(AssertionError, match="no button 'No'"):
            server.do("taps", person=ada, label="No")


@pytest.mark.slow
def test_a_load_counts_what_was_answered_and_how_soon() -> None:
    with RemoteServer() as server, ThreadPoolExecutor(1) as pool:
        load = pool.submit(server.do, "load", people=5, script=["/start", "Yes"], seconds=10)
        offset = 0
        while not load.done():
            for update in ask(server, "getUpdates", offset=offset, timeout=1):
                offset = update["update_id"] + 1
                ask(server, "sendMessage", chat_id=update["message"]["chat"]["id"], text="Thank you.")

    figures = load.result()
    assert (figures["said"], figures["replied"], figures["unanswered"]) == (10, 10, 0)
    assert 0 < figures["p50"] <= figures["p99"] <= figures["longest"] <= figures["seconds"]
