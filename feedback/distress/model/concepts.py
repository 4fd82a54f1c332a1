"""Concepts: what words of distress, and of ordinary answers, are about. The model sees them, whose they are, and which stand together.

A word learnt from one author's line says little about the words of the next; that death, oneself and a wish stand in one sentence
says much, whoever writes it. `*` ends a word that may go on; `_` joins words that stand in a row, at most three.
"""

from collections.abc import Iterator, Mapping

CONCEPTS: Mapping[str, str] = {
    "death": "die dies died dying death dead suicid* funeral grave graves coffin burial buried bury cremat* hearse mortuary morgue wake obituary heaven ashes corpse six_feet pass_away passed_away six_foot underground under_the_ground headstone undertaker will_writing",
    "live": "live lives living alive life exist existing existence breathing wake_up woke_up waking_up woke survive survived surviv* saved_me brought_back brought_me_back",
    "kill": "kill kills killed killing murder* end_it end_my end_things ending_it ending_things finish_it finish_me hang hanging hanged jump jumping jumped drown drowning drowned overdose* slit shoot noose top_myself do_away doing_away do_myself do_me_in",
    "wound": "cut cuts cutting scratch* burn burning burnt blade blades razor razors scars scar bleed bleeding bleeds blood self_harm self_harming self_harmed wrists wrist slash slashed gash bandage* headbutt bang_my_head head_on_the",
    "means": "tablets tablet pills pill paracetamol insulin morphine codeine tramadol medication vodka bleach antifreeze rope belt ligature cord bridge railway train trains tracks cliff cliffs river canal sea motorway platform balcony roof ledge edge lorry gun stash stashed hoard* stockpil* saved_up saving_up packets dose doses patches whole_box whole_packet months_worth",
    "gone": "gone not_be_here not_be_around not_be_there not_here not_around be_around last_time last_one last_thing wont_be no_longer_here no_more going_away leaving_soon leave_this left_this gone_soon not_long time_i_went time_to_go be_gone i_am_gone im_gone not_see next_year by_then christmas new_year",
    "farewell": "goodbye bye ta_ra farewell cheerio goodnight letter letters note notes passwords password envelope envelopes said_sorry say_sorry sorry_for forgive hugged hug tell_them tell_her tell_him tell_my loved thank_everyone thanks_for_everything look_after take_care_of rehome rehomed sorted_out in_order tidy insurance photos",
    "giveaway": "give_away gave_away giving_away given_away gave_my given_my give_my_place gave_me_his gave_me_her sold_my leave_it_to left_it_to",
    "burden": "burden burdens weight drag better_off without_me off_without in_the_way trouble waste waste_of useless worthless worth deserve* nuisance bother_to let_down letting_down liability holding_back free_of_me rid_of_me cost_them costing",
    "nopoint": "point pointless reason matter matters bother bothering purpose hope hopeless worth_it worthwhile meaning meaningless future look_forward forward_to care_anymore",
    "tired": "tired exhausted enough done knackered weary sick_of go_on carry_on keep_going take_anymore cope coping fedup had_it worn_out fight fighting struggle struggling drained finished cant_anymore no_fight given_up giving_up give_up",
    "escape": "disappear disappearing vanish vanished sleep asleep forever never_wake not_wake not_waking peace peaceful rest quiet stop stops stopped over end ends ending escape way_out get_out want_out out_of_it switch_off fade",
    "lonely": "alone lonely nobody no_one invisible noticed notice notices miss_me missed cry_for on_my_own by_myself forgotten anyone_there no_friends no_family",
    "low": "low numb empty crying cry cried hate hates ashamed shame guilt guilty depressed depression misery miserable dark darkness despair desperate broken in_bits falling_apart rock_bottom black_dog bleak nothing",
    "plan": "plan plans planned planning date decided decision chosen picked ready method thought_about thinking thoughts think_about think_of researched researching googled searching looked_up tried attempt attempts attempted ways how_many how_much where_and",
    "hit": "hit hits hitting beat beats beating beaten battering battered slap* punch* kick* shove* push pushed pushes pushing grab* drag* chok* strangl* throttl* bruise bruises bruised black_eye marks threw throws thrown throw smash* spat skelp* belt leather* clout* thump* pin pinned twisted squeezed knocked",
    "threat": "threat* warned says_he_will said_he_would if_i_tell pay_for_it or_else he_will_kill she_will_kill get_me find_me regret dare",
    "fear": "scared afraid frightened terrified fear fears scares frightens feart dread hide hiding hid walking_on_eggshells shaking flinch not_safe unsafe safe",
    "control": "allowed let_me lets_me permission watches watching tracks tracker tracking follows following reads_my checks_my takes_my took_my keeps_my controls control locked lock locks locks_me without_him without_her listens forced force forces forcing makes_me made_me refuses jealous isolated cut_me_off married marry marriage",
    "money": "bank bankcard money purse pension benefits wages cash pin passport papers spends spending steals stealing stole stolen borrow savings",
    "sexual": "sex sexual rape* touch* grope* naked bed undress* kissed kiss private knickers bra pictures duty",
    "child": "child children kid kids baby toddler son daughter lad girl boy grandson granddaughter niece nephew pupil teenager little_one sister brother",
    "intimate": "husband wife partner boyfriend girlfriend ex hubby missus fella bloke stepdad stepmum dad father mum mother uncle aunt cousin landlord neighbour family in_laws",
    "staff": "staff nurse nurses doctor doctors carer carers support_worker care_worker worker psychiatrist therapist counsellor consultant porter security officer officers guard guards manager agency dentist physio orderly healthcare crew driver escort social_worker",
    "restrain": "restrain* pinned held_me_down held_down holding_me sat_on strapped tied injected inject injection sedated seclu* dragged forced handcuffed locked_in stripped face_down",
    "neglect": "left_me left_him left_her left_in left_on soiled wet sheets pad ignored ignore buzzer bell no_water no_food hungry thirsty dirty rough roughly shouted shouts screamed laughed mocked swore rude humiliat* punish* not_fed bedsore*",
    "weapon": "knife knives blade gun hammer bat petrol bomb acid poison machete axe bottle weapon fire burn_down blow_up list",
    "revenge": "get_my_own_back own_back revenge pay deserve_it make_him make_them sort_him sort_them hurt_someone hurt_him hurt_her hurt_them hurt_people wait_for_her wait_for_him kill_him kill_her kill_them come_for snap lose_it what_happens",
    "body": "chest breathe breath breathing collapse* unconscious faint fainted fit fitting seizure stroke floppy blue burning_hot fever swollen vomiting overdosed heart heart_attack bleeding vision eye numb dizzy choking allergic sepsis waters_broken pain_in pains_in fell fallen floor get_up",
    "shelter": "homeless evict* street streets bench doorway sleeping_rough nowhere kicked_out chucked_out thrown_out bus_station locked_out hostel refuge tent eviction bailiffs night_in freezing cold power electric electricity gas meter heating leak oxygen ventilator",
    "hunger": "eaten eat food starving starved hungry formula milk feed fed meal meals foodbank skipping_meals days_without",
    "lost": "lost where_am where_i_am know_where way_back way_home confused wandering who_i_am missing missing_since not_come_home phone_is_off not_answering",
    "urgent": "help please now tonight quick quickly hurry urgent urgently emergency ambulance right_now tomorrow this_minute today this_morning send someone_come ring_me call_me police",
    "voices": "voices voice telling_me_to tell_me_to watching_me after_me implant* poisoning_me devil demons",
    "still": "now still again tonight today yesterday last_night this_week this_morning lately keep keeps every_day every_night always soon",
    "before": "years_ago year_ago months_ago used_to back_then when_i_was was in_the_past as_a_child long_time last_year once recovered moved_on since fifties sixties seventies eighties behind_me",
    "well": "brilliant lovely grand great thanks thank happy glad grateful better good fine okay ok well kind smashing helpful enjoyed proud laughing laugh lol haha bless peace joke joking funny",
    "topic": "leaflet leaflets policy training talk talks film play book books poem song course workshop group groups charity campaign poster posters research study subject topic question questions article programme show story module conference awareness statistics project",
    "service": "meeting meetings form forms parking bus taxi appointment appointments survey voucher vouchers surgery clinic ward reception letter website app zoom link phone call lift chair chairs room hall agenda minutes committee panel interpreter waiting ring text email post questionnaire session volunteer council councillor rota expenses lunch tea coffee biscuits cake",
    "home": "dog cat garden shop shops school church work job shift bingo football telly kitchen stairs house flat bed bath shopping bowls allotment caravan holiday wedding weans grandchildren",
    "care": "look_after care_for caring carer stroke dementia diabetes dialysis asthma arthritis cancer chemo wheelchair deaf blind autis* epilepsy hip knee cataracts scan bloods operation surgery physio bp jab vaccin* smear dentist glasses hearing_aid",
    "where": "library market hall town village road street station hospital centre upstairs downstairs house cafe chapel church mosque temple park corner opposite behind near next_to",
    "when": "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays morning mornings afternoon afternoons evening january february march april may june july august september october november december oclock week weeks month months easter spring summer autumn winter half_past",
    "number": "one two three four five six seven eight nine ten twelve twenty thirty forty fifty hundred pound pounds quid miles mile hour hours minutes",
}  # fmt: skip
_PERSONS: Mapping[str, str] = {
    "I": "i me my myself mine",
    "you": "you your yours yourself",
    "we": "we us our ourselves",
    "they": "he she they him her them his their himself herself themselves",
}
_TURNS: Mapping[str, str] = {
    "not": "not no never nobody nothing without nor neither none",
    "want": "want wants wanted wish wishes wished hope hoping rather need would could",
    "will": "will going about_to soon",
    "if": "if when unless until maybe might",
    "but": "but though although",
    "ask": "what why how who where is_there do_you can_you could_you",
}


