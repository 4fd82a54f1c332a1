"""Names of languages (ISO 639-1), in English and in themselves, and words that give a language away. Data only."""

NAMES: dict[str, str] = {
    name: code
    for code, names in {
        "pl": "polish polski polsku polskim polsk polskiego",
        "cy": "welsh cymraeg gymraeg cymru nghymraeg",
        "ur": "urdu urdo اردو",
        "ar": "arabic arab arabi عربي العربية عربية بالعربية بالعربي",
        "so": "somali soomaali soomaaliga somalian",
        "pt": "portuguese portugues português portugese",
        "ro": "romanian romana română romaneste românește romanesc",
        "es": "spanish espanol español castellano",
        "fr": "french francais français",
        "de": "german deutsch",
        "it": "italian italiano",
        "pa": "punjabi panjabi ਪੰਜਾਬੀ پنجابی",
        "bn": "bengali bangla sylheti বাংলা",
        "hi": "hindi हिंदी हिन्दी",
        "gu": "gujarati ગુજરાતી",
        "ta": "tamil தமிழ்",
        "tr": "turkish turkce türkçe türkce",
        "ru": "russian русский русском russkiy по-русски",
        "uk": "ukrainian українська українською українською",
        "zh": "chinese mandarin cantonese 中文",
        "fa": "farsi persian dari فارسی",
        "ps": "pashto پښتو",
        "ku": "kurdish sorani kurmanji kurdi",
        "lt": "lithuanian lietuviu lietuvių lietuviškai",
        "lv": "latvian latviesu latviski",
        "bg": "bulgarian български",
        "hu": "hungarian magyar magyarul",
        "cs": "czech cesky česky",
        "sk": "slovak slovensky",
        "el": "greek ελληνικά",
        "sq": "albanian shqip",
        "nl": "dutch nederlands",
        "ti": "tigrinya ትግርኛ",
        "am": "amharic አማርኛ",
        "vi": "vietnamese",
        "sw": "swahili kiswahili",
        "yo": "yoruba",
        "ig": "igbo",
        "ne": "nepali नेपाली",
        "ml": "malayalam",
        "ga": "irish gaeilge",
        "gd": "gaelic gàidhlig",
        "tl": "tagalog filipino",
        "th": "thai",
        "ja": "japanese 日本語",
        "ko": "korean 한국어",
        "en": "english inglese ingles englisch saesneg angielski angielsku",
    }.items()
    for name in names.split()
}

ASKING = """
[please/sorry/hello/hi/can/could/you/i] [you/i/we] [please] do/have/speak/talk/know/got/understand/does/is/are/can/has [you/this/i/it/there/u/anyone/in/got/the/have/any/a] [speak/got/do/in/work/come/have/talk/understand/know/this/survey/available/be/version/questions/someone/write/answer/it] [this/in/a/it/survey/one/who/form/questions/have/the] [in/speaks] <L> [please/version/speaker/here/at_all/instead/too/one/language/translation/interpreter/option/speakers] [or_not/available/please/instead]
[please/sorry/can/could/i/would/want/like/prefer/need/id/you/just/no/lets] [you/i/we/like/to/it/have/want/prefer/need/rather/english] [please/switch/change/do/speak/write/talk/use/have/answer/continue/send/translate/get/read/reply/go/a/this/is/it] [to/this/it/in/me/with/questions/the/that/into] [questions/in/to/the/a/into/it/survey/language] [in/to/into] <L> [please/language/thanks/thank_you/instead/only/version/for_me/speaker/now/interpreter/translation/easier/is_better/better/is_easier/would_be_easier/prosze/proszę/os_gwelwch_yn_dda/por_favor/lütfen/lutfen/va_rog/vă_rog/s_il_vous_plait/s_il_vous_plaît/bitte/per_favore/fadlan/plis] [please/only/for_me/thanks]
[but] i/my/me/we/only [am/only/language/speak/is/can/dont/do/just/mother/first/tongue/read/not] [only/speak/tongue/is/language/better/english/read/write/understand/talk/a] [only/but/speak/language/better/in/i/is] <L> [only/better/please/not_english/speaker/not_so_good_english/speaking/no_english]
<L>
[is/are] there [a/an/any] <L> [version/speaker/translation/one/option/interpreter] [of/please] [this/it]
[po/yn/en/in/na/auf/pe/w/mówisz/mowisz/mowicie/czy/czy_mówisz/czy_mowisz/mowi/siarad/siarad_yn/parlez_vous/habla/hablas/fala/falas/vorbiti/vorbesti/sprechen_sie/turkce/parli/parla/ydych_chi/ydych_chin/ma/ma_ku/можно/можна/hal/mogę/moge/czy_moge] [pan/pani/siarad/po/ktos/ktoś/в/yn/tataklam/hadashaa/ku/hadlaa/prosic/na/ن/по/на] [po/yn/konuşuyor/mowi/mówi] <L> [prosze/proszę/os_gwelwch_yn_dda/por_favor/lütfen/lutfen/va_rog/vă_rog/please/bitte/per_favore/fadlan/konuşuyor_musunuz/konusuyor_musunuz/biliyor_musunuz/mogę/moge/mozna/można/mein/men/ma/me/bolo/mai/my_answers/karo/mein_baat/may/wich/vich/te/ne/hadlaa/ku_hadlaa/dim_ond]
<L> te/e/tey [bolen/bolun/kotha/bolo/bolte/paren/parben/likhen/din] [bolen/bolun/parben/paren/please]
hal/هل [tatakallam/tatahadath/تتكلم/تتحدث/يمكن] [bil/اللغة] <L>
<L> mein/main/may/me/men/maidan/ma/mai/wich/vich/وچ/میں/में/তে/te/ku/maku/af [baat/hadashaa/bolo/karo/kar/bat/hadli/likho/likhna/please/karen/kariye] [sakte/karo/karen/sakta/kar] [hain/hai/sakte/hoon] [hain/kya]
"""

