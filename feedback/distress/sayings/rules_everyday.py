"""Signs in everyday and hinted words: a burden, worn out, gone soon, means at hand, again, for somebody else, fear at home.

See `feedback.distress.pattern` for how to read a rule.
"""

SELF_HARM_EVERYDAY = """
# no more strength for living, and glad of an end
i? am? EVER? EVER? out of fight
i? am? EVER? weary|tired|sick|exhausted|scunnered|fedup|done .. o|of|with|wi life|living|livin|breathing|waking_up|existing
no|any? strength|energy|fight left|to_live in_me|in|to|$
welcome the end
not mind|care|sorry|complain|bother if|whether|when .. bus|lorry|car|train|hit|die|died|wake|woke|come_round|come_round_from|killed|run_over|heart_gave|never_woke|got_up
walk|step|stepped|walked under|in_front_of a|the bus|lorry|train|car and|would
never got|get|woke|wake up again|one_morning|in_the_morning
not|never EVER? look|looking|stop when|before i? EVER? cross|crossing|step the? road|out|off
stopped wearing my? seatbelt|seat_belt|helmet
stopped taking|having|my EVER? my? heart_tablets|insulin|dialysis .. letting|let|easier|over|purpose
hoping|hope|pray|prayed|ask|asked|asking|begging for|god|him|the_lord|to .. nothing|take_me|let_me_die|come_for_me in?|home?|$
what if i EVER? was_not|were_not|am_not|just_was_not|disappeared|went here|around|$
i want|wanted it over|all_over|over_with $
want it all? over $
not want help .. over|end|die|gone
it|this|everything will_be|is_going_to_be|be EVER? over soon and|i|glad|now
soon it|this|nothing|i EVER? will not hurt|matter|feel|be_here
i EVER? will not EVER? be hurting|in_pain much_longer|any_longer|for_long|soon
not here|around for|much much|longer longer|$
not be here|around when|by_the_time|to_see ... read|come|happens|born|grow|wedding
not expect|see|planning|intend|imagine EVER? to|myself|on|me EVER? being|be|see|seeing|getting|reach|reaching|turn here|new|christmas|summer|to_#|#|my|another|next
there_is|is no next_year|next_week|tomorrow|future|after for_me|in_it
i have|got|see no future
you|they will not hear from me
last|final thing|message|text|words|form|survey|one i EVER? will|ll|ever EVER? write|send|say|fill|do|ever
last|final form|survey|thing|one|message .. ever_fill|ever_write|ever_do|ever_send|will_ever
nobody|no_one will EVER? have to EVER? worry|look_after|care|put_up
before i go goodbye|$
it_is|its|is too late for me
made|make up? my mind up? and|feel|to EVER? i? feel|calm|peace|do_it|go|end|quite|at
decided|ive_decided feel|feeling|i_feel EVER? peaceful|calm|peace|relief|better|relieved
all|it|everything planned|planned_out|worked_out weekend|tonight|tomorrow|friday|saturday|sunday|$
ready|time to EVER? check|go|leave out|this_world|for_good|now_goodbye|see_him|see_her
goodbye|bye and|now|all thanks|thank|sorry for|you trying|everything_you_tried|all_you_tried
written|wrote|done|left the|my|some EVER? letters|letter|note|notes now|for|to|and|one|keep|in
letters|letter|note|notes EVER? are|is EVER? in|on|under the|my drawer|table|pillow|side|envelope
passwords|pin|papers|deeds|policy .. envelope|drawer|folder .. wife|husband|kids|son|daughter|find
found|got|find a EVER? home|someone|family for the|my dog|cat|cats|dogs|rabbit .. sorted|last_thing|so|ready|now|take
last thing sorted
^ please? look after my boys|girls|kids|babies|son|daughter|children|mum|dog $
someone|somebody|who will EVER? need_to|have_to|going_to look_after|feed the|my dog|cat
hold|holding|stay|staying|here|going|stayed on? EVER? only|just|because_of|for for|because|because_of|of of? the|my dog|cat|mum|kids|children|nan|animals
only|just reason|thing EVER? i_am|keeping|stopping|keeps|that EVER? here|alive|me|is
next|this time EVER? i|there|nobody|they EVER? will not get|be|find|wake found|caught|saved|me|a_next|up|late
next|this time EVER? i EVER? will make_sure|do_it_right|not_fail|succeed|do_it_properly|get_it_right $
last|the time|day my|a|the EVER? neighbour|daughter|son|husband|wife|mum|partner|friend EVER? found|saved me
neighbour|daughter|son|husband|wife|mum|partner|flatmate|friend|police|someone found|got|cut me EVER? in_time|hanging|unconscious|off_the_bridge|down|on_the_floor_with|just_in_time
should|could of|have? left me on|there|in|alone on|the|that platform|river|water|bridge|to_die
should not have survived|woken|been_saved|come_round|lived
talked|got|brought|pulled|dragged me? down? off|from|back_from the bridge|roof|ledge|edge|railings
wish|wished they|you|he|she EVER? had|would_have|d EVER? let|left me go|die|there
brought me back|round .. not|wish|grateful|why
tried .. do|make away|done with|an_end|of myself|of_it|it
tried|attempted|had_a_go again|twice|#_times EVER? on|last|this|at sunday|saturday|monday|tuesday|wednesday|thursday|friday|week|month|night|it|ending
came close last|this|again|to week|night|month|doing|it
second|third|fourth time .. i .. tried|attempted
made|another an? attempt on my|at
# a burden
i am|feel|be EVER? just? a? EVER? millstone|weight|drain|nuisance|dead_weight|ballast round|on|to our|my|the|everyone|them|him|her
take|taking|waste|wasting up? space|oxygen|air
all i do is cost|upset|let|drag|bring|hurt|make
bring|drag|bringing|dragging everyone|everybody|them|my_family|the_family down
no use|good|help to|for EVER? anyone|anybody|man|them|myself|my|nobody
if i|me was|were|wasnt|am EVER? not in the|their way
would|will|d|be EVER? be? EVER? reet|reight|fine|happy|happier|free|alright|relieved|better|ok EVER? without|wi_out|wiout|if_i|minus me|was|went|died|were|just|i|am
breathe easier
world|everyone|life EVER? would EVER? turn|carry_on|go_on|be EVER? just|fine|same without|minus me
they|kids|family not need me .. pension|money|just|anyway|anymore
who would|will|is_going_to even? EVER? come|cry|turn_up|go to? at? my funeral
come|cry|turn_up to|at my funeral
picture|plan|imagine|choosing|picked|planning|thinking|chosen ... my EVER? own? funeral .. lot|34|songs|at|who|$
nobody|no_one|who would|will|d even? EVER? notice|miss|care|cry for|if|about days|weeks|me|$
would they|anyone|you|he|she EVER? have|of|listen|listened|care|cared if i EVER? died|had_died|killed|was_dead
if i EVER? was|were|died|had_died|am in|dead|in_a a? coffin|box|ground|they|grave|would
rather be in a EVER? coffin|box|grave
# dead already, and looking to the dead
i am|feel EVER? dead already|inside
i died inside
i am not living .. waiting|existing|only|just
not living EVER? only|just|i_am EVER? waiting|existing
i? just existing .. not|do|even
jealous|envy|envious|lucky .. dead|died|gone|dying|terminal|who_are_gone
death|dying|being_dead EVER? seems|would_be|is|looks|sounds|feels EVER? kind|easy|easier|peaceful|a_relief|nice|better|restful|lovely|a_mercy|a_blessing
dream|daydream|fantasise|imagine|thinking|thought|obsessed ... being|am|be dead|gone
want|wants|wanted|like|need EVER? to EVER? follow|join|be_with|go_to|be_where EVER? him|her|my|them|margaret|heaven|mum|dad|nan|baby $
only|just EVER? want|wants EVER? to join|follow|be_with|go_to him|her|my|them
waiting|ready|longing to go to|join|be_with my|her|him wife|husband|mum|son|daughter|now
want|wish i|it EVER? should|had|was EVER? have|been|gone EVER? me|instead
should|wish .. been|gone me|instead|not
understand|see|get|know EVER? now? why EVER? people|he|she|my|they|others EVER? brother|sister|dad|mum|cousin|friend|son? did|do|jump|does EVER? it|that|$
know|ken how|hoo i|ah|id|ahd EVER? would|wid|d? do|dae|did it
thought|thocht about|aboot it .. know|ken how|hoo
lived enough|long_enough
long life .. like|want|ready to stop|go
why not|will_not|wont they|you|god EVER? let|just_let|take me EVER? die|go|$
they keep me alive
switzerland|dignitas|euthanasia|assisted_dying|assisted_suicide .. me|for_me|i|website|money|saving
saving|been|looked|asked|paying|money for|to|at|up EVER? the? dignitas|switzerland|swiss_clinic
put me down|to_sleep like|if|they|please
press|push|flick|hit the|that|a button|switch .. if|gone|there_was
# means at hand, ways
lined|laid|counted|got them|the_lot|it EVER? all|lot? up|out on|and|ready the? table|counted|bed|side
lined up .. table|bed|counted|side|lot
had the lot lined
count|counting|counted my tablets|pills|meds every|there|enough|again|and
putting|keeping|kept|put|saved|saving EVER? a_few|some|back|my|a_couple by|back|pills|tablets|aside EVER? each|every|week|enough|stash
good stash
ordered|bought|got|getting EVER? the|a|some rope|stuff EVER? off|online|today|from|in|and|for the? internet|online|dark_web|told|tuesday|car|shed
got|bought|have a? rope today|in|ready|and|from
i EVER? know|picked|found|worked_out|got|decided EVER? which|a|the bridge|platform|cliff|cliffs|spot|train|tree
spot|place on|at|by the cliffs|bridge|line|river|pier|station
know|worked_out which bridge|train|platform|day
which train .. time
stand|stood|standing|sit|sat|wait|waiting ... on|at|by|near EVER? the platform|edge|railings|ledge|barrier|multi_storey|top|cliffs
at|on the edge|ledge .. thought|now|jump|wind|down|$
i? am? EVER? EVER? on|at|near|by the|a EVER? bridge|ledge|edge|roof|cliff now|$
sitting|sat|been|in .. car|garage .. engine|door EVER? running|on|shut|closed
parked|drove|been|went .. top|roof of the multi|car|viaduct
sat|sitting .. here? EVER? with .. bottle|box .. tablets|pills|vodka wondering|and|thinking|here
looked|looking|googled|googling|searched|searching|been_googling|checked EVER? up? ways|how_high|how_many|how_to_do_it|how_to_die|which_tablets|how_deep|methods|the_quickest|painless $|to|it|you|has|are|would
what|how_many happens|of_these|of_those|tablets|paracetamol if|does|do EVER? you|i|it|they take EVER? a|it|to|do|all whole|them|kill|you|$
does|will|would|is it EVER? hurt|painful .. if|to do|with|die|jump|drown
made|have|got|had EVER? a plan .. calm|peace|it|better|to_go|know
got|set|have|there_is|picked a? date in|set|circled|marked my|on|in head|mind|the
everything|all|affairs is|are EVER? EVER? in_order|sorted|ready .. peace|calm|goodbye
# what was done: again, arms, tablets
relapse|relapsed .. last_night|yesterday|today|cutting|other_thing|sharp|blade|not_drink|with_my|arms
back at|to|on it|the|using EVER? old? blade|razor|cutting|habits on|with|again|arms|$
three|four|two|five|six|ten|one|# years|months|weeks EVER? clean|free|without .. threw|gone|ruined|broke|from_cutting|blew
threw it away|all .. razor|blade|tuesday|night|cut
did|done|do|doing my|me|both EVER? arms|legs|wrists|thighs EVER? again|last_night|bad|$
did|done|do it|them again .. on|to my EVER? arms|legs|wrists|thighs|stomach
i|have|opened|reopened opened|cut|picked up|open EVER? my old scars|wounds|cuts
fresh|new|more|old ones|cuts|marks|scars EVER? on my thigh|thighs|arm|arms|legs|wrist|stomach
long sleeves again|all_summer|in_june|in_july|so|know|because|to_hide
hide|hiding|hid|covering|cover EVER? my|the|it EVER? arms|scars|cuts|legs|wrists|marks from|up|with|under
stitches .. again|attention|myself|me_that|did_it
was me that|who did|cut it|that|to
it was not|no an? accident
they|everyone thought EVER? it was an accident .. not
make|making|made myself bleed|sick|throw_up|vomit
till|until|so EVER? i|it bleed|bleeds|bled
feel|want|need to EVER? feel|see EVER? something|pain|blood $
i EVER? need|want to EVER? hurt|bleed|cut $
hurting|pain|cutting|burning|blood EVER? is EVER? the? only thing .. helps|i|control|works|calms|that
punch|slap|bite|burn|scratch|hit|scald myself|my_arm|my_legs|me_self|with_the_iron
starve|starving .. punish
urge|urges EVER? is|are|was|were EVER? really|so|too|very|getting|bad|strong|back|unbearable EVER? strong|bad|worse|tonight|$
the urges
the? thoughts EVER? are|back|at|come|keep|got EVER? back|worse|dark|night|again|coming
get|getting|have|having|had these|those|them|the|bad EVER? thoughts
thoughts dark|bad|ones .. about me
dark|bad ones about me
the dark stuff|thoughts|place is|are EVER? back|calling|closing
in|down a EVER? dark|black EVER? hole|pit|tunnel .. closing|out|deeper|in
si|sui|suicidal thoughts|every|again|back
been|keep|thinking|thought thinking|of|about EVER? about|of|doing EVER? doing|something|it EVER? something|daft|silly|stupid|again $
think|thinking .. again .. you_know|if_you what|know|i
do|did not trust myself
trust myself to|not|with|tonight
sh|sh'd|shd again|last_night|urges|tonight|relapse
swallowed|swallow|swallowing .. batteries|battery|blade|blades|razor|screws|glass|a_load|loads|lot|everything|stuff
drank|drunk|drink EVER? the|some|a|my EVER? cleaning|bleach|hand_sanitiser|antifreeze|toilet|screen_wash fluid|cleaner|wash|stuff|$
took|taken|take EVER? too_much|the_lot|everything_in|a_load_of_pills|a_load_of_tablets
i EVER? took|have_taken|taken them|it|the all|lot EVER? about|an|hour|last|ago|$
pumped|pump my|me stomach|out
head|voice|something|voices .. keeps|says|say|telling|tells|said EVER? me|to|in|jump|cut|do EVER? jump|do_it|cut|hurt|end|to
keep|keeping away from the? window|knives|tablets|train|edge .. myself|tell
scared|frightened|afraid to|of EVER? stand|be|go|what|being EVER? near|alone|i EVER? the|will|with EVER? train|trains|knife|knives|do|myself|edge|platform
hide|hidden|take|taken|asked|lock my|the|them|sister|husband|wife|mum .. tablets|knives|razors|pills EVER? from_me|away|off_me
# cannot any more
not|carnt|cant|cannae|canna|canny|cannot EVER? EVER? dae|do|go|live|carry|face|stand|cope|bear EVER? on|it|this|another|one_more|like|life EVER? day|night|no|nae|ony|any|duck|anymore|this|that|like EVER? more|mair|of_this|duck|this|$
carnt|cannae|canna|cant|can_not EVER? do|dae|cope|go|stand|live|take EVER? it|this|on|another|wi|with EVER? no|nae|ony|anymore|another|day EVER? more|mair|of|longer|day
can not EVER? do|face|take|get_through EVER? one|another more? EVER? day|night|week|hour|round|minute|year of_this|$
can not live this_way|like|with
do|does not? want|dunt|dinnae|dinna|dont EVER? want|wanna|wan to|tae|ta EVER? live|be|wake|exist EVER? like|here|up this|nae|no
not sure|think|know|trust|reckon if? i EVER? can|will|ll EVER? make_it|last|get_through|get_thru|see EVER? through|the|thru|out|another EVER? the? weekend|night|week|day|hour|next
get through|thru the next hour|few|day|night
want|wont|will_not|wan|wana|whana|wanting to|too EVER? dye|dei|diee|dy $
i|want|to|gonna kil|kll|kiil|hert|hrut|hirt my? self|slef|miself|meself|myself
kil|hert miself|meself
off|top|do EVER? myself|meself
whats|what_is|what all it|the EVER? point|use|all|for EVER? $|of_me|for_anymore|in_me
what is|was it all for
what|whats is? the use $
what|whats is? the point in|of getting_better|waking|me|eating
no point|use sending|giving|booking|making me EVER? another|a|an appointment
not book|make|give me in|another|appointment .. not_be|wont_be|gone
hate|hated that? EVER? my|when|every|waking|still EVER? heart|i|morning|up|breathing
woke|wake|waking up EVER? again gutted|disappointed|sadly|unfortunately|worse_luck|$
gutted|disappointed|sad|angry|sorry .. i|when|every .. woke|wake|open_my_eyes|morning
numb EVER? just numb
^ end it $
me|us|myself end it all? $
# somebody else
friend|mate|son|daughter|brother|sister|mum|dad|nan|husband|wife|partner|girlfriend|boyfriend|cousin|flatmate|lad|lass|girl|boy|kid|neighbour|student .. says|said|saying|keeps_saying|talking|talks|texted|messaged|posting|posted|writes|tells|told .. better_off|no_point|point_in_living|ending|end_it|die|goodbye|dead|not_be_here|wake_up|kill|had_enough|sorry_for_everything|suicide|weird|going_away
friend|mate|son|daughter|brother|sister|mum|dad|husband|wife|partner|girlfriend|boyfriend|flatmate|lad|lass .. is|are|was|standing|sat EVER? on the roof|bridge|ledge|edge
friend|mate|son|daughter|brother|sister|mum|dad|husband|wife|partner|girlfriend|boyfriend|cousin|uncle|neighbour jumped|hung|hanged|overdosed|odd
found .. blood|note|razor|razors|blades|rope|tablets .. daughters|sons|my|her|his|under EVER? sleeves|room|bed|pillow|bag|drawer|sons|daughters
found a|his|her note
daughters|sons|daughter|son|lads|lad|girls|boys|kids .. marks|cuts|scars|scratches|slashes .. arm|arms|legs|wrists|sleeves|herself|himself
"""

