"""What mail programs write around a person's words, in many languages: small tables, easy to add to.

Rules go by shape first (`quotehead`, `signature`); a word from here only makes a weak shape sure.
"""

import re


def words(told: str) -> frozenset[str]:
    """Give the words of a line as a set."""
    return frozenset(told.split())


WROTE = re.compile(
    r"\b(?:wrote|writes|written|sent|said|schrieb|geschrieben|schreef|geschreven|geskryf|skrev|skreiv|skrifaði|kirjoitti|kirjutas"
    r"|[ée]crit|escribi[óo]|escribiu|escrit|escriure|escreveu|scritto|scrive|scris|napisał|napisała|napisał\(a\)|napisal|napsal"
    r"|napsala|napísal|napísala|napisao|napisala|pisze|írta|rakstīja|rašė|parašė|yazdı|yazmış|yazdi|viết|menulis|ditulis"
    r"|ysgrifennodd|scríobh|sgrìobh|shkroi|qoray|qortay|aliandika|idatzi|έγραψε|написал|написала|написав|написала|написа|напиша"
    r"|написал\(а\)|пишет|пише|напісаў|кирди)\b"
    r"|wrote|写道|寫道|写到|書きました|书写|작성|썼습니다|님이|כתב|כתבה|كتب|كتبت|كتابة|نوشت|لکھا|लिखा|লিখেছেন|লেখা|ਲਿਖਿਆ|લખ્યું|เขียน|எழுதினார்|yazıyor",
    re.IGNORECASE,
)
"""The verb of "so-and-so wrote:"."""

LEAD = re.compile(
    r"(?:^|(?<=[\s\-–—.!?)*]))(?:On|Am|Le|El|Em|Il giorno|Il|Op|Den|På|W dniu|Dnia|Dne|Dňa|Dana|Pe data de|La data de|Em|A|Ar|Vào|Ngày"
    r"|На|В|У|Στις|Tarih|Pada|Kuupäeval|Quoting|Zitat von|Op)\s(?=.{0,24}\d)"
)
"""The word before the date of "On 3 May so-and-so wrote:", for lines that begin with the person's own words."""

_MESSAGE = (
    r"message|messages|nachricht|mail|e-mail|email|meddelelse|meddelande|melding|bericht|messaggio|mensaje|mensagem|missatge|mesaj"
    r"|mesajul|wiadomość|zpráva|správa|poruka|sporočilo|üzenet|viesti|sõnum|ziņa|laiškas|ileti|μήνυμα|сообщение|повідомлення"
    r"|съобщение|лист|письмо|neges|teachtaireacht|skilaboð|thư|tin nhắn|邮件|郵件|メッセージ|메시지|הודעה|رسالة|الرسالة|پیام|پیغام"
    r"|संदेश|বার্তা|ਸੁਨੇਹਾ|સંદેશ|fariin|ujumbe|pesan|mezua|mensaxe"
)
_FORWARD = (
    r"forward|forwarded|fwd|weitergeleitet|transf[ée]r|réexpédié|doorgestuurd|reenviad|encaminhad|inoltrat|vidarebefordr"
    r"|videresend|videresendt|przekazan|přeposlan|přeposílan|preposlan|proslijeđen|továbbított|lähetetty edelleen|välitetty"
    r"|edastatud|redirecționat|iletilen|προωθημένο|пересылаемое|пересланное|переслане|препратено|anfonwyd ymlaen|转发|轉寄|転送|전달"
    r"|הועברה|مُعاد|محولة|فارورڈ|chuyển tiếp|diteruskan"
)
MESSAGE = re.compile(rf"(?:{_MESSAGE}|{_FORWARD})", re.IGNORECASE)
"""What stands between the dashes of "-----Original Message-----"."""

FORWARD = re.compile(_FORWARD, re.IGNORECASE)
"""A message that the person hands on, not one that they answer."""

BEGIN = re.compile(
    rf"^\W*(?:(?:begin|début|anfang|inicio|início|inizio|begin|start|początek|začátek)\b.{{0,40}}(?:{_MESSAGE}).{{0,30}}"
    rf"|(?:{_FORWARD})\w*\s(?:{_MESSAGE})|.{{0,20}}(?:{_MESSAGE})\s(?:{_FORWARD})\w*)\s?[:：]\s*$",
    re.IGNORECASE,
)
"""The line above a forwarded message that has no dashes."""