WISHING = (
    "can could may possible please want like prefer need you does do switch change back only better lets wish would translate "
    "carry continue available got easier weak bad poor rather anyone option"
)
"""Words of which one at least stands in a wish for a language."""

BEFORE_A_WISHED = (
    "in into to have got speak speaks read reads write know knows understand understands talk use do mean language"
)
"""Words that stand before the language of a wish."""

AFTER_A_WISHED = "please language version translation option edition speaker"
"""Words that stand after the language of a wish."""

TELLING = (
    "was were had did didnt wasnt werent said told spoke came went they them staff nurse nurses doctor doctors worker leaflet leaflets "
    "letter letters forms information website signs poster posters newsletter group groups meeting meetings minutes class classes "
    "lessons course food people should learned learnt live lives living born family wife husband neighbour neighbours friend friends "
    "teacher interpreter interpreters translator at"
)
"""Words that show a report or a suggestion in which a language is named, and no wish to change it here."""

WORDS: dict[str, frozenset[str]] = {
    code: frozenset(words.split())
    for code, words in {
        "pl": "nie jest czy tak to się sie mam mogę moge proszę prosze dziękuję dziekuje jak dla jestem rozumiem mówię mowie bardzo przez ale "
        "mnie dobrze dzień dzien dobry chcę chce pan pani po które moja mój już tylko angielsku pomoc pomocy pytanie",
        "cy": "mae yn dw dwi ddim rwy wedi oedd beth diolch gwelwch dda bod fod gyda ei ein eich chi fi roedd sut iawn ond mewn cymraeg "
        "allai gallaf hoffwn siarad os nid hyn gallwch fy oes ydych yr ddeall deall",
        "ro": "nu este sunt vă va rog pentru și si cu mai ce foarte am fost mulțumesc multumesc vreau limba înțeleg inteleg dar să sa vorbesc "
        "româna romana care puteți puteti eu",
        "es": "el la de que los las por para una con estoy muy pero gracias hablo puedo quiero como está esta español entiendo inglés ingles "
        "bien favor tengo necesito usted mi yo",
        "pt": "não nao para com uma você voce eu muito obrigado obrigada posso falar português estou está por favor mas falo inglês ingles "
        "bem quero isso entendo meu minha os",
        "fr": "je ne pas est les des une pour avec vous merci suis dans mais parle français francais très tres comprends anglais bonjour "
        "plaît plait mon ça être nous",
        "de": "ich nicht ist und das die der ein eine kann bitte danke sie mit sprechen verstehe deutsch aber sehr wir auf mein kein",
        "it": "non sono che il di per con una grazie parlo italiano capisco inglese molto ma posso è mi favore questo voglio bene ho",
        "so": "waan ma aan waxaan mahadsanid fadlan soomaali waa ku ka iyo ayaa hadlaa karaa maya haa af ingiriisi garanayo fahmin waxa baan caawi",
        "tr": "bir ve bu değil degil teşekkür tesekkur lütfen lutfen türkçe turkce için icin çok cok ben var yok konuşuyorum anlamıyorum "
        "anlamiyorum evet hayır hayir ne istiyorum mı mi",
        "ur": "mujhe nahi hai mein main kya aap hain ka ki ko se urdu shukriya baat karo samajh nahin ap meri mera hoon kar sakte acha angrezi",
        "lt": "aš nesuprantu kalbu ačiū labas prašau ir lietuviškai ar galima yra",
        "hu": "nem értem köszönöm vagyok és egy magyarul kérem van beszélek",
        "sq": "nuk unë une jam faleminderit shqip flas dhe ju lutem kuptoj",
        "nl": "ik niet het een dank bedankt nederlands spreek begrijp maar zijn heb",
        "cs": "jsem není děkuji prosím rozumím nerozumím česky ale že mluvím",
        "ku": "ez nizanim kurdî kurdi spas bi min dikim",
        "sw": "mimi sielewi asante kiswahili tafadhali ninaongea hapana ndiyo",
    }.items()
}
"""Short and frequent words. A language is told by at least two of them, or by one long one that no other has."""

SCRIPTS: tuple[tuple[int, int, str], ...] = (
    (0x0370, 0x03FF, "el"),
    (0x0400, 0x04FF, "ru"),
    (0x0530, 0x058F, "hy"),
    (0x0590, 0x05FF, "he"),
    (0x0600, 0x06FF, "ar"),
    (0x0900, 0x097F, "hi"),
    (0x0980, 0x09FF, "bn"),
    (0x0A00, 0x0A7F, "pa"),
    (0x0A80, 0x0AFF, "gu"),
    (0x0B80, 0x0BFF, "ta"),
    (0x0C00, 0x0C7F, "te"),
    (0x0D00, 0x0D7F, "ml"),
    (0x0E00, 0x0E7F, "th"),
    (0x10A0, 0x10FF, "ka"),
    (0x1200, 0x137F, "am"),
    (0x3040, 0x30FF, "ja"),
    (0x4E00, 0x9FFF, "zh"),
    (0xAC00, 0xD7AF, "ko"),
)
"""Blocks of Unicode and the language that is most often written in them here."""

LETTERS: tuple[tuple[str, str], ...] = (("ٹڈڑںےہھ", "ur"), ("ښړډټځڅېۍ", "ps"), ("پچگژ", "fa"), ("іїєґ", "uk"))
"""Letters that tell languages of one script apart, in the order they are looked for."""
