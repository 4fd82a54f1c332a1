"""The words by which a story is read: which are one idea, which every sentence has, and which say that nothing is certain. Data only."""

import re

from feedback.hearing.answers.words.stems import stem
from feedback.hearing.spellings import word_set

FAMILIES = tuple(
    word_set(line)
    for line in (
        "tell told telling tells informed",
        "get got getting gotten gets given gave",
        "hear heard",
        "choice choices decision decisions decide decided deciding choose chosen chose",
        "equal equals equally dirt rubbish badly child children kids idiots stupid",
        "clear clearly explain explained explaining",
        "why reason reasons purpose",
        "ask asked wanted invited",
        "pay paid payed money payment",
        "cost costs expenses fare fares",
        "paper papers paperwork documents",
        "soon sooner earlier",
        "change changed changes changing difference",
        "know knew known knows",
        "make made making makes",
        "feel felt feeling feels",
        "sure confident confidence surer",
        "big main important key",
        "need needed needs needing",
        "hard harder",
    )
)
"""Words that are one idea here, beside those that differ in their ending alone."""
FAMILY = {stem(word): min(family) for family in FAMILIES for word in family}
FAMILY_OF = {stem(word): family for family in FAMILIES for word in family}
LIGHT_IDEAS = frozenset(FAMILY.get(stem(word), stem(word)) for word in ("get", "make", "feel"))
"""What stands in many sentences, and says something beside one other word ("got what I needed")."""
NO_TOPIC = word_set(
    "take taking took part people person they them their you your yours pick fit fits all one thing things today anything something "
    "someone anyone nothing skip tell words time want lot also way more much many most like just really own other others ever yet"
) - {"tell"}
"""Words of questions that every sentence of a story may have."""
MYSELF = word_set("i me my we us our im ive id mine myself ourselves")
OTHERS = word_set(
    "he she him her his hers hes shes someone somebody anyone anybody everyone else another others mum mam mom mother dad father sister brother "
    "son daughter wife husband partner friend friends mate neighbour nan gran grandad uncle aunt cousin boyfriend girlfriend lady man woman "
    "bloke guy girl boy lad client clients colleague himself herself"
)
UNREAL = word_set(
    "if unless would wouldnt should shouldnt could couldnt might may will wont hope hoped hoping wish wished want expect expected imagine imagined "
    "suppose supposed supposedly supposed pretend pretended apparently maybe perhaps probably guess almost nearly until till ought "
    "wanting please lol haha meant promise promised"
)
REPORTED = word_set(
    "said says say saying reckons reckon thinks think thought claimed claim claims heard according read rumour told"
)
ELSEWHERE = word_set(
    "ago before previously previous used usually elsewhere old other different once yesterday tomorrow instead than"
)
DOUBTFUL = REPORTED | ELSEWHERE
YOU = word_set("you your yours yourself")
BE_FORMS = word_set("was were is are been being be got wasnt werent isnt arent get")
UNSAFE = re.compile(
    r" (?:not only|not just|no doubt|no wonder|not that|to be|to make|as if|as though|i wanted|we wanted|asked them|asked for|yeah right|my arse"
    r"|my ass|my foot|last time|next time|first time|at first|at the start|to begin with|in the beginning|on paper|in theory) "
    r"|^ (?:was|were|did|do|does|is|are|has|have|had) (?:it|they|i|we|you|there|the) "
)
"""Sayings that turn a sentence round or narrow it, and questions without their mark."""
ALL_OF_IT = word_set("always everything fully completely entirely")
"""With a denial these are neither no nor yes: "not always"."""
IN_PART = word_set("partly sometimes mostly most somewhat bit half")
UNEQUAL = word_set("dirt rubbish badly child children kids idiots stupid")
"""Said of how one was treated, these are a no."""
WHAT = word_set("what everything all nothing anything most much whatever")
YES_NO = {"yes": "Yes", "no": "No"}
PART_LABELS = frozenset({"partly", "in part", "sometimes", "to some extent", "somewhat", "a bit"})
LOOK_ALIKES = word_set(
    "chance chances charge charged charges clean cleaner cleared trained training heart hearts board beard large great eaten treats tested trusted "
    "needle needles hardly lively living liver places papa payer pace page asked taxed sounds cost coast coats boost post posts clever class"
)
"""Words that are themselves, and no slip of the finger."""
POLAR = PART_LABELS | {"yes", "no"}
LESS = word_set("less fewer lack lacked lacking stopped lost worse")
"""What says that there is not more of something."""