ABOVE = re.compile(
    r"^.{0,40}(?:(?:reply|respond|answer|write|type|response)\b.{0,30}\b(?:above|over) (?:this|the|that) (?:line|text)"
    r"|(?:do not|don't|please do not) (?:write|reply|type|edit)\b.{0,20}\bbelow (?:this|the) line"
    r"|(?:über|oberhalb) dieser (?:linie|zeile)|au[- ]dessus de cette ligne|(?:encima|arriba) de esta l[ií]nea|acima desta linha"
    r"|boven deze (?:lijn|regel)|sopra questa (?:riga|linea)|ovanför denna (?:rad|linje)|over denne linje|powyżej tej linii"
    r"|nad tímto řádkem|uwch(?:ben|law) y llinell|выше этой (?:строки|линии)|вище (?:цього рядка|цієї лінії))"
    r"(?:\W+\w+){0,6}\W*$",
    re.IGNORECASE,
)
"""A marker that asks for replies above it: everything from there on is not the person's."""

LINE_STEM = re.compile(
    "th(?:is|at|e) line|LINE|Linie|Zeile|ligne|línea|linea|linha|lijn|regel|riga|rad|linje|linii|řádk|llinell|строк|лини|рядк|лінії|th(?:is|at) text"
)
"""A word of each of these sayings, to pass over other lines quickly."""

_HEADS: dict[str, str] = {
    "from": "from|von|de|da|van|fra|från|od|от|от кого|від|від кого|lähettäjä|kimden|gönderen|από|από:|từ|发件人|寄件者|寄件人|差出人"
    "|보낸 사람|보낸사람|发信人|מאת|من|از|feladó|expéditeur|expediteur|remitente|mittente|absender|avsender|avsändare|afzender|nadawca"
    "|odesílatel|odosielateľ|de la|šalje|pošiljatelj|pošiljalac|nuo|no|saatja|kellelt|oddi wrth|ó|bho|प्रेषक|से|منجانب|از طرف|প্রেরক"
    "|থেকে|ਵੱਲੋਂ|તરફથી|ka|kutoka|dari|จาก|frá|nga|од|lähettänyt|remetente|from:",
    "date": "sent|date|gesendet|datum|envoyé|envoyé le|date d'envoi|enviado|enviado el|enviada|enviada em|enviado em|data|fecha|inviato|verzonden"
    "|dato|sendt|skickat|skickad|wysłano|wysłane|odesláno|odoslané|poslano|lähetetty|päiväys|päivämäärä|dátum|elküldve|küldve|trimis"
    "|trimisă|отправлено|дата|изпратено|надіслано|відправлено|gönderildi|gönderme tarihi|tarih|ημερομηνία|στάλθηκε|εστάλη|ngày|đã gửi"
    "|gửi|发送时间|发件时间|日期|時間|寄件日期|傳送時間|送信日時|日時|보낸 날짜|날짜|보낸시간|נשלח|תאריך|تاريخ|التاريخ|تاريخ الإرسال|تم الإرسال|تاریخ|ارسال"
    "|anfonwyd|dyddiad|seolta|दिनांक|भेजा गया|तारीख|তারিখ|ਮਿਤੀ|તારીખ|taariikh|taariikhda|la diray|tarehe|tanggal|dikirim|วันที่|saadetud"
    "|kuupäev|išsiųsta|nosūtīts|datums|enviat|dérgeni|sent on|date sent|sent at",
    "to": "to|an|à|a|para|aan|til|till|do|komu|кому|до|vastaanottaja|kime|alıcı|προς|tới|đến|收件人|收件者|宛先|받는 사람|받는사람|אל|إلى|به|címzett"
    "|destinataire|destinatario|empfänger|mottaker|mottagare|adresat|către|catre|prima|za|kam|kellele|saaja|at|i|chuig|gu|प्रति|को|بنام"
    "|প্রাপক|প্রতি|ਨੂੰ|પ્રતિ|ku|kwa|kepada|ถึง|pour|per|destinatari|ontvanger|primatelj|prejemnik|adressaat|kam:|för",
    "subject": "subject|betreff|objet|asunto|assunto|oggetto|onderwerp|emne|ämne|temat|předmět|predmet|naslov|zadeva|aihe|tárgy|subiect|тема"
    "|предмет|относно|konu|θέμα|chủ đề|主题|主旨|主題|件名|제목|נושא|الموضوع|موضوع|pwnc|ábhar|विषय|বিষয়|ਵਿਸ਼ਾ|વિષય|mawduuc|mowduuc|mada"
    "|subjek|perihal|เรื่อง|teema|tema|temats|assumpte|efni|sujet|vedr|titel|betr",
    "more": "cc|bcc|kopie|kopia|kopi|kopio|copie|cópia|copia|копия|копія|másolat|抄送|副本|参照|참조|עותק|نسخة|reply-to|reply to|antwort an|répondre à"
    "|responder a|importance|wichtigkeit|priority|attachments|anlagen|pièces jointes|organization|kopi til|copi|koopia|lampiran|bilgi",
}
HEADS: dict[str, str] = {word: role for role, words in _HEADS.items() for word in words.split("|")}
"""The names of header lines of a quoted mail, in lower case, and what each line holds."""

