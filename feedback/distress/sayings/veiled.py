"""Veiled ways to say it, by what they mean, and the talk about the subject that they must not be taken for. See `pattern`."""

SELF_HARM_VEILED = """
# no place in time to come
not see|picture|imagine|expect|think|fancy EVER? myself|me|i|i_will|i_am EVER? here|about|around|alive|living EVER? at|by|next|come|in|for|this christmas|easter|summer|new|year|spring|winter|the|autumn|next|my|another
not|never be|being EVER? here|about|around|alive for|at|by|to_see christmas|easter|summer|the_results|the_report|my_next_birthday|new_year
# the end is settled
got|have a|the|my date|day|time|spot|method picked|fixed|chosen|set|in_mind $
^ i have decided|made_my_mind_up $
^ i? have? made my? mind_up|peace|decision .. going|leaving|it|end
this is|will_be EVER? my last|final|parting message|text|words|survey|goodbye
only thing|event|party|meeting ... my own|EVER? funeral|wake|burial|cremation
involved|interested|plan|planning|looking_forward in|for|to? my own|EVER? funeral|wake|burial|death
cancelled|sold|given|gave|rehomed .. cat|dog|cats|dogs|everything|papers ... funeral|undertaker|burial
# nearer each time
platform|train|trains|lorry|lorries|edge|railing|bridge|kerb ... bit|step|inch|little closer|nearer
# glad of death
wish|wished|pity|shame|if_only|sorry .. crash|accident|heart_attack|stroke|cancer|covid|overdose|fall|fire|bomb|surgery ... finished|finish|killed|kill|taken|take|took|get|spared|done_me|ended_me|let_me me|the_job|it|go
i EVER? just|only want|wanted|need out|off|gone $
disappointed|gutted|cross|angry|annoyed|upset|sad .. woke|wake|waking|opened|came_round|brought_back|survived
# making little of it
i|only|just EVER? cut|cutting|scratch|burn|slash .. not|only|just that|so|very|too? deep|superficial|surface|scratches|little_ones
# stopped what keeps me alive
stopped|stopping|skipping|skip|refusing|refuse|not_taken|not_taking|not_had EVER? my? insulin|dialysis|heart_pills|heart_tablets|blood_thinners|steroids .. on_purpose|know_what|deliberately|let_it|hope|told_no_one|told_nobody|want
wish|hope|hoping|pray|praying|want|wanting EVER? i|to|id|i_would? get|got|was|be|could_be|would_be hit|run_over|knocked_down|flattened by|under? a|the bus|car|lorry|train|truck|van
find|need|give|have|got|see no|me|a|any|one|any_good? reason to stay|live|go_on|carry_on|keep_going|be_here|stay_alive|wake_up|get_up
"""
ABUSE_VEILED = """
# somebody listens in
not ring|phone|call|text|write|email|post|leave_a_voicemail|leave_a_message ... he|she|they EVER? listens|reads|checks|looks|opens|goes_through|stands|will_see|will_know|answers
he|she|they listens|reads|checks|goes_through|opens EVER? in|all|every|my|everything? EVER? calls|phone|messages|texts|emails|letters|post
# somebody keeps
not allowed|let to_have|to_use|near|my own|my|any EVER? bank_card|bank|card|money|phone|passport|key|keys|wages|pension|benefits $|i|and|without
have|has to|got_to bring|show|keep|hand_over .. receipts|every_receipt|every_penny
he|she|they has|have|took|keeps|kept|holds|hid EVER? my|our|all_my|all_our passport|passports|papers|documents|bank_card|benefits|wages|pension
# children alone
children|kids|little_ones|baby|toddler|bairns|weans ... left|alone|are on|by their|its|there own|selves ... weekend|night|days|hours|upstairs
# now, at home
he|dad|da|father|bloke|brother|partner|boyfriend|stepdad EVER? is? battering|beating|hitting|kicking|strangling|leathering my? ma|mum|mam|mother|sister|brother|her|him
"""
STAFF_VEILED = """
injected|jabbed|restrained|secluded|pinned|sedated|pinned_down|strapped|drugged .. for|because_i|cos_i swearing|crying|asking|arguing|singing|answering|shouting|refusing|laughing|swore|cried|asked|argued|answered|shouted|refused
staff|nurses|carers|nurse|carer who|that do? EVER? not EVER? kick|hit|slap|punch|pinch|bully|hurt|beat|grab you|us|me|people|patients|him|her
STAFFONE|he|she|they EVER? carried_on|kept_going|not_stop|continued|kept_on .. when|while|though|after|as i EVER? was? screaming|begging|crying|said|asked|shouting|screamed|begged .. stop|no|them|him|her|it|$
STAFFONE ... with|without no|any? jab|anaesthetic|numbing|injection|pain_relief ... laughed|screamed|grinned|smirked|joke
STAFFONE ... asked_me_out|kissed_me|hand_on_my_knee|hand_on_my_leg|hand_on_my_thigh|sexual|rubbed_against_me|exposed_himself
skelped|leathered|walloped|battered|clouted|thumped|belted by|off .. nurse|carer|staff|orderly|officer|guard
STAFFONE ... took|shared|posted photos|pictures|videos|a_video .. naked|undressed|on_the_toilet|of_her|of_him
"""
HELP_VEILED = """
bailiff|bailiffs|sheriff_officers|enforcement_officers .. at|here|outside|on|in EVER? door|now|step|hall|$
where can|do|could i|we|you EVER? get|find|go_for EVER? food|something_to_eat|a_meal|a_bed|a_bed_for_the_night|shelter ... today|tonight|anywhere|now|please|eaten
feed|feeding|oxygen|ventilator|syringe|breathing|suction|insulin pump|machine|concentrator|supply|tank|driver .. packed_in|packed_up|stopped|broken|failed|alarming|beeping|gone_off|empty|not_working
locked|chucked|thrown|kicked|put|turfed out .. pouring|raining|freezing|dark|snowing|nowhere|night|baby|cold
phone|battery ... dead|dying|nearly|percent|% ... no_home|nowhere|call_me|ring_me|no_credit
"""
FIGURES_TALK = """
# the subject of a talk, a leaflet, a play
coercive_control|county_lines|elder_abuse|domestic_abuse|domestic_violence|modern_slavery|grooming|child_abuse|abuse|suicide|self_harm|safeguarding|restraint|knife_crime storyline|leaflet|leaflets|policy|training|talk|talks|poster|posters|course|workshop|board|awareness|prevention|panel|plot|booklet|module|conference|webinar|reduction
storyline|play|poster|leaflet|training|workshop|policy|plot|course|webinar|article about|on coercive_control|county_lines|elder_abuse|domestic_abuse|domestic_violence|modern_slavery|grooming|child_abuse|abuse|self_harm|safeguarding|restraint
abused|abuse|abusing my|the|their|her|his position|power|trust|privilege|privileges|biscuit_tin|hospitality
kick|kicks|punch|punches|throws .. kick|kicks|punch|punches|throws .. brown_belt|black_belt|yellow_belt|karate|judo|boxing|taekwondo|trampoline
did|have|has|if you|anyone|they|someone get|got|see|seen|read|receive|received my last message|email|text|form|letter
my last|final message|form|survey|meeting|email as|because|before|since .. moved|moving_to|moving_house|moving_away|retiring|new_job|maternity
giving|give|gave|given up on|with EVER? this|the|your|that EVER? form|survey|website|committee|app|questionnaire|link|portal|phone_line
sorted|made|done|wrote|written|updated out? my|our|a will .. power|solicitor|talk|free|recommended|useful|session|workshop
hungry|skint|starving as kids|children|a_kid
crisis_line|crisis_team|helpline .. engaged|busy ... last_year|years
"""
