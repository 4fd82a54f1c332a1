"""A small guess at the language of a text: by its script, then by words that are common in one language only."""

import re
from collections import Counter

_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LONGEST = 1_500
"""Characters. A guess: some 250 words hold enough common ones, and what follows is often a quote."""
_BEYOND_LATIN = re.compile(r"[\u0370-\u1dff\u3040-\ud7ff]")
_SCRIPTS = (
    ("ko", r"[\uac00-\ud7a3]"),
    ("ja", r"[\u3040-\u30ff]"),
    ("zh", r"[\u4e00-\u9fff]"),
    ("el", r"[\u0370-\u03ff]"),
    ("he", r"[\u0590-\u05ff]"),
    ("hi", r"[\u0900-\u097f]"),
    ("bn", r"[\u0980-\u09ff]"),
    ("pa", r"[\u0a00-\u0a7f]"),
    ("gu", r"[\u0a80-\u0aff]"),
    ("ta", r"[\u0b80-\u0bff]"),
    ("th", r"[\u0e00-\u0e7f]"),
    ("ka", r"[\u10a0-\u10ff]"),
    ("hy", r"[\u0530-\u058f]"),
    ("ti", r"[\u1200-\u137f]"),
    ("ru", r"[\u0400-\u04ff]"),
    ("ar", r"[\u0600-\u06ff\u0750-\u077f]"),
)
_OF_SCRIPT = [(name, re.compile(shape)) for name, shape in _SCRIPTS]
_IN_SCRIPT = {
    "ru": (("uk", "іїєґ"), ("bg", "ъщ"), ("ru", "ыэё"), ("sr", "јљњћђџ")),
    "ar": (("ur", "ٹڈڑںےھ"), ("fa", "پچژگ")),
}
"""Letters that tell apart languages which share a script."""

_COMMON = {
    "en": "the and you that was for it's is are with have not this but they were what would my i'm don't yes thanks thank very good it please been me we of to all more people help about hello hi there can get your from had good really felt nobody because when how just like could should",
    "cy": "yn yr ac mae ar am wedi nid oedd fy dim iawn diolch gyda hyn bod gan roedd ei eu chi ddim ond hefyd rwy'n mewn wrth ydw da ni'n cael i'r o'r a'r",
    "de": "und der die das ich nicht ist ein eine mit es war sie wir für auf dass auch sehr haben aber zu den dem wie bei ja danke noch mich mir sind hat",
    "fr": "les des est une dans que qui pas pour vous je nous avec sur mais été très c'est j'ai et du au ce merci la le ne n'est bien plus on",
    "nl": "het een van ik niet dat en de is was met voor maar ook zijn er wel heel bij naar geen bedankt wij we heb hebben dit goed aan nog",
    "da": "og jeg ikke det der er til på med at har var meget men af en den som vi mig kan for ved også tak blev noget hvad hvis",
    "sv": "och jag inte det är att på med som har var mycket men av en för den vi mig kan också tack så från om till när eller",
    "no": "og jeg ikke det er på med å har var veldig men av en som for vi meg kan også takk ble noe hva fra hvis skal bra",
    "fi": "ja on ei se että en oli mutta hyvin minä olen kun niin mitä tämä kiitos kuin ovat myös oikein sitä ole",
    "pl": "nie i się na jest to że w z do jak ale był bardzo mnie dla są tak dziękuję czy było po od tego co przez może już",
    "cs": "se je na že to jsem ale s v do jak bylo jsou by pro velmi mě nebo děkuji není co tak už které jako ne ano",
    "sk": "sa je na že to som ale s v do ako bolo sú by pre veľmi mňa alebo ďakujem nie čo tak už ktoré áno",
    "hu": "és a az nem hogy is egy van volt de nagyon ez meg köszönöm csak én már mint minden ha igen jó vagy",
    "ro": "și nu este la cu de că în pe să am pentru mai dar a fost foarte sunt mulțumesc si sa ca ce din o care da bine",
    "pt": "não de que o e do da em um para com uma os no se foi muito mas eu ao mais obrigado obrigada está são bem você isso sim",
    "es": "que de no la el en y es los se un una por con para muy pero fue lo me las del gracias estoy más como sí bien todo yo",
    "it": "che di non è il la per un sono con una ma molto mi si del della lo ho le gli grazie anche come più bene stato questo",
    "ca": "que de no la el en i és els amb per una però molt és del les gràcies també més va ser aquest al bé",
    "tr": "ve bir bu çok için ama değil da de ben ne var olarak daha gibi teşekkürler teşekkür iyi evet hayır oldu kadar bana",
    "so": "waa iyo in waxaan ayaa oo ku ka aan la uu ma ay waxa waxay laakiin aad mahadsanid waan wuu soo haa maya kuma wax",
    "vi": "và của là không tôi có được cho một các rất với này cảm ơn đã người những thì nhưng",
    "id": "dan yang tidak saya di ini itu dengan untuk ada sangat terima kasih dari akan pada juga sudah bisa kami",
    "lt": "ir ne kad yra su tai labai bet ačiū aš man buvo į iš kaip ar apie jau taip",
    "lv": "un ne ka ir ar tas ļoti bet paldies es man bija uz no kā vai par jau jā",
    "hr": "je i u da se na nije sam za su ali bilo s od vrlo hvala što kao ili to sve mi jako",
    "sq": "dhe në të nuk për një është me që si por shumë faleminderit unë më ishte ka nga po",
    "yo": "ati ni ti kò mo o wa fún pé ṣe jẹ́ àwọn náà gan",
    "sw": "na ya wa kwa ni katika si sana lakini hii asante mimi za la kuwa nina hapana ndiyo",
}
_WORDS: dict[str, list[str]] = {}
for _name, _told in _COMMON.items():
    for _one in _told.split():
        _WORDS.setdefault(_one, []).append(_name)
_WORTH = {word: max(1, 12 // len(named)) for word, named in _WORDS.items()}
"""What a word says for each of its languages: the more share it, the less."""
_NONE = (0, "")


def language(text: str) -> str:
    """Return the language of a text as a code like "cy", or "" when its words do not tell."""
    head = text[:_LONGEST]
    script = _by_script(head) if _BEYOND_LATIN.search(head) else ""
    if script:
        return script
    found = _LETTERS.findall(head.lower().replace("’", "'"))[:150]
    words = Counter(filter(_WORDS.__contains__, found))
    votes: dict[str, int] = {}
    for word, times in words.items():
        worth = times * _WORTH[word]
        for name in _WORDS[word]:
            votes[name] = votes.get(name, 0) + worth
    (most, best), (runner_up, _) = (
        *sorted(((worth, name) for name, worth in votes.items()), reverse=True),
        _NONE,
        _NONE,
    )[:2]
    told = [word for word in words if best in _WORDS[word]]
    if most < 12 or (len(told) < 2 and len(told[0]) < 3):
        return ""
    return best if most >= runner_up * 1.2 + 2 else ""


def _by_script(text: str) -> str:
    counts = [(len(shape.findall(text)), name) for name, shape in _OF_SCRIPT]
    most, name = max(counts)
    letters = sum(len(word) for word in _LETTERS.findall(text))
    kana = next(count for count, one in counts if one == "ja")
    if most * 2 < letters or most < 2:
        return ""
    if name == "zh" and kana * 10 > most:
        return "ja"
    marks = {one: sum(text.count(letter) for letter in told) for one, told in _IN_SCRIPT.get(name, ())}
    best = max(marks, key=lambda one: marks[one], default=name)
    return best if marks.get(best) else name
