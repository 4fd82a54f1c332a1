"""Plain signs of harm by staff or on a ward, and threats to others, and a cry for help now. See `pattern` for how to read a rule."""

STAFF = """
# staff did it
STAFFONE|ward .. HITS EVER? me|us|him|her|them|my|people|patients|residents|someone|a_patient|another|vulnerable|old|the_patient|the_patients|our|an|a_girl|a_woman|a_man|other|my_mum
STAFFONE .. HITS|RAPE|THREAT me|us|him|her|them|my|people|patients|residents
STAFFONE .. threw|throws|pinned|pins|restrain*|injected|inject|jabbed|sat|knelt|kneeled|forced|held|holding|strapped|tied|locked|shut|handcuffed|tasered|sedated|stripped|starved|drugged|overmedicated|isolated|secluded|tackled|rugby_tackled|stood|jumped EVER? on|in|up|down? me|us|him|her|them|my|people|patients|residents|a_patient
STAFFONE .. laughed|laugh|laughing|laughs|smirked|giggled|sniggered EVER? at|about|when|while|in|because|and|as EVER? me|us|him|her|them|my|people|i|patients|we|she|he
STAFFONE .. mocked|mocks|mock|mocking|humiliat*|ridicul*|taunt*|belittl*|bull*|insult*|degrad*|intimidat*|teas*|imitat*|mimick*|wound|abus*|goad*|provok*|provoked|degrade|torment*|shame*|harass*|victimis* EVER? me|us|him|her|them|my|people|patients|residents|up|for|$
STAFFONE .. shout|shouts|shouted|shouting|swore|swears|swear|swearing|scream|screams|screamed|screaming|yell|yelled|yelling|snap|snapped|spat|spit EVER? at|in|on|abuse EVER? me|us|him|her|them|my|people|patients|the|residents|another|an
STAFFONE .. called|calls|call|calling me|us|him|her|them|my_mum|people|patients EVER? a|an|names|all|stupid|mad|attention|racist|the|fat|crazy|psycho|nutter|bitch|dirty|lazy|manipulative|worthless|liar|mental
STAFFONE .. told|tells|said|says|say|telling EVER? to? me|us|him|her|them? EVER? to? shut_up|go_and_kill|kill_myself|kill_yourself|go_kill|just_do_it|go_ahead|do_it_properly|get_on_with_it_then|piss_off|fuck_off|get_lost|i_was_attention|attention_seeking|i_was_faking|i_deserved|i_was_a|stop_being|i_was_worthless|nobody_would_believe|no_one_would_believe|i_was_lying|i_would_never|if_i_complain*|if_i_told|if_i_did_not|not_to_tell|next_time_do_it|cut_deeper|do_a_better_job
STAFFONE .. threatened|threaten|threatens|threatening|threat EVER? me|us|him|her|them|to|with|my|patients
THREAT me|us|her|him|them EVER? with EVER? an|a|the|being|more|my? injection|section|seclusion|restraint|needle|sectioning|depot|sectioned|police|loss_of_leave|ect
STAFFONE .. touched|touches|touching|groped|grope|grabbed|rubbed|stroked|fondled|kissed|kiss|kissing|hugged|cuddled|felt|watched|filmed|filming|photographed|sexually|raped|flirted|flirting|hit_on|propositioned|stared_at|leered EVER? at|up|with|assaulted|abused|harassed? me|her|him|us|them|my|a_patient|patients
STAFFONE .. sleeping_with|slept_with|kissed|kissing|sex_with|relationship_with|affair_with|having_sex|sex|dating|fling_with EVER? a|with|the|my|another|one_of_the? patient|patients|client|clients|me|resident|residents|service_user|girl|vulnerable|sister|daughter|mum|him|her
STAFFONE .. asked|asks|wanted|wants|offered|pressured|sent|sends|showed|shows|texted|made|sexting|messaged .. sex|naked|nudes|nude|sexual|sexually|dirty_pictures|blow_job|to_sleep_with|meet_up|porn|penis|dick|private_parts|inappropriate|kiss
STAFFONE .. put|puts|hand|hands|stuck|slid .. up|down|on|in|between|under EVER? my|her|his EVER? PRIVATE|leg|legs|thigh|shirt|dress|trousers|blouse|throat|mouth|neck
STAFFONE .. came|come|walk|walks|walked|watch*|stare*|stood .. while|when|in_on i|we|she|he .. shower|naked|undress*|bath|toilet|changing|dressed|getting_changed|clothes|washing
male staff|nurse|worker|hca|carer|carers|nurses .. watch*|stare*|shower|naked|undress*|bath|toilet|changing|night
STAFFONE .. stole|steal|steals|stealing|robbed|nicked|taking|took|take EVER? from|my|money|patients|our|the EVER? money|cash|belongings|phone|patients|me|us|bankcard|purse|things|jewellery|clothes|ring|food|cigarettes|people
STAFFONE .. sold|sell|sells|selling|dealing|supply*|bring|bringing|brought|offered|gave .. drugs|weed|cocaine|cannabis|spice|alcohol
STAFFONE .. drunk|drinking|high|stoned|asleep|sleeping EVER? on|at EVER? duty|shift|work|the_job|observations|obs|nights|night
drunk|stoned|asleep|sleeping|high on|at EVER? duty|shift|nights
STAFFONE .. ignor*|left|leave|walked_past|refus*|would_not|did_not|never|wouldnt|didnt|not .. bleeding|bled|pain|agony|chest_pain|collaps*|unconscious|fit|seizure|fall|fell|floor|choking|screaming|self_harm*|cut_myself|overdose|crying|begging|begged|suicid*|ligature|water|food|toilet|my_medication|soiled|wet|own_mess|hours|in_tears|breathe|inhaler|insulin|distress|sores
STAFFONE .. falsif*|fak*|lied|made_up|doctored|forged|changed EVER? in|on|about|my|the|obs|up? .. notes|records|record|forms|charts|observations|obs|incident
racist|racial|racially|homophobic|transphobic|disablist|sexist abuse|abused|comments|comment|remarks|names|bullying|slurs|jokes|nurse|staff|doctor|towards|to_me|carer|carers|slur|insults
STAFFONE .. racist|racially|homophobic|transphobic|n_word|slurs
STAFFONE .. rough|roughly|aggressive|violent|abusive|cruel|sadistic|heavy_handed|brutal|nasty .. with|to|towards|when|and|patients|me|us|$
rough|aggressive|violent|abusive|cruel|brutal|nasty|sadistic STAFFONE
STAFFONE .. bent|twisted|broke|dislocated|fractured|bruised|stamped|knelt|kneeled|trod|crushed|sprained|split EVER? on? my|her|his|a EVER? arm|arms|wrist|finger|fingers|back|neck|shoulder|leg|ribs|rib|hand|chest|lip|nose|thumb
STAFFONE .. took|take|takes|cut|ripped|pulled|tore|removed|strip* .. clothes|top|bra|underwear|trousers|naked|gown|hijab|headscarf .. off|me|from|away|in|by|and|$
STAFFONE .. drag|drags|dragged|dragging|pull|pulled|yank*|haul* EVER? me|her|him|us|them|my|people .. hair|arm|arms|floor|bed|corridor|feet|legs|ankles|across|out|wrist|room|by|down|along|off|back
STAFFONE .. overmedicat*|over_medicat*|overdosed_me|double_dose|doubled|drugged|too_much_medication|wrong_medication|wrong_tablets|knocked_out|zombie
STAFFONE .. withheld|withhold|withholding|refused_to_give|wouldnt_give|would_not_give|refused|wont_give|took_away|stopped|will_not_give|denied|deny .. my|medication|pain_relief|food|water|tablets|inhaler|insulin|painkillers|leave|toilet|pads|blanket|dinner|drink
STAFFONE .. wrist|headlock|knee|chokehold|fist|slap .. me|my|her|him|neck|back
STAFFONE assault*|abuse*|violence|brutality
HITS|BEATEN|laughed_at|bullied|mocked|shouted_at|threatened|raped|groped|touched|sworn_at|humiliated|dragged|ridiculed|intimidated|called_names|spat_at|assaulted|abused|restrained|injected|pinned_down|held_down|belittled|ignored|stripped by EVER? a|an|the|my|one_of_the|some_of_the|two|three|four|five|six|some|that|male|several|hospital|all|night|ward|agency|of EVER? of? the? male|big|different|female? STAFFONE
by|from EVER? # STAFFONE .. floor|down|restrain*|held
another|a|other|male|fellow|one_of_the patient|patients|resident|residents|inmate|service_user EVER? .. HITS|raped|rape|touched|groped|threaten*|exposed|sexually|punched|stole|got_into_my|in_my_room|strangled|followed|masturbat*|watch*
BEATEN|BEATEN_up|beaten_up|raped|touched|groped|bullied by EVER? another|a|other|male|fellow patient|patients|resident|residents|service_user|inmate
i|we|she|he|mum|dad EVER? was|were|got|get|been|being|is|am EVER? BEATEN|beaten_up|bullied|laughed_at|shouted_at|mocked|humiliated|ignored_when .. on|in|at|here|by EVER? the|my|a|this|that|staff|here EVER? ward|unit|hospital|care_home|nursing_home|home|wing|136|seclusion|supported_living|hostel|clinic|a_and_e
# restraint, seclusion, force
was|were|got|get|been|being|am|face|be EVER? restrained|secluded|tasered|handcuffed|sedated|strip_searched|pinned_down|held_down|rapidly_tranquillised|force_fed|tranquillised|forcibly_injected|manhandled|stripped|strapped|chained|hogtied|overmedicated|over_medicated|drugged_up|put_in_seclusion|put_in_restraints|pinned|dragged_out|dragged_to|dragged_down|dragged_along|dragged_across|dragged_by|dragged_off|dragged_from|dragged_back
restrained|secluded|restraint|seclusion .. me|her|him|face_down|prone|hours|broke|hurt|bruise*|injur*|naked|violent*|scream*|alone|cold|days|toilet|no|couldnt|could_not
in restraint|seclusion|restraints
held|pinned|pinning|forced|hold|holding|pin|wrestled|slammed|pushed|threw|took|put me|him|her|them|us EVER? face|down|up|to|on|against|onto EVER? the|a|to_the|on_the|down? floor|ground|wall|bed|mattress|down|and
face_down|prone restraint|on_the_floor|hold|on_the_ground|restraints|position|for|and
pinned|held|dragged|thrown|pushed|wrestled|slammed|forced EVER? me? down|to|on|onto|against|along|across|by|face EVER? the|a|down|my|by|to|on? floor|ground|wall|bed|corridor|hair|staff|arms|four|five|six|three|several|men|#
sat|knelt|kneeling|kneeled|stood|lay|piled|kneel|sitting|kneeling|stamped on me|top_of_me|my_chest|my_back|my_legs|my_neck|her|him|my_head
could|can not breathe .. held|restrain*|sat_on|knelt|floor|staff|pinned
injected|injection|jabbed|medicated|drugged|medication|treatment|treated|kept|held|needle|jab|jabs|ect|depot|sedated|catheter|locked .. against_my_will|without_my_consent|by_force|against_her_will|against_his_will|forcibly|without_asking|said_no|begged|in_my_bum|in_the_bum|in_my_backside|in_my_arse|in_the_backside|without_telling|without_consent|without_explanation
against my|her|his will
forced|forcing|made|force me|him|her|them to EVER? take|have|strip|eat|swallow|undress .. medication|tablets|drugs|injection|ect|injections|meds|front|naked|depot|it
not_allowed|will_not_let_me|would_not_let_me|not_letting_me|can_not|refused_to_let_me|never_let_me|did_not_let_me|not_let_me EVER? leave_the_ward|leave_hospital|out_of_hospital|go_home_from_hospital|leave_this_place|go_outside_for|use_the_toilet|go_to_the_toilet|have_a_shower|ring_my|call_my_family|wash|have_water|use_the_phone|out_of_my_room|out_of_seclusion|have_my_inhaler
strapped|tied|chained|handcuffed me|him|her|them|to|down ... bed|chair|down|trolley|wheelchair
left|leave|leaves|leaving|locked|kept|put|shut|dumped|abandoned me|him|her|them|us|people|patients|my_mum|my_dad ... seclusion|naked|no_toilet|own_urine|own_mess|bleeding|on_the_floor|in_pain|for_hours|soiled|in_agony|cold|without_water|no_water|without_food|in_my_own|in_her_own|in_his_own|in_wet|for_days|without_clothes|in_a_wet|covered_in|dying
broke|broken|dislocated|fractured|bruised my|her|his EVER? arm|arms|wrist|finger|ribs|rib|nose|shoulder|leg|hand|thumb .. restrain*|staff|ward|nurse|they|police|security|holding|hold
they|he|she EVER? took|ripped|pulled|cut|tore|removed|stripped EVER? all? my|me|her EVER? of? clothes|top|bra|underwear|naked|trousers
they|ward|hospital|unit .. HITS|laughed_at|mocked|bullied|beat|dragged|starved|drugged|tied|pinned|restrained|injected|tortured|humiliated|shouted_at|swore_at|strapped|choked|slapped|kicked|punched EVER? me|us|him|her|patients|people|my
overmedicat*|over_medicat*|drugged_up|doped_up|dosed_up|medicated|so_much_medication|too_much_medication|double_dose|triple_dose .. zombie|can_not|could_not|sleep|dribbl*|walk|wake|keep_me_quiet|shut_me_up|quiet|knock|drool*
like a zombie
ignored|ignore|ignoring|dismissed|refused|told|laughed EVER? me? .. when|while|about|my|at|treat EVER? i|my|chest|was|agony EVER? was|am|said|had|of|in? bleeding|pain|chest_pain|choking|agony|collapsed|overdosed|overdose|screaming|crying_in_pain|suicidal|self_harmed|seizure|stroke|fit|fits|broken_arm|begging
nobody|no_one|they|he|she|not EVER? came|helped|come|listened|would|did|believe*|checked .. bleeding|in_pain|agony|on_the_floor|collapsed|screamed|screaming|buzzer|hours|overdose|choking|seizure
filming|filmed|recorded|photograph*|took_pictures_of|took_photos_of|videoed me|us|her|him|patients|naked|in_the|on
mistreated|ill_treated|abused|assaulted|attacked|tortured|raped|bullied|beaten|hit|neglected EVER? .. on|in|at|by|while|during|as EVER? the|a|my|this|inpatient|detained|sectioned EVER? ward|unit|hospital|care_home|inpatient|wing|care|crisis_house|placement|nursing_home|section|staff|supported
grabbed|touched|squeezed|felt|rubbed|stroked my|her|his PRIVATE
hand|hands|fingers up|down|in|between|under|inside my PRIVATE|leg|legs|shirt|dress|trousers|me|clothes|thigh
detained|sectioned|locked_up|held|kept EVER? .. illegally|unlawfully|no_reason|without_rights|like_an_animal|like_a_prisoner|like_prisoner
STAFFONE .. hurt|hurting|hurts me|us|her|him|my|people|patients|residents
STAFFONE .. blamed|punish*|punishing|punishes .. me|us|him|her|for|patients|by|we
punish*|bully*|abus*|cruel*|mistreat* EVER? by? STAFFONE|patients|residents
"""

