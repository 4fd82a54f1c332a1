"""Warnings that a mail gateway puts above a mail from outside: NHSmail, Microsoft 365, Google and the large filters.

Each has a fixed shape: a label such as "CAUTION:", or a set opening, and what not to touch or whom not to trust. A person who
warns of something has neither.
"""

import re

_LABEL = re.compile(
    r"\W*(?:(?:caution|warning|external|attention|security (?:warning|notice|alert|advice)|be careful|notice|think twice|alert"
    r"|rhybudd|gofal|achtung|vorsicht|warnung|externe|attention|avertissement|externe|prudence|atenci[óo]n|precauci[óo]n|advertencia"
    r"|externo|aten[çc][ãa]o|cuidado|attenzione|avviso|esterno|let op|waarschuwing|extern|uwaga|ostrze[żz]enie|zewn[ęe]trzny"
    r"|advarsel|varning|obs|upozorn[ěe]n[íi]|aten[țt]ie|внимание|увага|dikkat|προσοχή|تحذير|تنبيه|चेतावनी|সতর্কতা|خبردار|注意|警告)"
    r"(?:[ -](?:e-?mail|sender|message|mail|nachricht))?\s{0,2}(?:[:!*\])–—-]|\s(?:this|the|e-?mail|message|mae|daeth|diese|dieses|ce|cet|este|esta|questa|questo|deze|dit|ta|ten)\b))",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\W*(?:this (?:e-?mail|message)(?: has| was| is| has been)? (?:originated|came|comes|sent|received|coming|from)\b.{0,30}\b(?:outside|external)"
    r"|you (?:don['’]?t often|rarely) (?:get|receive) e-?mail from|some people who received this message don['’]?t often get e-?mail from"
    r"|mae['’]r (?:neges|e-?bost) (?:hon|hwn)\b.{0,40}\b(?:tu allan|allanol)|daeth (?:y|yr) (?:neges|e-?bost) (?:hon|hwn)\b.{0,40}tu allan"
    r"|diese (?:e-?mail|nachricht) (?:kommt|stammt|wurde)\b.{0,60}\b(?:extern|au(?:ß|ss)erhalb)"
    r"|ce (?:message|courriel|mail)\b.{0,60}\b(?:extérieur|externe)|este (?:correo|mensaje)\b.{0,60}\b(?:fuera|externo)"
    r"|est[ae] (?:e-?mail|mensagem)\b.{0,60}\b(?:fora|extern[oa])|quest[oa] (?:e-?mail|messaggio)\b.{0,60}\b(?:esterno|esterna|fuori)"
    r"|(?:deze|dit) (?:e-?mail|bericht)\b.{0,60}\b(?:buiten|extern)|ta wiadomo[śs][ćc]\b.{0,60}\b(?:spoza|zewn[ęe]trz)"
    r"|(?:the )?sender (?:of this (?:e-?mail|message) )?(?:is|was) (?:from )?(?:outside|external|not verified)"
    r"|be careful with this message|this message (?:may be|seems|looks) (?:dangerous|suspicious)|zjcqryfpfptbanner(?:start|end)?)",
    re.IGNORECASE,
)
_TOUCH = re.compile(
    r"\b(?:click|links?|attachments?|open(?:ing)?|trust|recogni[sz]e|reply|respond(?:ing)?|learn why|report|verify|safe|care|caution"
    r"|dolen(?:ni|nau)?|atodiad\w*|clicio|link\w*|anh[äa]ng\w*|klick\w*|öffn\w*|absender|liens?|pi[èe]ces? jointes?|cliquez|expéditeur"
    r"|enlaces?|adjuntos?|clic|remitente|anexos?|clique|allegati|collegamenti|cliccare|mittente|bijlagen?|koppelingen|afzender|klik\w*"
    r"|za[łl][ąa]cznik\w*|[łl][ąa]cz[ay]|nadawc\w*|outside|external|organi[sz]ation)\b",
    re.IGNORECASE,
)
_FROM_OUTSIDE = re.compile(
    r"\b(?:outside|external\w*|unknown sender|tu allan|allanol|extern\w*|au(?:ß|ss)erhalb|extérieur|fuera|fora|esterno|esterna|fuori|buiten"
    r"|spoza|zewn[ęe]trz\w*|e-?mail from|banner)",
    re.IGNORECASE,
)
_LONGEST = 900
"""Characters of a warning. The longest known has some 600."""


_ALONE = re.compile(
    r"\W*(?:\[?external(?: e-?mail| sender)?\]?|.{0,60}don['’]?t often get e-?mail from.{0,120})\W*(?:learn why this is important\W*)?$",
    re.IGNORECASE,
)


def is_label(line: str) -> bool:
    """Whether a line alone is a gateway's: "[EXTERNAL]", or that somebody seldom writes."""
    return bool(_ALONE.match(line[:_LONGEST]))


def is_warning(paragraph: str) -> bool:
    """Whether the first paragraph of a mail is a gateway's: a label or a set opening, from where it came, what not to touch."""
    told = paragraph[:_LONGEST]
    begins = bool(_LABEL.match(told) or _OPENING.match(told))
    return begins and bool(_FROM_OUTSIDE.search(told)) and bool(_TOUCH.search(told))
