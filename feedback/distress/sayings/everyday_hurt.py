"""Signs in everyday and hinted words of being hurt: fear and control at home, a child, staff. See `pattern`."""

CHILD_EVERYDAY = """
kids|children|baby|we|i|dog|toddler|little_one|son|daughter all? go|goes|hide|hides|flinch|flinches|freeze|freezes|cry|cries|wets EVER? quiet|still|stiff|away|cold? when|whenever|if|every|as EVER? he|his|dad|her|key|the|they EVER? comes|shouts|key|home|in|walks|raises|car|time
kids|children|son|daughter|we is|are EVER? scared|frightened|terrified|afraid of EVER? their|his|her|my|the dad|father|stepdad|him|her|mum|uncle
happened|started|began|did_it when i was EVER? a? EVER? eight|seven|six|five|nine|ten|eleven|twelve|#|four|little|small|child|kid EVER? a|my|with|by|and|he
on our|their own at|all|for night|day|hours|days|weekend
mum|dad|mam|she leaves|leave|left us|me|the_kids|them EVER? on|alone|home|by EVER? our|own|at|all|alone
never|no|not EVER? any? food|heating|nappies in EVER? and|the|mum|dad|she EVER? mum|is|house|drunk|drinks
mum|dad|mam|she|he is EVER? always|never EVER? drunk|high|using|wasted|off_his|out
girl|boy|child|kid|baby|kids|children|toddler EVER? next|in|down|over|upstairs door|our|the|road|my|block EVER? block|road|street|flats|class|is|always|has|with|crying EVER? always|crying|has|cries|screaming|burns|bruises|hear|slaps|thin|hungry
hear|heard EVER? her|him|them|the|a|slaps|screams|kid|child|baby .. slaps|screaming|hitting|beating|begging|thumps|every_night
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
scared|frightened|terrified|afraid to|of go|going|come|be|being EVER? home|back|alone|in EVER? after|with|to|school|him|because|$
do|does not make|send|let|discharge me|us|her|him EVER? go|back|home EVER? home|back|to_him|there
smashed|smashes|breaks|broke|takes|hides my EVER? phone|glasses|laptop when|so|because|if|to
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
man|uncle|priest|teacher|someone from|at|in the? EVER? church|mosque|school|club|scouts .. touched|did|made|hurt
making|make|forcing|force|made|want|wants|going me|her|to|us EVER? marry|marriage|send|wed EVER? my|a|him|me|someone|his|an|abroad EVER? cousin|man|abroad|back|to|older|$
send|sending|sent|take|taking me|us|her abroad|back_home|to_pakistan|to_somalia|to_bangladesh .. marry|married|wedding|cut
burns|burned|burnt|burning me|him|her|us|my with EVER? cigs|cigarettes|fags|iron|lighter|a
discharged|sent|housed|placed|moved|put|rehoused me|her|us EVER? back|home|next|near EVER? to|with|door EVER? to? EVER? the|him|my|person|man|ex|her|them EVER? who|ex|person|man|$
person|man|one who did|hurt|beat|hit|does this|it|me|that
ex|husband|he|boyfriend|stalker keeps|is|waits|turns|turned|waiting|sits|comes|came|shows EVER? turning|showing|outside|up|round|for|coming|calling|again EVER? up|outside|me|my|at|to|again|round|after EVER? at|my|outside|work|house|flat|again|every
boys|girls|kids|lads|gang|they|men .. wait|waits|waiting|follow|chase|corner|jump|spit|threw|throw|push|pushed|pushing EVER? for|me|us|on|through|dirt|eggs|stones EVER? and|at|after|me|us|my|through EVER? kick|hit|beat|punch|school|home|letterbox|rob|go
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
asks|asking|wants|asked|wanted|keeps me to EVER? sleep|go_to_bed|go_home|stay_over|meet with him|her
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
