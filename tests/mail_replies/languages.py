"""What mail programs say of a quoted message in sixteen languages: the line before it, the labels, the phone's line."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """One language of a mail program. `wrote` takes {date}, {name} and {addr}; `phone` takes {device}."""

    code: str
    wrote: str
    labels: tuple[str, str, str, str]
    """From, Sent, To, Subject."""
    original: str
    phone: str
    dates: tuple[str, str]
    """Two moments as this language writes them: 3 March 2026 10:12 and 14 February 2026 17:05."""
    answer: str = "Re"


LANGUAGES = (
    Language(
        "en",
        "On {date}, {name} <{addr}> wrote:",
        ("From", "Sent", "To", "Subject"),
        "Original Message",
        "Sent from my {device}",
        ("Tue, 3 Mar 2026 at 10:12", "Saturday, 14 February 2026 17:05"),
    ),
    Language(
        "cy",
        "Ar {date}, ysgrifennodd {name} <{addr}>:",
        ("Oddi wrth", "Anfonwyd", "At", "Pwnc"),
        "Neges Wreiddiol",
        "Anfonwyd o fy {device}",
        ("Maw, 3 Maw 2026 am 10:12", "Dydd Sadwrn, 14 Chwefror 2026 17:05"),
        "Ateb",
    ),
    Language(
        "pl",
        "{date} {name} <{addr}> napisał(a):",
        ("Od", "Wysłano", "Do", "Temat"),
        "Wiadomość oryginalna",
        "Wysłane z mojego {device}",
        ("wt., 3 mar 2026 o 10:12", "sobota, 14 lutego 2026 17:05"),
        "Odp",
    ),
    Language(
        "ro",
        "În {date}, {name} <{addr}> a scris:",
        ("De la", "Trimis", "Către", "Subiect"),
        "Mesaj original",
        "Trimis de pe {device}",
        ("mar., 3 mar. 2026 la 10:12", "sâmbătă, 14 februarie 2026 17:05"),
    ),
    Language(
        "pt",
        "{name} <{addr}> escreveu no dia {date}:",
        ("De", "Enviado", "Para", "Assunto"),
        "Mensagem original",
        "Enviado do meu {device}",  # codespell:ignore meu
        ("terça, 3/03/2026 à(s) 10:12", "sábado, 14 de fevereiro de 2026 17:05"),
        "Res",
    ),
    Language(
        "ur",
        "{date} کو {name} <{addr}> نے لکھا:",
        ("منجانب", "بھیجا گیا", "بنام", "موضوع"),
        "اصل پیغام",
        "میرے {device} سے بھیجا گیا",
        ("منگل، 3 مارچ 2026 کو 10:12 بجے", "ہفتہ، 14 فروری 2026 17:05"),
    ),
    Language(
        "ar",
        "في {date}، كتب {name} <{addr}>:",
        ("من", "تم الإرسال", "إلى", "الموضوع"),
        "الرسالة الأصلية",
        "أُرسل من {device}",
        ("الثلاثاء، 3 مارس 2026 في 10:12 ص", "السبت، 14 فبراير 2026 17:05"),
        "رد",
    ),
    Language(
        "so",
        "{date}, {name} <{addr}> ayaa qoray:",
        ("Ka", "La diray", "Ku", "Mawduuca"),
        "Fariinta asalka ah",
        "Waxaa laga soo diray {device}-kayga",
        ("Tal, 3 Mar 2026 marka ay tahay 10:12", "Sabti, 14 Febraayo 2026 17:05"),
    ),
    Language(
        "de",
        "Am {date} schrieb {name} <{addr}>:",
        ("Von", "Gesendet", "An", "Betreff"),
        "Ursprüngliche Nachricht",
        "Von meinem {device} gesendet",
        ("Di., 3. März 2026 um 10:12 Uhr", "Samstag, 14. Februar 2026 17:05"),  # codespell:ignore februar
        "AW",
    ),
    Language(
        "fr",
        "Le {date}, {name} <{addr}> a écrit\xa0:",
        ("De", "Envoyé", "À", "Objet"),  # codespell:ignore objet
        "Message d'origine",
        "Envoyé de mon {device}",
        ("mar. 3 mars 2026 à 10:12", "samedi 14 février 2026 17:05"),
    ),
    Language(
        "bn",
        "{date} তারিখে {name} <{addr}> লিখেছেন:",
        ("প্রেরক", "পাঠানো হয়েছে", "প্রাপক", "বিষয়"),
        "মূল বার্তা",
        "আমার {device} থেকে পাঠানো হয়েছে",
        ("মঙ্গল, ৩ মার্চ, ২০২৬ ১০:১২ এ", "শনিবার, ১৪ ফেব্রুয়ারী, ২০২৬ ১৭:০৫"),
    ),
    Language(
        "pa",
        "{date} ਨੂੰ {name} <{addr}> ਨੇ ਲਿਖਿਆ:",
        ("ਵੱਲੋਂ", "ਭੇਜਿਆ", "ਨੂੰ", "ਵਿਸ਼ਾ"),
        "ਅਸਲ ਸੁਨੇਹਾ",
        "ਮੇਰੇ {device} ਤੋਂ ਭੇਜਿਆ ਗਿਆ",
        ("ਮੰਗਲ, 3 ਮਾਰਚ 2026 ਨੂੰ 10:12 ਵਜੇ", "ਸ਼ਨਿੱਚਰਵਾਰ, 14 ਫ਼ਰਵਰੀ 2026 17:05"),
    ),
    Language(
        "gu",
        "{date} ના રોજ {name} <{addr}> એ લખ્યું:",
        ("તરફથી", "મોકલ્યું", "પ્રતિ", "વિષય"),
        "મૂળ સંદેશ",
        "મારા {device} પરથી મોકલ્યું",
        ("મંગળ, 3 માર્ચ, 2026 એ 10:12 વાગ્યે", "શનિવાર, 14 ફેબ્રુઆરી, 2026 17:05"),
    ),
    Language(
        "es",
        "El {date}, {name} ({addr}) escribió:",
        ("De", "Enviado", "Para", "Asunto"),
        "Mensaje original",
        "Enviado desde mi {device}",
        ("mar, 3 mar 2026 a las 10:12", "sábado, 14 de febrero de 2026 17:05"),
    ),
    Language(
        "it",
        "Il giorno {date} {name} <{addr}> ha scritto:",
        ("Da", "Inviato", "A", "Oggetto"),
        "Messaggio originale",
        "Inviato dal mio {device}",
        ("mar 3 mar 2026 alle ore 10:12", "sabato 14 febbraio 2026 17:05"),  # codespell:ignore alle,ore
        "R",
    ),
    Language(
        "zh",
        "{name} <{addr}> 于{date}写道：",
        ("发件人", "发送时间", "收件人", "主题"),
        "原始邮件",
        "发自我的 {device}",
        ("2026年3月3日周二 10:12", "2026年2月14日 星期六 17:05"),
        "回复",
    ),
)
