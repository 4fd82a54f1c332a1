"""What people type on a phone for the words that matter, and what it stands for. Data only: lists to add to freely."""

# One typed word -> the words it stands for, both without apostrophes or accents.
SHORT_FORMS = {
    "im": "i am", "iam": "i am", "ima": "i am going to", "imma": "i am going to", "ive": "i have", "iv": "i have",
    "id": "i would", "youre": "you are", "youve": "you have", "hes": "he is", "shes": "she is", "theyre": "they are",
    "theyve": "they have", "theyd": "they would", "hed": "he would", "weve": "we have", "whats": "what is", "theres": "there is", "thats": "that is",
    "its": "it is", "whos": "who is", "dont": "do not", "dnt": "do not", "donot": "do not", "doesnt": "does not",
    "dosnt": "does not", "dosent": "does not", "didnt": "did not", "dident": "did not", "didnot": "did not", "cant": "can not", "cannot": "can not",
    "cnt": "can not", "carnt": "can not", "couldnt": "could not", "wont": "will not", "wouldnt": "would not",
    "shouldnt": "should not", "isnt": "is not", "arent": "are not", "aint": "is not", "wasnt": "was not", "wernt": "were not",
    "werent": "were not", "havent": "have not", "hasnt": "has not", "hadnt": "had not", "wanna": "want to", "wannna": "want to",
    "wana": "want to", "wna": "want to", "wnt": "want", "gonna": "going to", "gunna": "going to", "gona": "going to", "gon": "going to",
    "gna": "going to", "goin": "going", "gotta": "got to", "hafta": "have to", "dunno": "do not know", "cba": "can not be bothered",
    "idk": "i do not know", "idc": "i do not care", "kms": "kill myself", "kmself": "kill myself", "kys": "kill yourself",
    "ctb": "kill myself", "sh": "self harm", "shing": "self harming", "selfharm": "self harm", "selfharming": "self harming", "selfharmed": "self harmed", "selfharms": "self harms",
    "od": "overdose", "ods": "overdose", "oded": "overdosed", "oding": "overdosing", "unalive": "kill", "unaliving": "killing",
    "unalived": "killed", "unaliveing": "killing", "dv": "domestic violence", "csa": "child sexual abuse", "pls": "please", "plz": "please",
    "plse": "please", "plis": "please", "pleas": "please", "plees": "please", "pleez": "please", "rn": "right now", "tmrw": "tomorrow", "tomoz": "tomorrow", "2moro": "tomorrow",
    "2morrow": "tomorrow", "tmoro": "tomorrow", "tomoro": "tomorrow", "2nite": "tonight", "2night": "tonight", "tonite": "tonight", "2day": "today", "b4": "before",
    "ppl": "people", "peeps": "people", "sum1": "someone", "some1": "someone", "somebody": "someone", "sumone": "someone", "every1": "everyone", "evry1": "everyone",
    "everybody": "everyone", "any1": "anyone", "anybody": "anyone", "no1": "nobody", "noone": "nobody", "u": "you", "r": "are", "ur": "your", "n": "and",
    "wiv": "with", "wi": "with", "w": "with", "cos": "because", "coz": "because", "cuz": "because", "bcoz": "because", "bc": "because", "bf": "boyfriend", "gf": "girlfriend",
    "hubby": "husband", "mam": "mum", "mom": "mum", "mummy": "mum", "mommy": "mum", "ma": "mum", "mums": "mum", "daddy": "dad", "dada": "dad", "meds": "tablets", "med": "medication",
    "pils": "pills", "meself": "myself", "mysel": "myself", "mesel": "myself", "mesen": "myself", "mysen": "myself", "maself": "myself", "masel": "myself", "miself": "myself", "mesself": "myself",
    "himsel": "himself", "hersel": "herself", "hisself": "himself", "theirselves": "themselves", "themself": "themselves", "urself": "yourself", "em": "them", "thru": "through", "nite": "night",
    "luv": "love", "abt": "about", "bout": "about", "alot": "a lot", "nomore": "no more", "nuffin": "nothing", "nuthin": "nothing", "nowt": "nothing",
    "summat": "something", "sumthing": "something", "smth": "something", "evrything": "everything", "ova": "over", "wen": "when", "wif": "with", "hav": "have", "av": "have", "hv": "have", "liv": "live", "livin": "living", "dyin": "dying", "killin": "killing",
    "hurtin": "hurting", "cuttin": "cutting", "endin": "ending", "hittin": "hitting", "beatin": "beating", "thinkin": "thinking", "feelin": "feeling", "nd": "and", "da": "the", "dis": "this", "dat": "that", "wat": "what", "wats": "what is", "wot": "what", "wots": "what is",
    "sed": "said", "brk": "break", "hlp": "help", "halp": "help", "hepl": "help", "hlep": "help", "helpp": "help", "dieing": "dying", "dyeing": "dying", "ded": "dead", "deid": "dead", "hafe": "have",
    "paras": "paracetamol", "paracets": "paracetamol", "ibuprofens": "ibuprofen", "benzos": "tablets", "medz": "tablets", "psych": "psychiatrist", "docs": "doctors", "doc": "doctor", "gp": "doctor",
    "keyworker": "key worker", "cpn": "nurse", "hca": "nurse", "hcas": "nurses", "kiddies": "kids", "bairn": "child", "bairns": "children", "weans": "children", "wean": "child", "lil": "little", "yrs": "years", "yr": "years", "yo": "years old",
    "fkn": "fucking", "fkin": "fucking", "fking": "fucking", "fuckin": "fucking", "effing": "fucking", "cld": "could", "wld": "would", "shld": "should", "abit": "a bit", "infront": "in front", "cudnt": "could not", "wudnt": "would not", "cud": "could", "wud": "would", "shud": "should",
    "couldve": "could have", "wouldve": "would have", "shouldve": "should have", "coulda": "could have", "woulda": "would have", "shoulda": "should have", "wanting2": "wanting to", "want2": "want to", "need2": "need to", "going2": "going to", "kilt": "killed", "offed": "killed", "suicided": "killed myself",
    "dinnae": "do not", "dinna": "do not", "didnae": "did not", "cannae": "can not", "canna": "can not", "couldnae": "could not", "wouldnae": "would not", "wasnae": "was not", "wisnae": "was not", "isnae": "is not", "havnae": "have not", "hasnae": "has not", "willnae": "will not", "winnae": "will not",
    "dunt": "do not", "dae": "do", "daein": "doing", "tae": "to", "nae": "no", "mair": "more", "oot": "out", "doon": "down", "hame": "home", "heid": "head", "gonnae": "going to", "gaun": "going", "gan": "going", "wantin": "wanting", "hersen": "herself", "hissen": "himself", "yersel": "yourself", "ah": "i", "ahm": "i am", "ahve": "i have", "ahll": "i will", "fae": "from", "frae": "from", "owt": "anything", "anymair": "anymore", "cyaan": "can not", "cyan": "can not", "tek": "take", "waan": "want", "wan": "want", "sumtimes": "sometimes", "fink": "think", "betta": "better", "deein": "dying",
    "alr": "already", "msg": "message", "hosp": "hospital", "telt": "told", "frighted": "frightened", "afeared": "afraid", "feart": "afraid",
}  # fmt: skip

