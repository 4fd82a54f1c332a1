"""More words that sound like distress and are none, of everyday life. Read as `guards` are."""

FIGURES_MORE = """
beat|beats|beaten us|them|me to|at|by|in .. room|quiz|booking|final|match|game|queue|bingo|darts|door
overdose|overdosed|overdosing of|on EVER? optimism|kindness|fun|paperwork|jargon|custard|cake|biscuits|chocolate|sugar|tea|coffee|acronyms|forms|emails|zoom|telly|sun|pizza
cut|scratched|burnt|burned|scraped|grazed|scalded|pricked my finger|thumb|hand|arm|leg|knee|fingers? on|in|with the|a|some bread|brambles|oven|iron|fence|hedge|tin|door|kettle|pan|can|roses|paper|rose|grater|thorn|thorns|cardboard
ligature audit|audits|points|point|policy|risk|assessment|cutters|free
threatened|threatening|threatens|threaten to EVER? rain|snow|close|shut|cut|strike|pull|remove|sell|move|leave_the_group|resign
can|could not breathe for|with laughing|laughter
can|could not breathe in that|the|this|there little|small|tiny|hot|stuffy? room|hall|with
was|were|been|am never HARMS by
can|could not go on about|the_trip|a_trip|holiday|the_bus|the_course|that_course|the_outing|the_walk|on_the|the_training_day
not be here|around .. for|next|on|this .. do|party|meeting|week|wedding|session|monday|tuesday|wednesday|thursday|friday|holiday ... holiday|tenerife|spain|cataract|cruise|having|away|operation|in_tenerife|on_holiday
no point in? me|my|us? answering|filling|coming|doing_this|asking|replying|printing|sending|driving|posting
make|makes you regret giving|asking|inviting|letting
portal|website|app|site|account|system|computer|till|machine .. locks|locked me|us|him out
rope for|to the|a|tow|tie EVER? washing|line|swing|dog|boat|tent|car|climbing|garden
hit|banged|bumped|knocked|cracked my head|knee|elbow|toe|shin on|off|against a|the|that low|beam|cupboard|shelf|door|ceiling|table|sign|lamp
no way to EVER? run|treat|find|get|contact|know|log|talk|speak|do_this|organise|tell|park|reach|book|pay|reply|change
will|can|going_to give me|us|him|her a EVER? lift|hand|call|ring|reference|chance|go|cuppa|copy|form|bell|shout|tour
voice|voices in|of the choir|group|choirs|band
hits|hit|hitting the drums|ball|target|nail|road|gym|shops|piano|keys|sales|sack|hay|roof
ball|horse|bike|bull threw me
drop|drops|dropped me|us|him|her|them|mum|dad|nan|gran off|home|round|back
^ not suicidal|self_harming|in_danger|a_danger
asked if|whether i was|am|felt|feel EVER? suicidal|safe
ask|asks|asked if|do|whether you have|had|feel|felt EVER? thoughts|suicidal|like of? harming|hurting|suicide? yourself
# years|months since|after|from my|the last? overdose|attempt|self_harm|admission|relapse
ten|twenty|five|six|seven|eight|nine|two|three|four|thirty years since|after|from my|the last? overdose|attempt|self_harm|admission|relapse
play|film|book|drama|soap|story|programme .. is|was|gets|are hit|beaten|hurt|attacked|abused|stabbed|drowned|poisoned
no heating|food|water|toilet|power|toilets|hot_water in the|our hall|room|venue|building|village_hall|church
no food|drink|lunch provided|served|at_the|on_offer
sos .. teabags|tea|biscuits|milk|cake|chairs|volunteers
husband|wife|he|she|dad|mum|son|i hit|hits|hitting the|a kerb|curb|wall_parking|brakes|jackpot|button
nurse|doctor|staff|they|she|he held|holds|holding|squeezed my hand
not want to? be here on the|your list|mailing|email
attacked by a|the|an goose|geese|swan|seagull|seagulls|wasp|wasps|pigeon|cat
abusing my patience|kindness|good_nature
wife|missus|husband|boss|mum will|would|is_going_to murder|kill|strangle me EVER? if|when|for
urgent need for chairs|volunteers|tea|cake|drivers|helpers
stood|standing|sat|walked on|over|across the|a bridge|pier and fed|watched|waved|looked_at|talked|took
pushed|pushes|pushing me in|round|around|up my|the|to wheelchair|chair|hill|try|do|speak|apply|join
pushed|pushes|pushing me to EVER? try|do|speak|apply|join|be_better
grabbed|grabs|grab me|us|him a|some|the sandwich|coffee|chair|cuppa|seat|tea|drink|plate|leaflet|copy
saved my life in|and|back
not feel|felt|feeling like hurting|harming|killing myself
do not|not mean|meaning that? i was|am EVER? hurt|hit|abused
my hands shake|are_shaking
want|wanted it|this|that|them to stop asking|sending|ringing|texting|emailing|beeping|raining|repeating|popping|crashing|freezing
# things of a service, and what is said of them
reading|getting|parking|signal|wifi|bus|buses|broadband|phone|phones|line|website|app|mornings|day|lift|system|directions|seating|acoustics .... is|are|was|were EVER? hopeless|useless|pointless|bleak
save|saves|saved|saving me a|an|the|some|having|going|coming|time|money|petrol|bother|hassle|two
which|what|whose leg|arm|knee|breast|hip|one|bit|side|foot|kidney|eye .. going_to|gonna cut|take|remove|open
told|tell|heard|shown what changed|was_changed|had_changed|has_changed because of her|him|me|us|them|it|that|what
left in the|a EVER? discharge|departure|waiting|day lounge|room|area
can not make any of them|those|these|it|your
phone|table|hall|lamp|kettle|telephone|hoover ... with the|a cord
help me ... how_to use|open|answer|fill|log|write|send|read|sign|understand
# bodies, sport and days as they are
son|daughter|he|she|mum|dad|husband|wife|boy|girl|lad|him|her|grandson|granddaughter was|got|gets|were|been? hit|struck|clipped by a|the|his|her EVER? cricket|golf|tennis|rugby|snooker|hockey|basket|netball? ball|bat|car|bus|bike|bicycle|door|trolley|branch|tile|scooter|puck|wheelchair|lorry|taxi|motorbike
up and|to do my legs|arms|back|exercises
kicks|punches|kicking|punching|hits .. and punches|kicks|kicking|punching .... belt|karate|judo|pads|bag
#|week|month|year|birthday|us|kids|children|grandkids|weans|bairns|teenagers|boys|girls god help me|us|them
fifty|sixty|seventy|eighty|ninety EVER? week|month|year? god help me|us
slap|slaps|pat on the wrist|wrists|back and|is|was|for|from|will|would|$
# laughing, weighing and wishing as manners of speaking
feel|feels|felt|like|been ... hit by a|the bus|train|lorry
killing|killed|wetting ourselves|themselves|myself|yourself laughing|with_laughter|with_laughing
suicide politically|professionally|commercially|financially|electorally|socially
cut|saw|chop|hack the|my|this|that leg|foot|arm|knee|head|hand|tooth|finger|toe off myself if|with|before|quicker
overdose of garden|gnomes|flowers|glitter|tinsel|perfume|aftershave|leaflets|meetings|information|garlic
put|set|light EVER? a bomb|rocket|firework under that|the|this|them|him|her|it
"""
