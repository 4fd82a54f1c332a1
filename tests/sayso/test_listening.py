"""The address of the web pages: nothing that goes out waits for word that what went before it has come."""

import socket
from dataclasses import replace
from pathlib import Path

from config.settings import load_settings
from sayso.app import listen


def test_a_connection_to_the_pages_never_holds_small_pieces_back(tmp_path: Path):
    settings = replace(load_settings({"SAYSO_DATA": str(tmp_path)}), port=0)
    with listen(settings) as door, socket.create_connection(door.getsockname()):
        taken, _ = door.accept()
        with taken:
            assert taken.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
