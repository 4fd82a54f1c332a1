"""More ways to say it in the languages of `latin` and `scripts`: worn out, afraid and alone, cut again, for somebody else, neglect."""

EVERYDAY = {
    "pl": """
S nie_mam|nie .. juz|dam .. sily|sil|rady|wytrzymam|wytrzymuje .. zyc|tak|dluzej|$
S zmeczon*|dosc|mam_dosyc|mam_dosc .. zyciem|zycia|zyc|wszystkiego_i_zycia
S chce|chcialbym|chcialabym|zeby .. sie_to|to_sie|zeby_to .. skonczylo|skonczy
S chce .. zasnac|usnac .. nie_obudzic|juz_nie|i_nie|na_zawsze
S zeby|oby .. sie .. nie .. obudzic|obudzil|obudzila
S znow*|wczoraj|dzis .. sie .. pocielam|pocialem|tne|okaleczylam|okaleczylem
S pocielam|pocialem|nacielam sie|rece|reke|nadgarstki
S jestem|bylem|bylam ciezarem
S zycie|to .. nie_ma|stracilo|bez .. sensu
S corka|syn|przyjaciel*|kolega|kolezanka|brat|siostra|maz|zona|mama|tata .. mowi .. nie_chce_zyc|ze_sie_zabije|o_smierci
A znow*|wczoraj|wciaz .. mnie .. pobil|uderzyl|zbil
A wyzywa|ponizaja|zastraszaja mnie
T opiekunk*|personel|pielegniark* .. zostawi*|zamyka*|nie_daj* .. mame|tate|babcie|mokr*|mnie|pic|jesc
N boje sie .. przyjdzie|przyjdz|prosze|pomoc|pomocy|sama|sam|kogos|ktos
N niech|czy_moze .. ktos .. przyjdzie|przyjsc|pomoze|pomoc
N jest_tu|jest|czy_jest .. ktos|kto $
""",
    "ro": """
S dori|vrea|vreau|doresc|as_vrea .. sa .. adorm|dorm|culc .. si .. nu .. trezesc|mai
S sa_nu_ma_mai_trezesc|nu_ma_mai_trezesc|sa_nu_ma_trezesc
S satul|satula|obosit|obosita|scarba de .. viata|trait
S fara_mine .. mai|ar .. bine|liniste|usor|fericit*
S mai .. bine|linistit* .. fara_mine
S m am .. taiat|ranit|zgariat
S iar|din_nou|inca .. m_am|ma .. taiat|tai|ranit
S nu mai .. suport|rezist|pot .. viata|asa|traiesc|$
S vreau|doresc .. sa .. se .. termine|opreasca .. tot*|odata|viata|$
S viata|nimic .. nu .. mai .. are .. sens|rost
S ii|e|sunt .. povara .. $|pentru
S fiul|fiica|fata|baiatul|prietena|prietenul|sora|fratele .. zice|spune .. sa_moara|sa_se_omoare|nu_mai_vrea_sa_traiasca
A sotul|barbatul|el|tata|soacra .. ma|m .. bate|loveste|ameninta|lovit|batut|injura
T ingrijito*|asistent*|personalul|infirmier* .. lasa|tipa|bate|lovit|tipat|tras|nu_ii .. mama|tata|ea|la|o|uda|apa|pe
N frica .. vina|cineva|ajut*|singur*|va_rog
N cineva .. sa_vina|vina|sa_ma_ajute|ma_ajuta
N este|e cineva .. acolo|aici|$
""",
    "ar": """
- لا|ما|مش|ميت_من
S ما|مش|مو|لا .. بدي|عايز|ابغى|ودي|قادر|قادره|فيني|بقدر .. عيش|اعيش|اكمل_حياتي|كمل_حياتي|اكمل_هيك|كمل_هيك|استمر_هكذا|اتحمل_حياتي|اتحمل_اكثر|اتحمل_اكتر
S تعبت|زهقت|مليت|طفشت|مليت_من|تعبان|تعبانه|زهقان .. من|منها .. الحياه|حياتي|العيشه|الدنيا|عمري|هالحياه|هالعيشه
S ليتني|ياليتني|يا_ريتني|ريتني|ياريتني|يا_ليتني|ريت .. مت|اموت|ما_صحيت|ما_خلقت|ميت|ميته|مع|ما_جيت|انا
S نفسي|بدي|اريد|ودي|ابغى|اتمنى .. انام .. وما|ولا|و_ما .. اصحى|اصحا|اقوم|افيق
S بدون|بلاي|من_غيري|بدوني|من_دوني .. احسن|افضل|ارتاح*|مرتاح*
S احسن|افضل|ارتاحوا .. بدوني|من_غيري|بلاي|من_دوني
S جرحت|قطعت|شرطت|شطبت|جرحت_نفسي .. يدي|ايدي|نفسي|حالي|معصمي
S الموت .. ارحم|احسن|افضل
S عبء|عاله على .. اهلي|الجميع|عائلتي|الكل
S بنتي|ابني|اختي|اخوي|صديق*|صاحب*|زوجتي|زوجي .. يقول|تقول|بتقول|بيقول|قال|قالت .. بدها|بده|تريد|يريد|يبغى|تبغى|عايز*|نفسه* .. تموت|يموت|تنتحر|ينتحر
A زوجي|جوزي|هو|حماتي|اهل_زوجي|ابوي .. بيضرب|بيضربنا|يشتمني|بيشتمني|بيهينني|يهينني|بيحبسني
T الممرض*|الموظف*|العامل*|الدكتور .. ترك*|خلت*|ما_بيعط*|حبس*|بتصرخ|يصيح .. امي|ابوي|ابي|امه|جدتي|مبلول*|علي|عليها|بدون|جوعان*
N خايف*|خائف*|مرعوب* .. حدا|احد|تعال*|ساعد*|لحالي|وحدي|يجي|حد
N حدا|احد|حد|شخص .. يجي|يجيني|ييجي|يساعدني|ياتي|يلحقني
N في حدا|احد هون|هنا|هناك|$
S bfakker|bafakkar|bfakr|befakkar|afakir|ufakkir|bfaker .. fi|enno|inno|ini|bil .. amout|amoot|mout|antaher|intihar|amut|moot
S ta3ban*|taban*|ta3bt|zehe2t|zhe2t .. men|mn|min .. el|al|hal .. 7ayat|hayat|3eesheh|hayet|dunya|7ayet|denya
S ya_retni|yaretni|yareet|laytani .. met|mot|mit|amout|amoot
N khayef*|khaif*|5ayef* .. 7ada|hada|ta3al*|sa3d*|la7ali|lahali
N 7ada|hada|had .. yeji|yiji|ysa3edni|yesa3edni
""",
    "ur": """
S اب|مجھ_سے|اور .. مجھ_سے|نہیں .. نہیں .. سہا|جیا|برداشت
S زندگی|جینے .. تھک|تنگ|دل_بھر|بیزار|مطلب_نہیں|فائدہ
S ہاتھ|کلائی|بازو|نس .. کاٹ*|کاٹی
S میرے_بغیر|میرے_نہ_ہونے .. سب|بہتر|خوش
S سو .. جاوں|جاؤں .. نہ|کبھی .. اٹھوں|جاگوں
S بیٹی|بیٹا|بیٹے|بہن|بھائی|دوست .. کہتا|کہتی|کہہ .. مرنا|مر|جینا
A ساس|شوہر|سسرال|میاں|دونوں .. دونوں|مجھے|سب .. مارتے|مارتی|پیٹتے
T کیئرر|عملے|نرس|سٹاف|والے .. ابو|امی|دادی|ابا .. بند|مار*|پانی_نہیں|کھانا_نہیں|چلا*
N ڈر .. لگ|رہا .. کوئی|مدد|آ|پلیز
N کوئی .. آ_جا*|آئے|آجا*|آؤ|بچا*
S ab|mujhse|mujh_se|aur|or .. nahi|nahin|nhi|aur .. saha|jiya|bardasht|jeeya|sehn|sahaa
S zindagi|zindgi|jeene .. se|ka .. thak|tang|bezar|ukta|faida_nahi|matlab_nahi
S hath|haath|kalai|bazu|nas .. kaat*|kat|kati
S mere|meray bina|baghair|bagair .. sab|behtar|khush
S so .. jaun|jaon|jaoon .. na|kabhi .. uthu*|jagu*
S beti|beta|bete|behen|bhai|dost .. kehta|kehti|bolta|bolti|keh .. marna|mar|jeena
A saas|sasur|shohar|shauhar|susral|sasural|dono|miyan|devar .. aur|dono|mujhe|sab .. marte|maarte|marti|peette|pit*
A dono|sab|roz marte|maarte|maarta|peette
T care_home_wale|home_wale|nurse|staff|carer|wale .. abbu|ammi|dadi|amma|abba|nani .. ko .. kamre|band|marte|maar*|pani|khana|chilla*|gande|bhooka
N dar|darr .. lag|raha .. koi|madad|please|aa_jao|aao
N koi .. aa_jao|aajao|aa_jaye|aaye|aao|aajaye|bacha*|hai_wahan
""",
    "pa": """
S ਮੇਰੇ_ਤੋਂ|ਮੈਥੋਂ|ਹੁਣ|ਹੋਰ .. ਹੁਣ|ਹੋਰ|ਨਹੀਂ .. ਨਹੀਂ .. ਸਹਿਆ|ਜੀਆ|ਜੀਵਿਆ|ਹੁੰਦਾ|ਸਹਾਰਿਆ
S ਜੀਣ|ਜਿਊਣ|ਜਿਉਣ|ਜੀਉਣ .. ਕੋਈ|ਦਾ .. ਫ਼ਾਇਦਾ|ਫਾਇਦਾ|ਮਤਲਬ|ਅਰਥ|ਮਕਸਦ
S ਹੱਥ|ਬਾਂਹ|ਗੁੱਟ|ਬਾਂਹਾਂ .. ਕੱਟ*|ਵੱਢ*
S ਮੇਰੇ_ਬਿਨਾਂ|ਮੇਰੇ_ਬਗੈਰ .. ਸਾਰੇ|ਚੰਗ*|ਖੁਸ਼
S ਧੀ|ਪੁੱਤ|ਭੈਣ|ਭਰਾ|ਦੋਸਤ .. ਕਹਿੰਦ*|ਆਖਦ* .. ਮਰਨਾ|ਮਰ|ਜੀਣਾ
A ਸੱਸ|ਸਹੁਰੇ|ਪਤੀ|ਦੋਵੇਂ .. ਮੈਨੂੰ|ਦੋਵੇਂ .. ਮਾਰਦੇ|ਕੁੱਟਦੇ|ਮਾਰਦੀ
N ਡਰ .. ਲੱਗ*|ਰਿਹਾ .. ਕੋਈ|ਮਦਦ|ਆ
N ਕੋਈ .. ਆ_ਜਾ*|ਆਵੇ|ਆਓ|ਬਚਾ*
S mere_ton|meitho|maitho|mere_to|hun .. hor|hun|nahi|nai .. nahi|nai|saheya|sahea .. saheya|jeeya|hunda|sahea|jeya
S jeen|jeon|jiun|jeun da .. faida|matlab|fayda
S hath|bah|baah|gutt .. katt*|kat|vadd*|katya
S dhee|putt|bhen|bhra .. kehnda|kehndi .. marna|mar|jeena
A sass|sohre|pati|dono|dove .. mainu|menu|dove .. marde|kutde|mardi
N darr|dar .. lagda|lag .. koi|madad|help
N koi .. aa_jao|aajo|aa_jave|aave|aavo
""",
    "bn": """
S আর|আমি .. পারছি|পারি|পারতেছি|সহ্য .. না|নাহ .. জীবন|বাঁচ*
S ^ আমি? আর পারছি|পারতেছি|পারি না $
S মরে .. গেলে|যাই|গেলেই .. শান্তি|ভালো|বাঁচি|পেতাম|হতো
S বেঁচে_থেকে|বেঁচে_থাকার|বাঁচার .. কী|কি|কোনো|কোন .. লাভ|মানে|অর্থ|ইচ্ছা
S হাত|কব্জি|শরীর .. আবার .. কেট*|কাট*
S আবার .. হাত|নিজেকে|নিজের_হাত .. কেট*|কাট*|কাটছি
S আমি_না_থাকলে|আমাকে_ছাড়া .. সবাই|ভালো
S মেয়ে|ছেলে|বোন|ভাই|বন্ধু .. বলে|বলছে .. মরতে|বাঁচতে|মরে
A শাশুড়ি|স্বামী|জামাই|শ্বশুর .. আর|আমাকে|দুজনে|মিলে .. মারে|মারধর|মারছে|অত্যাচার
T নার্স|আয়া|কেয়ারার|কর্মী .. মাকে|বাবাকে|আম্মাকে|আমাকে .. ফেলে|ভিজা|খাবার_দেয়_না|আটকে|বকা|মার*
N ভয় .. লাগছে|পাচ্ছি|করছে|লাগতেছে .. কেউ|আসেন|আসুন|সাহায্য|একা
N কেউ .. আসেন|আসুন|আসো|আসেন_প্লিজ|বাঁচান
S ar|aar|ami .. parchi|pari|partesi|parsi|parchina|shojjo|sojjo .. na|nah|hocche_na .. jibon|bach*|more
S ^ ami? ar|aar parchi|pari|partesi|parsi na $
S more|moira .. gele|jai|gelei .. shanti|bhalo|bachi|petam|hoto|valo
S beche|bachar|beche_theke .. ki|kono .. lab|labh|mane|iccha
S hat|haat|kobji .. abar .. ket*|kat*|kaitt*
S abar|ajke|kalke .. nijer .. hat|haat|hath .. ket*|kat*|kaits*
S ami_na_thakle|amake_chara .. shobai|sobai|bhalo|valo
S meye|chele|bon|bhai|bondhu .. bole|bolche .. morte|bachte|more
A shashuri|shami|swami|jamai|shoshur .. ar|amake|dujone .. mare|marse|mardhor|otyachar
N bhoy|voy .. lagche|pacchi|kortese|lagtese|lage .. keu|asen|ashen|help|eka
N keu .. asen|ashen|ashun|asho|aso
""",
    "so": """
S ma .. sii|kari|karo .. wadi|sii_socon|noolaan|adkaysan|u_adkaysan .. karo|kari|$
S waan|waxaan .. ka|nolosha .. daal*|quust*|caajis* .. nolosha|nolol*
S gacan*|gacmah* .. jar*|goy*|dhaawac*
S la|dhaqaaq|aniga_la|aan_jirin .. way_fiican*|roonaan
S mar_kale|xalay .. jaray|is_jaray|gooyay|dhaawacay
S inantayda|wiilkayga|saaxiib* .. waxay|wuxuu .. leeyahay|tiri|leedahay .. dhim*|isdil*
A ninkayga|soddoh*|walaal* .. iyo .. way|wuu .. i|igu .. dil*|garaac*
N baq*|cabsan*|cabs* .. fadlan|qof|kaligay|ii
N qof|cid .. ha_ii|ii|iigu|i .. yimaad*|timaad*|caawi*
N fadlan .. qof|i|ii .. yimaad*|caawi*|kaalay*
""",
    "pt": """
S nao .. aguento|suporto .. mais .. viver|isto|assim|a_vida
S farto|farta|cansado|cansada|exausta|exausto de .. viver|da_vida|existir
S cansad*|fart* da vida
S queria|quero|gostava .. adormecer|dormir .. e .. nao .. acordar|acordar_mais
S sem_mim .. melhor|mais|estariam|ficavam
S voltei|outra_vez|de_novo .. cortar_me|a_cortar|me_cortei|cortei_me
S quero|queria .. que .. isto|tudo|a_dor .. acabe|acabasse|pare
S filho|filha|amigo|amiga|irmao|irma|namorad* .. diz|disse|fala .. que .. quer|em .. morrer|matar_se|se_matar|suicid*
S mais .. valia .. morrer|estar_mort*|nao_ter_nascido
T auxiliar*|funcionari*|enfermeir*|lar|cuidador* .. deixa*|deixou|nao_da*|tranc* .. minha_mae|mae|pai|avo|molhad*|suj*|me|sem_agua|sem_comer
N medo .. alguem|ajud*|venham|sozinh*|me_ajud*|socorro
N alguem .. me_ajude|que_venha|pode_vir|me_ajuda|venha|ai $|por_favor|ja|rapido
N esta|ha alguem .. ai|aqui $
N ajudem_me|ajuda_me|me_ajude|me_ajudem|alguem_me_ajude
""",
    "es": """
S ya .. no .. puedo|aguanto|soporto .. mas|vivir|seguir .. $|asi|con|quiero|vivir
S no .. puedo|quiero seguir .. viviendo|asi|mas|adelante .. $|con|asi
S cansad*|hart* .. de .. vivir|la_vida|existir
S quiero|quisiera|ojala .. dormir*|dormirme|acostarme .. y .. no .. despertar*
S sin_mi .. mejor|estarian|mas
S volvi|otra_vez|de_nuevo|anoche .. cort*|a_cortarme|me_corte
S que .. todo|esto|el_dolor .. acabe|termine|pare .. $|ya
S ojala .. muriera|estuviera_muert*|no_hubiera_nacido|me_muriera|no_despertara
S hijo|hija|amigo|amiga|hermano|hermana|novi* .. dice|dijo|habla .. que|de .. se_quiere|quiere|va_a .. morir*|matarse|suicid*
T auxiliar*|cuidador*|enfermer*|residencia .. dej*|encerr*|no_le_da* .. mi_madre|madre|padre|abuela|mojad*|suci*|sola|sin_comer|sin_agua
N miedo .. alguien|venga*|ayud*|solo|sola|por_favor
N que_venga|puede_venir|venga alguien
N alguien .. venga|me_ayude|puede_venir|ahi .. $|por_favor
N hay_alguien .. $|ahi
""",
    "tr": """
S dayanam* .. artik|hayat*|bitsin|olmek|yasam*
S artik .. dayanam*|yasayam*|istemiyorum_yasamak|katlanam*
S her_sey|hersey|bu_aci|acim .. bitsin|bitmesini|sona_ersin istiyorum|artik|$
S yasamak|hayat*|hayattan .. yoruldum|biktim|anlamsiz|cok_yorgunum|anlami_yok|usandim
S uyuyup|uyusam|uyumak .. bir_daha|hic|ve .. uyanma*|kalkma*
S uyanmasam|uyanmamak|olsem_de|keske_olsem|keske_olseydim|keske_dogmasaydim
S yine|tekrar|dun_gece .. kendimi|kolumu|kolumu_yine|bilegimi .. kes*|jiletle*
S bensiz|ben_olmadan|ben_olmasam .. daha|herkes|rahat*|mutlu
S yuk|yukum herkese|aileme|onlara
S kizim|oglum|arkadasim|kardesim .. olmek|kendini_oldur*|intihar .. istiyor*|diyor|soyl*
A kaynanam|kocam|kayinvalidem|esim .. ve|ile .. beni .. dovuyor*|vuruyor*
T bakici*|hemsire*|personel .. annemi|babami|ninemi .. islak|kilitl*|ac|susuz|altini|bagir*
N kork* .. lutfen|biri|yardim|gelsin|yalniz*
N biri .. gelsin|gelebilir|yardim|gel $|lutfen|mi|etsin
N kimse .. var_mi|yok_mu
""",
    "fa": """
S ديگه|ديگر .. نميتونم|نميتوانم|نمي_تونم|طاقت|تحمل|بريدم|كم_آوردم|كشش .. ادامه|زندگي|ندارم|تحمل|$
S خسته|خستهام|سير|خسته_ام|خسته_شدم .. از .. زندگي|اين_زندگي|دنيا
S بخوابم .. ديگه|و .. بيدار|پا .. نشم|نشوم
S بدون_من|اگه_نباشم|من_نباشم .. بهتر*|راحت*
S دوباره|باز .. دستمو|دستم|خودمو|رگمو .. بريدم|زدم|خط
S سربار|بار_اضافه .. $|هستم|ام|شدم
S دخترم|پسرم|دوستم|برادرم|خواهرم .. ميگه|ميگويد|گفت .. ميخواد|ميخواهد .. بميره|بميرد|خودشو_بكشه|خودكشي
A شوهرم|مادرشوهرم .. و .. منو|من_رو .. ميزنن|كتك*
T پرستار*|مراقب*|كاركنان .. مادرمو|پدرمو|مامانمو|مامانم|بابام .. خيس|حبس|غذا|اب|داد|ول
N ميترسم|ترسيدم|وحشت .. يكي|كسي|كمك|لطفا|تنهام|بياد
N يكي|كسي .. بياد|بيايد|كمكم|اونجا|هست $|لطفا|كنه|كند
S dige .. nemitonam|nemitunam|nemitoonam|tahamol .. edame|zendegi|nadaram|tahamol|$
S khaste|khasteam|khaste_am|xaste .. az .. zendegi|in_zendegi
S kash .. mimordam|bemiram|morde|nabudam
S dobare|baz .. dastamo|khodamo .. boridam|zadam
N mitarsam .. yeki|kasi|komak|lotfan|tanham
N yeki|kasi .. biad|komakam|komak $|lotfan|kone
""",
    "ckb": """
S چیتر|چیدی|ئیتر|ئیدی .. ناتوانم|توانام|تاقەتم|نامەوێ|ناتوانم_بەردەوام
S ژیان|ژیانم .. ماندووم|بێزارم|بێزار|ماندوو|وەڕس|بێمانا|مانای_نییە|نەماوە
S لە_ژیان|لەژیان ماندووم|بێزارم|وەڕسم
S دەستم|باسکم|خۆم .. بڕی|بڕیوە|بڕیم|دەبڕم|بریندار
S بێ_من|بەبێ_من|نەبم .. باشتر*
S خۆزگە .. مردبام|بمردمایە|نەبام|بمرم
N دەترسم|ترسم|ئەترسم .. کەسێک|تکایە|یارمەتی|بێت|تەنیام
N کەسێک|یەکێک .. بێت|بێتە|یارمەتیم|وەرە
""",
    "kmr": """
S ez|edi .. nikarim|nikarm|edi_nikarim .. bidomim|berdewam|bijim|tehamul|ragirim
S ez .. ji .. jiyan* .. westiyam|bezarim|aciz
S destê|deste|xwe .. xwe .. birri|biriye|jedikim|bri|birin
S xwezi .. bimirama|miribuma|nebuma
S be_min|beyi_min .. cetir|bastir
N ditirsim|ditrsim|tirsim .. kesek|ji_kerema|alikari|were|bi_tene
N kesek|yek .. were|bila_were|alikari
""",
    "lt": """
S nebegaliu|nebenoriu|nebegaliu_taip .. gyventi|daugiau|taip|$
S pavargau|nusibodo .. gyventi|nuo_gyvenimo|gyvenimas
S vel|vakar .. pjausčiausi|pjausciausi|susipjausciau|pjaustausi|save_pjausciau
S geriau .. be_manes|numirti|mirti|numirciau
N bijau .. kas_nors|ateik*|padek*|viena|vienas|prasau
N kas_nors .. ateitu|ateikite|padekite|padetu
""",
    "cy": """
S alla|galla|gallaf|fedra|fedrai|medru .. i|ddim|mo .. ddim|i|cario|mynd .. cario|mynd|dal .. mlaen|ymlaen|ati fel_hyn|rhagor|mwy|$
S methu|ffaelu cario|mynd|dal .. mlaen|ymlaen|ati fel_hyn|rhagor|mwy|$
S blino|wedi_blino|syrffedu|llond_bol .. ar|byw .. fyw|byw|mywyd|bywyd
S well|gwell .. byd|pawb .. hebdda|hebddo|nhw .. i|fi|ebdda|$
S baich .. ar|i .. bawb|pawb|y_teulu|fy_nheulu
S torri|dorri|nhorri .. fy|yn .. hun|mreichiau|mraich|ngarddwrn
S mynd .. gysgu .. a|byth .. deffro|ddeffro
S ffrind|mab|merch|brawd|chwaer .. dweud|deud|sôn|son .. marw|lladd|byw
A gwr|ngwr|fo|fe|partner|mhartner|dad .. wedi .. mwrw|bwrw|slapio|dyrnu|nghicio|wthio|hitio
A fy|yn mwrw|nyrnu|nghicio|slapio
T nyrs*|staff|gofalw*|gofalydd .. wneth|wnaeth|wedi|n .. fy|mam|nhad|nain .. mwrw|bwrw|hitio|slapio|ngwthio|gadael|weiddi|mrifo|nharo|dyrnu
T wnaeth|nath|wedi .. nyrs*|staff|gofalw*|gofalydd .. fy|i .. mwrw|bwrw|hitio|slapio|ngwthio|mrifo|nharo
N ofn .. rhywun|helpu|help|plis|dod|ddod|fy_hun
N rhywun .. ddod|dod|helpu|yna $|plis|fi|nawr|rwan
""",
    "uk": """
S не .. можу|витримую|маю .. більше|так|далі .. жити|терпіти|витримувати|сил
S втомив|втомилася|втомився|втомилась|набридло .. від|жити .. життя|жити|цього_життя
S знову|вчора|вночі .. порізал*|різал*|ріжу|порізав*|нашкодил* .. собі|себе|руки|вени|руку|$
S порізала|порізав|різала|ріжу собі|руки|вени|руку|себе
S краще .. б|би .. помер*|загину*|мене_не_було|не_прокин*|він_загинув
S син|донька|дочка|брат|сестра|подруга|друг|чоловік .. каже|говорить|пише .. помер*|загину*|не_хоче_жити|вбє_себе|хоче_померти
S заснути|лягти .. і .. не .. прокин*
S тягар .. для|усім|всіх
T медсестр*|доглядальниц*|санітар*|персонал .. залиша*|замика*|крич*|не_дає .. маму|тата|бабусю|маму_мокр*|на_маму
N боюся|боюсь|страшно .. хтось|хто_небудь|допомо*|прийд*|приїд*|сама|сам|будь_ласка
N хтось|хто_небудь .. прийд*|приїд*|допомо*|тут $|будь_ласка|мені
N є тут? хтось
S hochu|xochu|khochu .. pomerty|vmerty|vbyty_sebe|zdohnuty|znyknuty|pomerti|vmerti
S ne hochu|xochu|khochu|hochetsya|mozhu|bachu .. zhyty|zhiti|sensu|zhyttya
S nemaye|nema .. sensu|syl .. zhyty|$
S porizala|porizav|rizhu .. sobi|ruky|ruku|sebe|veny
A cholovik|vin|batko|tato .. mene .. bye|byv|byie|pobyv|gvaltuye|dushyt
A mene bye|byie|pobyv|gvaltuye
N dopomozhit|ryatuyte|dopomogit .. meni|bud_laska|$
N boyusya|boyus|strashno .. htos|dopomo*|pryyd*|sama
""",
    "ru": """
S не .. могу|выдерж*|вывожу|вынесу .. больше|так|дальше .. жить|терпеть|так_жить
S больше .. не .. могу|выдержу|хочу .. жить|так|$
S устал|устала|надоело|достало .. от|мне .. жить|жизни|этой_жизни
S снова|опять|вчера .. порезал*|режу|резал* .. себе|себя|руки|вены|руку|$
S лучше .. бы .. умер*|сдох*|меня_не_было|не_просыпаться|я_умер*|не_рождал*
S сын|дочь|брат|сестра|подруга|друг|муж .. говорит|пишет|сказал* .. умереть|не_хочет_жить|убьет_себя|покончит
S уснуть|заснуть|лечь .. и .. не .. просн*
S обуза|в_тягость .. для|всем|всех
T медсестр*|сиделк*|санитар*|персонал .. оставля*|запира*|крич*|не_дает .. маму|папу|бабушку|на_маму|мокр*
N боюсь|страшно .. кто_нибудь|кто_то|помо*|прид*|приед*|одна|один|пожалуйста
N кто_нибудь|кто_то .. прид*|приед*|помо*|есть|тут $|пожалуйста|мне
N est kto_nibud|kto_to
""",
}