ABUSE_EVERYDAY = """
# control
account|explain for EVER? every penny|pound|minute
he|she|husband|wife|partner|boyfriend|girlfriend|ex|mum|dad times|tracks|follows|monitors|reads|watches|records me|my|where|everything|what EVER? when|go|messages|phone|i|emails|location|texts|every
send|show him|her|them EVER? a EVER? photo|picture|video|receipt|location .. prove|where|who
not allowed|permitted|let to|out|my|any|see|have EVER? see|speak|go|talk|leave|own|out|on|friends|use|work|contact EVER? my|to|the|on|out|a EVER? family|own|mum|house|friends|doctor|phone|sister|anyone
he|she|husband|wife|partner|boyfriend|girlfriend|mother_in_law|son|fella|hubby EVER? comes|sits|comes_to|is|insists|always_comes|goes to|in|with|on EVER? every|all|my|me|the EVER? appointment|appointments EVER? and EVER? answers|speaks|talks|so_i|i
answers|speaks|talks for|over me when|and|in|at|so|i
so i? can not say|speak|talk
can not|never EVER? say|talk|speak EVER? freely|what_i|the_truth|much|now EVER? need|he|she|they|to|in_front
he|she|they is|are EVER? reading|listening|next_to|in_the|watching|stood|right_here EVER? this|me|over|room|behind
delete|deleting|erase this|these|it|messages|my after|before|so EVER? he|she|they|him
have to delete this
not|never EVER? ring|call|phone|text|write|send|post EVER? me|to|letters|at|the|anything EVER? home|house|he|here|letters|to EVER? he|she|my|opens|picks|the EVER? picks|answers|checks|opens|house|husband
he|she picks up the phone
he|she|they opens|open them|my|all EVER? post|letters|mail|$
eggshells|egg_shells
never know|sure what|which EVER? mood|state he|she|hell|dad|they
kids|children|baby|we|i|dog|toddler|little_one|son|daughter go|goes|hide|hides|flinch|flinches|freeze|freezes|cry|cries|scared|wets EVER? quiet|still|in|under|when|if|every EVER? he|his|dad|her|key|the|they EVER? comes|shouts|key|home|in|walks|raises|car
kids|children|son|daughter|we is|are EVER? scared|frightened|terrified|afraid of EVER? their|his|her|my|the dad|father|stepdad|him|her|mum|uncle
scared|frightened|terrified|afraid to|of go|going|come|be|being EVER? home|back|alone|in EVER? after|with|to|school|him|because|$
do|does not make|send|let|discharge me|us|her|him EVER? go|back|home EVER? home|back|to_him|there
punch|punches|punched|kicks|smashes|smashed|breaks|throws|threw|smash EVER? the|my|holes|things|plates|a EVER? walls|wall|doors|phone|in|at|plates|house
killed|hurt|kicked|kicks|hurts|strangled|drowned my|the|our dog|cat|rabbit|puppy|kitten
if i EVER? leave|go|left|tell|told|say|complain .. he|she|they|ll|hell|theyll|dad EVER? will|would|ll|said|take|find|kill|hurt|burn EVER? take|find|kill|hurt|burn|me|my|the
said|says|tells|told|reckons EVER? me|us|that EVER? nobody|no_one|noone would|will|ll EVER? believe
no_one|nobody|noone|everyone|none believes|believe|thinks me|i EVER? because|am_mad|he|she
passport|papers|documents|visa|id .. keep|keeps|took|taken|has|hid|hold|holds|holding
he|she|they|mother_in_law|husband|boss|agent|sponsor has|have|keeps|took EVER? my EVER? passport|papers|visa|id
work|clean|cook|cleaning|working .. in|the|all|not EVER? house|day|pay|paid EVER? pay|paid|leave|money|and EVER? not|nothing|never|can EVER? pay|leave|paid|go|out
they|he|she|family keep|keeps|kept|lock|locks|locked|hold|holds me in|inside|locked|here|prisoner|at EVER? the|a|my|when|house|home|all
son|daughter|grandson|granddaughter|nephew|niece|carer|neighbour|lodger|husband|wife|partner|he|she takes|took|spends|uses|has|keeps|drains|empties|steals|stole EVER? my|all|out EVER? pension|bank_card|card|money|benefits|pip|purse|savings|account|wages
shouts|screams|swears|yells at me .. not|dare|scared|every|night|afraid
dare not say|speak|move|breathe|complain|ring
# hurting, in plain and hinted words
he|she|husband|wife|partner|fella|boyfriend|son|daughter|dad|carer|mum is|gets|got|can_be|was EVER? dead|very|a_bit|really EVER? rough|heavy_handed|handy|violent|nasty|physical|aggressive|free_with with|when|wi|if|after|again|$
only has|needs|have to look|raise|lift at?
handy with|wi his|her fists|hands|belt
fists like|when|after|on_me
gave|give|gives|giving|get|got|getting me|us|him|her|a|another EVER? a? EVER? good hiding|slap|beating|belting|battering|thump|kicking|smack|crack|clout
got|have|had|gave|give EVER? a|another|me EVER? black_eye|split_lip|fat_lip|busted_lip|broken_rib off|from|because|and|again him|her|my|he|a|i
walked into a|the door .. told|said|again|say
told|tell|say|said .. walked into a|the door
told|tell|said EVER? them|the|everyone|hospital|doctor|nurse EVER? i|that EVER? i? EVER? fell|fallen|slipped
black_eye|black eye|bruise|bruises was_not|is|are|were|from|off not|a|from|off|him|her EVER? door|him|her|my|he|$
bruises|marks .. older|different|old|than|finger|shape
makes|made|forces|forced|making|force himself|me|myself on|to|do|have EVER? me|do|watch|things|sex|it|sleep EVER? with|things|$
does|did|do it|things|stuff|that EVER? to_me|when|while EVER? i|am EVER? am|asleep|sleep|drunk|out
i? say|said|say_no no|stop|nothing and|he|but EVER? he|carries|carried|keeps|does|did|still
uncle|stepdad|dad|brother|cousin|grandad|step_dad|lodger|neighbour|stepbrother|grandpa|man|he EVER? comes|came|gets|got|climbs|sneaks|touches|touched|watches EVER? in|into|to|me EVER? my|our|the|me EVER? room|bed|bath|shower|down|at|$
uncle|stepdad|dad|brother|cousin|grandad|stepbrother|grandpa|teacher|priest|coach touches|touched|touching me|us|her|him
happened|started|began|did_it when i was EVER? a? EVER? eight|seven|six|five|nine|ten|eleven|twelve|#|four|little|small|child|kid EVER? a|my|with|by|and|he
man|uncle|priest|teacher|someone from|at|in the? EVER? church|mosque|school|club|scouts .. touched|did|made|hurt
making|make|forcing|force|made|want|wants|going me|her|to|us EVER? marry|marriage|send|wed EVER? my|a|him|me|someone|his|an|abroad EVER? cousin|man|abroad|back|to|older|$
send|sending|sent|take|taking me|us|her abroad|back_home|to_pakistan|to_somalia|to_bangladesh .. marry|married|wedding|cut
on our|their own at|all|for night|day|hours|days|weekend
mum|dad|mam|she leaves|leave|left us|me|the_kids|them EVER? on|alone|home|by EVER? our|own|at|all|alone
never|no|not EVER? any? food|heating|nappies in EVER? and|the|mum|dad|she EVER? mum|is|house|drunk|drinks
mum|dad|mam|she|he is EVER? always|never EVER? drunk|high|using|wasted|off_his|out
burns|burned|burnt|burning me|him|her|us|my with EVER? cigs|cigarettes|fags|iron|lighter|a
discharged|sent|housed|placed|moved|put|rehoused me|her|us EVER? back|home|next|near EVER? to|with|door EVER? to? EVER? the|him|my|person|man|ex|her|them EVER? who|ex|person|man|$
person|man|one who did|hurt|beat|hit|does this|it|me|that
ex|husband|he|boyfriend|stalker keeps|is|waits|turns|turned|waiting|sits|comes|came|shows EVER? turning|showing|outside|up|round|for|coming|calling|again EVER? up|outside|me|my|at|to|again|round|after EVER? at|my|outside|work|house|flat|again|every
boys|girls|kids|lads|gang|they|men .. wait|waits|waiting|follow|chase|corner|jump|spit|threw|throw|push|pushed|pushing EVER? for|me|us|on|through|dirt|eggs|stones EVER? and|at|after|me|us|my|through EVER? kick|hit|beat|punch|school|home|letterbox|rob|go
girl|boy|child|kid|baby|kids|children|toddler EVER? next|in|down|over|upstairs door|our|the|road|my|block EVER? block|road|street|flats|class|is|always|has|with|crying EVER? always|crying|has|cries|screaming|burns|bruises|hear|slaps|thin|hungry
hear|heard EVER? her|him|them|the|a|slaps|screams|kid|child|baby .. slaps|screaming|hitting|beating|begging|thumps|every_night
mum|dad|stepdad|father|mother|nan HITS her|him|them|my|the EVER? with|and|friend|every|when
cheeks|face|arm|legs .. finger|hand marks
"""

