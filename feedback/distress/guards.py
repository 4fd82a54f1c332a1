"""Words that sound like distress and are none: figures of speech, work and policy, denial. They are taken out before anything is judged.

Only the words of the guard are taken out, so that "I am not suicidal but I cut last night" is still heard. See `pattern` for how
to read a rule. A guard's place is kept by one mark, by which the model can tell what stood there.
"""

DENIALS = """
not want it|this|that|them to stop|end|be_over $
am|was|is|not_feeling|feel|feeling|are|not_been|been|were not|never EVER? feeling? EVER? suicidal|self_harming|at_risk|a_risk|in_danger|in_crisis|in_immediate_danger|being_abused|going_to_kill_myself|going_to_hurt_myself|going_to_harm_myself|going_to_do_anything|hurting_myself|thinking_of_suicide
not|never EVER? EVER? thinking_of|thinking_about|planning_to|going_to|trying_to|want_to|wanted_to|having_thoughts_of|had_thoughts_of|thought_about|thought_of|felt|feel|tried_to|considered|intend_to|would EVER? EVER? kill_myself|killing_myself|suicide|suicidal|end_my_life|ending_my_life|hurt_myself|harm_myself|hurting_myself|harming_myself|self_harm|take_my_own_life|overdose|harm_anyone|hurt_anyone|hurt_anybody|kill_anyone|die|do_anything_silly|do_anything_stupid
no thoughts of|about EVER? suicide|self_harm|harming_myself|hurting_myself|ending_my_life|dying
no plans|plan|intention|intent|wish|risk to|of EVER? kill_myself|end_my_life|hurt_myself|harm_myself|suicide|die|self_harm|ending_my_life|harming_myself
do not have|have_any suicidal|any_suicidal thoughts|thoughts_at_all
do|did not self harm
have|has not|never EVER? self_harmed|overdosed|cut_myself|hurt_myself|tried_to_kill_myself|harmed_myself|attempted_suicide|cut|self_harm
never EVER? BEATEN by|on EVER? the|my|a|any? STAFFONE|KIN|ward
nobody|no_one EVER? HITS EVER? me|us|anyone
not|never EVER? been|being|getting|was BEATEN
stopped|gave_up|free_from|free_of|clean_from|without|recovered_from|no_longer|do_not_anymore|years_since_i|given_up|havent_had_to self_harm|self_harming|cutting|overdosing|suicidal|cut|hurting_myself
not self harmed|harmed_for|harming anymore|in|for|since
# days|weeks|months|years EVER? clean|free|without EVER? self_harm|from_self_harm|cutting|of_self_harm
nobody|no_one|never|anyone|did_you|did_not|they|staff|doctor|nurse|she|he|always|only|you|to ask|asks|asked|asking|ever_asked me|us|them|him|her? EVER? if|whether|about EVER? i|we|he|she|im|i_am EVER? was|am|felt|feel|were|is|feeling EVER? suicidal|self_harming|safe|hearing_voices|going_to_hurt_myself|suicide
used_to be|feel|get|self_harm|cut|overdose EVER? suicidal|self_harm|myself? .. but_not|not_anymore|now_i_am|but_i_am_better|but_now|well_now
am not EVER? scared|afraid|frightened|terrified EVER? of? him|her|them|home|speaking
is|was|are not EVER? abusive|violent|abuse|abusing_me|hurting_me|hitting_me
not trying to hurt|harm
not in EVER? any|immediate|a? danger|crisis
"""

