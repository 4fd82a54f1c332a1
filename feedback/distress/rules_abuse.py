"""Plain signs of being hurt by somebody, of neglect and control, and of a child at risk. See `pattern` for how to read a rule."""

HURT = """
# being hit, hurt, touched
WHO EVER? used_to? EVER? HITS EVER? me|us
my|her|his|our KIN EVER? used_to? EVER? HITS EVER? me|us|her|him|my|the
my|her|his|our KIN .. HITS|RAPE|THREAT EVER? me|us|and
WHO|KIN .. HITS|shouts|screams and HITS me|us
WHO EVER? HITS me with|by|again|last|when|if|in|every|round|at|so|and|because|until|on|$
i EVER? am|was|get|got|have_been|being|been|keep_getting|have EVER? being|getting|been|got? EVER? BEATEN .. at_home|by|as_a|when_i_was|growing|my|every|again|in_my|here|most|for_years|at_school|a_lot|daily|last|on
i EVER? am|was|get|have_been|got|keep_getting EVER? being? BEATEN $
being|getting BEATEN .. at_home|indoors|by|my|every|again
BEATEN by EVER? my|his|her|a|an|the|our? KIN
sexual|sexually abuse|abused|abuses|abusing|assault|assaulted|assaults|touched|harassed|harassment|exploited
rape|raped|rapes|raping|rapist|raper|molest*|grope*|fondle*
RAPE me|her|him|us|my
domestic|elder|financial|emotional|physical|coercive|honour_based|honour|physically|emotionally|verbally|mentally abuse|violence|abuser|abused|abusive|abuses|control
abused|abuses|abusing|abuse EVER? me|my|him|her|them|us|by|as_a|when_i
abusive relationship|partner|husband|boyfriend|wife|marriage|home|ex|family|parents|father|mother|stepdad|household|girlfriend
violent relationship|partner|husband|boyfriend|wife|marriage|home|ex|father|with_me|towards_me|to_me|toward_me|when
is|gets|was|becoming|turned|being|got EVER? violent|aggressive|abusive .. me|us|when_he|when_she|again|at_home|towards|with|$
WHO|KIN|uncle|man|boy EVER? used_to? EVER? touch|touches|touched|touching me|my EVER? at_night|down|where|there|when|private|in|inappropriately|sexually|wrong|and|without|did_not|under|as|between|again|if|every|PRIVATE|$
touched|touches|touching|touch me|her|him|us .. inappropriately|sexually|down_there|at_night|private|where|did_not_want|when_i_was|did_not_like|do_not_want|do_not_like|privates
interfered|interfering|interferes|messed_about with EVER? me|as_a|when_i|her|him|my|by|sexually
made|makes|make|forced|forces|force|forcing|making|pressures|pressured|expects|tricked|coerced me|us|her|him EVER? to? EVER? do|have_sex|sleep_with|touch|perform|watch|suck|undress|strip|marry|beg|take_off|lie_for|work_for|sell EVER? things|stuff|it|to_him|sexual|him|his|sex|with|men|other|porn|$
made|makes|forced|forces|force|forcing|making|pressures|pressured me EVER? to? EVER? have_sex|do_sexual|sleep_with|undress|strip|do_things|touch_him
does|did|do EVER? things|stuff|horrible_things|sexual_things|bad_things to me|her|us EVER? at_night|i|that|when|in|sexually|$
forced|force|forcing|made|make|being_made|pressured|arranged to? marry|marriage|into_marriage|have_an_abortion|get_married|into_sex|into_prostitution
fgm|female_genital|genital_mutilation|trafficked|trafficking|traffick|grooming|groomed|sex_work_against
they|he|she|family|want|wants|going to|are_going_to|want EVER? cut|circumcise my|the|our daughter|girl|sister|baby
hands|hand|arm|pillow|belt round|around|over|on|at|to my throat|neck|mouth|face
HITS|THREAT me|us with a|an|his|her|the belt|knife|stick|bat|gun|hammer|bottle|cord|slipper|spoon|fist|fists|shoe|cane|iron|broom|pan|bar|chair|axe
pull|pulls|pulled|drag|drags|dragged|grab|grabs|grabbed|yanks me|her by|out|across|up|down|around EVER? my|her|the|of hair|neck|arm|throat|stairs|bed|arms|floor|wrist
spits|spat|spit|pees|urinates at|on|in me|us|my
black eye|eyes from|off|he|again|because|by|when|and|last
bruises .. from|off|he|him|her|where|on_my|all_over|hide|hiding|cover|under
bruises|bruise|marks|cuts|burns|cigarette_burns .. from him|her|them|my|when_he|where_he
broke|breaks|broken|fractured my EVER? arm|nose|jaw|ribs|rib|wrist|finger|fingers|leg|cheekbone|tooth|teeth .. he|him|when|because|in|and|again|during|$
he|she|they EVER? broke|breaks|smashed|smashes my EVER? arm|nose|jaw|ribs|rib|wrist|finger|phone|things|stuff|glasses|door|leg
throws|threw|chucked things|plates|stuff|a_plate|hot|boiling|me|a_chair|a_cup at|down|over|against|across|water|out|into
pushed|pushes|threw|shoved|kicked me down|into|over|against|out_of|to_the|across|off the|a|my|of|bed? stairs|wall|floor|road|window|bed|fire|door|house
# threats
threatens|threatened|threatening|threaten|says|said|swears|threats he|she|they|to|will|he_will|she_will|they_will|hell EVER? to? kill|hurt|stab|burn|take_the_kids|take_my|throw_me|beat|smash|find_me|leave_me|hit|tell|report|deport|send|share|post|strangle|get_me|drown|harm|put_me|chuck_me|kick_me me|us|him|if|the|my|himself|it|out|back|pictures|photos|kids|children
THREAT me|us|my|to|with
he|she|they|husband|partner|dad|mum|ex|brother|family will|would|going_to|wants_to|is_going_to|are_going_to|tried_to|says_he_will|said_he_will|said_he_would|gonna|said_they_will|want_to|might EVER? kill|hurt|beat|find|stab|batter|burn|hit|murder|strangle me|us
tried|tries|trying|want|wants|going to EVER? kill|strangle|drown|suffocate|smother|stab|poison|burn me|us
death threats
he|she|they|someone|ex .. follows|following|stalks|stalking|stalked|outside_my|watching_my|harassing|harasses|harass me|house|us|my
revenge porn|naked_photos|blackmail*
blackmail*|extort*
has|had|have|got|sends|sent|shared|posted EVER? pictures|photos|videos|nudes|naked_pictures of me
# control, money, neglect
WHO|KIN|husband|partner EVER? controls|control|controlled|controlling EVER? me|my|everything|who|what|where|all|the_money
controls|control|checks|monitors|tracks|goes_through|takes|took|hides|reads|smashed EVER? who_i|what_i|where_i|my_phone|my_messages|my_texts|everything_i|all_my_money|my_every|my_passport|my_tablets|my_medication|my_keys|me_with|my_emails
not|never|will_not|wont|doesnt|refuses_to|would_not let|lets|allow|allows|allowed|letting me EVER? to? EVER? out|leave|eat|see|use|have|go|speak|talk|work|sleep|wash|phone|call|take_my|drive|cook|near|answer|do_anything|shower|on|study|get_a_job|wear|ring|any_money|any
not|never allowed EVER? to|out|any EVER? leave|eat|see|use|have|go|speak|talk|work|wash|phone|food|money|friends|the .. home|house|flat|by|my|him|her|he|family|anyone|without|phone|husband|partner|food
he|she|they|husband|partner|family EVER? will|would|does not let|allow me|us
lock|locks|locked|locking|shut|shuts|chained|tied me|us|her|him|my EVER? mum|dad|nan|son|daughter|wife? in|up|out|inside|outside|away
i|am|was|being|get|got|kept EVER? locked|shut|trapped|held|chained|tied in|up|inside|out|by|at_home|indoors EVER? my|the|a|room|house|of|by|flat|cupboard|bedroom|night|him|shed|home
keeps|keep|takes|took|stole|steals|stealing|taking|has|controls|holds|nicks|spends|robs|helps_himself_to|withholds|demands|gets EVER? all? my|me|her|his|their|mums|dads|nans EVER? money|benefits|pension|bankcard|bank_cards|savings|wages|pip|dla|cash|bank|passport|papers|universal_credit|card|carers_allowance|visa|documents|phone|tablets|inheritance
takes|took|stealing|steals|nicking|nicks|uses|spends money|cash|pension from|off|out EVER? me|my|of|mum|nan|her|him
money|pension|benefits|bankcard EVER? has? gone|goes|missing|taken EVER? to|by|when|every|off|and
afraid|scared|frightened|terrified|fearful|petrified|frightens|scares EVER? of|to EVER? him|her|them|my|go_home|be_at_home|going_home|sleep|stay_at_home|leave|tell|speak_out|his|what_he|be_alone_with|return_home
afraid|scared|frightened|terrified to|of|at EVER? go|going|be|return|home home|at_home|back|in_my_own
do|am|feel|is not safe|feel_safe|feeling_safe EVER? at|in|with EVER? home|my_own|my_house|him|her|my_husband|my_partner|my_family|my_flat|the_house|my_dad|my_son
not|never|without|no safe|wash*|fed|feed*|change*|clean*|care|food|water|eaten|drink|shower|bath .. at_home_with|days|by_my|by_his|by_her|by_carers
WHO|KIN|carers EVER? does|do|did|wont|will|is|are|wasnt|never not? EVER? feed|feeds|fed|feeding|give|wash|change|clean EVER? me|her|him|my|them|us|mum|the
left|leave|leaves|leaving me|him|her|them|my_mum|my_dad|my_nan|mum|dad|us|my_nana|my_grandma|is .. without|hungry|soiled|wet|filthy|in_her_own|in_his_own|in_my_own|dirty|no_food|alone_all|for_hours|for_days|on_the_floor|in_urine|in_bed|unwashed|starving
mum|dad|nan|gran|she|he|i|husband|wife|i_was|grandad|grandma is|was|been|being|get|gets|got|am|lying|sat|sitting EVER? left in|without|hungry|soiled|wet|alone|on_the
in|with her|his|my|their own mess|urine|wee|poo|faeces|shit|piss|filth|waste|vomit|soiled
neglected|neglects|neglecting|neglect EVER? me|him|her|them|my|by|at|$
no|not|never|without any? food EVER? all|at|because|unless|from|if|since|for EVER? he|she|they|week|day|home
starve|starves|starved|starving me|him|her|them|us|my
bed sores|bedsores|pressure_sores
domestic servant|slave|slavery
treat|treats|treated|treating|kept|use|used|uses me|us|her like|as EVER? a|an|dirt|his|shit|animal EVER? slave|dog|animal|prisoner|servant|dirt|shit|punchbag|punch_bag|rubbish|$
calls|calling|called me EVER? names|stupid|worthless|useless|fat|a_nutter|mental|a_slag|a_slut|a_bitch|a_psycho|ugly|a_whore .. and|all|every|in_front|at_home|he|she|$
shouts|screams|yells|swears|shouting|screaming EVER? at me|us|my
shouts|screams and HITS
my|his|her KIN .. shouts|screams|yells|swears|bullies|belittles|humiliates|mocks|isolates|intimidates|scares|frightens|degrades|torments|terrorises EVER? at? me|us|and
bullied|bullies|bullying|intimidates|intimidating|harasses|harassed|harassing me|us|him|her .. home|neighbour|family|house|every
being EVER? bullied|harassed|stalked|threatened|exploited|targeted|cuckooed|intimidated EVER? by|at|in|because|for|online|every|$
using my EVER? flat|house|home|place for|to|as EVER? drugs|deal|sell|their
cuckoo*|county_lines|modern_slavery|honour_killing
afraid|scared|frightened|worried for my life|safety
he|she|my_husband|my_partner|my_boyfriend has EVER? a|my|got|all|taken|hidden EVER? knife|gun|temper|passport|phone|keys
i EVER? escaped|fled|ran_away|running_away|left|hiding|hid|am_hiding .. from|because EVER? him|her|violence|abuse|my_husband|my_partner|my_ex|home|he_was|domestic|beat
someone|he|she|man|mate|friend|neighbour|lad|bloke EVER? at|in|from|who? ... HITS|raped|groped|molested me
drinks|drunk|drinking .. HITS|violent|shouts|hurts|beats
"""