# Groups of words written apart or in several ways -> one way.
JOINED = {
    "my self": "myself", "me self": "myself", "him self": "himself", "her self": "herself", "them selves": "themselves", "your self": "yourself",
    "any more": "anymore", "no one": "nobody", "some one": "someone", "every one": "everyone", "every body": "everyone", "some body": "someone",
    "any one": "anyone", "for ever": "forever", "over dose": "overdose", "over dosed": "overdosed", "over dosing": "overdosing", "over doses": "overdose", "i m": "i am", "i ve": "i have", "i d": "i would",
    "i ll": "i will", "don t": "do not", "can t": "can not", "won t": "will not", "didn t": "did not", "wasn t": "was not", "isn t": "is not", "step dad": "stepdad", "step father": "stepfather", "step mum": "stepmum", "step mother": "stepmother", "step son": "stepson", "step daughter": "stepdaughter",
    "self inflicted": "self harm", "self injury": "self harm", "self injuring": "self harming", "self injured": "self harmed", "self injure": "self harm", "self mutilation": "self harm", "self mutilating": "self harming", "good bye": "goodbye", "want too": "want to", "wants too": "wants to", "going too": "going to", "want ti": "want to", "want tp": "want to", "to dye": "to die", "to day": "today", "out side": "outside", "un alive": "kill",
    "i no want": "i do not want", "i not want": "i do not want", "me no want": "i do not want", "mi nah want": "i do not want", "mi no want": "i do not want", "i no can": "i can not", "i no have": "i have not", "i not have": "i have not",
    "in patient": "patient", "fed up": "fedup", "health care assistant": "nurse", "healthcare assistant": "nurse", "o d": "overdose", "god bye": "goodbye", "mental ill": "mentally ill", "bank card": "bankcard", "suicide al": "suicidal", "sui cide": "suicide", "sui cidal": "suicidal",
}  # fmt: skip

# Pictures that stand for a word in this matter.
PICTURES = {
    "🔪": " knife ",
    "🗡": " knife ",
    "💊": " pills ",
    "🆘": " sos help ",
    "🔫": " gun ",
    "⚰": " coffin ",
    "🪦": " grave ",
}
