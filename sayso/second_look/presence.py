"""Whether the second look runs here: it is an optional part, and a host may switch it off."""

from importlib.metadata import PackageNotFoundError, version

from config.settings import Settings
from sayso.core.doctor_check import Check
from sayso.second_look.weights import ENCODER, ENCODER_VERSION

_HOW = "run `make install WITH=second-look`, then start sayso again"


def absence(settings: Settings) -> str:
    """Return why there is no second look here, as a sentence; empty where there is one."""
    if settings.second_look == "off":
        return "it is off (SAYSO_SECOND_LOOK)."
    try:
        found = version(ENCODER)
    except PackageNotFoundError:
        return f"it needs the part second-look of sayso, which is not installed here. To have it, {_HOW}."
    if found != ENCODER_VERSION:
        return f"it needs {ENCODER} {ENCODER_VERSION}; {found} is installed. To mend this, {_HOW}."
    return ""


def second_look_check(settings: Settings) -> Check:
    """Return whether it runs. A host may do without, so that this is never a fault."""
    why = absence(settings)
    return Check(
        "second look", is_well=True, found=why or "it is on, and flags for staff what the first may have missed."
    )
