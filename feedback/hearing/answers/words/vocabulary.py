"""Words by which answers are known, as data: degrees, yes and no, fillers, and words that mean one thing. In the normal form."""

from feedback.hearing.spellings import word_set


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split("|"))


def _phrases(table: dict[float, str]) -> dict[str, float]:
    return {phrase.strip(): value for value, phrases in table.items() for phrase in phrases.split(",")}


YES_NO = _phrases(
    {
        1.0: "yes,y,ya,go on then,go on,if you like,if you want,please do,do that,aye do that,that would be good,that would be great,without question,without hesitation,in a flash,tomorrow if i could,plenty,more than enough,as long as i needed,as much as i needed,loads,count me in,sign me up,im in,id love to,would love to,love to,try me,why not,put me down,up for it,im up for it,bring it on,like a shot,course i would,course i did,wouldnt miss it,crystal clear,plain as day,clear as day,clear as a bell,no bother at all,bob on,nae bother,every penny,all sorted,and then some,yes and more,ay,i have,i do,i did,yes i have,yes i do,yes i did,of course,definitely,absolutely,certainly,totally,for sure,sure,sure did,sure was,indeed,100,100 percent,true,"
        "correct,thats right,right,right enough,very much,very much so,completely,fully,entirely,i think so,i believe so,"
        "i suppose so,suppose so,i guess so,guess so,i suppose,i guess,i would say so,id say so,think so,too right,spot on,"
        "affirmative,si,oui,tak,ja,da,every time,all the time,each time,always,without a doubt,no doubt,no question,"
        "positive,no problem,no worries,no bother,probably,most likely,very likely,obviously,naturally,damn right,bang on,yes please,agreed,i agree,exactly,perfectly,very,"
        "in every way,from start to finish,throughout,the whole time,have done,they all did,everyone did,all of them did,"
        "all of it,everything,big time,hell yes,fair play they did,couldnt fault them,cant complain,cannot complain,can not complain,no complaints",
        0.5: "partly,to some degree,some did some didnt,some were some werent,some yes some no,depends who was on,depended who was on,depended on the day,depends on the day,depends who you get,hit and miss,swings and roundabouts,some days,good days and bad days,bits of it,parts of it,partway,half way,halfway,most of the time not,could have been more,could have been better,to be fair some did,partly yes partly no,bit of both,,to a degree,only partly,partially,in part,a bit,bit,a little,a little bit,little bit,sometimes,some times,sort of,kind of,half and half,"
        "yes and no,no and yes,in some ways,in a way,some of it,some of the time,to some extent,to an extent,to a point,"
        "up to a point,more or less,on and off,off and on,now and then,now and again,here and there,at times,not always,"
        "not fully,not entirely,not completely,not totally,not quite,not all,not all of it,not all the time,not all of them,not every time,not everyone,not everything,somewhat,"
        "so so,50/50,50 50,fifty fifty,half,halfway,half way,mixed,mixed bag,swings and roundabouts,depends,it depends,depended,it varied,varied,varies,"
        "mostly,mainly,largely,almost,nearly,most of the time,usually,generally,often,for the most part,ish,yes ish,yesish,"
        "some did,some were,some people,some of them,only some,only sometimes,only a bit,only partly,by some,hit and miss,"
        "could be better,could have been better,at first,at the start,in the beginning,to begin with,in places,bits of it,"
        "some bits,parts of it,occasionally,once in a while,from time to time,every now and then,just a bit,just a little,slightly,good and bad,both,neither,neither yes nor no,in between,inbetween,middling,fairly,quite,reasonably,kind of yes,sort of yes,yes kind of,yes sort of,yes mostly,yes partly,yes and then no,was and wasnt,did and didnt,mas o menos",
        0.0: "probably not,maybe not,i guess not,guess not,i suppose not,suppose not,i think not,likely not,doubtful,i doubt it,perhaps not,possibly not,dont think so,not likely,unlikely,not if you paid me,no way jose,wouldnt touch it,too much for me,not for me,once was enough,once is enough,im done with it,im done,had enough,never again,count me out,thanks but no,thanks but no thanks,ill pass,not my thing,no ta,not a bean,not a penny,not a sausage,out of my own pocket,no,n,not exactly,not precisely,not as such,not so,not in my opinion,not in my experience,not from what i saw,not really,no not really,not at all,absolutely not,definitely not,certainly not,of course not,never,never ever,"
        "no way,no chance,not once,not ever,not in the slightest,not in the least,not even,none,nothing,nobody,no one,noone,nowhere,"
        "i dont think so,dont think so,i do not think so,do not think so,i wouldnt say so,wouldnt say so,wouldnt say that,id say no,not likely,"
        "not much,not a lot,hardly,barely,rarely,seldom,hardly ever,hardly at all,scarcely,not often,not one bit,not a bit,"
        "not a chance,not so much,not particularly,not especially,far from it,anything but,as if,you must be joking,youre joking,did they heck,did they hell,like heck,like hell,"
        "quite the opposite,opposite,the opposite,false,wrong,untrue,not true,negative,not for me,not that i know of,not that i noticed,not that i saw,not that i remember,"
        "not that i can think of,not to my knowledge,i doubt it,doubt it,never did,never was,never have,nope never,nyet,nie,not me,not me no,none of it,none at all,not yet,i disagree,disagree,didnt at all,wasnt at all,"
        "pull the other one,joke,what a joke,zero,i wish,if only,chance would be a fine thing,no have,no had,not enough,not very,not very much,not good enough,not by a long way,not by a long shot,nada",
    }
)
"""How much of a yes a phrase is: 1 yes, 0.5 partly, 0 no."""