OWN_FIELDS = words(
    "name names phone tel telephone mobile email e-mail address time place where when who what age role venue location fax skype web website"
    " postcode dob contact note notes ps answer question comment comments"
)
"""Names that people give to lines of their own, so that a form typed into a mail is no quoted header."""

_DEVICES = (
    r"iphone|ipad|ipod|android|samsung|galaxy|blackberry|huawei|honor|xiaomi|redmi|oneplus|oppo|nokia|htc|xperia|sony|motorola|moto|pixel"
    r"|lumia|windows|outlook|yahoo|gmail|aol|proton ?mail|protonmail|mailbox|acompli|sparrow|airmail|spark|bluemail|blue mail|nine|k-9|k9"
    r"|fairemail|tutanota|mail\.ru|mac|apple|apple mail|smartphone|mobil\w*|mobile|phone|handy|telefon|téléphone|teléfono|telefone|ordinateur"
    r"|tablet|tablette|ios|web\.de|gmx|t-mobile|verizon|vodafone|o2|ee|bt ?mail|orange|lg|zte|watch|workspace|superhuman|front|mailspring"
    r"|zoho|naver|daum|qq|foxmail|网易\w*|邮箱\w*|fastmail|tuta|posteo|mailbird|thunderbird|edison|canary|newton|polymail|missive|shortwave"
    r"|em client|hey|yandex|яндекс|почт\w+|mail app|email app|surface|chromebook|laptop|computer|notebook|fairphone|redmagic|poco|vivo|realme"
)
_GLUED = r"iphone?|ipad|android|outlook|samsung|galaxy"
"""Names that some languages put endings to: "iPhonesta", "iPhone'umdan", "iPhoneから"."""
DEVICE = re.compile(
    rf"(?:\b|(?<=[^\x00-\x7f]))(?:{_DEVICES})(?:\b|(?=[ÂÃ]))|\b(?:{_GLUED})(?:['’]?\w{{1,6}}\b|(?=[^\x00-\x7f]))",
    re.IGNORECASE,
)
"""What people type on; also before a sign that a wrong character set has spoilt."""

SENT_FROM = re.compile(
    r"^\W*(?:sent\b|get outlook|von mein|gesendet\b|diese nachricht wurde von mein|envoy[ée]e?\b|t[ée]l[ée]charg|obtenir|enviad[oa]\b|enviat\b"
    r"|inviat[oa]\b|verzonden\b|verstuurd\b|skickat\b|skickades\b|sendt\b|sendt\b|lähetetty\b|wysłane\b|wysłano\b|odesláno\b|odoslané\b"
    r"|poslano\b|poslané\b|elküldve\b|küldve\b|trimis\b|expediat\b|отправлено\b|надіслано\b|изпратено\b|εστάλη\b|στάλθηκε\b|gönderildi\b"
    r"|(?:\w+\s){0,2}\w+['’]?\w{0,4}d[ae]n gönderildi|az .{1,24} küldve$|đã gửi|gửi từ|anfonwyd\b|wedi['’]i anfon\b|seolta\b|dikirim\b|saadetud\b|išsiųsta\b|nosūtīts\b|sótt\b|sent via|secured with|via\b"
    r"|发自|發自|來自|来自|[從从由].{1,30}(?:发送|發送|傳送|寄出)|iphoneから|\w+から送信|私の|나의|내\b|נשלח|أُ?رسلت?|تم الإرسال|مرسل|ارسال|فرستاده|میرے|मेरे|আমার|laga soo diray|waxaa laga"
    r"|imetumwa|ส่งจาก|gửi bằng|mailed from|written on|typed on|composed on|this (?:e-?mail|message) was sent (?:from|using))",
    re.IGNORECASE,
)
"""How a phone or a program signs: "Sent from my ..."."""

