"""More plain signs, most of them whole short sentences, which the model hears badly. See `pattern` for how to read a rule."""

SELF_HARM_MORE = """
# gone, nearly, and before
want|wish|like|need|wanna to just? disappear|vanish|fade_away $
want|wish to just? disappear|vanish off|from|forever|for_good|completely
i|have|had|has|ive EVER? used_to|still|once|sometimes|always self harm|harmed|injure|injured
i|have|had|been EVER? self harming|harmed|injured|injuring
i|we was|were|nearly|almost going|about to? jump|jumped $
# enough of it
should not exist|be_here|have_been_born|be_alive
not make me carry_on|go_on|live|stay|keep_going
rather be with|join my? KIN|him|her who|that|in|now died|passed|is_dead|heaven|gone
hit|hits|bang|banging|banged my head on|against|off ... until|till|when|to
wish i had|have|could never|not woke|woken|wake|been_saved|been_found|come_round up?
when|once|if my KIN goes|dies|is_gone i go|am_going|follow|will_go|am_off
cut EVER? too deep|deeper
look|looking|looked over the edge ... longer|jump|down|drop
tired|sick a|of|o life .. die|dead|dung|get_up
i? have? had enough of life|living|this_life|being_here|being_alive|existing
there_is|is|got|have? nothing|nowt left for me
no hope at_all|left_in_me|any_more|none $
life is|has not worth|no|lost worth|meaning|the|living
not another|have_another # months|years|weeks|days|winter|year|month|week|night in me
not another one|year|month|winter|night|day|round in me
not know|see why i|im|i_am bother|bothering|still_bother breathing|living|waking_up|getting_up|being_here|existing
why i bother breathing|living|waking_up|being_alive
tired|sick|done|finished of|with fighting|trying|this_fight|waking_up|surviving
let me go $
better i|if_i die|died|go|was_gone
people|everyone|family|kids|they|mum|wife|husband|world would|will|wd|be be? better off EVER? $
would|will|be better off if_i|without_me|with_me_gone|when_i_am_gone
soon i will|wont|not ... problem|bother|burden|trouble|nuisance
i will not be anyones|anybodys|a problem
never asked|wanted to_be born
hope|wish .. is|was|be the|my last time|one|sleep|day|night
hope|wish .. do|did not wake|wake_up
hope i go|die|pass|slip in_my_sleep|away|quietly
want|wish to switch|turn|go off|dark permanently|for_good|forever|for_ever
if there was|were a button|switch i would|id press|push|flick|hit
like|wish|want to be erased|deleted|switched_off|no_more|put_out
existence|life is|was a mistake|an_error|clerical_error
would not get|move|jump out of the? way|road
i|would|will not be about|here|around|seeing|there_by|see .. christmas|xmas|new_year|my_birthday|summer|spring|easter $
will|wont|would not see christmas|xmas|new_year|my_next_birthday|the_summer|spring|easter|next_year|my_#
doubt|dont_think|not_think i will|ill|id be about|here|around|alive
# ways and means
TAKE EVER? about|over|nearly|like|around|near? # odd|something|or_so|plus|ish of? my? the? MEANS|tablets|pills
TAKE EVER? a few|load|lot|bunch|handful|couple too_many|extra|of MEANS
TAKE EVER? everything|whatever i_could_find|in_the_cupboard|in_the_house|in_the_cabinet|in_the_drawer
googled|looked_up|searched|searching|looking_up|googling how|ways|the_best_way many|much|to|of|it it_takes|to_take|do_it|dying|die|you_need|to_die|to_do_it|would_take
googled|looked_up|searched how to_do_it|to_die|many|it_feels
is|would|will it|that be? painless|hurt_to_die|quick_and_painless
i have|got|ve what|everything|all_that|all i need in|ready|now|put_by|saved
i? have? picked|chosen|circled|set|got a|the|my date|day|tree|spot|place|bridge $
picked|chosen|set a date to|for die|it|doing|going
gonna|going_to|will|time_to finish it|things|myself this_time|tonight|for_good|once_and_for_all|properly|today
check|checking|checked out early|for_good|of_life
i cut me
ligature|exhaust|hose|gas .. set up
the exhaust thing
driving|drive|walking|walk into|under|in_front_of the|a river|sea|canal|lorry|tree|wall|water|waves
stand|stood|standing|wait|sit at|on|by a|the platform|bridge|edge|station|railway and|count|edge
walking|walk home? along the? railway|train_line|tracks
high places .. think|yes|calling|jump
unalive|unaliving|sewerslidal|unlive
thoughts|ideation is|are|was|of ... back|daily|worse|every_day|constant|stronger
ideation back|daily|worse|is_back
# leaving
deleted|closed|deleting EVER? all? my accounts|photos|socials|messages|profiles
my|the|a last answer|survey|form|response|feedback|thing to|i|ever|from anything|ever|me|say|will
this EVER? will be my? last answer|message|feedback|thing
you|they|people will EVER? read|hear about me in|on|when
writing|wrote this|it for after
i wrote|write|written my|a|the note|notes|letter .. ripped|tore|again|hid
not_need|wont_need|will_not_need to|my update|care_plan|appointment|place|bed|anymore
who do|will|can i leave my .. to
who will|would|is_going_to have|take|look_after|feed my dog|cat|kids|cats|dogs|children when|if|after
get|got the? blame after
the? cat|dog has|have|got a new home
bills are|all paid .. calm|ready|peace|sorted
paid|cleaned|cancelled|sorted|tidied ... nice|want|leave|left to? leave? it|things|everything tidy|easy|in_order|neat
wife|husband|kids|family|they would|will|could get the insurance
thank|thanks to? everyone|everybody|you_all who tried|for_trying
you|she|he|they was|were|are the_only good thing .. bye|goodbye
tell .. was|were the_only|a good|kind thing|one|person|to_me bye|goodbye
bye|goodbye now|all|everybody|forever|then .. sorry|love|tried
not going to be here|around when my|the section|leave|it ends|comes|is
planning|plan not to_be|being here
join him|her|them|mum|dad on|in|at|soon the|heaven|anniversary
been thinking|thinking on|of|about it|doing_it|that again|most|every|more mornings|nights|lately|day
let it happen|take_me $
"""