STAFF_EVERYDAY = """
she|he|one|they|nurse|carer|staff|lady|bloke|man EVER? of_them|at_night|who|that|is EVER? is|calls|call|pinches|pinch|slaps|smacks|yanks|pulls|squeezes|grips|drags|shoves|scrubs EVER? me|my|us|him|her|nasty|rough EVER? hair|arm|hand|leg|names|when|while|if|dirty|at|so|to|a|until EVER? when|while|if|old|she|he|tight|i|nobody|comb*|wash*|change*|bath*|shower*
STAFFONE|she|they|he calls|call|called me|him|her|us EVER? a|names|an EVER? dirty|filthy|fat|stupid|smelly|ugly|names|retard|nutter|waste|liar|old EVER? old|cow|woman|man|when|in|bitch|$
night one|lot|shift|lady|nurse|carer|evening_one is|are|frightens|hurts|scares EVER? rough|nasty|cruel|horrible|mean|me
evening|night|other|new|young one|lady|girl|lad frightens|hurts|scares|pinches|shouts_at|squeezes me|my|us
frightens|scares|hurts me EVER? she|he|when|the|so
lady|man|girl|woman|lad|one who|that EVER? baths|washes|changes|dresses|feeds|showers|toilets|cares|drives|cleans me|us|him|her|my|mum|dad hurts|frightens|hits|shouts|scares|touches|pinches|steals|is_rough
take|takes|took|taken|leave|leaves|left|put|puts|hide|hides|move|moves|unplug|unplugs my|the|her|his|mums|dads EVER? call? bell|buzzer|call_bell|alarm|cord EVER? away|off|where|out_of|at|so
bell|buzzer .. can_not|cannot|cant|out_of EVER? reach
not|never come|came|answer when|if i|we|she|he ring|rang|buzz|press|call .. wet|bed|soil|floor|mess|hours
left|leave|leaves|lie|lies|lay|laid|sat|sits|lying|sitting|kept me|him|her|my|in|on|mum|dad|nan|us EVER? in|mum|dad|nan|on|the EVER? a|the|his|her|my|own EVER? wet|soaking|soiled|dirty|own|mess|commode|toilet|floor|pad|urine|wee EVER? bed|mess|pad|for|all|nappy|two|hours|clothes|$
mum|dad|nan|brother|sister|son|daughter|he|she|resident|gran|grandad is|was|seems EVER? frightened|scared|terrified|afraid|flinching of EVER? one_of|the|a|that|her|his EVER? carer|carers|staff|nurse|night|nurses|worker|them
flinch|flinches|flinched|cries|cried|shakes|shaking|cowers EVER? now|when|whenever|if|every EVER? when|the|a|staff|one|that|they|carers EVER? staff|carer|carers|nurse|nurses|worker|walk|come|walks
home|back|comes|came|came_home|comes_home|returned from EVER? respite|day_centre|the_home|the_unit|the_ward|school|college|transport EVER? with|covered|and|in EVER? bruises|bruised|marks|a|scratches|bruise|cuts|his|wet
laugh|laughs|laughed|laughing|smirk|smirked|mock|mocked|mimic|mimicked EVER? at|me EVER? me|my|us|him|her EVER? when|scars|while|cry|crying|for
do it properly|right|deeper next_time
told me to EVER? do_it_properly|do_it_right|grow_up|stop_attention|get_on_with_it_then|jump|kill
wasting a EVER? bed
i|me|you|am|her|him EVER? a waste of EVER? bed|space|resources
attention|attention_seeking|attention_seeker seeking|seeker|and|they|called|again|to|grow|for
hold|holds|held|holding|pin|pinned|pins|sit|sat|kneel|knelt|lay|leaned me|him|her|us|on|my EVER? down|me|my|against|to EVER? for|on|and|while|chest|back|to|neck EVER? my|injection|injections|floor|the|needle|food|jab|feed
four|five|six|three|two|all|seven|eight of them|staff|nurses|men on|held|holding|sat|jumped|piled|pinned EVER? top|me|my|him|her
face down on|in
not stop when|and|until EVER? i|she|he|they EVER? said|screamed|cried|begged|asked|breathe
i? said|screamed|shouted|say|told|begged|asked stop|no|them_to_stop|him_to_stop|her_to_stop EVER? many|and|but|they|he|she EVER? he|she|they|carried|kept|just|ignored|midwife|doctor EVER? carried|kept|did|carries|ignored|not|going|on
carried|carries|kept|carrying on|going EVER? when|while|after|with|anyway EVER? i|the|exam|she|examination EVER? screamed|said|begged|cried|stop
examined|examine|examination|checked|check EVER? me|my EVER? and|in|was EVER? it|a|not|touched EVER? was|way|right|not EVER? not|right|wrong|funny|$
hand|hands|himself|fingers|it EVER? where|against|on|into|up EVER? it|they|he|me|my|i EVER? should|did|do|shouldnt|leg|skirt|thigh|bum EVER? not|be|have|$
press|presses|pressing|pressed|rub|rubs|rubbed|rubbing|push|pushes EVER? himself|herself|his|against EVER? against|on|me|up|body EVER? me|my|him|her|$
kissed|kisses|kiss|asked_for_a_kiss|texts|texting|messages|messaging|started_texting EVER? me|asking|for EVER? on|the|asking|at|late|pictures EVER? lips|mouth|pictures|photos|night|for|nudes
asking|asks|asked EVER? me EVER? for EVER? pictures|photos|nudes|a_kiss|sex|favours|pics
favours|sexual_favours for|or|in
nice|good to him|her and|or|if|then|he|she
be|was|were nice to him
stays|stayed|sleeps|slept the? EVER? night|over|with|at_mine .. support|worker|nurse|therapist|carer|$
my STAFFONE stays|stayed|sleeps|comes|borrows|borrowed|wants|hugs|lends|drinks EVER? the|over|round|money|my|a|off|with EVER? night|at|money|drunk|me|off|$
borrow*|lend*|lent money|cash|my|off|from off|from|my|me EVER? me|us|card|patients|clients
has|have|got|knows|know|using|uses|used|been_using EVER? my|mums|dads|nans|her|his EVER? pin|bank_card|card|bank|pin_number|debit_card .. STAFFONE|she|he|number|$
STAFFONE .. using|uses|used|has|got|keeps|borrowed EVER? my|mums|dads|her|his|nans EVER? bank_card|bank|card|pin|money|cash|account|car|phone
money|cash|things|jewellery|ring|rings|tenner|purse|stuff EVER? goes|went|gone|is|missing|disappears|vanished|keeps EVER? missing|after|when|every|going|disappearing EVER? when|after|every|time|the|missing EVER? she|he|carers|carer|they|the|that|been
lock|locks|locked the? EVER? kitchen|fridge|food|cupboards|toilet|toilets|bathroom|us|doors EVER? so|and|in|at|up EVER? we|our|rooms|they|night|i|us EVER? can_not|rooms|get|wet|food|room
make|makes|made us|me|him|her|them EVER? beg|stand|wait|kneel|apologise|eat|strip|clean|crawl EVER? for|in|on|to|at|my|all|the EVER? smoke|fag|corridor|corner|hours|food|toilet|water|floor|sick|cup|drink|off
complain|complained|complaint|speak_up|speak|say_anything|tell EVER? they|and|anyone|about|her|then EVER? stop|take|lose|they|cancel|my|never|will EVER? leave|your|my|visits|meds|get|phone|stop|ill
say|tell|told|talk|speak EVER? anyone|anybody|them|nobody|my EVER? i|they|she|he|family EVER? will|never|would|ll|take EVER? never|get|lose EVER? get|out|leave
can|could|dare|scared|afraid|want not|to EVER? put|give|say|use|get EVER? my|who|name|which|anyone EVER? name|theyd|because|in|is|they EVER? they|would|trouble|tonight|make|on|she
anonymous please
not want to EVER? get anyone|anybody|her|him|them in trouble
extra|more|double|too_many|heavy tablets|meds|medication|pills|sedation|doses EVER? to|so|and EVER? keep|make|i|he|she|we|shut EVER? me|quiet|him|her|sleep|sleeps|us|up
drug|drugs|drugged|sedate|sedates|sedated|dope|doped him|her|me|us|them|mum|dad|nan EVER? up|so|to|all|every EVER? he|she|i|they|keep|make|so|sleep EVER? sleeps|sleep|quiet|can|is|asleep|day
force|forced feed|feeds|fed|feeding her|him|me|mum|dad|nan|us|them
feed|feeds|shovel|shovels EVER? her|him|me|mum EVER? too|so EVER? fast|hot|and EVER? she|he|chokes
chokes|choked|choking .. feed|spoon|fast|force
sewed|stitched|cut|operated|stapled EVER? me|up EVER? up|with|without EVER? nothing|no|without|any EVER? for|pain|anaesthetic|gas|relief|injection
knelt|kneeled|kneeling|stood|sat|stamped|stood on|my EVER? me|my|him|her|back|neck|hand
STAFFONE|agency_lad|lad|girl|manager|deputy|deputy_manager|auxiliary|escort|lady|matron|boss HITS|kick|kicks|skelped|skelps|skelp|smacked|smacks|lamped|threw|throws|flung|dropped EVER? them|me|my|him|her|us|nan|mum|dad|gran|wheelchair|the_residents|residents|people
skelped|skelpit|skelp|smacked|smacks|smack|slapped|slippered me|him|her|my|us|nan|on EVER? across|on|with|bottom|for|round|the
being|was|got|get|been EVER? smacked|slapped|hit|kicked|punched|shoved|dragged|pushed|pinched on|by|across|in|about|round EVER? the|a|my EVER? bottom|hand|auxiliary|carer|nurse|staff|head|face|bum|escort|worker|driver|guard|porter
she|he HITS him|her|them|us|mum|dad|nan EVER? with|at|in|when|because EVER? a|the EVER? slipper|spoon|home|hairbrush|brush|shoe|cane|stick|ward|unit
with a hairbrush|slipper|ruler|wooden_spoon
sells|selling|deals|dealing|sold|brings|gives EVER? in? EVER? spice|drugs|weed|tablets|coke|crack|vapes EVER? to|on|in|at EVER? the|us|me|patients|residents EVER? lads|ward|patients|residents|hostel|wing
tied|tie|strapped|strap|belted him|her|me|mum|dad|nan|to|in|down EVER? to|in|the|a|with|down EVER? the|a|chair|bed|sheet|toilet|belt
was|is|were|been EVER? tied|strapped|belted EVER? to|in|into|down EVER? the|a|his|her chair|bed|toilet|wheelchair
came|comes|come in|into my EVER? room|bed|cell|bathroom .. nurse|night|staff|carer|worker|times|he|bank
bank|agency|night nurse|staff .. touched|came_in_my|in_my_room|got_in|put_his
"""

