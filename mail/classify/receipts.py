"""Receipts of help desks and challenges of filters, known by their words: a ticket was opened, prove that you are a person.

Nobody answers with one. Whoever says "I" or "but" is a person.
"""

import re
from typing import Final

from mail.classify.away_phrases import LONGEST, TELLS, Stems, any_of

_FIRST_PERSON = re.compile(r"\b(?:I|me|my)\b")
_TICKET = any_of(r"""
    \b(?:your|the|a|this) (?:new )?(?:request|ticket|case|enquiry|inquiry|query|call) (?:\S{1,14} )?(?:has been |was |is )?(?:received|logged|created|opened|registered|raised|assigned)\b|\b(?:your )?(?:ticket|case|reference|request)(?: number| no\.?| id)?\s?(?:is)?\s?[:#]\s?\S*\d|^\[?ticket ?#|\b(?:ticket|case|reference) (?:number|no\.?|id) (?:is )?\S*\d
    \bwe (?:have )?(?:received|got) your (?:e-?mail|message|request|enquiry)\b.{0,120}\b(?:within|as soon as|working days|shortly|respond|reply|answer|be in touch|get back)|\bplease (?:type your reply|reply) above this line\b.{0,200}\bticket\b
    \bwe (?:aim|try|endeavour) to (?:reply|respond|answer)\b.{0,60}\b(?:within|days|hours|soon)|\b(?:this is an|an) auto(?:mated|matic|-generated)(?: \w+)? (?:message|response|reply|e-?mail|acknowledg\w+)|\bplease do not reply to this (?:e-?mail|message)\b.{0,80}\b(?:mailbox|inbox|address|automat\w+|monitored)|\b(?:mailbox|inbox) is (?:not|un)\s?(?:being )?monitored
    \b(?:ihre anfrage|votre demande|su solicitud|sua solicita[çc][ãa]o|la sua richiesta|uw (?:vraag|aanvraag|verzoek)|twoje zg[łl]oszenie|vaše (?:žádost|požiadavka)|din henvendelse|ditt ärende|pyyntösi|kérését|solicitarea dumneavoastră|eich (?:cais|neges|ymholiad)|ваш[ае] (?:заявка|запит|обращение)|το αίτημά σας|talebiniz)\b.{0,60}\b(?:eingegangen|erhalten|registrier\w+|re[çc]ue?|enregistr\w+|recibid\w+|recebid\w+|registr\w+|ricevut\w+|ontvangen|geregistreerd|zarejestrowan\w+|přijat\w+|prijat\w+|modtaget|mottatt|mottagits|vastaanotettu|primit\w+|wedi['’]i dderbyn|wedi dod i law|зарегистрирован\w+|зареєстрован\w+|alındı|alınmıştır|καταχωρ\w+)
""")
_CHALLENGE = any_of(r"""
    \b(?:to (?:deliver|receive) (?:your|this) (?:message|e-?mail)|to prove (?:that )?you are (?:a )?(?:human|person|not a robot)|verify (?:that )?you are (?:a )?(?:human|person)|challenge[- ]response|(?:my|this is the|the) (?:spam|junk) (?:filter|blocker)|confirm (?:that )?you are not a (?:spammer|robot))\b
    \b(?:only from|from) senders (?:that )?i have approved|list of approved senders|\b(?:message|e-?mail) (?:is|has been) (?:awaiting approval|quarantined|held)\b.{0,120}\b(?:click|confirm|verify)
""")
_TO_DO = re.compile(r"click|link|reply|visit|confirm|fill (?:out|in)|form\b", re.IGNORECASE)
_STEMS: Final = Stems(
    [
        "aim to",
        "solicita",
        "automated",
        "automatic",
        "monitored",
        "contacting",
        "richiesta",
        "aanvraag",
        "verzoek",
        "neges",
        "заяв",
        "запит",
        "обращ",
        "žádost",
        "požiadavk",
        "henvendelse",
        "ärende",
        "pyyn",
        "kérés",
        "αίτημ",
        "talebiniz",
        "approv",
        "quarantin",
        "ymholiad",
        "human",
        "spam",
        "ticket",
        "request",
        "received",
        "reference",
        "enquiry",
        "inquiry",
        "query",
        "case",
        "anfrage",
        "demande",
        "solicitud",
        "vraag",
        "zgłosz",
        "zglosz",
        "cais",
        "prove",
        "verify",
        "deliver",
        "challenge",
        "filter",
        "blocker",
    ]
)
"""A word of each of these sayings, to pass over other mails quickly."""


def is_receipt(reply: str) -> bool:
    """Tell whether a mail's own words are those of a help desk or a filter: a ticket was opened, or prove that you are a person."""
    if not 0 < len(reply) <= LONGEST or reply not in _STEMS:
        return False
    told = " ".join(reply.split())
    is_ticket = bool(_TICKET.search(told)) and not (_FIRST_PERSON.search(told) or TELLS.search(told))
    return is_ticket or bool(_CHALLENGE.search(told) and _TO_DO.search(told))