UNSURE = _listed(
    "torn|in two minds|we will see|well see|wait and see|time will tell|jury is out|jurys out|cant judge|cant really judge|couldnt judge|couldnt comment|cant comment|too ill to notice|how long is a piece of string|piece of string|hard to judge|not for me to say|wasnt with it|might do|might|may do|i might|mibbe|mibbes|dont know|not sure|unsure|not certain|uncertain|cant remember|"
    "cant recall|dont remember|dont recall|no idea|no clue|havent a clue|havent got a clue|"
    "havent the foggiest|not a clue|cant say|couldnt say|couldnt tell you|couldnt tell|cant tell|hard to say|"
    "hard to tell|difficult to say|difficult to know|hard to know|tough to say|maybe|perhaps|possibly|"
    "might have|who knows|not really sure|not too sure|not so sure|not 100 sure|not 100 percent sure|"
    "im not sure|undecided|on the fence|havent decided|need to think|have to think|got to think|let me think|i forget|forgotten|i forgot|"
    "have forgotten|ive forgotten|cant think|do not know|not know|i wouldnt know|wouldnt know|"
    "wouldnt like to say|do not remember|can not remember|can not say|cant decide|cant make up my mind|"
    "haven t a clue|beats me|search me|god knows|lord knows|goodness knows|pass on that|couldnt say for sure|"
    "your guess is as good as mine|too early to say|too soon to say|too early to tell|too soon to tell|"
    "dont have a clue|i aint sure|aint sure|no sure|am not sure|no know|dont no|dont really know|"
    "dont rightly know|not remember|no remember|no opinion|not got a clue|clueless|never thought about it|hmm|"
    "hm|forget|nae idea|not sure really|don know|je ne sais pas|no se"
)
"""Phrases that say not sure."""

