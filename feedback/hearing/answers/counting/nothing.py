"""None of it, in so many words: "seen the same day", "I'm not on anything", "free with my pass", "next door"."""

import re

from feedback.hearing.ask import Ask
from feedback.hearing.normal import clauses

_AT_ONCE = re.compile(
    r"\b(?:same day|straight (?:in|away|through)|right away|there and then|on the spot|no wait(?:ing)?|(?:didnt|did not|never) (?:have to |had to )?wait|walked (?:right|straight) in|"
    r"(?:immediately|instantly|at once)|in and out|no delay|no time at all|went (?:right|straight) in|didnt wait)\b"
)
_WAITED = re.compile(r"\b(?:wait|delay|before you (?:got|were|saw)|until you|take to|how long)\b")
_HERE = re.compile(
    r"\b(?:next door|on (?:the|my) doorstep|(?:live|lives|living) (?:here|there|on site|in the (?:hospital|grounds|same building|building))|across the (?:road|street|way)|over the road|opposite|same (?:building|street|road)|at home|from home|online|they come to me|comes to (?:me|us|the house))\b"
)
_FREE = re.compile(
    r"\b(?:free|bus pass|freedom pass|no charge|no cost|(?:didnt|doesnt|did not|does not) cost|cost (?:me |us )?nothing|costs (?:me |us )?nothing|(?:got|get|had|was given) a lift|i walk(?:ed)?|blue badge|didnt (?:pay|spend)|never (?:pay|paid))\b"
)
_HOME = re.compile(r"\b(?:home (?:the )?same day|day case|didnt stay|wasnt kept in|not kept in|out the same day)\b")
_NONE = re.compile(
    r"^(?:(?:so|well|thankfully|luckily|happily|touch wood|thank god|thank goodness|erm|um|oh|im|am|i|ive|have|has|happy to say|none the less) )*"
    r"(?:none|nil|zero|zilch|nada|nowt|nought|naught|nothing|never|not any|not one|not once|no one|nobody|not a single \w+|not a sausage|sweet nothing|bugger all|sod all|naff all|diddly squat|0)"
    r"(?: (?:now|at all|today|so far|yet|any ?more|whatsoever|that i know of|that i remember|of my own|really|thanks|thankfully|touch wood|ever|left|please|this (?:week|month|year)|as yet|to speak of|for me|of them|of those|of it|me))*$"
)
_NOT_ANY = re.compile(
    r"^(?:i |im |ive |we |well |no |nope |erm )*(?:not|dont|do not|didnt|did not|havent|have not|never|hadnt|not been|arent|am not|cant say ive)(?: \w+){0,2}? ?(?:on|take|taken|taking|need|use|have|had|got|been|fallen|do|done|any|anything|a thing|one|go|gone|went|care)?(?: (?:any|anything|at all|one|none|a thing|to any|of them|so far|yet|on anything|medicines?|medication|tablets|pills|meds|that|it|fallen|fell|kids|children|thank god|touch wood|recently))*$"
)
_NO_THING = re.compile(
    r"^(?:i |ive |have |got |had |with |im |on |there (?:was|were|are) )*no (\w+)(?: (?:at all|now|yet|whatsoever|any ?more|thanks|of my own))*$"
)
_NO_NUMBER = frozenset(
    {
        "idea",
        "clue",
        "comment",
        "way",
        "thanks",
        "one",
        "longer",
        "problem",
        "worries",
        "not",
        "sorry",
        "need",
        "reason",
        "more",
        "wait",
        "answer",
    }
)


def is_none(ask: Ask, plain: str, text: str) -> bool:
    """Return whether a text, or one clause of it, says that there was none. `plain` has numbers as figures."""
    question = ask.question.casefold()
    unit = ask.unit.casefold()
    if any(letter.isdigit() for letter in plain):
        return False
    if unit in _TIME and _WAITED.search(question) and _AT_ONCE.search(plain):
        return True
    if (unit == "miles" and _HERE.search(plain)) or (unit in {"pounds", "pence"} and _FREE.search(plain)):
        return True
    if unit in {"nights", "days"} and _HOME.search(plain):
        return True
    parts = clauses(text)
    return any(_says_none(part) for part in parts[:_CLAUSES])


_TIME = frozenset({"seconds", "minutes", "hours", "days", "weeks", "months", "years"})
_CLAUSES = 5


def _says_none(part: str) -> bool:
    thing = _NO_THING.match(part)
    is_nothing = thing is not None and thing[1] not in _NO_NUMBER
    return is_nothing or _NONE.match(part) is not None or (_NOT_ANY.match(part) is not None and len(part.split()) > 1)