GET_APP = re.compile(
    r"\b(?:outlook|aol|spark|\w*mail) .{0,14}\b(?:ios|android|iphone|mobile)\b|^yahoo mail: search, organi[sz]e, conquer$",
    re.IGNORECASE,
)

SIGN_OFF = re.compile(
    r"^\W*(?:(?:(?:with |my )?(?:kind|best|warm|warmest|kindest|many|very best|all the|very|sincere) )?(?:regards|wishes|thanks|best)(?: again)?"
    r"|best|all best|bw|with thanks|slán|bises|bisous|gru(?:ß|ss)|ਧੰਨਵਾਦ|مع تحياتي|cheers|thx|ta|tia|(?:many |warm )?(?:thanks|thank you)(?: (?:again|all|everyone|both|in advance|a lot|so much|very much|kindly|and (?:best|kind|warm)(?: regards| wishes)?))?|yours(?: \w+){0,2}|sincerely(?: yours)?"
    r"|yours (?:sincerely|faithfully|truly)|all the best|take care|love|lots of love|respectfully|warmly|cordially|rgds|kr|br|xx?x?"
    r"|(?:mit )?(?:freundlich|herzlich|lieb|best|viele|schön|nett|sonnig)\w* gr(?:ü|u|ue)(?:ß|ss)\w*(?: \w+){0,3}|mfg|lg|vg|gr(?:ü|ue)(?:ß|ss)e"
    r"|(?:vielen |besten |herzlichen )?dank(?: \w+){0,2}|danke(?: \w+){0,2}|(?:bien )?(?:cordialement|amicalement|sincèrement)|merci(?: \w+){0,3}"
    r"|bien à vous|salutations(?: \w+){0,2}|bonne journée|(?:un )?saludos?(?: \w+){0,2}|(?:muchas )?gracias(?: \w+){0,2}|atentamente"
    r"|un abrazo|abra[çz]os?|atenciosamente|att|cumprimentos|com os melhores cumprimentos|obrigad[oa]|(?:cordiali |distinti )?saluti|grazie(?: \w+){0,2}"
    r"|met vriendelijke groet\w*|(?:vriendelijke |hartelijke )?groet(?:en|jes)?|mvg|bedankt|dank je(?: wel)?|(?:med )?vänliga? hälsning\w*|hälsningar|mvh|vh"
    r"|tack(?: \w+){0,2}|(?:med )?(?:vennlig|venlig|bedste|beste)\w* hilsen\w*|hilsen|takk|tak|vh|(?:ystävällisin |parhain )?terveisin|kiitos"
    r"|(?:z )?(?:poważaniem|wyrazami szacunku)|pozdrawiam|(?:serdecznie )?pozdrawiam|dziękuję|(?:s )?pozdrav\w*|děkuji|ďakujem|s přátelským pozdravem"
    r"|üdvözlettel|köszönöm|köszönettel|cu (?:stimă|respect)|mulțumesc|с уважением|спасибо|з повагою|дякую|поздрави|благодаря|με εκτίμηση|ευχαριστώ"
    r"|saygılarımla|teşekkürler|sevgiler|trân trọng|cảm ơn|cofion(?: \w+){0,2}|diolch(?: \w+){0,3}|le meas|go raibh maith agat|mahadsanid"
    r"|(?:lijep|lep|srdačan|topao|lepo)i? pozdrav\w*|s (?:poštovanjem|pozdravem|pozdravom|úctou)|pozdrowienia|z pozdrowieniami|miłego dnia|hezký den|zdravím"
    r"|с поштовањем|поздрав|с уважение|лека вечер|хубав ден|φιλικά|με φιλικούς χαιρετισμούς|iyi (?:günler|çalışmalar|akşamlar)|en iyi dileklerimle"
    r"|thân ái|thân mến|salam(?: hormat)?|hormat saya|terima kasih|o zi (?:bună|frumoasă)|toate cele bune|tisztelettel|szép napot"
    r"|terveisin|terv\.?|lugupidamisega|parimate soovidega|ar cieņu|paldies|pagarbiai|ačiū|щиро(?: ваш\w*)?|groetjes|hartelijke groeten|vriendelijk gegroet"
    r"|kærlig hilsen|(?:mange |mvh )?hilsner|hälsar|ha det (?:bra|fint)|bien à toi|respectueusement|à bientôt|(?:\w+ )?salutations|(?:belle|bonne) (?:journée|soirée)|un cordial saludo|saludos cordiales|atte\.?"
    r"|(?:os )?melhores cumprimentos|abs|cordialmente|un saluto|distinti saluti|a presto|buona giornata|salutacions(?: cordials)?|yn gywir|cofion gorau|pob hwyl"
    r"|is mise|beannachtaí|agur(?:rak)?|eskerrik asko|kveðja|kær kveðja|takk fyrir|sveiki|सादर|शुक्रिया|आपका|நன்றி|ขอบคุณ(?:ครับ|ค่ะ)?|ด้วยความเคารพ"
    r"|以上(?:、)?よろしくお願い(?:いた|致)?します|(?:どうぞ)?(?:宜|よろ)しくお願い(?:いた|致)?します|敬上|敬启|顺祝商祺|此致敬礼|올림|أطيب التحيات|مع (?:خالص|فائق|أطيب) \w+|با تشکر|ارادتمند"
    r"|祝好|此致|谢谢|謝謝|よろしくお願いします|敬具|감사합니다|드림|בברכה|תודה|مع التحية|تحياتي|شكرا(?: لكم)?|شكراً|با احترام|شکریہ|धन्यवाद|সধন্যবাদ|ধন্যবাদ)"
    r"[\s,.!;:)\-–—。、！😊🙂]*$",
    re.IGNORECASE,
)
"""A line that only takes leave."""

