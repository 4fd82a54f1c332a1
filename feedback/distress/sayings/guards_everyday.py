"""More harmless words: leaving a form or a group, holidays, mishaps, work, what was long ago and is well now. See `pattern`."""

DENIALS_EVERYDAY = """
asked|ask|asks EVER? me? if|whether|do|did|about .... suicidal|harming_myself|ending_my_life|hurting_myself|self_harm|safe .. i? said|say|and|i EVER? no|do_not|i_do_not|have_not|am_not|i_do|i_am
i|we would|will|could never EVER? hurt|harm|kill|cut myself|anyone|anybody|him|her|them|a_fly
never EVER? EVER? felt|feel like EVER? ending|dying|hurting it|myself|anyone|$
KIN|he|she|nobody|no_one has|have|had|would|did|does EVER? never|not EVER? HITS|laid|lay|raised|touched EVER? a? EVER? hand|finger? EVER? to|on? me|us|$
nobody|no_one|not|never was|were|got|been restrained|hurt|shouted_at|hit|ignored
not going to EVER? do anything daft|stupid|silly|rash|to_myself
used_to|was|had|been|years_ago|ago ... self_harm|suicidal|overdose|dark_place|in_crisis|cut_myself|attempt .... well_now|fine_now|better_now|behind_me|life_is_good|good_now|i_am_a|i_am_well|i_am_fine|okay_now|ok_now|got_me_through|recovered|give_back|a_nurse_now|happy_now
"""

