"""How good or bad everyday words feel, as data: 4 is as good as can be, 2 good, -2 bad, -4 as bad as can be. Words of a family stand once.

For the greater part derived from the word list of VADER 3.3.2 (Hutto and Gilbert, 2014; licence: MIT), with British words beside it.
"""

from feedback.hearing.answers.words.stems import stem

_WORDS: dict[int, str] = {
    4: (
        "ace adore adored amazing angel angels awesome belting best blissful bostin brightest brill brilliant buzzing chuffed delighted doddle ecstatic "
        "effortless effortlessly elated excellence excellent exceptional exhilarated fab fabulous fantastic faultless flawless flying glorious gorgeous "
        "happiest hearts heavenly heroes immaculate impeccable incredible joyous lifesaver lovable madeup magic magnificent marvellous mint outstanding "
        "overjoyed painless paradise perfect perfectly phenomenal prizewinning saints splendid stunning sublime superb sweetheart thrilled topnotch "
        "unbeatable unreal wonderful worldclass "
    ),
    3: (
        "tasty yummy scrumptious scrummy smashing "
        "😀 😃 😄 😁 😊 😍 🥰 😻 🎉 🤩 👍 👌 ❤ "
        "admirable admiration admired adoring adventuring appreciated appreciation awardable beauteous beautiful beautifying beauty beloved blessed "
        "blessings bliss boss brave braver braw bright brightening calm champion charming cheerful cheery cherished class clear comfortable comfy "
        "confidence confident congrats cosy courageous courteous cracking darling dauntless delectable delicious delight delightful easily easy encourage "
        "encouraging energetic energised energized enjoyment enjoys enlightening enterprising ethical excelling fascinating funned funniest generosity "
        "generous glad gladly gleeful gloried glorified glorifying godsend golden gracious grateful gratifying gratitude great happily happiness happy "
        "healthy heard honest honorable honored honour hopeful hurrahing ideal impressed impressive included inspirational involved jollied jolly jollying "
        "joy joyful listened lively love loved lovely loyalty magnific marvelous mirthful optimism painfree passionate peaceful perfected perfecting "
        "perfection pleased pleasurable pleasure pleasured pleasuring precious prized proud quality reassured refreshed rejoicing relaxation relaxed "
        "remarkable respected rested revered safe safest satisfied secure simple smashing smiled smooth smoothly spoilt spotless strong successful super "
        "superior supported supreme talented thankful treasurable treasured triumphing trust trustable trusted valued vibrant vip virtuous warm welcomed "
        "welcoming wisdom wonderfully worshiped worshipped wowed "
    ),
    2: (
        "absolving acceptance accepting accomplish admire admiring adorable advantaging affectioned agreeable alive alright amazed ambitious amorous amused "
        "apologise applauding applause appreciate appreciating approval approved astonished astounded attraction attractive attracts awarded beatific "
        "beautified beneficial benefitted better bless blessing braved braves breathtaking brightened brighter brightness calmed calmer calming canny "
        "captivated champ championing charitable charmed cherish cherishable cherishing chuckle clarity classy clean clearer clearly clever comfortably "
        "comforted commended compassion compassionate compliments congratulate content creditable cute decent dedicated delighting desire devoting devotion "
        "dignified dignifying easier effective effectively efficient enchanted encouragement encourages energising energizing enjoy enjoyable enlightened "
        "entertained enthused enthusiastic esteemed excel excelled excitement exciting exhilarating exonerated fair faith faithful favorable favoring "
        "favorited favoured fearless fine flattered fond forgivable forgiving fortunate freeing friended funning gentle gently glamorised glamorized "
        "glamourous good goodness graceful grand gratified happier hardy harmonious harmonized harmony heartwarming helpful heroized hilarious honourable "
        "honoured honouring huggable hugged humoring humorous humouring humourous hurrahed hurrayed idealised idealized impress improved improving inspired "
        "inspiriting invigorating invincible kind kindness kissable lighthearted likeable liking lucked meritorious merrymaking motivating neat neatened "
        "nice nicely nicest nurtured okay optimised optimized palatable pardoning partying peaceable peacekeeping peacemaking playful pleasant pleasures "
        "popularized positive prettied profiting proudful quiet reasonable reassuring rejoiced relax relaxing relieved relishing respectable respectful "
        "respecting rewardable richened romanced romanticised safer satisfiable satisfying scrumptious smartening smarter sociable sound splendorous "
        "splendrous stressless strongish succeeded successfully sunny sunshine surefooted terrific thoughtful thrilling tidy treasuring triumphed trustful "
        "truthful untarnished useful valuable vindicated vitalising vivacious warmer warmhearted welling wellness winnable winned woo worshipping worthy "
    ),
    -2: (
        "bland stale drab bitter boring careless sloppy "
        "🙁 ☹ 😞 😔 😢 😟 😕 😣 😠 sucked sucks "
        "abandoned ache aching achy acrimonious admonished aggravated agitated agonized alone angering anguished annoyed annoys anxious appalled arrogant "
        "ashamed awkward bad banish bastardized beaten beating belittled bitter bittered bitterish blamable blameful bored boring bothering boycotted bully "
        "burdened charmless chastised cheat cheerless choked cold comfortless conflicts confused confusing contemptible contemptuous criticising cross "
        "crushed cynical damnable darkest decay decayed deceitful deceived defected defective degraded dehumanized dejected demoralized depressible "
        "depressing depriving desperately desperation despised destructed deviled devilish devilling difficult dirty disabling disadvantage disagree "
        "disagreeable disappoint discomfort discontented discouraged discredited disgrace disheartened dislike dismayed disparaging displeased disputing "
        "disqualified disregarded disrespect dissatisfied distorted distraction distressed distressful distrustful distrusting disturb disturbance "
        "disturbed dizzy dodgy dolorous doomful down dread dumpish duped dysfunction edgy embarrassing embarrassment enraged enslaved erroneous exasperated "
        "expelling exploiting faking falsified faultfinding fear fearful fedup feuded fiddly flawed flunked fooling forbidding frail fraudulent freak "
        "freakish freeloaded frightening frustrating frustration fumed glamourless gloomed gloomful goddamned gossiping gossipping greed grief grieved "
        "grievous grimaced grouching grubby hard harder harsh hateful hates heartbreaking heartless heavyhearted hostile hurting hurts idealess idealless "
        "ignored inadequate incapable incensed incompetent inferior insane insecure insecurity insults interrogated intimidated irritable irritated "
        "isolated isolation jaded jealous jumpy lame lamenting leftout libelous loathed loneliness lonely low lugubrious maddening madness manipulated "
        "meaningless menace messy mindless misbehaved miserable misinformed mocking molested mooching mournful naff nagged neglectful neglecting nervous "
        "nervy noisy nonsense obliterated obnoxious offensive oppressed optionless outrageous outraging overreacted pain painful panicked pants passionless "
        "pissing pitiful pitiless pleasureless polluted poor powerless prejudiced problematic puked punishable queasy raged reckless reeked refusing regret "
        "regretful regretted rejecting repressing repulsed resented resentful resentment ridiculing ropey rough rude ruinable ruing rushed sad saddening "
        "sadness savaged scaring scornful scream screwed seditious shaky shameful sick sickly sleepy slow sluggish snubbed sobbed sore sorrowful sorrowing "
        "spamming spiteful stealable stiff strained stress stressed stressful struggle struggling suck suckered suffered suffers swindling talentless "
        "tearful tender thoughtless threating ticked tired traumatising traumatized tricky troubled troublous ugh uglifying unacceptable unclear "
        "uncomfortable unconvinced undeserving undesirable uneasy unfair unfocused unfortunate unfulfilled ungrateful unhappy uninvolved unkind unloved "
        "unpleasant unsafe unsatisfied unsecured unsteady unsupported upset upsetting vain vexing victimized villainous warring wary weak weakhearted "
        "weakness weary weeping wimpish woeful worn worried worry worse worsened "
    ),
    -3: (
        "abhorred agonised anger angered angry anguish anguishing antagonizing bastardised bastardizing betraying brutalised brutalized condemnation "
        "contempt crappy crude cruel cruelty damaging damnified damnifying dangered degrading dehumanizing dejecting depressed depression despaired "
        "despairing despising destroy destroys destructing destruction devilled disappointment disgustful dishonest distress distrusted disturbing dooming "
        "downhearted dreaded dreading enraging failure fatal fearing frightful frustrated fuked fury goddammed grieving harassing harm hate hating "
        "horrified horrifying horror hostility humiliation hurt hurtful infuriating joyless lamebrained loathing lowbred misery molesting nasty offending "
        "outrage outraged painfully panic perverted poisonous punishing rage rageful regrettable remorseless revengeful ruinous saddened shamed shamefaced "
        "sickened sinful sorrow sorrowed spited stenchful stinking stricken stupid suffer terribly threatening trapped traumatic traumatised traumatizing "
        "treasonous troubling trustless ugly unhealthy unlovable unloving victimising victimizing warmongering warred weakest wrathful "
    ),
    -4: (
        "ridiculous ludicrous laughable inedible tasteless yuck yucky gross soggy insulting wreck faff palaver carryon 🤬 💩 🤮 😭 😡 😱 👎 "
        "abusive abysmal agonising agonizing agony appalling atrocious awful bastards bedlam betrayed blinding bobbins bollocks broken brutal brutality "
        "brutalizing bullied burntout catastrophe catastrophic chaos chaotic crackered crap creamcrackered criminal crippling crisis dangerous deathtrap "
        "depleted despair desperate destructive devastated diabolical dire direful disaster disastrous disgraceful disgusted disgusting doomed drained "
        "dreadful evil evildoing excruciating exhausted farce filthy finished foul frazzled frightened fuking fuming furious garbage gibberish gobbledegook "
        "grim gutted hated hatred heartbroken hell hellish hideous hopeless horrendous horrible horrific impenetrable impossible incomprehensible "
        "infuriated inhumane intolerable jiggered joke killing knackered lethal livid mank manky mayhem mince mingin minging murder nightmare panicking "
        "pathetic petrified petrifying pissed pointless pooped raging rank ripoff rotten rubbish scandal scandalous scared scaredstiff scariest scary "
        "searing seething shagged shambles shambolic shattered shit shite shocking spent squalid suicidal terrible terrified terrifying terror torture "
        "tortured torturous tragedy trash travesty tripe unbearable unforgivable useless vile villains wabbit worst worthless wrecked zonked "
    ),
}
FEELINGS: dict[str, int] = {word: level for level, words in _WORDS.items() for word in words.split()}
_FAMILIES: dict[str, int] = {}
for _word, _level in FEELINGS.items():
    _FAMILIES.setdefault(stem(_word), _level)

_SHORT = 5
"""Letters of words that are not taken for one of a family: "grim" is not "grime"."""


def feeling(word: str) -> int:
    """Return how good (1 to 4) or bad (-1 to -4) a word feels; 0 for one that says nothing of it."""
    known = FEELINGS.get(word)
    if known is None and word.endswith("ly"):
        known = FEELINGS.get(word[:-2]) or FEELINGS.get(f"{word[:-1]}e")
    return known or (_FAMILIES.get(stem(word), 0) if len(word) > _SHORT else 0)
