"""Why a letter did not arrive, told by the words of mail servers and by their status numbers (RFC 3463)."""

import re

from mail.model.parsed_mail import Klass

_LOOKED_AT = 4_000
"""Characters. A guess: servers give the reason at the top; further down stands our own letter, whose words may look
like one."""


def _any(phrases: str) -> re.Pattern[str]:
    return re.compile("|".join(phrase.strip() for phrase in phrases.strip().split("\n")), re.IGNORECASE)


_FULL = _any(r"""
    (?:mail ?box|inbox|mail ?folder|mail ?drop|account|user|recipient)(?:'s)? (?:\S{1,80} ){0,2}(?:mailbox )?(?:is |has been |was )?(?:almost |currently |over)?full\b
    (?:over|exceed(?:s|ed|ing)?|out of|beyond|above) (?:\S{1,20} ){0,4}(?:disk |mail ?box |storage |mail |message |user |allocated |the |its |his |their )?(?:quota|storage limit|allotted|space|storage)
    quota (?:has been |is |was )?(?:exceed|full|reached|violat|limit|used)|(?:mailbox|disk|storage|user|mail) quota|overquota|over[ _-]?quota|quota exceeded
    (?:mailbox|storage|account) (?:size )?(?:limit|space) (?:has been |is |was )?(?:exceed|reached)|mailbox (?:size|storage) (?:exceed|limit)|too many messages in (?:the )?(?:mailbox|folder)
    insufficient (?:disk )?(?:quota|storage|space)|not enough (?:storage|disk )?space|(?:no|out of) (?:disk |storage )?space|(?:mailbox|account) (?:has )?exceed(?:s|ed)|maximum (?:mailbox )?(?:storage|size)\b.{0,30}mailbox
    postfach (?:ist )?(?:voll|[üu]berf[üu]llt)|speicherplatz|kontingent|bo[îi]te (?:aux lettres |de r[ée]ception )?(?:est )?pleine|quota d[ée]pass|buz[óo]n (?:est[áa] )?lleno|casella (?:[èe] )?piena|caixa (?:postal )?(?:est[áa] )?cheia|mailbox is vol
    邮箱(?:已满|空间)|容量(?:不足|超过)|переполнен|skrzynka .{0,20}(?:pełna|przepełniona)
""")

_POLICY = _any(r"""
    spam|junk mail|black ?list|block ?list|denylist|\bdnsbl\b|\brbl\b|spamhaus|spamcop|barracuda|proofpoint|sorbs|(?:has been |is |was |are |been )?blocked\b|listed (?:in|by|at|on)
    (?:for|due to|violat\w+|against|by) (?:\S{1,20} ){0,3}polic(?:y|ies)|polic(?:y|ies) (?:violat|reason|restrict|rejection|reject|block|does not)|security polic|content (?:reject|filter|not accept|refused|restrict)|message content
    \bdmarc\b|\bdkim\b|\bspf\b|sender (?:id|policy framework|verify|verification|address (?:rejected|has been)|denied|rejected|not (?:allowed|authori[sz]ed))|unauthenticated|not authenticated|authentication (?:is )?required|requires authentication
    not (?:authori[sz]ed|allowed|permitted) to (?:send|relay|post)|(?:only accepts|restricted to|not accept) (?:\S{1,20} ){0,3}(?:senders|mail from|messages from)|relay(?:ing)? (?:access )?(?:denied|not (?:allowed|permitted)|prohibited)|unable to relay|we do not relay
    reputation|virus|malware|attachment (?:type|not|is)|(?:message|mail|size)(?: size| exceed| is)* (?:too (?:large|big)|exceed\w*(?: \S{1,20}){0,5} (?:limit|maximum|size)|limit)|too (?:large|big)\b|size limit exceeded|message size
    reverse dns|\bptr\b|helo|ehlo (?:command )?rejected|tls (?:is )?required|must issue a starttls|encryption required|banned|abus|suspicious|phish|rejected (?:by|for) (?:\S{1,20} ){0,3}(?:filter|gateway|rule|administrator|server)|administrative(?:ly)? (?:prohibit|deni)|transport rule
    access denied|client host rejected|you are not allowed|filtered|message rejected|mail rejected|refused by
""")

