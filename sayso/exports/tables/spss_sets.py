"""Multiple-response sets put into an SPSS file, which the library that writes the rest cannot.

They are one more record of the dictionary (type 7, subtype 7), as the system file format of PSPP's developers' guide has
it. It names variables by their short names of eight bytes, which stand in the records before it.
"""

import struct
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from report.exports.codebook import ResponseSet

_HEAD = 176
"""Bytes before the first record."""
_LONG_NAMES = 13
"""The subtype of the record that says which short name stands for which long one."""
_COUNTED = "1"
"""The value of a variable that is counted as an answer."""
_AT_ONCE = 1 << 20
"""Bytes handed on at once."""
_INTEGER = struct.Struct("<i")


def with_sets(file: BinaryIO, sets: Sequence[ResponseSet]) -> Iterator[bytes]:
    """Yield an SPSS file with these sets in it. `file` is a whole one, little-endian, without any, read from its start."""
    dictionary, names = _dictionary(file)
    yield dictionary
    if sets:
        told = "".join(_line(one, names) for one in sets).encode()
        yield struct.pack("<iiii", 7, 7, 1, len(told)) + told
    yield _INTEGER.pack(999)
    while some := file.read(_AT_ONCE):
        yield some


def _line(one: ResponseSet, names: dict[str, str]) -> str:
    """Return one set of dichotomies: its name, the value that is counted, its label, and its variables."""
    label = one.label.replace("\n", " ")
    variables = " ".join(names.get(name, name).lower() for name in one.variables)
    return f"${one.name}=D{len(_COUNTED)} {_COUNTED} {len(label.encode())} {label} {variables}\n"


def _dictionary(file: BinaryIO) -> tuple[bytes, dict[str, str]]:
    """Return everything before the end of the dictionary, and the short name of each variable by its long one."""
    parts, names = [file.read(_HEAD)], dict[str, str]()
    while (kind := _INTEGER.unpack(file.read(4))[0]) != 999:
        record = _record(file, kind)
        parts.append(_INTEGER.pack(kind) + record)
        if kind == 7 and _INTEGER.unpack_from(record)[0] == _LONG_NAMES:
            pairs = (pair.split("=", 1) for pair in record[12:].decode().split("\t") if pair)
            names |= {long: short for short, long in pairs}
    return b"".join(parts), names


def _record(file: BinaryIO, kind: int) -> bytes:
    match kind:
        case 2:
            return _variable(file)
        case 3:
            return _value_labels(file)
        case 4:
            return _counted(file, 4)
        case 6:
            return _counted(file, 80)
        case _:
            head = file.read(12)
            _, size, count = struct.unpack("<iii", head)
            return head + file.read(size * count)


def _variable(file: BinaryIO) -> bytes:
    """Return a variable: five numbers, a short name, a label and its missing values."""
    head = file.read(28)
    _, has_label, missing, *_ = struct.unpack("<iiiii", head[:20])
    label = b""
    if has_label:
        size = file.read(4)
        label = size + file.read(-(-_INTEGER.unpack(size)[0] // 4) * 4)
    return head + label + file.read(8 * abs(missing))


def _value_labels(file: BinaryIO) -> bytes:
    """Return labels of values: each a value of eight bytes, and a label that fills eights with its length."""
    count = file.read(4)
    parts = [count]
    for _ in range(_INTEGER.unpack(count)[0]):
        head = file.read(9)
        parts += [head, file.read(-(-(head[8] + 1) // 8) * 8 - 1)]
    return b"".join(parts)


def _counted(file: BinaryIO, size: int) -> bytes:
    count = file.read(4)
    return count + file.read(size * _INTEGER.unpack(count)[0])
