"""Whose fault a refusal is: the address's, this message's, ours, or the provider's for now; and who has to wait for it.

Enhanced codes (RFC 3463, RFC 5248) and the words of providers are read together, for the number alone says little: the
same 5.7.1 stands for a blocked sender, a closed group and a word that a filter did not like.
"""

import re
from dataclasses import dataclass

from mail.classify.bounce_phrases import klass_of
from mail.model.parsed_mail import Fault, Klass, Reach

_LOOKED_AT = 1_000
"""Characters of an answer that are looked at."""


@dataclass(frozen=True)
class Refusal:
    """What a refusal says. `is_daily`: a limit that ends with the day, so trying again before is of no use."""

    fault: Fault
    klass: Klass
    reach: Reach = "address"
    is_daily: bool = False


_ADDRESS_BUSY = Refusal("address", "temporary")
_OUR_LIMIT = Refusal("us", "policy", "all", is_daily=True)
_OUR_ACCOUNT = Refusal("us", "policy", "all")
_OUR_NAME = Refusal("us", "policy", "provider")
_THEIR_LIMIT = Refusal("provider", "temporary", "provider")
_MESSAGE = Refusal("message", "policy", "provider")
_CLOSED_TO_US = Refusal("address", "policy")


def _any(phrases: str) -> re.Pattern[str]:
    return re.compile("|".join(phrase.strip() for phrase in phrases.strip().split("\n")))


_BY_STATUS: tuple[tuple[re.Pattern[str], Refusal], ...] = (
    # Gmail's daily limit; Microsoft 365: limit of a tenant, of a trial, of recipients a day.
    (re.compile(r"5\.4\.5|5\.7\.23[23]|5\.1\.90|[45]\.7\.705"), _OUR_LIMIT),
    (re.compile(r"5\.7\.(?:3|57|60|64|50[1-38]|511|70[38]|750)"), _OUR_ACCOUNT),
    (re.compile(r"5\.1\.[78]|5\.7\.(?:2\d|60[6-9]|6[1-4]\d)"), _OUR_NAME),
    (re.compile(r"4\.7\.(?:28|[56]\d\d|650)|4\.[34]\.2|4\.3\.[15]|4\.5\.3"), _THEIR_LIMIT),
    (re.compile(r"5\.7\.(?:12[0-9]|13[0-9])"), _CLOSED_TO_US),
    (re.compile(r"[45]\.6\.\d+|5\.3\.4|5\.2\.3"), _MESSAGE),
)
_BY_WORDS: tuple[tuple[re.Pattern[str], Refusal], ...] = (
    (
        _any(r"""
            gr[ae]y[- ]?list
            (?:receiving|received) (?:mail|messages|too much mail)\b.{0,40}(?:too quickly|at a rate|rate that)
            (?:recipient|user|mailbox)(?:'s)? (?:\S{1,20} ){0,4}(?:daily|hourly|message|incoming) (?:\S{1,20} )?limit
        """),
        _ADDRESS_BUSY,
    ),
    (
        _any(r"""
            submission ?quota|messagesubmissionexceeded|storedrv\.submi|throttling failure|sending ?limit
            \bdaily (?:\S{1,20} ){0,4}(?:limit|quota|count|allowance|maximum)|24[ -]?hour (?:\S{1,20} ){0,3}(?:limit|quota)
            (?:limit|quota|maximum|allowance|too many) ?.{0,60}(?:per|a|each|every|for (?:this|the)|in (?:a|one|the last)|to) ?(?:day|24 ?h|today)
            (?:sen[dt]|sending|outgoing|outbound|relay|hourly|monthly|submission)(?:ing)? (?:\S{1,20} )?(?:limit|quota|allowance)s? (?:\S{1,20} ){0,3}(?:exceed|reach|hit|used)
            (?:exceed\w*|reached|hit|over|used up) (?:\S{1,20} ){0,5}(?:send(?:ing)?|daily|outgoing|outbound|relay|submission|monthly) (?:\S{1,20} )?(?:limit|quota|rate|allowance)
            maximum (?:sending rate|(?:number of )?(?:messages|recipients|e-?mails)\b.{0,30}\b(?:day|hour))
        """),
        _OUR_LIMIT,
    ),
    (
        _any(r"""
            bad outbound sender|outbound ?spam|senda(?:s|sdenied)\b|5\.7\.60
            (?:your|sending|sender|this|the) account (?:\S{1,20} ){0,3}(?:suspended|blocked|disabled|restricted|locked|paused|not allowed) ?(?:from|for|to|due)?
            account (?:is |has been |was )?(?:suspended|blocked|restricted|paused|disabled) (?:from|for) send
            (?:sender|from) (?:e-?mail )?(?:address |identity |domain )?(?:is |was )?not (?:verified|owned|allowed|authori[sz]ed|permitted)|e-?mail address is not verified
            authentication (?:is )?required|must (?:first )?authenticate|not authenticated|relay(?:ing)? (?:access )?(?:is )?(?:denied|not (?:permitted|allowed)|prohibited)|unable to relay
        """),
        _OUR_ACCOUNT,
    ),
    (
        _any(r"""
            spamhaus|spamcop|barracuda|proofpoint|sorbs|dnsbl|\brbl\b|(?:black|block|deny) ?list|(?:client|sending|your) (?:host|ip|server|network|mail ?server)\b.{0,60}(?:block|reject|denied|banned|listed|refused)
            (?:ip|domain|sender|server|network)(?:'s)? (?:\S{1,20} )?reputation|(?:block|reject|refus)\w* (?:\S{1,20} ){0,4}(?:reputation|sender|your ip)|banned (?:sender|ip)|s31[45]0|s77[57]|sc-00\d|\baup#
            \bspf\b|\bdkim\b|\bdmarc\b|reverse (?:dns|lookup)|\bptr\b|\bhelo\b|unauthenticated (?:mail|email)|sender (?:policy framework|verif|address rejected|rejected|denied|domain)|domain of sender
            (?:traffic|mail|messages) (?:\S{1,20} )?not accepted from (?:this|your) (?:ip|host|server|domain)
        """),
        _OUR_NAME,
    ),
    (
        _any(r"""
            unusual (?:rate|amount|number)|rate[- ]?limit|throttl|too many (?:connections|messages|mails|e-?mails|concurrent|sessions|recipients)|too (?:fast|much mail)|(?:user|spam) complaints
            (?:server|service|system) (?:is |was )?(?:too )?(?:busy|overload|down|unavailable|not available)|insufficient system (?:storage|resources)|tss0\d|temporarily (?:deferred|rate)|mail system (?:is )?full|try again to?morrow
        """),
        _THEIR_LIMIT,
    ),
    (
        _any(r"""
            only accepts? (?:\S{1,20} ){0,3}(?:senders|mail|messages|e-?mail)|restricted to (?:\S{1,20} ){0,3}(?:senders|members)|not (?:authori[sz]ed|allowed|permitted) to (?:send|post|write) to
            (?:recipient|user|group|mailbox) (?:\S{1,20} )?(?:does not|doesn't|refuses? to) accept (?:mail|messages|e-?mail)|sender (?:is )?blocked by (?:the )?(?:recipient|user)
        """),
        _CLOSED_TO_US,
    ),
    (
        _any(r"""
            virus|malware|phish|attachment|(?:message|mail)(?: size)? (?:is )?(?:too (?:large|big)|exceeds)|size limit|content (?:reject|filter|not|polic|restrict)|security issue
            (?:looks|detected|identified|considered|classified|scored|appears?|marked)\b.{0,30}\b(?:spam|unsolicited|junk)|spam (?:message|content|mail|score|detected)|(?:is|as|like) spam|suspicious|\burls?\b|\blinks?\b
        """),
        _MESSAGE,
    ),
)
_MAILBOX_FULL = _any(r"""
    (?:mail ?box|inbox|user|recipient|account)\b.{0,40}(?:full|quota|storage)|quota|disk space|over ?quota
""")
_NEVER_GONE = re.compile(r"5\.0\.0|5\.3\.0|5\.4\.4|5\.7\.\d+|5\.1\.[78]")


