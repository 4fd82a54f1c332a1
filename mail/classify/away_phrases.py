"""Out of office by its words alone: answers of responders that bear no header, in the languages that people here write.

Several signs must meet, and nothing else may be said: somebody who is away and tells what the group was like is a person.
"""

import re

_SENTENCE = re.compile(r"(?<=\D[.!?。！？۔।])\s+|\n+")
"""A point behind a number ends no sentence: "4. Mai"."""
LONGEST = 1_500
"""Characters. Responders say little; what is longer is rather a person's."""
_MOST_OTHERS = 1
"""Sentences of a responder that no table knows, such as the name of a colleague."""


def any_of(phrases: str) -> re.Pattern[str]:
    """Return a rule for any of these sayings, one or more a line."""
    return re.compile("|".join(phrase.strip() for phrase in phrases.strip().split("\n")), re.IGNORECASE)


_AWAY = any_of(r"""
    \b(?:i am|i'm|i’m|we are|am|is|will be) (?:\w+ ){0,2}(?:out of (?:the |my )?office|on (?:annual |maternity |parental |sick |study |paternity )?leave|on holiday|on vacation|away from (?:the |my )?(?:office|desk|e-?mail))
    ^out of (?:the )?office\b|^on (?:annual )?leave\b|\bcurrently (?:away|on leave|out of)|\bno longer (?:work|employed)|\boffice is (?:now )?closed\b
    \bich bin (?:\S+ ){0,6}(?:nicht im (?:b[üu]ro|haus)|abwesend|im urlaub|au(?:ß|ss)er haus|nicht erreichbar|in elternzeit)|\bbis (?:zum|einschlie(?:ß|ss)lich)\b.{0,30}\b(?:abwesend|urlaub)
    \bje (?:suis|serai) (?:\w+ ){0,3}(?:absente?|en cong[ée]s?|en vacances|hors du bureau)|\babsente? (?:du bureau|jusqu)
    \b(?:estoy|estar[ée]|me encuentro) (?:\w+ ){0,3}(?:fuera de la oficina|de vacaciones|ausente|de baja)
    \b(?:estou|estarei|encontro-me) (?:\w+ ){0,3}(?:fora do escrit[óo]rio|de f[ée]rias|ausente|de licen[çc]a)
    \b(?:sono|sar[òo]) (?:\w+ ){0,3}(?:fuori (?:ufficio|sede)|in ferie|assente|in congedo)
    \bik ben (?:\w+ ){0,4}(?:afwezig|niet (?:op kantoor|aanwezig|bereikbaar)|met (?:vakantie|verlof)|buiten kantoor)
    \bjag [äa]r (?:\w+ ){0,3}(?:inte p[åa] kontoret|p[åa] semester|ledig|fr[åa]nvarande|bortrest)|\bjeg er (?:\w+ ){0,4}(?:ikke p[åa] kontoret|p[åa] ferie|bortreist|frav[æa]rende|ikke til stede|bortrejst)
    \bolen (?:\w+ ){0,3}(?:lomalla|poissa|vuosilomalla|vapaalla)
    \b(?:jestem|b[ęe]d[ęe]|przebywam) (?:\w+ ){0,3}(?:poza biurem|na urlopie|nieobecn[ay])
    \b(?:jsem|budu) (?:\w+ ){0,4}(?:mimo kancel[áa][řr]|na dovolen[ée]|nep[řr][íi]tom)|\b(?:som|budem) (?:\w+ ){0,4}(?:mimo kancel[áa]ri|na dovolenke)
    \b(?:szabads[áa]gon|nem vagyok az irod[áa]ban|irod[áa]n k[íi]v[üu]l)|\b(?:sunt|voi fi|nu sunt) (?:\w+ ){0,4}(?:[îi]n concediu|plecat|absent|la birou)
    \bя (?:\S+ ){0,3}(?:в отпуске|вне офиса|отсутствую|не в офисе)|\b(?:нахожусь|буду) в отпуске|\bя (?:\S+ ){0,3}(?:у відпустці|поза офісом|відсутн)
    \bв отпуска съм|\bизвън офиса|\b(?:trenutno )?(?:sam|nisam) (?:\w+ ){0,3}(?:na (?:godi[šs]njem )?odmoru|izvan ureda|van kancelarije|u uredu)|\bsem (?:\w+ ){0,3}na dopustu
    \b(?:λείπω|απουσιάζω|βρίσκομαι σε άδεια|εκτός γραφείου)|\b(?:izindeyim|ofis dışındayım|tatildeyim)|\b(?:atostogauju|esu atostogose|esmu atva[ļl]in[āa]jum[āa]|olen puhkusel)
    \br(?:wyf|ydw) i? ?(?:\w+ ){0,4}(?:allan o['’]r swyddfa|ar wyliau|ar absenoldeb|i ffwrdd)|\b(?:allan o['’]r swyddfa|ar wyliau) (?:tan|ar hyn o bryd|hyd)
    \bt[áa]im (?:\w+ ){0,3}(?:as (?:an )?oifig|ar saoire)|\bwaxaan (?:\w+ ){0,4}(?:fasax|xafiiska ka maqan)|\b(?:niko|nipo) (?:\w+ ){0,2}likizo|\b(?:sedang|saya) cuti
    خارج المكتب|في إجازة|أنا في اجازة|در مرخصی|خارج از دفتر|دفتر سے باہر|چھٹی پر|कार्यालय से बाहर|अवकाश पर|छुट्टी पर|ছুটিতে|অফিসের বাইরে|ਛੁੱਟੀ ['ਤ]|ਦਫ਼ਤਰ ਤੋਂ ਬਾਹਰ|રજા પર|ઓફિસની બહાર
    \b(?:i am|i'm|i’m|i will be|we are) away (?:from \d|until|till|on|for)\b|\bi (?:do not|don['’]t) work (?:on )?(?:mon|tues|wednes|thurs|fri)days?|\bmy working (?:days|hours|pattern)\b|\bi work (?:part[- ]time|(?:on )?(?:mon|tues|wednes|thurs|fri)day)|\bi have (?:now )?left (?:the|my|example)\b|\b(?:mailbox|inbox|account|address) is (?:not|no longer) (?:being )?(?:monitored|checked|read|in use)
    \b(?:holder|har) ferie\b|\b(?:nejsem|nebudu) (?:\w+ ){0,2}(?:v kancel|přítom)|\b(?:čerpám|mám) dovolenou|\b(?:som|budem) (?:\w+ ){0,3}na dovolenke|\bnie som (?:\w+ ){0,2}v kancel|\bm[ăa] aflu [îi]n concediu|меня не будет|\bу відпустці|в отпуск съм|\b(?:na )?godi[šs]njem (?:\w+ )?odmoru|\bdopustu\b|\bβρίσκομαι εκτός
    \bn(?:id|i) (?:wyf|ydw)(?: i)? (?:\w+ ){0,2}yn y swyddfa|\bfy ngwyliau\b|\bt[áa] m[ée] (?:\w+ ){0,2}as (?:an )?oifig|در مرخصی|\bfasax (?:ayaan )?(?:ku jir|ku maqan)|\b(?:niko|nipo) (?:\w+ ){0,2}(?:likizo|mapumziko)|不在にして|不在です
    מחוץ למשרד|בחופשה|不在办公室|休假|外出中|出差|不在のため|休暇(?:中|を)|부재중|휴가 중|nghỉ phép|vắng mặt|ลาพักร้อน|ไม่อยู่ที่สำนักงาน
""")
_BACK = any_of(r"""
    \b(?:will (?:be )?(?:return|back|respond|reply|answer)|(?:return|back|returning) (?:to (?:the |my )?(?:office|work) )?(?:on|in|after|from)|until|till|back on|on my return|when i (?:return|am back|get back)|from \d|between \d)
    \b(?:no|limited|little|intermittent|not have|without|not be able|unable) (?:\w+ ){0,3}(?:access|checking|monitor|read|respond)|\bnot (?:being )?(?:monitored|checked|read)\b|\bresponse (?:may|will) be (?:delayed|slow)
    \b(?:urgent|emergenc|in my absence|in the meantime|while i am away|immediate (?:help|assistance)|please (?:contact|call|e-?mail|ring|speak to))|\b(?:e-?mail|mail) (?:wird|werden) nicht (?:weitergeleitet|gelesen)
    \b(?:wieder (?:da|erreichbar|im b[üu]ro)|zur[üu]ck|bis (?:zum )?\d|ab (?:dem )?\d|in dringenden|vertretung|wenden sie sich|nach meiner r[üu]ckkehr)
    \b(?:de retour|jusqu['’]?(?:au|à)|[àa] mon retour|en cas d['’]urgence|en mon absence|veuillez contacter|je (?:vous )?r[ée]pondrai)
    \b(?:hasta (?:el)?|regres|volver[ée]|vuelvo|a mi vuelta|en caso de urgencia|urgente|p[óo]ngase en contacto|at[ée] (?:ao )?(?:dia )?|regresso|em caso de urg|contacte)
    \b(?:fino al|rientr|torner[òo]|al mio ritorno|in caso di urgenz|per urgenze|tot (?:en met)?|weer (?:aanwezig|bereikbaar|terug)|ben ik (?:weer|terug)|bij (?:dringende|spoed)|na mijn terugkomst)
    \b(?:[åa]ter(?:kommer)?|tillbaka|tilbake|tilbage|till? och med|til og med|vid br[åa]dskande|ved hastesaker|indtil|palaan|asti|kiireellis)
    \b(?:do dnia|do \d|wracam|wr[óo]c[ęe]|po powrocie|w pilnych|w sprawach pilnych|vr[áa]t[íi]m|do \d|po n[áa]vratu|v nal[ée]hav|vissza|s[üu]rg[őo]s|revin|p[âa]n[ăa] (?:pe|la|[îi]n)|[îi]n caz de urgen)
    (?:вернусь|до \d|по возвращении|в срочных|повернуся|у термінових|ще се върна|vratit [ćc]u|vra[ćc]am|do \d|za hitne|vrnem|επιστρ|μέχρι|dönece|döndüğ|acil|grįšiu|atgriezīšos|tagasi)
    \b(?:tan|byddaf (?:yn [ôo]l|yn dychwelyd)|dychwelyd|yn [ôo]l ar|mewn argyfwng|cysylltwch [âa]|go dt[íi]|ar ais|ilaa|waan soo noqon|hadi|nitarudi|sampai|kembali)
    \b(?:will|shall) (?:answer|get back|be back)|\bwhen i (?:return|am back|get back)|\b(?:doorgestuurd|doorgezonden)|\bved (?:akut|behov)|\b(?:er|und) tilbage|vr[áa]t[íi]m|\bdo \d|v n[ae]l[ieé]+hav|\bkontaktujte|la \d|отвечу|обращайтесь|звертайтеся|при спешн|обърнете|za hitne|javite|v nujnih|pišite|έως|επείγοντα|επικοινων
    skubi(?:ais|u)|rašykite|iki\b|līdz|steidzam|rakstiet|kuni|kiireloom|pöörduge|pan fyddaf|byddaf yn (?:ymateb|ateb)|cysylltwch|تماس بگیرید|فوری|رابطہ کریں|संपर्क|अत्यावश्यक|জরুরি|যোগাযোগ|ਜ਼ਰੂਰੀ|ਸੰਪਰਕ|તાકીદ|સંપર્ક|degdeg|la xiriir|dharura|wasiliana|ご連絡|お急ぎ|급한|연락|דחופ|פנו ל|紧急|联系|việc gấp|liên hệ|ติดต่อ|ilaa
    حتى|سأعود|للأمور العاجلة|تا تاریخ|بازمی‌گردم|واپس|तक|वापस|পর্যন্ত|ফিরে|ਤੱਕ|ਵਾਪਸ|સુધી|પાછ|עד|אחזור|返回|回来|戻り|まで|복귀|까지|trở lại|đến (?:hết )?ngày|จนถึง|กลับมา
""")
_SAID_BESIDE = any_of(r"""
    ^\W*(?:hi|hello|dear|good (?:morning|afternoon|day)|hallo|liebe|guten tag|sehr geehrte|bonjour|hola|ol[áa]|ciao|buongiorno|beste|hej|hei|dzie[ńn] dobry|helo|shwmae|annwyl|salam)\b.{0,60}$
    \b(?:thank you|thanks|danke|vielen dank|merci|gracias|obrigad[oa]|grazie|bedankt|dank|tack|takk|tak|kiitos|dzi[ęe]kuj|d[ěe]kuj|diolch|спасибо|дякую|ευχαριστ|teşekkür|köszön|mul[țt]um)\w*.{0,60}(?:mail|message|nachricht|contact|mensaje|mensagem|messaggio|bericht|meddel|viesti|wiadomo|zpr[áa]v|neges|e-?bost|сообщ|письм|лист|μήνυμα|mesaj|levele)?
    ^\W*(?:this is an auto|automatic|auto-?reply|automatische|r[ée]ponse automatique|respuesta autom|ymateb awtomatig).{0,80}$
    ^\W*(?:(?:kind|best|warm|many) )?(?:regards|wishes|thanks)\b.{0,40}$|^\W*(?:mit freundlichen|viele|cordialement|saludos|cofion|pozdrawiam|met vriendelijke|med v[äa]nlig).{0,60}$
""")
TELLS = re.compile(
    r"\b(?:because|although|though|happened|contact me|ring me|call me|nobody|no one|but(?! (?:i )?(?:will|am|have|can|may|shall)\b)|weil|aber|niemand|parce que|mais|personne|porque|pero|nadie|mas|ningu[ée]m|perch[ée]|ma\b|nessuno|omdat|maar|niemand"
    r"|eftersom|men\b|ingen\b|fordi|koska|mutta|kukaan|bo\b|ale\b|nikt|protože|nikdo|mert|senki|pentru că|dar\b|nimeni|потому|но\b|никто|бо\b|але\b|ніхто|γιατί|αλλά|κανείς|çünkü|ama\b|kimse|oherwydd|ond\b|neb\b)\b|لأن|لكن|کیونکہ|لیکن|क्योंकि|लेकिन|কারণ|কিন্তু|因为|但是",
    re.IGNORECASE,
)
"""What joins a story: whoever says why, or but, is no responder."""