FIGURES_EVERYDAY = """
# leaving a form, a group, a room
carry|go|keep|carrying|going|get on with|doing|answering|taking|being|coming|in the|this|your|these|any|part|group|it EVER? research|study|group|panel|survey|project|involvement|emails|course|questions|question|form|forms|role|meeting|meetings|website|site|work|now|today
carry on|going|doing with|answering this|these|it|the now|tea|questions
can not go on your|the|this|a|my|to|any EVER? website|app|bus|portal|zoom|computer|internet|site|train|trip|holiday|page|link|lift|stairs|plane|monday|tuesday|wednesday|thursday|friday|saturday|sunday
can not go on with this|the|it now|today|form|tea|my
can not do this|it anymore with|on|because the|forms|my|form|phone|a|of
not want to be here|stuck|sat all|too|for|till|until day|long|hours|ages|lunch|night|midnight
will not be coming|here|around|back|available|in|there EVER? next|on|in|until|till|for|again|because|as|the|i ... holiday|away|off|spain|cruise|moving|moved|abroad|france|working|work|caravan|nearer|retired|retire|devon|week_as|college|school
want|lets|let|like|can|we|us to? end it here|there|now_please
end it here|there please|then|now
i will|ill finish|do it tonight|tomorrow|later
last|final one|form|survey|time from|before me|i|we thanks|retire|retired|move|$
# manner of speaking
suicide|suicidal by|policy|policy_making|planning|decision|move|idea|economics|for_the|missions EVER? paperwork|email|committee|making|$
noose of|round|is .. paperwork|budgets|budget|debt|targets|red_tape|necks
nearly|almost had a? heart_attack|stroke when|at|seeing|with|opening
nearly|almost had a heart attack when|at|seeing|with|opening
frightened|scared|scare|frighten the life|pants|wits|hell|living_daylights|daylights out|off of? me|us
pain|pains in the neck|bum|backside|arse
you|youve|you_have|go_on have? twisted my arm
twisted my arm $
kids|children|boss|missus|lads|hubby|manager will|would|going_to|gonna EVER? kill|murder|shoot me if|when|for
overdose|overdosed of|on sunshine|cake|chocolate|kindness|information|jargon|sugar|caffeine|acronyms|coffee|tea|biscuits|cheese|christmas|sun|vitamins|telly
overdose awareness|session|prevention|risk|kit|training|talk|group|team|day
risk|chance|danger|fear of overdose|overdosing
sleep when i_am|im dead
finished me off
death of me
it will be over soon i_hope|the
hits|hit all|the|his|her|every|my EVER? targets|target|mark|spot|steps|goals|road
# mishaps, sport, work and hobbies
hit|struck|knocked by a|the|his EVER? EVER? ball|door|swing|bike|football|frisbee|puck|branch|bat_in
black eye from|at|playing|in EVER? rugby|football|boxing|hockey|cricket|swing|falling|sport|karate|judo
black_eye from|at|playing|in
bites|bit|biting|bite her|his|my|their EVER? nails|lip|tongue
cut|cuts|burnt|burned|scalded|sliced|stabbed my|his|her|myself EVER? hand|finger|thumb|leg|knee|foot|arm|chin? EVER? gardening|cooking|shaving|chopping|peeling|opening|slicing|ironing|baking|carving|at_work|on_a|on_the|on_glass|making|with_a_bread|with_the_hedge|pruning|doing|fixing|whilst|for_a_living
butcher|chef|cook|carpenter|barber|florist|joiner|fishmonger .. cut|burn|burnt|stab myself|my_hand|my_finger
fitting a|the|carpet|carpets|kitchens|kitchen|in|room|rooms|windows|for
slipped with|on a|the
hurt|cut|burnt|injured|scalded himself|herself|themselves EVER? falling|playing|shaving|on|slipping|lifting|cooking|at|with|in EVER? a|the|off|rugby|football|school|nursery|before|$
stood|waited|waiting|standing on the platform for|in|with|talking
threatened with closure|redundancy|cuts
used to be|was homeless .. now|run|volunteer|house|flat|years
please someone|somebody fix|answer_the|sort|tell|explain|open|mend|change|write
TAKE EVER? # tablets|pills a|each|every|per|twice|in day|morning|night|week|the
TAKE EVER? two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty tablets|pills a|each|every|per|twice|in day|morning|night|week|the
took|take|bring|brought all? my EVER? tablets|meds|medicines|medication|pills EVER? to|in|with|along|back the|me|a|my|for EVER? review|pharmacy|chemist|hospital|appointment|clinic|surgery|doctor|for|when|$
took|take|takes my phone|glasses|teeth|hearing_aid|clothes|rings|watch|bag|coat|blood|bloods|pulse|temperature|history for|before|during|and|off EVER? the|my? EVER? mri|scan|op|operation|theatre|gave|x_ray|safe
given|gave|giving|give away|back EVER? my|all|our? EVER? baby|old|pram|cot|clothes|books|wheelchair|walking|frame|crutches|equipment|bed|commode|toys
given|gave|giving|give EVER? my|the|our EVER? old? EVER? wheelchair|frame|crutches|walking_frame|commode back
pushed|pushes|wheeled me|him|her EVER? to|round|through|into|back|along EVER? the|my? x|xray|x_ray|theatre|ward|scan|garden|clinic|car|corridor|department
grabbed|grabs|fetched me|us|him|her a|some|the EVER? blanket|wheelchair|coat|towel|pillow|gown|form|pen|bowl|chair|drink|taxi
volunteer|volunteers|volunteered|work|works|train|listen|trained with|for|at|to|as EVER? a? samaritans|samaritan|childline|shout|people|crisis|women .... die|suicide|suicidal|abuse|overdose|self_harm|helpline|line
volunteer|volunteers|volunteered|work|works with|for|at|on EVER? a|the? samaritans|samaritan|childline|shout|crisis
i|we train|teach|trained|taught|lecture .... child_abuse|abuse|suicide|self_harm|restraint|violence|safeguarding
child|domestic abuse EVER? training|course|cases|work|awareness
job|work|ward|shift|team .. we|i? see|treat|handle|get|deal ... overdoses|overdose|self_harm|stabbings
we see|treat|handle|deal_with EVER? overdoses|overdose|self_harm|stabbings
wording|phrase|term|word|words|language|say|saying than|of|like|for|is EVER? commit|committed|committing? suicide
commit|committed suicide .. policy|wording|phrase|term|leaflet|language
help now and again|then
crisis helpline|plan|cafe|card|training|worker|volunteer
in a crisis i|we|they|he|she EVER? ring|call|have|know|phone|go|get|use
was|been in EVER? a? crisis last|years|two|ten|some|once|back|when
own_life|own|suicide life? .... fundraise|volunteer|run_a_group|raise_money|campaign|charity|got_involved|joined|before_i_was_born
bereaved by suicide
thinking|thought|deciding|decided about|of|to EVER? doing it|the|another again|course|degree|walk
"""
