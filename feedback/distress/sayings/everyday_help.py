"""Signs in everyday words of harm to others, and of help needed now. See `pattern`."""

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
waters have|has|just? broke|broken|gone|went
no|not|without|run_out_of|out_of EVER? methadone|subutex|script|buprenorphine since|and|for|left .. rattling|withdrawing|shaking|sick|bad
rattling bad|badly|hard
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