STAFF_MORE = """
STAFFONE ... stole|steals|stolen|borrowed|borrows|took|takes|taking|nicked ... money|card|rings|ring|purse|jewellery|cash|pension|watch
STAFFONE is|was|are|were EVER? rough|heavy_handed|aggressive|violent|cruel with|to|when
STAFFONE came|comes|coming on to me|her|him
nobody|no_one fed|feeds|washed|washes|changed|turned|moved my|him|her|dad|mum|nan|me
took|take|takes|taken away? my|his|her wheelchair|frame|walking_stick|hearing_aids|glasses|crutches|call_bell|buzzer .. so|away|punish|could
my EVER? STAFFONE .. asked|asks|asking|keeps|wants|wanted ... photos|pictures|nudes|my_number_for|to_meet_at|meet_at_his|for_a_kiss|me_out|to_his_flat|to_my_house_alone|sex
my EVER? STAFFONE sleeps|slept|sleeping|goes_to_bed|had_sex|having_sex with
STAFFONE .. moved himself|herself into
injected|jabbed|drugged .. never|not|nobody|without|against ... told|asked|my_will|consent|know|say
tasered|tazered|tasers|taser|pepper_sprayed .. me|us|in|him|her|my
bent|snapped my|his|her EVER? fingers|arm|wrist|thumb|hand
bent|twisted|stamped .. my EVER? fingers|arm|wrist|thumb|hand|foot
restrain* .. dislocated|broke|broken|fractured|bruise*|black_and_blue|marks|unconscious|shoulder|could_not_breathe
left|made|make|makes|was_made|leave him|her|me|us|them|to? sit|lie|in|stay EVER? in? wet|soiled|dirty|my_own|own|his_own|her_own|urine|piss
locked|lock|shut out|outside in|all the|in|night yard|snow|cold|rain|night|garden
ties|tied|tie|strapped|strap .. hands|wrists|arms|legs|him|her|nan|mum|dad|me|us with|to|down|up
officers|staff|they|nurses turn|turned|turns|covered|switched .. camera|cameras .. away|off|before
staff|they|nurses|carers bet|bets|laugh|laughed|wind .. who|until|till|at ... kicks|kick|cry|beg|fall|screams|scream
staff bully|bullies|tease|teases|goad|goads|provoke|wind
said|say|says|tell|told|threaten* .. section me|him|her|us|you if|for
complain|complained|complaint|complaints .. leave|visits|meds|phone ... cancelled|stopped|taken|punished|removed|same_day
double|wrong|triple dose|tablets|meds|medication .. quiet|secret|nobody|not_tell|covered
black eye .. ward|unit|picu|staff|nurse|hospital
called|calls|call me .. while they|held|holding
no fags|phone|food|visitors|leave|meds .. until|till|unless .. sorry|beg|behave|apologise
broken|lost|smashed tooth|nose|arm|wrist|ribs .. and ... stories|story|nobody|fell
"""

