"""Signs of self-harm in everyday and hinted words: worn out, a burden, gone soon, means at hand, again, somebody else. See `pattern`."""

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
not safe with|by|from myself
thoughts|thinking|ideas|wish|want to|of|about EVER? finish|finishing|stop|stopping|close my|this|the life
ready to meet my maker|god|lord
meet my maker
stood|standing|sat|up on|at the EVER? EVER? car_park|multi_storey|tower|block|hospital roof|top|edge
see|find|got|have|need a|no|any reson|reson|reasn|purpos|piont|pont to|in|of
# a burden
i am|feel|be EVER? just? a? EVER? millstone|weight|drain|nuisance|dead_weight|ballast round|on|to our|my|the|their|everyone|them|him|her
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
^ i? am? EVER? EVER? on|at|near|by the|a EVER? bridge|ledge|edge|roof|cliff now|$
i am EVER? EVER? on|at|near|by the|a EVER? bridge|ledge|edge|roof|cliff now|$
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
