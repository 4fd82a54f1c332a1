"""SPF, DKIM and DMARC of the domain that letters bear, as the DNS tells of them; and no fault where no DNS answers."""

import socket
import struct
import threading
from types import SimpleNamespace

import pytest

from sayso.doctor.dns_text import NoDns, NoSuchName, texts
from sayso.doctor.domain_checks import domain_checks

GOOD = {
    "trust.nhs.uk": ("v=spf1 include:spf.example.net -all", "another text"),
    "selector1._domainkey.trust.nhs.uk": ("v=DKIM1; k=rsa; p=abc",),
    "_dmarc.nhs.uk": ("v=DMARC1; p=reject",),
}


def found(records: dict[str, tuple[str, ...]], address: str = "feedback@trust.nhs.uk") -> dict[str, bool]:
    def ask(name: str) -> tuple[str, ...]:
        if name in records:
            return records[name]
        if any(one.endswith(f".{name}") for one in records):
            return ()
        raise NoSuchName

    settings = SimpleNamespace(imap=object(), mail_address=address)
    return {check.name: check.is_well for check in domain_checks(settings, ask)}  # type: ignore[arg-type]


def test_a_domain_with_all_three_is_well():
    assert found(GOOD) == {"SPF": True, "DKIM": True, "DMARC": True}


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"trust.nhs.uk": ()}, "SPF"),
        ({"trust.nhs.uk": ("v=spf1 -all", "v=spf1 mx -all")}, "SPF"),
        ({"trust.nhs.uk": ("v=spf1 +all",)}, "SPF"),
        ({"selector1._domainkey.trust.nhs.uk": None}, "DKIM"),
        ({"_dmarc.nhs.uk": None}, "DMARC"),
        ({"_dmarc.nhs.uk": ("v=DMARC1; p=none", "v=DMARC1; p=reject")}, "DMARC"),
    ],
)
def test_what_is_missing_doubled_or_open_is_a_fault(change, wrong: str):
    records = {name: told for name, told in (GOOD | change).items() if told is not None}

    assert [name for name, is_well in found(records).items() if not is_well] == [wrong]


def test_a_key_under_a_name_of_its_own_is_no_fault():
    records = GOOD | {"x7._domainkey.trust.nhs.uk": ("p=abc",)}
    del records["selector1._domainkey.trust.nhs.uk"]

    assert found(records)["DKIM"]


def test_a_name_that_nobody_can_have_is_not_looked_up_and_no_dns_is_no_fault():
    def nothing(_: str) -> tuple[str, ...]:
        raise NoDns

    settings = SimpleNamespace(imap=object(), mail_address="feedback@trust.nhs.uk")
    (check,) = domain_checks(settings, nothing)  # type: ignore[arg-type]

    assert check.is_well
    assert found({}, "feedback@example.org") == {}


@pytest.fixture
def answering():
    """A resolver on loopback that gives each question the same answer."""
    opened = []

    def start(code: int, records: list[tuple[int, bytes]], *, number: int | None = None):
        server = socket.create_server(("127.0.0.1", 0))
        opened.append(server)

        def serve() -> None:
            line, _ = server.accept()
            with line:
                asked = line.recv(4096)[2:]
                question = asked[12:]
                held = b"".join(
                    b"\xc0\x0c" + struct.pack("!HHIH", kind, 1, 60, len(data)) + data for kind, data in records
                )
                head = struct.pack(
                    "!HHHHHH", number or struct.unpack("!H", asked[:2])[0], 0x8180 | code, 1, len(records), 0, 0
                )
                answer = head + question + held
                line.sendall(struct.pack("!H", len(answer)) + answer)

        threading.Thread(target=serve, daemon=True).start()
        return [server.getsockname()]

    yield start
    for server in opened:
        server.close()


def test_a_text_in_several_pieces_is_one_and_other_records_are_passed_over(answering):
    servers = answering(0, [(5, b"\x01a\x00"), (16, b"\x03abc\x02de"), (16, b"\x01x")])

    assert texts("trust.nhs.uk", servers) == ("abcde", "x")


def test_a_name_that_does_not_exist_is_told_apart_from_no_answer(answering):
    with pytest.raises(NoSuchName):
        texts("trust.nhs.uk", answering(3, []))
    with pytest.raises(NoDns):
        texts("trust.nhs.uk", answering(2, []))
    with pytest.raises(NoDns):
        texts("trust.nhs.uk", answering(0, [(16, b"\x01x")], number=70_000 % 65_536))
    with pytest.raises(NoDns):
        texts("trust.nhs.uk", [])


def test_a_server_that_is_away_is_passed_over_and_an_answer_without_texts_is_none(answering):
    assert texts("a.uk", [("127.0.0.1", 9), *answering(0, [(16, b"\x01x")])]) == ("x",)
    assert texts("a.uk", answering(0, [])) == ()
    with pytest.raises(NoDns):
        texts("a.uk", answering(0, [(16, b"\x09x")]))