FIGURES = """
# killing, dying, death as a manner of speaking
kills|killing|killed|kill me EVER? to|having|that|when|sitting|standing|with_the|waiting|not_to|how|laughing|lol|haha|walking|climbing|by_the_end|the_first|the_next|trying|going_up|in_those|not_knowing|at_the_back
back|feet|knees|legs|head|shoes|knee|hips|hip|heels|neck|eyes|arthritis|shoulder|stairs|heat|suspense|commute|traffic|queue|queues|wait|waiting|jargon|acronyms|forms|form|parking|chairs|chair|seats|boredom|stairs|hill|cold|music|bus|curiosity|smell|silence|paperwork|price|prices|cost|costs|walk EVER? is|are|was|were|will|nearly|almost|would|has|have|really|absolutely? EVER? EVER? killing|killed|kills|kill me|us|him|her|everyone
nearly|almost|practically|about|just|totally|literally EVER? killed|died|die|dying|kills|choked|choke EVER? me|us|myself|on_my|on_a|of|laughing|with|when_i_saw|when_they|at_the|from EVER? laughing|laughter|embarrassment|shame|boredom|heat|thirst|cold|shock|my_tea|biscuit|my_coffee|the_price|a_biscuit|surprise|fright|on_my
could|could_have|nearly|almost|i|just|thought_i_would|would_have|about_to|practically|literally|half_to|going_to|was|hoping_not_to|not_to|trying_not_to have? EVER? died|die|dying|dead|death of|with|from|laughing EVER? embarrassment|embarassment|boredom|laughter|laughing|shame|heat|thirst|cold|shock|happiness|cringe|pride|hunger|joy|curiosity|jealousy|suspense|envy
died|die|dying|dead|death|starving of|with|from EVER? embarrassment|embarassment|boredom|laughter|laughing|shame|cringe|happiness|pride|curiosity|anticipation
dying|dead to EVER? meet|know|see|tell|hear|find|try|get|go|ask|use|have|do|read|say|share|join|come|show|start|be_part
dying for EVER? a|the|some|my cuppa|tea|coffee|wee|cup|brew|drink|pee|smoke|fag|break|cigarette|lunch|biscuit|next|summer|cake
rather|sooner die|be_dead|poke_my_eyes|stick_pins|eat|stab|shoot|chew|have_teeth EVER? than EVER? miss|do|go|sit|use|fill|wear|eat|speak|be_on|phone|lose_my|give_a|watch|support|sing
WHO|it|this|that|kills|killed|curiosity EVER? killed|kills|kill the|my EVER? mood|vibe|conversation|buzz|cat|time|atmosphere|energy|idea|discussion|enthusiasm|project|momentum|battery|joy|motivation|engine|group|meeting|debate|trust|passion|wifi|link|proposal
kill|killing|killed some|an|a|two|the|time|half|hours|bit time|hour|minutes|few|the_time|wait|bit_of_time|two_birds|birds|while
kill|killed|killing it|off_the|the_lights|the_engine|two_birds|the_music|with_kindness
would kill for|to EVER? a|have|get|some|be|see
id kill for
my EVER? KIN|mum|boss|wife|husband|dad|mate will|would|is_going_to|gonna|are_going_to|is_gonna|going_to EVER? kill|murder|strangle me EVER? if|when|for|lol|haha
murder|kill|murdering|demolish|smash|killing|murdered|destroy a|an|that|the|some EVER? EVER? cuppa|tea|coffee|biscuit|curry|pint|burger|kebab|cake|song|sandwich|brew|pizza|glass|roast|buffet|samosa|slice|plate
bloody? murder getting|trying|on_my|parking|finding|to_get|with|parking
getting|get|got|gets away with murder
like|dead|battery|phone|phones|deadline|deadlines|laptop|link|engine|car|computer|wifi|signal|internet|zoom|connection|boiler|hearing_aid|plant|plants|tablet|screen|mic|microphone|line|mouse|telly EVER? EVER? died|dead|dying|die|dies
dead on|good|easy|simple|boring|nice|slow|quiet|end|line|lines|weight|funny|proud|chuffed|keen|friendly|helpful|clear|handy|long|straight|important|lovely|pleased|tired|interesting|ends|wood|lift|link|links|zone|helpful|heat|ringer|serious|kind|wrong|right|hard|busy|late|sound|cool|cheap|close|happy|excited|in_the_water|language|from_the_neck|as_a|silence|space|zone
over my dead body
to|tickled|bored|scared|talked|talk|loved|love|worked|done|work|frightened|starved|frozen|tired|flogged|worried|sick|bores|boring|chuffed|me|us|everyone|freezing EVER? to death
death by powerpoint|paperwork|committee|slides|flipchart|meeting|meetings|email|emails|a_thousand|zoom|acronym
death|deaths of EVER? a|the|my? project|group|conversation|high_street|democracy|expertise|co_production|salesman
matter|life_and|sudden of life_and|and? death
life and|or death
die|died|dies|hill on|to|i|ill|we|would|hard|on_the|on_that EVER? die|this|that|hill|down
old habits die
never say|too_late_to die
people die less|from_this|of|waiting|earlier|younger|too_young|sooner|fifteen|twenty
die laughing|happy|another_day|of_the
drop dead gorgeous
or die trying
i am|im dead|ded EVER? lol|haha|laughing|tired|😂|proud|chuffed|excited|keen|set|against|serious|on|beat|sure
to|for die for
cake|cakes|biscuits|food|view|scones|buffet|pudding|curry .. to_die_for
do or die
# suffering as a manner of speaking
torture|agony|nightmare|murder|suicide|hell|painful|torment EVER? listening|sitting|waiting|trying|getting|parking|to_sit|to_get|choosing|to_park|deciding|to_navigate|to_fill
it was|is EVER? torture|agony|murder|hell EVER? trying|waiting|listening|getting|on_earth|to
political|career|social|commercial|financial|electoral|suicide suicide|note|squad|squeeze
suicide squad|squeeze|drill
suicide EVER? prevention|awareness|training|strategy|policy|statistics|stats|rates|rate|research|bereavement|postvention|first_aid|talk|course|action|group|charity|charities|helpline|hotline|figures|workshop|risk_assessment|risk_form|theory|module|lecture|campaign|support_group|safety|day|plan_leaflet|audit|data|survivors_group|loss|intervention|leaflet|leaflets|poster|posters|section_of|forum|working_group|pathway|reports|books|conference|memorial|lead|question|questions|alliance|film|documentary|storyline|numbers
self harm EVER? policy|training|awareness|course|leaflet|support_group|module|workshop|statistics|section|lead|strategy|research|pathway|service|services|team|group|question|questions|guideline|guidelines|network|project|forum|working_group|session|guidance|kit|charity|posters|poster|nurse_specialist
training|course|policy|talk|workshop|leaflet|section|research|strategy|seminar|webinar|book|article|chapter|charity|conference|documentary|film|programme|presentation|lecture|study|paper|poster|module|session|questions|guidance|guidelines|report|reports|meeting|discussion|group|campaign|podcast|play|drama|essay|dissertation|subject|topic|volunteer|volunteered|teach|training_on|work EVER? on|about|for|around|in|called|of|covering|with_people_who EVER? EVER? suicide|self_harm|suicidal|abuse|domestic_abuse|domestic_violence|restraint|child_abuse|safeguarding|overdose|violence|sexual_abuse|neglect|seclusion|bullying|violence_reduction|fgm|preventing_suicide|reducing_restraint|child_protection|reducing_suicide|suicide_and_self_harm|sexual_violence|exploitation|racism
suicide|self_harm|abuse|restraint|violence|neglect|bullying|overdose|seclusion|harassment|safeguarding|racism|slavery|assault|crisis|exploitation EVER? and|reduction|prevention|policy|training|awareness|leads|lead|officer|helpline|charity|network|strategy|procedure|procedures|policies|legislation|act|survey|module|statement|guidance EVER? self_harm|suicide|training|policy|strategy|awareness|prevention|week|day|leaflet|leads|reduction|group|team|work|guidance|planning|network|plan|plans
domestic|child|elder|sexual|substance|drug|alcohol|financial abuse|violence|protection EVER? training|services|service|charity|charities|worker|team|policy|helpline|awareness|support_worker|lead|refuge_manager|sector|organisation|forum|conference|group|survivors_group|course|coordinator|advisor|adviser|support_group|strategy|leads|survivor_group|project
abuse of EVER? power|process|trust|the_system|language|statistics|position
prevent|preventing|prevention|prevents|tackle|tackling|reduce|reducing|reduces|against|stop|stopping|ending|end|awareness_of EVER? EVER? suicide|suicides|self_harm|abuse|violence|domestic_abuse|restraint|seclusion|bullying|overdose|overdoses|exploitation|child_abuse|loneliness|homelessness|hunger|poverty|stigma
talk|talking|talked|speak|spoke|speaking|discuss|discussed|open|taboo|word|subject|topic|stigma|conversation|conversations EVER? openly? EVER? about|of|around EVER? suicide|suicidal_thoughts|self_harm|death|dying|abuse
restraint|seclusion policy|training|reduction|figures|free|data|review|in_spending|guidance|room_design|and_seclusion_policy|network
budget|financial|of|with|show|showed|showing|some|in_language|more|pay restraint
voice|voices EVER? of EVER? experience|lived_experience|service_users|carers|patients|young_people|people|the_people|survivors|others|families
hearing voices EVER? group|network|groups|course|workshop|movement|training|conference
heard|hear|hearing|include|including|amplify|raise|represented|listening_to|listen_to|more|different|diverse|many|quieter|louder|loudest|all|our|their|other|both|young|new|unheard|seldom_heard|missing|black|same EVER? our|peoples|your|different|their|other|new|diverse|all|everyones|many|more|quieter|so_many|these|those|service_user|patient|carer|young|lots_of? voices|voices_in
crisis cafe|plan|plans|house_steering|card|care_pathway|care_review|team_review|training|planning|management|comms|concordat|service_redesign|pathway|text_line_project|skylight|resolution|communication|workshop
cost of living crisis
# hurt, hit, beat, cut, shot, burn, attack as manners of speaking
hit|hits|hitting EVER? me|us|home|the|a|their|his|her|our|my|all|its|it|them EVER? that|how|hard|like_a|home|their|target|targets|the|nail|road|ground|wrong|right|spot|deadline|deadlines|snag|wall|nerve|roof|jackpot|brick_wall|milestone|peak|headlines|brakes|button|send|mute|enter|reply|submit|buffers|sack|hay|pub|shops|barrier|glass_ceiling|note|phones|limit|budget|big|milestones|low_point|raw_nerve
it EVER? hit|hits me|us|home
this|that|which|what|reality|penny|grief|realisation|tiredness|news|fact|jet_lag|heat|smell|emotion|speech|story|talk|video|message EVER? really|also|just? hit|hits EVER? me|us|home|hard
hit it off|on_the|with_them
hit EVER? targets|the_target|by_the|by_covid|by_cuts|by_inflation|by_prices|by_the_cuts|hard|by_austerity
a|massive|big|smash|huge|instant|was_a|real|great|hit hit with|everyone|at|hit
beat|beats|beating EVER? me|us? to_it|around|about_the|the_queue|the_traffic|the_rush|the_system|the_odds|the_clock|the_bus|the_heat|the_crowds|cancer|it|stigma|sitting|being_stuck|staying|the_stigma|the_drum|the_record|at|the_blues|depression|the_previous|sat|any|that
heart|drum|music beats|beat|beating
took|take|taken|taking|takes EVER? a beating|battering|hammering|pounding|bashing|hit
beat|beaten|beat_me|beaten_me|beats_me|beats at|by EVER? another|in|to|a_point|chess|scrabble|pool|cards|dominoes|bingo|table_tennis|snooker|draughts|ping_pong|quiz|the_quiz|the_other|one_point|bowls|darts|uno|badminton|quizzes|monopoly|connect
beaten in|on|to EVER? the|a budget|quiz|vote|final|election|post|finish|debate|semi|ballot
beaten track
beat|beating up|myself up? EVER? about|over|for
beat|beating|kick|kicking|kicked|beats myself|yourself|themselves|himself up|for|that|when|over
kick|kicked|kicks|kicking off|in|out|things|the_habit|up|started|start|the_tyres|a_ball|the_bucket|about|around|smoking
punch|punched|punches|punching above|a_ticket|bag|my_ticket|line|hole|holes|the_air|in_the_numbers|packs|well_above|in_my_pin|through
attack|attacked|attacking EVER? the|this|a EVER? problem|problems|task|issue|stigma|list|agenda|question|challenge|inequality|poverty|paperwork|benefits|biscuits|garden|weeds|proposal|idea|report|housework|jungle|forms|buffet|cake
attack with|on_the_nhs|on_benefits|on_disabled|on_services|of_the_giggles|of_nerves|line
cut|cuts|cutting me|us|him|her|them|people|everyone off|short|out|down|some_slack|up|from_the|loose|in|a_deal
cut|cuts|cutting|shut EVER? it|the|my|our|their|your|back|down|out|off|up|short|a|to|in|through|fine|corners|costs|hours|staff EVER? EVER? support|hours|benefits|funding|budget|budgets|service|services|call|connection|jargon|chase|red_tape|corners|crap|hair|grass|cake|ribbon|course|meeting|session|staff|bus|pay|money|cost|costs|group|chatter|line|link|fine|waffle|time|speech|video|text|sugar|smoking|question|cloth|hedge|vegetables|edges|paper|noise|coffee|hedges|fringe|slides|drinking|caffeine|waiting|survey|form|number|numbers|carbs|lawn|nails|on
were|was|are|been|being|got|is|get|benefits|hours|budget|funding|pip|cuts EVER? cut|cuts EVER? off|short|back|down|by|out|to|from|again|$
i|we EVER? cut my|me|our finger|thumb|hair|losses|teeth|nails|own_hair|hours|hand_on|finger_on|ties|fringe|grass|toast|toenails|foot_on|knee|costs|coat|lip_shaving|face_shaving|chin_shaving|sandwich|holiday|trip|visit
i|i_have|started|been|love|like|enjoy cut|cutting EVER? and_paste|down|out|up|back|through|the_grass|the_hedge|paper|hair|vegetables|fabric|dairy|bread|sugar|smoking|caffeine|it_fine|my_hours|some|off_from|across|class
cutting edge|board|and_pasting|room_floor|it_fine|off|corners|out_paper|comments|remark|through|services|remarks|down|back|the_budget|funding
hair|paper|short|clear|above|final|hair|pay|power|clean|job|tax|spending|staff|service|budget|funding|bus|price cut|cuts|cutting
shot|shoot|shooting|shoots|shots EVER? down|up|photos|video|videos|a_film|me_an_email|me_a_message|an_email|film|pictures|in_the_foot|myself_in_the_foot|the_breeze|hoops|for|across|off_an|from_the_hip|a_look|portraits|a_short|a_glance|a_hand_up|a_promo|pool|the_messenger|some|a_documentary|to_fame
shoot|shot|shooting EVER? myself|ourselves|themselves|yourself in_the_foot
shoot the messenger
stab|stabbed EVER? at|me_in_the_back|in_the_back|in_the_dark|us_in_the_back
back stabbing|stabber|stabbers
burn|burned|burnt|burning|burns EVER? out|calories|rubber|bridges|the_toast|my_tongue|my_mouth|a_cd|the_midnight|question|questions|the_candle|issue|my_bridges|the_dinner|my_toast|desire|my_hand_on|my_fingers_on|my_arm_on_the|the_rice|ambition
burnt|burned|burn out
blow|blew|blown|blows|blowing up|it EVER? on|my_phone|out_of|the_balloons|balloons|the_picture|online|social|in_our_faces|the_photo|on_social|a_balloon|the_airbed|on_twitter|on_tiktok
hang|hangs|hanging|hung EVER? out|around|on|up|in|about|back|over|in_there|with|tight|round|onto|there|of_it|loose|pictures|posters|the_pictures|my_coat|coats|the_coats|basket|baskets|fire|by_a_thread|my_head|the_washing|washing|art|our
hung drawn
strangle|strangled|strangling|choke|choked|choking|drown|drowning|drowned|buried|suffocating|swamped|smothered|buried_alive EVER? by|in|with|on|up|the_printer|the_photocopier|myself_laughing|the_laptop|the_computer|the_wifi|under EVER? EVER? EVER? paperwork|emails|forms|jargon|red_tape|bureaucracy|acronyms|tea|coffee|biscuit|biscuits|cake|peanut|admin|work|data|meetings|tears|letters|information|policies|mustard|sandwich|questions|laundry|my_crisp|crisp|crisps|papers|leaflets|housework|a_grape|noise|leaflet|washing|dust
drowned out|our_voices
choked up|back_tears
smash|smashed|smashing EVER? it|time|the_target|target|bunch|session|the_interview|that|work|day|presentation|the_presentation|lot|cake|avocado|job|group|targets|the_glass|the_quiz|the_stereotype|stigma|my_phone_screen|my_screen|idea|of_the|a_plate|a_cup|the_stigma
pushed|push|pushing|pushes|shoved EVER? me|us|him|her|them|myself|ourselves EVER? to|for|forward|outside_my|out_of_my_comfort|in_a_good|in_the_right|harder|beyond|gently|on|myself|back_the|the_date|through_the_paperwork|boundaries|a_bit|into_speaking|into_trying|into_volunteering|towards EVER? do|be|try|speak|think|join|apply|change|more|comfort|best|the|go|take|keep|a|my
pushed for|back|the_boundaries|the_boat|in_to_the_queue|button|to_the_back|the_meeting|from_pillar
dragged|drag|dragging|drags EVER? me|us|him|her EVER? into|along|on|out|to|kicking|my|through|its|the|away_from EVER? EVER? a|the|it|meeting|meetings|feet|heels|quiz|committee|for|hours|group|on|session|screaming|karaoke|gym|walking|yoga|choir|zumba|dancing|dance_floor|another|this|telly|biscuits|sofa
i|we|it|things|meeting|process|that|which|talk|speech|meetings EVER? was|were|got|did? dragged|drag|drags EVER? into|on|along|out
threw|throws|thrown|throwing|throw me|us|them|him|her off|a|in_at|under_the_bus|out_of_the_loop|at_the_deep|into_the_deep|for_a|a_lifeline|curve|a_party|a_surprise|in_the_deep
throw|threw|thrown|throwing things|ideas|money|stuff|resources|my|a|questions|names|your|light|it EVER? at|around|out|in|party|weight|into
under the bus
jump|jumping|jumped|leap|leapt|jumps EVER? in|off|on|at|out|through|to|straight_in|up|over|around|for|from EVER? EVER? EVER? the_chance|chance|opportunity|conclusions|deep_end|hoops|joy|page|question|topic|bandwagon|call|zoom|queue|the_gun|the_queue|ship|subject|question_to|next_question|another|one_topic|bus_to|train_to|the_page|seat|skin|at_that|it|excitement|end|section|thing
i am EVER? # EVER? months|weeks|minutes|minuets|days|hours|out_of|mins|miles|years|yrs|in_the_queue|st|lb|stone|kg EVER? late|into|in|clean|sober|pregnant|out|of|post|free|away|off|early|ten|happy|from|since|through|behind|older|younger|old_and_retired|under
i am EVER? # years EVER? in|into|sober|clean|out|post|on|older|younger|free|since
i am # out_of|percent|per_cent|stone|minutes|%
i am EVER? ten|nine|eight|twelve|eleven|fifteen EVER? out_of|months|weeks|minutes|days|out|years_in|years_into|years_sober|years_clean|years_on|stone
# taking
TAKE EVER? LOTS|some|a_good_bit EVER? notes|time|photos|pictures|pride|steps|effort|courage|turns|minutes|years|leaflets|breaks|it_in|buses|deep_breaths|holidays|money_worries|questions|breath|getting|out_of|space|energy|responsibility|on|longer|information|interest|days|care|calls|feedback|credit|meetings|stick|paper|biscuits|cake|convincing|time_off|guts|tea|of_time|of_courage
i|we|he|she|always|mum EVER? take|taking|takes|took EVER? all? my|his|her|the|me EVER? medication|tablets|meds|medicine|pills EVER? EVER? now|every|as|regularly|on_time|daily|with|and_feel|properly|at|each|in_the_morning|before_bed|at_night|like|for_my_blood|and_i_feel|and_am|when|twice|three_times|three_a|four_a
take|takes|taking EVER? #|two|one|three|four|five|my|a EVER? tablets|tablet|pills|pill|medication EVER? a_day|every|each|daily|at_night|in_the_morning|for|twice|with|per|in_the_mornings|before
too many notes|forms|emails|meetings|questions|leaflets|acronyms|people
stole|steals|steal|stealing the EVER? show|limelight|thunder|idea|ideas|scene|my_idea
took|takes|take|steals|stole|stealing EVER? my EVER? breath|seat|chair|idea|ideas|point|place|thunder|side|hand|word|name|details|advice|number|hat_off|hand_up|notes|coat|temperature|blood|blood_pressure|opinion|comments|views|concerns|money_worries|pen|heart|number|feedback|biscuit|parking_space|lunch|yoghurt|milk|mug|sandwich|picture|photo
# nobody, nothing, no way, point, end
nothing left|else EVER? for_me_to|to_eat|to_say|to_add|on_the|in_the|to_report|to_improve|to_do_but|to_tell|to_cover|to_drink|in_the_pot|for_vegetarians|for_vegans|of_the EVER? EVER? eat|lunch|add|say|buffet|budget|table
no way out|in|of EVER? of|for|to EVER? the_room|wheelchair|wheelchairs|car_park|building|site|survey|page|this_page|the_form|screen|car|prams|carpark|zoom|menu|buggies|fire
point|points of|in EVER? the|my|this|going|being|having|it|coming EVER? EVER? meeting|course|survey|group|being_here|session|form|talk|exercise|questionnaire|committee|is|was|workshop|to_help|training|activity|consultation|email|question|feedback|forum|app|leaflet
what|whats|no|the|any|see|saw|seeing|see_the|get|not_see_the EVER? is|was? EVER? the? point EVER? of|in|to EVER? EVER? EVER? EVER? EVER? survey|meeting|meetings|form|forms|feedback|this_survey|asking|filling|course|questionnaire|having_a|consulting|consultation|group|travelling|coming_if|coming_all|zoom|session|question|question_6|question_4|app|email|emails|passwords|leaflet|going_to|complaining|icebreakers|ice_breakers|voting|this_form|parking|name_badges|minutes|agenda|repeating|another|the_second|that_exercise|paper|log|logging|wearing|car_park|role_play|the_quiz|flipcharts|asking_us|coming
pointless EVER? meeting|survey|exercise|question|form|questions|forms|emails|task|paperwork|icebreaker|session|process|travelling|to_ask|asking|filling
hopeless|useless|worthless EVER? at|website|form|app|map|directions|with|wifi|system|link|parking|signage|info|heating|information|microphone|sound
hopeless case
website|form|parking|wifi|link|app|portal|sound|microphone|map|signs|directions|internet|system|bus|process|survey|instructions|heating|lift|booking|phone|car_park EVER? is|was|are|were EVER? EVER? hopeless|useless|pointless|rubbish_and|worthless|a_nightmare|dying
felt|feel|feeling|be|being|was like? a burden EVER? on|to|for EVER? the_meeting|them|the_group|the_staff|the_organisers|organisers|the_team|the_facilitator|the_chair
burden of EVER? proof|paperwork|admin|evidence|forms|disease
ended|end|ending|ends|finish|finished it|things|it_all|everything|them EVER? all? by|with|at|on|there|early|late|well|in_time|nicely|once_the|the_meeting|when_the|for_the_day|off
plan|plans|decision|decided|vote|voted|going|proposal to EVER? end it|this|things|the_group|the_project|the_scheme in|at|by|after
ending|end|ended it|things .. meeting|group|project|relationship|membership|contract|job|role|subscription|session|call|course|pilot|the_meeting|volunteering
end|ended|ends EVER? of|up|with|on|in|the_meeting|the_session|user|result|product|date|at
want|wanted|wish|need|like|would_like|hope it|this|the|that EVER? noise|meeting|building|drilling|hold_music|calls|emails|rain|letters|spam|jargon|texts|survey|popups|pop_ups|beeping|reminders|session|lockdown|music|hammering|adverts|feedback|notifications|icebreaker EVER? to EVER? stop|end|be_over|finish
i|we EVER? EVER? can|could not EVER? cope|do|go_on|take|stand|face|bear|handle|do_this|carry_on|deal|keep EVER? it? anymore|any_more|more|another|on? EVER? with|of|to|on|in|without EVER? EVER? EVER? EVER? online|zoom|meetings|meeting|forms|form|jargon|parking|noise|committee|chair|bus|buses|surveys|survey|emails|acronyms|rota|volunteering|website|the_app|role|stairs|powerpoint|hold_music|heat|passwords|teams|paperwork|biscuits|mondays|tuesdays|admin|treasurer|app|small_print|small_talk|commute|wine|cake|font
can|could not take anymore|any_more biscuits|cake|notes|people|bookings|referrals|on|questions
can|could not EVER? carry|do|go|keep|get EVER? it|this|on|my|the|much|anymore EVER? shopping|up_the|tuesday|tuesdays|mondays|wednesday|thursday|friday|bags|that_far|chairs|boxes|the_bags|tray|trays|upstairs|heavy|table|on_with_the|on_to_the|next_week|wheelchair|on_zoom
carry|carried|had_to_carry|go on with|without EVER? no? EVER? pay|the_meeting|the_group|funding|the_session|the_survey|the_work|the_agenda|volunteers
never wake up early
fedup|sick|tired|bored|weary of|with EVER? EVER? EVER? EVER? EVER? forms|emails|waiting|jargon|meetings|surveys|repeating|telling|filling|being_asked|having|parking|queues|the_same|chasing|explaining|buses|zoom|queueing|rain|passwords|biscuits|adverts|updates|the_weather|the_bus|consultations|acronyms|the_app|the_website|sandwiches|letters|paperwork|online|teams|roadworks|hold_music|the_phone
done with|for EVER? the|this|it|that|my|today|all|school|uni|work EVER? EVER? survey|form|course|day|today|questions|now|questionnaire|degree|chemo|training|exam|exams|meeting|page|section|work|zoom|week|shopping|task|homework|lockdown
give|gave|given|giving up EVER? on|with|my|smoking|a|the|work|waiting|filling|trying_to|one|sugar|drinking|chocolate|time|two|half|your EVER? EVER? EVER? form|website|smoking|app|seat|job|time|zoom|survey|biscuits|link|portal|evening|coffee|saturday|system|queue|phone|logging|park|meat|booking|log|password|chair|car|driving|waiting|holding|page|day|sugar|alcohol|an|caffeine|evenings|dairy|my_seat|afternoon
not|never|lost|losing|lost_the|lose EVER? the? will to_live EVER? on_hold|in_the|after|listening|during|by_slide|halfway|waiting|filling|with_the|at_the|when_the|reading|trying|around|over|by_the|somewhere|on_page|in_that|with_that|with_this|queueing
lost|losing|loses the will to live
disappear|hide|wanted_the_ground|swallow EVER? me? up|into_the|from_the|under_the_table|behind|into_my EVER? EVER? crowd|floor|background|chair|room|list|seat|screen|wallpaper|menu|ground|plant
ground to? EVER? swallow|open|could
# people and homes
i hurt|cut|burnt|burned|scratched|injured|bruised|hit|bumped|banged|stabbed myself|my .. on|getting|falling|at_football|playing|gardening|cooking|when_i_fell|in_the_gym|at_work|running|by_accident|accidentally|ironing|lifting|shaving|carrying|tripping|slipping EVER? the|a|my|out|over|off|bus|for|in|football|gym
back|knee|head|feet|foot|neck|wrist|eyes|leg|hip|shoulder|ears|hand|bum|backside|brain|throat|ankle|stomach|belly|face|ribs|tooth|sides|cheeks|wallet EVER? hurt|hurts|hurting|was_hurting|ached
it hurt|hurts EVER? to|that|when EVER? not_be|see|be_left|think|left_out|hear|know|be_ignored|read|watch|climb|walk
feelings hurt
hurt|hurts|hurting my feelings|chances|head|eyes|brain
wouldnt|would_not|never|could_not hurt EVER? a_fly|to|anyone_to
touch|touched|touching EVER? base|on|by|up|wood|my_heart|me_deeply|story|me_that|me_how|tribute|screen|me_to|in_with|speech|nerve|moment|the_surface|with_how|hearts|me_so_much|me_when_they_remembered
out_of|in|keep_in|stay_in|get_in|got_in|lost|losing|human|personal|finishing|final|soft|nice|lovely|light|a touch|touches
locked|lock|locks EVER? me|us|myself|out|in EVER? out|in EVER? of EVER? my|the|a|toilet|for EVER? account|zoom|email|car|portal|house_by_mistake|system|app|meeting|loo|phone|office|building|car_park|profile|toilet_by|night_by
locked out
door|doors|toilet|building|room|gate|car_park|office|hall|loo|toilets EVER? is|was|were EVER? locked
did|do|would|could not let me|us|anyone out|in|join|leave|go EVER? of_the|the|early|to_the|back|without|on|for|through|until EVER? meeting|early|room|zoom|car_park|call|chat|next|page|session|toilet_break|waiting_room|building|lunch|the_group|badge|signing
they|it|form|page|app|website|system|site|survey|phone|machine|computer|link|portal|zoom|screen EVER? would|did|does|will|could not EVER? let|allow me|us|you
not|would_not|wouldnt|did_not give me|us|anyone EVER? EVER? water|food|drink|a_drink|tea|lunch|time|the_mic|receipt|an_answer|a_straight|expenses|money_back|enough EVER? EVER? at|in|during|for|to|when EVER? EVER? meeting|break|session|event|training|venue|lunch|course|talk|speak
no food EVER? at|for|provided|on|was|left|or_drink|hygiene|allowed|bank EVER? EVER? the|event|venue|meeting|vegans|vegetarians|provided|session|day|course|us|conference|group
no money for EVER? the|project|group|this|carers|expenses|venue
food bank|banks|poverty|hygiene|bank_volunteer
forced|force|made|makes|make EVER? me|us EVER? to EVER? EVER? do|sit|use|wear|think|download|fill|choose|switch|go_online|book|repeat|take_part|watch|listen|stand|introduce|reset|play|register|click|sign|answer|do_role|do_an|do_a|use_zoom|park|join|pick|rethink|speak EVER? EVER? EVER? badge|zoom|online|form|survey|front|icebreaker|ice_breaker|role_play|app|password|again|video|lanyard|question|page|training|stand|raffle|slides|differently|account|button|sides|think|tea|quiz|through|course|fire_drill
makes|made|make me EVER? feel|think|want_to_scream|laugh|smile|cry_with|proud|welcome|happy|want_to_come|want_to_join|want_to_be|realise|cringe|jump|late|blush|sad_that|want_to_throw_my_laptop|want_to_help
left|leave|leaving|leaves me|us EVER? hanging|out|feeling|with|on_read|wondering|speechless|confused|in_the_dark|on_hold|cold_by|in_the_waiting|off|behind|a_voicemail|alone_to|in_the_lurch|to_it|waiting
i EVER? feel|felt|am|is EVER? EVER? safe EVER? and|here|at|in|with|enough|to_say|to_speak|space|there|now
safe EVER? space|spaces|enough|place|hands|environment|parking|journey
do not feel safe|safe_parking EVER? on|in|walking|using|driving|parking|sharing|online EVER? EVER? bus|car_park|road|ice|stairs|lift|dark|zoom|chair|bike|camera|details|my|ladder|train|crossing|pavement
CHILD .. not safe from the EVER? traffic|road|sun|cars
scared|afraid|frightened|terrified|petrified|nervous EVER? of|to|at EVER? EVER? EVER? public_speaking|speaking|speak|talking|talk|ask|computers|technology|zoom|camera|heights|needles|lifts|flying|spiders|dogs|the_dentist|dentist|getting_it|say|the_forms|saying|change|losing_my_place|first|the_stage|microphone|crowds|go_in|walk_in|being_judged|come_at_first|looking|asking|join|try|the_unknown|trains|escalators|losing|going_in|commit|hard_work|failure
homeless|homelessness EVER? charity|charities|project|hostel_worker|people|outreach|team|sector|support|week|services|service|strategy|forum|shelter_volunteer|prevention|link_worker|person|last_year|in_2
panic attack|attacks EVER? before|last_year|years_ago|when_i_was|in_the_past|used_to|workshop|leaflet|course|less|anymore
panic|panicked|panicking button|buying|over_the|about_parking|about_the|about_what|when_zoom|that_i_was_late|room|mode
heart attack EVER? last|in_2|years|two|three|ten|rehab|and_recovered
ambulance service|trust|crew_training|station|volunteer|car_park|staff_survey|was_parked
emergency EVER? exit|exits|contact|services|planning|planners|lighting|department|numbers|number|contacts|care|budget|general|meeting|fund|grant|button|admissions|procedures|loo|tax|biscuits
no|not EVER? an emergency
not urgent
help EVER? me? please|now EVER? with|find|fill|to EVER? EVER? link|form|survey|zoom|password|this|box|question|log|login|parking|page|the|expenses|booking
help|need_help|want_help|help_please|i_need_help EVER? EVER? with|on|to|finding|getting|filling|logging|signing|from|me EVER? EVER? EVER? EVER? form|forms|survey|zoom|link|password|login|log|car_park|parking|expenses|claim|booking|lift|taxi|question|page|app|username|website|print|font|lunch|sign|camera|mute|slides|agenda|venue|rota|minutes|translate|reading|fill|find|laptop|upload|phone_settings|computer|questions|badge|printer|email|wording|spelling|english
this EVER? help|helps|helped|helpful
help others|people|other_people|out|each_other|desk|line|yourself|button|text|staff|services|shape|improve
dark|bad|black EVER? thoughts|place|humour|chocolate|horse EVER? about|on EVER? the_logo|the_venue|the_colour|sandwiches|decor|the_menu
dark humour
dark place to_park|to_walk|at_night_by
get|got|getting EVER? lost EVER? in|on|finding|trying|looking|at
# work, history, film, games
film|films|book|play|documentary|series|story|novel|game|podcast|movie|show|programme|drama|character|song|album|episode|soap|eastenders|corrie|coronation_street|emmerdale|casualty|hollyoaks|telly|netflix|theatre|opera|video_game|soaps|poem|crime_drama|thriller|whodunnit|exhibition|quiz EVER? is|was|about|where|called|on|with|in|when|had EVER? EVER? EVER? EVER? EVER? EVER? suicide|murder|murdered|murders|killed|killing|dies|died|die|abuse|rape|self_harm|stabbed|death|shot|violence|kills|overdose|hanged|killer|raped|strangled|beaten
murder mystery|weekend|mysteries
joking|kidding|jokes|joke
in the war|olden|old_days|eighties|asylum_days|asylums
history of EVER? restraint|asylums|seclusion|abuse
i EVER? support|help|work|worked|volunteer|volunteered|sit|chair|lead|run|manage|teach|train|deliver|facilitate|counsel|trained EVER? with|for|on|people|in|a|others|at|the EVER? EVER? EVER? who|people|helpline|line|women|survivors|families|men|adults|children|kids|young|parents|charity|refuge|prevention|bereaved|group? EVER? EVER? EVER? have|are|were|feel|of|affected|at|been|experience|experiencing|by|in|bereaved|with|about EVER? EVER? suicidal|suicide|self_harm|abused|abuse|domestic|homeless|in_crisis|crisis|violence|voices|overdose|raped|sexual|restraint|risk_of|trafficked|exploitation|bullied
samaritans|childline|mind|shout volunteer|listener|training|for_years
years ago EVER? and_now|but_now|i_am_fine|now_i|and_i_am_well|and_i_am_now|and_i_have EVER? EVER?
"""
