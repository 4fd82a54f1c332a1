"""Whether the fonts of this computer can print what people write, in a PDF and in the charts of a Word file."""

from collections.abc import Mapping

from feedback.errors import PartMissing, optional
from sayso.core.doctor_check import Check

_SAMPLES: Mapping[str, str] = {
    "Arabic and Urdu": "لم يسألني کیا",
    "Bengali": "আমাকে",
    "Chinese": "没有人问我",
    "Greek": "Κανείς",
    "Gujarati": "કોઈએ",
    "Hebrew": "אף אחד",
    "Hindi": "किसी",
    "Punjabi": "ਕਿਸੇ",
    "Russian and Ukrainian": "Ніхто не спросил",
    "Tamil": "யாரும்",
    "Tigrinya": "ዝኾነ",
    "small pictures (emoji)": "🙂👍😢🙏",
}
"""Scripts of the languages that are spoken most in the United Kingdom, with a word of each."""
_NAME = "fonts"


def font_check() -> Check:
    """Return which scripts a PDF can print. What it cannot is named in brackets, so nothing is lost: no fault."""
    try:
        with optional("A PDF", "pdf"):
            from sayso.exports.pdf import undrawn  # noqa: PLC0415 - late, as it is slow to import
    except PartMissing:
        return Check(_NAME, is_well=True, found="no PDF is made here, as its part is not installed.")
    signs = undrawn("\n".join(_SAMPLES.values()))
    missing = [name for name, words in _SAMPLES.items() if not signs.isdisjoint(words)]
    if not missing:
        return Check(_NAME, is_well=True, found="a PDF prints every script that we looked for.")
    return Check(
        _NAME,
        is_well=True,
        found=f"a PDF has no letters for: {', '.join(missing)}. It says so in brackets in their place. To print them, "
        "run make install; fonts for Chinese, Japanese and Korean come with the part cjk.",
    )
