"""The text format of Prometheus (version 0.0.4): by hand, since it is some lines and the library brings a web server.

Source: https://prometheus.io/docs/instrumenting/exposition_formats/
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


@dataclass(frozen=True)
class MetricFamily:
    """One metric: its values by the value of its one label, or under "" where it has none."""

    name: str
    kind: Literal["counter", "gauge"]
    help: str
    values: Mapping[str, float]
    label: str = ""


def exposition(families: Iterable[MetricFamily]) -> str:
    """Return the text of metrics. A family without a value is left out."""
    return "".join(_family(one) for one in families if one.values)


def _family(family: MetricFamily) -> str:
    lines = [f"# HELP {family.name} {_escaped(family.help)}", f"# TYPE {family.name} {family.kind}"]
    for key, value in family.values.items():
        label = f'{{{family.label}="{_escaped(key).replace(chr(34), chr(92) + chr(34))}"}}' if family.label else ""
        lines.append(f"{family.name}{label} {float(value):.17g}")
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n")
