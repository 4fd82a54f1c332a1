"""Words and phrases that mean one thing at choice questions of services: "look after" is "care". Data only, in the normal form."""

from feedback.hearing.answers.words.concepts_by_topic import GROUPS as BY_TOPIC
from feedback.hearing.answers.words.concepts_everyday import GROUPS as EVERYDAY
from feedback.hearing.answers.words.concepts_of_involvement import GROUPS as INVOLVEMENT
from feedback.hearing.answers.words.concepts_of_surveys import GROUPS as SURVEYS
from feedback.hearing.answers.words.concepts_of_taking_part import GROUPS as TAKING_PART

_GROUPS: dict[str, str] = {
    "care": "care caring carer carers cared look_after looking_after looks_after looked_after take_care taking_care caregiver carers support_my",
    "relative": "mum mam mom dad mother father son daughter husband wife partner sister brother nan gran grandma family relative relatives "
    "parent parents someone loved_one kids child children nephew niece aunt uncle grandad somebody",
    "services": "service services",
    "use": "use used using user users uses service_user service_users patient patients client inpatient outpatient cmht treatment therapy dialysis counselling meds medication diagnosed diagnosis sectioned under_the receive receiving recipient my_psychiatrist my_cpn in_therapy been_in_hospital",
    "survivor": "survivor survivors survived surviving",
    "peer": "peer peers peer_worker peer_support lived_experience_worker expert_by_experience ebe",
    "public": "public resident residents citizen neighbour live_here live_round live_near taxpayer general_public ordinary_person nobody_special passer_by",
    "staff": "staff manage manages managing ward_manager clinic_lead commissioner ot social_worker psychologist psychiatrist psychologist cpn hca consultant trust_employee worker work working works employee employed professional nurse doctor clinician manager paid_role practitioner",
    "volunteer": "volunteer volunteering volunteers voluntary unpaid unwaged",
    "phone": "phone phoned telephone call called calls calling ring rang mobile phonecall landline blower spoke_on",
    "text": "text sms txt texted texts texting message messages",
    "email": "email emails e_mail emailed mail mails gmail inbox outlook hotmail",
    "post": "post letter letters posted royal_mail snail_mail in_writing letterbox through_the_door leaflet poster flyer stamp envelope by_hand",
    "online": "video_call google googled online internet zoom teams video website web virtual computer virtually skype remote remotely app webinar digital laptop screen facetime",
    "social": "facebook twitter instagram tiktok social_media insta",
    "inperson": "in_person face_to_face f2f person faceto_face meet_up physically in_the_room",
    "travel": "bus_pass train_fare bus_fare trains paid_my_bus travel transport bus buses taxi taxis train fare fares lift parking car getting_there journey travelling petrol mileage cab trains ride rides",
    "pay": "pay paid payment money cash wage wages voucher vouchers fee paying reward earn salary",
    "costs": "cost costs expenses expense reimbursed out_of_pocket",
    "lack": "money skint afford broke cost costs pricey expensive poor fare fares wages pay lost_pay unpaid financial cash",
    "hours": "time shift shifts nights early late clash clashed evening morning hours timing school_run busy rota too_early too_late work_nights day_of_week",
    "time": "time breaks break longer rest rests pauses slower pace",
    "words": "words jargon language plain_english easy_read simple wording simpler easier_words easier_language acronyms plain_language",
    "papers": "papers paperwork documents agenda reading notes minutes_earlier information info pack",
    "early": "sooner earlier early advance beforehand ahead before_hand",
    "training": "training train_me course courses learning learn workshop skills trained teach taught",
    "talk": "talk talking chat speak someone_to_talk mentor buddy support_person speaking chats",
    "friend": "word_of_mouth friend friends mate mates pal pals neighbour neighbours",
    "gp": "gp doctor doctors surgery physician practice",
    "hospital": "hospital ward wards inpatient hospitals infirmary unit",
    "home": "home house flat at_mine my_place",
    "community": "community neighbourhood local village",
    "group": "group groups club meeting meetings session sessions forum",
    "both": "both bit_of_both mix mixture mixed combination hybrid",
    "man": "m man male bloke lad guy boy gent fella masculine gentleman chap he_him geezer",
    "woman": "f woman female lady girl lass women ladies feminine gal she_her lassie",
    "nonbinary": "nonbinary non_binary enby nb genderqueer genderfluid gender_fluid they_them agender",
    "trans": "trans transgender transman transwoman",
    "straight": "straight heterosexual hetero heterosexual_straight",
    "gay": "gay homosexual lesbian queer",
    "bi": "bi bisexual pansexual pan",
    "white": "polish romanian gypsy traveller white caucasian",
    "black": "jamaican nigerian ghanaian somali ethiopian kenyan eritrean congolese black african caribbean afro",
    "asian": "bengali gujarati punjabi tamil nepali sri_lankan filipino vietnamese thai japanese korean asian indian pakistani bangladeshi chinese",
    "mixedrace": "mixed mixed_race dual_heritage biracial mixed_heritage multiple",
    "british": "british",
    "christian": "christian catholic protestant church anglican methodist c_of_e baptist",
    "muslim": "muslim islam islamic moslem",
    "noreligion": "atheist no_religion not_religious agnostic non_religious no_faith dont_believe",
    "disabled": "disabled disability wheelchair impairment disabilities",
    "work": "job employed employment",
    "retired": "retired pensioner pension retirement",
    "student": "student college university uni school studying study studies",
    "unemployed": "unemployed jobless out_of_work on_the_dole dole",
    "selfemployed": "self_employed freelance own_business",
    "morning": "morning mornings breakfast",
    "afternoon": "afternoon afternoons lunchtime pm after_lunch",
    "evening": "evening evenings night nights after_work teatime after_tea",
    "weekend": "weekend weekends saturday saturdays sunday sundays",
    "weekday": "weekday weekdays",
    "shy": "shy nervous anxious anxiety confidence confident worried scared",
    "health": "health healthy ill unwell sick poorly illness not_well sickness condition pain painful chemo hospital back legs knees tired fatigue exhausted flare depressed depression anxiety migraine headache operation surgery bad_back symptoms mental panic asthma arthritis seizure meds dizzy cancer stroke relapse",
    "place": "place venue room building ramp stairs steps far distance miles too_far away location location_was lift cold noisy parking upstairs",
    "language": "language english speak speaking translate accent bengali urdu polish somali punjabi arabic understand jargon words",
    "young": "young youth teen teenager teenagers teens kids younger youngsters folk_young",
    "busy": "busy no_time work_commitments",
    "childcare": "childcare babysitter creche nursery child_care minding babysitting",
    "food": "food drink soup sandwich meal dinner lunch refreshments tea coffee snacks biscuits sandwiches drinks cuppa brew butties",
    "interpreter": "interpreter interpreters translate translates interpret somebody_to_translate translator translation translated bsl signing sign_language interpreting",
    "access": "access accessible ramp lift_access accessibility",
    "quiet": "quiet calm quieter peaceful noise noisy",
    "change": "change changed changes changing difference different",
    "better": "better improved improvement improve improves",
    "listen": "listen listened listening heard hear",
    "alone": "alone by_myself on_my_own own_place live_alone",
    "partner": "partner husband wife boyfriend girlfriend spouse hubby missus other_half fella_mine",
    "married": "married civil_partnership wed",
    "single": "single unmarried",
    "divorced": "divorced separated split_up",
    "widowed": "widowed widow widower",
    "mental": "mental mental_health depression anxiety_disorder bipolar psychosis",
    "physical": "physical physical_health",
    "learningdis": "learning_disability learning_disabilities learning_difficulty learning_difficulties autism autistic",
    "council": "council local_authority",
    "charity": "charity charities mind third_sector voluntary_sector",
    "library": "library libraries",
    "board": "board committee panel trustees",
    "research": "research study researcher",
    "interview": "interview interviews interviewing recruitment recruit interviewed",
    "design": "design designing designed co_design codesign plan planned planning planner planners",
    "survey": "survey questionnaire form forms surveys",
    "first": "first_time new newbie just_started",
    "renting": "rent renting tenant rented landlord",
    "owner": "own_home mortgage homeowner own_my",
    "homeless": "homeless no_fixed_abode hostel sofa_surfing rough",
    "lead": "lead leading leader run running led leads chair",
    "decide": "decide decision decisions decided choices",
    "money": "money_worries afford expensive skint broke",
    "trust": "trust trusted",
    "equal": "equal equals equally fair fairly",
    "feedback": "feedback told_us tell_us told informed update updates",
}


