"""What our own letters say around their questions, whatever is asked: so that one is known without its words.

The words stand in `config/words`; a test holds these beside them.
"""

import re
from typing import Final

CLOSING: Final = frozenset(("help now", "about this letter"))
"""Headings below the last question."""

WAYS: Final = frozenset(("reply with your answer.", "or use your own private page:"))
"""What stands below a question that is asked alone."""

HINT = re.compile(
    r"^(?:to read more first, reply |this one is for |leave it out if it does not fit|you do not have to tell us\b|write a day like "
    r"|write a number from \d|you can also write: |you can skip this\b|\d+ is: .{1,80}\. \d+ is: |or reply with one of these words:)",
    re.IGNORECASE,
)
"""How lines begin that say how to answer a question, or whom it is for."""