class Stems:
    """Parts of words to look for in any case. In a text of ASCII alone only those of ASCII are."""

    def __init__(self, stems: list[str]) -> None:
        self._plain = [stem for stem in stems if stem.isascii()]
        self._all = stems

    def __contains__(self, text: str) -> bool:
        """Tell whether a text holds one of them."""
        told = text.casefold()
        for stem in self._plain if told.isascii() else self._all:  # noqa: SIM110 - a generator would cost as much again
            if stem in told:
                return True
        return False


_STEMS = Stems(
    [
        "work",
        "left ",
        "monitored",
        "ferie",
        "отпуск",
        "не будет",
        "γραφείου",
        "nejsem",
        "likizo",
        "fasax",
        "ngwyliau",
        "swyddfa",
        "in use",
        "mailbox",
        "office",
        "leave",
        "holiday",
        "vacation",
        "away",
        "longer",
        "büro",
        "buro",
        "urlaub",
        "abwesend",
        "haus",
        "erreichbar",
        "elternzeit",
        "congé",
        "conge",
        "vacances",
        "absent",
        "bureau",
        "oficina",
        "vacaciones",
        "ausente",
        "baja",
        "escrit",
        "férias",
        "ferias",
        "licen",
        "ufficio",
        "sede",
        "ferie",
        "assente",
        "congedo",
        "afwezig",
        "kantoor",
        "vakantie",
        "verlof",
        "aanwezig",
        "bereikbaar",
        "semester",
        "ledig",
        "frånvar",
        "bortre",
        "kontor",
        "fravæ",
        "fravae",
        "stede",
        "loma",
        "poissa",
        "vapaa",
        "biur",
        "urlop",
        "nieobecn",
        "kancel",
        "dovolen",
        "příto",
        "prito",
        "szabads",
        "irod",
        "concediu",
        "plecat",
        "birou",
        "отпуск",
        "офис",
        "отсутств",
        "відпуст",
        "відсутн",
        "odmor",
        "ured",
        "kancelarij",
        "dopust",
        "λείπω",
        "απουσ",
        "άδεια",
        "γραφείου",
        "izindeyim",
        "ofis",
        "tatil",
        "atostog",
        "atvaļ",
        "atval",
        "puhkus",
        "swyddfa",
        "wyliau",
        "absenoldeb",
        "ffwrdd",
        "oifig",
        "saoire",
        "fasax",
        "xafiis",
        "likizo",
        "cuti",
        "المكتب",
        "إجازة",
        "اجازة",
        "مرخصی",
        "دفتر",
        "چھٹی",
        "कार्यालय",
        "अवकाश",
        "छुट्टी",
        "ছুটি",
        "অফিস",
        "ਛੁੱਟੀ",
        "ਦਫ਼ਤਰ",
        "રજા",
        "ઓફિસ",
        "משרד",
        "חופשה",
        "办公室",
        "休假",
        "外出",
        "出差",
        "不在",
        "休暇",
        "부재",
        "휴가",
        "nghỉ",
        "vắng",
        "ลา",
        "สำนักงาน",
    ]
)
"""A word of each of these sayings, to pass over other mails quickly."""
"""A word of each of these sayings, to pass over other mails quickly."""


def is_away(reply: str) -> bool:
    """Tell whether a mail's own words are a responder's: that somebody is away and when or to whom else, and nothing else."""
    if not reply.strip() or len(reply) > LONGEST or reply not in _STEMS:
        return False
    told = [part.strip() for part in _SENTENCE.split(reply) if part.strip()]
    likely = [part for part in told if part in _STEMS]
    if not any(map(_AWAY.search, likely)) or not any(map(_BACK.search, told)) or any(map(TELLS.search, told)):
        return False
    known = sum(bool(_AWAY.search(part) or _BACK.search(part) or _SAID_BESIDE.search(part)) for part in told)
    return len(told) - known <= _MOST_OTHERS and len(told) - known < known
