"""Reactions: a sign that somebody sent by a press in Gmail or Outlook. The sign is theirs; the words around it a program's."""

import json
import re

_LONGEST_SIGN = 16
"""Characters: a family with skins is one sign of eleven."""
_LONGEST = 400
"""Characters of a mail that only says that somebody reacted."""
_LONGEST_JSON = 2_000
"""Characters: the part holds a sign and a version."""
_MOST_LINES = 4
"""The sign, who sent it, a link, and a line more."""
_SIGN = re.compile(r"[^\w\s.,:;!?'\"()<>/@#&*+=-]{1,16}")
_REACTED = re.compile(
    r"reacted (?:to your (?:message|e-?mail)|via gmail)|liked your (?:message|e-?mail)|ha reaccionado (?:a tu|a su|con)|mit .{1,16} reagiert|(?:ge)?reageerde? op|op (?:je|uw) bericht gereageerd|ymatebodd .{0,40}(?:neges|e-?bost)|reaccion[óo] (?:a tu mensaje|a trav[ée]s de gmail)|a r[ée]agi (?:[àa] votre|via gmail)"
    r"|hat (?:auf ihre nachricht|auf deine nachricht|über gmail|mit gmail|via gmail) reagiert|reagiu (?:[àa] (?:sua|tua) mensagem|(?:via|pelo|atrav[ée]s do) gmail)"
    r"|ha reagito (?:al tuo messaggio|(?:tramite|via|con) gmail)|heeft (?:gereageerd op|via gmail gereageerd)|reageerde (?:op je bericht|via gmail)"
    r"|zareagowa[łl]a?\(?a?\)? (?:na|za po[śs]rednictwem|w) |reagerade (?:p[åa] ditt|via gmail)|reagerte (?:p[åa] |via gmail)|reagerede (?:p[åa] |via gmail)"
    r"|reagoi (?:viestiisi|gmailin)|a reac[țt]ionat|reagoval\w* (?:na |prostřednictvím|cez |přes )|reag[áa]lt|отреагировал|відреагува|αντέδρασε|tepki verdi"
    r"|wedi ymateb (?:drwy|i['’]ch|i'ch)|تفاعل|واکنش|ردِ? ?عمل|प्रतिक्रिया|প্রতিক্রিয়া|ਪ੍ਰਤੀਕਿਰਿਆ|પ્રતિક્રિયા|הגיב|回应|回應|リアクション|반응|bày tỏ cảm xúc|bereaksi",
    re.IGNORECASE,
)

_BY_GMAIL = re.compile(r"gmail", re.IGNORECASE)
"""In whatever language, the line below the sign names the program."""
_PERSON = re.compile(r"\b(?:I|[Mm]y|me)\b")
_SHORT = 9
"""Words of a line that says who reacted."""
_LIKED = re.compile(r"\bliked your ", re.IGNORECASE)


def of_gmail(part: str) -> str:
    """Return the sign that a reaction of Gmail tells of in its own part (JSON), or "" where that is none."""
    try:
        found = json.loads(part[:_LONGEST_JSON])
    except ValueError:
        return ""
    sign = found.get("emoji") if isinstance(found, dict) else None
    return sign.strip()[:_LONGEST_SIGN] if isinstance(sign, str) else ""


def of_words(reply: str) -> str:
    """Return the sign where the words of a mail say that somebody reacted, and nothing else; or ""."""
    lines = [line.strip() for line in reply.split("\n") if line.strip()] if len(reply) <= _LONGEST else []
    told = [line for line in lines if _is_by_program(line, lines)] if len(lines) <= _MOST_LINES else []
    if len(told) != 1:
        return ""
    others = [line for line in lines if line is not told[0] and not line.startswith(("<http", "http"))]
    signs = [line for line in others if _SIGN.fullmatch(line)]
    found = _SIGN.search(told[0])
    if len(others) != len(signs):
        return ""
    if signs or found:
        return signs[0] if signs else (found[0] if found else "")
    return "👍" if _LIKED.search(told[0]) else ""


def _is_by_program(line: str, lines: list[str]) -> bool:
    """Whether a line says that somebody reacted: in words that we know, or below a sign alone by the name of the program."""
    if _PERSON.search(line):
        return False
    is_below = bool(_SIGN.fullmatch(lines[0])) and line is not lines[0] and len(line.split()) <= _SHORT
    return bool(_REACTED.search(line)) or (is_below and bool(_BY_GMAIL.search(line)))
