"""How subjects begin, in the languages of mail programs: of replies, of automatic replies, of failed deliveries.

Only the beginning counts. "Re: Automatic reply" is a person who answers a machine.
"""

import re


def _any(phrases: str) -> re.Pattern[str]:
    words = [phrase.strip() for phrase in phrases.strip().split("\n")]
    return re.compile("|".join(words), re.IGNORECASE)


REPLIED = _any(r"""
    (?:re|aw|antw|sv|vs|odp|res|rif|ynt|ynd|atb|r|bls|hl|ref|odg|ats|vastaus|vl)\s?(?:\[\d{1,3}\]|\(\d{1,3}\))?\s?[:：]
    (?:ответ|отв|отг|на|απ|σχετ|回复|回覆|答复|答覆|返信|회신|رد|پاسخ|جواب|תשובה|השב|ตอบ|trả lời|उत्तर)\s?[:：]
""")

AUTOMATIC = _any(r"""
    auto(?:matic|mated)?[ -]?(?:reply|response|answer|acknowledge?ment|confirmation|message)\b
    auto(?:-?reply|-?response|-?responder)?\s?[:\[(]
    (?:i am |i'm |currently )?out[ -]of(?:[ -]the)?[ -]office\b(?! hours?\b)
    (?:i am |i'm )?(?:on (?:annual|maternity|sick|parental) leave|away from (?:my|the) (?:office|desk|e-?mail)|on vacation|on holiday)\b
    ooo\b
    .{0,120}[\[(](?:auto(?:matic)?[- ]?(?:reply|response|answer)|out of office|ooo)[\])]
    (?:ich bin )?im urlaub\b|urlaub\s?:|ikke til stede|нет на месте|в отпуске|отпуск\s?:
    vacation (?:reply|message|notice|response)
    away (?:notice|message)\b
    (?:auto)?abwesenheit|abwesend\b|automatische (?:antwort|r[üu]ckantwort|e?-?mail|nachricht|abwesenheit)|nicht im b(?:ü|ue)ro|au(?:ß|ss)er haus
    r[ée]ponse automatique|absen[ct]e? (?:du bureau|de|:)|message d['’]absence|notification d['’]absence|absence\s?:
    automatisch (?:antwoord|bericht)|afwezig|niet op kantoor|buiten kantoor|automatische reactie
    respuesta autom[áa]tica|fuera de (?:la )?oficina|ausente\b|contestador autom
    resposta autom[áa]tica|fora do escrit|ausência|fora da oficina
    risposta automatica|fuori (?:sede|ufficio)|assente\b|assenza
    autosvar|automatiskt? (?:svar|svarsmeddelande)|frånvaro|fraværende|frav(?:æ|ae)r|ikke p[åa] kontoret|inte på kontoret|ej på kontoret
    automaattinen vastaus|poissa toimistosta|poissaolo
    autom(?:atyczna|atyczn[aą]) odpowied|odpowied[źz] automatyczna|poza biurem|nieobecno[śs][ćc]|autoodpowied
    automatick[áaée] odpov|mimo kancel[áa]|nep[řr][íi]tomnost
    automatikus v[áa]lasz|h[áa]zon k[íi]v[üu]l
    r[ăa]spuns automat|[îi]n afara biroului|absent din birou
    автоматическ(?:ий|ое) (?:ответ|сообщение|уведомление)|автоответ|вне офиса|нет на работе|отсутствую
    автоматична відповідь|автовідповідь|поза офісом
    автоматичен отговор|автоматски одговор|automatski odgovor|automatizirani odgovor|samodejni odgovor
    αυτόματη απάντηση|εκτός γραφείου|απουσία
    otomatik (?:yanıt|cevap)|ofis dışında
    (?:y?m)?ateb awtomatig|ymateb awtomatig|ateb awto|allan o['’]r swyddfa|i ffwrdd o['’]r swyddfa
    رد تلقائي|الرد التلقائي|خارج المكتب|خودکار جواب|پاسخ خودکار
    תשובה אוטומטית|מענה אוטומטי|מחוץ למשרד
    स्वचालित (?:उत्तर|जवाब)|স্বয়ংক্রিয় উত্তর|ਸਵੈਚਲਿਤ ਜਵਾਬ|સ્વચાલિત જવાબ|தானியங்கி பதில்
    自动(?:答复|回复|回覆)|自動(?:回覆|回復|答覆|返信|応答)|不在通知|不在(?:に|の)|휴가 중|자동 (?:회신|응답)|부재중
    trả lời tự động|balasan otomatis|ตอบกลับอัตโนมัติ|jawaban otomatis|jawaab toos ah
    (?:read|lu|gelesen|leído|letto|lida|läst|læst|přečteno|odczytano|gelezen)\s?:\s
    (?:we(?:'ve| have) received your (?:e-?mail|message|request|enquiry)|your (?:e-?mail|message|request) has been received|thank you for contacting)
""")