REFUSAL = _listed(
    "none of your beeswax|lady never tells|a lady never tells|never ask a lady|never ask a woman|dont ask a lady|you never ask a lady|thats for me to know|for me to know|none of ur business|never you mind|wouldnt you like to know|prefer not to say|rather not say|rather not|prefer not|prefer not to|id rather not|i would rather not|"
    "dont want to say|not saying|no comment|skip|pass|dont want to answer|not answering|wont say|not telling|"
    "private|thats private|its private|thats personal|too personal|its personal|personal|"
    "none of your business|mind your own business|mind your business|not your business|keep that to myself|"
    "keep it to myself|rather keep|skip that|skip this|skip it|next|move on|not comfortable|dont wish to say|"
    "wish not to say|dont feel like saying|decline|id prefer not|leave it blank|leave that one|leave that|"
    "leave it|leave blank|do not want to say|do not want to answer|not want to say|rather skip|want to skip|"
    "dont want to tell|not going to say|nunya|dont like to say|wouldnt like to say|id sooner not|sooner not|"
    "would sooner not|not happy to say|dont want to|do not wish|nosey|too nosy|nosy|rather not answer|"
    "rather keep that|i pass|ill pass|prefer to not|prefer no say|prefer no to say|not want say|no want say|"
    "can we skip|next question|wont answer|not prepared to say|not willing to say|not disclosed|undisclosed|"
    "dont ask|not sharing|rather not share|dont want to share|none of ya business|no answer"
)
"""Phrases by which somebody keeps an answer to themselves."""

NOTHING_OF_THESE = _listed(
    "none|none of these|none of them|none of those|none of the above|none of it|neither|neither of them|"
    "neither of these|not any|nothing|nothing at all|no|not any of them|not any of these|no one|nope none|"
    "zero|nil|n/a|na|not applicable|doesnt apply|does not apply|nowt|none really|nothing really|none at all|"
    "nothing like that|no none|no nothing|not one|nada|not one of them|nothing here|none here|none apply|"
    "dont apply|nothing applies"
)

FREQUENCY = _phrases(
    {
        1.0: "24/7,any time,anytime,day or night,day and night,day in day out,round the clock,whenever i need,whenever i want,whenever,always,every day,everyday,each day,daily,all the time,every time,each time,every single time,constantly,without fail,everytime,at all times,100 percent,never not,non stop,all of the time,all times,the whole time,continually,permanently,every meeting,all the meetings",
        0.75: "often,usually,mostly,most of the time,a lot of the time,a lot,frequently,regularly,nearly always,almost always,most times,more often than not,generally,normally,quite often,very often,pretty often,very frequently,"
        "mainly,much of the time,lots,lots of times,loads,loads of times,many times,tends to,nine times out of ten,9 times out of 10,majority of the time,most days,a good deal,plenty,most of them,fairly often,lot of times,a great deal,nearly every time,almost every time,more than not,as a rule,typically,commonly",
        0.5: "sometimes,some of the time,now and then,now and again,every now and then,every now and again,occasionally,at times,on and off,off and on,about half the time,half the time,half of the time,here and there,once in a while,every so often,from time to time,"
        "depends,it depends,varies,it varied,half and half,50/50,sort of,kind of,in between,some times,on occasion,on occasions,a few times,the odd time,so so,some,some days,some meetings,partly,a bit,hit and miss,hit or miss,yes and no,if im lucky,now and agen",
        0.25: "rarely,seldom,hardly ever,hardly,almost never,not often,not very often,once in a blue moon,barely,barely ever,scarcely,not much,very rarely,not a lot,infrequently,very occasionally,not usually,very seldom,a little,not that often,only once,once or twice,not regularly,nearly never,not many times,very little,only once or twice,hardly at all,few times,not so often,not too often,just once,scarcely ever,hardly any,next to never,not really",
        0.0: "never,not once,not ever,at no time,not at all,never ever,none of the time,no,not a single time,never once,zero,zero times,no never,never has,never did,not one time,none,not even once,nope,no time,0 times,havent ever,have never",
    }
)
"""How often, in words without a count."""

