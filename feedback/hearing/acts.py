"""What is said to the program ("go back", "who sees this", "can I stop") and no answer.

An act is a request or a question to the program, and it is the whole of a message, politeness aside. "Stop moving the meetings" or
"I had to stop my tablets" are no acts: they say more than any request does.
"""

from feedback.hearing.guess_language import (
    guess_language,
    language_asked_for,
    language_wished_for,
    names_a_language,
)
from feedback.hearing.normal import clauses, normalise, slips
from feedback.hearing.spellings import word_set
from feedback.hearing.wording.said_to_program import ACTS, AFTER, BEFORE, SLIPS_OF
from feedback.hearing.wording.templates import LONGEST, Groups, compiled

Act = tuple[str, bool]
"""An act, and whether it is sure."""

MOST_WORDS = 18
"""Whoever speaks to the program is brief."""
_FIRST = ("start-again", "continue")
_ACTS = Groups({act: ACTS[act] for act in (*_FIRST, *ACTS)})
_BEFORE = compiled(BEFORE)
_AFTER = tuple(
    sorted((f" {end.replace('_', ' ')}" for end in AFTER.replace("\n", "/").split("/")), key=len, reverse=True)
)
_AFTER_BY_WORD: dict[str, list[str]] = {}
"""The same by their last word."""
for _end in _AFTER:
    _AFTER_BY_WORD.setdefault(_end.rsplit(" ", 1)[1], []).append(_end)
_ANSWERS = frozenset({"one", "many", "scale", "number", "date", "place", "text", "yesno", "consent", "summary"})
_WITH_CHOICES = frozenset({"one", "many"})
"""Questions at which a language may be what is picked."""
_TO_THE_PROGRAM = word_set(
    "skip next pass question stop quit exit end enough unsubscribe pause wait hang hold sec moment break back previous continue carry help "
    "stuck human bot robot person delete erase remove wipe change mistake wrong meant repeat again pardon what whats mean means "
    "understand how many much explain you u are who whos why is do does will can could hello hi hiya hey thanks ta restart bye "
    "rather prefer answer this it anonymous confidential brb resume proceed go leave these survey machine talk speak undo privacy gdpr huh eh "
    "morning evening busy later blank comment tell personal stopping finish cancel bothered start begin menu edit erase forget"
)
"""Words of which one at least stands in what is said to the program in place of an answer."""
_ASKS_WHO = frozenset(["what is this"])
"""Said on its own it asks who is behind this, and no word is meant."""
_ASKS_AGAIN = frozenset(["what was that", "what was it", "sorry what was that"])
_AMOUNTS = frozenset(["too many", "too much", "far too many", "way too many"])
"""Answers to how many, though somebody may say as much of the questions."""
_NO_ACTS = word_set(
    "no not never dont didnt cant couldnt doesnt havent too much hard difficult end over done finished nearly almost"
)
"""Words that say nothing to the program alone, though they are parts of what is said to it."""
_OF_LENGTH = word_set(
    "how long many much left more far end nearly almost finish finished finishing finishes over done last progress page number total ages while time "
    "close near through take takes ends ending remaining minutes hours lot loads final stop questions hw lng"
)
"""Words of which one at least asks how long it takes."""


def _with_a_letter_out(word: str) -> set[str]:
    """Return a word, and all that is left of it without one letter: words one slip apart have one of these in common."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


_BY_REST: dict[str, list[str]] = {}
"""The words that may be slipped on, by what is left of them without a letter."""
for _known in SLIPS_OF:
    for _rest in _with_a_letter_out(_known):
        _BY_REST.setdefault(_rest, []).append(_known)
_STRICT = frozenset(["thanks", "greeting", "start-again", "continue"])


def act_in(text: str, ask_type: str = "any") -> Act | None:
    """Return what a text says to the program at a question of a type, and whether that is sure; None where it says nothing to it."""
    normal = normalise(text[: 2 * LONGEST])
    if not normal:
        return ("what-does-that-mean", False) if "?" in text[:LONGEST] else None
    language = _language(text, ask_type)
    if language or len(text) > LONGEST:
        return language
    words = [word for word in normal.split() if word[0].isalnum()]
    if len(words) > MOST_WORDS or (ask_type in _ANSWERS and _TO_THE_PROGRAM.isdisjoint(words)):
        return None
    normal = " ".join(words)
    if ask_type in _ANSWERS and normal in _AMOUNTS:
        return None
    return _whole(normal) or _mistyped(normal) or _one_clause(text, ask_type)


def _language(text: str, ask_type: str) -> Act | None:
    asked = language_asked_for(text)
    if asked:
        return None if ask_type in {*_WITH_CHOICES, "text"} and " " not in text.strip() else (f"language:{asked}", True)
    written = guess_language(text) if ask_type not in _ANSWERS or names_a_language(text) else None
    wished = None if written else language_wished_for(text)
    return (f"language:{written}", True) if written else (f"language:{wished}", False) if wished else None


def _whole(normal: str) -> Act | None:
    """Return the act of a whole line, as it stands or with politeness taken off at either end."""
    if normal in _NO_ACTS:
        return None
    if normal in _ASKS_WHO:
        return ("who-reads-this", False)
    if normal in _ASKS_AGAIN:
        return ("repeat", False)
    found = (_covered(form) for form in _forms(normal) if form not in _NO_ACTS)
    return next(((act, True) for act in found if act), None)


def _covered(form: str) -> str | None:
    act = _ACTS.covering(form)
    return None if act == "how-long" and _OF_LENGTH.isdisjoint(form.split()) else act


def _forms(normal: str) -> list[str]:
    """Return a line as it stands and ever barer, at most some forms of it."""
    forms, seen = [normal], {normal}
    for form in forms:
        for barer in (_without_end(form), _without_start(form)):
            if barer and barer not in seen and len(forms) < 12:
                seen.add(barer)
                forms.append(barer)
    return forms


def _without_start(form: str) -> str:
    found = _BEFORE.match(form + " ")
    return form[found.end() :] if found else ""


def _without_end(form: str) -> str:
    ends = _AFTER_BY_WORD.get(form.rsplit(" ", 1)[-1], ())
    return next((form[: -len(end)] for end in ends if form.endswith(end)), "")


def _mistyped(normal: str) -> Act | None:
    """Return the act of a line in which a slip of the finger is put right. It is never sure."""
    words = normal.split()
    righted = " ".join(_righted(word) for word in words)
    found = _whole(righted) if righted != normal and len(words) <= 10 else None
    return (found[0], False) if found else None


def _righted(word: str) -> str:
    if len(word) < 4 or word in SLIPS_OF or not word.isalpha():
        return word
    near = {known for rest in _with_a_letter_out(word) for known in _BY_REST.get(rest, ())}
    alike = (known for known in near if known[0] == word[0] or known[-1] == word[-1])
    allowed = (
        known for known in alike if slips(word, known, 1) <= 1 and (len(known) > 4 or sorted(known) == sorted(word))
    )
    return min(allowed, default=word)


def _one_clause(text: str, ask_type: str) -> Act | None:
    """Return the act that is the first or last part of a short line ("not now, I am at work")."""
    parts = clauses(text)
    if not 1 < len(parts) <= 4 or ask_type == "text":
        return None
    found = [act for part in (parts[0], parts[-1]) if (act := _whole(part)) and act[0] not in _STRICT]
    return (found[0][0], False) if found else None
