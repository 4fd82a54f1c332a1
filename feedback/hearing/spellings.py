"""How words are written on phones, by ear and in dialect, and the word that is meant. Data only.

Left: as it stands in the normal form (small letters, no apostrophes). Right: one or more plain words. Kept out: whatever is a word
of its own in ordinary sentences ("hell", "were", "wont").
"""


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text with spaces between them, as a set."""
    return frozenset(text.split())


SPELLINGS: dict[str, str] = {
    written: meant
    for meant, forms in {
        "yes": "yws yez yss yed yess yesh yeh yea yeah yeahh yah yh ye yep yepp yeppers yup yupp yus yas yis yesm yessir yeap aye ay yse ues tes",
        "no": "nope noo nopes nah naw nae nahh na noope nup nuh noe nop",
        "dont know": "dunno dunnoo dno idk idek iduno dk donno dunna duno",
        "please": "pls plz pleas plse plees pleez pleese plase",
        "thanks": "thx thnx thanx tnx thks thnks thanku thankyou thnk fanks cheers ty tysm tyvm",
        "you": "u yous youse yew",
        "your": "ur yr yor",
        "are": "r",
        "because": "cos coz cuz bcos bcoz becos becoz becuase becasue bc cus cause becaus beacuse",
        "people": "ppl peeps peple poeple pepole",
        "something": "summat sumthing sumthin somethin smth sth",
        "nothing": "nowt nothin nuthin nuffin nuthing nuffink nthing",
        "anything": "owt anythin anyfing",
        "definitely": "defo deffo def definately definatly definitly definetly defiantly deffinately defnitely defs",
        "probably": "prolly prob probs probly probaly propably",
        "maybe": "mebbe mayb mebe mabye mabe mayby",
        "want to": "wanna wana wannna",
        "going to": "gonna gunna gona gunn gonnae",
        "got to": "gotta",
        "kind of": "kinda kindof",
        "sort of": "sorta sortof",
        "twelfth": "twelth twelvth",
        "couple of": "cuppla cupla coupla coupleof",
        "out of": "outta outa oota outof",
        "hundred": "hunner hundert hunderd",
        "morning": "mornin morn mornng",
        "havent": "havnt haven",
        "next year": "nextyear",
        "lots of": "lotsa lotta",
        "about": "abt abou aboot bout abut",
        "and": "nd adn",
        "tomorrow": "tmrw tmr tmoz tomoz 2moro 2morrow tomorow tommorow tommorrow tomorro",
        "today": "2day tday",
        "tonight": "2nite tonite 2night",
        "yesterday": "yday ystrdy ystday ystrday yestrday yesturday yesterdy yesteday",
        "before": "b4 befor",
        "great": "gr8",
        "late": "l8",
        "later": "l8r latr",
        "mate": "m8",
        "wait": "w8",
        "with": "wiv wi wth wid",
        "that": "dat",
        "this": "dis",
        "them": "dem em",
        "not": "nuh",
        "without": "wivout",
        "what": "wot wat wht wha whit wut",
        "when": "wen",
        "where": "wer",
        "really": "rly rlly realy reely",
        "right": "ryt rihgt",
        "all right": "alright alrite aight allright alrigt",
        "ok": "okay okey okie okies okeydokey oki k kk okk oke okai okays",
        "ok dokey": "okidoki",
        "remember": "rember remeber rememba remmember",
        "cant": "cannot canny cannae canae carnt",
        "dont": "dnt dinnae dinny dunt",
        "wasnt": "wasny wasnae wosnt",
        "myself": "meself mysen",
        "never": "nevr nver neva nevva neverr",
        "always": "alwys allways alway alwayz alwasy",
        "sometimes": "sumtimes smtimes sumtime somtimes sometims sometimez",
        "often": "oftn offen",
        "some": "sum",
        "someone": "sum1 some1 sumone sumbody",
        "everyone": "every1",
        "little": "wee lil litle lttle",
        "thing": "fing ting",
        "think": "fink",
        "month": "mth mnth munth",
        "months": "mths mnths munths",
        "message": "msg mesage messege",
        "questions": "qs qns questons quetions",
        "question": "q queston qstn",
        "answers": "anwsers ansers",
        "minutes": "mins minuts minits minites mintues",
        "minute": "min minit",
        "hours": "hrs hrz",
        "hour": "hr",
        "weeks": "wks",
        "week": "wk",
        "years": "yrs yeers yars",
        "skip": "skipp skp",
        "stop": "stp stopp",
        "ready": "redy",
        "same": "sme",
        "good": "gd gud",
        "second": "2nd secound secnd",
        "first": "1st frst",
        "third": "3rd",
        "fourth": "4th",
        "fifth": "5th",
        "sixth": "6th",
        "seventh": "7th",
        "eighth": "8th",
        "ninth": "9th",
        "tenth": "10th",
    }.items()
    for written in forms.split()
}

DOUBLE_ENDS = word_set(
    "all well will tell call feel fell full pull ill still small see too free agree off staff less miss class yell hell "
    "tall three fee tree bee kiss mess pass dress stress guess loss boss cross address unless till fill bill sell spell"
)
"""Words that end in a doubled letter: "wellll" is "well", but "nooo" is "no"."""