AMOUNT = _phrases(
    {
        1.0: "completely,totally,fully,entirely,a great deal,very much,absolutely,extremely,definitely,all of it,all,everything,massively,hugely,enormously,a huge amount,a huge difference,"
        "to a great extent,to a large extent,a lot,lots,loads,tons,heaps,a huge lot,an awful lot,so much,big time,yes a lot,huge,really a lot,very,in every way,yes definitely,yes completely,a whole lot,immensely,no end,a massive amount,shed loads,shedloads,a ton,ever so much,plenty,much",
        0.75: "mostly,quite a lot,quite a bit,a fair bit,a fair amount,mainly,largely,considerably,for the most part,a good bit,most of it,a good deal,pretty much,fair bit,good amount,quite,fairly,significantly,most,decent amount,yes mostly,almost completely,almost all",
        0.5: "some,somewhat,partly,moderately,to some extent,to an extent,some of it,in some ways,reasonably,half,half and half,sort of,kind of,so so,up to a point,to a point,partially,in part,a moderate amount,medium,average,in between,yes to some extent,yes partly,middling,a certain amount,a bit here and there,more or less,yes and no",
        0.25: "a little,a bit,slightly,a little bit,not much,not a lot,only a little,hardly,barely,a tiny bit,very little,a small amount,not very much,not very,minimal,minimally,only slightly,just a bit,just a little,little,bit,a touch,a tad,hardly any,not so much,barely any,hardly at all,barely at all,only a bit,not that much,not a great deal,a smidge",
        0.0: "not at all,none,nothing,no,zero,not in the slightest,not one bit,not a bit,none at all,nothing at all,not in the least,never,nil,no difference,not any,not really,no not really,no way,nope,in no way,nowt,0,definitely not,absolutely not,diddly squat,bugger all,zilch",
    }
)
"""How much, in words without a count."""

GOOD = word_set(
    "good great excellent brilliant amazing fantastic wonderful lovely nice perfect superb outstanding fab fabulous ace mint lush "
    "class cracking champion belter awesome terrific smashing grand decent fine positive satisfied happy pleased delighted glad content "
    "thrilled chuffed agree agreed easy simple straightforward likely probable important essential vital useful helpful valuable better "
    "improved best safe confident comfortable clear welcome welcomed respected valued included supported listened well strong love loved "
    "enjoyed liked impressed simpler easier quicker smoother nicer happier safer true sound peng sick topnotch magic bostin tidy spot super quality worthwhile relaxed calm accessible satisfactory fair smooth proud trusting interested healthy heard involved friendly kind enjoyable satisfying effortless doddle easily breeze ok1 pukka belting immense perfectly cushty mega exceptional splendid marvellous satisfy muy bien lighter uplifted uplifting hopeful calmer buzzing brighter stronger refreshed inspired energised cheerful optimistic relieved motivated empowered encouraged reassured cheered happier warmer steadier braver grateful thankful joyful elated peaceful chilled settled clearer freer"
)
BAD = word_set(
    "bad poor terrible awful horrible dreadful rubbish crap shit shite dire appalling disgusting pants naff grim rotten useless worst worse "
    "dissatisfied unsatisfied unhappy displeased disappointed disappointing disagree disagreed hard difficult tricky tough complicated impossible confusing "
    "unlikely improbable unimportant pointless unhelpful hated hate negative weak unsafe uncomfortable anxious unclear unwelcome ignored "
    "excluded disrespected upset annoyed angry frustrated frustrating mank minging gash shocking abysmal lousy disgraceful pathetic "
    "waste nightmare hopeless unpleasant rude inaccessible unfair scared frightened nervous gutted disappointing declined deteriorated worsened lost shambles joke atrocious inadequate unacceptable disgrace stressful boring hostile unsatisfactory nasty cold left-out mare bobbins dismal cack manky disatisfied disastrous disaster lacking drained lower worn exhausted rough low heavier shaken tearful sadder sad deflated wobbly exposed raw dejected crushed rotten miserable lonelier shattered unsettled overwhelmed hurt belittled patronised humiliated foggier shakier grim angrier struggle struggled struggling fuming disgusted livid furious appalled dirt shy terrified petrified timid jittery unconfident worried harder tougher trickier untrue false poorer scarier unhappier upsetting distressing unimpressed woeful"
)
EXTREME = word_set(
    "fuming disgusted livid furious appalled dire thrilled chuffed excellent brilliant amazing fantastic wonderful perfect superb outstanding fab fabulous awesome terrific delighted thrilled best loved love exceptional immense marvellous splendid mega bostin magic essential vital "
    "terrible awful horrible dreadful dire appalling disgusting worst hated hate shocking abysmal disgraceful pathetic nightmare hopeless atrocious shambles impossible dismal disgrace woeful disastrous disaster effortless doddle breeze shit shite"
)
NEUTRAL = _listed(
    "neither|neutral|ok|all right|average|mixed|in the middle|middle|same|about the same|the same|no change|"
    "no different|unchanged|so so|middling|not good or bad|good and bad|bad and good|good or bad|"
    "neither good nor bad|neither agree nor disagree|not bothered|indifferent|meh|in between|inbetween|"
    "half and half|50/50|fair to middling|neither one nor the other|on the fence|no opinion|medium|moderate|"
    "moderately|bit of both|a bit of both|both|could be better could be worse|nothing special|passable|"
    "no difference|hasnt changed|not changed|nothing changed|stayed the same|just the same|so and so|"
    "swings and roundabouts|yes and no|neither here nor there|not fussed|ups and downs|up and down|"
    "some good some bad|ok ish|okish|mediocre|no better no worse|neither better nor worse|havent changed|"
    "didnt change|didnt notice any change|no better or worse|not better or worse|mixed bag|hit and miss|"
    "can be better can be worse|comme ci comme ca|like before|as before|same as before|same as it was|"
    "same as ever|same old|similar|much the same|no real change|not much change|not really changed|bearable|"
    "tolerable|hasnt really changed|adequate|satisfactory enough|half half|curates egg"
)
STRONG = word_set(
    "100 percent utter ten 10 total proper more very really extremely completely strongly totally absolutely much lot so incredibly super dead well proper pure highly utterly "
    "entirely massively hugely ever bloody fully loads far way exceptionally especially truly hella mega definitely right gey awfully terribly deeply perfectly most too effing fucking flipping immensely"
)
MILD = word_set(
    "fairly quite somewhat bit slightly rather mostly tend pretty little reasonably moderately kind sort mildly relatively generally largely partly"
)
NEGATORS = word_set(
    "not no dont didnt wasnt isnt arent never cant couldnt havent hasnt wouldnt wont doesnt werent aint hardly nor hadnt without nothing nobody none neither shouldnt non nothin barely"
)

