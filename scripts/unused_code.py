"""Names each function, class, field or constant of the product that nothing uses: build the way to it, or delete it.

Tests do not count, for what only they call is in nobody's hands. Templates do: what they name is used. Columns of tables are
written and read by name, so they are left out, and so is what stands in CALLED_BY_OTHERS.
"""

import keyword
import re
import sys
from pathlib import Path

import vulture

ROOT = Path(__file__).parent.parent
USERS = (
    "feedback",
    "browser",
    "bot",
    "mail",
    "web",
    "storage",
    "report",
    "review",
    "config",
    "sayso",
    "bench",
    "scripts",
)
COLUMNS = ROOT / "storage" / "tables"
CALLED_BY_OTHERS = {
    "asyncio and aioimaplib call these of a protocol": "data_received connection_lost _untagged_response _exception exc scrub",
    "python-telegram-bot calls these of a request": "initialize do_request parse_json_payload",
    "click and uvicorn call these of a subclass": "list_commands get_command format_commands convert capture_signals",
    "click knows these by their decorator": "diff change changes_ consult",
    "the reader of HTML calls these": "handle_starttag handle_endtag handle_data",
    "expat calls these": "StartElementHandler EndElementHandler CharacterDataHandler StartDoctypeDeclHandler",
    "python-docx reads these": "keep_with_next created modified base_style space_after space_before autofit italic",
    "and these of a page": "page_width page_height left_margin right_margin top_margin bottom_margin different_first_page_header_footer",
    "zipfile and flufl.bounce read these": "compress_type external_attr disabled",
    "these go to a file of JSON as they are called": "not_shown",
    "dnspython reads these of a resolver": "nameservers",
    "an event loop forgets a task that nobody holds": "_looking",
    "these go with the mail as a whole, from the process that reads it": "spf dkim dmarc",
}
"""Names by the reason why nothing of ours has to use them."""


def unused() -> list[str]:
    """Return what is not used, one line for each with its place."""
    finder = vulture.Vulture(ignore_names=" ".join(CALLED_BY_OTHERS.values()).split())
    finder.scavenge([str(ROOT / name) for name in USERS], exclude=["*/migrations/versions/*"])
    pages = " ".join(path.read_text(encoding="utf-8") for path in ROOT.glob("*/templates/*.html"))
    finder.scan("\n".join(sorted(set(re.findall(r"\b[A-Za-z_]\w+\b", pages)) - set(keyword.kwlist))))
    return [
        f"{item.filename.relative_to(ROOT)}:{item.first_lineno}: nothing uses the {item.typ} {item.name}"
        for item in finder.get_unused_code()
        if COLUMNS not in item.filename.parents
    ]


if __name__ == "__main__":
    found = unused()
    print("\n".join(found))
    sys.exit(1 if found else 0)