def _table() -> tuple[dict[str, tuple[str, ...]], tuple[tuple[str, str], ...]]:
    """Return the names by each word or row of words, and the beginnings of words with their names."""
    exact: dict[str, tuple[str, ...]] = {}
    begun: list[tuple[str, str]] = []
    for name, words in _each():
        if words.endswith("*"):
            begun.append((words[:-1], name))
        else:
            key = words.replace("_", " ")
            exact[key] = (*exact.get(key, ()), name)
    return exact, tuple(begun)


def _each() -> Iterator[tuple[str, str]]:
    for table in (CONCEPTS, _PERSONS, _TURNS):
        for name, text in table.items():
            yield from ((name, words) for words in text.split())


_EXACT, _BEGUN = _table()
_BEGINNING = 3


def _by_beginning() -> dict[str, list[tuple[str, str]]]:
    table: dict[str, list[tuple[str, str]]] = {}
    for start, name in _BEGUN:
        table.setdefault(start[:_BEGINNING], []).append((start, name))
    return table


_STARTS = _by_beginning()
GRAMMAR = frozenset((*_PERSONS, *_TURNS))
"""Concepts that say nothing of what a sentence is about: persons, denial, wish, time to come, condition, question."""


_OPENING = frozenset(row.split(" ")[0] for row in _EXACT if " " in row)
"""Words with which a row of words begins that is a concept."""


def concepts_of_word(word: str) -> frozenset[str]:
    """Return the names of the concepts that a folded word speaks of on its own."""
    begun = (name for start, name in _STARTS.get(word[:_BEGINNING], ()) if word.startswith(start))
    return frozenset((*_EXACT.get(word, ()), *begun))


def concepts_of_rows(words: list[str]) -> list[str]:
    """Return the names of the concepts that two or three folded words in a row speak of."""
    opening = [at for at, word in enumerate(words) if word in _OPENING]
    rows = [" ".join(words[at : at + size]) for at in opening for size in (2, 3)]
    return [name for row in rows for name in _EXACT.get(row, ())]