FILLERS = word_set(
    "please thanks um umm uh er erm err ah oh ooh aw well so like just mate love duck pal hun hen bro bruv fam innit lol haha hahaha ha "
    "lmao tbh really basically actually honestly literally anyway then eh huh xx xxx x sorry hi hello hey my dear darling luv our pet boss man x okay there "
    "guess suppose think reckon imagine believe feel say probably maybe perhaps would id ill i me it its it's the a an to be that thats this is was were "
    "answer option options choice number numbers letter pick choose go going with for one ones im am ive have had do did does of in on at and or"
)
"""Words that carry no answer where there are others."""
HEDGES = _listed(
    "i think|i guess|guess|suppose|probably|maybe|perhaps|reckon|possibly|might|not sure but|i feel like|"
    "i imagine|or so|ish|roughly|about|could be"
)
STOPWORDS = word_set(
    "i im ive id ill me my mine we our us you your he she it its they them their his her the a an this that these those thats to of in on at by "
    "for from with as is am are was were be been being do did does done have has had and or but if so then than there here what which who "
    "when where how would will can could should just really very quite please thanks um uh er erm well like oh yes ok1 also too lot bit "
    "mostly mainly main probably think guess suppose say said one ones thing things something anything get got getting go going went want "
    "wanted most more some any all about it's because up out make made put answer option choice number rather lol haha tbh mate only other1 own1 "
    "words1 tick pick definitely honestly actually basically bit now still already own into over after before us ones any either mine whatever etc things stuff kind sort s t"
)

