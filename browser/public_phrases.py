"""The fixed words of a public page, which staff write for languages that sayso does not speak itself."""

from collections.abc import Mapping

PHRASES: Mapping[str, str] = {
    "heard_asked": "What people answered",
    "heard_replies": "{number} replies, up to {until}.",
    "heard_of": "{chose} of {answered}",
    "heard_hidden": "Some answers are not shown. Too few people gave them.",
    "heard_quotes": "In people's own words",
    "heard_agreed": "They said yes to this. We took out names.",
    "heard_done": "You said, we did",
    "heard_said": "You said",
    "heard_did": "We did this",
    "heard_could_not": "We could not do this, because",
    "heard_deciding": "We are still deciding",
    "heard_think": "What do you think?",
    "heard_tell": "Tell us",
    "heard_reads": "{team} reads what you write.",
}
"""Each by its name, in English. A blank in braces is filled in."""
EASY = "en-x-easy"


def needs_phrases(language: str) -> bool:
    """Return whether the fixed words of a page in a language are not ours: all but English and its Easy Read."""
    return language.partition("-")[0] != "en"
