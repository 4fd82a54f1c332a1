"""The words that wishes to leave are made of, as people write them in a hurry, by ear or with a slip of the finger."""

from functools import lru_cache

from feedback.hearing.normal import nearest
from feedback.hearing.spellings import word_set

_BY_EAR = {
    "rite": "write",
    "ryt": "write",
    "wright": "write",
    "rote": "wrote",
    "wote": "wrote",
    "riten": "written",
    "ritten": "written",
    "sed": "said",
    "cept": "kept",
    "no1": "nobody",
    "nobdy": "nobody",
    "noone": "nobody",
    "pasd": "passed",
    "agen": "again",
    "agin": "again",
    "adres": "address",
    "adress": "address",
    "deleat": "delete",
    "delite": "delete",
    "unsub": "unsubscribe",
    "ere": "here",
    "luv": "love",
    "enuff": "enough",
    "enuf": "enough",
    "nomore": "no more",
    "anymor": "anymore",
    "leavin": "leaving",
    "txt": "text",
    "txts": "texts",
    "txting": "texting",
    "leav": "leave",
    "leve": "leave",
    "sto": "stop",
    "emal": "email",
    "emial": "email",
    "emals": "emails",
    "emials": "emails",
    "mesage": "message",
    "mesages": "messages",
    "delet": "delete",
    "deid": "died",
    "dyed": "died",
}
"""What is no slip: how a word sounds. In the normal form, as `feedback.hearing.spellings` has others."""

_WORDS = word_set(
    "write writing written wrote email emails emailing mail mails mailing letter letters message messages messaging text texts "
    "texting send sending sent contact contacting contacted bother bothering pestering spamming stop leave alone unsubscribe "
    "unsubscribed remove removed delete deleted deleting erase erased wipe everything anything answers answer information details "
    "address nobody again please interested wrong person mother father husband brother sister daughter passed away died deceased "
    "funeral buried widow number account subscription survey surveys questions questionnaire questionnaires reminder reminders "
    "nothing further forget forgotten receive received getting asking want never"
)
"""What those wishes are made of."""

_ORDINARY = word_set(
    "spending seeding lending tending bending wait waiting wants went wanted wont live leaves leaver leaving later latter litter "
    "better shop step stops stopped stoop main mall male maid nail mile small wring along clone lone prison parson reasons pass past "
    "paused pasted dried tied tried diet dies lied dead contract contacts contrast test next tent taxes settings setting seating "
    "eating betting wetting letting basking tasking masking acting taking ending sister sisters mothers fathers brothers others "
    "another other rather gather bather lather either neither further farther weather number numbers member members numb amount "
    "accounts around ways away aware awake award sway dress undress swipe wide wise forgot forgets against gain pain again ages "
    "service services serve surely surge sure every ever never nerve fever lever level remote remind reminded remained moved move "
    "proved improved approved relive relieve believe received receiver detail retail delayed deleted planted wanted warned wander "
    "passes passing passage sense sand sends spent scent tent bend mend lend wring writ writer writes rights right white while quite "
    "funerals general several buried hurried married carried worried widows window windows anxious answer answered answering answers "
    "interest interests interesting informal formation persons personal questions questioned please pleased pleases pleasure release "
    "nothing noting something everything everyone anyone anything thing things messages massage massages message massaged bothers "
    "bother bothered brother both either mails males meals mill mall nailed mailed failing sailing mating making meeting texts taxes "
    "question standing swimming printing gathering battering burned relieved somthing informations surgeries surgerys wiped husbands "
    "daughters sitter letting deleting detailed serving remainder remain painting pointing writs written writers sensing "
    "details deals tail tails alone alive above about stomp strop stock stuck"
)
"""Words of their own that lie within a slip of one of those: they are left as they are."""

_SHORTEST = 5
"""Letters: of shorter words too many others lie within a slip."""


def mended(sentence: str) -> str:
    """Return a normal form in which the words of a wish to leave are spelt as usual; all others stay.

    Where nothing is to mend it is the very same text.
    """
    return " ".join(map(_mended, sentence.split(" ")))


@lru_cache(maxsize=2048)
def _mended(word: str) -> str:
    if word in _WORDS or word in _ORDINARY:
        return word
    if word in _BY_EAR:
        return _BY_EAR[word]
    whole = f"{word}g" if word.endswith("in") else word
    if whole in _WORDS or (whole := f"w{whole}" if whole.startswith("ri") else whole) in _WORDS:
        return whole
    if len(word) < _SHORTEST or not word.isalpha():
        return word
    return nearest(word, (known for known in _WORDS if known[0] == word[0] and len(known) >= _SHORTEST)) or word