OTHERS = """
i|ill|im|could|would|and|will|am|just EVER? WANT EVER? to? EVER? KILLSOMEONE EVER? PERSON
going to|want_to|wanted_to|want|wanna|could|might|feel_like|thinking_of|thinking_about|thought_about|thoughts_of|thoughts_about|will|would|about_to|urge_to|urges_to|swear_i_will|planning_to|like_to|love_to|tempted_to|ready_to|scared_i_will|scared_i_might|afraid_i_will|afraid_i_might|worried_i_will|worried_i_might|fantasise_about|fantasising_about|plan_to|dream_of|need_to|have_to EVER? EVER? KILLSOMEONE EVER? up? PERSON
i EVER? WANT EVER? to? EVER? KILLSOMEONE his|her|their|that|your|my_husbands|my_dads face|head|skull|brains|teeth|throat|throats|neck|heads|faces|windows|car|house|eyes|legs in|open|out|up|off|$
going to|will|want_to|gonna|wanna|could|would EVER? smash|cave|kick|punch|bash|stave|rip|slit|break|blow|cut his|her|their|your|that EVER? EVER? face|head|skull|brains|teeth|throat|throats|neck|heads|faces|eyes|legs|fingers|tongue|car|window|windows
smash|bash|kick|cave his|her|their|your EVER? face|head|skull|brains|teeth|heads|faces in|off
voice|voices|god|devil|demons|head .. tell|tells|telling|told|say|says|saying|want|wants|command* ... kill|hurt|stab|harm|attack|murder|burn|smother EVER? them|him|her|my|the|people|someone|everyone|you|others|baby|others
have|got|carry|carrying|bring|bringing|take|taking|keep|bought|holding|sharpened|sharpening EVER? a|my|the|got EVER? kitchen? knife|gun|weapon|blade|machete|hammer|axe|acid|crowbar|petrol|bat .. for|and|in_my|with_me|because|to|at|under|ready|when|tomorrow|him|them|her|you|next|$
THREAT|threatened|threats EVER? to kill|hurt|stab|burn|attack|harm|shoot EVER? him|her|them|the|staff|people|his|someone|everyone
set|setting fire to EVER? the|this|my|his|her|their|it|that|him|them|place
burn|burning|torch|blow|bomb|petrol_bomb|blowing EVER? the|this|that|their|your|his|her|it|up EVER? ward|place|house|office|hospital|building|flat|clinic|down|unit|lot|surgery|school|centre|car EVER? down|up|$
make|making|made them|him|her|you|everyone|someone EVER? all? suffer|bleed|pay|sorry|regret|hurt|beg|scream
he|she|they|you|someone|somebody|staff|everyone|doctor|nurse|people|that .. deserve|deserves|going|needs|need|should|will|ought|gonna EVER? to? EVER? die|be_dead|bleed|suffer|be_killed|be_shot|get_hurt|get_stabbed|get_killed|pay_for|be_stabbed|burn
someone|somebody|one_of_them|one_of_you|he|she|people is|are|will|going|s EVER? going? to? EVER? get|end_up|be|gonna_get EVER? hurt|killed|stabbed|dead|battered .. if|by_me|soon|tonight|i|here|$
i EVER? will|going_to|gonna|swear|am_going_to|might|could EVER? swing_for|do_time_for|kill|get|batter|do_for|finish|end|lamp|deck|chin EVER? him|her|them|you|someone|the|that|one_of
swing for him|her|them|you
i EVER? am EVER? going_to EVER? get|find|hunt|kill|end|hurt|stab|do EVER? him|her|them|you|someone EVER? down|back|and|all|when|tonight|$
watch your|their|his|her back|backs
i know where he|she|they|you live|lives|parks|works
get my revenge|hands_on
revenge on
i|and|have|nearly|almost|just EVER? punched|hit|stabbed|attacked|strangled|hurt|pushed|beat|slapped|kicked|choked|headbutted|battered|bit|assaulted|shook EVER? up? my|him|her|the|a|them|someone|his|our|another EVER? wife|husband|girlfriend|boyfriend|partner|mum|dad|brother|sister|son|daughter|kids|baby|child|nurse|doctor|patient|staff|and|again|last|yesterday|because|neighbour|in|with|when|$
i EVER? hit|hits|beat|hurt my wife|husband|girlfriend|boyfriend|partner|kids|kid|son|daughter|mum|baby|child|children|mother|dad
thoughts|urges|urge|visions|images|thought|fantasies EVER? of|about|to|where EVER? i? EVER? hurting|harming|killing|stabbing|attacking|hurt|harm|kill|stab|strangling|murdering|poisoning|pushing EVER? PERSON|people|others|my|the|a
lose|losing|lost control|it|my_temper .. and|hurt|hit|kill|someone|somebody|will EVER? hurt|kill|hit|someone|do|him|her
blood on my|his|their|your hands
killing spree|mass_murder|shooting|massacre
shoot|stab|kill them|everyone|everybody|people|you|him|her all|there|at|in|dead|with|and|one|before|$
i EVER? am_going_to|will|want_to|gonna EVER? kill|murder|stab|shoot|strangle|poison|drown|smother|behead EVER? my|the|that|this|his|her|your|a|every|some|all|any
kill|murder|stab|shoot|strangle|hurt|harm|attack someone|somebody|people|everyone|everybody|others|him|her|them .. $
danger|risk|threat to others|other_people|people|my_kids|my_family|my_children|the_public|everyone
danger|not_safe to be around|be_near
do not trust myself around|with|near|not_to EVER? my|the|him|her|them|people|others|hurt|kids|baby
"""