def _by_word() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for concept, words in (
        *_GROUPS.items(),
        *BY_TOPIC.items(),
        *EVERYDAY.items(),
        *INVOLVEMENT.items(),
        *TAKING_PART.items(),
        *SURVEYS.items(),
    ):
        for word in words.split():
            phrase = word.replace("_", " ")
            known = table.get(phrase, ())
            table[phrase] = known if f"={concept}" in known else (*known, f"={concept}")
    return table


CONCEPTS: dict[str, tuple[str, ...]] = _by_word()
"""A word or phrase, and what it may mean: "early" is a time of day, and sooner."""
SIZES: dict[str, int] = {
    f"={concept}": len(words.split())
    for concept, words in (
        *_GROUPS.items(),
        *BY_TOPIC.items(),
        *EVERYDAY.items(),
        *INVOLVEMENT.items(),
        *TAKING_PART.items(),
        *SURVEYS.items(),
    )
}
"""How many words a meaning has: the fewer, the more it says of a text that two choices have it."""
LONGEST_PHRASE = max(len(phrase.split()) for phrase in CONCEPTS)
"""Words in the longest phrase."""
_BEFORE = {word.replace("_", " ") for words in _GROUPS.values() for word in words.split()}
_ANOTHER = frozenset(
    [
        "out",
        "not",
        "cant",
        "dont",
        "didnt",
        "hunting",
        "seeking",
        "looking",
        "between",
        "lost",
        "stopped",
        "gave",
        "finished",
        "british",
        "kipping",
        "could",
        "should",
        "needed",
        "enough",
        "nobody",
        "nowhere",
        "too",
        "time",
        "latin",
        "south",
        "at_a_mates",
        "off",
        "neither",
        "nor",
        "mental",
    ]
)
"""Words that make another thing of a phrase than its parts are: who is out of work does not work."""
TOPIC_PHRASES = frozenset(
    phrase for phrase in CONCEPTS if " " in phrase and phrase not in _BEFORE and _ANOTHER.isdisjoint(phrase.split())
)
"""Phrases of a topic alone: what their words mean on their own counts beside them ("travel costs" is about travel too)."""