DISCLAIMER = re.compile(
    r"^\W*(?:disclaimer|confidential(?:ity)?\b.{0,40}(?:notice|note|:)|confidential$|(?:this|the)(?: information(?: contained)? in this)? (?:e-?mail|message|communication)"
    r"s?\b.{0,80}(?:confidential|privileged|intended (?:only|solely|exclusively|for)|virus|attachment)|(?:diese|dieses) (?:e-?mail|nachricht).{0,60}(?:vertraulich|bestimmt)"
    r"|(?:ce|cet) (?:message|e-?mail|courriel).{0,80}confidentiel|este (?:mensaje|correo|e-?mail).{0,80}confidencial|esta mensagem.{0,80}confidencial"
    r"|(?:questo|il presente) messaggio.{0,80}(?:riservat|confidenzial)|dit (?:bericht|e-?mail).{0,80}vertrouwelijk"
    r"|(?:please )?(?:consider|think of) the environment.{0,20}\bbefore\b|save a tree|virus-?(?:free|frei)\W*(?:www|https?|$)|(?:this|diese) .{0,20}(?:checked|scanned|geprüft).{0,40}virus"
    r"|(?:this|the) (?:e-?mail|message)(?: and any (?:attachments?|files?))? (?:has been|was|is) (?:scanned|checked)\b"
    r"|(?:the )?(?:views|opinions) (?:expressed|contained|stated)\b"
    r"|you (?:are receiving|received) this (?:e-?mail|message|because)|to unsubscribe (?:from this (?:group|list)|send|from the .{1,60}(?:list|group)|.{0,40}(?:https?:|@|click|link|visit))"
    r"|unsubscribe\b.{0,40}https?:)",
    re.IGNORECASE,
)
"""Small print below a signature."""