def refusal_of(status: str, said: str, *, code: int = 0) -> Refusal:
    """Return what a refusal says of whom.

    `status` is the enhanced code ("5.1.1" or ""), `said` what the server wrote, `code` the three digits of SMTP where they
    are known. 5.1.7, 5.1.8, 5.0.0, 5.3.0, 5.4.4 and 5.7.x never mean that nobody is there.
    """
    words = " ".join(said[:_LOOKED_AT].split()).casefold()
    return _by_rule(status, words) or _by_klass(klass_of(status, words), status, words, code)


def _by_rule(status: str, words: str) -> Refusal | None:
    told = next((refusal for shape, refusal in _BY_STATUS if shape.fullmatch(status)), None)
    # A full mailbox is "over quota" too, in words that are much like those of a limit for senders.
    if told is None and status[1:] == ".2.2" and "submission" not in words:
        return None
    said = next((refusal for phrase, refusal in _BY_WORDS if phrase.search(words)), None)
    if said and said.reach == "provider" and _names_nobody(status, words, said):
        return None
    if said in (_OUR_LIMIT, _OUR_ACCOUNT, _ADDRESS_BUSY):
        return said
    return told or said


def _names_nobody(status: str, words: str, said: Refusal) -> bool:
    """Whether a number says plainly that nobody is there, and the words beside it only sound like a rule."""
    return status in ("5.1.1", "5.1.10") and said is _MESSAGE and klass_of(status, words) == "gone"


def _by_klass(klass: Klass, status: str, words: str, code: int) -> Refusal:
    match klass:
        case "gone":
            return Refusal("address", "unknown" if _NEVER_GONE.fullmatch(status) else "gone")
        case "full" if status.endswith(".3.1") and not _MAILBOX_FULL.search(words):
            return _THEIR_LIMIT
        case "policy":
            return _OUR_NAME
        case "temporary" if code in (421, 451) or (status.startswith("4.3") and code == 0):
            return _THEIR_LIMIT
        case _:
            return Refusal("address", klass)


def of_message(refusal: Refusal) -> Refusal:
    """Return what a refusal means that came after the text was sent: one that says nothing is about the text."""
    return _MESSAGE if refusal.fault == "address" and refusal.klass == "unknown" else refusal
