"""Plain signs of wanting to die, of self-injury and of suicide, about oneself or somebody else. See `pattern` for how to read a rule."""

RULES = """
# the words themselves
suicid*|sucid*|suisid*|suiside*
self harm*
kill|kills|killing|killed|kil SELF
hang|hanging|hung|hanged|drown|drowning|drowned|shoot|gas|electrocute|suffocate|poison|poisoning|poisoned|top|topping|topped|stab|stabbed SELF
kill kill? me please? $
overdose|overdosed|overdosing|overdoses
end|ending|ended|take|takes|taking|took|taken my|his|her|their|your own? life|lives
do|doing|done SELF in
finish|finishing SELF off
HARMS SELF
HARMS up? my BODY
HARMS EVER? again|tonight|last_night|today|yesterday|this_morning SELF? $
i cut|burnt|burned EVER? last_night|again|today|yesterday|this_morning
i|have|been EVER? cutting|cut again|more|every|to_cope|when|because|most|at_night|in_the_toilet|in_secret
started|relapsed|back_to|keep|urge|urges|want|need|going|wanting cutting|to_cut|cut|to_burn|with_self_harm|to_self
slit|slitting|slash|slashed|slashing my|his|her wrist|wrists|throat|arm|arms|neck
scars|cuts|burns .. my arms|legs|wrists|thighs .. myself|again|hide|hiding|fresh
bang|banging|bash|bashing|hit|hitting|smash|smashing|banged my|me head|fist|fists .. wall|door|floor|bleeds|til|until
i burn|burnt|burned|hurt|cut|scratch|scratched my ... on_purpose|deliberately|with_a_lighter|with_a_blade|with_cigarettes|to_feel
punish|punishing myself
stopped|not|starving|refusing eating|eat|to_eat .. punish|die|disappear
# wishes
i EVER? WISH EVER? EVER? to? DIE
i am EVER? WANT EVER? EVER? to? end_it|end_my|kill_myself|ending_it|die_tonight|do_it_tonight|kms|end_it_all|jump|hang|overdose
WISH EVER? to? die|dead|be_dead $
WISH EVER? to? die|be_dead|end_it|end_it_all|kill_myself|ending_it_all|just_die
want|wanted|wants|need|going|ready|wanting|decided|plan|planning|rather to? EVER? end it all? $
i|just|and WANT EVER? end|ending it|things|everything|it_all|this tonight|today|now|all|for_good|forever|once_and_for_all|soon|tomorrow|myself|before
keep|been|always|cannot_stop|can_not_stop|constantly THINK EVER? EVER? dying|death|being_dead|suicide|ending_it|ending_things|ending_my|ways_to_die|how_to_die|jumping|overdosing|hanging|killing_myself|not_being_here|my_own_death|doing_it|wanting_to_die|not_waking_up|ending_it_all
THINK EVER? EVER? ending|end it|things|everything|it_all|my_life|this_life $
THINK EVER? EVER? dying|suicide|ending_it_all|ending_my_life|killing_myself|being_dead|not_being_here|not_being_alive|not_existing|not_waking_up
thoughts of|about EVER? not|dying|death|hurting|harming|killing|ending|jumping|suicide
dark|bad|intrusive|black|scary|horrible|evil|morbid thoughts
THINK ... how_many_tablets|how_many_pills|it_would_take|end_the_pain|how_i_would_do_it
wish|wished|wishing i EVER? was|were|am|could_be|had EVER? dead|not_here|never_born|never_been_born|not_alive|gone|not_around|no_longer_here|asleep_forever|never_existed|died|not_born
wish|wished|wishing i EVER? could EVER? disappear|die|vanish|sleep_forever|not_exist|not_wake|stop_existing|go_to_sleep_forever|end_it|just_die|be_dead|not_be_here
wish|hope|hoping|pray|praying|prayed i|to|that EVER? i? do|did|will|would|could EVER? not wake|exist|be_here|live
wish|wished i did not exist|wake|live|have_to_be_here|have_to_live
wish i was not|never EVER? here|alive|born|around
wish i have|had|would never|not been|be born
hope|hoping|pray|praying|wish|want|wanted|like .. never|not wake|waking up?
hope|wish|pray i|to EVER? die|do_not_wake|get_hit_by|get_run_over|get_cancer|do_not_survive|not_survive
do|did|does|would|will not EVER? want|wanna|wish|wants EVER? EVER? to? EVER? LEAVE
not|never want|wanting|wanted EVER? to EVER? live|exist|wake_up|be_alive|be_here_anymore|be_around_anymore|carry_on_living
no longer|more want|wish to? live|be_here|be_alive|exist|go_on|carry_on
want|wants|need|like to EVER? sleep|go_to_sleep|close_my_eyes|fall_asleep|lie_down|disappear and? EVER? never|not|forever|for_good
sleep|asleep|disappear|vanish forever|for_good
want|need|wish it|everything|the_pain|this|life|my_life|this_pain|all_of_it EVER? all? to EVER? stop|end|be_over|go_away|finish|just_stop
want|wanted out of? this|it|my? life|world $
would|id EVER? EVER? rather|sooner EVER? EVER? be_dead|die $
rather be dead|in_the_ground|six_feet_under|gone_than
better off EVER? EVER? dead|without_me|if_i|not_here|with_me_gone|when_i_am_gone|once_i_am
better|happier|easier|best|nicer|improved .. without_me|if_i_was|if_i_were|if_i_died|if_i_wasnt|if_i_just|if_i_had_never|once_i_am_gone|when_i_am_gone|if_i_did_not|dead|if_i_disappeared|if_i_am_not
nobody|no_one|anyone|everyone would|will|d EVER? EVER? EVER? notice|miss|care|cry|be_glad|even_notice ... gone|died|dead|disappeared|me|not_here|if_i
who would|will even? miss|care|notice .. me|gone|if_i
should|deserve|deserves to? EVER? be|have|die dead|died|been_born $
should be dead|have_died|not_be_alive|not_be_here|never_have_been_born|not_have_been_born|not_exist
deserve|deserves to? EVER? die|be_dead|death|to_suffer
better dead|of_dead
# hopelessness and burden
no will|reason|point|purpose to|in|of|for EVER? live|living|life|being_alive|being_here|go_on|going_on|carry_on|carrying_on|existing|keep_going|me|anything|anymore
no|lost|losing|lack_of|not_got|without the? will|reason to EVER? live|go_on|carry_on|be_alive
not|never|no|cannot|hard EVER? see|find|got|have|any|see_any EVER? the|any|a|no? point|reason|purpose|meaning EVER? in|of|to|for|anymore|left|no_more|living|being_here
do|can not see the|any|a point|future|reason|way_out|way_forward|light $
do|can not see|have the|any|a point|future|reason|way_out|way_forward|light anymore|for_me|in_living|in_anything|in_going_on|in_life
what|whats is? the point of|in|to? EVER? anything|living|life|me|it_all|being_here|going_on|carrying_on|being_alive|anymore|trying_anymore|existing|waking_up|any_of_it
what|whats is? the point anymore? $
what|whats is? the use in? anymore|living|going_on $
nothing left|else EVER? to_live_for|to_give|for_me|in_me|to_lose|to_live $
nothing to live for
got|have EVER? not? got? nothing|nothing_left to_live_for|left|to_lose $
have not got|have anything|nothing|much to_live_for|left_to_live
not|no|never|isnt|is|hardly worth EVER? living|being_alive|it_anymore|being_here|staying_alive|going_on|carrying_on
life|living is|was|feels|has|seems EVER? not|pointless|meaningless|unbearable|hopeless|no|worthless|over|empty|too_painful|too_hard worth|anymore|meaning|for_me|purpose|point|$
life|living is|feels|seems EVER? pointless|meaningless|unbearable|hopeless|worthless|over|not_worth|too_painful|no_longer_worth|a_living_hell|hell
fedup|fed_up|sick|tired|done|bored|exhausted|finished|had_enough|weary of|with EVER? EVER? living|life|being_alive|existing|being_here|my_life|this_life|it_all|everything|this_world|the_world|breathing|waking_up
given|give|gave|giving up EVER? on|with life|living|myself|everything|it_all|the_will|being_alive
i have|just EVER? given|give up|in $
i EVER? give|gave up $
i can not EVER? EVER? STOPGO
can|could not EVER? EVER? STOPGO
not know|sure how_much_longer|how_long|how_much_more|if_i i? can|will EVER? go_on|keep|hold|take|last|carry|live|be_here|make_it|cope|survive
not going to EVER? make_it|be_here|survive|last|be_around|wake_up
will|wont|am|i_will not be here|alive|around much|tomorrow|anymore|long|in_the_morning|next|after|by|for|when|by_the
at the end of my rope|tether
end of my tether|rope
no way|hope|light|future|escape out|left|for_me|anymore|of_getting|at_the|ahead|except|but|to
i have|feel|am|got|see|there_is EVER? no|without|lost|losing all? hope $
lost|losing|loosing all? hope|the_will|my_will
feel|feeling|am|been|is EVER? EVER? hopeless|worthless|useless_and|trapped_and|like_giving_up|like_ending|like_dying|like_death|dead_inside|empty_inside|so_empty|numb_and
hate myself|being_alive|my_life|living|my_self|life
i am EVER? a? EVER? burden|waste_of_space|waste_of_oxygen|waste_of_air|burden_to|drain_on
i|am|feel|just|being|only|such|be EVER? like? a|such_a|such EVER? burden to|on everyone|my|them|people|family|others|the_family|him|her|society
i|am EVER? a? waste_of_space|waste_of_oxygen|worthless_piece|piece_of_shit
feel|feeling|felt like|such|just|only EVER? a|an EVER? burden $
do|did not EVER? care if|whether|what|anymore i|anymore EVER? live|die|wake_up|am_alive|lived|died|happens_to_me|dont_wake|am_dead|get_run|do_not_wake|never_wake
do not care anymore|no_more|about_living|about_anything|about_my_life $
not care if|whether i
there_is|is|theres no point .. me|living|anymore|going_on|in_anything|in_me
never|nothing|is_it|not EVER? going to|will|ever EVER? get better|ever_get_better|change|end
nothing|nobody|no_one EVER? can|will|could EVER? help me|do_for_me|save
i need out|to_get_out_of_this_life|it_to_end|it_to_stop|the_pain_to_stop|this_to_end|everything_to_stop
would not matter|care|notice if i|anyone
no longer|not feel|see|find safe|a_future|the_point
can not stop crying and
the_only way out|to_stop|to_end|it_ends|i_can_see is|the_pain|this|was
easier|easy|better to|if i? EVER? end_it|die|be_dead|just_end|was_dead|not_be_here|kill_myself|were_dead|to_be_dead|to_die
# plans, means, preparations
plan|planned|planning|date|method|ready|prepared to|on|for|of EVER? die|dying|kill|end_it|end_my|suicide|overdose|hang|jump|do_it_tonight|how_i
have|got|made EVER? a EVER? plan to_end|how_to_do_it|to_do_it|and_i_have|for_tonight|how_i_will_do_it|to_die|of_how
know|decided|worked_out|picked|chosen how|when|where|the_day|a_day|a_date i .. do_it|end_it|die|go
going to|will|gonna EVER? do it tonight|tomorrow|today|now|soon|properly_this_time|this_time
do something|summat|anything EVER? stupid|silly|bad|drastic|daft|to_myself|rash
scared|afraid|worried|frightened|might|going_to|scared_of .. what_i|i_will|i_might|i_may .. do_something|do_to_myself|hurt|might_do|do_tonight|will_do|act_on
i ... stockpil*|hoard*|saving_up|saved_up|been_saving|storing|stored|collecting|collected|stashing|stashed|stash ... MEANS
stockpil*|hoard*|saving_up|saved_up|stash|stashing|stashed|collecting|saving .. my|the|all|of|up|enough MEANS
TAKE EVER? LOTS .. MEANS
TAKE EVER? # of? my? the? MEANS
TAKE EVER? LOTS .. MEANS|of_them|at_once
TAKE EVER? LOTS .. my|the|his|her|of MEANS
TAKE the lot|lot_of_them|whole_lot|whole_box|whole_packet|whole_bottle|whole_pack $
TAKE EVER? ten|twelve|fifteen|sixteen|twenty|thirty|forty|fifty|sixty|hundred|dozens|seventy|eighty of? my? MEANS
TAKE EVER? more|enough MEANS|of_my ... than|to|die|kill|should
TAKE bleach|antifreeze|weedkiller|poison|white_spirit
enough MEANS .. to|for .. end|kill|die|do_it|it|finish
bottle|box|packet|handful|pile|tub|bag|pile of MEANS .. in_front|next_to|ready|here|in_my_hand|beside|on_the_bed|waiting|and_i
MEANS .. in_my_hand|in_front_of_me|ready|next_to_me|lined_up|counted|all_out
counted|counting .. MEANS
have|got|bought|holding|hid|hidden|hiding|found|took|keep|using|kept EVER? a|the|my|some|my_own EVER? SHARP .. my_bed|pillow|room|hand|wrist|drawer|cut|ready|my_arm|use|me|myself
SHARP .. my_wrist|my_wrists|my_throat|my_neck|my_arm|my_skin|my_arms
have|got|bought|tied|made|found|using|with|holding|wrapped|put EVER? a|the|my|something EVER? rope|noose|ligature|ligatures|cord|belt|hosepipe|something|plastic_bag|sheet round|around|ready|in|for|my_neck|from|over|and|tonight|$
tied|tie|put|wrapped|tying|tighten|tightened|had .. round|around|to my|his|her|the neck|throat|ceiling|beam
tied|tying|made|tie a ligature|noose|ligatures|rope
noose|ligature|ligatures
jump|jumping|jumped|throw|throwing|threw|step|stepping|stepped|walk|walking|walked|leap|run|lie|lying|drive|driving|crash|went EVER? myself|my_car|the_car|out|down|straight EVER? in_front_of|off|off_of|under|into|onto|on|out_in_front_of|from a|the|that|my|an|some|oncoming EVER? PLACE
jump|jumping|walk|step|throw in front of
stood|standing|sat|sitting|been|went|go|going|was|am|stand|sit|climbed|at|walk|walked|on EVER? on|at|by|near|over|to|up|off|the the|a|that|my edge_of|top_of|side_of|wrong_side_of|end_of PLACE|a|the
stood|standing|sat|climbed EVER? on|over|onto the|a bridge|railing|railings|ledge|roof|barrier|edge|tracks|rail|balcony
i|am|was|nearly|almost|to|just|should|will going|gonna|about|wanted|want|ready|thinking|nearly|almost|just to|of|about? EVER? jump|jumping off|from|in|under|today|tonight|$
drive|crash|drove|driving|crashing|run my|the|this car|van|bike off|into
left|wrote|written|writing|write|leave|leaving|done|have EVER? a|the|my|some|goodbye|last|final EVER? note|letter|letters|notes|will|goodbyes|goodbye_letter|video for|to|saying|ready|and|explaining my|goodbye|everyone|the|them|kids
goodbye|farewell|suicide letter|letters|note|notes|video|message
said|say|saying|sent|wrote|texted|writing|written EVER? my|our|goodbye EVER? goodbyes|goodbye|final_goodbyes|last_goodbye .. to|$
my|the last|final message|words|text|day|night|goodbye|post|letter|christmas|birthday|email to|on|ever|anyone|before|alive|$
goodbye everyone|world|all|forever|and_sorry|cruel|for_good|now|to_you_all|to_everyone
sorry .. cannot|can_not .. anymore
tell my EVER? KIN|kids|children|boys|girls|family i love|loved|am_sorry|that_i
look after my kids|children|dog|cat|mum|boy|girl when|after|once|if
given|giving|gave|give away EVER? all? my|everything
sorted|sorting|written|wrote|made|putting|put .. my will|affairs|funeral .. and|in_order|tonight|now|because|ready
my affairs in order
planned my funeral
this|it is the end $
this is it|the_end|goodbye .. for_me|everyone|i_am_done
i am EVER? done|finished|out|checking_out|through .. with_everything|goodbye|with_it_all|with_life|for_good|now_goodbye|with_this_world
# safety, in crisis with oneself
am|feel|feeling|be|is|stay|keep|been|was not|never EVER? safe .. $
do|did|does not EVER? feel|think|trust EVER? i_am? safe|myself .. with_myself|alone|tonight|on_my_own|right_now|by_myself|to_be|from_myself|in_my_own|at_the_moment|anymore|now|here|to_go_home|$
can|could not EVER? trust myself|keep_myself_safe|be_trusted_with|promise_i_will
can|could|unable|struggling|struggle|hard|able not? to? keep|keeping myself|himself|herself|themselves safe
danger|risk|threat to myself
unsafe .. with_myself|alone|tonight|in_my_own|right_now|at_the_moment
voice|voices .. tell|tells|telling|told|say|says|saying|want|wants|keep|shouting|screaming|command* ... kill|hurt|harm|die|cut|jump|end|do_it|do_things|myself|take|to_do|worthless|burn
voice|voices|they .. telling_me|tell_me|says|say .. to? EVER? kill_myself|die|jump|cut|hurt_myself|do_it|end_it|harm_myself|should_die|take_my_life
urge|urges|urged to|of EVER? cut|hurt|die|harm|kill|jump|burn|end|self|take
attempt|attempts|attempted|tried|tries|try EVER? on|to|at EVER? my_life|his_life|her_life|take_my|end_my|take_his|take_her|end_it|end_his|end_her|die|hang|jump|overdose|kill
took|taken|takes|take|taking his|her|their|my own? life|lives
hang|hung|hanged|hanging SELF
nearly|almost|wish_i_had|should_have died|succeeded|managed_it|finished_the_job|done_it .. last_time|by|when_i_tried|overdose|after_i|$
i survived|tried .. attempt|overdose|hanging|to_die
plan|going|want|need|ready to go to_sleep_forever|be_with_my|and_be_with|join my? mum|dad|husband|wife|baby|son|daughter|nan|them|him|her
be with|join EVER? my|him|her EVER? mum|dad|husband|wife|baby|son|daughter|nan|dead .. heaven|other_side|again_soon|up_there|soon
see you on the other side
unlive|unliving|unalive|sewerslide|sewer_slide|self_delete|forever_box|catch_the_bus|grippy_sock|sui|su1
better if i was|were not|dead|gone
not be here EVER? anymore|tomorrow|much_longer|next_week|at_all|by_christmas
life|world|earth|planet .. would_be|be|is better|easier|happier .. without|dead|gone
"""