SCANNER = re.compile(
    r"virus-?(?:free|frei)|\b(?:avast|avg|kaspersky|mcafee|norton|bitdefender|eset|nod32|sophos|malwarebytes|f-secure)\b",
    re.IGNORECASE,
)
"""A program that looked for viruses, and says so under each mail."""

PARTICLES = words(
    "de da del della der den di do dos du el la le van von vom zu bin ibn al y e i ap ab and und et en og"
)
"""Small words inside a name."""
TITLES = re.compile(r"^(?:(?:i\.\s?[avA-V]\.|p\.?p\.?|dr|prof|mr|mrs|ms|mx|rev|sr|fr|hr)\.?\s)+", re.IGNORECASE)
"""Titles, and "for" as German offices sign it."""
COMPANY = re.compile(
    r"\b(?:registered (?:in|office|charity)|charity (?:no|number)|ltd|gmbh|llc|plc|cic|e\.\s?v)\b|\binc\."
    r"|^(?:office|opening|working|normal|my) (?:hours|days)|^hours of|^surgeries:"
    r"|(?-i:^\d{1,4}[A-Za-z]?\s(?:[A-Z]\w+\s){1,3}(?:Road|Street|Lane|Close|Avenue|Drive|Way|Court|Terrace|Place|Gardens|Hill|Grove|Crescent|Square|Row|Mews)\b"
    r"|\b[A-Z]{1,2}\d[\dA-Z]?\s\d[A-Z]{2}\b|(?:^|,\s|^[A-Z]{1,2}-)\d{4,5}\s[A-ZÀ-Þ])",
    re.IGNORECASE,
)
"""What only the lines of an office or an address hold: its sort, or a postcode before a town."""
GREETING = re.compile(
    r"^(?:hi|hiya|hello|hey|dear|good (?:morning|afternoon|evening)|morning|hallo|liebe[rs]?|guten (?:tag|morgen|abend)|bonjour|bonsoir|salut|chère?s?|hola"
    r"|buen[oa]s|ciao|buongiorno|olá|bom dia|boa tarde|beste|hej|hei|cześć|dzień dobry|ahoj|dobrý den|helo|annwyl|shwmae)\b.{0,40}$",
    re.IGNORECASE,
)
SORRY = re.compile(r"excuse|forgive|sorry|typo|brief|brevity|spelling|kürze|fehler|fautes|errores", re.IGNORECASE)
"""What people let their phone say behind "Sent from my phone." """
THANKS = re.compile(
    r"^(?:(?:many|warm|herzlichen|besten|muchas) )?(?:thank\w*|thx|ta|danke?|vielen|merci|gracias|diolch|grazie|obrigad[ao]|bedankt|tack|takk|tak|kiitos"
    r"|dziękuję|děkuji|ďakujem|спасибо|дякую)\b|^(?:谢谢|謝謝)",
    re.IGNORECASE,
)
"""Words with which an answer may begin as well as a mail end."""
FAREWELLS = words(
    "regards rgds sincerely respectfully cordially cordialement saludos saluti groetjes groeten hilsen mvh mfg mvg pozdrawiam"
)
ANSWERS = words(
    "yes no none ok okay maybe sometimes often never always good bad fine both either na n/a same skip nothing great brilliant excellent"
    " lovely perfect awful terrible poor average helpful unsure nobody everybody everything rarely mostly definitely agreed true false"
    " well better worse badly nice super listened heard ignored tired angry happy sad scared safe unsafe respect food pay lunch tea"
    " ja nein oui non si sí gut bien bene"
)
INITIALS = re.compile(
    r"^(?:lg|vg|mfg|bw|kr|rgds|mvh|mvg|cofion|hälsningar|hilsen|gru(?:ß|ss)|regards)\s+",
    re.IGNORECASE,
)
"""Short leave-taking before a name on the same line."""
WORKING = re.compile(
    r"\b(?:work(?:ing)?|hours|days?|office|reply|response|respond|e-?mails?|arbeit\w*|bureau)\b", re.IGNORECASE
)
"""What people say of themselves in a card: when they are there."""
NOUNS = words("love best") | {"take care", "all the best", "best wishes", "lots of love"}
"""Leave-taking that may as well be what somebody answers."""
