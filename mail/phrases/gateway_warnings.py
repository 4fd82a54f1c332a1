"""Warnings that a mail gateway puts above a mail from outside: NHSmail, Microsoft 365, Google and the large filters.

Each speaks of the mail itself and of where it came from, and says what not to touch; each of its sentences does, and none
says "I". So a person who warns of something is never one.
"""

import re
from typing import Final

from mail.phrases.line_kinds import plain

_MOST_LINES: Final = 8
"""Lines of a warning. The longest known has six."""
_WRAPPED: Final = 55
"""Characters of a line that a mail program may have broken."""
_LOOKED_AT: Final = 200
"""Characters of a first line in which a warning names itself."""
_LONGEST: Final = 45
"""Words of one sentence of a warning."""
_TAIL: Final = 25
"""Characters behind "why this is important" in languages that put the verb last."""

_LABEL: Final = (
    r"(?:(?:caution|warning|external|attention|security (?:warning|notice|alert|advice)|be careful|please be careful|notice|think (?:twice|secure|before you click)|alert|important"
    r"|stop|suspicious|phishing alert|rhybudd|gofal|pwysig|rhybudd diogelwch|achtung|vorsicht|warnung|sicherheitshinweis|extern(?:e|er|es|o|a|al|í|ý|ą)?|avertissement|prudence|avis|atenci[óo]n|precauci[óo]n|advertencia|aviso"
    r"|aten[çc][ãa]o|cuidado|attenzione|avviso|estern[oa]|let op|waarschuwing|pas op|uwaga|ostrze[żz]enie|zewn[ęe]trzn[yae]|advarsel|varning|obs|huomio|varoitus|upozorn[ěe]n[íi]|pozor|aten[țt]ie|avertizare|figyelem"
    r"|внимание|осторожно|предупреждение|увага|попередження|dikkat|uyar[ıi]|dİkkat|προσοχή|προειδοποίηση|تحذير|تنبيه|انتباه|خبردار|انتباہ|توجہ|هشدار|توجه|चेतावनी|सावधान|সতর্কতা|সাবধান|ਚੇਤਾਵਨੀ|ਸਾਵਧਾਨ|ચેતવણી|સાવધાન"
    r"|注意|警告|提醒|외부|경고|주의|digniin|feejignaan|cảnh báo|זהירות|אזהרה)"
    r"(?:[ -](?:e-?mail|sender|message|mail|nachricht|source))?)"
)
_OF_MAIL: Final = (
    r"(?:this|the following) (?:e-?mail|message|mail|sender)|external (?:e-?mail|sender|message|mail|source)|e-?mail (?:from )?(?:an )?external|(?:the )?sender of this|(?:an?|this) (?:external|outside|unknown|untrusted) (?:sender|source|party)"
    r"|(?:neges|e-?bost) (?:hon|hwn)|(?:neges|e-?bost) allanol|(?:diese[rs]?|externe) (?:e-?mail|nachricht|mail|absender)|absender|ce (?:message|courriel|mail)|cet e-?mail|(?:courriel|message|e-?mail|mail) externe|expéditeur"
    r"|este (?:correo|mensaje|e-?mail)|(?:correo|mensaje|remitente) externo|remitente|est[ea] (?:e-?mail|mensagem)|(?:mensagem|e-?mail|remetente) extern[oa]|quest[oa] (?:e-?mail|messaggio|mail)|(?:messaggio|e-?mail|mittente) estern[oa]|mittente"
    r"|(?:deze|dit) (?:e-?mail|bericht|mail)|externe (?:e-?mail|afzender)|afzender|(?:ta|tę) wiadomo\w+|wiadomo\w+ (?:spoza|zewn)|nadawc\w+|(?:detta|detti|denne|dette|den här) (?:e-?post\w*|e-?mail\w*|mejl\w*|meddeland\w*|melding\w*|meddelels\w*)|tämä (?:viesti|sähköposti)"
    r"|(?:this|dit|acest|ez az?|tato|táto|tento|ta|ova|ovaj) (?:e-?mail\w*|mesaj\w*|zpráv\w*|správ\w*|üzenet\w*|levél\w*|poruk\w*)|(?:это|данное) (?:письмо|сообщение)|(?:цей|це) (?:лист|повідомлення)|този имейл|това (?:съобщение|писмо)|αυτό το (?:μήνυμα|e-?mail)|bu (?:e-?posta|mesaj|ileti)|e-?mail n[àa]y|thư này"
    r"|iimaylkan|fariintan|هذه الرسالة|هذا البريد|رسالة خارجية|بريد خارجي|یہ ای ?میل|یہ پیغام|این (?:ایمیل|پیام)|यह (?:ईमेल|इमेल|संदेश)|इस ईमेल|(?:এই|এ) (?:ইমেইল|ইমেল|বার্তা)|ਇਹ (?:ਈਮੇਲ|ਸੁਨੇਹਾ)|આ (?:ઇમેઇલ|ઈમેલ|ઈમેઈલ|સંદેશ)|[此该本這这](?:封)?(?:邮件|郵件|信件|电子邮件|電子郵件)|このメール|このメッセージ|이 (?:이메일|메일|메시지)|(?:הודעה|דוא\"ל) זו|מייל זה"
)
_OUTSIDE: Final = (
    r"outside|external\w*|untrusted|unknown|unverified|not (?:been )?verified|the internet|first time|previously corresponded|suspicious|dangerous|impersonat\w+|phishing|tu allan|allanol|extern\w*|au(?:ß|ss)erhalb|unbekannt\w*|ext[ée]rieure?|dehors|fuera|fora"
    r"|esterno|esterna|dall['’]esterno|fuori|buiten|spoza|zewn[ęe]trz\w*|utanför|utenfor|udenfor|uden for|ekstern\w*|ulkopuol\w*|ulkoinen|mimo|zvenku|vnějš\w*|afara|k[íi]v[üu]l\w*|внешн\w*|извне|вне\b|зовн\w*|ззовні|поза|извън|външ\w*|εκτός|εξωτερικ\w*|dışın?\w*|dış|bên ngoài|baxsan|dibadda"
    r"|خارج|خارجي\w*|باہر|بیرونی|बाहर|बाहरी|বাইরে|বহিরাগত|ਬਾਹਰ\w*|બહાર\w*|外部|外来|社外|組織外|외부|מחוץ|חיצוני"
)
_TOUCH: Final = (
    r"\b(?:links?|attachments?|click(?:ing)?|dolen\w*|ddolen\w*|atodiad\w*|anh[äa]ng\w*|anlagen?|links|liens?|pi[èe]ces? jointes?|enlaces?|adjuntos?|archivos|anexos?|ligaç\w+|allegat[oi]|collegament[oi]|bijlagen?|koppelingen|za[łl][ąa]cznik\w*|[łl][ąa]cz[ay]\w*|link\w*"
    r"|länkar\w*|lenker|bilagor\w*|vedlegg|vedhæft\w*|liittei\w*|linkk\w*|odkaz\w*|příloh\w*|príloh\w*|ataşament\w*|linkuri\w*|mellékletek\w*|hivatkoz\w*|ссылк\w*|вложени\w*|посиланн\w*|вкладенн\w*|συνδέσμ\w*|συνημμέν\w*|bağlantı\w*|ek(?:leri|ler)|lifaaqyada|xiriir\w*|liên kết|tệp đính kèm)\b"
    r"|رابط|روابط|مرفق|لنک|منسلک|لینک|پیوست|लिंक|अनुलग्नक|संलग्नक|লিঙ্ক|সংযুক্তি|ਲਿੰਕ|ਅਟੈਚਮੈਂਟ|લિંક|જોડાણ|链接|連結|附件|リンク|添付|링크|첨부|קישור|קבצים מצורפים"
)
_CARE: Final = (
    r"\b(?:do not|don['’]t|never|avoid|unless|use caution|be (?:careful|cautious|wary)|take care|please (?:be|use|take|do|report|contact)|treat|think before|exercise|verify|before (?:clicking|opening)|report suspicious|peidiwch|oni bai|byddwch|ofalus|klicken|öffnen|keine|nicht|seien sie|ne \w+ pas|n['’]\w+ pas|soyez"
    r"|faites preuve|no (?:haga|abra|pulse)|tenga|n[ãa]o (?:clique|abra)|tenha|non (?:cliccare|aprire|fare)|prestare|klik niet|open geen|wees|nie (?:klikaj|otwieraj)|zachowaj|klicka inte|öppna inte|ikke|åpne ikke|åbn ikke|älä|neklikejte|neotv[íi]rejte|neklikajte|nu (?:deschideți|accesați|faceți)|ne (?:kattintson|nyissa)"
    r"|не (?:открывайте|переходите|відкривайте|натискайте|отваряйте)|μην|tıklamayın|açmayın|không|ha furin)\b|لا ت|نہ |न (?:खोलें|क्लिक)|খুলবেন না|ক্লিক করবেন না|ਨਾ |નહીં|请勿|請勿|勿|切勿|ないでください|ご注意|마십시오|마세요|אל ת"
)
_FIRST_PERSON = re.compile(
    r"\b(?:(?-i:I)(?![ -]?T\b)|me|my|mine|ich|mich|mir|meine?\w*|je|moi|mon|ma|mes|yo|mí|mis|eu|meu|minha|io|mio|mia|ik|mij|mijn|ja|mnie|moje|jag|mig|jeg|meg|minä|minua|já|mě|én|engem|mie|mea|dwi|fi|fy)\b|\bj['’]|\b(?:я|мне|меня|мой|мені|мене|мой|εγώ|bana|benim|ben)\b"
    r"|\b(?:she|he|they|sie haben|her|his|him)\b|میں نے|मैंने|मुझे|আমি|আমার|ਮੈਂ|ਮੈਨੂੰ|મને|હું|我(?!们)|私|저는|나는|אני|your (?:e-?mail|message|letter)",
    re.IGNORECASE,
)
_FROM_WHERE = (re.compile(_OF_MAIL, re.IGNORECASE), re.compile(_OUTSIDE, re.IGNORECASE))
_TOUCHES = (re.compile(_TOUCH, re.IGNORECASE), re.compile(_CARE, re.IGNORECASE))
_ONLY_LABEL = re.compile(rf"\W*{_LABEL}(?:\W+{_LABEL}){{0,3}}\W*", re.IGNORECASE)
_WHY: Final = (
    r"(?:why (?:this|it) is important|warum dies wichtig ist|pourquoi (?:cela|c['’]est|ceci)(?: est)? important|por qu[ée] (?:es )?esto (?:es )?importante|perch[ée] (?:[èe]|questo [èe]) importante|por ?que (?:motivo )?(?:isso |isto )?[ée] importante"
    r"|waarom dit belangrijk is|dlaczego (?:jest to|to jest) wa[żz]ne|de ce (?:este|e) important|почему это важно|чому це важливо|защо това е важно|أهمية ذلك|سبب أهمي|یہ کیوں اہم|این مهم|यह महत्वपूर्ण क्यों|यह क्यों महत्वपूर्ण|为什么这很重要|為什麼這很重要|중요한 이유|重要である理由|neden önemli"
    r"|varför det (?:här )?är viktigt|hvorfor dette er vi[kg]tigt?|miksi tämä on tärkeää|miért fontos|pro[čc] je to d[ůu]le[žz]it[ée]|pre[čc]o je to d[ôo]le[žz]it[ée]|γιατί είναι σημαντικό|pam (?:mae|bod) hyn yn bwysig)"
)
_SELDOM = re.compile(
    rf"\W*(?:.{{0,60}}don['’]?t often get e-?mail from\b.{{0,120}}|you rarely get e-?mail from\b.{{0,120}}|.{{0,160}}@.{{0,160}}{_WHY}[^.!?]{{0,{_TAIL}}})(?:\W*(?:at )?https?://\S+)?\W*$",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\W*(?:zjqcm\w*|report suspicious|learn (?:more|why).{0,60}|(?:click|tap) here.{0,60}|powered by (?:mimecast|proofpoint|barracuda|\w+)|(?:mimecast|proofpoint|barracuda)\b.{0,40}|you have not (?:previously )?(?:corresponded|received (?:e-?mail|an e-?mail)).{0,60}"
    r"|(?:caution\W+)?this is the first (?:time|e-?mail).{0,90}|first[- ]time sender.{0,90}|(?:we )?could not verify the identity.{0,40}|the sender hasn['’]t authenticated this message.{0,120}|many people marked similar messages.{0,120}"
    r"|replies to this message will go to.{0,120}|if you are unsure this is correct.{0,80}|this sender is (?:trusted|external|not verified).{0,30}|(?:be careful|use caution|take care|please be careful|please be cautious|think before you click|think twice)(?: with this message| when (?:clicking|opening|replying).{0,60})?)\W*",
    re.IGNORECASE,
)
_MARKED = re.compile(
    r"\W*(?:zjqcm\w*|.{0,200}powered by mimecast|this is the first time you (?:have )?received an e-?mail from this sender|first[- ]time sender: you have not.{0,90}|this sender is trusted|this message (?:is from an|contains suspicious)\b.{0,120}|(?:the sender hasn['’]t authenticated|many people marked similar)\b.{0,160})\W*$",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"(?:[\[*{{(<]{{1,3}}\s?(?:{_LABEL}|external.{{0,30}}|suspected (?:spam|phish\w*)|spam|(?:caution|warning)[: ].{{0,50}}|internal|official[a-z -]{{0,30}}|extern\w*|unscannable.{{0,40}})\s?[\]*}})>]{{1,3}}|external(?: e-?mail| sender| message)?\W*"
    r"|(?:warning|caution) ?[-–:] ?external e-?mail|external e-?mail ?[-–:] ?please use caution|(?-i:OFFICIAL(?:[ -–]+SENSITIVE)?(?:[ :].{0,30})?|NOT PROTECTIVELY MARKED)|(?:(?:security )?classification|sensitivity)\s?: ?\w[\w -]{2,30})\s*$",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"(?<=[.!?。！？।۔])[\"'”)\]]*\s+|(?<=[。！？।۔])|\s*[|]\s*")
_EXTERNAL_MAIL = re.compile(r"external (?:e-?mail|sender|message)", re.IGNORECASE)
_NAMES_MAIL = re.compile(r"external|extern|mail|e-?bost|courriel|correo", re.IGNORECASE)
"""A label that names mails makes what not to touch sure: "External email: do not open links"."""
_HEADING = re.compile(rf"^\W*{_LABEL}\s*[:!*\])：–—-]+\W*", re.IGNORECASE)


_STEMS: Final = (
    *(
        "mail",
        "message",
        "sender",
        "external",
        "extern",
        "[",
        "*",
        "caution",
        "warning",
        "internet",
        "official",
        "classification",
        "sensitivity",
        "verify the",
        "zjqcm",
        "neges",
    ),
    *(
        "e-bost",
        "rhybudd",
        "gofal",
        "pwysig",
        "nachricht",
        "absender",
        "achtung",
        "vorsicht",
        "warnung",
        "courriel",
        "attention",
        "prudence",
        "avertissement",
        "correo",
        "mensa",
        "precauc",
    ),
    *(
        "atenci",
        "adverten",
        "cuidado",
        "aten",
        "messagg",
        "attenzione",
        "avviso",
        "bericht",
        "let op",
        "waarschuwing",
        "wiadomo",
        "uwaga",
        "ostrze",
        "meddel",
        "melding",
        "e-post",
        "varning",
    ),
    *(
        "advarsel",
        "viesti",
        "sähköposti",
        "varoitus",
        "zpráv",
        "správ",
        "pozor",
        "upozorn",
        "mesaj",
        "üzenet",
        "levél",
        "figyelem",
        "poruk",
        "письм",
        "сообщ",
        "внимани",
        "осторожно",
        "лист",
    ),
    *(
        "повідом",
        "увага",
        "писмо",
        "съобщ",
        "μήνυμα",
        "προσοχή",
        "e-posta",
        "dikkat",
        "di̇kkat",
        "uyar",
        "iimayl",
        "fariin",
        "digniin",
        "thư",
        "رسالة",
        "بريد",
        "تحذير",
        "تنبيه",
        "انتباه",
        "میل",
        "پیغام",
    ),
    *(
        "خبردار",
        "پیام",
        "ईमेल",
        "इमेल",
        "संदेश",
        "चेतावनी",
        "ইমেইল",
        "ইমেল",
        "বার্তা",
        "সতর্ক",
        "ਈਮੇਲ",
        "ਸੁਨੇਹਾ",
        "ਚੇਤਾਵਨੀ",
        "ઇમેઇલ",
        "ઈમે",
        "સંદેશ",
        "ચેતવણી",
        "邮件",
        "郵件",
        "信件",
        "注意",
        "警告",
    ),
    *("メール", "メッセージ", "메일", "메시지", "경고", "הודעה", "מייל", "אזהרה", "think ", "@", "alert", "notice"),
)
"""A word of each of these warnings, to pass over other mails quickly."""
_PLAIN_STEMS: Final = tuple(filter(str.isascii, _STEMS))


def is_label(line: str) -> bool:
    """Whether a line alone is a gateway's: "[EXTERNAL]", "OFFICIAL", or that somebody seldom writes."""
    line = plain(line)
    return bool(_ALONE.match(line) or (_SELDOM.match(line) and ("@" in line or not _FIRST_PERSON.search(line))))


def warning_lines(lines: list[str]) -> int:
    """Return how many of the first lines of a mail, with none blank among them, are a gateway's warning; often 0."""
    if not lines or not _may_warn(lines[0][:_LOOKED_AT].casefold()):
        return 0
    told = [plain(line) for line in lines[: _MOST_LINES + 1]]
    at, is_sure = 0, False
    while at < min(len(told), _MOST_LINES):
        sure = _sureness(told[at])
        if sure is None and not (is_sure and _goes_on(told, at)):
            break
        is_sure = is_sure or bool(sure)
        at += 1
    return at if is_sure else 0


def _may_warn(opening: str) -> bool:
    for stem in _PLAIN_STEMS if opening.isascii() else _STEMS:  # noqa: SIM110 - a generator would cost as much again
        if stem in opening:
            return True
    return False


def _goes_on(told: list[str], at: int) -> bool:
    """Whether a line is the end of a broken sentence of the warning, with nothing below it in its paragraph."""
    before, line = told[at - 1], told[at]
    is_broken = len(before) >= _WRAPPED and before[-1:] not in ".!?)]。"
    return is_broken and at + 1 == len(told) and line[:1].islower() and not _FIRST_PERSON.search(line)


def _sureness(line: str) -> bool | None:
    """Return None for a line that is no part of a warning, else whether it alone shows that there is one."""
    if is_label(line):
        return True
    sentences = [one.strip() for one in _SENTENCES.split(line) if one and one.strip(" .!?*[]()-_")]
    kinds = [_kind(one) for one in sentences]
    return None if None in kinds or not kinds else any(kinds)


def _kind(sentence: str) -> bool | None:
    if _ONLY_LABEL.fullmatch(sentence):
        return bool(_EXTERNAL_MAIL.search(sentence))
    told = _HEADING.sub("", sentence) or sentence
    if _MARKED.match(told):
        return True
    if _SAID.fullmatch(told):
        return False
    if len(told.split()) > _LONGEST or _FIRST_PERSON.search(told):
        return None
    if all(rule.search(told) for rule in _FROM_WHERE):
        return True
    warns = all(rule.search(told) for rule in _TOUCHES)
    return bool(_NAMES_MAIL.search(sentence[: len(sentence) - len(told)])) if warns else None