OTHERS_EVERYDAY = """
i EVER? will|ll|would|shall|could EVER? EVER? do time for|over|if
do|ill_do time for him|her|them|that
get|gets|getting|got what|whats EVER? is|s|he|she|they EVER? coming|deserves|asking_for to|$
theyll|they_will|they|he|she|you|she_will|he_will|everyone|all EVER? will|ll|shall|gonna|all EVER? all? EVER? be sorry|regret|suffer|crying|dead
theyll|they_will|they|he|she|you|everyone EVER? will|shall|ll|gonna|are_going_to|all EVER? all? pay $|for|with
make|making him|her|them|you|someone|that_lot EVER? pay|bleed|beg|suffer|sorry|regret
going|coming|go|come round|down|in|over|there|back EVER? there|with|tomorrow EVER? with|tomorrow a|my EVER? bat|knife|hammer|machete|mates|crowbar|brick|gun|blade|golf_club
waiting|wait|sat|stood|hiding|parked EVER? outside|in|for|by EVER? for|the|his|her|him EVER? her|him|them|car|car_park|house|work|finish EVER? to|with|park|finish|come|after EVER? finish|a|hammer|bat|knife|out|come
know EVER? where|what EVER? school|time|street|car|gym|road he|she|they|that|his|her|their|kids|the EVER? live|lives|park|parks|finish|finishes|drinks|kids|drives|goes|receptionist|doctor|nurse|manager
know|find|found out? EVER? what|where|which EVER? time|that|his|her EVER? receptionist|nurse|doctor|social_worker|manager|psychiatrist|she|he EVER? lives|live|finishes|parks|leaves|drives
i? swear .. someone|somebody|one_of|i|im EVER? is|will|ll|gets|getting EVER? getting|getting_hurt|hurt|stab|hit|dead|batter|swing|get
someone|somebody|a_nurse|a_doctor|one_of_them EVER? in EVER? that|this|the|your EVER? office|place|building|ward|is EVER? is|will|gonna EVER? getting|get|going EVER? hurt|stabbed|killed|it|battered
is|are|gets|gonna_be|be getting hurt|stabbed|battered|shanked|done EVER? tomorrow|tonight|if|soon|$
carry|carrying|carries|got|sleep|sleeping|slept|keep|bring|bringing|take EVER? with|a|my|the EVER? a|my|on EVER? knife|blade|hammer|bat|machete|gun|weapon|shank|axe EVER? now|and|with|under|to|on|in|for EVER? me|use|will|it|pillow|ill|the|work|clinic|them|tomorrow
nearly|almost|could_have|want_to|scared_i_will|could EVER? shook|shaken|shake|dropped|drop|throw|threw|smother|smothered|hurt the|my|him|her EVER? baby|child|son|daughter|little_one|newborn|$
scared|afraid|frightened|worried EVER? i|of|that|ill|i_will|i_might EVER? i? EVER? will|might|ll|hurt|hurting|shaking|snap|lose|going_to EVER? hurt|hurting|shake|it|harm|smother|and EVER? my|the|him|her|with|hit EVER? baby|child|kids|son|daughter|children|him|her|mum|$
thoughts|images|urges|pictures|dreams EVER? of|about|to|in|where EVER? smother*|hurt*|stab*|strangl*|harm*|drown*|push*|kill*|throw*|drop* EVER? him|her|them|my|the|someone|people|baby|somebody|strangers
put|had|got|putting my hands round|around his|her|their|him EVER? neck|throat
i EVER? hit|hits|slapped|punched|pushed|hurt|kicked|strangled|shoved|bit my wife|husband|girlfriend|boyfriend|partner|mum|mother|dad|kids|son|daughter|kid|nan
think*|thought|urge|urges|imagine EVER? EVER? of|about|to EVER? push*|stab*|shov*|kick*|hurt*|hit* EVER? someone|people|a|somebody|them|him|her|strangers EVER? on|off|in|under|onto|down|$
could|would|gonna|going|will|happily|love|like|want EVER? to|happily|gladly EVER? burn|torch|blow|smash|petrol_bomb|firebomb|trash EVER? that|this|the|your|it|their EVER? place|building|ward|office|down|clinic|hospital|surgery|house|up
petrol|matches|match|lighter EVER? and|is|can EVER? a|matches|all|of EVER? match|lighter|it|takes|petrol EVER? that|is|all|and|ready|through|will
gonna|going|gonnae|will|get|getting|gets|got|ll|to EVER? to? EVER? get|be|getting? EVER? shank|shanked|plunge|plunged|wet_up|chinned|banged_out|done_in|filled_in|sparked|merked|chibbed|chib|jumped|slashed him|her|them|that|you|watch|soon|the|$
am|i|im|ill|gonnae|gonna EVER? gonnae|gonna|going_to|will EVER? plunge|shank|chib|slash|chin|stab|batter|bray|leather|panel|kick_off_on that|the|him|her|them|you|your|some|wan
wait|waiting|just_wait EVER? till|til|until EVER? i EVER? get|find|see|catch EVER? hold|him|her|them|that|my|out EVER? of|doctor|hands|nurse|where|on|social|him|her
list EVER? and|the|of|with|is EVER? your|manager|ward|names|people|the|that|she|he|doctor EVER? manager|is|top|on|who|nurse|ward EVER? on|top|it|is|will EVER? it|of|top|pay|get
will|gonna|going|ll|can|i EVER? to? EVER? bring|get|make|take|use|come_with|plant EVER? a|my EVER? gun|bomb|knife|machete|petrol|acid|weapon EVER? to|in|and|into|for|with|at EVER? the|this|that|your|you|them|your|work|hospital
will|gonna|shall EVER? bleed|burn|scream|die|hurt EVER? like|as|for EVER? i|we|what|my
nurse|doctor|manager|he|she|they|receptionist|social_worker|man better|needs_to|should|wants_to|best|had_better|ought_to EVER? watch|look|mind EVER? his|her|their|over|out|behind EVER? back|shoulder|step|$
"""