HELP = """
^ please? help EVER? me? urgent|urgently|sos? please|now|someone|asap
^ help help help? $
^ please? stop EVER? it|this|please? hurts|hurting|hurt $
help me EVER? please|now|quick|someone|i_am|i_can|im|$
please|someone|anyone|somebody|can_someone|can_anyone|can_you|will_someone|god EVER? please? help EVER? me|us|$
need|want|get|send EVER? some|me|any|a|an? help EVER? now|asap|urgent|urgently|please|tonight|today|right_now|immediately|quick|desperate|fast|straight_away|bad|so_bad|badly|this_minute|at_once|before
desperate|desperately|urgent|urgently|really EVER? need|for|needing|want EVER? some? help|someone|support
i EVER? need EVER? help|someone|somebody|ambulance|a_doctor|doctor|police|crisis_team|to_be_sectioned|to_be_in_hospital|hospital|to_go_to_hospital|to_speak_to_someone|to_talk_to_someone EVER? now|please|tonight|urgently|asap|today|urgent|right_now|immediately|$
need|want|call|send|get|ring|phone|called|waiting_for|dial|is_there_an|rang EVER? me|an|the|for|a|my EVER? an? ambulance|999|police|paramedics|crisis_team|111
ambulance EVER? please|now|quick|urgent|needed
^ urgent|urgently|sos EVER? help|please|now|my|i|he|she|we|$
^ emergency|999 EVER? help|now|please|my|i|he|she|we|$
emergency .. help|now|please|here|$
this is an? emergency|urgent
sos
in|having|am|a|approaching|hit EVER? mental_health|complete|full|total|severe|proper|big|massive|real|bad? crisis
i EVER? am|feel EVER? in EVER? a|mental_health|deep|such|real? crisis|danger|distress|serious_trouble
having|am|had|is EVER? a|another|total|complete|nervous|mental|full? breakdown|melt_down|meltdown|psychotic_episode|psychotic_break|manic_episode|relapse
losing my mind|grip|sanity
going EVER? mad|insane|crazy|out_of_my_mind|psychotic|under
voice|voices|they|tv|radio|people|demons|neighbours .. telling|tell|tells|shouting|screaming|talking|getting|louder|commanding|will_not|wont|say|says|saying|in_my|whisper*|constantly .. me|to_me|head|stop|loud|louder|things|ears|worse|at_me|do|worthless
voices EVER? are|have|keep|in|will|wont|back|getting|so|too|is
hear|hearing|heard EVER? the|these|them|horrible|evil|loud? voices|things_that
hearing|seeing things|shadows|people_who|demons|faces|dead_people
i EVER? am EVER? not EVER? safe EVER? right_now|now|here|at_home|tonight|please|where_i_am|in_this|with_him|anymore|alone|outside
do not EVER? feel EVER? safe EVER? here|now|tonight|anymore|in|at|right_now|outside|where|going|being|to|please|on|$
in danger
no|not|without|ran_out|run_out|got_no|have_no|out EVER? any|of|got|have|no|had|had_any? EVER? food|money_for_food|heating|electric|gas|electricity|where_to_sleep|where_to_go|place_to_sleep|bed_tonight|where_to_live|roof|home_to .. tonight|for|kids|days|in|left|today|until|house|me|to|and|since|at|week|cupboards
not|nothing|have_not|hasnt EVER? eat*|eaten|food|had_a_meal EVER? anything|properly|in|for|since|all|to EVER? days|# days|week|two|three|four|five|a|yesterday|eat|monday|friday|sunday|couple
nothing to eat
no food|where_to_sleep|where_to_go|heating_and
hungry|starving|freezing .. days|kids|no_money|no_food|streets|nowhere|no_heating|and_cold|cold_and|children
homeless|streets|street|evicted|sleeping_rough|kicked_out|thrown_out|in_my_car|on_the_streets|doorway .. tonight|now|today|night|help|please|sleep*|since|baby|kids|from|where|me|with|and_i|freezing
nowhere|no_where|no_place|where_can_i to? go|sleep|stay|live EVER? tonight|to_go|now|else|tonight_please|$
i am EVER? homeless|sleeping_rough|being_evicted|on_the_streets|on_the_street|destitute
panic attack|attacks .. now|right_now|breathe|help|can_not|cant|breath|having|stop
having|in|middle_of EVER? a|another|bad|massive|really|huge? panic_attack|panic_attacks|seizure|heart_attack|stroke|fit|asthma_attack|allergic_reaction|flashback|flashbacks|psychosis
can|could not EVER? breathe|breath|stop_shaking|stop_crying|calm_down|stop_panicking|feel_my|move|see_straight|think_straight
chest pain|pains|hurts|tight EVER? .. breathe|now|arm|help|bad
bleeding|bleed .. stop|lot|badly|help|everywhere|now|heavily|will_not|wont|everyone|alot|floor
wont|will_not|cannot|can_not stop bleeding
losing|lost|so_much|loads_of blood
i EVER? am EVER? having|in EVER? a|really|very|terrible|bad|agony|awful|so? EVER? psychotic|mental_breakdown|suicidal|unbearable_pain|agony|withdrawal|withdrawals|bad_trip
run|ran|running|runs EVER? have? out_of EVER? my EVER? tablets|medication|insulin|lithium|clozapine|medicine|inhaler|methadone|antipsychotics|antidepressants
no medication|tablets|medicine|insulin EVER? left|for|and|since
i EVER? have EVER? not slept|sleep for|in #|days|a_week|two|three|four|five|six days|nights|week
not slept|sleep|eaten|eat EVER? or_slept|or_eaten|properly? in|for|since EVER? #|days|a|two|three|four|five|six days|nights|week
what do i do .. please|now|help
do not know what to do|else|i_will|i_might EVER? anymore|please|help|next|now|with_myself
please someone|somebody|anyone|help|hurry|save|do_not_leave_me|come_quick|come_now|hurry_up
save me
someone|somebody|anyone|can_someone|crisis_team|doctor|nurse please|to|need_to|call|ring|contact|phone|come EVER? call|ring|contact|phone|come|speak_to|talk_to|visit me|now|please|urgently|asap|tonight|quick|here|today
talk|speak|chat to someone|somebody|a_person|anyone|a_human|a_doctor|a_nurse|the_crisis_team EVER? now|please|right_now|tonight|urgently|asap|today|desperately
crisis team|line .. not|never|no|wont|will_not|answer|rung|rang|tried|ignored|hung|told|now|tonight|please|engaged|phone
tried|rang|called|ring|phoned|rung EVER? the|my|and EVER? crisis|111|999|samaritans|out_of_hours|duty .. no|not|nobody|engaged|answer|hung|wait|hours|told|ignored|busy
nobody|no_one|anyone is|will|has|s|can|picks|are EVER? here|there|coming|answering|help|helping|listening|answers|come|listen|left EVER? me|to_me|up|with_me|please|for_me|to|$
i EVER? do_not|can_not|cannot EVER? EVER? be EVER? on_my_own|alone|left_alone EVER? tonight|right_now|now|anymore|please|with
scared|terrified|frightened|afraid|petrified .. help|right_now|alone|tonight|of_what|outside|someone_is|going_to_die|i_am_dying|breathe|please
they|someone|people|neighbours|mi5|police|he EVER? is|are EVER? going_to|trying_to|here_to|coming_to|out_to|coming_for|watching|following|after|poisoning|spying_on EVER? kill|get|hurt|me|poison|take|my
someone|man|he|they is|are|s trying|breaking|outside|banging|kicking|at|in EVER? to|in|my|the|at|down EVER? door|get_in|break_in|house|window|break|my
i think i am dying|having|going_to_die
i am dying .. help|please|here|now|$
collapsed|unconscious|not_breathing|wont_wake|will_not_wake|not_waking|overdosing|fitting|stopped_breathing
relapsed|relapsing|drinking|using|withdrawing|withdrawal|detoxing|rattling .. help|can_not|now|dangerous|shaking|again|badly|fits|seizure|alone|stop|dying
can|could not EVER? cope EVER? please|right_now|tonight|help|alone|with_this|with_it|$
i EVER? am EVER? EVER? desperate|at_breaking_point|breaking_point|going_under|drowning|in_bits|not_coping|not_ok|not_okay|falling_apart|not_alright|in_pieces|spiralling|spiraling|at_rock_bottom|rock_bottom|really_struggling|losing_it|not_doing_well_at_all|on_the_edge|close_to_the_edge|breaking_down|having_a_breakdown|in_a_really_bad_place|in_a_very_dark_place|in_a_dark_place|in_a_bad_place|at_my_lowest
dark place|pit
breaking point
"""