_GONE = _any(r"""
    (?:user|recipient|address|mailbox|account|e-?mail|person|addressee|name|login|alias|customer|local part|mail ?id|box)(?:s|\(s\)|'s)? (?:\S{1,80} )?(?:is |was |are |were |has |have |does |do |did |could |can |been )*(?:unknown|not (?:found|exist|known|valid|listed|recogni[sz]ed|be found|match|local|registered|a valid|available here|on this|in (?:the )?directory)|invalid|n[o']t exist|n't exist|non-?existent|disabled|deactivated|closed|deleted|inactive|suspended|discontinued|expired|terminated|undeliverable|no longer|cancelled|locked|blocked from receiving)
    (?:unknown|invalid|no such|nonexist\w*|non-existent|inactive|disabled|bad|illegal|expired|incorrect|unrecogni[sz]ed|undeliverable|unroute?able|not a valid|no valid|not a known) (?:\S{1,20} )?(?:user|recipient|address|mailbox|account|local|name|alias|person|destination|e-?mail|addressee|domain|host)
    (?:user|recipient|address|mailbox|host|domain)[ _-]?(?:unknown|not[ _-]found)|not our customer|not listed in|no mailbox (?:here|by that name|found)|(?:does not|doesn['’]t|do not|don['’]t) (?:have (?:a|an) (?:\S{1,20} )?(?:account|mailbox|user)|exist|like)
    (?:this|that|the) (?:user|address|account|mailbox|person|e-?mail|recipient|employee)\b.{0,60}(?:no longer|does(?:n['’]t| not) (?:exist|have)|isn['’]t (?:available|valid)|not (?:active|in use|valid|available|monitored)|left)|no longer (?:available|valid|active|employed|exist|in use|with|work|on (?:this )?server|accept|used|here|monitored)
    (?:couldn['’]t|could not|cannot|can['’]t|can not|unable to|wasn['’]t|was not) (?:be )?(?:find|found|locate|verify|resolve|look ?up)(?:d)?\b|wasn['’]t found|(?:address|recipient|user)s? (?:was )?rejected|rejected(?:: |\s)(?:undeliverable|unverified address|user|recipient|unknown|no such)
    (?:host|domain|name|server)(?: name)?(?: \S{1,80})? (?:is )?(?:unknown|not found|does not exist|invalid|lookup fail|could not be (?:found|resolved)|service not known)|name or service not known|no (?:mx|mail exchanger|a record|dns|such host|such domain|route to host)|nxdomain|unknown host|unrouteable|domain (?:does ?n[o']t|has expired|isn)|illegal host|bad destination|null mx|all relevant mx records point
    mailbox (?:is )?(?:unavailable|not available|disabled|inactive|closed|deleted|not allowed|name not allowed|invalid)|requested action not taken: mailbox|account (?:has been |is |was )?(?:disabled|closed|terminated|inactive|suspended|deleted|cancelled)|dest(?:ination)? (?:address|mailbox)|not (?:a )?known here|unknown or illegal|no one (?:here|by)|user_unknown|no account
    resolver\.adr\.|recipnotfound|recipientnotfound|recipient not found|no recipient|moved (?:away|to)|addressee unknown|returned to sender|this is a permanent error; i['’]ve given up|user's account|delivery_not_permitted|relay.{0,20}unknown user
    (?:empf[äa]nger|adresse|benutzer|postfach|konto)\b.{0,60}(?:unbekannt|nicht (?:gefunden|vorhanden|bekannt|g[üu]ltig|existiert)|ung[üu]ltig|existiert nicht|gesperrt)|(?:unbekannter|ung[üu]ltige[rn]?) (?:empf|benutzer|adress)
    (?:destinataire|adresse|utilisateur|compte|bo[îi]te)\b.{0,60}(?:inconnu|introuvable|n['’]existe (?:pas|plus)|invalide|d[ée]sactiv)|(?:utilisateur|destinataire) inconnu|(?:usuario|destinatario|direcci[óo]n|cuenta|buz[óo]n)\b.{0,60}(?:desconocid|no existe|no encontrad|inv[áa]lid|inexistente)|(?:utente|destinatario|indirizzo|casella)\b.{0,60}(?:sconosciut|inesistente|non (?:esiste|trovat|valid)|disabilitat)
    (?:usu[áa]rio|destinat[áa]rio|endere[çc]o|conta|caixa)\b.{0,60}(?:desconhecid|inexistente|n[ãa]o (?:existe|encontrad)|inv[áa]lid)|(?:gebruiker|ontvanger|adres|geadresseerde)\b.{0,60}(?:onbekend|bestaat niet|niet gevonden|ongeldig)|(?:u[żz]ytkownik|odbiorca|adres|konto|skrzynka)\b.{0,60}(?:nieznan|nie istnieje|nie znaleziono|nieprawid)
    (?:modtager|mottagare|mottaker|bruger|adress?en)\b.{0,60}(?:ukendt|ok[äa]nd|ukjent|findes ikke|finns inte|finnes ikke)|(?:пользовател|получател|адрес|ящик)\S{0,6}.{0,60}(?:не найден|не существует|неизвест|отключ|заблокирован|недоступ)|(?:用户|收件人|地址|邮箱|帳號|帐号).{0,20}(?:不存在|未知|无效|找不到|禁用)|(?:宛先|ユーザー?|アドレス).{0,20}(?:見つかりません|存在しません|不明)|사용자.{0,10}(?:없|존재하지)
""")

