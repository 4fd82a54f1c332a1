"""Indirect ways to say it, by the thought: no time to come, all settled, others better off, sorry to have lived, means put by. See `pattern`."""

SELF_HARM_INDIRECT = """
# no time to come with me in it
there is|will_be no|not_a me after|by|at|come|next
do not|not_going_to|will_not|never EVER? intend|plan|planning|expect|aim|mean to? be|being EVER? around|here|alive|about EVER? at|by|come|for|next|past|after|much
not be here|around|alive|about .. when|by_the_time|to_read|to_answer|to_fill|for_your|for_the|for_another .. next|report|results|survey|answer|reply|one|round|review
not promise .. be_here|be_around|still_be|make_it
see no road|future|tomorrow|way|life in_front|ahead|for_me|left
not need|want .. where_i_am_going|where_im_going|where_i_go
give it|them|the|my EVER? place|voucher|slot|bed|appointment|money|turn? EVER? to someone|somebody who wants|deserves|with .. live|it|future|life
# all settled
picked|chosen|set|fixed|decided_on|settled_on|got|have a|the|my day|date|night|time|place|way to|for EVER? do|it|going|end|die
this is|this_will_be goodbye|my_goodbye from_me|everyone|all|thank|sorry|$
# others better off
everyone|everybody|they|family|kids|world|people|he|she EVER? would|will|could|d EVER? EVER? get_on|cope|manage|do|be|go_on|carry_on EVER? fine|better|happier|easier|lighter|free|well? EVER? if|once|when|without i|me|i_am EVER? not|just|was|were|disappeared|went|gone|out|dead|died|left
not worth saving|the_bother|treating|the_air|the_bed|keeping_alive
world|everyone|nobody|they|people|kids do|does|would|will not need|want|miss me in_it|here|around|about|alive
# sorry to have lived, and glad of an end
put me out of my? misery
lucky|jammy sod|beggar|beggars|so_and_so|bugger|things|ones|dead
might as well|may_as_well EVER? be dead|under|in_the_ground|gone|buried|not_exist|in_a_box
tired of being|existing|breathing|life|waking|pretending|all_of_it not|$
only EVER? hold|holding|stay|staying|keep|keeping|here|alive|going EVER? on? because|for|till|until .. dog|cat|mum|mam|kids|gran|nan|pet|birthday|wedding
when .. dog|cat|mum|mam|nan|gran dies|goes|is_gone|passes .. i_will_go|so_will_i|i_go|nothing|no_reason|me_too|so_do_i
# means put by, and a way thought of
have|got|had|keep|kept|still EVER? the|my|all|some|her|his|mums|dads EVER? old? MEANS EVER? saved|put|stashed|hidden|stored|ready|waiting EVER? up|by|away|aside|for|in|here|$
months|weeks worth|supply|of .. looking_at_me|staring_at_me|would_do_it|in_front_of_me
thought|thinking|think|know|sorted about|of|out? how and|or|but where|when
think|thinking|thought|dream about the EVER? railway|train|trains|bridge|river|cliff|cliffs|viaduct|motorway|canal|tracks|edge EVER? a_lot|every|more|all_the|when|too|at|than|$
step|stand|stood|edge|inch|move|get EVER? a|that|that_bit|a_bit|bit EVER? closer|nearer EVER? to|each|every|$ EVER? the|time|$
drive|driving|drove|walk|walking|walked past|to|by|up_to the cliff|cliffs|bridge|viaduct|quarry|railway EVER? car_park|edge|line|railings|every|again|and|do_not|$
searching|searched|looking|googling|looked|reading online|up? EVER? for|at|about|up EVER? ways|how to EVER? do|die|end|go
only|just one|the way out EVER? of|i|left|for
cut|cutting|scratch|scratching|burn|pick|picking myself|my_arms|my_skin|my_legs|me|till|until .. bleeds|it_bleeds|i_bleed|calms|helps|release|feel_better|only_thing
had|getting|got my stomach pumped
found|find scars|cuts|marks|scratches|slashes all|up|on|down EVER? up|over|down? her|his|their arm|arms|leg|legs|thighs|wrists|wrist
"""
NEED_INDIRECT = """
taking|having|took|taken|in a fit|seizure now|right_now|help|please|quick|what
need|want|get|send someone|somebody|person here|now|with_me|to_come|round EVER? now|please|quick|tonight|$
"""
FIGURES_INDIRECT = """
# one's own tablets, card and keys, taken care of
^ i? EVER? took|take|taking|keep|kept my EVER? tablets|pills|meds|medication|medicines EVER? at|every|as|like|with|before|after|in|on|by|and
has|have|gets|keeps my tablets|pills|meds|medication EVER? sorted|ready|laid_out|done|organised|in_a_box|for_me
takes|took|take my card|bankcard|purse to|with|for|and_brings the|me|shopping|a|us
gives|give|gave EVER? me the EVER? voucher|vouchers|letter|form|forms|taxi|fare|link|number|papers|agenda
# care that holds, helps and hurts no one
nurse|nurses|carer|physio|porter|staff|doctor|she|he|they held|grabbed|caught me|my_arm|my_hand|my_elbow EVER? down_the|up|steady|when_i|as_i|so_i EVER? corridor|ward|tripped|fell|slipped|stumbled|did_not|would_not|wobbled|fainted
strapped|bandaged|wrapped my|his|her knee|ankle|leg|wrist|foot|shoulder|ribs up
he|she|they|husband|wife|daughter|son will|would not let me lift|do_a_thing|do_a_hand|do_anything|carry|pay|near|help|cook|clean
stabbed|pricked|jabbed|poked myself with|on a|the|my EVER? insulin|pen|needle|thorn|fork|epipen|pin
tripped|fell|slipped|tumbled|falling|skidded ... broke|broken|cracked|hurt|fractured my
i tied EVER? up? the|my boat|dog|horse|bag|bin|laces|tomatoes
# not going on with a task, and not knowing a day
can|could not EVER? carry|go on as|in_the_post|in_the_chair
not know|sure|remember which|what day|week|month|date
can|could not EVER? get a|an EVER? tuesday|monday|wednesday|thursday|friday|saturday|sunday|appointment|seat|ticket|straight|word|parking|lift|signal|answer
could|can not EVER? go|come|make_it .... took bad
their|his|her dad|mum|father|mother is gone
wrong person|name|man|woman|patient .... should of|have been me
asked|ask|wanted for nothing
# feelings of everyday, and what somebody asked
hate myself if i EVER? did_not|missed|forgot|left
sick with worry
throttle|strangle|shoot|murder|hang whoever|the_man|the_person|the_woman|the_one who? EVER? designed|invented|thought|planned|wrote|made|built
hurt by what|the_way he|she|they|i said|say|put|spoke|worded
asked|ask|asks EVER? straight_out|outright|me? if|whether .... ending_my_life|suicide|killing_myself|hurting_myself|harming_myself .. i|and had_not|have_not|said_no|do_not|never|did_not
never EVER? felt|feel|thought|wanted EVER? like|of|about|to EVER? harming|hurting|killing|ending myself|my_life|it_all
thought|think|said i EVER? was|am a risk|danger to myself .. i was_not|am_not|never_was
i am? starving|famished|hungry put|bring|lay|order|have|do|provide some|more|sandwiches|lunch|food|biscuits
risk|hazard|danger to EVER? children|kids|patients|people|residents should|must|needs|ought be|go|to_be|to_go|stand in|on the|a|your
assisted_dying|assisted dying EVER? consultation|debate|bill|vote|leaflet|discussion
"""
