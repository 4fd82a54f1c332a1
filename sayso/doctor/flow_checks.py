"""What the doctor looks at in the flow files: whether they would change what stored answers mean."""

from config.load import load_words
from config.settings import Settings
from feedback.errors import FlowError
from sayso.core.doctor_check import Check
from sayso.core.flow_files import changed_meanings
from sayso.core.store import Store

_FIX = "Do this in each of these files before sayso is started again: `sayso serve` does not start with them."


def meaning_check(settings: Settings, store: Store) -> Check:
    """Return the check of what flow files mean, against every version that is stored. Other faults are not looked at."""
    try:
        words = load_words(written=settings.written)
    except FlowError:
        return Check("meaning of answers", is_well=True, found="not looked at: the words cannot be read.")
    faults = store.database.read_now(lambda tx: changed_meanings(tx, settings, words))
    found = " ".join(map(str, faults)) or "every stored answer means what it meant."
    return Check("meaning of answers", is_well=not faults, found=found, fix=_FIX)