_TEMPORARY = _any(r"""
    (?:please )?(?:try|retry|retrying) (?:again|later)|try again|temporar(?:y|ily)|transient|(?:timed|time)[ -]?out|timeout|connection (?:was )?(?:refused|reset|lost|failed|dropped|closed|timed)|conn(?:ect)?(?:ion)? (?:to \S{1,80} )?(?:failed|refused)|could(?:n['’]t| not) (?:establish|connect)
    grey ?list|gray ?list|deferr|will (?:be )?(?:retri|retry|keep trying|continue|try)|still being retried|has been delayed|not yet been delivered|(?:still )?undelivered after|rate limit|too many (?:connections|messages|recipients|concurrent|emails|errors|hops|received)|throttl|(?:server|service|system) (?:is )?(?:busy|not available|unavailable|too busy|down|overload)|resources temporarily|internal error|local (?:error|problem)
    retry (?:timeout|time|limit) (?:was )?exceeded|(?:delivery|message|retry) (?:time )?(?:has )?expired|expired|queue (?:too long|life)|could not be delivered (?:for|within|after)|no response|not respond|host (?:or domain name )?not reachable|unreachable|network (?:is )?unreach|loop(?:s|ing)? (?:back|detect)|mail loop|hop count|not accepting (?:mail|messages|connections)|lost connection|dns (?:error|fail|timeout)|certificate|tls (?:handshake|negotiation)
""")

_STRONG_POLICY = re.compile(
    r"spam|black ?list|block ?list|spamhaus|dnsbl|polic(?:y|ies)|dmarc|reputation|virus", re.IGNORECASE
)

_OF_STATUS: tuple[tuple[str, Klass], ...] = (
    (r"[45]\.2\.2", "full"),
    (r"[45]\.3\.1", "full"),
    (r"5\.1\.(?:0|1|2|3|4|6|10)|5\.2\.1", "gone"),
    (r"5\.4\.310", "gone"),
    (r"5\.1\.[789]|5\.7\.\d+|5\.2\.3|5\.3\.[2345]|5\.6\.\d+|5\.1\.20", "policy"),
    (r"5\.4\.\d+|4\.\d+\.\d+", "temporary"),
)


def klass_of(status: str, said: str) -> Klass:
    """Return the class of a failure from its status ("5.1.1" or "") and from what the server said about it.

    A full mailbox is full whatever the number says; a refusal in words is one although many servers give it the
    number of an unknown user; a number that says much (5.1.1) outweighs words that say little.
    """
    words = " ".join(said[:_LOOKED_AT].split())
    by_number: Klass = next((klass for shape, klass in _OF_STATUS if re.fullmatch(shape, status)), "unknown")
    if by_number == "full" or _FULL.search(words):
        return "full"
    if status.startswith("4"):
        return "temporary"
    if _POLICY.search(words) and (by_number == "policy" or _STRONG_POLICY.search(words) or not _GONE.search(words)):
        return "gone" if by_number == "gone" and not _STRONG_POLICY.search(words) else "policy"
    if _GONE.search(words):
        return "gone"
    return "temporary" if by_number == "unknown" and _TEMPORARY.search(words) else by_number
