"""Standards as files: each `*.toml` of the folder is one version of one standard."""

from itertools import chain
from pathlib import Path

from feedback.errors import Fault, FlowError
from feedback.standards.standard import Standard, read_standard

STANDARDS = Path(__file__).parent / "standards"


def load_standards(*folders: Path) -> tuple[Standard, ...]:
    """Return every version of every standard in these folders (where none is named: those that come with sayso).

    By name and version. Raises FlowError with the faults of the files.
    """
    found: dict[tuple[str, int], Standard] = {}
    for path in chain.from_iterable(sorted(folder.glob("*.toml")) for folder in folders or (STANDARDS,)):
        one = read_standard(str(path), path.read_text("utf-8-sig", "replace"))
        if (one.name, one.version) in found:
            message = f"Version {one.version} of {one.name} stands in another file too."
            raise FlowError((Fault(str(path), 1, "version-repeated", message, "Raise the version."),))
        found[one.name, one.version] = one
    return tuple(found[key] for key in sorted(found))