ABUSE_MORE = """
leathers|leathered|thrashes|thrashed|clobbers|wallops|slaps|lick|licks|licked me|us down|about|every|when|if|and|with
KIN|he|she|man leathers|leathered|thrashes|thrashed me|us|him|her|the_kids
spikes|spiked|spiking my|her|his|our drink|drinks|food|tea
my own KIN HITS me|us
has|have|took|takes|keeps|keep|checks|check|controls|reads|got all? my EVER? password|passwords|phone|messages|money|bank_card|bank|benefits|pension|passport|keys|wages|card|pin
has|have the password|passwords|pin for|to everything|my|all
i EVER? have|need to? ask|asks|beg permission|him|her|them before|to|for shower|eat|leave|go|use|money|food|toilet|speak|out
ask permission to
made|makes|make|had_to|have_to|forced me? to? EVER? delete|block|drop|give_up all? my friends|contacts|family|mates
he|ex|husband has EVER? found the|where|my_new? flat|house|i_live|address|us
ex EVER? turns|turned|comes|came|sits|waits|waiting|follows|followed|parks|hangs up|outside|round|at|me|for
flinch|flinched|jump|flinching when|whenever|every|if .. moves|raises|comes|shouts|near|hand|dad
someone|man|bloke|person|somebody|he .. asking|asks|asked|messaging|messages|sending|sends my|a # year|yr .. photos|pictures|pics|meet|secret
asking|asks|messaging|sending my EVER? # year old|daughter|son|girl|boy for? photos|pictures|pics|to_meet|nudes
# year|yr old .. burn|burns|burnt|bruise|bruises|bruised|marks|belt_marks|black_eye
burn|bruise|bruises|mark|marks .. shape|size of an|a|the iron|hand|belt|cigarette
sponsor|employer|agent|boss|gangmaster .. no|takes|took|holds|keep|keeps|cancel .. visa|passport|papers
get|got|gets|gonna_get|catch it|a_hiding|battered|the_belt|hit|what_for when|for ... home|later|indoors
walking|walk on eggshells
does|do|will not let me see|speak|have|go|work|leave|out|talk|ring|eat|sleep
"""

OTHERS_MORE = """
want|wanna|going|gonna|will|feel_like to? run|running my|him|her|them|the|that .. over|down
got|have|keep|keeping|holding EVER? the|a|my? hammer|knife|bat|axe|machete|blade|gun|bar|crowbar|shotgun by|under|behind|in|ready|for .. door|bed|pillow|coat|bag|him|her|them|waiting
followed|follow|following|tracked|tracking|watch|watching him|her|them EVER? home|house|from_work|car
deserve|deserves|need|needs|want a? bomb|bullet|beating|kicking|stabbing|shooting|brick|good_hiding
know|have|got where|his|her|their|the he|she|they|home|managers|nurses|doctors live|lives|address|sleeps|parks
"""

HELP_MORE = """
need EVER? someone|somebody|anyone|a_person|an_ambulance|a_doctor to? come EVER? right_now|now|please|tonight|quick|here|out
i took|taken|swallowed something|summat and? EVER? feel|am|is funny|sick|weird|sleepy|dizzy|strange|bad
need EVER? to? speak|talk to a? human|person|somebody|someone|anybody|being? EVER? right_now|now|tonight|urgently|straight_away|please_now|asap
can not cope .. help
need|want help today|tonight|now|asap $
need .. crisis team|line|number|asap
something EVER? bad|terrible|awful|horrible is|gonna|going about|going|to? to? happen
no EVER? milk|nappies|formula|food for|and .. baby|kids|children|child
very|really|so unwell|ill|bad|poorly and ... wait|hold|cope
head is|has_been|feels? burst|bursting|exploding|going_to_explode .. need|help
can not wait until|till|for
"""
