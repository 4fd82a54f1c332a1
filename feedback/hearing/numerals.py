"""Numbers in words: "twenty five", "a hundred and ten", "two thousand and nineteen". Over words of the normal form."""

from feedback.hearing.spellings import word_set

_BELOW_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_UNITS = {word: value for value, word in enumerate(_BELOW_TWENTY.split())} | {
    "nil": 0,
    "nought": 0,
    "naught": 0,
    "sevn": 7,
    "eigt": 8,
    "tow": 2,
    "fower": 4,
    "twa": 2,
    "yin": 1,
    "ane": 1,
    "sax": 6,
    "wan": 1,
    "tree": 3,
    "fife": 5,
    "sevin": 7,
    "eigth": 8,
    "fiveteen": 15,
}
_ROUND = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = {word: 10 * n for n, word in enumerate(_ROUND.split(), 2)} | {"fourty": 40, "ninty": 90, "thrity": 30}
_LONGEST = 9
"""Figures with more digits than this are no number that anybody means."""
_BEFORE_A_ONE_THAT_IS_NO_NUMBER = word_set(
    "the this that last next first second third fourth fifth any no some every which each another other right wrong top "
    "bottom middle highest lowest good bad big same only not previous"
)


def numeral(word: str) -> int | None:
    """Return the whole number that one word is, in figures or letters, or None."""
    if word.isascii() and word.isdigit():
        return int(word) if len(word) <= _LONGEST else None
    return _UNITS.get(word, _TENS.get(word))


def with_figures(words: list[str]) -> list[str]:
    """Return words with number words as figures: "twenty five" is "25". "The last one" stays: it counts nothing."""
    result: list[str] = []
    at = 0
    while at < len(words):
        value, end = _thousands(words, at)
        is_pronoun = (
            end == at + 1
            and words[at] == "one"
            and words[at - 1 : at]
            and words[at - 1] in _BEFORE_A_ONE_THAT_IS_NO_NUMBER
        )
        if end > at and not is_pronoun:
            result.append(str(value))
            at = end
        else:
            result.append(words[at])
            at += 1
    return result


def _thousands(words: list[str], at: int) -> tuple[int, int]:
    """Return the number that begins at a word and where it ends; it ends where it begins if there is none."""
    value, end = _hundreds(words, at)
    if end < len(words) and words[end] == "thousand" and 0 < value < 1000:
        rest, after = _hundreds(words, _past_and(words, end + 1))
        is_joined = after > _past_and(words, end + 1) and rest < 1000
        return (value * 1000 + rest, after) if is_joined else (value * 1000, end + 1)
    return value, end


def _hundreds(words: list[str], at: int) -> tuple[int, int]:
    value, end = _tens(words, at)
    if at + 1 < len(words) and words[at] in {"a", "an"} and words[at + 1] in _BARE:
        value, end = 1, at + 1
    if words[at : at + 1] == ["hundred"] and words[at - 1 : at] not in ([word] for word in _NOT_BEFORE_BARE):
        value, end = 1, at
        rest, after = _tens(words, _past_and(words, at + 1))
        return (100 + rest, after) if after > _past_and(words, at + 1) else (100, at + 1)
    if end == at or words[end : end + 1] != ["hundred"] or value > 99:
        return value, end
    rest, after = _tens(words, _past_and(words, end + 1))
    is_joined = after > _past_and(words, end + 1) and rest < 100
    return (value * 100 + rest, after) if is_joined else (value * 100, end + 1)


_BARE = frozenset({"hundred", "thousand"})
_NOT_BEFORE_BARE = word_set("few several couple of many some a")


def _past_and(words: list[str], at: int) -> int:
    return at + 1 if words[at : at + 1] == ["and"] else at


def _tens(words: list[str], at: int) -> tuple[int, int]:
    value = numeral(words[at]) if at < len(words) else None
    if value is None:
        return 0, at
    unit = _UNITS.get(words[at + 1]) if words[at] in _TENS and at + 1 < len(words) else None
    return (value + unit, at + 2) if unit is not None and 0 < unit < 10 else (value, at + 1)


_FOREIGN: dict[str, int] = {
    word: value
    for value, forms in enumerate(
        (
            "cero null zéro zerowy sero sifir sıfır shunno sifr eber صفر",
            "uno una un une ein eine eins jeden jedna bir ek aik wahid kow mid um uma један один en ett yksi واحد एक",
            "dos deux zwei due dwa dwie doua două iki do ekhane laba dau dwy dois duas два to két اثنان दो",
            "tres trois drei tre trzy trei üç uc teen tin saddex tri tair três три tři három ثلاثة तीन",
            "cuatro quatre vier quattro cztery patru dört dort char afar pedwar pedair quatro четыре négy أربعة चार",
            "cinco cinq fünf funf cinque pięć piec cinci beş bes paanch panch shan pump пять öt خمسة पांच",
            "seis sechs sei sześć szesc şase sase altı alti chhe choy lix chwech шесть hat ستة",
            "siete sept sieben sette siedem șapte sapte yedi saat shaat toddoba saith sete семь hét سبعة",
            "ocho huit acht otto osiem opt sekiz aath aat siddeed wyth oito восемь nyolc ثمانية",
            "nueve neuf neun nove dziewięć dziewiec nouă noua dokuz nau noy sagaal naw девять kilenc تسعة",
            "diez dix zehn dieci dziesięć dziesiec zece on das dosh toban deg dez десять tíz عشرة",
            "once onze elf undici jedenaście jedenascie unsprezece onbir gyarah kow-iyo-toban одиннадцать",
            "doce douze zwölf zwolf dodici dwanaście dwanascie doisprezece oniki barah deuddeg doze двенадцать",
        )
    )
    for word in forms.split()
} | {
    "quince": 15, "quinze": 15, "fünfzehn": 15, "pietnascie": 15, "piętnaście": 15, "pymtheg": 15, "cincisprezece": 15, "veinte": 20, "vingt": 20,
    "zwanzig": 20, "venti": 20, "dwadzieścia": 20, "dwadziescia": 20, "douazeci": 20, "douăzeci": 20, "yirmi": 20, "bees": 20, "labaatan": 20, "ugain": 20,
    "vinte": 20, "двадцать": 20, "treinta": 30, "trente": 30, "dreißig": 30, "dreissig": 30, "trenta": 30, "trzydzieści": 30, "trzydziesci": 30, "otuz": 30, "trinta": 30,
    "cuarenta": 40, "quarante": 40, "vierzig": 40, "czterdzieści": 40, "czterdziesci": 40, "kırk": 40, "kirk": 40, "cincuenta": 50, "cinquante": 50, "fünfzig": 50,
    "pięćdziesiąt": 50, "piecdziesiat": 50, "elli": 50, "pachaas": 50, "sesenta": 60, "soixante": 60, "sechzig": 60, "cien": 100, "cent": 100, "hundert": 100, "sto": 100, "yüz": 100, "cant": 100,
}  # fmt: skip


def foreign_numeral(text: str) -> int | None:
    """Return the whole number that a text of one word is in another language: among English words many mean something else ("do", "on")."""
    return _FOREIGN.get(text.strip())