IDIOMS: dict[str, float] = _phrases(
    {
        1.0: "straight through,same day,no trouble,delicious,yummy,scrumptious,cant wait,to die for,melt in the mouth,all for it,chuffed to bits,best care,best ever,top class,a1,a 1,like royalty,like a queen,like a king,dead cert,couldnt keep me away,cant keep me away,will be there,definitely will,saved my life,life saver,lifesaver,huge help,worth its weight in gold,angels,extremely,100 percent,100%,100,hugely,massively,no problem at all,i say what i think,not a worry,brill,very,definitely,absolutely,totally,completely,certainly,of course,without a doubt,for sure,piece of cake,walk in the park,plain sailing,a doddle,a breeze,easy peasy,easy as pie,no trouble at all,no problem at all,in a heartbeat,over the moon,second to none,top notch,top drawer,cant fault,couldnt fault,best thing ever,on cloud nine,bees knees,mint,out of this world,five stars,5 stars,first class,first rate,10 out of 10,10/10,spot on,day and night,streets ahead,leaps and bounds,world of difference,with bells on",
        0.8: "yum,tasty,not too shabby,not half bad,fine by me,that would be good,sounds good,good chance,hopefully,most likely,quite likely,i expect so,i hope so,never had a bad word,no bad word,did their best,probably,yes,no bother,no problem,no problems,no trouble,no hassle,no sweat,no issues,no complaints,go along with,went well,went smoothly,on the up,picked up,looking up,come on,coming on,turned a corner,thumbs up,for the better,gone up,cant complain,cannot complain,got better,getting there,happy enough,made a difference,with you on that,on board,in favour,not a problem,not a bother,id say so,fair enough,would say so,full of beans,over the worst,more or less agree,gone well,come a long way,moved on,thats fair,pretty much agree",
        0.5: "could live with it,can live with it,no strong views,nowt special,hit n miss,so and so,no view,no views,no feelings,not fussed either way,could of been worse,could have been worse,piece of string,no strong feeling,no strong feelings,one way or the other,either way,take it or leave it,six of one,dont mind,not fussed,no opinion,nothing to write home about,nothing much changed,nothing has changed,much of a muchness,neither nor,middle of the road,neither really,plodding along,ticking over,no real difference,cant see a difference,cant see any difference,havent noticed,not noticed,cant tell the difference,no better,no worse,its the same,just as before,same as always,good in parts,curates egg,pros and cons",
        0.3: "could be better,could have been better,could do better,not brilliant,bit meh",
        0.2: "took a few tries,few tries,bit of a faff,bland,tasteless,against it,not for it,dead against it,not keen,couldnt follow,couldnt make head or tail,lost me,over my head,couldnt understand,couldnt make sense,slim chance,fat chance of that,not very likely,wouldnt say that,wouldnt say so,looked down their noses,bit shy,a bit shy,bit nervous,a bit nervous,bit wobbly,could be braver,gone downhill,going downhill,downhill,going backwards,gone backwards,gone to pot,gone to the dogs,gone down,went badly,uphill struggle,uphill battle,hard work,up and down stairs,not for me,not a fan,let down,letting down,fell apart,falling apart,for the worse,got worse,not easy,wouldnt go that far,dont think so,thumbs down,leaves a lot to be desired,left a lot to be desired,room for improvement,disagree a bit,slipped,sliding,went wrong,goes wrong,took a dive,took a turn,not up to scratch,not good enough,no use,a slog,a faff,a pain,a struggle,bit of a slog,doubt it",
        0.0: "inedible,like winning the lottery,winning the lottery,blood from a stone,hens teeth,rocking horse,ate better in prison,not fit for a dog,pig swill,slop,it was a whitewash,whitewash,like dirt,like a number,just a number,fob off,fobbed off,not one jot,not a jot,absolute rubbish,utterly disgusted,no hope,not one bit,not a bit,none whatsoever,no confidence,scared stiff,bag of nerves,bundle of nerves,petrified,terrified,clear as mud,like mud,never,not at all,never again,waste of time,waste of space,worst thing ever,worst ever,load of rubbish,load of old rubbish,load of crap,load of tosh,hell on earth,living hell,pure hell,not in a million years,over my dead body,dont bother,off my rocker,couldnt be worse,could not be worse,no chance,wouldnt wish it,worst enemy,month of sundays,blue murder,a joke,rock bottom,on the floor,nowhere near,miles off,utter rubbish,a nightmare,total disaster,diabolical,like pulling teeth,next to impossible,nigh on impossible",
    }
)
"""Sayings that judge, and how well: 1 very good or very easy, 0 very bad."""
