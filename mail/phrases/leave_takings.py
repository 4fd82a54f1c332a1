"""Lines that take leave at the end of a mail, in the languages that people here write in."""

from typing import Final

from mail.phrases.client_phrases import SIGN_OFF

_MARKS: Final = " \t\u00a0*_,.;:!~-–—…。，、！🙂😊❤️💙🙏"
_LONGEST: Final = 60
"""Characters. The longest that is known has some 40."""


def _phrases(told: str) -> frozenset[str]:
    return frozenset(phrase.casefold() for line in told.strip().split("\n") for phrase in line.strip().split("|"))


_NEVER_ALONE: Final = _phrases("""
    with love|much love|all my love|love and light|with much love|speak soon|speak to you soon|talk soon|see you soon|see you|see you there|see ya
    bye|bye bye|bye for now|bfn|ta ta|cheerio|ttfn|toodle pip|goodbye|good bye|good night|goodnight|have a good day|have a good one|have a great day|have a lovely day|have a nice day
    have a good weekend|have a nice weekend|have a lovely weekend|have a good evening|god bless|god bless you|blessings|many blessings|bless you|peace|peace and love|in peace|in solidarity|solidarity
    in hope|in friendship|thank you for your time|thanks for your time|thank you for reading|thanks for reading|thank you for listening|thanks for listening|thank you for asking|thanks for asking
    thank you for your help|thanks for your help|hope this helps|i hope this helps|hope that helps|looking forward to hearing from you|look forward to hearing from you|i look forward to hearing from you
    kind rgds|best rgds|warm rgds|krgds|stay safe|stay well|keep well|keep safe|be well|look after yourself|tks|tnx|ty|hugs|big hugs|kisses|hugs and kisses|respect|your friend|yours in sport
    hochachtungsvoll|bis bald|bis dann|tschüss|tschüß|ciao|servus|alles gute|alles liebe|schönen tag|schönes wochenende|einen schönen tag|mit respekt|herzlichst|herzlich|ihr|ihre|euer|eure|dein|deine
    veuillez agréer mes salutations|veuillez agréer mes salutations distinguées|très cordialement|au revoir|à plus|à plus tard|gros bisous|je vous embrasse|respectueuses salutations|au plaisir
    hasta pronto|hasta luego|besos|un beso|abrazo|abrazos|un fuerte abrazo|adiós|con cariño|con respeto|atentos saludos|buen día|que tenga un buen día|suyo|beijos|beijinhos|um abraço|até breve|com carinho|bom dia
    un caro saluto|cari saluti|tanti saluti|un abbraccio|abbracci|baci|arrivederci|buona serata|cordialità|con stima|tot ziens|tot snel|dag|doei|liefs|fijne dag|fijne avond|hoogachtend|kusjes
    kh|kærlig hilsen|vi ses|hej då|vi hörs|kramar|kram|ha en fin dag|ha en bra dag|klem|ha det|god dag|knus|nähdään|moikka|hyvää päivänjatkoa|parhain terveisin
    pozdrawiam serdecznie|pozdrawiam cieplutko|z pozdrowieniami|do widzenia|do zobaczenia|miłego wieczoru|ukłony|buziaki|z góry dziękuję|na shledanou|hezký den|mějte se|dovidenia|pekný deň|majte sa
    viszlát|szia|további szép napot|minden jót|cu drag|cu stimă și respect|la revedere|pe curând|numai bine|o zi bună|o seară frumoasă|pa|doviđenja|vidimo se|lijepi pozdravi|pozdravljeni|na svidenje|lp|lep dan
    с наилучшими пожеланиями|с уважением и благодарностью|всего доброго|всего хорошего|всего наилучшего|до свидания|до встречи|пока|хорошего дня|целую|обнимаю|з найкращими побажаннями|на все добре|до побачення|гарного дня|щиро
    с най-добри пожелания|всичко добро|довиждане|хубав ден|με τιμή|φιλιά|γεια σας|καλή συνέχεια|την καλησπέρα μου|selamlar|saygılar|saygılarımızla|hoşça kalın|görüşmek üzere|kolay gelsin|öptüm
    su pagarba|geros dienos|viso gero|iki|visu labu|uz redzēšanos|lugupidamisega teie|head aega|kõike head|me respekt|me nderim|përshëndetje|gjithë të mirat|mirupafshim|faleminderit
    yr eiddoch yn gywir|yr eiddoch yn ffyddlon|hwyl|hwyl fawr|hwyl am y tro|gyda diolch|llawer o ddiolch|cofion caredig|gyda phob dymuniad da|nos da|is mise le meas|le gach dea-ghuí|beir bua|slán go fóill|le dùrachd|tapadh leat|mar sin leibh
    salaan|salaan diiran|waad mahadsan tahay|mahadsanid aad|nabad gelyo|nabadgelyo|asante|asante sana|wako|wako mwaminifu|salamu|kwaheri|e se|e ṣe|o dabo|nagode|na gode|sai anjima|daalu|dalu|imela
    maraming salamat|salamat|lubos na gumagalang|gumagalang|ingat|hormat kami|salam hangat|terima kasih banyak|wassalam|cảm ơn bạn|chúc một ngày tốt lành|kính thư|tạm biệt
    atentament|cordialment|adéu|fins aviat|una abraçada|apertas|saúdos|ondo izan|gero arte|bestu kveðjur|bless|ku respekt|grazzi|sahha|spas|zor spas|bi rêz|bi silav|silav
    وتفضلوا بقبول فائق الاحترام|مع فائق الاحترام|مع الاحترام|السلام عليكم|والسلام عليكم|والسلام|مع السلامة|شكرا جزيلا|شكرا لك|جزاك الله خيرا|جزاكم الله خيرا|تقبلوا تحياتي|المخلص|المخلصة
    با سپاس|سپاس|سپاسگزارم|ممنون|متشکرم|خداحافظ|قربان شما|ډېره مننه|مننه|په درنښت|سوپاس|زۆر سوپاس|لەگەڵ ڕێز
    آپ کا مخلص|آپ کی مخلص|خیر اندیش|والسلام|مخلص|دعاگو|آپ کا|آپ کی|جزاک اللہ|خدا حافظ|अल्लाह हाफ़िज़|शुभकामनाएं|शुभकामनाओं सहित|आपकी|भवदीय|भवदीया|सादर धन्यवाद|सादर प्रणाम|बहुत धन्यवाद|नमस्ते
    ধন্যবাদান্তে|শুভেচ্ছা|শুভেচ্ছান্তে|অনেক ধন্যবাদ|বিনীত|ইতি|আপনার|আল্লাহ হাফেজ|ਸਤਿਕਾਰ ਸਹਿਤ|ਸਤਿ ਸ੍ਰੀ ਅਕਾਲ|ਬਹੁਤ ਧੰਨਵਾਦ|ਤੁਹਾਡਾ|ਤੁਹਾਡੀ|આભાર|આપનો|આપની|ધન્યવાદ|ખૂબ આભાર|આદર સાથે|જય શ્રી કૃષ્ણ
    அன்புடன்|நன்றியுடன்|மிக்க நன்றி|இப்படிக்கு|మీ|ధన్యవాదాలు|നന്ദി|ස්තූතියි|धन्यवाद र नमस्कार|भवदीय|ด้วยความนับถือ|ขอบคุณมาก|ขอแสดงความนับถือ
    祝您生活愉快|祝您愉快|祝工作顺利|祝你一切顺利|多谢|多謝|再见|拜拜|谨启|謹啟|感谢|感謝|どうぞよろしく|それでは|失礼します|ありがとうございます|ありがとうございました|敬意を込めて|안녕히 계세요|고맙습니다|감사드립니다|좋은 하루 되세요
    בתודה|תודה רבה|להתראות|כל טוב|יום טוב|ምስጋና|አመሰግናለሁ|ከሰላምታ ጋር|የቐንየለይ|ምስ ሰላምታ
""")
"""What takes leave above a name. Alone it may be what somebody answers."""


def takes_leave(line: str) -> bool:
    """Whether a line does nothing but take leave: "Kind regards", "Hwyl fawr", "ধন্যবাদান্তে"."""
    return bool(SIGN_OFF.match(line)) or needs_name(line)


def needs_name(line: str) -> bool:
    """Whether a line takes leave only where a name stands below it."""
    return len(line) <= _LONGEST and line.strip(_MARKS).casefold() in _NEVER_ALONE