HELP_EVERYDAY = """
^ please? someone|somebody|anyone|anybody|can_someone|can_anyone|can_somebody|can_anybody|could_someone EVER? please? help|come|hear_me|answer|come_quick EVER? me|please|us|now|$
^ please? please? help me|us EVER? please|now|quick|$
^ please answer|come|hurry|quick EVER? me|someone|now|i|$
^ please? someone|somebody|anybody|anyone please answer|come|help
^ is anyone|anybody|someone|somebody|any_one EVER? there|here|listening|reading|awake please|$
^ anyone|anybody there $
is|are this|you|there EVER? a EVER? real|actual person|human .. now|right_now|help|please_i|need_a
need|want|get|give|find EVER? me|to|a EVER? speak|talk? EVER? to? EVER? a EVER? real|actual|human|person person|human|being|now EVER? now|right|please|tonight
not a robot .. need|want|someone|help
need|get|send|find|call|want me? EVER? a|an|the doctor|nurse|ambulance|paramedic|medic now|not|quick|here|asap|please|$
get me a EVER? nurse|doctor|ambulance|paramedic
send EVER? help|someone|somebody|an_ambulance|a_doctor|paramedics EVER? please|now|quick|me|my|$
can|could EVER? someone|somebody|anyone|yous|you|ye|youse EVER? please? EVER? come|send|help|get|stay EVER? someone|help|me|out|quick|please|now|an|with|$ EVER? me|my|nan|ambulance|please|now|quick|took|$
come|please_come|come_please EVER? i|im|quick|now|help EVER? am|i|me|quick EVER? on|alone|all|scared|so|my|very
alone|on_my_own|by_myself|all_alone EVER? and|with|here EVER? EVER? very|so|really|scared|too|i EVER? ill|sick|poorly|unwell|scared|am|frightened|bleeding
i? am EVER? alone|on_my_own EVER? very|so EVER? sick|ill|poorly
fallen|fell|collapsed|on_the_floor|slipped EVER? and|over|down|i|on EVER? can_not|can|stuck|she|he|bleeding|the|cannot EVER? get|reach|not|move|is|floor EVER? up|the|bleeding|get|move|phone|and
stuck on|in|under the EVER? floor|lift|bath|toilet|bed|stairs .. help|can_not|no|and|signal|only|hours|wheelchair
mum|dad|nan|gran|he|she|husband|wife|baby|son|daughter|grandad|nana|mam|brother|friend|mate|kid EVER? has|is|s|just|keeps|will|wont|not|took|gone|has_took|have|cant EVER? gone|fallen|collapsed|not|turned|blue|grey|floppy|unresponsive|took|taken|stopped|burning|choking|fitting|bleeding|limp|cold EVER? grey|blue|floppy|bad|ill|breathing|responding|waking|wake|limp|cold|down|and|fitting|up|badly|bleeding|$
took|taken|gone|has_took EVER? bad|right_bad|a_funny_turn|a_bad_turn|poorly EVER? $|now|please|sudden|again
not|wont|will_not|cant EVER? making|make|wake|waking|breathing|responding|moving EVER? sense|up|any|today|properly|to_me|since|much|$
baby|little_one|little_un|bump EVER? has|is|s|not|stopped EVER? not|stopped|isnt|hasnt|moving EVER? moving|moved|kicking|kicked|feeding|breathing|today|since
waters EVER? have|has|gone|broke|broken|went EVER? gone|broke|broken|and|are EVER? and|blood|green|brown|no|it
pregnant EVER? and|with|# EVER? bleeding|bleed|weeks|pain|contractions|waters
bleeding|blood EVER? and|that|wont|will_not|everywhere|from|badly EVER? it|wont|will|everywhere|stop|not|down EVER? stop|not|stopping|there|below
coughing|throwing|vomiting|spitting|vomit|peeing|passing|pooing|bringing up? blood|black
vomit|sick|cough EVER? blood
wound|stitches|scar|staples|stoma|line|catheter EVER? has|have|is|s|just|all EVER? burst|opened|open|come|bleeding|split|popped|infected|hot|pus|leaking EVER? open|up|out|apart|badly|and|everywhere|$
chest EVER? is|pain|pains|feels|s|really EVER? tight|crushing|hurts|hurting|heavy|killing EVER? and|my|now|like EVER? arm|jaw|can_not|i|left|an|sweating|numb
crushing|tight|tightness|heavy|stabbing EVER? pain|feeling|weight EVER? in|on|across EVER? my|the EVER? chest
struggling|can_not|hard|fighting|trying EVER? to? EVER? breathe|breath|get|catch EVER? properly|my|a|right|at|air|breath|$
throat|tongue|lips|face|mouth EVER? is|are|s|has|have|keeps|feels EVER? closing|swelling|swollen|swelled|tight|gone|blue|going|tightening|puffing EVER? up|blue|after|fast|tight|and|$
throat|airway closing
worst headache
can not feel|move EVER? my|one|the|half EVER? side|arm|leg|legs|face|left|right EVER? of|and|side|at|arm|$
face EVER? is|has|s|gone EVER? dropped|droopy|drooping|lopsided|down|numb|funny
rash EVER? that|which|and|will|wont|does|is|not|has EVER? not|does|wont|will|it EVER? not|go|fade|disappear EVER? go|fade|away|when|under EVER? away|when|under|press|with|glass|a
rash .. glass
temp|temperature EVER? of|is|#|up|at EVER? #|over|still|39|40|high EVER? and|on|chemo|shaking|shivering|c|degrees EVER? shivering|shaking|chemo|floppy|confused|on
on chemo EVER? and|temp|temperature|with .. shivering|temp|temperature|shaking|fever|39|40
having a fit|seizure|stroke|heart_attack|miscarriage|reaction|asthma_attack|hypo
oxygen EVER? is|has|s|nearly|almost|running|about EVER? running|nearly|almost|out|gone|run|low|to EVER? out|gone|low|run|alarm|and
ventilator|oxygen|machine|breathing_machine|power|electric .. stopped|off|alarm|cut|running_out|ventilator|failed|battery|dead
power|electric EVER? cut|is|has|off|gone|went EVER? and|off|out|gone EVER? he|she|i|ventilator|baby|oxygen|is|on EVER? on|is|needs|ventilator|machine|oxygen|a
no|out|run_out|ran_out|not|last|lost EVER? any? of|my|more|got EVER? insulin|inhaler|epipen|oxygen|meds|methadone|steroids|medication|tablets EVER? left|and|yesterday|since|today|i|$
haven't|have_not|not|nothing EVER? had EVER? eaten|a_meal|food|anything EVER? to|in|for|since EVER? eat|#|days|two|three|four|a EVER? in|days|since|for|week|$
no|without heating|electric|gas|food|leccy|hot_water|money EVER? in|on|and|left|for EVER? for|the|baby|kids|it|my|food|we|and EVER? baby|kids|is|freezing|house|food|cold|little
sleeping|slept|living|sat|staying EVER? in|rough|on|at EVER? my|the|a|bus|train|outside EVER? car|van|street|streets|station|shed|tent|doorway|park|bench EVER? tonight|with|and|again|for|$|now
nowhere EVER? to|safe EVER? to? EVER? sleep|go|stay|live|tonight
kicked|thrown|chucked|threw|kick|locked EVER? me|us|out EVER? out|and|of|of_my|im|i|an EVER? and|the|my|on|im|i|house|hour|home EVER? 15|16|17|14|13|street|hostel|am|im|toddler|baby|ago|nowhere|flat|kids
got|been|was|am|just EVER? kicked|thrown|chucked out EVER? an|of|and|by|tonight|last|today|on|im|this
lost EVER? and|in|i|the EVER? i|do|alone|hospital|do_not|scared|feel EVER? not|know|faint|where|scared|alone
someone|somebody|man|he|they|ex|husband|dad|stranger|people EVER? is|are|s|keeps|trying|has EVER? trying|banging|kicking|outside|breaking|coming|at|in|got_in|back|downstairs|smashing EVER? to|on|at|my|in|up|the|now|with|door EVER? get|the|door|my|stairs|in|now|right|house|a|window|break|knife EVER? in|door|now|stairs|house|right|knife|window|into
hiding|hid|hidden|locked EVER? myself|in|under EVER? in|the|my|a|from|under EVER? the|bathroom|toilet|bedroom|wardrobe|bed|him|cupboard EVER? from|bathroom|toilet|bed|from_him|he|please|wardrobe|$
i EVER? have|just|think|am EVER? taken|took|have_taken|taking EVER? too|a|an|all|them|my|loads|so|far EVER? much|many|lot|load|all|overdose|of|too|whole EVER? of|insulin|tablets|pills|them|many|much|medication|$
need|want EVER? someone|somebody|anyone EVER? to EVER? talk|speak|stay|be EVER? to|with|here EVER? me|right|now|tonight|please|$ EVER? now|tonight|bad|please|urgently|its|right
just need someone to talk
please EVER? do? EVER? not|dont EVER? leave|hang|go EVER? me|up|away EVER? on|alone|tonight|please|$
crisis|111|999|samaritans|out_of_hours|the_line|duty|ambulance EVER? team|line|been|is|will|wont|not|just|keeps|have|has|said EVER? not|on|wont|will|ringing|hung|told|engaged|answering|no|hold EVER? answer|hold|not|and|out|up|me|help|coming|hours|two|three EVER? and|hours|me|up|i|on|for|come
going|gonna|might|will EVER? to? EVER? do EVER? something EVER? if|bad|stupid|soon|tonight|unless
if|unless nobody|no_one|someone|somebody|you|anyone|they EVER? does|do|not|dont|rings|comes|calls|help|answers|ring EVER? not|ring|come|rings|me|help|soon|back|now EVER? me|soon|help|now|come|back|i
everything|room|head|it EVER? is|s|keeps|room EVER? spinning|going_black|closing_in|going_dark EVER? and|i EVER? i|scared|can_not|am
they|voices|people|shadows|things|men|demons EVER? are|keep|come|coming|is EVER? coming|watching|in|following|getting|inside EVER? through|me|the|into|louder|for|in|my EVER? walls|wall|tv|me|my|head|window|for|vents
please EVER? i EVER? am EVER? so|really|very EVER? scared|frightened|terrified|afraid
i? am EVER? so|really|very EVER? scared|frightened|terrified|afraid EVER? please|help|someone|and_alone|right_now
^ i? am? EVER? not safe EVER? here|at_home|right_now|tonight|now|$
guard|they|manager|staff|hotel|security EVER? say|says|said|will|refuse EVER? no|not EVER? ambulance|doctor|hospital|help
son|daughter|baby|child|wife|husband|mother EVER? is EVER? very|so|really EVER? sick|ill EVER? and|vomit|blood|no|need|please|he|she
"""