CHILD = """
# a child at risk
^ i? am EVER? 8|9|10|11|12|13|14|15|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen $
i am EVER? 8|9|10|11|12|13|14|15|16|17|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen years_old|years|year_old|and_my|and_i|but|yr|yo|and_he|and_she old?
i am a? 8|9|10|11|12|13|14|15 year old
i am in|a year EVER? 5|6|7|8|9|10|11 at|pupil|student|and|girl|boy|$
i am a child|kid|minor|pupil
i am EVER? under 16|18|sixteen|eighteen
HITS|hit|beat|abuse|touches|touched|neglects|neglect|shook|smother|smothers|shakes|screams_at|screaming_at|shouts_at|locks|starves|leaves|belts|kicks EVER? my|the|their|his|her|our|a|your|those|that|little|step? CHILD
WHO|KIN|dad|he|she|neighbour|teacher|mum EVER? HITS my|the|their|his|her|our EVER? CHILD
CHILD EVER? is|are|was|were|get|gets|got|been|being|keep|keeps|at|has_been|have_been|getting .. abused|BEATEN|neglected|not_safe|unsafe|starving|in_danger|at_risk|being_hurt|being_hit|hungry|bruised|hurt_by|left_alone|groomed|scared_of|frightened_of|terrified_of|afraid_of|not_fed|locked|crying_all_night|exploited|hit_by
CHILD has|have|had|with|come_home_with|comes_home_with|came_home_with|covered_in .. bruises|bruise|marks|burns|cuts|bite_marks|black_eye|cigarette|injuries|handprint
bruises|marks|burns on EVER? my|the|her|his|their|our? CHILD|arms_of
CHILD .. left|home|all_night alone|on_their_own|home_alone|on_her_own|on_his_own|in_the_car|by_themselves|unattended|with_no
CHILD .. no|not|nothing|without|never EVER? food|to_eat|fed|eaten|eating|clean|clothes|school|heating
CHILD .. scared|frightened|terrified|afraid EVER? of|to EVER? him|her|go_home|his|dad|the|my|them|going
CHILD .. told|said|says|tells|disclosed .. touch*|hurt*|hit*|beat*|secret|scared|abus*|private
CHILD .. send|sends|sending|sent|asked|asking|ask|messag*|message .. pics|pictures|photos|nudes|naked|sexual|selfies
messaging|messages|texting|chatting|talking|talks|grooming|grooms|groomed|meeting|meets EVER? to|up|with? my|a|the|her|his|young|underage|online EVER? CHILD
asking|asks|asked|sends|sent|sending|wants|made .. pics|pictures|photos|nudes|naked|selfies .. CHILD|from_my|12|13|14|15|underage
CHILD ... asking|asks|sends|sending|for|sent EVER? pics|pictures|photos|nudes|naked|sexual
child|children|kid|children_s|childs abuse|neglect|cruelty|sexual*|pornography|exploitation
groom|grooms|groomed|grooming EVER? my|me|online|CHILD|a|the
i .. worried|scared|afraid|fear|concerned EVER? for|about|that EVER? the|my|her|his|their|next_door|safety? CHILD .. hurt|harm*|abus*|danger|hit*|violent|safe|beat*|drugs|drunk|neglect*
CHILD ... hurt|hit|hits|touched|touches|hurts|beats|slapped|smacked|abused|kicked|punched EVER? by? KIN|him|her|them|teacher|he|she|$
my|her|his|their KIN|teacher|neighbour ... hurting|hitting|beating|touching|abusing|harming|smacking EVER? my|the|her|his|their|our EVER? CHILD
dad|mum|mother|father|stepdad|stepmum|parents|parent|foster_dad|foster_mum EVER? used_to? EVER? HITS|locks|touches|touch EVER? me|us
hide|hides|hiding|hid .. from|when|because|under|in my? dad|mum|stepdad|stepmum|parents|father
going to|might|scared_i|afraid_i|worried_i|want_to|could|nearly|almost EVER? will|might|going_to? EVER? hurt|shake|harm|smother|drown|hit|kill|throw|suffocate|drop|shook my|the|our|her|his EVER? CHILD
my|the CHILD .. not EVER? safe with|at|from|there|in EVER? me|his|her|him|home|dad|mum|them|their|the|that|school
CHILD is not safe
CHILD .. in danger
CHILD .. missing|run_away|ran_away|vanished .. since|home|night|days
take|taking|took|send|sending|sent EVER? my|the|our|her CHILD .. abroad|back|pakistan|somalia|country .. marr*|cut|fgm
"""