BOUNCED = _any(r"""
    undeliver(?:able|ed)\b
    (?:returned|return(?:ing)?|failed|rejected|bounced|non-?delivered) (?:e-?)?mail\b
    (?:mail|message|e-?mail|delivery) (?:delivery )?(?:fail(?:ed|ure)|error|problem|notification|status notification|report|has failed|system error|not delivered)
    (?:permanent |temporary )?(?:delivery|message delivery|mail delivery|transmission|delivery status) (?:failure|failed|error|problem|status|report|notification|delayed|delay|warning|incomplete)
    delivery (?:to .{1,80} )?(?:has )?(?:failed|been delayed)|delivery unsuccessful|unable to deliver|undelivered|could not (?:be )?(?:deliver|send)
    failure (?:notice|delivery|notification)|failed delivery|(?:nondeliverable|non-?delivery|nicht zustellbar|undelivered)
    mail system error|warning: (?:could not|message|mail)|(?:delayed|returned) (?:mail|message)|mail could not be delivered|message (?:delayed|not delivered|could not be|undeliverable|status)
    notification of (?:mail|undeliver)|user unknown\b|no such user|rejected\s?:|blocked by|your message (?:couldn['’]t|could not|was not|wasn['’]t|has not been)
    mail not delivered|automatic mail delivery|address (?:not found|rejected)|invalid recipient|message bounced|bounce (?:message|notice)|dsn\b|ndr\b|ndn\b
    unzustellbar|nicht zugestellt|zustellung (?:der nachricht )?fehlgeschlagen|fehler bei der zustellung|mail nicht zugestellt|unzustellbarkeits
    non remis|(?:e-?mail|message|courrier) (?:non )?(?:remis|distribu[ée]|délivr[ée])|échec de (?:la )?(?:remise|distribution|livraison)|notification d['’][ée]chec|non[- ]distribu|avis de non|courriel non
    onbestelbaar|niet[- ](?:bezorgd|te bezorgen|afgeleverd)|aflevering mislukt|niet[- ]afgeleverd|bezorging mislukt
    no se puede entregar|no entregad[oa]|error (?:de|en la) entrega|correo (?:no entregado|devuelto)|no se pudo entregar|mensaje no entregado|rebotad
    não (?:é possível entregar|entregue|foi entregue)|nao entregue|não foi possível entregar|falha n[ao] entrega|mensagem devolvida|retornad
    non (?:recapitabile|recapitato|consegnat[ao])|mancato recapito|mancata consegna|impossibile recapitare|errore di consegna
    kunne ikke leveres|ikke leveret|kan ikke leveres|olevererbart|kan inte levereras|det går inte att leverera|ei voitu toimittaa|leveringsfejl|levering mislyktes|ulevererbar|returnert|ikke leverbar
    nie mo[żz]na dostarczy|niedostarczon|nie dostarczono|zwrot (?:poczty|wiadomo)|b[łl][ąa]d dostarcz|nedoru[čc]iteln|nelze doru|kézbesíthetetlen|imposibil de livrat|nelivrat|nedoručiteľn|teslim edilemedi|iletilemedi
    (?:недоставлен|не ?доставлен|не удалось доставить|сообщение не|ошибка доставки|не вдалося доставити)
    (?:无法送达|未送达|退信|系统退信|邮件(?:投递|发送)失败|無法傳遞|無法投遞|配信不能|配信できません|배달되지 않음|전송 실패|반송)
    (?:تعذر التسليم|لم يتم التسليم|غير قابل للتسليم|לא ניתן למסירה|لم يمكن تسليم)
    methu (?:â |a )?(?:danfon|dosbarthu)|heb ei ddanfon
""")
